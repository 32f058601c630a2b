"""The window of a film that follows what it shows: still by default, moved slowly where it must be.

Each shot gets one place for its window, or several with an eased move between them. A move is made
only where keeping still would lose more of what draws the eye than a move is worth, so nothing
trembles: there is no filter that could. The window jumps at cuts and slides along with dissolves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from studio.burn.picture.form import View
from studio.core.geometry import Rect
from studio.core.later import later
from studio.core.progress import SILENT, Progress
from studio.core.time import round_half_up
from studio.media.film import Film

if TYPE_CHECKING:
    from studio.stills import attention as attending
    from studio.stills.attention import Glance, Watched
else:
    # Few films are looked through; the others need not wait for what does it.
    attending = later("studio.stills.attention")

#: Places are whole parts of a pixel of the film, so many to the pixel.
FINE = 64
# Places that a window is tried at from edge to edge.
_TRIED = 41
# What a move must save: seconds of a picture that shows nothing of what draws the eye.
_MOVE = 0.7
# Windows a second, on the average of a move; at its middle it is nearly twice as fast.
_FASTEST = 0.35
# No move is shorter than this, in seconds; nor is one tried that is longer than so many glances.
_SHORTEST, _GLANCES = 1.2, 16
# A walk is followed in one move, not from stop to stop: seconds that a stop lasts at least.
_PAUSE = 1.6
# Windows a second that a slide through a dissolve may go.
_SLIDE = 1.0
# What a face of the glance before or after counts, and so on.
_MEMORY = 0.85
# A place that shows nearly as much as the best one is as good.
_AS_GOOD = 0.06
# How much faces count beside all else, a face of this share of the picture's height in full.
_FACES, _LARGE = 0.72, 0.12
# Air at each side of a face, in faces; and how a face loses by being far from the middle.
_AIR, _ASIDE = 0.3, 0.4
# What a window at the picture's edge loses: films put into the middle what matters.
_OFF_CENTRE = 0.15
# The outer share of the window at each side, where things count less and less.
_EDGE = 0.18

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Course:
    """From `start` up to `stop` (PTS) the window goes from `first` to `last`, eased at both ends.

    Places are in 64ths of a pixel along the film's upright picture.
    """

    start: int
    stop: int
    first: int
    last: int

    def place(self, pts: int) -> int:
        """Where the window is at `pts`."""
        if self.first == self.last:
            return self.first
        part = min(
            Fraction(1), max(Fraction(0), Fraction(pts - self.start, self.stop - self.start))
        )
        # Without a jolt: speed and its change are 0 at both ends (minimum jerk; Flash, Hogan 1985).
        eased = part**3 * (10 - 15 * part + 6 * part**2)
        return self.first + round_half_up((self.last - self.first) * eased)


@dataclass(frozen=True, slots=True)
class Framing:
    """The window over the whole film. `window` says how large it is, and where on the axis on which
    it cannot move; `across`: it moves from side to side, else up and down; `courses` in order."""

    window: Rect
    across: bool
    courses: tuple[Course, ...]

    def at(self, pts: int) -> Rect:
        """The window for the frame `pts`, in pixels of the upright picture."""
        found = max(0, bisect_right(self.courses, pts, key=lambda one: one.start) - 1)
        place = self.courses[found].place(pts) / FINE
        one = self.window
        if self.across:
            return Rect(place, one.y, one.width, one.height)
        return Rect(one.x, place, one.width, one.height)

    def between(self, first: int, last: int) -> tuple[tuple[int, ...], ...]:
        """What tells all windows from `first` to `last` (PTS): a part of a segment's key."""
        found: list[tuple[int, ...]] = []
        for number, one in enumerate(self.courses):
            # The last course shown goes on until the next begins.
            after = self.courses[number + 1].start if number + 1 < len(self.courses) else last + 1
            if one.start > last or (after <= first and number + 1 < len(self.courses)):
                continue
            still = one.first == one.last
            start = max(one.start, first) if still else one.start
            found.append((start, one.first) if still else (start, one.stop, one.first, one.last))
        return tuple(found)


def framing_of(film: Film, view: View, progress: Progress = SILENT) -> Framing:
    """How the window of `view` follows `film`; reads the film where that was not done before.

    Raises CannotRead.
    """
    shots = attending.attention(film, progress)
    return _framing(film, view, shots)


@lru_cache(maxsize=8)
def _framing(film: Film, view: View, shots: tuple[Watched, ...]) -> Framing:
    window, area = view.window, view.area or view.window
    across = window.width < area.width
    low, room = (area.x, area.width - window.width) if across else (
        area.y, area.height - window.height
    )  # fmt: skip
    whole = film.video.display.width if across else film.video.display.height
    length = window.width if across else window.height
    usual = window.x if across else window.y
    # Even pixels, so that a window at rest shows the film's own samples.
    tried = [round((low + room * n / (_TRIED - 1)) / 2) * 2 for n in range(_TRIED)]
    places = sorted({min(max(one, low), low + room) for one in (*tried, usual)})
    parts = np.array(places) / whole
    courses: list[Course] = []
    for shot in shots:
        faces = _remembered(shot.glances)
        worth = np.stack(
            [
                _worth(one, known, parts, length / whole, across=across)
                for one, known in zip(shot.glances, faces, strict=True)
            ]
        )
        bias = 1e-4 * np.abs(parts - usual / whole)
        times = [one.pts for one in shot.glances]
        step = float((shot.stop - shot.start) * film.video.time_base) / len(times)
        path = _path(np.round(worth - bias, 6), parts * whole / length, step)
        known = [
            (time, round(places[at] * FINE))
            for time, at in zip(times, path, strict=True)
            if at >= 0
        ]
        pause = round(Fraction(_PAUSE) / film.video.time_base)
        made = _courses(_moves(known, pause), shot, known[0][1])
        if courses and shot.melts:
            courses += _through(courses[-1], made[0], length * FINE, film)
        courses += made
    if not courses:
        courses = [Course(film.video.first_pts, film.video.first_pts, *(round(usual * FINE),) * 2)]
    return Framing(window, across, tuple(courses))


def _through(before: Course, after: Course, length: float, film: Film) -> list[Course]:
    """The window's way through a dissolve: a slide where there is time for one, else a jump in its
    middle, where neither picture is whole."""
    start, stop = before.stop, after.start
    seconds = float((stop - start) * film.video.time_base)
    if abs(after.first - before.last) <= _SLIDE * seconds * length:
        return [Course(start, stop, before.last, after.first)]
    middle = (start + stop) // 2
    return [
        Course(start, middle, before.last, before.last),
        Course(middle, stop, after.first, after.first),
    ]


def _remembered(glances: Sequence[Glance]) -> list[tuple[tuple[Rect, ...], float]]:
    """The faces of each glance and how much they count: those of a near one, where a face was
    turned away or missed, the less the longer ago or ahead."""
    seen = [n for n, one in enumerate(glances) if one.faces]
    found: list[tuple[tuple[Rect, ...], float]] = []
    for n in range(len(glances)):
        near = min(seen, key=lambda other: (abs(other - n), other), default=n)
        found.append((glances[near].faces, _MEMORY ** abs(near - n)))
    return found


def _worth(
    glance: Glance,
    known: tuple[tuple[Rect, ...], float],
    parts: Floats,
    length: float,
    *,
    across: bool,
) -> Floats:
    """For each place of a window (its start, in parts of the picture) 0 to 1 of what it shows.

    `known`: the faces and how much they count.
    """
    line = np.array(glance.across if across else glance.down, np.float64)
    line /= max(1.0, float(line.sum()))
    middles = (np.arange(attending.PLACES) + 0.5) / attending.PLACES
    inside = (middles - parts[:, None]) / length
    weight = np.clip(np.minimum(inside, 1 - inside) / _EDGE, 0, 1)
    seen: Floats = weight @ line
    aside = 2 * np.abs(parts + length / 2 - 0.5)
    seen = seen / max(1e-6, float(seen.max())) * (1 - _OFF_CENTRE * aside**2)
    faces, sure = known
    spans = [_span(face, across=across) for face in faces]
    if not spans:
        return seen
    largest = max(face.height for face in faces)
    shown = np.zeros(len(parts))
    total = 0.0
    for face, (start, stop) in zip(faces, spans, strict=True):
        size = (face.height / largest) ** 1.5
        total += size
        shown += size * _shown(start, stop, parts, length)
    share = sure * _FACES * min(1.0, largest / _LARGE) ** 0.5
    return np.asarray(share * shown / total + (1 - share) * seen)


def _span(face: Rect, *, across: bool) -> tuple[float, float]:
    start, size = (face.x, face.width) if across else (face.y, face.height)
    return max(0.0, start - _AIR * size), min(1.0, start + (1 + _AIR) * size)


def _shown(start: float, stop: float, parts: Floats, length: float) -> Floats:
    """How well windows show a face: wholly, and near their middle; half a face is worth little."""
    met = np.minimum(stop, parts + length) - np.maximum(start, parts)
    cover = np.clip(met / max(1e-6, min(stop - start, length)), 0, 1) ** 2
    aside = ((start + stop) / 2 - parts - length / 2) / (length / 2)
    return np.asarray(cover * (1 - _ASIDE * np.clip(np.abs(aside), 0, 1) ** 2))


def _path(worth: Floats, places: Floats, step: float) -> list[int]:
    """For each glance the number of its place; a run of others between two equal ones is a move.

    The cheapest way through (glances, places): standing costs what is lost there, moving that and
    _MOVE. `places` in windows, `step` seconds a glance. -1 stands for “on the way”.
    """
    lost = np.maximum(0.0, worth.max(axis=1, keepdims=True) - worth - _AS_GOOD) * step
    count, tried = lost.shape
    best = np.zeros((count, tried))
    came: list[npt.NDArray[np.int64]] = [np.full((tried, 2), -1)]
    best[0] = lost[0]
    ways = _ways(places, step)
    for now in range(1, count):
        best[now] = best[now - 1] + lost[now]
        origin = np.stack([np.arange(tried), np.ones(tried, np.int64)], axis=1)
        for long, (pairs, steps) in ways.items():
            if long > now:
                continue
            cost = best[now - long][pairs[:, 0]] + lost[now][pairs[:, 1]] + _MOVE
            for at in range(1, long):
                cost += lost[now - long + at][steps[:, at - 1]]
            order = np.lexsort((pairs[:, 0], np.round(cost, 6), pairs[:, 1]))
            ends, first = np.unique(pairs[order, 1], return_index=True)
            chosen = order[first]
            better = cost[chosen] < best[now][ends] - 1e-6
            best[now][ends[better]] = cost[chosen][better]
            origin[ends[better]] = np.stack(
                [pairs[chosen[better], 0], np.full(int(better.sum()), long)], axis=1
            )
        came.append(origin)
    path = [-1] * count
    now, place = count - 1, int(np.argmin(np.round(best[-1], 6)))
    while True:
        path[now] = place
        if now == 0:
            return path
        place, now = int(came[now][place][0]), now - int(came[now][place][1])


def _ways(
    places: Floats, step: float
) -> dict[int, tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """By their length in glances: pairs (from, to) of places, and where each move then comes by."""
    tried = len(places)
    pairs: dict[int, list[tuple[int, int]]] = {}
    for one in range(tried):
        for other in range(tried):
            far = abs(float(places[other] - places[one]))
            long = max(_SHORTEST, far / _FASTEST) / step
            if one != other and long <= _GLANCES:
                pairs.setdefault(max(1, int(np.ceil(long - 1e-6))), []).append((one, other))
    found = {}
    for count, group in sorted(pairs.items()):
        ends = np.array(group, np.int64)
        parts = np.arange(1, count) / count
        eased = parts**3 * (10 - 15 * parts + 6 * parts**2)
        where = ends[:, :1] + (ends[:, 1:] - ends[:, :1]) * eased[None, :]
        found[count] = ends, np.rint(where).astype(np.int64)
    return found


def _courses(moves: Sequence[Course], shot: Watched, first: int) -> list[Course]:
    """Holds and moves of a shot, from its start, where the window is at `first`, without gaps."""
    found: list[Course] = []
    begun, held = shot.start, first
    for move in moves:
        if begun < move.start:
            found.append(Course(begun, move.start, held, held))
        found.append(move)
        begun, held = move.stop, move.last
    if begun < shot.stop:
        found.append(Course(begun, shot.stop, held, held))
    return found


def _moves(known: Sequence[tuple[int, int]], pause: int) -> list[Course]:
    """The moves along (PTS, place); those that go on after less than `pause` PTS are one."""
    found: list[Course] = []
    for (before, one), (after, other) in pairwise(known):
        if one == other:
            continue
        last = found[-1] if found else None
        if last and before - last.stop < pause and (other > one) == (last.last > last.first):
            found[-1] = Course(last.start, after, last.first, other)
        else:
            found.append(Course(before, after, one, other))
    return found
