"""One pass over a film for its cuts and for what each frame is worth."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import av
import cv2
import numpy as np
from numpy.typing import NDArray

from studio.core.errors import CannotRead
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.core.time import FrameRate
from studio.media.cache import default_cache, key_of
from studio.media.film import Film, VideoStream
from studio.media.frames import FrameReader
from studio.shots.curve import cut_curve
from studio.shots.detect import Detection, Evidence, detect
from studio.shots.dissolves import Dissolve, dissolves
from studio.shots.fades import Fade, fades
from studio.shots.looking import Bytes, look
from studio.shots.maps import Maps, maps
from studio.shots.measures import hashes, measures
from studio.shots.packing import pack, unpack
from studio.shots.steps import SCALARS, Walker, thumb
from studio.shots.structure import Floats, Structure, Whole

# To be raised whenever anything that is cached would come out otherwise.
VERSION = 4
# Frames looked at in one go beside decoding: enough to keep both busy, bounded in memory.
_BATCH_BYTES = 96 * 1024 * 1024
_BATCH = 48
_WAITING = 2


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one pass found; all arrays have one entry a frame, in order of `pts` (int64).

    `curve` float32 0 to 1: how surely a shot begins there. `measures` as studio.shots.measures
    names them. `free` uint8 (n, 9, 16), (n, 16, 9) for a portrait film: 255 where a place is calm.
    `hashes` uint64: perceptual hashes. `stop` is the PTS at which the last frame ends.
    """

    film_sha256: str
    rate: FrameRate
    pts: Whole
    stop: int
    curve: Floats
    measures: dict[str, Floats]
    free: Bytes
    hashes: NDArray[np.uint64]
    fades: tuple[Fade, ...]
    dissolves: tuple[Dissolve, ...]

    def detect(self, sensitivity: float = 0.5) -> Detection:
        """The shots and transitions; quick, so that a slider may call it. Raises BadValue."""
        ends = np.append(self.pts, self.stop)
        return detect(Evidence(ends, self.curve, self.fades, self.dissolves), sensitivity)

    def index_of(self, pts: int) -> int:
        """The number of the last frame at or before `pts`; 0 before the first."""
        return max(0, int(np.searchsorted(self.pts, pts, side="right")) - 1)


def analyse(film: Film, progress: Progress = SILENT) -> Analysis:
    """The analysis of `film`, from the cache where it was made before.

    Raises CannotRead; when stopped nothing is kept.
    """
    cache = default_cache()
    key = key_of("shots", VERSION, film.sha256, film.video)
    kept = cache.get(key)
    if kept is not None:
        progress.report(1.0, said("Shots"))
        return _unpacked(kept)
    made = _concluded(film, _watched(film, progress))
    cache.put(key, _packed(made))
    progress.report(1.0, said("Shots"))
    return made


class _Watcher:
    """Looks at batches of frames and collects what the conclusions need."""

    def __init__(self, video: VideoStream) -> None:
        self._video = video
        self._walker = Walker()
        self.pts: list[int] = []
        self.rows: list[tuple[float, ...]] = []
        self.thumbs: list[Bytes] = []
        self.maps: list[Maps] = []

    def watch(self, batch: list[tuple[int, av.VideoFrame]]) -> None:
        looks = [look(native, self._video) for _, native in batch]
        self.pts += [pts for pts, _ in batch]
        self.rows += [self._walker.row(one) for one in looks]
        self.thumbs += [thumb(one) for one in looks]
        self.maps.append(maps(looks))


def _watched(film: Film, progress: Progress) -> _Watcher:
    """Decodes here and looks in a second thread; both release the interpreter while they work."""
    watcher = _Watcher(film.video)
    coded = film.video.coded.pixels * (4 if film.video.bits > 8 else 2)
    size = max(4, min(_BATCH, _BATCH_BYTES // coded))
    waiting: deque[Future[None]] = deque()
    batch: list[tuple[int, av.VideoFrame]] = []
    # OpenCV's own threads would only wait for each other on pictures this small.
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        with FrameReader(film) as reader, ThreadPoolExecutor(1) as beside:
            try:
                for frame in reader.walk():
                    batch.append((frame.pts, frame.native))
                    if len(batch) == size:
                        progress.report(_share(film, frame.pts), said("Looking for shots"))
                        waiting.append(beside.submit(watcher.watch, batch))
                        batch = []
                        if len(waiting) > _WAITING:
                            waiting.popleft().result()
                if batch:
                    waiting.append(beside.submit(watcher.watch, batch))
                for one in waiting:
                    one.result()
            finally:
                beside.shutdown(cancel_futures=True)
    finally:
        cv2.setNumThreads(threads)
    return watcher


def _share(film: Film, pts: int) -> float:
    return min(0.98, float(film.time_of(pts) / max(film.duration, film.video.time_base)))


def _concluded(film: Film, seen: _Watcher) -> Analysis:
    if not seen.pts:
        raise CannotRead(
            said("{film} holds no picture that can be decoded.", film=film.path),
            hint=said("The film may be damaged; export it again."),
        )
    pts = np.array(seen.pts, np.int64)
    table = np.array(seen.rows, np.float32)
    rows = {name: table[:, at] for at, name in enumerate(SCALARS)}
    calm = np.concatenate([one.calm for one in seen.maps])
    thumbs = np.stack(seen.thumbs)
    structure = Structure(thumbs)
    rate = _mean_rate(film, pts)
    return Analysis(
        film_sha256=film.sha256,
        rate=film.video.rate,
        pts=pts,
        stop=_stop(film, pts),
        curve=cut_curve(rows, structure, rate),
        measures=measures(rows, _mapped(seen.maps), calm),
        free=calm,
        hashes=hashes(thumbs),
        fades=fades(rows["mean"], rows["spread"], rate),
        dissolves=dissolves(structure, rate),
    )


def _mapped(seen: list[Maps]) -> Mapping[str, Floats]:
    subject = np.concatenate([one.subject for one in seen])
    return {
        "sharpness": np.concatenate([one.sharpness for one in seen]),
        "fullness": np.concatenate([one.fullness for one in seen]),
        "subject_x": subject[:, 0],
        "subject_y": subject[:, 1],
    }


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
        "free": made.free,
        "hashes": made.hashes,
        "fades": np.array(
            [(one.start, one.flat, one.flat_stop, one.stop) for one in made.fades], np.int32
        ).reshape(-1, 4),
        "dissolves": np.array(
            [(one.start, one.stop, one.residue) for one in made.dissolves], np.float64
        ).reshape(-1, 3),
    }
    return pack(facts, arrays | {f"measure {name}": one for name, one in made.measures.items()})


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
        free=arrays["free"],
        hashes=arrays["hashes"],
        fades=tuple(Fade(*one) for one in arrays["fades"].tolist()),
        dissolves=tuple(
            Dissolve(int(start), int(stop), residue)
            for start, stop, residue in arrays["dissolves"].tolist()
        ),
    )
