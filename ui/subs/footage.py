"""The film behind the subtitles: picture with captions, sound and cuts, and where it stands."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QObject, QTimer, Signal

from studio.core.errors import Notice
from studio.core.geometry import Size
from studio.core.said import said
from studio.core.time import FrameRate, milliseconds
from studio.media.film import Film
from studio.media.sound import peaks
from studio.presets import store
from studio.subs.cue import Cue, Track
from ui.films import Films
from ui.jobs import Jobs, while_there
from ui.player.player import Player
from ui.subs.wave import Wave
from ui.subs.wave_paint import Peaks
from ui.widgets.language import heard

CAPTIONS = "cinema-bilingual"
FULL_HD = Size(1920, 1080)
"""What captions are measured on while no film is read."""
_PEAKS_PER_SECOND = 100
_DRESS_MS = 40
# Of a long track only what is near is given to the picture: preparing all of it takes long.
_MANY = 1500
_AROUND_MS, _MARGIN_MS = 90_000, 30_000


def near(track: Track, ms: int) -> Track:
    """The cues that stand within a minute and a half of a time; all of a track that is short."""
    if len(track.cues) <= _MANY:
        return track
    start, stop = ms - _AROUND_MS, ms + _AROUND_MS
    return track.with_cues(
        tuple(cue for cue in track.cues if cue.start <= stop and cue.end >= start)
    )


class Footage(QObject):
    """Keeps the player and the waveform of the page at one film and one time."""

    moved = Signal(int)
    """The player's time in milliseconds."""
    known = Signal()
    """The film was read: its rate and length are there."""
    surrounded = Signal(object, object)
    """The film's own cuts in seconds, a tuple of Fraction, and its Size."""
    failed = Signal(object)
    """Its sound could not be read."""

    def __init__(self, films: Films, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._films, self._jobs = films, jobs
        self.player = Player()
        self.wave = Wave()
        self._id = ""
        self._shown = False
        self._fault: dict[str, Notice] = {}
        self._sounds: dict[str, Peaks | None] = {}
        self._places: dict[str, Fraction] = {}
        """Where each film was left."""
        self._tracks: tuple[Track, ...] = ()
        self._dressed_at = 0
        self._wanted: Fraction | None = None
        self._waiting: Cue | None = None
        """The cue to go to once it is known which frame shows it."""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_DRESS_MS)
        self._later.timeout.connect(self._dress)
        films.probed.connect(self._probed)
        films.failed.connect(self._failed)
        films.analysed.connect(self._show_cuts)
        self.player.moved.connect(self._moved)
        self.wave.sought.connect(self.seek)

    @property
    def film(self) -> Film | None:
        """The film itself, None while it is not read."""
        return self._films.film(self._id)

    @property
    def rate(self) -> FrameRate | None:
        """Its frames a second; None while it is not read, or where they vary."""
        film = self.film
        return film.video.rate if film is not None and film.video.constant_rate else None

    @property
    def now(self) -> int:
        """The time of the frame that is shown in milliseconds, or of the one that is coming."""
        wanted, rate = self._wanted, self.rate
        if wanted is None:
            return milliseconds(self.player.position)
        return milliseconds(rate.seconds(rate.frame_at(wanted)) if rate is not None else wanted)

    @property
    def here(self) -> int:
        """The same, also while the page is not shown."""
        left = self._places.get(self._id)
        return self.now if self.player.film is not None or left is None else milliseconds(left)

    def come_back(self, ms: int) -> None:
        """Go to a time of the film in milliseconds, as soon as it is shown."""
        self._places[self._id] = Fraction(ms, 1000)
        if self.player.film is not None:
            self.seek(ms)

    @property
    def half_frame(self) -> int:
        """Half a frame in milliseconds: cues stand on the frame whose start is nearest."""
        film = self.film
        return milliseconds(Fraction(1, 2) / film.video.rate.value) if film is not None else 0

    # -- what is shown --------------------------------------------------------------------

    def show_film(self, film_id: str, *, shown: bool) -> None:
        """Behind another page (`shown` False) no film is kept open."""
        if self.player.film is not None:
            self._places[self._id] = self.player.position
        if film_id != self._id:
            self._waiting = None
            self.surrounded.emit((), FULL_HD)
        self._id, self._shown = film_id, shown
        film, fault = self.film, self._fault.get(film_id)
        words = ""
        if fault is not None and film is None:
            words = f"{heard(fault.text)}\n{heard(fault.hint)}".strip()
        reopened = shown and film is not None and self.player.film != film
        self.player.set_film(film if shown else None, words)
        if not shown or film is None:
            self._show_sound(film)
            return
        if reopened and film_id in self._places:
            self.player.seek(self._places[film_id])
        self._show_cuts()
        self._show_sound(film)
        self._films.analyse(film_id)

    def show_tracks(self, tracks: tuple[Track, ...]) -> None:
        """The tracks over the picture, the first one as the main one."""
        self._tracks = tracks
        self._later.start()

    def _dress(self) -> None:
        self._dressed_at = self.now
        tracks = tuple(near(track, self._dressed_at) for track in self._tracks)
        self.player.set_captions(tracks, store.caption_style(CAPTIONS))

    def _probed(self, film_id: str) -> None:
        self._fault.pop(film_id, None)
        if film_id == self._id:
            self.show_film(film_id, shown=self._shown)
            if self._waiting is not None:
                self.seek_cue(self._waiting)
            self.known.emit()

    def _failed(self, film_id: str, notice: Notice) -> None:
        self._fault[film_id] = notice
        if film_id == self._id:
            self.show_film(film_id, shown=self._shown)

    def _show_cuts(self) -> None:
        film = self.film
        if film is None:
            return
        analysis = self._films.analysis(self._id)
        shots = analysis.detect().shots[1:] if analysis is not None else ()
        cuts = tuple(film.time_of(shot.start) for shot in shots)
        shown = [milliseconds(one) for one in cuts]
        self.wave.show_film(milliseconds(film.duration), shown, self.rate)
        self.surrounded.emit(cuts, film.video.display)

    def _show_sound(self, film: Film | None) -> None:
        if film is None:
            self.wave.show_sound(None, _PEAKS_PER_SECOND)
            return
        key = film.sha256
        self.wave.show_sound(self._sounds.get(key), _PEAKS_PER_SECOND)
        if not film.audio or key in self._sounds:
            return
        self._sounds[key] = None
        job = self._jobs.start(
            said("Reading the sound of {id}", id=self._id),
            peaks,
            film,
            _PEAKS_PER_SECOND,
            quiet=True,
        )

        def done(found: Peaks) -> None:
            self._sounds[key] = found
            if self.film is not None and self.film.sha256 == key:
                self.wave.show_sound(found, _PEAKS_PER_SECOND)

        job.done.connect(while_there(self, done))
        job.failed.connect(self.failed)

    # -- time -----------------------------------------------------------------------------

    def seek(self, ms: int) -> None:
        """Go to a time in milliseconds."""
        film = self.film
        if film is None:
            self._places[self._id] = Fraction(ms, 1000)
            self.wave.show_now(ms)
            return
        self._wanted = min(Fraction(ms, 1000), film.duration)
        if self.player.film is None:
            # Nobody sees the page: it opens there.
            self._places[self._id] = self._wanted
        self.player.seek(self._wanted)
        self.wave.show_now(milliseconds(self._wanted))

    def seek_cue(self, cue: Cue) -> None:
        """Go to the first frame that shows a cue."""
        self._waiting = cue if self.film is None else None
        # The frame whose start is nearest shows the cue; half a frame later it surely stands.
        self.seek(cue.start + self.half_frame)

    def _moved(self, seconds: Fraction) -> None:
        self._wanted = None
        ms = milliseconds(seconds)
        self.wave.show_now(ms)
        far = abs(ms - self._dressed_at) > _AROUND_MS - _MARGIN_MS
        if far and any(len(track.cues) > _MANY for track in self._tracks):
            self._later.start()
        self.moved.emit(ms)
