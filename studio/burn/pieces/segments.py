"""A delivery in pieces: where their borders lie, what each is known by, and the store of them.

Borders come from the film alone, never from cues or from the range that is burned, so that all
languages and cuts of one film have them in common. A piece is a closed group of pictures;
its key is the hash of all that it shows: the film's content, how it is read, the pictures from when
to when, the captions on them, the encoder and its version; of cards what they are drawn from.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from studio.burn.captions.contrast import Weak
from studio.burn.edit.lowering import Held, Known, Lowered, Mixed, Stretch
from studio.burn.edit.unset import ALL_SET, Unset
from studio.burn.picture.form import Form
from studio.burn.pieces.borders import NEAR, USUAL, borders_of
from studio.burn.pieces.encoder import Encoding
from studio.core.places import cache_folder
from studio.media.cache import Cache, key_of
from studio.media.film import Film
from studio.media.probe import key_times

STORE_LIMIT = 8 * 1000**3
# Raise it when the same reel comes out with other pixels: a stored piece must never outlive that.
_VERSION = 8


@dataclass(frozen=True, slots=True)
class Packet:
    """An encoded picture: `pts` in ticks from its piece's start; in the order of decoding."""

    pts: int
    key: bool
    data: bytes


@dataclass(frozen=True, slots=True)
class Piece:
    """The encoded pictures of one segment, the codec's headers, and what its captions lack:
    those that were faint, and what could not be set."""

    headers: bytes
    packets: tuple[Packet, ...]
    weak: tuple[Weak, ...] = ()
    unset: Unset = ALL_SET

    def pack(self) -> bytes:
        """For the store."""
        table = [[packet.pts, packet.key, len(packet.data)] for packet in self.packets]
        weak = [[one.ratio, str(one.seconds), one.text] for one in self.weak]
        told = {
            "headers": len(self.headers),
            "packets": table,
            "weak": weak,
            "unset": [self.unset.missing, self.unset.overflow],
        }
        head = json.dumps(told).encode()
        parts = (struct.pack("<I", len(head)), head, self.headers)
        return b"".join((*parts, *(packet.data for packet in self.packets)))

    @classmethod
    def unpack(cls, data: bytes) -> Piece:
        """What `pack` made."""
        (length,) = struct.unpack_from("<I", data)
        head = json.loads(data[4 : 4 + length])
        place = 4 + length + head["headers"]
        headers = data[4 + length : place]
        packets: list[Packet] = []
        for pts, key, size in head["packets"]:
            packets.append(Packet(pts, key, data[place : place + size]))
            place += size
        weak = (Weak(ratio, Fraction(when), text) for ratio, when, text in head["weak"])
        missing, overflow = map(tuple, head["unset"])
        return cls(headers, tuple(packets), tuple(weak), Unset(missing, overflow))


@dataclass(frozen=True, slots=True)
class Segment:
    """From `start` to `stop` seconds of the reel; `key` is "" where it cannot be known again.

    `stored`: pieces of its kind are worth being kept when the film is written.
    """

    start: Fraction
    stop: Fraction
    stretch: Stretch
    key: str
    stored: bool = True

    @property
    def is_kept(self) -> bool:
        """Whether the store may have it."""
        return bool(self.key) and self.stored


def store() -> Cache:
    """Where pieces are kept: beside the other caches, bounded, the least recently used go."""
    return Cache(cache_folder() / "segments", STORE_LIMIT)


def segments(parts: tuple[Stretch, ...], form: Form, encoding: Encoding) -> tuple[Segment, ...]:
    """The pieces of a reel in order; they cover it without gaps."""
    found: list[Segment] = []
    for part in parts:
        borders = [part.start, *_borders(part, form, encoding), part.stop]
        for start, stop in pairwise(borders):
            key = _key(part, start, stop, form, encoding)
            found.append(Segment(start, stop, part, key, encoding.segmentable))
    return tuple(found)


def _borders(part: Stretch, form: Form, encoding: Encoding) -> list[Fraction]:
    """Borders inside a stretch, on delivered frames: those of the film, or every USUAL seconds.

    Where each picture stands for itself, they are near: what waits to be written is a hundred times
    larger, and may begin anywhere.
    """
    if not encoding.segmentable:
        wanted = _near(part, form)
    elif part.lowered is not None:
        moved = part.start - part.lowered.since
        wanted = [border + moved for border in _borders_in(part.lowered.source.film)]
    else:
        count = int((part.stop - part.start) / USUAL)
        wanted = [part.start + number * USUAL for number in range(1, count + 1)]
    if form.rate is not None:
        wanted = [form.rate.seconds(form.rate.nearest_frame(border)) for border in wanted]
    return [border for border in wanted if part.start < border < part.stop]


def _near(part: Stretch, form: Form) -> list[Fraction]:
    places = [number * NEAR for number in range(1, int((part.stop - part.start) / NEAR) + 1)]
    if part.lowered is None or form.rate is not None:
        return [part.start + place for place in places]
    # Whole ticks of the film, of which each picture's time is made up.
    since, tick = part.lowered.since, form.time_base
    return [part.start - since + (since + place) // tick * tick for place in places]


@lru_cache(maxsize=16)
def _borders_in(film: Film) -> tuple[Fraction, ...]:
    return borders_of(key_times(film), film.duration)


def _key(part: Stretch, start: Fraction, stop: Fraction, form: Form, encoding: Encoding) -> str:
    side = part.side
    if side is None:
        return ""
    length = stop - start
    shown = _shown(side.later(start - part.start), length, form)
    return key_of("segment", _VERSION, *shown, length, form, encoding.said)


def _shown(side: Known, length: Fraction, form: Form) -> tuple[object, ...]:
    """All that is seen of it within `length` seconds from its start."""
    match side:
        case Lowered():
            captions = [
                captions.runs(since, since + length, form.display)
                for captions, since in side.captions
            ]
            # A picture without captions is the same picture whichever style nobody sees.
            runs = [runs for runs in captions if any(key for _, key in runs)]
            stamps = [
                (stamp.told, since)
                for stamp, since in side.stamps
                if since < stamp.stop and stamp.start < since + length
            ]
            seen = _windows(side, side.since, side.since + length)
            return (*_read(side), side.since, runs, seen, *((stamps,) if stamps else ()))
        case Held():
            return ("held", *_shown(side.side, Fraction(1, 1000), form))
        case Mixed():
            ramp = (side.ramp.length, side.ramp.rate, side.since)
            one, other = _shown(side.one, length, form), _shown(side.other, length, form)
            return ("mixed", ramp, one, other)
    return ("drawn", side.told, form.display)


def _windows(film: Lowered, start: Fraction, stop: Fraction) -> object:
    """The windows that a view which follows shows from `start` to `stop` seconds of the film."""
    framing, source = film.source.framing, film.source.film
    if framing is None:
        return ""
    # A frame more at each end, for what stands a tick beside its place.
    step = 1 / source.video.rate.value
    return framing.between(
        source.pts_of(max(Fraction(0), start - step)), source.pts_of(stop + step)
    )


def _read(film: Lowered) -> tuple[object, ...]:
    """What tells how a film's pictures are read: its content, and what a person overrode."""
    video = film.source.film.video
    return film.source.film.sha256, video
