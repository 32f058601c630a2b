"""Where the times of a film lie in a new edit of it: one alignment, for stills and for cues."""

from __future__ import annotations

import contextlib
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from studio.conform.offsets import ALIKE, Votes, offsets, votes
from studio.conform.path import NOWHERE, Way, follow, sample_pairs
from studio.conform.prints import Prints, differing, levelled, prints
from studio.conform.runs import Run, Settler
from studio.conform.seeing import WHOLE, Seer, parts_to_try, register
from studio.core.errors import CannotRead
from studio.core.geometry import Rect
from studio.core.progress import SILENT, Progress
from studio.core.progress import Span as Part
from studio.core.said import said
from studio.media.film import Film
from studio.media.sound import peaks
from studio.shots.analyse import Analysis
from studio.shots.structure import Floats, Whole

# Bits (of 64) that another encoding may change without any doubt that the picture is the same.
_NOISE = 3.0
# Runs with this many telling frames and more are as sure as their pictures are.
_LONG = 6.0
# A run of which nearly all frames are somewhere else as well may be that one.
_REPEATED = 0.8
_DOUBLE = 0.6
_ELSEWHERE = 1.0
_LEAST = 3
# Less than this share of the new edit found, or more than so many bits off: bars, another shape?
_SHARED = 0.7
_ROUGH = 4.0
# Pairs of frames by which two pictures are laid on each other.
_PAIRS = 9


@dataclass(frozen=True, slots=True)
class Span:
    """Old times `old_start` up to `old_end` lie at `new_start` up to `new_end`: seconds, exact.

    All are borders of frames, from the film's first frame on. `confidence` is 0 to 1.
    """

    old_start: Fraction
    old_end: Fraction
    new_start: Fraction
    new_end: Fraction
    confidence: float

    @property
    def speed(self) -> Fraction:
        """New seconds for one old second: 24/25 for a film that was sped up from 24 to 25."""
        return (self.new_end - self.new_start) / (self.old_end - self.old_start)

    def new_time(self, seconds: Fraction) -> Fraction:
        """Where an old time lies, exact."""
        return self.new_start + (seconds - self.old_start) * self.speed


@dataclass(frozen=True, slots=True)
class Found:
    """Where an old time lies in the new edit: seconds from its first frame, confidence 0 to 1."""

    seconds: Fraction
    confidence: float


@dataclass(frozen=True, slots=True)
class FoundFrame:
    """The frame of the new edit that shows an old one: its PTS there, confidence 0 to 1."""

    pts: int
    confidence: float


@dataclass(frozen=True, slots=True, eq=False)
class Conformed:
    """The alignment of two edits. `spans` are in order of old time and never cover one twice.

    What no span covers is not in the new edit. `added` are the stretches of the new edit that the
    old one has not, as seconds. `notes` say what could not be looked at. `old_pts`, `new_pts` are
    the PTS of all frames and where the last one ends; `sure` (n old frames) 0 to 1; `parts` what
    of the two pictures is the same, 0 to 1.
    """

    old: Film
    new: Film
    spans: tuple[Span, ...]
    added: tuple[tuple[Fraction, Fraction], ...]
    notes: tuple[str, ...]
    old_pts: Whole
    new_pts: Whole
    sure: Floats
    parts: tuple[Rect, Rect]

    @property
    def kept(self) -> float:
        """The share (0 to 1) of the old edit's time that is in the new one."""
        total = self.old.time_of(int(self.old_pts[-1]))
        held = sum((one.old_end - one.old_start for one in self.spans), Fraction(0))
        return float(held / total) if total else 0.0

    def new_time(self, seconds: Fraction) -> Found | None:
        """Where an old time (seconds from the first frame) lies; None when it is not there.

        The very end of a span belongs to it unless another begins there, so that a cue that ends
        with its shot still does.
        """
        place = bisect_right(self.spans, seconds, key=lambda one: one.old_start) - 1
        if place < 0 or seconds > self.spans[place].old_end:
            return None
        span = self.spans[place]
        return Found(span.new_time(seconds), span.confidence)

    def new_frame(self, pts: int) -> FoundFrame | None:
        """The frame of the new edit that shows the old frame at `pts`; None when it is gone."""
        at = max(0, int(np.searchsorted(self.old_pts, pts, side="right")) - 1)
        if at >= len(self.old_pts) - 1:
            return None
        start, stop = (self.old.time_of(int(self.old_pts[at + one])) for one in (0, 1))
        # The middle of a frame is safe from rounding, and right at any rate.
        found = self.new_time((start + stop) / 2)
        if found is None:
            return None
        goal = self.new.pts_of(found.seconds)
        there = int(np.searchsorted(self.new_pts[:-1], goal, side="right")) - 1
        sure = round(min(found.confidence, float(self.sure[at])), 3)
        return FoundFrame(int(self.new_pts[max(0, there)]), sure)


def conform(
    old: Film,
    old_analysis: Analysis,
    new: Film,
    new_analysis: Analysis,
    progress: Progress = SILENT,
) -> Conformed:
    """The alignment of `old` and `new`, of which nothing is assumed but that they share pictures.

    Hashes of the two analyses say which stretches are shared; sound decides where pictures look
    the same in several places; the pictures themselves are read where frames or borders are in
    doubt, and throughout when bars or the shape of the picture differ. Where a film's file is
    gone or was overwritten, what was analysed has to do, and a note says so. Raises BadValue.
    """
    notes: list[str] = []
    with _seers((old, old_analysis), (new, new_analysis), notes) as seers:
        heard = _heard(old, new, Part(progress, 0.0, 0.1), notes)
        was = prints(old, old_analysis, heard[0])
        now = prints(new, new_analysis, heard[1])
        best = _compared((old, new), was, now, Part(progress, 0.1, 0.2))
        if best.doubtful and seers is not None:
            best = _elsewhere((old, new), seers, best, Part(progress, 0.2, 0.85))
        settler = Settler(best.old, best.new, best.way, seers)
        runs = settler.runs(Part(progress, 0.85, 1.0))
        parts = (WHOLE, WHOLE) if seers is None else (seers[0].part, seers[1].part)
    made = _Spans((old, new), (old_analysis, new_analysis), settler, best.pairs)
    progress.report(1.0, said("Comparing the edits"))
    return made.conformed(runs, tuple(notes), parts)


@contextlib.contextmanager
def _seers(
    old: tuple[Film, Analysis], new: tuple[Film, Analysis], notes: list[str]
) -> Iterator[tuple[Seer, Seer] | None]:
    """Both films opened, or None and a note when one cannot be."""
    with contextlib.ExitStack() as stack:
        try:
            seers = stack.enter_context(Seer(*old)), stack.enter_context(Seer(*new))
        except CannotRead as error:
            notes.append(said("Pictures were not compared: {reason:bare}.", reason=str(error)))
            yield None
            return
        yield seers


def _elsewhere(
    films: tuple[Film, Film], seers: tuple[Seer, Seer], best: _Comparison, progress: Progress
) -> _Comparison:
    """The best of `best` and of all comparisons of parts of the pictures; the seers look there."""
    chosen = WHOLE, WHOLE
    tries = parts_to_try(*seers)
    for number, parts in enumerate(tries):
        part = Part(progress, number / (len(tries) + 1), (number + 1) / (len(tries) + 1))
        made = _looked_at(films, seers, parts, best, part)
        if made.way.cost < best.way.cost:
            best, chosen = made, parts
    seers[0].look_at(chosen[0])
    seers[1].look_at(chosen[1])
    if chosen == (WHOLE, WHOLE) or not register(*seers, sample_pairs(best.way, _PAIRS)):
        return best
    parts = seers[0].part, seers[1].part
    return _looked_at(films, seers, parts, best, Part(progress, len(tries) / (len(tries) + 1), 1))


def _looked_at(
    films: tuple[Film, Film],
    seers: tuple[Seer, Seer],
    parts: tuple[Rect, Rect],
    known: _Comparison,
    progress: Progress,
) -> _Comparison:
    """The comparison of what the edits look like within these parts."""
    seers[0].look_at(parts[0])
    seers[1].look_at(parts[1])
    was = replace(known.old, hashes=seers[0].hashes(Part(progress, 0.0, 0.4)))
    now = replace(known.new, hashes=seers[1].hashes(Part(progress, 0.4, 0.8)))
    return _compared(films, was.unlevelled(), now.unlevelled(), Part(progress, 0.8, 1.0))


def _heard(old: Film, new: Film, progress: Progress, notes: list[str]) -> tuple[Floats, Floats]:
    """The peaks of both, none where one has no sound or cannot be read."""
    none = np.zeros((0, 2), np.float32)
    if not old.audio or not new.audio:
        return none, none
    try:
        return peaks(old, progress=Part(progress, 0, 0.5)), peaks(
            new, progress=Part(progress, 0.5, 1)
        )
    except CannotRead as error:
        notes.append(said("Sound was not compared: {reason:bare}.", reason=str(error)))
        return none, none


@dataclass(frozen=True, slots=True, eq=False)
class _Comparison:
    """Both edits with their levels, the pairs of alike frames, and the way through them."""

    old: Prints
    new: Prints
    way: Way
    pairs: Votes

    @property
    def doubtful(self) -> bool:
        """Whether so little is shared, or so badly, that the picture may stand elsewhere."""
        found = self.way.old >= 0
        return bool(found.mean() < _SHARED or self.way.bits[found].mean() > _ROUGH)


def _compared(
    films: tuple[Film, Film], old: Prints, new: Prints, progress: Progress
) -> _Comparison:
    """The better of two: the same instants at another rate, or the same frames at it.

    Then once more, with what the first way tells of the grade: fades have their places from that.
    """
    pairs = votes(old, new)
    speeds = dict.fromkeys((1.0, float(films[0].video.rate.value / films[1].video.rate.value)))
    tries = [offsets(old, new, pairs, speed) for speed in speeds]
    parts = [Part(progress, at / 3, (at + 1) / 3) for at in range(3)]
    ways = [follow(old, new, one, part) for one, part in zip(tries, parts, strict=False)]
    best = min(range(len(ways)), key=lambda at: round(ways[at].cost))
    alike = np.flatnonzero((ways[best].old >= 0) & (ways[best].bits <= _NOISE))
    was, now = levelled(old, new, ways[best].old[alike], alike)
    return _Comparison(was, now, follow(was, now, tries[best], parts[2]), pairs)


class _Spans:
    """Makes spans of runs: each old time once, borders exact, with what speaks for them."""

    def __init__(
        self,
        films: tuple[Film, Film],
        analyses: tuple[Analysis, Analysis],
        settler: Settler,
        pairs: Votes,
    ) -> None:
        self._films, self._settler = films, settler
        self._old, self._new = (np.append(one.pts, one.stop) for one in analyses)
        self._sure = np.zeros(len(analyses[0].pts), np.float32)
        self._taken = np.zeros(len(analyses[0].pts), np.bool_)
        self._pairs = pairs

    def conformed(
        self, runs: tuple[Run, ...], notes: tuple[str, ...], parts: tuple[Rect, Rect]
    ) -> Conformed:
        """The strongest runs first; of what is shown again later, only what is not covered yet."""
        strength = {run: self._confidence(run) for run in runs}
        order = sorted(runs, key=lambda run: (-strength[run][1], run.first))
        found = [span for run in order for span in self._spans(run, strength[run][0])]
        found.sort(key=lambda one: one.old_start)
        old, new = self._films
        added, pts = self._added(runs), (self._old, self._new)
        return Conformed(old, new, tuple(found), added, notes, *pts, self._sure, parts)

    def _confidence(self, run: Run) -> tuple[float, float]:
        """0 to 1, and how much evidence there is, in frames."""
        telling = ~self._settler.new.plain[run.first : run.stop]
        bits = self._settler.costs(run)[telling]
        if not len(bits):
            return 0.0, 0.0
        match = float(np.clip((NOWHERE - bits.mean()) / (NOWHERE - _NOISE), 0, 1))
        length = 1 - 0.5 * float(np.exp(-len(bits) / _LONG))
        unique = _DOUBLE if self._doubles(run) else 1.0
        made = round(match * length * unique, 3)
        return made, made * len(bits)

    def _doubles(self, run: Run) -> bool:
        """Whether nearly every frame of the run is in another place of the old edit as well."""
        old, new, pairs = self._settler.old, self._settler.new, self._pairs
        inside = (pairs.new >= run.first) & (pairs.new < run.stop)
        there, here = pairs.old[inside], pairs.new[inside]
        if not len(here):
            return False
        own = self._settler.shown(run)[here - run.first]
        known = own >= 0
        there, here, own = there[known], here[known], own[known]
        bits = differing(new.hashes[here], old.hashes[there]).astype(np.int64)
        mine = differing(new.hashes[here], old.hashes[own]).astype(np.int64)
        far = np.abs(old.middles[there] - old.middles[own]) > _ELSEWHERE
        rival = far & (bits <= np.minimum(mine + 1, ALIKE))
        asked = len(np.unique(here))
        return bool(asked) and len(np.unique(here[rival])) >= _REPEATED * asked

    def _spans(self, run: Run, confidence: float) -> Iterator[Span]:
        """The parts of the run whose old frames no stronger run has taken."""
        grid = self._settler.way.grid
        old, new = self._settler.old, self._settler.new
        begin, end = new.starts[run.first], new.starts[run.stop]
        later = old.middles * grid.speed + run.number * grid.unit
        here = np.flatnonzero((later >= begin) & (later < end) & ~self._taken)
        if not len(here):
            return
        for part in np.split(here, np.flatnonzero(np.diff(here) > 1) + 1):
            shown = np.clip(
                np.searchsorted(new.starts, later[part], side="right") - 1, run.first, run.stop - 1
            )
            if (~new.plain[shown]).sum() < _LEAST:
                continue
            self._taken[part] = True
            bits = differing(new.hashes[shown], old.hashes[part]).astype(np.float32)
            bits[new.plain[shown] | old.plain[part]] = _NOISE
            self._sure[part] = np.clip((2 * NOWHERE - bits) / (2 * NOWHERE - _NOISE), 0, 1)
            yield self._exact(part, shown, run, confidence)

    def _exact(self, part: Whole, shown: Whole, run: Run, confidence: float) -> Span:
        old, new = self._films
        # A run that is whole keeps all of its new frames, whichever old ones they repeat.
        whole = len(part) >= int((self._settler.shown(run) >= 0).sum()) or len(part) > len(shown)
        first = run.first if whole else int(shown[0])
        last = run.stop - 1 if whole else int(shown[-1])
        return Span(
            old.time_of(int(self._old[part[0]])),
            old.time_of(int(self._old[part[-1] + 1])),
            new.time_of(int(self._new[first])),
            new.time_of(int(self._new[last + 1])),
            confidence,
        )

    def _added(self, runs: tuple[Run, ...]) -> tuple[tuple[Fraction, Fraction], ...]:
        """What of the new edit no run covers."""
        new = self._films[1]
        free: list[tuple[Fraction, Fraction]] = []
        at = 0
        for run in (*runs, Run(len(self._new) - 1, len(self._new) - 1, 0)):
            if run.first > at:
                begin, end = int(self._new[at]), int(self._new[run.first])
                free.append((new.time_of(begin), new.time_of(end)))
            at = run.stop
        return tuple(free)
