"""One pass over a film: it is decoded once, for its shots, the strip's pictures and its sound.

Decoding goes on here while a second thread looks; both leave the interpreter to the other while
they work. What is found is kept part by part, and the next pass goes on after the last part.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager

import numpy as np
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.stream import VideoStream

from studio.core.errors import CannotRead
from studio.core.progress import Cancelled, Progress
from studio.core.said import said
from studio.media.decoding import Pictures, decoder_of
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.media.identity import check_unchanged
from studio.media.opening import open_media
from studio.media.sound import PeakMaker, peaks
from studio.media.spread import spread
from studio.media.thumbs import keep_thumbnail
from studio.shots.looking import alone
from studio.shots.parts import Parts
from studio.shots.provisional import Provisional
from studio.shots.structure import Whole
from studio.shots.watching import Native, Part, Watcher

# Frames handed over in one go, and how many such batches may wait: enough that neither thread
# stands idle, few enough that the decoder's buffers come back while they are warm.
_BATCH = 8
_BATCH_BYTES = 12 * 1024 * 1024
_WAITING = 2
# Pictures from all over the film that the strip shows before the pass has got there; a short film
# is done as soon as these would be.
_FIRST = 12
_SHORT = 60
# How far a pass has come when all is decoded.
_ALMOST = 0.98


def pictures_first(film: Film, parts: Parts, progress: Progress) -> Whole:
    """PTS (int64) of the pictures that the strip has before the pass, kept as they come."""
    known = parts.first()
    if known is not None and known.whole:
        return known.pictures
    made: list[int] = []
    for frame in spread(film, _FIRST if film.duration > _SHORT else 1):
        progress.report(0.0, said("Looking for shots"))
        keep_thumbnail(frame)
        made.append(frame.pts)
        parts.keep_first(made, whole=False)
    parts.keep_first(made, whole=True)
    return np.array(made, np.int64)


def look_through(film: Film, parts: Parts, progress: Progress) -> list[Part]:
    """All parts of the film, those that are kept and the rest; its sound's peaks are cached too.

    Raises CannotRead. When stopped, what is kept stays.
    """
    with alone():
        kept = list(parts.kept())
        if kept and _gone_on(film, parts, kept, progress):
            return kept
        return _from_the_start(film, parts, progress)


def _from_the_start(film: Film, parts: Parts, progress: Progress) -> list[Part]:
    check_unchanged(film)
    with open_media(film.path) as container:
        stream = container.streams[film.video.index]
        if not isinstance(stream, VideoStream):
            raise CannotRead(
                said("{film} has changed.", film=film.path), hint=said("Open the film again.")
            )
        sound = _Sound(film, container)
        watched = _Watched(film, parts, [], sound)
        pictures = iter(Pictures(sound, stream, decoder_of(stream)))
        first = film.video.first_pts
        _run(film, (one for one in pictures if one[0] >= first), watched, progress)
    return watched.made


def _gone_on(film: Film, parts: Parts, kept: list[Part], progress: Progress) -> bool:
    """Whether the parts that are `kept` belong to this film; then the rest is added to them."""
    last = kept[-1]
    with FrameReader(film) as reader, _sound_alone(film, progress):
        walk = reader.walk(int(last.pts[-1]))
        before = next(walk, None)
        watched = _Watched(film, parts, kept, None)
        if before is None or before.pts != last.pts[-1]:
            return False
        if not np.array_equal(watched.watcher.begin_after(before.native), last.thumbs[-1]):
            return False
        _run(film, ((frame.pts, frame.native) for frame in walk), watched, progress)
    return True


@contextmanager
def _sound_alone(film: Film, progress: Progress) -> Iterator[None]:
    """Reads the sound beside the block, from its start: decoders of sound remember all they read.

    That takes a small part of the time that the pictures take.
    """
    stop = _Stop()
    with ThreadPoolExecutor(1) as beside:
        try:
            made = beside.submit(_peaks, film, stop)
            yield
            while not wait((made,), 0.1).done:
                progress.report(_ALMOST, said("Reading sound"))
            made.result()
        finally:
            stop.wanted.set()


def _peaks(film: Film, progress: Progress) -> None:
    if film.audio:
        peaks(film, progress=progress)


class _Stop:
    """Stops a task on another thread."""

    def __init__(self) -> None:
        self.wanted = threading.Event()

    def report(self, fraction: float, note: str = "") -> None:
        if self.wanted.is_set():
            raise Cancelled


class _Sound:
    """The film's packets without those of its sound, which wait here for whoever takes them."""

    def __init__(self, film: Film, container: InputContainer) -> None:
        self._container = container
        self._waiting: list[Packet[Stream]] = []
        self._stream: AudioStream | None = None
        self._maker = PeakMaker(film) if film.audio else None
        if self._maker is not None and self._maker.kept() is None:
            self._stream = self._maker.stream_in(container)

    def demux(self, *streams: Stream) -> Iterator[Packet[Stream]]:
        """The packets of `streams`."""
        if self._stream is None:
            yield from self._container.demux(*streams)
            return
        for packet in self._container.demux(*streams, self._stream):
            if packet.stream_index == self._stream.index:
                self._waiting.append(packet)
            else:
                yield packet

    def waiting(self) -> list[Packet[Stream]]:
        """The packets of sound that came since this was asked the last time."""
        taken, self._waiting = self._waiting, []
        return taken

    def take(self, packets: list[Packet[Stream]]) -> None:
        """Hear what is in them."""
        if self._maker is not None:
            for packet in packets:
                self._maker.take(packet)

    def finish(self) -> None:
        """Keep the peaks."""
        if self._maker is not None and self._stream is not None:
            self._maker.finished()


class _Watched:
    """What the second thread does: looks, listens, and keeps each part as it is done."""

    def __init__(self, film: Film, parts: Parts, made: list[Part], sound: _Sound | None) -> None:
        self.made = made
        self.sound = sound
        self.watcher = Watcher(film, made[-1] if made else None)
        self._parts = parts
        self._curve = Provisional(film)
        for part in made:
            self._curve.take(part)

    def take(self, batch: list[Native], sound: list[Packet[Stream]]) -> None:
        """Look at the next frames."""
        for part in self.watcher.watch(batch):
            self._keep(part)
        if self.sound is not None:
            self.sound.take(sound)

    def finish(self) -> None:
        """Take in what is left."""
        part = self.watcher.finish()
        if part is not None:
            self._keep(part)
        if self.sound is not None:
            self.sound.take(self.sound.waiting())
            self.sound.finish()

    def _keep(self, part: Part) -> None:
        self.made.append(part)
        self._parts.keep(part, self._curve.shown(part))


def _run(film: Film, frames: Iterator[Native], watched: _Watched, progress: Progress) -> None:
    """Decodes here; `watched` looks in a second thread."""
    size = _batch_of(film)
    waiting: deque[Future[None]] = deque()
    batch: list[Native] = []
    with ThreadPoolExecutor(1) as beside:
        try:
            for one in frames:
                batch.append(one)
                if len(batch) == size:
                    progress.report(_share(film, one[0]), said("Looking for shots"))
                    sound = watched.sound.waiting() if watched.sound is not None else []
                    waiting.append(beside.submit(watched.take, batch, sound))
                    batch = []
                    if len(waiting) > _WAITING:
                        waiting.popleft().result()
            waiting.append(beside.submit(watched.take, batch, []))
            waiting.append(beside.submit(watched.finish))
            for one_more in waiting:
                one_more.result()
        finally:
            beside.shutdown(cancel_futures=True)


def _batch_of(film: Film) -> int:
    coded = film.video.coded.pixels * (4 if film.video.bits > 8 else 2)
    return max(1, min(_BATCH, _BATCH_BYTES // coded))


def _share(film: Film, pts: int) -> float:
    return min(_ALMOST, float(film.time_of(pts) / max(film.duration, film.video.time_base)))
