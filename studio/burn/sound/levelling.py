"""Brings a sound to the loudness that its market asks for: one gain, and no more limiting than
was allowed.

As a mixing engineer would: the whole sound is measured, one constant gain is applied to all of it,
and the dynamics stay. Only where the gain would lift peaks over the limit are these peaks limited,
by no more than the preset allows; beyond that the sound stays quieter than asked for, and that is
said, for then it wants another mix and not another limiter.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext
from av.audio.resampler import AudioResampler

from studio.burn.asked.finding import Finding
from studio.burn.asked.preset import SoundSettings
from studio.burn.asked.wanted import LoudnessSettings
from studio.burn.edit.clip import SOUND_RATE
from studio.burn.sound.loudness import FilterChain, Loudness, Meter, samples_of
from studio.burn.sound.samples import Floats, Samples, TrackSamples
from studio.core.progress import Progress
from studio.core.said import said
from studio.media.cache import default_cache, key_of
from studio.media.film import AudioStream
from studio.media.portable import portable_arithmetic

_VERSION = 2
_BLOCK = 48_000
# Four times 48 kHz: peaks between samples are seen to within 0.1 dB (ITU-R BS.1770-5, annex 2).
_OVERSAMPLED = 192_000
# Milliseconds: short enough to leave what stands before a peak alone, long enough not to distort.
_ATTACK, _RELEASE = 2, 100
# How near the measured loudness has to come, in LU, and how often it is tried.
_NEAR, _TRIES = 0.05, 5
# By how many dB more than needed a ceiling is lowered: the codec's overshoot is never the same.
_MORE = 0.1
# Samples that FFmpeg's AAC encoder puts before the first one; containers tell players to skip them.
_PRIMING = 1024


@dataclass(frozen=True, slots=True)
class Level:
    """`gain` in dB for all of a sound; `ceiling` the limiter's in dBTP, None without one.

    `before` is how loud the sound was, `held` by how many LU it stays below what was asked for.
    """

    gain: float
    ceiling: float | None
    before: Loudness
    held: float = 0.0

    def pack(self) -> bytes:
        """For the cache."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpack(cls, data: bytes) -> Level:
        """What `pack` made."""
        told = json.loads(data)
        return cls(told["gain"], told["ceiling"], Loudness(**told["before"]), told["held"])


class Levelled:
    """Samples at another level. Blocks are asked for in order, from the first on."""

    def __init__(self, source: Samples, level: Level, total: int) -> None:
        self.layout: str = source.layout
        self.channels: int = source.channels
        self.told: AudioStream | None = source.told
        own = source.key if isinstance(source, TrackSamples) else ""
        # All that is heard, where that is known of the source.
        told = (_VERSION, own, level.gain, level.ceiling, total)
        self.key = key_of("levelled", *told) if own else ""
        self._source = source
        self._factor = np.float32(10 ** (level.gain / 20))
        self._ceiling = level.ceiling
        self._total = total
        self._line: Iterator[Floats] = iter(())
        self._held = np.zeros((0, source.channels), np.float32)
        self._at = -1

    def block(self, first: int, last: int) -> Floats:
        """(n, channels) from sample number `first` to before `last`."""
        if self._ceiling is None:
            return self._raised(first, last)
        if first != self._at:
            # The limiter remembers: it is run from the beginning.
            self._line, self._at = self._limited(self._ceiling), 0
            self._held = self._held[:0]
            if first:
                self.block(0, first)
        while len(self._held) < last - first:
            self._held = np.concatenate([self._held, next(self._line)])
        made, self._held = self._held[: last - first], self._held[last - first :]
        self._at = last
        return made

    def close(self) -> None:
        """Let the source's files go."""
        self._source.close()

    def _raised(self, first: int, last: int) -> Floats:
        return self._source.block(first, last).astype(np.float32) * self._factor

    def _limited(self, ceiling: float) -> Iterator[Floats]:
        """Block by block, in place: the limiter's looking ahead is taken off by its `latency`, the
        resamplers centre their filters; what is rounded off at the end is silence."""
        limiter = f"limit={10 ** (ceiling / 20):.6f}:attack={_ATTACK}:release={_RELEASE}"
        chain = FilterChain(
            self.layout,
            SOUND_RATE,
            [
                ("aresample", str(_OVERSAMPLED)),
                ("alimiter", f"{limiter}:level=0:latency=1"),
                ("aresample", str(SOUND_RATE)),
                ("aformat", f"sample_fmts=flt:channel_layouts={self.layout}"),
            ],
        )
        for start in range(0, self._total, _BLOCK):
            for frame in chain.take(self._raised(start, min(self._total, start + _BLOCK))):
                yield samples_of(frame, self.channels)
        for frame in chain.take(None):
            yield samples_of(frame, self.channels)
        while True:
            yield np.zeros((_BLOCK, self.channels), np.float32)


@dataclass(frozen=True, slots=True)
class Levelling:
    """What a level is found for: a sound that can be opened again and again, and how it is encoded.

    `total` is how many samples it has. `known_by` says what the sound is, for keeping what was
    found; () where that cannot be said.
    """

    opened: Callable[[], Samples]
    total: int
    settings: SoundSettings
    known_by: tuple[object, ...] = ()

    def level(self, wanted: LoudnessSettings, progress: Progress) -> Level:
        """The level that brings the sound to what is `wanted`, as near as it can be. Raises
        CannotRead."""
        key = self._key(wanted)
        known = default_cache().get(key) if key else None
        if known is not None:
            return Level.unpack(known)
        found = self._found(wanted, progress)
        if key:
            default_cache().put(key, found.pack())
        return found

    @property
    def _lossy(self) -> bool:
        return self.settings.codec == "aac"

    def _key(self, wanted: LoudnessSettings) -> str:
        if not self.known_by:
            return ""
        asked = (wanted.integrated, wanted.peak, wanted.limiting)
        versions = sorted(av.library_versions.items())
        sound = (self.settings.codec, self.settings.bit_rate)
        told = (*self.known_by, self.total, *sound, asked, versions)
        return key_of("level", _VERSION, *told)

    def _found(self, wanted: LoudnessSettings, progress: Progress) -> Level:
        before = self._measured(None, progress)
        if before.is_silent:
            return Level(0.0, None, before)
        level = first_level(before, wanted)
        if not self._lossy and level.ceiling is None:
            return level
        for _ in range(_TRIES):
            after = self._measured(level, progress)
            better = next_level(level, after, wanted)
            if better == level:
                break
            level = better
        return level

    def _measured(self, level: Level | None, progress: Progress) -> Loudness:
        """How loud the sound is; with a `level` as it comes out of the codec."""
        source = self.opened()
        meter = Meter(source.layout, SOUND_RATE)
        made: Samples = source if level is None else Levelled(source, level, self.total)
        there = None
        if level is not None and self._lossy:
            there = _Aac(made, self.settings.bits(made.channels))
        try:
            for start in range(0, self.total, _BLOCK):
                progress.report(0.0, said("Measuring the sound"))
                block = made.block(start, min(self.total, start + _BLOCK))
                for heard in there.heard(block) if there else (block,):
                    meter.take(heard)
            for heard in there.heard(None) if there else ():
                meter.take(heard)
        finally:
            source.close()
        return meter.finished()


def first_level(before: Loudness, wanted: LoudnessSettings) -> Level:
    """The gain from what was measured, held back where the peaks would have to be limited more
    than is allowed."""
    gain = round(wanted.integrated - before.integrated, 2)
    over = round(before.peak + gain - wanted.peak, 2)
    held = round(max(0.0, over - wanted.limiting), 2)
    ceiling = wanted.peak if over > held else None
    return Level(round(gain - held, 2), ceiling, before, held)


def next_level(level: Level, after: Loudness, wanted: LoudnessSettings) -> Level:
    """A level that is nearer to what is wanted, knowing what `level` came to; itself if it is."""
    missing = round(wanted.integrated - level.held - after.integrated, 2)
    over = round(after.peak - wanted.peak, 2)
    if abs(missing) <= _NEAR and over <= 0:
        return level
    if over > 0 and not wanted.limiting:
        # Where nothing may be limited, what the codec threw up is taken off everything.
        return Level(round(level.gain - over, 2), None, level.before, round(level.held + over, 2))
    ceiling = level.ceiling
    if over > 0:
        lowest = wanted.peak if ceiling is None else ceiling
        ceiling = round(lowest - over - _MORE, 2)
    gain, held = level.gain, level.held
    if abs(missing) > _NEAR:
        # What the limiter took away is given back as far as it may limit.
        most = wanted.peak + wanted.limiting - level.before.peak
        gain = round(gain + missing, 2)
        if missing > 0 and gain > most:
            held = round(held + gain - max(most, level.gain), 2)
            gain = max(round(most, 2), level.gain)
    return Level(gain, ceiling, level.before, held)


class _Aac:
    """What AAC makes of samples: encoded and decoded again."""

    def __init__(self, source: Samples, bit_rate: int) -> None:
        context = av.CodecContext.create("aac", "w")
        assert isinstance(context, AudioCodecContext)
        context.sample_rate, context.layout, context.format = SOUND_RATE, source.layout, "fltp"
        context.bit_rate = bit_rate
        context.flags |= av.codec.context.Flags.bitexact | av.codec.context.Flags.global_header
        back = av.CodecContext.create("aac", "r")
        assert isinstance(back, AudioCodecContext)
        with portable_arithmetic():
            context.open()
            back.extradata = context.extradata
            back.open()
        self._to, self._back = context, back
        self._plain = AudioResampler(format="flt", layout=source.layout, rate=SOUND_RATE)
        self._layout = source.layout
        self._early = _PRIMING

    def heard(self, block: Floats | None) -> Iterator[Floats]:
        """What comes out of the decoder when `block` goes in; None for the rest."""
        frame = None
        if block is not None:
            data = np.ascontiguousarray(block.T.astype(np.float32))
            frame = av.AudioFrame.from_ndarray(data, format="fltp", layout=self._layout)
            frame.sample_rate = SOUND_RATE
        for packet in self._to.encode(frame):
            yield from self._decoded(packet)
        if block is None:
            yield from self._decoded(None)

    def _decoded(self, packet: av.Packet[av.AudioStream] | None) -> Iterator[Floats]:
        for frame in self._back.decode(packet):
            # Between floats only the order changes: that is the same everywhere.
            for part in self._plain.resample(frame):
                samples = samples_of(part, part.layout.nb_channels)
                skipped = min(self._early, len(samples))
                self._early -= skipped
                yield samples[skipped:]


def told_of(level: Level, wanted: LoudnessSettings) -> tuple[Finding, ...]:
    """What a person should know of how the sound was brought to its level."""
    if level.before.is_silent:
        text = said("The sound is silent; its loudness was left as it is.")
        return (Finding("loudness", "hint", text),)
    if level.held > wanted.tolerance:
        text = said(
            "The sound stays {held:.1f} LU below {wanted:g} LUFS: its peaks ({peak:.1f} dBTP over "
            "{before:.1f} LUFS) would have to be limited by more than {limiting:g} dB.",
            held=level.held,
            wanted=wanted.integrated,
            peak=level.before.peak,
            before=level.before.integrated,
            limiting=wanted.limiting,
        )
        return (Finding("loudness", "warning", text),)
    if level.ceiling is not None:
        text = said(
            "The sound was raised by {gain:.1f} dB and its peaks limited to {ceiling:.1f} dBTP.",
            gain=level.gain,
            ceiling=level.ceiling,
        )
        return (Finding("loudness", "hint", text),)
    return ()
