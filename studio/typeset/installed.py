"""The fonts that this machine has installed: found by looking through its folders, remembered."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from studio.core.errors import BadValue, CannotRead, CannotWrite
from studio.core.files import write_text
from studio.core.places import cache_folder, config_folder
from studio.core.plain import load_json, structure, unstructure
from studio.typeset.face import Face, coverage, faces_in

_SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
_MOST_FILES = 20_000
_LARGEST = 256 * 1024 * 1024
_INDEX = "fonts-1.json"


@dataclass(frozen=True, slots=True)
class Installed:
    """A face of this machine and the blocks of 256 code points in which it has glyphs."""

    face: Face
    pages: frozenset[int]


def font_folders() -> tuple[Path, ...]:
    """The person's own fonts, then the system's.

    LOBBYCARD_SYSTEM_FONTS=off leaves out both: the same fonts on every machine of a farm.
    """
    if os.environ.get("LOBBYCARD_SYSTEM_FONTS", "").lower() in ("off", "0", "no"):
        return ()
    own = config_folder() / "fonts"
    home = Path.home()
    if sys.platform == "win32":
        root = Path(os.environ.get("WINDIR", r"C:\Windows"))
        local = Path(os.environ.get("LOCALAPPDATA", str(home)))
        return own, local / "Microsoft" / "Windows" / "Fonts", root / "Fonts"
    if sys.platform == "darwin":
        return own, home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts")
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local/share")
    shared = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    return own, data / "fonts", home / ".fonts", *shared


@dataclass(frozen=True, slots=True)
class _KnownFace:
    """What is remembered of a face."""

    index: int
    family: str
    style: str
    weights: tuple[int, int]
    italic: bool
    region: str
    optical: tuple[float, float] | None
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _KnownFile:
    """What is remembered of a font file, as long as its size and time stay."""

    size: int
    changed: int
    faces: tuple[_KnownFace, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    files: dict[str, _KnownFile]


def installed(folders: tuple[Path, ...]) -> tuple[Installed, ...]:
    """Every usable face below `folders`, sorted by family, style and path.

    What was learnt of each file is kept in the cache under its path, size and time.
    """
    known = _remembered()
    found: dict[str, _KnownFile] = {}
    for path in _font_files(folders):
        stat = path.stat()
        entry = known.get(str(path))
        if not entry or (entry.size, entry.changed) != (stat.st_size, stat.st_mtime_ns):
            entry = _KnownFile(stat.st_size, stat.st_mtime_ns, _learnt(path))
        found[str(path)] = entry
    if found != known:
        _remember(found)
    faces = [_installed(Path(path), one) for path, entry in found.items() for one in entry.faces]
    return tuple(
        sorted(faces, key=lambda one: (one.face.family, one.face.style, str(one.face.path)))
    )


def _font_files(folders: tuple[Path, ...]) -> list[Path]:
    found: dict[Path, None] = {}
    for folder in folders:
        for root, _, names in os.walk(folder):
            for name in names:
                path = Path(root, name)
                if path.suffix.lower() in _SUFFIXES and _plausible(path):
                    found[path] = None
                if len(found) >= _MOST_FILES:
                    return list(found)
    return list(found)


def _plausible(path: Path) -> bool:
    try:
        return path.is_file() and 12 < path.stat().st_size <= _LARGEST
    except OSError:
        return False


def _learnt(path: Path) -> tuple[_KnownFace, ...]:
    return tuple(
        _KnownFace(
            face.index,
            face.family,
            face.style,
            face.weights,
            face.italic,
            face.region,
            face.optical,
            tuple(sorted({point >> 8 for point in coverage(path, face.index)})),
        )
        for face in faces_in(path, False)
    )


def _installed(path: Path, known: _KnownFace) -> Installed:
    face = Face(
        path,
        known.index,
        known.family,
        known.style,
        known.weights,
        known.italic,
        known.region,
        known.optical,
    )
    return Installed(face, frozenset(known.pages))


def _remembered() -> dict[str, _KnownFile]:
    path = cache_folder() / _INDEX
    if not path.is_file():
        return {}
    try:
        data = load_json(path)
        return structure(data, _Index, str(path)).files if isinstance(data, dict) else {}
    except (CannotRead, BadValue):
        # The cache may be deleted or damaged at any time: it is made again.
        return {}


def _remember(found: dict[str, _KnownFile]) -> None:
    plain = json.dumps(unstructure(_Index(found)), sort_keys=True)
    try:
        write_text(cache_folder() / _INDEX, plain)
    except CannotWrite:
        # Without a cache folder the fonts are looked through each time; nothing else is lost.
        return
