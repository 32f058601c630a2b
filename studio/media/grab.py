"""One frame written as a picture file: PNG of 8 or 16 bits, JPEG, or TIFF of 16 bits."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from studio.core.errors import BadValue
from studio.core.files import write_bytes
from studio.core.places import resources_folder
from studio.core.said import said
from studio.core.time import clock
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader
from studio.media.picture_files import Words, jpeg, png, tiff
from studio.media.provenance import one_line, xmp

ENDINGS = (".png", ".jpg", ".jpeg", ".tif", ".tiff")


def grab(film: Film, seconds: Fraction, path: Path, *, deep: bool = False) -> Frame:
    """Write the frame shown at `seconds` from the first frame; the kind is the name's ending.

    `.jpg` has 8 bits, `.tif` 16, `.png` 8 or, where `deep`, 16: of a film with more than 8 bits
    these are its own. It is `Frame.still()`, so only the active part of a film that has one. All
    carry the sRGB profile and the frame's provenance as a line of text and as XMP; the same frame
    gives the same bytes. Raises BadValue, CannotRead, CannotWrite.
    """
    _check(film, seconds, path, deep)
    with FrameReader(film) as reader:
        frame = reader.at(seconds)
        data = _encoded(frame, path.suffix.lower(), deep)
    write_bytes(path, data)
    return frame


def _check(film: Film, seconds: Fraction, path: Path, deep: bool) -> None:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise BadValue(
            said(
                "{path}: a frame is not written as “{suffix}”.",
                path=path,
                suffix=path.suffix or path.name,
            ),
            hint=said("Name it {listed}.", listed=", ".join(ENDINGS)),
        )
    if deep and ending in (".jpg", ".jpeg"):
        raise BadValue(
            said("{path}: JPEG has no 16 bits.", path=path), hint=said("Name it .png or .tif.")
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


def _encoded(frame: Frame, ending: str, deep: bool) -> bytes:
    profile = (resources_folder() / "icc" / "sRGB-v2-micro.icc").read_bytes()
    words = Words(profile, xmp(frame), one_line(frame))
    if ending in (".tif", ".tiff"):
        return tiff(frame.still16(), words)
    if ending == ".png":
        return png(frame.still16() if deep else frame.still(), words)
    return jpeg(frame.still(), words)
