"""The fonts that this machine has installed: found by looking through its folders, remembered."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.core.errors import CannotRead, CannotWrite
from studio.core.files import read_text, write_text
from studio.core.places import cache_folder, config_folder
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


def installed(folders: tuple[Path, ...]) -> tuple[Installed, ...]:
    """Every usable face below `folders`, sorted by family, style and path.

    What was learnt of each file is kept in the cache under its path, size and time.
    """
    known = _remembered()
    found: dict[str, dict[str, Any]] = {}
    for path in _font_files(folders):
        stat = path.stat()
        entry = known.get(str(path))
        if not entry or (entry["size"], entry["changed"]) != (stat.st_size, stat.st_mtime_ns):
            entry = _learnt(path, stat.st_size, stat.st_mtime_ns)
        found[str(path)] = entry
    if found != known:
        _remember(found)
    faces = [each for path, entry in found.items() for each in _faces(Path(path), entry)]
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


def _learnt(path: Path, size: int, changed: int) -> dict[str, Any]:
    faces = [
        {
            "index": face.index,
            "family": face.family,
            "style": face.style,
            "weights": list(face.weights),
            "italic": face.italic,
            "region": face.region,
            "optical": list(face.optical) if face.optical else None,
            "pages": sorted({point >> 8 for point in coverage(path, face.index)}),
        }
        for face in faces_in(path, False)
    ]
    return {"size": size, "changed": changed, "faces": faces}


def _faces(path: Path, entry: dict[str, Any]) -> list[Installed]:
    made = []
    for known in entry["faces"]:
        optical = known["optical"]
        face = Face(
            path,
            known["index"],
            known["family"],
            known["style"],
            (known["weights"][0], known["weights"][1]),
            known["italic"],
            known["region"],
            (optical[0], optical[1]) if optical else None,
        )
        made.append(Installed(face, frozenset(known["pages"])))
    return made


def _remembered() -> dict[str, dict[str, Any]]:
    path = cache_folder() / _INDEX
    if not path.is_file():
        return {}
    try:
        data = json.loads(read_text(path))
    except (CannotRead, json.JSONDecodeError):
        # The cache may be deleted or damaged at any time: it is made again.
        return {}
    return data if isinstance(data, dict) else {}


def _remember(found: dict[str, dict[str, Any]]) -> None:
    try:
        write_text(cache_folder() / _INDEX, json.dumps(found, sort_keys=True))
    except CannotWrite:
        # Without a cache folder the fonts are looked through each time; nothing else is lost.
        return
