"""One pass over a film for its cuts and for what each frame is worth."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from studio.core.errors import CannotRead
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.core.time import FrameRate
from studio.media.cache import default_cache, key_of
from studio.media.film import Film
from studio.shots.curve import cut_curve
from studio.shots.detect import Detection, Evidence, detect
from studio.shots.dissolves import SURE, Dissolve, dissolves
from studio.shots.earlier import remember
from studio.shots.fades import Fade, fades, without_mixed
from studio.shots.looking import Bytes
from studio.shots.measures import hashes, measures
from studio.shots.onepass import look_through, pictures_first
from studio.shots.packing import FOREIGN, pack, unpack
from studio.shots.parts import Parts
from studio.shots.steps import SCALARS
from studio.shots.structure import Floats, Structure, Whole
from studio.shots.watching import Part

# To be raised whenever anything that is cached would come out otherwise.
VERSION = 12


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one pass found; all arrays have one entry a frame, in order of `pts` (int64).

    `curve` float32 0 to 1: how surely a shot begins there. `measures` as studio.shots.measures
    names them. `free` uint8 (n, 9, 16), (n, 16, 9) for a portrait film: 255 where a place is calm.
    `hashes` uint64: perceptual hashes. `stop` is the PTS at which the last frame ends.

    `measured` bool: the frames that were looked at closely, the stillest of each quarter second.
    Of the others `free` and the measures that maps give are those of the nearest that was; stills
    are taken of measured frames only. `thumbs` int64, in order: PTS of frames whose pictures of
    STRIP_WIDTH the cache was given, one a second, one soon after each change, some of key frames.
    """

    film_sha256: str
    rate: FrameRate
    pts: Whole
    stop: int
    curve: Floats
    measures: dict[str, Floats]
    measured: NDArray[np.bool_]
    free: Bytes
    hashes: NDArray[np.uint64]
    fades: tuple[Fade, ...]
    dissolves: tuple[Dissolve, ...]
    thumbs: Whole

    def detect(self, sensitivity: float = 0.5) -> Detection:
        """The shots and transitions; quick, so that a slider may call it. Raises BadValue."""
        ends = np.append(self.pts, self.stop)
        return detect(Evidence(ends, self.curve, self.fades, self.dissolves), sensitivity)

    def index_of(self, pts: int) -> int:
        """The number of the last frame at or before `pts`; 0 before the first."""
        return max(0, int(np.searchsorted(self.pts, pts, side="right")) - 1)


def analyse(film: Film, progress: Progress = SILENT) -> Analysis:
    """The analysis of `film`, from the cache where it was made before.

    While it is made, studio.shots.so_far tells what there is; stopped, it goes on from there the
    next time, and ends in the same. Raises CannotRead.
    """
    cache = default_cache()
    key = key_of("shots", VERSION, film.sha256, film.video)
    parts = Parts(film, VERSION)
    known = _known(cache.get(key))
    if known is None:
        first = pictures_first(film, parts, progress)
        known = _concluded(film, look_through(film, parts, progress), first)
        cache.put(key, _packed(known))
    remember(film)
    # Also what a pass left that was killed just here, or that ran beside the one that made it.
    parts.forget(len(known.pts))
    progress.report(1.0, said("Shots"))
    return known


def _concluded(film: Film, found: list[Part], first: Whole) -> Analysis:
    """The last word; `found` is emptied, so that what a long film holds is not there twice."""
    if not found:
        raise CannotRead(
            said("{film} holds no picture that can be decoded.", film=film.path),
            hint=said("The film may be damaged; export it again."),
        )
    pts = np.concatenate([part.pts for part in found])
    table = np.concatenate([part.table for part in found])
    rows = {name: table[:, at] for at, name in enumerate(SCALARS)}
    measured = np.concatenate([part.measured for part in found])
    nearest = _nearest(measured, len(pts))
    seen = {name: np.concatenate([part.maps[name] for part in found]) for name in found[0].maps}
    free = np.asarray(seen["calm"][nearest], np.uint8)
    pictures = np.unique(np.concatenate([first, *(part.pictures for part in found)]))
    thumbs = np.concatenate([part.thumbs for part in found])
    found.clear()
    structure = Structure(thumbs)
    rate = _mean_rate(film, pts)
    level, spread = structure.tone()
    mixed = dissolves(structure, rate)
    surely = [(one.start, one.stop) for one in mixed if one.residue <= SURE]
    return Analysis(
        film_sha256=film.sha256,
        rate=film.video.rate,
        pts=pts,
        stop=_stop(film, pts),
        curve=cut_curve(rows, structure, rate),
        measures=measures(rows, {name: one[nearest] for name, one in seen.items()}, free),
        measured=np.isin(np.arange(len(pts)), measured),
        free=free,
        hashes=hashes(thumbs),
        fades=without_mixed(fades(level, spread, rate), surely, spread),
        dissolves=mixed,
        thumbs=pictures,
    )


def _nearest(measured: Whole, count: int) -> Whole:
    """For each of `count` frames which of those measured is nearest, the earlier of two."""
    middles = (measured[:-1] + measured[1:]) // 2
    return np.searchsorted(middles, np.arange(count), side="left")


def _mean_rate(film: Film, pts: Whole) -> float:
    """Frames a second as they came, which for variable rates is not what the file says."""
    seconds = float(film.time_of(int(pts[-1])) - film.time_of(int(pts[0])))
    return (len(pts) - 1) / seconds if seconds > 0 else float(film.video.rate.value)


def _stop(film: Film, pts: Whole) -> int:
    after = film.pts_of(film.duration)
    return after if after > int(pts[-1]) else int(pts[-1]) + 1


def _packed(made: Analysis) -> bytes:
    facts = {"film": made.film_sha256, "rate": str(made.rate), "stop": made.stop}
    arrays: dict[str, NDArray[np.generic]] = {
        "pts": made.pts,
        "curve": made.curve,
        "measured": made.measured,
        "free": made.free,
        "hashes": made.hashes,
        "thumbs": made.thumbs,
        "fades": np.array(
            [(one.start, one.flat, one.flat_stop, one.stop) for one in made.fades], np.int32
        ).reshape(-1, 4),
        "dissolves": np.array(
            [(one.start, one.stop, one.residue) for one in made.dissolves], np.float64
        ).reshape(-1, 3),
    }
    return pack(facts, arrays | {f"measure {name}": one for name, one in made.measures.items()})


def _known(data: bytes | None) -> Analysis | None:
    """What was packed; None for bytes that another program or version wrote."""
    try:
        return None if data is None else _unpacked(data)
    except FOREIGN:
        return None


def _unpacked(data: bytes) -> Analysis:
    facts, arrays = unpack(data)
    named = {
        name.removeprefix("measure "): array
        for name, array in arrays.items()
        if name.startswith("measure ")
    }
    return Analysis(
        film_sha256=facts["film"],
        rate=FrameRate.parse(facts["rate"]),
        pts=arrays["pts"],
        stop=facts["stop"],
        curve=arrays["curve"],
        measures=named,
        measured=arrays["measured"],
        free=arrays["free"],
        hashes=arrays["hashes"],
        fades=tuple(Fade(*one) for one in arrays["fades"].tolist()),
        dissolves=tuple(
            Dissolve(int(start), int(stop), residue)
            for start, stop, residue in arrays["dissolves"].tolist()
        ),
        thumbs=arrays["thumbs"],
    )
