"""What is done to the poster in view beside its fields: by hand, on the canvas, by findings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, Signal

from studio.campaign.document import Campaign, FilmEntry, PosterEntry, StillRef
from studio.campaign.project import Project
from studio.core.said import said
from studio.core.words import counted, noun
from studio.poster.problem import Action
from studio.poster.template import orientation
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.poster import edits
from ui.poster.breaking import Breaking
from ui.poster.by_hand import FAR, STEP, ByHand
from ui.poster.canvas import Canvas
from ui.poster.fixing import NextStill
from ui.poster.gallery import Gallery
from ui.poster.hand import Hand
from ui.poster.inspector import Inspector
from ui.poster.marks import UNIT, Mark
from ui.poster.render import Painted
from ui.poster.texts import units_at
from ui.poster.view import View, market_of
from ui.poster.wish import seconds_of
from ui.poster.writing import CopyEditor
from ui.session import Session
from ui.widgets.language import tr

_LETTER = noun("letter")


class Around(Protocol):
    """The page, as far as its desk knows it."""

    canvas: Canvas
    inspector: Inspector
    gallery: Gallery
    session: Session
    films: Films
    notices: Notices

    @property
    def view(self) -> View:
        """What is looked at."""

    def entry(self) -> tuple[FilmEntry, PosterEntry] | None:
        """The poster that is looked at, with its film."""

    def still(self) -> StillRef | None:
        """The still that it shows."""

    def edit(self, label: str, change: edits.Change, merge: str = "") -> None:
        """Change the poster that is looked at."""


class Desk(QObject):
    """Belongs to a page that is a QObject; each deed is one step that can be undone."""

    legal_wanted = Signal()
    """The person is to be led to where legal lines are written."""
    drafted = Signal()
    """What is being written on the poster is another text, or is no longer."""

    def __init__(self, page: Around, jobs: Jobs) -> None:
        super().__init__(page if isinstance(page, QObject) else None)
        self._page = page
        canvas, inspector = page.canvas, page.inspector
        self.hand = Hand(page.session, page.gallery, canvas, page.edit, self)
        self.hand.shown = page.still
        self.hand.placed = self._placed
        self.breaking = Breaking(jobs, self)
        self.next_still = NextStill(jobs, self)
        self.editor = CopyEditor(canvas)
        self._writing: tuple[Mark, edits.Key] | None = None
        self._draft: tuple[edits.Key, edits.Change] | None = None
        self.by_hand = ByHand(page, inspector.letters, self)
        self.by_hand.seen_changed.connect(self.editor.clear_away)
        self.editor.written.connect(self._draft_copy)
        self.editor.moved.connect(self.by_hand.choose)
        self.editor.pointed.connect(self._point)
        self.editor.stepped_back.connect(partial(self.by_hand.see, False))
        inspector.copies.caret_moved.connect(self.by_hand.choose)
        self.breaking.found.connect(inspector.show_ways)
        self.next_still.found.connect(self._take_still)
        self.next_still.failed.connect(page.notices.failed)
        self.editor.kept.connect(self._keep_copy)
        self.editor.closed.connect(self._written)
        canvas.edit_wanted.connect(self.write_on)
        canvas.compared.connect(self.compare)
        canvas.zoom_changed.connect(self._stand)
        inspector.copy_broken.connect(self._break)
        inspector.fix_wanted.connect(self._fix)
        inspector.place_reset.connect(self.free_place)

    def _placed(self) -> Mapping[str, tuple[float, float]]:
        found = self._page.entry()
        return found[1].place if found is not None else {}

    def settle(self) -> None:
        """Something else is looked at: what is typed next is another step."""
        self.editor.keep()
        self.hand.next_stroke()

    def forget(self) -> None:
        """Another campaign is opened."""
        self.editor.leave()
        self.hand.drop()
        self.by_hand.drop()

    def painted(self, painted: Painted | None) -> None:
        """The canvas shows something else."""
        self.breaking.ask(painted.layout if painted is not None else None)
        self.by_hand.refresh()

    @property
    def runs(self) -> dict[str, Callable[[], object]]:
        """What its commands do, by name."""
        return {
            "on-it": partial(self.write_on, None),
            "free": self.free_place,
            "before": self.toggle_before,
            "closer": partial(self.by_hand.kern, -STEP),
            "apart": partial(self.by_hand.kern, STEP),
            "far-closer": partial(self.by_hand.kern, -FAR),
            "far-apart": partial(self.by_hand.kern, FAR),
            "plain": self.by_hand.reset,
            "all-plain": self.by_hand.reset_all,
        }

    def can(self, name: str) -> bool:
        """Whether a command that needs more than a poster has it."""
        found = self._page.entry()
        if name in ("closer", "apart", "far-closer", "far-apart"):
            return self.by_hand.can_kern
        if name == "plain":
            return self.by_hand.has_own
        if name == "all-plain":
            return found is not None and bool(found[1].adjust)
        return found is not None

    # -- copy -----------------------------------------------------------------------------

    def seen(self, project: Project) -> Campaign:
        """The campaign with what is being written on the poster, which is not kept yet."""
        if self._draft is None:
            return project.campaign
        return edits.changed(project, *self._draft).campaign

    def _draft_copy(self, language: str, text: str) -> None:
        if self._writing is not None:
            self._draft = self._writing[1], edits.with_copy(language, text)
            self.drafted.emit()

    def _point(self, at: QPointF, more: bool) -> None:
        """The caret goes to the letter of the poster that was pressed on."""
        there = self.by_hand.lettered(self.editor.language)
        place = there.nearest(*self._page.canvas.in_file(at)) if there is not None else None
        if there is None or place is None:
            return
        units = units_at(there.text, place)
        anchor = self.editor.textCursor().anchor() if more else units
        self.editor.select(anchor, units)

    def project_changed(self) -> None:
        """Undo reaches what is being written, and what is chosen in it."""
        found = self._page.entry()
        if found is not None and self._writing is not None:
            self.editor.follow(found[1].copy.get(self.editor.language, ""))
        self.by_hand.refresh()

    def tell_lost(self, before: PosterEntry | None, after: PosterEntry | None) -> None:
        """Say that letters set by hand went with their characters."""
        lost = edits.letters_lost(before, after)
        if lost:
            self._page.notices.say(
                tr(
                    "{letters} set by hand went with the text. Undo brings them back.",
                    letters=counted(lost, _LETTER),
                )
            )

    def write_on(self, mark: Mark | None) -> None:
        """Write the copy of a block on the poster itself; without a block that of the first.

        Where nothing is written yet, or the block is no copy, the field at the right takes it.
        """
        sheet, found = self._page.canvas.sheet, self._page.entry()
        if sheet is None or found is None:
            return
        unit = [one for one in sheet.marks if one.role in UNIT]
        chosen = mark if mark is not None and mark.role in UNIT else next(iter(unit), None)
        if chosen is None or (mark is not None and mark.role not in UNIT):
            market = market_of(self._page.session.project.campaign, self._page.view)
            self._page.inspector.edit_copy(market.languages[0])
            return
        self._writing = chosen, self._page.view.key
        self._page.canvas.show_lit(None)
        self.editor.begin(chosen.language, found[1].copy.get(chosen.language, ""), chosen.face)
        self._stand()

    def _stand(self) -> None:
        """The editor goes with its block as the view is zoomed."""
        canvas = self._page.canvas
        if self._writing is None or canvas.sheet is None:
            return
        mark = self._writing[0]
        em = mark.size * canvas.zoom / canvas.devicePixelRatioF()
        self.editor.stand(canvas.on_screen(mark.ink), em)

    def _written(self, back: bool) -> None:
        self._writing = None
        self.by_hand.see(False)
        if self._draft is not None:
            self._draft = None
            self.drafted.emit()
        if back:
            self._page.canvas.setFocus()

    def _keep_copy(self, language: str, text: str) -> None:
        # The poster that was written on, whichever is looked at by now.
        self._draft = None
        if self._writing is not None:
            self._apply(
                said("Write the copy in {language}", language=language),
                self._writing[1],
                edits.with_copy(language, text),
            )

    def _apply(self, label: str, key: edits.Key, change: edits.Change) -> None:
        session = self._page.session
        before = edits.poster_of(session.project, key)
        session.apply(
            label, lambda project: edits.changed(project, key, change), focus=("poster", *key)
        )
        self.tell_lost(before, edits.poster_of(session.project, key))

    def _break(self, language: str, text: str) -> None:
        self.hand.next_stroke()
        self._page.edit(
            said("Break the lines in {language}", language=language),
            edits.with_copy(language, text),
        )

    def free_place(self) -> None:
        """Leave the place of the copy in this shape to Lobbycard."""
        sheet = self._page.canvas.sheet
        if sheet is not None:
            self._page.edit(
                said("Find the place of the copy"), edits.with_place(orientation(sheet.file), None)
            )

    # -- findings -------------------------------------------------------------------------

    def _fix(self, action: Action) -> None:
        if action.kind == "copy":
            self._break(action.language, action.text)
        elif action.kind == "still":
            self._other_still()
        elif action.kind == "letters":
            self._page.edit(
                said("Take back what is of no letter"), edits.with_letters_that_are(action.language)
            )
        elif action.kind == "write":
            self._page.inspector.edit_copy(action.language)
        else:
            self.legal_wanted.emit()

    def _other_still(self) -> None:
        view, film = self._page.view, self._page.films.film(self._page.view.film)
        still = self._page.still()
        seconds = seconds_of(still, film) if still is not None and film is not None else None
        if film is not None and seconds is not None:
            campaign = self._page.session.project.campaign
            self.next_still.ask(campaign, view.key, film, film.pts_of(seconds))

    def _take_still(self, key: edits.Key, still: StillRef) -> None:
        self._apply(said("Take another still"), key, edits.with_still(still))

    # -- before and now -------------------------------------------------------------------

    def compare(self, held: bool) -> None:
        """Show the poster as it was before the last step that changed it, while that is held."""
        gallery, history = self._page.gallery, self._page.session.history
        if not held or history is None:
            gallery.end_before()
            return
        key = self._page.view.key
        now = edits.poster_of(history.value, key)
        for step in reversed(history.steps[: history.position]):
            was = edits.poster_of(step.value, key)
            if was != now and was is not None:
                gallery.show_before(step.value.campaign, key)
                return

    def toggle_before(self) -> None:
        """The same for those who cannot hold a key: shown till it is asked for again."""
        self.compare(not self._page.canvas.shows_before)
