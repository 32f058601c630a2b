"""The Subtitles page: two tracks in a grid beside the picture, with findings and the waveform."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from studio.campaign.project import Project
from studio.core.time import milliseconds
from studio.media.film import Film
from studio.media.sound import peaks
from studio.presets import store
from studio.subs.cue import Track
from ui.actions import Action
from ui.films import Films
from ui.jobs import Job, Jobs
from ui.notices import Notices
from ui.page import Page
from ui.player.player import Player
from ui.session import Session
from ui.subs.editing import Editing
from ui.subs.found import FoundPanel, Place
from ui.subs.grid import Grid
from ui.subs.looking import Seen, look
from ui.subs.model import TEXT_A, TEXT_B, CueModel
from ui.subs.rows import doubtful, linked_share, rows
from ui.subs.wave import Wave
from ui.widgets import tokens as t
from ui.widgets.icons import icon

_LOOK_MS = 250
_PEAKS_PER_SECOND = 50
PROFILE = "streaming"
CAPTIONS = "cinema-bilingual"


class SubsPage(Page):
    """Edits the tracks of one film; two of them side by side."""

    title = "Subtitles"
    icon_name = "subtitles"

    def __init__(self, session: Session, films: Films, jobs: Jobs, notices: Notices) -> None:
        super().__init__()
        self._session, self._films, self._jobs = session, films, jobs
        self._film = ""
        self._spoken = ("", "")
        self._seen: Seen | None = None
        self._looking: Job | None = None
        self._sounding: dict[str, Job] = {}
        self._model = CueModel()
        self._grid = Grid(self._model)
        self._player = Player()
        self._found = FoundPanel()
        self._wave = Wave()
        self._editing = Editing(self, session, notices)
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LOOK_MS)
        self._later.timeout.connect(self._look)
        self._connect()

    def _connect(self) -> None:
        self._session.replaced.connect(self._start_over)
        self._session.changed.connect(self._project_changed)
        self._films.probed.connect(self._film_probed)
        self._films.analysed.connect(lambda _: self._show_cuts())
        self._model.typed.connect(self._editing.type_text)
        self._model.timed.connect(self._editing.type_time)
        self._grid.moved_to.connect(self._row_changed)
        self._found.chosen.connect(self._go_to_place)
        self._player.moved.connect(self._player_moved)
        self._wave.sought.connect(lambda ms: self._player.seek(Fraction(ms, 1000)))
        self._wave.dragged.connect(self._editing.drag)
        self._wave.dropped.connect(self._editing.drop)
        self._wave.in_set.connect(partial(self._editing.set_edge, 0))
        self._wave.out_set.connect(partial(self._editing.set_edge, 1))

    # -- building -------------------------------------------------------------------------

    def _build(self) -> None:
        side = QSplitter(Qt.Orientation.Vertical)
        side.addWidget(self._player)
        side.addWidget(self._found)
        side.setSizes([420, 200])
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.addWidget(self._grid)
        upper.addWidget(side)
        upper.setSizes([820, 540])
        upper.setChildrenCollapsible(False)
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.addWidget(upper)
        whole.addWidget(self._wave)
        whole.setSizes([640, 128])
        whole.setChildrenCollapsible(False)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(whole, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(page)

    def _head(self) -> QHBoxLayout:
        self._film_box, self._a_box, self._b_box = QComboBox(), QComboBox(), QComboBox()
        for box, name in (
            (self._film_box, "Film"),
            (self._a_box, "First language"),
            (self._b_box, "Second language"),
        ):
            box.setAccessibleName(name)
            box.setMinimumWidth(120)
        self._film_box.activated.connect(lambda _: self._choose_film())
        self._a_box.activated.connect(lambda _: self._choose_tracks())
        self._b_box.activated.connect(lambda _: self._choose_tracks())
        between = QLabel("↔")
        between.setProperty("role", "quiet")
        self._links = QLabel()
        self._links.setProperty("role", "quiet")
        add = QPushButton(icon("plus"), "Add a track…")
        add.clicked.connect(self._editing.ask_track)
        row = QHBoxLayout()
        row.setContentsMargins(t.SPACE[2], t.SPACE[1], t.SPACE[2], t.SPACE[1])
        row.setSpacing(t.SPACE[1])
        for widget in (self._film_box, self._a_box, between, self._b_box, self._links):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(add)
        return row

    def _empty(self) -> QWidget:
        self._empty_word = QLabel("Subtitles stand here, source beside target.")
        self._empty_word.setProperty("role", "quiet")
        self._empty_film = QComboBox()
        self._empty_film.setAccessibleName("Film")
        self._empty_film.activated.connect(lambda _: self._choose_empty_film())
        add = QPushButton("Add a subtitle file…")
        add.setObjectName("subs-add")
        add.setProperty("role", "primary")
        add.clicked.connect(self._editing.ask_track)
        begin = QPushButton("Begin a new track…")
        begin.setObjectName("subs-begin")
        begin.clicked.connect(self._editing.begin_track)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        for widget in (self._empty_word, self._empty_film, add, begin):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def commands(self) -> Sequence[Action]:
        """Edits of cues, findings, playing."""
        return (
            *self._editing.commands(),
            Action("subs-next", "Next finding", lambda: self._found.step(1), "Subtitles", ("F8",)),
            Action(
                "subs-before",
                "Finding before",
                lambda: self._found.step(-1),
                "Subtitles",
                ("Shift+F8",),
            ),
            Action("subs-play", "Play or stop", self._player.toggle, "Play", ("Ctrl+Space",)),
            Action("subs-play-cue", "Go to this cue", self._seek_current, "Play", ("Ctrl+R",)),
        )

    # -- what is shown --------------------------------------------------------------------

    @property
    def film_id(self) -> str:
        """The film whose tracks are shown; empty for none."""
        return self._film

    @property
    def languages(self) -> tuple[str, str]:
        """The languages shown; the second is empty where there is none."""
        return self._spoken

    @property
    def film(self) -> Film | None:
        """The film itself, None while it is not read."""
        return self._films.film(self._film)

    @property
    def now(self) -> int:
        """The player's time in milliseconds."""
        return milliseconds(self._player.position)

    @property
    def grid(self) -> Grid:
        """The grid of cues."""
        return self._grid

    @property
    def model(self) -> CueModel:
        """What the grid shows."""
        return self._model

    def track(self, side: int) -> Track | None:
        """The track of a side as the document has it."""
        return self._session.project.tracks.get((self._film, self._spoken[side]))

    def choose(self, film: str, first: str, second: str = "") -> None:
        """Show a film's tracks."""
        self._film, self._spoken = film, (first, second)
        self._seen = None
        self._show_film()
        self._refresh()

    def entered(self) -> None:
        """The picture is shown only while the page is."""
        if not self._film:
            self._choose_first()
        self._show_film()

    def left(self) -> None:
        """Nothing plays on behind another page."""
        self._player.pause()

    def show_focus(self, focus: object) -> bool:
        """Undo of an edit comes back to its cue."""
        if not (isinstance(focus, tuple) and len(focus) == 4 and focus[0] == "subs"):
            return False
        _, film, language, cue_id = focus
        if film != self._film or language not in self._spoken:
            self.choose(film, language)
        side = self._spoken.index(language)
        row = self._model.row_of(side, cue_id)
        if row >= 0:
            self._grid.go_to(row, TEXT_B if side else TEXT_A)
        return True

    def _start_over(self) -> None:
        self._film, self._spoken, self._seen = "", ("", ""), None
        self._player.set_film(None)
        self._choose_first()
        self._refresh()

    def _choose_first(self) -> None:
        films = self._session.project.campaign.films
        if films:
            film = next((one for one in films if one.tracks), films[0])
            self._film = film.id
            self._settle_languages()

    def _settle_languages(self) -> None:
        tracks = [one.language for one in self._session.project.tracks_of(self._film)]
        first = self._spoken[0] if self._spoken[0] in tracks else (tracks[0] if tracks else "")
        others = [one for one in tracks if one != first]
        second = self._spoken[1] if self._spoken[1] in others else (others[0] if others else "")
        self._spoken = (first, second)

    def _project_changed(self, before: Project, now: Project) -> None:
        if before.tracks is now.tracks and before.campaign is now.campaign:
            return
        if not any(film.id == self._film for film in now.campaign.films):
            self._start_over()
            return
        self._settle_languages()
        self._refresh()

    def _refresh(self) -> None:
        a, b = self.track(0), self.track(1)
        self._stack.setCurrentIndex(1 if a is not None else 0)
        self._fill_boxes()
        if a is None:
            return
        pairing = self._seen.pairing if self._seen is not None and self._links_hold(a, b) else None
        film = self._films.film(self._film)
        rate = film.video.rate if film is not None and film.video.constant_rate else None
        if b is None or pairing is not None or self._seen is None:
            self._model.show_rows(rows(a, b, pairing), self._spoken, rate)
        self._wave.show_cues(a.cues, b.cues if b is not None else ())
        tracks = tuple(track for track in (a, b) if track is not None)
        self._player.set_captions(tracks, store.caption_style(CAPTIONS))
        self._later.start()

    def _links_hold(self, a: Track, b: Track | None) -> bool:
        """Whether the links that were found still name every cue: they do until cues come or go."""
        seen = self._seen
        if seen is None or (seen.b is None) != (b is None):
            return False
        same_a = {cue.id for cue in seen.a.cues} == {cue.id for cue in a.cues}
        if b is None or seen.b is None:
            return same_a
        return same_a and {cue.id for cue in seen.b.cues} == {cue.id for cue in b.cues}

    def _fill_boxes(self) -> None:
        campaign = self._session.project.campaign
        films = [(film.title.get("en") or film.id, film.id) for film in campaign.films]
        tracks = []
        if any(film.id == self._film for film in campaign.films):
            tracks = [one.language for one in self._session.project.tracks_of(self._film)]
        named = [(one, one) for one in tracks]
        for box, listed, current in (
            (self._film_box, films, self._film),
            (self._empty_film, films, self._film),
            (self._a_box, named, self._spoken[0]),
            (self._b_box, [*named, ("no second", "")], self._spoken[1]),
        ):
            box.clear()
            for text, key in listed:
                box.addItem(text, key)
            box.setCurrentIndex(box.findData(current))

    def _choose_film(self) -> None:
        self._spoken = ("", "")
        self._film = self._film_box.currentData() or ""
        self._settle_languages()
        self.choose(self._film, *self._spoken)

    def _choose_empty_film(self) -> None:
        self._film = self._empty_film.currentData() or ""
        self._settle_languages()
        self.choose(self._film, *self._spoken)

    def _choose_tracks(self) -> None:
        first, second = self._a_box.currentData() or "", self._b_box.currentData() or ""
        self.choose(self._film, first, "" if second == first else second)

    # -- the film -------------------------------------------------------------------------

    def _film_probed(self, film_id: str) -> None:
        if film_id == self._film:
            self._show_film()
            self._refresh()

    def _show_film(self) -> None:
        film = self._films.film(self._film)
        self._player.set_film(film if self.isVisible() else None)
        if film is None:
            return
        self._show_cuts()
        if film.audio and film.sha256 not in self._sounding:
            job = self._jobs.start(
                f"Reading the sound of {self._film}", peaks, film, _PEAKS_PER_SECOND, quiet=True
            )
            self._sounding[film.sha256] = job
            job.done.connect(lambda found: self._wave.show_sound(found, _PEAKS_PER_SECOND))

    def _show_cuts(self) -> None:
        film = self._films.film(self._film)
        if film is None:
            return
        analysis = self._films.analysis(self._film)
        shots = analysis.detect().shots[1:] if analysis is not None else ()
        cuts = [milliseconds(film.time_of(shot.start)) for shot in shots]
        self._wave.show_film(milliseconds(film.duration), cuts)

    # -- links and findings ---------------------------------------------------------------

    def _look(self) -> None:
        a, b = self.track(0), self.track(1)
        if a is None:
            return
        if self._looking is not None:
            self._later.start()
            return
        film = self._films.film(self._film)
        rate = film.video.rate if film is not None and film.video.constant_rate else None
        profile = store.profile(PROFILE)
        job = self._jobs.start("Checking the subtitles", look, a, b, profile, rate, quiet=True)
        self._looking = job
        job.done.connect(self._looked)
        job.ended.connect(self._look_ended)

    def _look_ended(self) -> None:
        self._looking = None

    def _looked(self, seen: Seen) -> None:
        a, b = self.track(0), self.track(1)
        if seen.a is not a or seen.b is not b or a is None:
            self._later.start()
            return
        self._seen = seen
        film = self._films.film(self._film)
        rate = film.video.rate if film is not None and film.video.constant_rate else None
        self._model.show_rows(rows(a, b, seen.pairing), self._spoken, rate)
        self._model.show_findings(store.profile(PROFILE), seen.found)
        self._found.show_places(seen.places)
        if seen.pairing is None:
            self._links.setText("")
            return
        doubt = doubtful(seen.pairing)
        tail = f"   {doubt} doubtful" if doubt else ""
        self._links.setText(f"linked {linked_share(seen.pairing):.0%}{tail}")

    def _go_to_place(self, place: Place) -> None:
        row = self._model.row_of(place.side, place.cue_id)
        if row >= 0:
            self._grid.go_to(row, TEXT_B if place.side else TEXT_A)
            self._seek_current()

    # -- time -----------------------------------------------------------------------------

    def _row_changed(self, row: int) -> None:
        a, b = self._model.cue(row, 0), self._model.cue(row, 1)
        self._wave.show_current(a.id if a else -1, b.id if b else -1)
        if not self._player.playing:
            self._seek_current()

    def _seek_current(self) -> None:
        row = self._grid.currentIndex().row()
        cue = self._model.cue(row, 0) or self._model.cue(row, 1)
        film = self._films.film(self._film)
        if cue is not None and film is not None:
            self._player.seek(Fraction(cue.start, 1000) + Fraction(1, 2) / film.video.rate.value)

    def _player_moved(self, seconds: Fraction) -> None:
        self._wave.show_now(milliseconds(seconds))
