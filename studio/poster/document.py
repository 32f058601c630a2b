"""What a poster says: copy and title by language, and the legal line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from studio.core.errors import BadValue
from studio.core.said import said
from studio.poster.brand import Brand
from studio.typeset.adjust import Adjust, of_stretch

#: More than this is no copy for a poster; it also bounds the work of breaking lines.
MOST_LETTERS = 600
MOST_CREDITS = 2000


@dataclass(frozen=True, slots=True)
class PosterCopy:
    """`languages`: the primary one, then the second if there is one (BCP 47).

    `copy` and `title` are by language; a line break in copy is kept. `legal` is one line; `brand`
    lends inks, faces and a logo; `adjusts` are the characters of the copy that were set by hand,
    by language; `places` where somebody put the copy, by orientation: shares (0 to 1) of what is
    left over of its room, across and down. `credits` and `honours` (festivals, prizes) by language
    and the `number` in a series are for templates that show them. Raises BadValue when there are
    no languages, more than two, or a text is too long.
    """

    languages: tuple[str, ...]
    copy: Mapping[str, str] = field(default_factory=dict)
    title: Mapping[str, str] = field(default_factory=dict)
    legal: str = ""
    brand: Brand | None = None
    adjusts: Mapping[str, tuple[Adjust, ...]] = field(default_factory=dict)
    places: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    credits: Mapping[str, str] = field(default_factory=dict)
    honours: Mapping[str, str] = field(default_factory=dict)
    number: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.languages) <= 2:
            raise BadValue(
                said(
                    "languages: a poster has one or two, not {number}.", number=len(self.languages)
                ),
                hint=said("Name the primary language, then the second."),
            )
        texts = {f"copy.{key}": text for key, text in self.copy.items()}
        texts |= {f"title.{key}": text for key, text in self.title.items()}
        texts |= {f"honours.{key}": text for key, text in self.honours.items()}
        texts |= {"legal": self.legal, "number": self.number}
        bounds = {name: (text, MOST_LETTERS) for name, text in texts.items()}
        bounds |= {f"credits.{key}": (text, MOST_CREDITS) for key, text in self.credits.items()}
        for name, (text, most) in bounds.items():
            if len(text) > most:
                raise BadValue(
                    said(
                        "{name} has {number} letters; a poster takes at most {most_letters}.",
                        name=name,
                        number=len(text),
                        most_letters=most,
                    ),
                    hint=said("Shorten it."),
                )

    def lines(self) -> tuple[tuple[str, str], ...]:
        """(language, copy) of those that have any, in order of rank."""
        return self._present(self.copy)

    def by_hand(self) -> dict[str, tuple[Adjust, ...]]:
        """What was set by hand of the copy as `lines` gives it, without spaces at its start."""
        made = {}
        for language, own in self.adjusts.items():
            text = self.copy.get(language, "")
            start = len(text) - len(text.lstrip())
            made[language] = of_stretch(own, start, len(text))
        return made

    def titles(self) -> tuple[tuple[str, str], ...]:
        """(language, title) of those that have one, in order of rank."""
        return self._present(self.title)

    def first(self, texts: Mapping[str, str]) -> tuple[str, str]:
        """(language, text) of what has any, in order of rank; no text where nothing has."""
        return next(iter(self._present(texts)), (self.languages[0], ""))

    def _present(self, texts: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        found = ((one, texts.get(one, "").strip()) for one in self.languages)
        return tuple((one, text) for one, text in found if text)
