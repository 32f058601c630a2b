"""Letters set by hand: which are chosen, how they are set, and that each deed is one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from studio.campaign.document import FilmEntry, PosterEntry
from studio.core.said import said
from studio.typeset.adjust import Adjust
from ui.poster import edits
from ui.poster.canvas import Canvas
from ui.poster.canvas_view import Lettering
from ui.poster.gallery import Gallery
from ui.poster.letters import Lettered, lettered
from ui.poster.letters_panel import Hands, LettersPanel
from ui.widgets.language import tr

STEP, FAR = 5, 25
"""Of kerning, in thousandths of an em."""
_KERN, _SIZE, _SHIFT = (-1000, 3000), (20, 500), (-2000, 2000)
"""What an Adjust takes, in thousandths of an em and per cent."""


class Around(Protocol):
    """The page, as far as hands on letters know it."""

    canvas: Canvas
    gallery: Gallery

    def entry(self) -> tuple[FilmEntry, PosterEntry] | None:
        """The poster that is looked at, with its film."""

    def edit(self, label: str, change: edits.Change, merge: str = "") -> None:
        """Change the poster that is looked at."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Characters `start` to `stop` of the copy `text` in a language; a caret where both are one."""

    language: str
    text: str
    start: int
    stop: int

    @property
    def gaps(self) -> tuple[int, ...]:
        """The characters after which space is added: the one before a caret, or all within."""
        if self.start == self.stop:
            places = range(max(0, self.start - 1), self.start)
        else:
            places = range(self.start, max(self.start + 1, self.stop - 1))
        return tuple(one for one in places if self.text[one] != "\n")

    @property
    def letters(self) -> tuple[int, ...]:
        """The characters that are selected, without spaces."""
        return tuple(at for at in range(self.start, self.stop) if not self.text[at].isspace())


class ByHand(QObject):
    """Follows the caret of whichever field the copy is written in.

    What is chosen stays chosen while its text does, so that figures can be typed for it.
    """

    seen_changed = Signal(bool)
    """The letters are looked at on the poster itself, or are no longer."""

    def __init__(self, page: Around, panel: LettersPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._panel = page, panel
        self._chosen: Chosen | None = None
        self._seen = False
        self._known: tuple[object, str, Lettered | None] = (None, "", None)
        panel.kerned.connect(self._set_kern)
        panel.sized.connect(self._set_size)
        panel.raised.connect(self._set_shift)
        panel.reset.connect(self.reset)
        panel.reset_all.connect(self.reset_all)
        panel.entered.connect(lambda: self.see(True))

    @property
    def chosen(self) -> Chosen | None:
        """What is worked on."""
        return self._chosen

    @property
    def can_kern(self) -> bool:
        """Whether there is a letter before the caret, or some are selected."""
        return self._chosen is not None and bool(self._chosen.gaps)

    @property
    def has_own(self) -> bool:
        """Whether any of the letters that are chosen was set by hand."""
        return self._hands(self._poster(), self._chosen if self._holds else None).mine

    @property
    def is_seen(self) -> bool:
        """Whether the letters are looked at on the poster itself."""
        return self._seen

    # -- choosing -------------------------------------------------------------------------

    def choose(self, language: str, text: str, start: int, stop: int) -> None:
        """The caret stands there now, or so many characters of `text` are selected."""
        other = self._chosen is None or (self._chosen.language, self._chosen.text) != (
            language,
            text,
        )
        self._chosen = Chosen(language, text, start, stop)
        if other:
            # Who writes looks at the field; the poster follows in a moment.
            self.see(False)
        self.refresh()

    def drop(self) -> None:
        """Nothing is chosen any more."""
        self._chosen = None
        self.see(False)
        self.refresh()

    def see(self, there: bool) -> None:
        """Look at the letters on the poster itself, or no longer."""
        there = there and self._chosen is not None
        if there != self._seen:
            self._seen = there
            self.seen_changed.emit(there)
            self.refresh()

    def refresh(self) -> None:
        """Show what is chosen as the document and the painted poster have it now."""
        chosen = self._chosen if self._holds else None
        self._panel.show_hands(self._hands(self._poster(), chosen))
        self._page.canvas.show_lettering(self._lettering(chosen) if self._seen else None)

    @property
    def _holds(self) -> bool:
        """Whether what is chosen is chosen of the copy as the document has it.

        It may be a letter ahead, or on the canvas not be kept yet.
        """
        poster, chosen = self._poster(), self._chosen
        if poster is None or chosen is None:
            return False
        return poster.copy.get(chosen.language, "") == chosen.text

    def _poster(self) -> PosterEntry | None:
        found = self._page.entry()
        return found[1] if found is not None else None

    def _hands(self, poster: PosterEntry | None, chosen: Chosen | None) -> Hands:
        every = dict(poster.adjust) if poster is not None else {}
        count = sum(map(len, every.values()))
        if chosen is None or not (chosen.gaps or chosen.letters):
            return Hands(count=count)
        known = {one.at: one for one in every.get(chosen.language, ())}
        gap = known.get(chosen.gaps[0], _PLAIN) if chosen.gaps else _PLAIN
        letter = known.get(chosen.letters[0], _PLAIN) if chosen.letters else None
        mine = set(chosen.gaps) | set(chosen.letters)
        return Hands(
            words=_words(chosen),
            kern=_thousandths(gap.kern) if chosen.gaps else None,
            size=round(letter.size * 100) if letter is not None else None,
            shift=_thousandths(letter.shift) if letter is not None else None,
            mine=any(at in mine for at in known),
            count=count,
        )

    # -- on the poster --------------------------------------------------------------------

    def lettered(self, language: str) -> Lettered | None:
        """The letters of the copy as the canvas shows it."""
        present = self._page.gallery.present
        placed = present.layout if present is not None else None
        if self._known[0] is not placed or self._known[1] != language:
            found = lettered(placed, language) if placed is not None else None
            self._known = placed, language, found
        return self._known[2]

    def _lettering(self, chosen: Chosen | None) -> Lettering | None:
        if chosen is None:
            return None
        there = self.lettered(chosen.language)
        if there is None or there.text != chosen.text:
            return None
        if chosen.start != chosen.stop:
            boxes = there.boxes(chosen.start, chosen.stop)
            if not boxes:
                return None
            return Lettering(None, boxes, self._figures(chosen, there), there.vertical)
        caret = there.caret(chosen.start)
        if caret is None:
            return None
        return Lettering(caret, (), self._figures(chosen, there), there.vertical)

    def _figures(self, chosen: Chosen, there: Lettered) -> str:
        """In words: how they are set."""
        if chosen.gaps and not any(there.joins(at) for at in chosen.gaps) and not chosen.letters:
            return tr("End of a line: space counts nothing here")
        hands = self._hands(self._poster(), chosen)
        parts = []
        if hands.kern or (hands.kern is not None and hands.size is None):
            parts.append(tr("Kerning {kern:+d}", kern=hands.kern))
        if hands.size is not None and hands.size != 100:
            parts.append(tr("Size {size} %", size=hands.size))
        if hands.shift:
            parts.append(tr("Baseline {shift:+d}", shift=hands.shift))
        return " · ".join(parts)

    # -- deeds ----------------------------------------------------------------------------

    def kern(self, by: int) -> None:
        """Put so many thousandths of an em more between the letters."""
        if self._chosen is not None:
            gaps = self._chosen.gaps
            self._change(
                said("Kern the letters"), gaps, lambda one: _kerned(one, one.kern + by / 1000)
            )

    def _set_kern(self, value: int) -> None:
        gaps = self._chosen.gaps if self._chosen is not None else ()
        self._change(said("Kern the letters"), gaps, lambda one: _kerned(one, value / 1000))

    def _set_size(self, value: int) -> None:
        size = _within(value, _SIZE) / 100
        self._change(said("Size the letters"), self._letters, lambda one: replace(one, size=size))

    def _set_shift(self, value: int) -> None:
        shift = _within(value, _SHIFT) / 1000
        self._change(
            said("Raise or lower the letters"), self._letters, lambda one: replace(one, shift=shift)
        )

    @property
    def _letters(self) -> tuple[int, ...]:
        return self._chosen.letters if self._chosen is not None else ()

    def _change(
        self, label: str, places: tuple[int, ...], change: Callable[[Adjust], Adjust]
    ) -> None:
        chosen = self._chosen
        if chosen is None or not places:
            return
        # What is being typed is kept first: letters are set by hand of what is written.
        self.see(True)
        if not self._holds:
            return
        # The same letters in the same way are one step, however many keys it took.
        merge = f"{label}-{chosen.language}-{chosen.start}-{chosen.stop}"
        self._page.edit(label, edits.with_letters(chosen.language, places, change), merge)
        self.refresh()

    def reset(self) -> None:
        """Set what is chosen as the design has it."""
        chosen = self._chosen
        if chosen is None:
            return
        self.see(True)
        if self._holds:
            mine = (*chosen.gaps, *chosen.letters)
            self._page.edit(
                said("Set the letters plain"), edits.with_plain_letters(chosen.language, mine)
            )
            self.refresh()

    def reset_all(self) -> None:
        """Set the whole copy, in all its languages, as the design has it."""
        self._page.edit(said("Set all letters plain"), lambda poster: replace(poster, adjust={}))
        self.refresh()


_PLAIN = Adjust(0)


def _words(chosen: Chosen) -> str:
    """`灯 | 不`, or the letters that are selected."""
    if chosen.start != chosen.stop:
        return " ".join(chosen.text[chosen.start : chosen.stop].split())
    after = chosen.text[chosen.start : chosen.start + 1].strip()
    return f"{chosen.text[chosen.start - 1]} | {after}".strip()


def _thousandths(value: float) -> int:
    return round(value * 1000)


def _within(value: int, bounds: tuple[int, int]) -> int:
    return max(bounds[0], min(bounds[1], value))


def _kerned(one: Adjust, kern: float) -> Adjust:
    return replace(one, kern=_within(_thousandths(kern), _KERN) / 1000)
