"""The Subtitles page: two tracks in a grid beside the picture, with findings and the waveform."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

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
from ui.subs.choice import Choice
from ui.subs.editing import Editing
from ui.subs.errands import Errands
from ui.subs.footage import Footage
from ui.subs.found import FoundPanel
from ui.subs.going import Going
from ui.subs.grid import Grid
from ui.subs.head import Head, Nothing
from ui.subs.looking import Looker
from ui.subs.mending import Mending
from ui.subs.model import CueModel, side_of
from ui.subs.pairs import Pairs
from ui.subs.panes import arranged
from ui.subs.pasting import Pasting
from ui.subs.replacing import Replacing
from ui.subs.retiming import Retiming
from ui.subs.showing import Parts, Showing
from ui.subs.steps import Steps
from ui.subs.tracks import Tracks, dropped_tracks
from ui.subs.wave import Wave


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
        self._session, self._notices, self._jobs, self._films = session, notices, jobs, films
        self._choice = Choice(session)
        self._is_here = False
        self._footage = Footage(films, jobs, self)
        self.setAcceptDrops(True)

    def growing(self) -> Iterator[None]:
        """Its parts, how they lie, what they tell each other."""
        self._make_parts(self._session, self._notices, self._jobs)
        yield
        parts = (self._head, self._grid, self.player, self._found, self.wave)
        self._stack = arranged(self, self._nothing, parts, self._replacing.bar)
        yield
        self._connect(self._notices)

    def _make_parts(self, session: Session, notices: Notices, jobs: Jobs) -> None:
        self._model = CueModel(self)
        self._grid = Grid(self._model)
        self._found = FoundPanel()
        self._looker = Looker(jobs, session, self)
        self._steps = Steps(self, self._looker, session, notices)
        self._editing = Editing(self, self._steps, notices)
        self._retiming = Retiming(self, self._steps, notices)
        self._pasting = Pasting(self, self._steps, notices)
        self._replacing = Replacing(self, session, jobs, notices)
        self._mending = Mending(self, self._looker, session, jobs, notices)
        self._tracks = Tracks(self, session, notices, lambda: self.film_id, self._show_added)
        self._errands = Errands(self, self._looker, session, self._films, jobs, notices)
        self._head = Head(self._tracks.ask_files, self._tracks.begin)
        self._nothing = Nothing(self._tracks.ask_files, self._tracks.begin)
        self._going = Going(self._grid, self._model, self._found, self._footage, notices)
        parts = Parts(
            self._choice,
            self._head,
            self._model,
            self._grid,
            self._found,
            self._footage,
            self._looker,
            self._replacing,
        )
        self._showing = Showing(parts, self)
        self._pairs = Pairs(self, self._steps, self._going, jobs, notices)

    def _connect(self, notices: Notices) -> None:
        self._session.replaced.connect(self._start_over)
        self._session.changed.connect(self._project_changed)
        self._head.lock_toggled.connect(self._pairs.toggle_lock)
        self._head.film_chosen.connect(lambda film: self.choose(film, ""))
        self._nothing.film_chosen.connect(lambda film: self.choose(film, ""))
        self._head.tracks_chosen.connect(lambda *two: self.choose(self.film_id, *two))
        self._model.typed.connect(self._editing.type_text)
        self._model.begun.connect(self._editing.type_new)
        self._model.timed.connect(self._editing.type_time)
        self._grid.typing_began.connect(self._editing.begin_typing)
        self._grid.taken_back.connect(self._editing.take_back)
        self._found.mend_wanted.connect(self._mending.ask)
        self._errands.reviewing.counted.connect(self._head.show_review)
        self._looker.failed.connect(notices.failed)
        self._footage.surrounded.connect(self._looker.surround)
        self._footage.known.connect(self._refresh)
        self._footage.failed.connect(notices.failed)
        self.wave.dragged.connect(self._editing.drag)
        self.wave.dropped.connect(self._editing.drop)
        self.wave.in_set.connect(partial(self._editing.set_edge, 0))
        self.wave.out_set.connect(partial(self._editing.set_edge, 1))

    def commands(self) -> Sequence[Action]:
        """Edits of cues, findings, playing."""
        listed = (
            ("add", said("Add a track…"), self._tracks.ask_files, (), "plus"),
            ("begin", said("Begin a new track…"), self._tracks.begin, (), "new"),
            ("reading", said("How the file was read…"), self._report_reading, (), ""),
        )
        own = tuple(
            Action(
                f"subs-{name}", text, run, "Subtitles", keys, sign, "", lambda: bool(self.film_id)
            )
            for name, text, run, keys, sign in listed
        )
        hands = (
            *(self._going, self._editing, self._retiming, self._pasting, self._pairs),
            *(self._replacing, self._mending, self._errands),
        )
        more = tuple(action for one in hands for action in one.commands())
        return (*own, *more, *self.player.commands("subs"))

    def _report_reading(self) -> None:
        self._tracks.report(self.languages[side_of(self._grid.currentIndex().column())])

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
        self._showing.begin()
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
        same_cues = before.tracks is now.tracks and before.links is now.links
        if same_cues and before.campaign is now.campaign:
            self._errands.reviewing.follow()
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
        choice = self._choice
        self._head.show_choice(choice.films, choice.languages, choice.film, choice.spoken)
        self._nothing.show_choice(choice.films, choice.film)
        self._stack.setCurrentIndex(1 if choice.track(0) is not None else 0)
        self._errands.reviewing.follow()
        self._showing.refresh()

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
        ids = self._model.ids(self._grid.currentIndex().row())
        return [self.film_id, *self.languages, *ids, self._footage.here]

    def go_back(self, place: object) -> None:
        """Come back, as far as film, tracks and cues are still there."""
        there = [key for _, key in self._choice.films]
        if not isinstance(place, list) or len(place) != 6 or place[0] not in there:
            return
        film, first, second, a, b, now = place
        self.choose(film, first, second)
        for side, cue_id in ((1, b), (0, a)):
            self._going.to_cue(side, cue_id)
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
        self._going.to_cue(self.languages.index(language), cue_id)
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
