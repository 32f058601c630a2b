"""One frame written as a picture file: PNG, JPEG, or TIFF with 16 bits."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from pathlib import Path

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from studio.core.errors import BadValue
from studio.core.files import write_bytes
from studio.core.places import resources_folder
from studio.core.said import said
from studio.core.time import clock
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader

_JPEG_QUALITY = 95


def grab(film: Film, seconds: Fraction, path: Path) -> Frame:
    """Write the frame shown at `seconds` from the first frame; the kind is the name's ending.

    `.png` and `.jpg` have 8 bits, `.tif` 16; all carry the sRGB profile and say of which film and
    PTS they are. Raises BadValue, CannotRead, CannotWrite.
    """
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise BadValue(
            said(
                "{path}: a frame is not written as “{suffix}”.",
                path=path,
                suffix=path.suffix or path.name,
            ),
            hint=said("Name it {listed}.", listed=", ".join(_KINDS)),
        )
    if not 0 <= seconds < film.duration:
        raise BadValue(
            said("{seconds} is outside {film}.", seconds=clock(seconds), film=film.path),
            hint=said(
                "The film runs from {value} to {duration}.",
                value=clock(Fraction(0)),
                duration=clock(film.duration),
            ),
        )
    with FrameReader(film) as reader:
        frame = reader.at(seconds)
        data = kind(frame)
    write_bytes(path, data)
    return frame


def origin(frame: Frame) -> str:
    """Where the frame is from, in one line of ASCII: the film's SHA-256, stream, PTS, time base."""
    video = frame.film.video
    return (
        f"lobbycard sha256={frame.film.sha256} stream={video.index} "
        f"pts={frame.pts} time_base={video.time_base}"
    )


def _profile() -> bytes:
    return (resources_folder() / "icc" / "sRGB-v2-micro.icc").read_bytes()


def _png(frame: Frame) -> bytes:
    origins = PngInfo()
    origins.add_text("Source", origin(frame))
    stream = BytesIO()
    picture = Image.fromarray(frame.rgb())
    picture.save(stream, "PNG", pnginfo=origins, icc_profile=_profile(), compress_level=6)
    return stream.getvalue()


def _jpeg(frame: Frame) -> bytes:
    stream = BytesIO()
    Image.fromarray(frame.rgb()).save(
        stream,
        "JPEG",
        quality=_JPEG_QUALITY,
        subsampling=0,
        comment=origin(frame),
        icc_profile=_profile(),
    )
    return stream.getvalue()


def _tiff(frame: Frame) -> bytes:
    """TIFF 6.0, little-endian, RGB of 16 bits in one Deflate strip; Pillow writes 8 bits only."""
    rgb = frame.rgb16()
    height, width = rgb.shape[:2]
    # Horizontal differences (predictor 2) halve the size of a photograph.
    steps = rgb.copy()
    steps[:, 1:] -= rgb[:, :-1]
    strip = zlib.compress(steps.astype("<u2").tobytes(), 6)
    text = origin(frame).encode("ascii") + b"\0"
    profile = _profile()
    entries: list[tuple[int, int, int, bytes]] = [
        (256, 4, 1, struct.pack("<I", width)),
        (257, 4, 1, struct.pack("<I", height)),
        (258, 3, 3, struct.pack("<3H", 16, 16, 16)),
        (259, 3, 1, struct.pack("<H", 8)),  # Deflate
        (262, 3, 1, struct.pack("<H", 2)),  # RGB
        (270, 2, len(text), text),
        (273, 4, 1, b""),  # where the strip lies: filled in below
        (277, 3, 1, struct.pack("<H", 3)),
        (278, 4, 1, struct.pack("<I", height)),
        (279, 4, 1, struct.pack("<I", len(strip))),
        (317, 3, 1, struct.pack("<H", 2)),
        (34675, 7, len(profile), profile),
    ]
    place = 8 + 2 + 12 * len(entries) + 4
    table, rest = b"", b""
    sizes = sum(len(value) + len(value) % 2 for *_, value in entries if len(value) > 4)
    for tag, kind, count, value in entries:
        if tag == 273:
            value = struct.pack("<I", place + sizes)
        if len(value) > 4:
            table += struct.pack("<HHII", tag, kind, count, place + len(rest))
            rest += value + b"\0" * (len(value) % 2)
        else:
            table += struct.pack("<HHI", tag, kind, count) + value.ljust(4, b"\0")
    head = struct.pack("<2sHI", b"II", 42, 8) + struct.pack("<H", len(entries))
    return head + table + struct.pack("<I", 0) + rest + strip


_KINDS: dict[str, Callable[[Frame], bytes]] = {
    ".png": _png,
    ".jpg": _jpeg,
    ".jpeg": _jpeg,
    ".tif": _tiff,
    ".tiff": _tiff,
}
