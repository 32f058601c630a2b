"""Where chroma samples stand, as a film's own headers tell: H.264, HEVC and AV1.

FFmpeg's decoders know it of each picture, but PyAV hands it on to nobody. The headers are read as
far as the video usability information (ITU-T H.264 7.3.2.1.1 and E.1.1, H.265 7.3.2.2 and E.2.1;
AV1 in ISOBMFF 2.3); what cannot be read to there says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

_START = b"\x00\x00\x01"
_EXTENDED = 255
# H.264 profiles whose headers tell of chroma and scaling lists.
_HIGH = (100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135)
_MOST = 64


class _Bits:
    """A header's bits from the first on. Raises IndexError past the end."""

    def __init__(self, data: bytes) -> None:
        # 0x03 after two zeros only keeps start codes apart.
        self._data = data.replace(b"\x00\x00\x03", b"\x00\x00")
        self._at = 0

    def take(self, count: int) -> int:
        value = 0
        for _ in range(count):
            value = value << 1 | (self._data[self._at >> 3] >> (7 - (self._at & 7)) & 1)
            self._at += 1
        return value

    def ue(self) -> int:
        """An unsigned Exp-Golomb number. Raises IndexError for what is none."""
        zeros = 0
        while not self.take(1):
            zeros += 1
            if zeros > 32:
                raise IndexError
        return (1 << zeros) - 1 + self.take(zeros)

    def counted(self) -> int:
        """The same as a number of things to come, of which no header has many."""
        value = self.ue()
        if value > _MOST:
            raise IndexError
        return value

    def se(self) -> int:
        """A signed one."""
        value = self.ue()
        return (value + 1) // 2 if value % 2 else -(value // 2)


def chroma_place(codec: str, extradata: bytes) -> int | None:
    """chroma_sample_loc_type (0 left, 1 centre, 2 top left, 3 top, 4 bottom left, 5 bottom).

    None where the headers of the codec (FFmpeg's name) do not say.
    """
    try:
        if codec == "av1":
            # chroma_sample_position: 1 is left of the two lines' middle, 2 on the upper one.
            return {1: 0, 2: 2}.get(extradata[2] & 3) if extradata[0] == 0x81 else None
        reader: Callable[[_Bits], int | None] | None = {"h264": _avc, "hevc": _hevc}.get(codec)
        if reader is None:
            return None
        kind, mask, shift, skip = (7, 31, 0, 1) if codec == "h264" else (33, 63, 1, 2)
        for unit in _units(codec, extradata):
            if unit[0] >> shift & mask == kind:
                return reader(_Bits(unit[skip:]))
    except IndexError:
        return None
    return None


def _units(codec: str, data: bytes) -> Iterator[bytes]:
    """The NAL units of a stream's headers, in MP4's wrapping or with start codes."""
    if data[:3] == _START or data[:4] == b"\x00" + _START:
        yield from (part for part in data.split(_START) if part.strip(b"\x00"))
        return
    if codec == "h264":
        at, number = 6, data[5] & 31
        yield from _wrapped(data, at, number)
        return
    at = 23
    for _ in range(data[22]):
        number = int.from_bytes(data[at + 1 : at + 3], "big")
        at += 3
        for unit in _wrapped(data, at, number):
            at += 2 + len(unit)
            yield unit


def _wrapped(data: bytes, at: int, number: int) -> Iterator[bytes]:
    for _ in range(number):
        size = int.from_bytes(data[at : at + 2], "big")
        if not size:
            raise IndexError
        yield data[at + 2 : at + 2 + size]
        at += 2 + size


def _usability(bits: _Bits) -> int | None:
    """The beginning that both standards' usability information have in common."""
    if bits.take(1) and bits.take(8) == _EXTENDED:
        bits.take(32)
    if bits.take(1):
        bits.take(1)
    if bits.take(1):
        bits.take(4)
        if bits.take(1):
            bits.take(24)
    return bits.ue() if bits.take(1) else None


def _avc(bits: _Bits) -> int | None:
    profile = bits.take(8)
    bits.take(16)
    bits.ue()
    if profile in _HIGH:
        _avc_chroma(bits)
    bits.ue()
    _avc_order(bits)
    bits.ue(), bits.take(1), bits.ue(), bits.ue()
    if not bits.take(1):
        bits.take(1)
    bits.take(1)
    _skip(bits, 4 if bits.take(1) else 0)
    return _usability(bits) if bits.take(1) else None


def _skip(bits: _Bits, numbers: int) -> None:
    for _ in range(numbers):
        bits.ue()


def _avc_chroma(bits: _Bits) -> None:
    chroma = bits.ue()
    bits.take(1 if chroma == 3 else 0)
    bits.ue(), bits.ue(), bits.take(1)
    if not bits.take(1):
        return
    for place in range(12 if chroma == 3 else 8):
        if bits.take(1):
            _avc_scaling(bits, 16 if place < 6 else 64)


def _avc_order(bits: _Bits) -> None:
    """How the order of pictures is told."""
    order = bits.ue()
    if order == 0:
        bits.ue()
    elif order == 1:
        bits.take(1), bits.se(), bits.se()
        _skip(bits, bits.counted())


def _avc_scaling(bits: _Bits, size: int) -> None:
    last = following = 8
    for _ in range(size):
        if following:
            following = (last + bits.se()) % 256
        last = following or last


def _hevc(bits: _Bits) -> int | None:
    bits.take(4)
    layers = bits.take(3)
    bits.take(1)
    _hevc_profile(bits, layers)
    bits.ue()
    if bits.ue() == 3:
        bits.take(1)
    _skip(bits, 2)
    _skip(bits, 4 if bits.take(1) else 0)
    _skip(bits, 2)
    long = bits.ue() + 4
    _skip(bits, 3 * (layers + 1 if bits.take(1) else 1) + 6)
    if bits.take(1) and bits.take(1):
        _hevc_scaling(bits)
    bits.take(2)
    if bits.take(1):
        bits.take(8)
        bits.ue(), bits.ue(), bits.take(1)
    _hevc_references(bits, long)
    bits.take(2)
    return _usability(bits) if bits.take(1) else None


def _hevc_profile(bits: _Bits, layers: int) -> None:
    bits.take(96)
    present = [(bits.take(1), bits.take(1)) for _ in range(layers)]
    if layers:
        bits.take(2 * (8 - layers))
    for profile, level in present:
        bits.take(88 * profile + 8 * level)


def _hevc_scaling(bits: _Bits) -> None:
    for size in range(4):
        for _ in range(0, 6, 3 if size == 3 else 1):
            if not bits.take(1):
                bits.ue()
                continue
            if size > 1:
                bits.se()
            for _ in range(min(64, 1 << (4 + 2 * size))):
                bits.se()


def _hevc_references(bits: _Bits, long: int) -> None:
    """The reference picture sets, each perhaps told by the one before; then the long-term ones."""
    before = 0
    for place in range(bits.counted()):
        if place and bits.take(1):
            bits.take(1), bits.ue()
            count = 0
            for _ in range(before + 1):
                used = bits.take(1)
                count += 1 if used or bits.take(1) else 0
        else:
            below, above = bits.counted(), bits.counted()
            count = below + above
            for _ in range(count):
                bits.ue(), bits.take(1)
        before = count
    if bits.take(1):
        for _ in range(bits.counted()):
            bits.take(long + 1)
