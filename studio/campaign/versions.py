"""The versions before: what each save replaced is kept beside the campaign and can come back.

`.lobbycard/before/<time>/` holds the files that one save replaced, under the paths they had, and
`version.json`, which names them. A file that is in no later version lies in the campaign unchanged.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.core.errors import CannotRead, StudioError
from studio.core.files import inside, read_bytes, write_bytes
from studio.core.plain import load_json, structure

KEPT = ".lobbycard"
"""The folder beside the campaign that is never needed to read it."""
FOLDER = f"{KEPT}/before"
MOST = 20
ROOM = 200_000_000
"""Bytes of all versions together; the oldest make room, the newest always stays."""
_NAMES = "version.json"


@dataclass(frozen=True, slots=True)
class Version:
    """What one save replaced. `written` in seconds of the epoch, when that save was made.

    `replaced` are relative paths; `made` did not exist before that save.
    """

    place: Path
    file: str
    written: float
    replaced: tuple[str, ...] = ()
    made: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Names:
    file: str
    written: float
    replaced: tuple[str, ...] = ()
    made: tuple[str, ...] = ()


def keep_version(path: Path, files: Iterable[Path]) -> None:
    """Keep what lies at `files`, which a save of the campaign `path` is about to replace.

    Raises CannotWrite.
    """
    replaced = {_relative(path, one): one for one in files if one.is_file()}
    made = [_relative(path, one) for one in files if not one.exists()]
    if path.name in made or not (replaced or made):
        # There is no campaign before its first save.
        return
    place = _free_place(path.parent / FOLDER)
    for name, source in replaced.items():
        write_bytes(place / name, read_bytes(source))
    names = {
        "file": path.name,
        "written": time.time(),
        "replaced": sorted(replaced),
        "made": sorted(made),
    }
    # Last: a version without it was not finished.
    write_bytes(place / _NAMES, json.dumps(names, ensure_ascii=False).encode("utf-8"))
    _make_room(path.parent / FOLDER)


def _relative(path: Path, file: Path) -> str:
    return file.relative_to(path.parent).as_posix()


def _free_place(above: Path) -> Path:
    stamp = time.strftime("%Y%m%d-%H%M%S")
    place, number = above / stamp, 1
    while place.exists():
        place, number = above / f"{stamp}-{number:03}", number + 1
    return place


def _make_room(above: Path) -> None:
    kept = sorted(_all(above), key=_age, reverse=True)
    taken = 0
    for number, version in enumerate(kept):
        taken += sum(one.stat().st_size for one in version.place.rglob("*") if one.is_file())
        if number and (number >= MOST or taken > ROOM):
            shutil.rmtree(version.place, ignore_errors=True)


def _age(version: Version) -> tuple[float, str]:
    return version.written, version.place.name


def _all(above: Path) -> list[Version]:
    found: list[Version] = []
    with contextlib.suppress(OSError):
        for place in above.iterdir():
            # What is no version, or is damaged, is none that could come back.
            with contextlib.suppress(StudioError):
                found.append(_read(place))
    return found


def _read(place: Path) -> Version:
    data: Any = load_json(place / _NAMES)
    if not isinstance(data, Mapping):
        raise CannotRead(str(place))
    names = structure(data, _Names, str(place))
    for one in (*names.replaced, *names.made):
        inside(place, one, str(place))
    return Version(place, names.file, names.written, names.replaced, names.made)


def versions(path: Path) -> tuple[Version, ...]:
    """The versions of a campaign file, newest first."""
    found = [one for one in _all(path.parent / FOLDER) if one.file == path.name]
    return tuple(sorted(found, key=_age, reverse=True))


class Then:
    """The files of a campaign as they lay before the save that made a version."""

    def __init__(self, path: Path, version: Version) -> None:
        self._folder = path.parent
        later = [one for one in _all(path.parent / FOLDER) if _age(one) >= _age(version)]
        self._later = sorted(later, key=_age)

    def locate(self, relative: str) -> Path:
        """Where the content of a file of the campaign lies that it had then.

        A file that did not exist then is located where there is none. Raises BadValue for a path
        outside the campaign.
        """
        target = inside(self._folder, relative, relative)
        plain = target.relative_to(self._folder).as_posix()
        for version in self._later:
            if plain in version.replaced:
                return version.place / plain
            if plain in version.made:
                return version.place / "not-there-yet" / plain
        return target
