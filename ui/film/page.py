"""The Film page: play a film, see its shots, choose stills from the shortlist."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import partial

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from studio.campaign.project import Project
from studio.core.errors import Notice
from studio.core.said import said
from studio.media.thumbs import STRIP_WIDTH
from ui.actions import Action
from ui.campaign.titles import film_name
from ui.film.changes import captions_differ, cuts_differ, films_differ
from ui.film.commands import Parts, film_commands
from ui.film.compare import Compare
from ui.film.copying import copy_frame
from ui.film.edits import Edits
from ui.film.entries import Entry, entries, pair_of
from ui.film.errands import Errands
from ui.film.films_list import FilmsList
from ui.film.looking import Looking
from ui.film.opening import Opening
from ui.film.panes import arranged, empty_page
from ui.film.place import Place, read_place
from ui.film.scrubbing import Scrubbing
from ui.film.shortlist import Shortlist
from ui.film.stills import Stills
from ui.film.strip import StripView
from ui.film.strip_menu import strip_menu
from ui.film.strip_parts import ready_at
from ui.film.thumbs import Thumbs
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.player.captions import captions_for
from ui.player.player import Player
from ui.session import Session
from ui.widgets.language import heard, tr

_THUMB = STRIP_WIDTH
_SENSITIVITY_STEP = 0.05


class FilmPage(Page):
    """`add_films` asks for films and adds them to the campaign."""

    title = said("Film")
    icon_name = "film"

    def __init__(
        self,
        session: Session,
        films: Films,
        jobs: Jobs,
        notices: Notices,
        add_films: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._films, self._jobs, self._notices = session, films, jobs, notices
        self._add_films = add_films
        self._troubles: dict[str, Notice] = {}
        self._looking = Looking(session, films, jobs, self)
        self._stills = Stills(session, jobs, notices, self)
        self._edits = Edits(session, self._looking, notices)
        self._errands = Errands(session, jobs, self._looking, notices, self)
        self._wanted: Place | None = None
        self.player = Player(self)
        self.player.keep_near()

    def growing(self) -> Iterator[None]:
        """Its parts, how they lie, what the campaign has."""
        self._make_parts(self._jobs)
        yield
        parts = (self._list, self.player, self._shortlist, self._strip)
        self._stack = arranged(self, empty_page(self._add_films), parts, self._comparing)
        self._connect()
        yield
        self._start_over()

    def _make_parts(self, jobs: Jobs) -> None:
        self._thumbs, self._strip_thumbs = Thumbs(jobs, _THUMB, self), Thumbs(jobs, _THUMB, self)
        self._scrubbing = Scrubbing(self)
        for thumbs in (self._thumbs, self._strip_thumbs):
            thumbs.failed.connect(self._notices.failed)
        self._list = FilmsList(self._add_films)
        self._opening = Opening(self._looking, self.player, jobs, self)
        self._shortlist = Shortlist(self._thumbs)
        self._strip = StripView(self._strip_thumbs)
        self._comparing = Compare(jobs)

    def _connect(self) -> None:
        self._session.replaced.connect(self._start_over)
        self._session.changed.connect(self._project_changed)
        self._films.probed.connect(self._probed)
        self._films.failed.connect(self._film_failed)
        self._list.chosen.connect(self.show_film)
        self._looking.changed.connect(self._refresh)
        self._looking.grew.connect(self._refresh_strip)
        self._looking.failed.connect(self._notices.failed)
        self._strip.sought.connect(self.player.seek)
        self._strip.sensitivity_changed.connect(self._looking.set_sensitivity)
        self.player.moved.connect(self._strip.set_position)
        self.player.moved.connect(self._shortlist.film_is_there)
        self.player.set_stand_in(self._stand_in)
        self._scrubbing.arrived.connect(self.player.offer_stand_in)
        self.player.marked.connect(self._strip.set_marks)
        self._strip.cut_moved.connect(self._edits.move_cut)
        self._strip.asked.connect(partial(strip_menu, self, self._edits))
        self._strip.split.connect(self.split)
        self._strip.merged.connect(self.merge)
        self._shortlist.shown.connect(self._go_to)
        self._shortlist.starred.connect(self._edits.star)
        self._shortlist.rejected.connect(self._edits.reject)
        self._shortlist.poster.connect(self._make_poster)
        self._shortlist.current_poster.connect(self.poster_of_current)
        self._shortlist.save.connect(self.save_frame)
        self._comparing.left.connect(self._compared)
        self._comparing.starred.connect(self._edits.star)
        self._comparing.poster.connect(self._make_poster)
        self._list.asked.connect(self._errands.read_as)

    # -- commands -------------------------------------------------------------------------

    def commands(self) -> Sequence[Action]:
        """Its own, in the menu Film, and those of the player."""
        parts = Parts(self._shortlist, self._strip, self._list, self._errands)
        return (*film_commands(self, parts), *self.player.commands("film"))

    def has_film(self) -> bool:
        """Whether the film can be read."""
        return self._looking.film is not None

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
            self.shown.emit(self.key)

    def _is_listed(self, film_id: str) -> bool:
        return any(film.id == film_id for film in self._session.project.campaign.films)

    def _start_over(self) -> None:
        self._troubles.clear()
        self._looking.forget()
        self._films_changed()

    def _films_changed(self) -> None:
        listed = self._session.project.campaign.films
        if listed and not self._is_listed(self.film_id):
            self._looking.follow(listed[0].id)
        self._list.show_films([(one.id, film_name(one)) for one in listed], self._looking.film_id)
        self._stack.setCurrentIndex(1 if listed else 0)
        for film_id in self._troubles:
            self._list.mark(film_id, bad=True)
        self._load()

    def _load(self) -> None:
        """Put the chosen film, or why there is none, into every part of the page."""
        film = self._looking.film
        is_there = film is not None and film == self.player.film
        self._shortlist.set_film_there(there=is_there)
        self.player.set_film(film, self._words_for_none())
        self._list.show_facts(film)
        self._show_captions()
        self._refresh()
        if not self._come_back() and not is_there:
            self._opening.begin(self._session.project)

    def _words_for_none(self) -> str:
        trouble = self._troubles.get(self._looking.film_id)
        if trouble is not None:
            return f"{heard(trouble.text)}\n{heard(trouble.hint)}".strip()
        return tr("Reading the film…") if self._looking.film_id else ""

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
            whole = said("{message} {hint}", message=notice.text, hint=notice.hint)
            self._strip.show_words(heard(whole if notice.hint else notice.text))
            self._notices.post(notice)

    def _project_changed(self, before: Project, now: Project) -> None:
        if films_differ(before, now):
            self._films_changed()
        elif captions_differ(before, now):
            self._show_captions()
        old, new = before.marks.get(self.film_id), now.marks.get(self.film_id)
        if cuts_differ(old, new):
            self._looking.cuts_changed()
        elif old != new:
            self._refresh()

    # -- what is seen ---------------------------------------------------------------------

    def _refresh(self) -> None:
        self._refresh_strip()
        film = self._looking.film
        if film is None or self._looking.analysis is None:
            words = tr("Stills appear here once the shots are found.")
            self._shortlist.show_entries(None, (), words, busy=film is not None)
            return
        listed = self._listed()
        choosing = self._looking.is_choosing
        words = tr("Choosing stills…") if choosing else tr("No usable still was found.")
        self._shortlist.show_entries(film, listed, words, busy=choosing)
        self._thumbs.want(film, [one.pts for one in listed])
        self._comparing.refresh(listed)

    def _refresh_strip(self) -> None:
        strip = self._looking.strip()
        if strip is None or not strip.detection.shots:
            self._strip.show_words("" if self._looking.film is None else tr("Finding shots…"))
        else:
            self._strip.show_strip(strip)

    def _stand_in(self, seconds: Fraction) -> QImage | None:
        """A small picture of the same shot while the exact frame is decoded."""
        strip = self._strip.strip
        near = ready_at(strip, seconds) if strip is not None else None
        if strip is None or near is None:
            return None
        there = self._strip_thumbs.picture(strip.film, near)
        return there or self._scrubbing.picture(strip.film, near)

    def _go_to(self, pts: int) -> None:
        film = self._looking.film
        if film is not None:
            self.player.pause()
            self.player.seek(film.time_of(pts))

    # -- edits ----------------------------------------------------------------------------

    def star_current(self) -> None:
        """Star the frame in the player, or take its star away."""
        if self.player.pts is not None:
            self._edits.star(self.player.pts)

    def split(self) -> None:
        """Let a shot begin at the frame in the player."""
        self._edits.add_cut(self.player.pts)

    def move_cut_here(self) -> None:
        """Let the cut that is nearest stand at the frame in the player."""
        self._edits.move_nearest(self.player.pts)

    def merge(self) -> None:
        """Join the shot in the player with the one before."""
        self._edits.remove_cut(self.player.pts)

    def to_cut(self, step: int) -> None:
        """Go to the first frame of the next shot (1), or of one before (-1)."""
        detection, pts = self._looking.detection(), self.player.pts
        if detection is None or pts is None:
            return
        starts = [shot.start for shot in detection.shots]
        after = [one for one in starts if (one > pts if step > 0 else one < pts)]
        if after:
            self._go_to(after[0] if step > 0 else after[-1])

    def more_cuts(self, step: int) -> None:
        """Find more cuts (1) or fewer (-1)."""
        self._looking.set_sensitivity(self._looking.sensitivity + step * _SENSITIVITY_STEP)

    def _make_poster(self, pts: int) -> None:
        film = self._looking.film
        if film is not None:
            self._stills.make_poster(self.film_id, film, pts)

    def poster_of_current(self) -> None:
        """A poster of the frame in the player."""
        if self.player.pts is not None:
            self._make_poster(self.player.pts)

    def save_frame(self) -> None:
        """Write the frame in the player to a file."""
        film = self._looking.film
        if film is not None and self.player.pts is not None:
            self.player.pause()
            self._stills.save(film, self.player.pts)

    def copy_frame(self) -> None:
        """The frame in the player on the clipboard."""
        film, pts = self._looking.film, self.player.pts
        if film is not None and pts is not None:
            copy_frame(film, pts, self._jobs, self._notices)

    def compare(self) -> None:
        """The chosen still beside the frame in the player, or beside the next one of the list."""
        film, listed = self._looking.film, self._listed()
        pair = pair_of(listed, self._shortlist.chosen, self.player.pts)
        if film is None or pair is None:
            self._notices.say(tr("There is nothing to compare yet"))
            return
        self.player.pause()
        self._comparing.show_pair(film, listed, *pair)
        self._stack.setCurrentWidget(self._comparing)
        self._comparing.setFocus()

    def _compared(self) -> None:
        self._stack.setCurrentIndex(1)
        self._comparing.forget()
        self.player.setFocus()

    def _listed(self) -> tuple[Entry, ...]:
        marks = self._looking.marks
        return entries(self._looking.stills, marks.stars, marks.rejected)

    # -- the frame around it --------------------------------------------------------------

    def entered(self) -> None:
        """Stills are for posters, and these may have changed."""
        self._looking.rank_again()

    def left(self) -> None:
        """No film plays on unseen."""
        self.player.pause()

    def place(self) -> object:
        """The film, its frame, the strip's part of time, the chosen still, the sensitivities."""
        view, span = self.player.view, self._strip.span
        if self._wanted is not None and self._wanted.film == self.film_id:
            return self._wanted.plain()
        return Place(
            self.film_id,
            self.player.pts,
            None if span.is_whole else (span.start, span.stop),
            self._shortlist.chosen,
            self._looking.sensitivities(),
            view,
        ).plain()

    def go_back(self, place: object) -> None:
        """Come back, as far as the film is still in the campaign; the frame once it is read."""
        wanted = read_place(place)
        if wanted is None:
            return
        self._looking.take_sensitivities(wanted.sensitivities)
        if self._is_listed(wanted.film):
            self._wanted = wanted
            if wanted.film != self.film_id:
                self._looking.follow(wanted.film)
                self._films_changed()
            else:
                self._refresh()
                self._come_back()

    def _come_back(self) -> bool:
        """Whether it is known where to."""
        wanted, film = self._wanted, self._looking.film
        if wanted is None or wanted.film != self.film_id or film is None:
            return False
        self._wanted = None
        if wanted.pts is not None:
            self._opening.give_up()
            self.player.seek(film.time_of(wanted.pts))
        if wanted.span is not None:
            self._strip.take_span(*wanted.span)
        self._shortlist.remember(wanted.still)
        self.player.set_view(wanted.view)
        return wanted.pts is not None

    def show_focus(self, focus: object) -> bool:
        """Undo of a mark comes back to its film."""
        if not (isinstance(focus, tuple) and focus and focus[0] == "film"):
            return False
        if len(focus) > 1 and self._is_listed(str(focus[1])):
            self.show_film(str(focus[1]))
            self._films_changed()
        return True
