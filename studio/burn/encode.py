"""A reel to a file: pieces encoded or taken from the store, joined, with sound; whole or nothing.

The joins need no re-encoding: every piece is a closed group of pictures made with the same
headers. Times of decoding are set anew over the whole, so that they rise evenly across joins.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av
from av.container import OutputContainer
from av.video.stream import VideoStream

from studio.burn.asked.finding import Finding
from studio.burn.beside.muxed import with_muxed
from studio.burn.captions.contrast import Weak, faint
from studio.burn.edit.lowering import lowered
from studio.burn.edit.reel import Reel
from studio.burn.edit.unset import Unset, gathered, misset, unset_in
from studio.burn.picture.form import Form
from studio.burn.pieces.encoder import Encoding, cannot_encode, set_up
from studio.burn.pieces.lanes import make_pieces
from studio.burn.pieces.planned import Planned, alike
from studio.burn.pieces.segments import Packet, Piece, Segment
from studio.burn.sound.delivered import Sound, sound_of
from studio.core.errors import BadValue, CannotWrite, ToolFailed, os_words
from studio.core.files import written
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.core.time import round_half_up
from studio.media.portable import portable_arithmetic

if TYPE_CHECKING:
    # A type only: PyAV gives and takes plain dictionaries.
    from av.container.core import Chapter

# How many pictures an encoder holds back to show others first: x264 and x265 two, with their
# pyramid of B pictures; the encoders themselves do not all say it.
_DEPTH = {"libx264": 2, "libx265": 2}
# AVFMT_FLAG_BITEXACT; the name in PyAV differs between its versions.
_BITEXACT = 0x0400
# Ticks a second in which QuickTime and MP4 say how long each track plays: no sample is cut off.
_TIMESCALE = "48000"
_FORMATS = {"mp4": "mp4", "mov": "mov", "mkv": "matroska"}


@dataclass(frozen=True, slots=True)
class Encoded:
    """A file that was written: `kept` of `segments` pieces came from the store."""

    path: Path
    form: Form
    frames: int
    seconds: Fraction
    kept: int
    segments: int
    findings: tuple[Finding, ...] = ()


def container_of(out: Path, reel: Reel) -> str:
    """The kind of container that the name asks for. Raises BadValue."""
    kind = out.suffix.lower().removeprefix(".")
    if kind not in reel.preset.containers:
        known = ", ".join(f".{one}" for one in reel.preset.containers)
        raise BadValue(
            said(
                "{out}: the video preset {preset} is not written as “{suffix}”.",
                out=out,
                preset=reel.preset.name,
                suffix=out.suffix,
            ),
            hint=said("Give the file the ending {known}.", known=known),
        )
    return kind


def encode(reel: Reel, out: Path, progress: Progress = SILENT, *, lower: bool = True) -> Encoded:
    """Write `reel` to `out`; with `lower` False every picture goes through MoviePy.

    Raises BadValue, CannotRead, CannotWrite, ToolFailed, Cancelled; then `out` is as it was.
    """
    with written(out) as part:
        made = encode_into(reel, part, container_of(out, reel), progress, lower=lower)
    return replace(made, path=out)


def encode_into(
    reel: Reel, part: Path, kind: str, progress: Progress, *, lower: bool = True
) -> Encoded:
    """Write `reel` to the temporary file `part`; see `encode`."""
    return encode_together((Target(reel, part, kind),), progress, lower=lower)[0]


@dataclass(frozen=True, slots=True)
class Target:
    """A reel, and the temporary file and kind of container it goes to."""

    reel: Reel
    part: Path
    kind: str


def encode_together(
    targets: Sequence[Target], progress: Progress, *, lower: bool = True, abreast: bool = False
) -> tuple[Encoded, ...]:
    """Write reels of one film that differ in their captions: each picture is decoded once.

    What does not begin and end together is written one after the other; `abreast`, two pieces of a
    film are made at a time, where `make_pieces` finds room. Raises as `encode`.
    """
    plans = [Planned(one.reel, one.part.parent, len(targets), lower=lower) for one in targets]
    for plan in plans:
        plan.room.check()
    with contextlib.ExitStack() as unfinished:
        writings: dict[Planned, _Writing] = {}
        for plan, target in zip(plans, targets, strict=True):
            writings[plan] = _Writing(plan, target, progress)
            unfinished.callback(writings[plan].close)
        done = 0
        for group in alike(plans):
            share = Span(progress, done / len(plans), (done + len(group)) / len(plans))
            _write([writings[plan] for plan in group], share, abreast=abreast)
            done += len(group)
        progress.report(1.0)
        return tuple(writings[plan].told() for plan in plans)


def _write(group: list[_Writing], progress: Progress, *, abreast: bool) -> None:
    """Segment by segment into all files of the group."""
    for one in group:
        one.begin()

    def join(delivery: int, number: int, piece: Piece) -> None:
        one = group[delivery]
        one.add(one.plan.pieces[number], piece)

    make_pieces([one.plan for one in group], join, progress, abreast=abreast)
    for one in group:
        one.finish()


class _Writing:
    """One file that is being written."""

    def __init__(self, plan: Planned, target: Target, progress: Progress) -> None:
        self.plan = plan
        self._part, self._container = target.part, target.kind
        sound = sound_of(plan.reel, self._container, progress)
        self._sound = with_muxed(sound, plan.reel.subtitles, plan.reel.cover)
        self._open = contextlib.ExitStack()
        self._weak: list[Weak] = []
        self._unset: list[Unset] = []

    def begin(self) -> None:
        """Open the file."""
        plan = self.plan
        with self._explained():
            file = self._open.enter_context(_opened(self._part, self._container))
            file.set_chapters(_chapters(plan.reel))
            self._joiner = _Joiner(file, self._sound, plan.encoding, plan.form)

    def add(self, segment: Segment, piece: Piece) -> None:
        """The next piece."""
        with self._explained():
            self._joiner.add(segment, piece)
            # The file may still wait to be told what was handed to it.
            size = max(self._joiner.bytes, self._part.stat().st_size)
        self._weak += (replace(one, seconds=one.seconds + segment.start) for one in piece.weak)
        self._unset.append(piece.unset)
        self.plan.room.watch(float(segment.stop / self.plan.reel.seconds), size)

    def finish(self) -> None:
        """The rest of the sound, the index, and the end of the file."""
        with self._explained():
            self._joiner.finish()
            self._open.close()

    def close(self) -> None:
        """Let all files go, finished or not."""
        if self._sound is not None:
            self._sound.close()
        with self._explained():
            self._open.close()

    def told(self) -> Encoded:
        """What was written."""
        plan, reel = self.plan, self.plan.reel
        if any(one.stretch.side is None for one in plan.pieces):
            whole = unset_in(lowered(reel.clip), Fraction(0), reel.seconds, plan.form)
            self._unset.append(whole)
        sounding = self._sound.findings if self._sound else ()
        return Encoded(
            self._part,
            plan.form,
            self._joiner.frames,
            reel.seconds,
            plan.side.kept,
            len(plan.pieces),
            (*sounding, *faint(self._weak), *misset(gathered(self._unset))),
        )

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """What FFmpeg says of writing, in words for people."""
        try:
            yield
        except OSError as error:
            # PyAV's errors of writing are OSErrors; those of codecs are caught where they arise.
            raise CannotWrite(
                said(
                    "{parent} cannot take the film: {strerror}.",
                    parent=self._part.parent,
                    strerror=os_words(error),
                ),
                hint=said("Make room on that disk, or write to another one."),
            ) from error
        except av.error.FFmpegError as error:
            raise ToolFailed(
                said("The file could not be put together: {error}.", error=error),
                hint=said("Choose another container or video preset."),
            ) from error


def _opened(part: Path, kind: str) -> OutputContainer:
    options = {"movflags": "+faststart", "movie_timescale": _TIMESCALE} if kind != "mkv" else {}
    # The prefix keeps a name from meaning a protocol.
    file = av.open(f"file:{part.absolute()}", "w", format=_FORMATS[kind], container_options=options)
    # No dates, versions or random ids.
    file.flags |= _BITEXACT
    return file


def _chapters(reel: Reel) -> list[Chapter]:
    """The film's chapters in milliseconds, as the containers keep them."""
    return [
        {
            "id": number,
            "start": round_half_up(one.start * 1000),
            "end": round_half_up(one.end * 1000),
            "time_base": Fraction(1, 1000),
            "metadata": {"title": one.title} if one.title else {},
        }
        for number, one in enumerate(reel.chapters, start=1)
    ]


class _Joiner:
    """Writes pieces one behind the other, and the sound in between."""

    def __init__(
        self, file: OutputContainer, sound: Sound | None, encoding: Encoding, form: Form
    ) -> None:
        self._file = file
        self._form = form
        self._codec = encoding.codec
        self._stream = _picture_stream(file, encoding, form)
        self._sound: Iterator[tuple[Fraction, av.Packet[Any]]] = iter(())
        if sound is not None:
            for track in sound.tracks:
                sound.add_to(file, track)
            self._sound = sound.packets()
        self._waiting: tuple[Fraction, av.Packet[Any]] | None = None
        self._recent: list[int] = []
        self.frames = self.bytes = 0
        try:
            # The encoder of the sound is opened here; that of the picture is never fed.
            with portable_arithmetic():
                file.start_encoding()
        except av.error.FFmpegError as error:
            if isinstance(error, OSError):
                raise
            raise cannot_encode(encoding, error) from error

    def add(self, segment: Segment, piece: Piece) -> None:
        """The next piece. Raises ToolFailed where it was made with other headers."""
        if piece.headers != (self._stream.codec_context.extradata or b""):
            raise ToolFailed(
                said("The pieces of the film do not fit together."),
                hint=said("Empty the cache folder “segments” and try again."),
            )
        if not piece.packets:
            return
        base = round_half_up(segment.start / self._form.time_base)
        end = round_half_up(segment.stop / self._form.time_base)
        shown = sorted(base + packet.pts for packet in piece.packets)
        lasts = dict(zip(shown, [*shown[1:], end], strict=True))
        held = [(base + packet.pts, packet) for packet in piece.packets]
        for (pts, packet), dts in zip(held, self._decoding(shown), strict=True):
            if pts < dts:
                raise ToolFailed(said("The encoder holds back more pictures than players expect."))
            self._write(packet, pts, dts, lasts[pts] - pts)
        self.frames += len(held)
        self.bytes += sum(len(packet.data) for packet in piece.packets)

    def finish(self) -> None:
        """The rest of the sound, and the file's index."""
        self._sound_until(None)

    def _decoding(self, shown: list[int]) -> Iterator[int]:
        """Times of decoding: the time of the picture shown some places earlier."""
        depth = _DEPTH.get(self._codec, 0)
        if not self._recent:
            step = shown[1] - shown[0] if len(shown) > 1 else 1
            self._recent = [shown[0] - step * (depth - n) for n in range(depth)]
        line = [*self._recent, *shown]
        self._recent = line[len(shown) :]
        return iter(line[: len(shown)])

    def _write(self, packet: Packet, pts: int, dts: int, duration: int) -> None:
        self._sound_until(dts)
        made: av.Packet[Any] = av.Packet(packet.data)
        made.pts, made.dts, made.duration = pts, dts, duration
        made.time_base = self._form.time_base
        made.is_keyframe = packet.key
        made.stream = self._stream
        self._file.mux_one(made)

    def _sound_until(self, ticks: int | None) -> None:
        base = self._form.time_base
        while True:
            if self._waiting is None:
                self._waiting = next(self._sound, None)
            if self._waiting is None:
                return
            seconds, packet = self._waiting
            # As whole numbers: this is asked for each packet of the film.
            if ticks is not None and (
                seconds.numerator * base.denominator > ticks * base.numerator * seconds.denominator
            ):
                return
            self._file.mux_one(packet)
            self._waiting = None


def _picture_stream(file: OutputContainer, encoding: Encoding, form: Form) -> VideoStream:
    """A stream with the encoder's headers; the encoder behind it is never fed."""
    try:
        stream = file.add_stream(encoding.codec, rate=encoding.rate)
    except ValueError as error:
        raise BadValue(
            said("{codec} does not go into this container.", codec=encoding.codec)
        ) from error
    assert isinstance(stream, VideoStream)
    set_up(stream.codec_context, encoding)
    stream.time_base = form.time_base
    if encoding.codec == "libx265" and file.format.name in ("mp4", "mov"):
        # Apple's players take HEVC only under this name.
        stream.codec_context.codec_tag = "hvc1"
    if form.rotation:
        stream.set_display_rotation(-form.rotation)
    return stream
