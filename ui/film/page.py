"""The Film page: play a film, see its shots, choose stills from the shortlist."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from studio.campaign.document import FilmEntry
from studio.campaign.marking import add_cut, remove_cut, star
from studio.campaign.project import Marks, Project
from studio.core.errors import Notice
from studio.shots.marks import cut_before
from ui.actions import Action
from ui.film.films_list import FilmsList
from ui.film.looking import Looking
from ui.film.shortlist import Shortlist, entries
from ui.film.stills import Stills
from ui.film.strip import StripView
from ui.film.strip_paint import Strip, times_of
from ui.film.thumbs import Thumbs
from ui.film.words import title_of
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.player.captions import captions_for
from ui.player.player import Player
from ui.session import Session
from ui.widgets import tokens as t
from ui.widgets.icons import tinted

_THUMB = 240
_SENSITIVITY_STEP = 0.05


class FilmPage(Page):
    """`add_films` asks for films and adds them to the campaign."""

    title = "Film"
    icon_name = "film"

    def __init__(
        self,
        session: Session,
        films: Films,
        jobs: Jobs,
        notices: Notices,
        add_films: Callable[[], None],
    ) -> None:
        super().__init__()
        self._session, self._films, self._notices = session, films, notices
        self._add_films = add_films
        self._troubles: dict[str, Notice] = {}
        self._looking = Looking(session, films, jobs, self)
        self._stills = Stills(session, jobs, notices, self)
        self._build(jobs)
        self._connect()
        self._start_over()

    # -- building -------------------------------------------------------------------------

    def _build(self, jobs: Jobs) -> None:
        strip_thumbs = Thumbs(jobs, _THUMB, self)
        list_thumbs = Thumbs(jobs, _THUMB, self)
        self._thumbs = list_thumbs
        for thumbs in (strip_thumbs, list_thumbs):
            thumbs.failed.connect(self._notices.failed)
        self._list = FilmsList(self._add_films)
        self.player = Player()
        self._shortlist = Shortlist(list_thumbs)
        self._strip = StripView(strip_thumbs)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._list)
        top.addWidget(_line(across=False))
        top.addWidget(self.player, 1)
        top.addWidget(_line(across=False))
        top.addWidget(self._shortlist)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(_line(across=True))
        column.addWidget(self._strip)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty_page())
        self._stack.addWidget(whole)

    def _empty_page(self) -> QWidget:
        words = QLabel("Films are watched here, and the stills for posters are chosen.")
        words.setProperty("role", "quiet")
        add = QPushButton(tinted("plus", t.ON_ACCENT), "Add films…")
        add.setObjectName("film-first")
        add.setProperty("role", "primary")
        add.clicked.connect(self._add_films)
        empty = QWidget()
        empty.setProperty("role", "ground")
        column = QVBoxLayout(empty)
        column.setSpacing(t.SPACE[3])
        column.addStretch(1)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return empty

    def _connect(self) -> None:
        self._session.replaced.connect(self._start_over)
        self._session.changed.connect(self._project_changed)
        self._films.probed.connect(self._probed)
        self._films.failed.connect(self._film_failed)
        self._list.chosen.connect(self.show_film)
        self._looking.changed.connect(self._refresh)
        self._looking.failed.connect(self._notices.failed)
        self._strip.sought.connect(self.player.seek)
        self._strip.sensitivity_changed.connect(self._looking.set_sensitivity)
        self.player.moved.connect(self._strip.set_position)
        self.player.moved.connect(lambda _: self._shortlist.set_film_there(there=True))
        self._shortlist.shown.connect(self._go_to)
        self._shortlist.starred.connect(self._star)
        self._shortlist.poster.connect(self._make_poster)
        self._shortlist.current_poster.connect(self._poster_of_current)
        self._shortlist.save.connect(self._save_frame)

    # -- commands -------------------------------------------------------------------------

    def commands(self) -> Sequence[Action]:
        """Its own, in the menu Film, and those of the player."""
        listed: list[tuple[str, str, Callable[[], object], tuple[str, ...], str]] = [
            ("star", "Star this frame", self._star_current, ("S",), "star"),
            ("poster", "Make poster", self._shortlist.make_poster, ("P",), "poster"),
            (
                "frame-poster",
                "Make poster of this frame",
                self._poster_of_current,
                ("Shift+P",),
                "",
            ),
            ("save-frame", "Save frame…", self._save_frame, ("Ctrl+Shift+F",), "camera"),
            ("next-still", "Next still", partial(self._shortlist.walk, 1), ("Ctrl+Down",), ""),
            ("last-still", "Previous still", partial(self._shortlist.walk, -1), ("Ctrl+Up",), ""),
            ("next-cut", "Next cut", partial(self._to_cut, 1), ("Ctrl+Right",), ""),
            ("last-cut", "Previous cut", partial(self._to_cut, -1), ("Ctrl+Left",), ""),
            ("add-cut", "Add a cut here", self._add_cut, ("B",), "scissors"),
            ("remove-cut", "Join with the shot before", self._remove_cut, ("Del",), "merge"),
            ("more-cuts", "Find more cuts", partial(self._more_cuts, 1), ("Alt+Up",), ""),
            ("fewer-cuts", "Find fewer cuts", partial(self._more_cuts, -1), ("Alt+Down",), ""),
            ("zoom-in", "Zoom the strip in", partial(self._strip.zoom, 2.0), ("Ctrl+=",), ""),
            ("zoom-out", "Zoom the strip out", partial(self._strip.zoom, 0.5), ("Ctrl+-",), ""),
            ("fit", "Show the whole film", self._strip.fit, ("Ctrl+0",), "fit"),
            ("next", "Next film", partial(self._list.choose, 1), ("Ctrl+PgDown",), ""),
            ("last", "Previous film", partial(self._list.choose, -1), ("Ctrl+PgUp",), ""),
        ]

        def has_film() -> bool:
            return self._looking.film is not None

        own = tuple(
            Action(f"film-{name}", text, run, "Film", keys, sign, "", has_film)
            for name, text, run, keys, sign in listed
        )
        return (*own, *self.player.commands("film"))

    # -- which film -----------------------------------------------------------------------

    @property
    def film_id(self) -> str:
        """The film that is shown."""
        return self._looking.film_id

    def show_film(self, film_id: str) -> None:
        """Show a film of the campaign."""
        if film_id != self._looking.film_id:
            self._looking.follow(film_id)
            self._load()

    def _entry(self) -> FilmEntry | None:
        films = self._session.project.campaign.films
        return next((film for film in films if film.id == self._looking.film_id), None)

    def _start_over(self) -> None:
        self._troubles.clear()
        self._looking.forget()
        self._films_changed()

    def _films_changed(self) -> None:
        listed = self._session.project.campaign.films
        if listed and self._entry() is None:
            self._looking.follow(listed[0].id)
        self._list.show_films([(one.id, title_of(one)) for one in listed], self._looking.film_id)
        self._stack.setCurrentIndex(1 if listed else 0)
        for film_id in self._troubles:
            self._list.mark(film_id, bad=True)
        self._load()

    def _load(self) -> None:
        """Put the chosen film, or why there is none, into every part of the page."""
        film = self._looking.film
        self._shortlist.set_film_there(there=film is not None and film == self.player.film)
        self.player.set_film(film, self._words_for_none())
        self._list.show_facts(film)
        self._show_captions()
        self._refresh()

    def _words_for_none(self) -> str:
        trouble = self._troubles.get(self._looking.film_id)
        if trouble is not None:
            return f"{trouble.text}\n{trouble.hint}".strip()
        return "Reading the film…" if self._looking.film_id else ""

    def _show_captions(self) -> None:
        tracks, style = captions_for(self._session.project, self._looking.film_id)
        self.player.set_captions(tracks, style)

    def _probed(self, film_id: str) -> None:
        self._troubles.pop(film_id, None)
        self._list.mark(film_id, bad=False)
        if film_id == self._looking.film_id:
            self._looking.go_on()
            self._load()

    def _film_failed(self, film_id: str, notice: Notice) -> None:
        self._troubles[film_id] = notice
        self._list.mark(film_id, bad=True)
        if film_id != self._looking.film_id:
            return
        if self._looking.film is None:
            self._load()
        else:
            self._strip.show_words(f"{notice.text} {notice.hint}".strip())
            self._notices.post(notice)

    def _project_changed(self, before: Project, now: Project) -> None:
        if before.campaign.films != now.campaign.films:
            self._films_changed()
        elif before.tracks is not now.tracks or before.campaign is not now.campaign:
            self._show_captions()
        old, new = before.marks.get(self.film_id), now.marks.get(self.film_id)
        if old != new:
            if _cuts(old) != _cuts(new):
                self._looking.cuts_changed()
            else:
                self._refresh()

    # -- what is seen ---------------------------------------------------------------------

    def _refresh(self) -> None:
        film, analysis = self._looking.film, self._looking.analysis
        detection = self._looking.detection()
        if film is None or analysis is None or detection is None:
            said = "" if film is None or film.sha256 == "" else "Finding shots…"
            self._strip.show_words(said)
            self._shortlist.show_entries(None, (), "Stills appear here once the shots are found.")
            return
        stars = self._looking.marks.stars
        self._strip.show_strip(
            Strip(
                film,
                analysis,
                detection,
                self._looking.sensitivity,
                stars,
                times_of(film, analysis),
            )
        )
        listed = entries(self._looking.stills, stars)
        words = "Choosing stills…" if self._looking.is_choosing else "No usable still was found."
        self._shortlist.show_entries(film, listed, words)
        self._thumbs.want(film, [one.pts for one in listed])

    def _go_to(self, pts: int) -> None:
        film = self._looking.film
        if film is not None:
            self.player.pause()
            self.player.seek(film.time_of(pts))

    # -- edits ----------------------------------------------------------------------------

    def _mark(self, label: str, edit: Callable[[Marks], Marks]) -> None:
        film_id, marks = self.film_id, edit(self._looking.marks)
        self._session.apply(label, lambda p: p.with_marks(film_id, marks), focus=("film", film_id))

    def _star(self, pts: int) -> None:
        starred = pts in self._looking.marks.stars
        self._mark("Take a star away" if starred else "Star a frame", lambda m: star(m, pts))

    def _star_current(self) -> None:
        if self.player.pts is not None:
            self._star(self.player.pts)

    def _add_cut(self) -> None:
        pts = self.player.pts
        detection = self._looking.detection()
        if pts is None or detection is None:
            return
        if any(shot.start == pts for shot in detection.shots):
            self._notices.say("A shot begins here already")
            return
        self._mark("Add a cut", lambda m: add_cut(m, pts))

    def _remove_cut(self) -> None:
        pts = self.player.pts
        detection = self._looking.detection()
        if pts is None or detection is None:
            return
        cut = cut_before(detection, pts)
        if cut is None:
            self._notices.say("This is the first shot")
            return
        self._mark("Join two shots", lambda m: remove_cut(m, cut))

    def _to_cut(self, step: int) -> None:
        detection, pts = self._looking.detection(), self.player.pts
        if detection is None or pts is None:
            return
        starts = [shot.start for shot in detection.shots]
        after = [one for one in starts if (one > pts if step > 0 else one < pts)]
        if after:
            self._go_to(after[0] if step > 0 else after[-1])

    def _more_cuts(self, step: int) -> None:
        self._looking.set_sensitivity(self._looking.sensitivity + step * _SENSITIVITY_STEP)

    def _make_poster(self, pts: int) -> None:
        film = self._looking.film
        if film is not None:
            self._stills.make_poster(self.film_id, film, pts)

    def _poster_of_current(self) -> None:
        if self.player.pts is not None:
            self._make_poster(self.player.pts)

    def _save_frame(self) -> None:
        film = self._looking.film
        if film is not None and self.player.pts is not None:
            self.player.pause()
            self._stills.save(film, self.player.pts)

    # -- the frame around it --------------------------------------------------------------

    def left(self) -> None:
        """No film plays on unseen."""
        self.player.pause()

    def show_focus(self, focus: object) -> bool:
        """Undo of a mark comes back to its film."""
        if not (isinstance(focus, tuple) and focus and focus[0] == "film"):
            return False
        if len(focus) > 1 and any(f.id == focus[1] for f in self._session.project.campaign.films):
            self.show_film(str(focus[1]))
            self._films_changed()
        return True


def _cuts(marks: Marks | None) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return (marks.added, marks.removed) if marks is not None else ((), ())


def _line(*, across: bool) -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    if across:
        line.setFixedHeight(1)
    else:
        line.setFixedWidth(1)
    return line
