"""One face of one font file, and the HarfBuzz font that shapes and draws with it."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from studio.core.errors import CannotRead
from studio.core.files import sha256
from studio.core.said import said

#: Fonts are shaped at this many units an em and scaled afterwards: a line has one shape at all
#: sizes, and rounding to whole units stays far below a pixel on the largest sheet.
UNITS = 65536

_OUTLINES = frozenset({"glyf", "CFF ", "CFF2"})
#: How far synthetic italics lean: about 12 degrees, as designed obliques do.
SLANT = 0.21


@dataclass(frozen=True, slots=True)
class Face:
    """A face that can be set: `index` in its file, `family` as the file calls it.

    `weights` is (lightest, boldest), both the same for a static face. `region` is the part of the
    name that a CJK collection ends with (SC, TC, HK, JP, KR), else empty.
    """

    path: Path
    index: int
    family: str
    style: str
    weights: tuple[int, int] = (400, 400)
    italic: bool = False
    region: str = ""
    optical: tuple[float, float] | None = None
    bundled: bool = False

    def __hash__(self) -> int:
        """Of what tells faces apart: each glyph that is looked up asks for it."""
        return hash((self.family, self.style, self.index))

    @property
    def group(self) -> str:
        """The family without its region: what styles ask for."""
        return self.family.removesuffix(" " + self.region) if self.region else self.family

    @property
    def named(self) -> str:
        """For people: family and style."""
        return f"{self.family} {self.style}".strip()


@dataclass(frozen=True, slots=True)
class Setting:
    """A face as it is set: its weight, its optical size, and whether it is slanted by us."""

    face: Face
    weight: int
    optical: float
    slanted: bool = False

    def __hash__(self) -> int:
        """At one go, as each glyph asks for it too."""
        face = self.face
        return hash((face.family, face.style, face.index, self.weight, self.optical, self.slanted))


@lru_cache(maxsize=64)
def opened(path: Path, index: int) -> hb.Face:
    """The HarfBuzz face. Raises CannotRead."""
    try:
        return hb.Face(hb.Blob.from_file_path(str(path)), index)
    except (hb.HarfBuzzError, OSError) as error:
        raise CannotRead(
            said("The font {path} cannot be read.", path=path), hint=said("Is it damaged?")
        ) from error


@lru_cache(maxsize=256)
def coverage(path: Path, index: int) -> hb.Set:
    """The code points that the face has glyphs for."""
    return opened(path, index).unicodes


@lru_cache(maxsize=256)
def font(setting: Setting) -> hb.Font:
    """The font to shape and draw with, at UNITS an em; shared, never changed.

    The weight is always set: a variable face left alone shows its default, often the thinnest.
    """
    face = setting.face
    made = hb.Font(opened(face.path, face.index))
    made.scale = (UNITS, UNITS)
    axes = {}
    if face.weights[0] < face.weights[1]:
        axes["wght"] = float(setting.weight)
    if face.optical:
        axes["opsz"] = min(max(setting.optical, face.optical[0]), face.optical[1])
    if axes:
        made.set_variations(axes)
    if setting.slanted:
        made.synthetic_slant = SLANT
    return made


def setting_for(face: Face, weight: int, optical: float, slanted: bool) -> Setting:
    """`face` at the weight nearest to the one wished for."""
    held = min(max(weight, face.weights[0]), face.weights[1])
    return Setting(face, held, optical if face.optical else 0.0, slanted)


@lru_cache(maxsize=64)
def _content_hash(path: Path, size: int, changed: int) -> str:
    return sha256(path)


def identity(path: Path) -> str:
    """The SHA-256 of the font file, remembered while size and time stay. Raises CannotRead."""
    try:
        known = path.stat()
    except OSError as error:
        raise CannotRead(
            said("The font {path} is gone.", path=path), hint=said("Install it again.")
        ) from error
    return _content_hash(path, known.st_size, known.st_mtime_ns)


_REGIONS = ("JP", "KR", "SC", "TC", "HK")
_SFNT_KINDS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf")


def faces_in(path: Path, bundled: bool) -> tuple[Face, ...]:
    """Every face with outlines in a font file; nothing for a file that is not a usable font."""
    try:
        with path.open("rb") as stream:
            if stream.read(4) not in _SFNT_KINDS:
                return ()
        blob = hb.Blob.from_file_path(str(path))
        count = min(hb.Face(blob, 0).count, 64)
        found = (_described(hb.Face(blob, index), path, index, bundled) for index in range(count))
        return tuple(face for face in found if face is not None)
    except (hb.HarfBuzzError, OSError, struct.error):
        return ()


def _described(face: hb.Face, path: Path, index: int, bundled: bool) -> Face | None:
    if face.glyph_count == 0 or not _OUTLINES & set(face.table_tags):
        return None
    family = _name(face, 16, 1)
    if not family:
        return None
    axes = {axis.tag: axis for axis in face.axis_infos}
    weight, italic = _weight_and_slope(face)
    low, high = weight, weight
    if "wght" in axes:
        low, high = round(axes["wght"].min_value), round(axes["wght"].max_value)
    region = family.rsplit(" ", 1)[-1]
    return Face(
        path,
        index,
        family,
        _name(face, 17, 2),
        (low, high),
        italic,
        region if region in _REGIONS and "CJK" in family else "",
        (axes["opsz"].min_value, axes["opsz"].max_value) if "opsz" in axes else None,
        bundled,
    )


def _name(face: hb.Face, *ids: int) -> str:
    for number in ids:
        if text := face.get_name(hb.OTNameIdPredefined(number), "en"):
            return str(text).strip()
    return ""


def _weight_and_slope(face: hb.Face) -> tuple[int, bool]:
    """usWeightClass and the italic bit of OS/2; 400 and upright where the table is missing."""
    table = bytes(face.reference_table("OS/2").data) if "OS/2" in face.table_tags else b""
    if len(table) < 64:
        return 400, False
    (weight,) = struct.unpack_from(">H", table, 4)
    (selection,) = struct.unpack_from(">H", table, 62)
    return min(max(weight, 1), 1000), bool(selection & 1)
