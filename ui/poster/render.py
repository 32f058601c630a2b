"""Posters as pictures for the window: the engine's own, painted as jobs, the newest wish first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage

from studio.campaign.document import FilmEntry, Market, PosterEntry
from studio.core.errors import BadValue
from studio.core.geometry import Rect
from studio.core.progress import Progress
from studio.core.time import parse_time
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.poster.document import PosterCopy
from studio.poster.make import make_poster
from studio.poster.problem import Problem
from studio.presets import store
from studio.shots.faces import faces
from ui.jobs import Job, Jobs

Picture = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Wish:
    """All that a painted poster depends on; `limit` is its longer side in pixels."""

    film: Film
    seconds: Fraction
    template: str
    format: str
    copy: PosterCopy
    focus: tuple[float, float] | None
    limit: int

    @property
    def key(self) -> object:
        """Equal for wishes that look the same."""
        copy = self.copy
        return (
            self.film.sha256,
            self.seconds,
            self.template,
            self.format,
            self.focus,
            self.limit,
            copy.languages,
            tuple(sorted(copy.copy.items())),
            tuple(sorted(copy.title.items())),
            copy.legal,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Painted:
    """A painted wish. `crop` is the part of the still that is shown, 0 to 1 of it."""

    wish: Wish
    image: QImage
    problems: tuple[Problem, ...]


@lru_cache(maxsize=6)
def _still(film: Film, seconds: Fraction) -> tuple[Picture, tuple[Rect, ...]]:
    with FrameReader(film) as reader:
        picture = reader.at(seconds).rgb()
    return picture, faces(np.ascontiguousarray(picture[..., ::-1]))


def paint(wish: Wish, progress: Progress) -> Painted:
    """The engine's poster, for the screen. Raises StudioError."""
    progress.report(0.0)
    picture, found = _still(wish.film, wish.seconds)
    made = make_poster(
        picture,
        store.template(wish.template),
        store.poster_format(wish.format),
        wish.copy,
        wish.focus,
        found,
        limit=wish.limit,
    )
    data = np.ascontiguousarray(np.asarray(made.image.convert("RGB")))
    height, width, _ = data.shape
    image = QImage(data.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    return Painted(wish, image, made.problems)


def seconds_of(poster: PosterEntry, film: Film) -> Fraction | None:
    """When its still is, from the first frame; None while it is open. Raises BadValue."""
    still = poster.still
    if still.pts is not None:
        base = still.time_base or film.video.time_base
        return max(Fraction(0), still.pts * base - film.video.first_pts * film.video.time_base)
    if still.text == "auto":
        return None
    return parse_time(still.text, film.video.rate)


def copy_for(film: FilmEntry, poster: PosterEntry, market: Market) -> PosterCopy:
    """What the poster says in a market. Raises BadValue when it says nothing there."""
    languages = tuple(one for one in market.languages if poster.copy.get(one, "").strip())
    if not languages or languages[0] != market.languages[0]:
        raise BadValue(f"No copy in {market.languages[0]} yet.", hint="Type it on the right.")
    titles = {**film.title, **poster.title}
    return PosterCopy(
        languages,
        {one: poster.copy[one] for one in languages},
        {one: titles[one] for one in languages if one in titles},
        market.legal,
    )


class Painter(QObject):
    """Paints wishes one after the other; a newer wish for the same place replaces the older."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._waiting: dict[str, tuple[Wish, Callable[[Painted], None]]] = {}
        self._order: list[str] = []
        self._running: Job | None = None
        self._kept: dict[object, Painted] = {}
        self._fault: Callable[[str, BaseException], None] = lambda place, error: None
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(30)
        self._turn.timeout.connect(self._next)

    def on_fault(self, told: Callable[[str, BaseException], None]) -> None:
        """Who hears what could not be painted."""
        self._fault = told

    def ask(self, place: str, wish: Wish, done: Callable[[Painted], None]) -> None:
        """Paint `wish` for `place`; what was painted before comes at once."""
        kept = self._kept.get(wish.key)
        if kept is not None:
            self._waiting.pop(place, None)
            done(kept)
            return
        if place not in self._waiting:
            self._order.append(place)
        self._waiting[place] = (wish, done)
        self._turn.start()

    def forget(self) -> None:
        """Drop all wishes that were not begun."""
        self._waiting.clear()
        self._order.clear()

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        # The canvas first: it is what the person looks at.
        place = "canvas" if "canvas" in self._waiting else self._order[0]
        self._order.remove(place)
        wish, done = self._waiting.pop(place)
        job = self._jobs.start("Painting", paint, wish, quiet=True)
        self._running = job

        def painted(result: Painted) -> None:
            self._keep(result)
            done(result)

        job.done.connect(painted)
        job.failed.connect(lambda error: self._fault(place, error))
        job.ended.connect(self._ended)

    def _keep(self, result: Painted) -> None:
        self._kept[result.wish.key] = result
        while len(self._kept) > 120:
            self._kept.pop(next(iter(self._kept)))

    def _ended(self) -> None:
        self._running = None
        if self._waiting:
            self._turn.start()
