"""The Subtitles page: two tracks in a grid beside the picture, with findings and the waveform."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from studio.campaign.project import Project
from studio.core.said import said
from studio.subs.cue import Track
from ui.actions import Action
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.player.player import Player
from ui.session import Session
from ui.subs.checking import Place, Seen
from ui.subs.choice import Choice
from ui.subs.editing import Editing
from ui.subs.footage import Footage
from ui.subs.found import FoundPanel
from ui.subs.grid import Grid
from ui.subs.head import Head, Nothing
from ui.subs.links import changed_cues, same_cues
from ui.subs.looking import Looker
from ui.subs.model import TEXT_A, TEXT_B, CueModel
from ui.subs.panes import arranged
from ui.subs.rows import rows
from ui.subs.tracks import Tracks, dropped_tracks
from ui.subs.view import View, profile
from ui.subs.wave import Wave
from ui.widgets.names import name_of

_HELD_MS = 400


class SubsPage(Page):
    """Edits the tracks of one film; two of them side by side."""

    title = "Subtitles"
    icon_name = "subtitles"

    def __init__(
        self,
        session: Session,
        films: Films,
        jobs: Jobs,
        notices: Notices,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._notices, self._jobs = session, notices, jobs
        self._choice = Choice(session)
        self._on_view: tuple[Track | None, Track | None] = (None, None)
        self._seen: Seen | None = None
        self._is_here = False
        self._footage = Footage(films, jobs, self)
        self._held = QTimer(self, singleShot=True, interval=_HELD_MS)
        self.setAcceptDrops(True)

    def growing(self) -> Iterator[None]:
        """Its parts, how they lie, what they tell each other."""
        self._make_parts(self._session, self._notices, self._jobs)
        yield
        parts = (self._head, self._grid, self.player, self._found, self.wave)
        self._stack = arranged(self, self._nothing, parts)
        yield
        self._connect(self._notices)

    def _make_parts(self, session: Session, notices: Notices, jobs: Jobs) -> None:
        self._model = CueModel()
        self._grid = Grid(self._model)
        self._found = FoundPanel()
        self._looker = Looker(jobs, self)
        self._editing = Editing(self, session, notices)
        self._tracks = Tracks(self, session, notices, lambda: self.film_id, self._show_added)
        self._head = Head(self._tracks.ask_files, self._tracks.begin)
        self._nothing = Nothing(self._tracks.ask_files, self._tracks.begin)

    def _connect(self, notices: Notices) -> None:
        self._session.replaced.connect(self._start_over)
        self._session.changed.connect(self._project_changed)
        self._head.film_chosen.connect(lambda film: self.choose(film, ""))
        self._nothing.film_chosen.connect(lambda film: self.choose(film, ""))
        self._head.tracks_chosen.connect(lambda *two: self.choose(self.film_id, *two))
        self._model.typed.connect(self._editing.type_text)
        self._model.begun.connect(self._editing.type_new)
        self._model.timed.connect(self._editing.type_time)
        self._grid.typing_began.connect(self._editing.begin_typing)
        self._grid.taken_back.connect(self._editing.take_back)
        self._grid.moved_to.connect(self._row_changed)
        self._grid.clicked.connect(lambda _: self._seek_at_rest())
        self._found.chosen.connect(self._go_to_place)
        self._looker.seen.connect(self._show_seen)
        self._looker.failed.connect(notices.failed)
        self._held.timeout.connect(self._show_held)
        self._footage.moved.connect(self._film_moved)
        self._footage.known.connect(self._refresh)
        self._footage.failed.connect(notices.failed)
        self.wave.picked.connect(self._pick)
        self.wave.dragged.connect(self._editing.drag)
        self.wave.dropped.connect(self._editing.drop)
        self.wave.in_set.connect(partial(self._editing.set_edge, 0))
        self.wave.out_set.connect(partial(self._editing.set_edge, 1))

    def commands(self) -> Sequence[Action]:
        """Edits of cues, findings, playing."""
        listed = (
            ("add", said("Add a track…"), self._tracks.ask_files, (), "plus"),
            ("begin", said("Begin a new track…"), self._tracks.begin, (), "new"),
            ("next", said("Next finding"), partial(self._step, 1), ("F8",), ""),
            ("before", said("Finding before"), partial(self._step, -1), ("Shift+F8",), ""),
            ("cue", said("Go to the cue on the picture"), self._go_to_playing, ("Ctrl+J",), ""),
        )
        own = tuple(
            Action(
                f"subs-{name}", text, run, "Subtitles", keys, sign, "", lambda: bool(self.film_id)
            )
            for name, text, run, keys, sign in listed
        )
        again = Action("subs-seek", said("Show this cue"), self._seek_current, "Play", ("Ctrl+R",))
        return (*own, *self._editing.commands(), again, *self.player.commands("subs"))

    # -- what is shown --------------------------------------------------------------------

    @property
    def film_id(self) -> str:
        """The film whose tracks are shown; empty for none."""
        return self._choice.film

    @property
    def languages(self) -> tuple[str, str]:
        """The languages shown; the second is empty where there is none."""
        return self._choice.spoken

    @property
    def now(self) -> int:
        """The player's time in milliseconds."""
        return self._footage.now

    @property
    def player(self) -> Player:
        """The picture."""
        return self._footage.player

    @property
    def wave(self) -> Wave:
        """The waveform."""
        return self._footage.wave

    @property
    def grid(self) -> Grid:
        """The grid of cues."""
        return self._grid

    @property
    def model(self) -> CueModel:
        """What the grid shows."""
        return self._model

    @property
    def found(self) -> FoundPanel:
        """The findings."""
        return self._found

    def track(self, side: int) -> Track | None:
        """The track of a side as the document has it."""
        return self._choice.track(side)

    # -- choosing -------------------------------------------------------------------------

    def choose(self, film: str, first: str, second: str = "") -> None:
        """Show a film's tracks; without `first` those that are there."""
        self._grid.settle()
        before = self._choice.film
        self._choice.take(film, first, second)
        if film != before:
            self._footage.show_film(film, shown=self._is_here)
        self._show_anew()
        self.shown.emit(self.key)

    @property
    def key(self) -> tuple[str, ...]:
        """The first of the two tracks."""
        return ("track", self.film_id, self.languages[0]) if self.languages[0] else ()

    def _show_anew(self) -> None:
        self._on_view, self._seen = (None, None), None
        self._looker.forget()
        self._found.show_waiting()
        self.wave.show_flagged((), ())
        self._refresh()

    def _start_over(self) -> None:
        self._choice.begin()
        self._footage.show_film(self.film_id, shown=self._is_here)
        self._show_anew()

    def _show_added(self, film: str, language: str) -> None:
        first = self.languages[0] if film == self.film_id else ""
        self.choose(film, *((first, language) if first and first != language else (language,)))

    # -- following the document -----------------------------------------------------------

    def _project_changed(self, before: Project, now: Project) -> None:
        if before.tracks is now.tracks and before.campaign is now.campaign:
            return
        if self._choice.is_over(before):
            self._start_over()
            return
        spoken = self.languages
        self._choice.settle()
        if spoken != self.languages:
            self._show_anew()
        else:
            self._refresh()

    def _refresh(self) -> None:
        a, b = self.track(0), self.track(1)
        self._fill_choosers()
        self._stack.setCurrentIndex(1 if a is not None else 0)
        rate = self._footage.rate
        one, two = self.languages
        view = View((one, two), (name_of(one), name_of(two)), rate, profile())
        before, self._on_view = self._on_view, (a, b)
        if view == self._model.view and before[0] is a and before[1] is b:
            return
        pairing = self._looker.pairing
        self._looker.show(a, b, profile(), rate)
        held = view == self._model.view and pairing is self._looker.pairing
        if held and all(_same(old, new) for old, new in zip(before, (a, b), strict=True)):
            self._show_changes(before, (a, b))
        else:
            self._show_all(view)

    def _show_changes(
        self, before: tuple[Track | None, Track | None], now: tuple[Track | None, Track | None]
    ) -> None:
        """The same cues say or stand otherwise: only they are shown anew."""
        for side, (old, new) in enumerate(zip(before, now, strict=True)):
            if old is not None and new is not None and old is not new:
                cues = changed_cues(old, new)
                self._model.replace_cues(side, cues)
                self.wave.replace_cues(side, new, cues)
        self._show_captions()

    def _show_all(self, view: View) -> None:
        a, b = self._on_view
        for side, track in enumerate((a, b)):
            self._model.number_cues(side, track)
        self._model.show_rows(rows(a, b, self._looker.pairing), view)
        self._head.show_links(self._looker.pairing, sure=self._seen is not None)
        self.wave.show_tracks([track for track in (a, b) if track is not None])
        self._show_captions()
        if not self._grid.currentIndex().isValid() and self._model.rowCount():
            self._grid.go_to(0)

    def _show_captions(self) -> None:
        self._footage.show_tracks(tuple(track for track in self._on_view if track is not None))

    def _fill_choosers(self) -> None:
        choice = self._choice
        self._head.show_choice(choice.films, choice.languages, choice.film, choice.spoken)
        self._nothing.show_choice(choice.films, choice.film)

    # -- links and findings ---------------------------------------------------------------

    def _show_seen(self, seen: Seen) -> None:
        self._seen = seen
        self._model.show_findings(seen.places)
        self.wave.show_flagged(seen.places.cues(0), seen.places.cues(1))
        self._found.show_places(seen.places, self._model.view)
        self._show_held()

    def _show_held(self) -> None:
        """Rows come and go only while nothing is being typed."""
        if self._seen is None:
            return
        if self._grid.is_typing:
            self._held.start()
            return
        a, b = self._on_view
        self._model.show_rows(rows(a, b, self._looker.pairing), self._model.view)
        self._head.show_links(self._looker.pairing, sure=True)

    def _step(self, by: int) -> None:
        self._grid.settle()
        number = self._grid.currentIndex().row()
        row = self._model.row(number)
        here = [cue.id if cue is not None else -1 for cue in (row.a, row.b)] if row else [-1, -1]
        self._found.step(by, row.start if row is not None else 0, (here[0], here[1]))

    def _go_to_place(self, place: Place) -> None:
        self._go_to_cue(place.side, place.cue_id)
        self._seek_current()

    def _go_to_cue(self, side: int, cue_id: int) -> None:
        row = self._model.row_of(side, cue_id)
        if row >= 0:
            self._grid.go_to(row, TEXT_B if side else TEXT_A)

    # -- time -----------------------------------------------------------------------------

    def _row_changed(self, row: int) -> None:
        a, b = self._model.cue(row, 0), self._model.cue(row, 1)
        self.wave.show_current(a.id if a else -1, b.id if b else -1)
        self._seek_at_rest()

    def _seek_at_rest(self) -> None:
        if not self.player.speed:
            self._seek_current()

    def _seek_current(self) -> None:
        row = self._model.row(self._grid.currentIndex().row())
        cue = (row.a or row.b) if row is not None else None
        if cue is not None:
            self._footage.seek_cue(cue)

    def _pick(self, side: int, cue_id: int) -> None:
        """A cue was taken in the waveform: its row is the current one, the film stays."""
        self._grid.moved_to.disconnect(self._row_changed)
        self._go_to_cue(side, cue_id)
        self._grid.moved_to.connect(self._row_changed)
        row = self._model.row_of(side, cue_id)
        a, b = self._model.cue(row, 0), self._model.cue(row, 1)
        self.wave.show_current(a.id if a else -1, b.id if b else -1)

    def _film_moved(self, ms: int) -> None:
        row = self._model.row_at(ms + self._footage.half_frame)
        self._grid.show_playing(row, follow=self.player.speed != 0)

    def _go_to_playing(self) -> None:
        row = self._model.row_at(self.now + self._footage.half_frame)
        if row >= 0:
            self._grid.go_to(row, max(TEXT_A, self._grid.currentIndex().column()))

    # -- Page and Qt ----------------------------------------------------------------------

    def entered(self) -> None:
        """The film is open only while the page is shown."""
        self._is_here = True
        self._footage.show_film(self.film_id, shown=True)
        (self._grid if self._stack.currentIndex() else self._nothing.add).setFocus()

    def left(self) -> None:
        """What is being typed is kept; nothing plays on behind another page."""
        self._grid.settle()
        self._is_here = False
        self._footage.show_film(self.film_id, shown=False)

    def place(self) -> object:
        """The film, its languages, the current cues' ids and the film's time in milliseconds."""
        row = self._model.row(self._grid.currentIndex().row())
        ids = [one.id if one is not None else -1 for one in (row.a, row.b)] if row else [-1, -1]
        return [self.film_id, *self.languages, *ids, self._footage.here]

    def go_back(self, place: object) -> None:
        """Come back, as far as film, tracks and cues are still there."""
        there = [key for _, key in self._choice.films]
        if not isinstance(place, list) or len(place) != 6 or place[0] not in there:
            return
        film, first, second, a, b, now = place
        self.choose(film, first, second)
        for side, cue_id in ((1, b), (0, a)):
            self._go_to_cue(side, cue_id)
        self._footage.come_back(now)

    def show_focus(self, focus: object) -> bool:
        """Undo of an edit comes back to its cue."""
        if not (isinstance(focus, tuple) and len(focus) == 4 and focus[0] == "subs"):
            return False
        _, film, language, cue_id = focus
        if film != self.film_id or language not in self.languages:
            if language not in [one.language for one in self._session.project.tracks_of(film)]:
                return True
            self.choose(film, language)
        self._go_to_cue(self.languages.index(language), cue_id)
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Subtitle files are the page's; anything else goes on to the window."""
        if self.film_id and dropped_tracks(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Subtitle files go to the film that is shown."""
        self._tracks.add(dropped_tracks(event.mimeData()))
        event.acceptProposedAction()


def _same(old: Track | None, new: Track | None) -> bool:
    return old is new or (old is not None and new is not None and same_cues(old, new))
