"""The journal: the present project kept beside the person's file, whatever stops the machine.

One folder for each open window, below `.lobbycard/journal/<campaign file>/`, or below the person's
configuration while a campaign has no file or its folder cannot be written:

    lock          held while the window is open; the system lets it go when the process dies
    head.json     names the parts of the present project, and tells what was done
    before.json   the head before that one
    new.json      the next head, for the moment before it takes the place of the others
    parts/        whatever the heads name, by content; only what changed is written
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from studio.campaign.packing import Account, Packed, Packer, head_bytes, read_head, unpacked
from studio.campaign.project import Project
from studio.campaign.versions import FOLDER, KEPT
from studio.core.errors import CannotRead, CannotWrite, StudioError, os_words
from studio.core.files import inside, is_plain_name, laid, read_bytes, synced
from studio.core.lock import is_held, locked
from studio.core.places import config_folder
from studio.core.said import said

_HEAD, _BEFORE, _NEW, _PARTS, _LOCK = "head.json", "before.json", "new.json", "parts", "lock"
_HEAD_LIMIT = 16 * 1024 * 1024
SET_ASIDE = "unsaved "
"""How the name of a journal begins that the person chose not to recover."""
_MOST_ASIDE = 20


@dataclass(frozen=True, slots=True)
class Found:
    """A journal that no running window holds: what a window that ended left behind.

    `account` is None where it is damaged beyond reading; `problem` then says so.
    """

    place: Path
    account: Account | None
    problem: str = ""


def own_folder() -> Path:
    """Where the journals lie of campaigns that have no file, or no folder that can be written."""
    return config_folder() / "journal"


def folder_of(path: Path) -> Path:
    """Where the journals of a campaign file lie."""
    return path.parent / KEPT / "journal" / path.name


class Journal:
    """The journal of one window. `write` may be called on any thread, one at a time is done."""

    def __init__(self, path: Path | None, folder: Path) -> None:
        """Take a place beside `path`, or in the person's own folder. Raises CannotWrite."""
        self._path, self._folder = path, folder
        self._turn = threading.Lock()
        self._held = contextlib.ExitStack()
        self._packer = Packer()
        self._names: frozenset[str] = frozenset()
        self._holds = False
        self.is_beside = False
        """Whether it lies beside the campaign, not in the person's own folder."""
        self.place = self._take_place()

    def _take_place(self) -> Path:
        if self._path is not None:
            with contextlib.suppress(CannotWrite):
                place = self._claim(folder_of(self._path))
                self.is_beside = True
                return place
        return self._claim(own_folder())

    def _claim(self, above: Path) -> Path:
        stamp = time.strftime("%Y%m%d-%H%M%S")
        number = 0
        while True:
            place = above / f"{stamp}-{os.getpid()}-{number}"
            try:
                place.mkdir(parents=True)
                break
            except FileExistsError:
                number += 1
            except OSError as error:
                raise CannotWrite(
                    said("{place} cannot be made: {reason}.", place=above, reason=_why(error)),
                    hint=said("Check the folder, its permissions and the room on the disk."),
                ) from error
        self._held.enter_context(locked(place / _LOCK, said("Another window")))
        return place

    def write(self, project: Project, labels: tuple[str, ...] = ()) -> None:
        """Keep `project`; `labels` name the steps since it was saved, oldest first.

        Raises CannotWrite; what was kept before is then still there.
        """
        with self._turn:
            packed = self._packer.pack(project)
            try:
                self._put(packed, self._account(project, labels))
            except CannotWrite:
                # What was packed but not written must be packed again.
                self._packer = Packer()
                raise

    def _account(self, project: Project, labels: tuple[str, ...]) -> Account:
        path = str(self._path.absolute()) if self._path is not None else ""
        folder = str(self._folder.absolute())
        return Account(path, folder, time.time(), labels, project.campaign.name)

    def _put(self, packed: Packed, account: Account) -> None:
        """Everything takes its place first and is synced then: a busy disk may be long about that,
        and until it is done only a power cut, no end of the process, could take the step."""
        fresh = {
            self.place / _PARTS / name: data
            for name, data in packed.fresh.items()
            if name not in self._names
        }
        for path, data in fresh.items():
            laid(path, data)
        new, head, last = (self.place / name for name in (_NEW, _HEAD, _BEFORE))
        laid(new, head_bytes(account, packed))
        held = head.exists()
        if held:
            _moved(head, last)
        _moved(new, head)
        try:
            synced((*fresh, head))
        except CannotWrite:
            if held:
                _moved(last, head)
            else:
                head.unlink(missing_ok=True)
            raise
        before, self._names, self._holds = self._names, packed.names, True
        self._sweep(before | packed.names)

    def _sweep(self, keep: frozenset[str]) -> None:
        for part in (self.place / _PARTS).iterdir():
            if part.name not in keep:
                part.unlink(missing_ok=True)

    def clear(self) -> None:
        """What it holds has reached the disk, or is not wanted: forget it, stay open."""
        with self._turn:
            for name in (_HEAD, _BEFORE, _NEW):
                (self.place / name).unlink(missing_ok=True)
            shutil.rmtree(self.place / _PARTS, ignore_errors=True)
            self._holds, self._names, self._packer = False, frozenset(), Packer()

    def close(self, *, keep: bool = False) -> None:
        """Let go of the place; with `keep` what it holds stays for the next start."""
        with self._turn:
            self._held.close()
            if not keep or not self._holds:
                shutil.rmtree(self.place, ignore_errors=True)


def _moved(source: Path, target: Path) -> None:
    """A head takes the place of another. What was synced stays so: it is the same file."""
    try:
        source.replace(target)
    except OSError as error:
        raise CannotWrite(
            said("{place} cannot be written: {reason}.", place=target, reason=_why(error)),
            hint=said("Check the folder, its permissions and the room on the disk."),
        ) from error


def _why(error: OSError) -> str:
    return os_words(error)


def open_elsewhere(path: Path, but: Path | None = None) -> bool:
    """Whether another window holds a journal of this campaign; `but` is the asker's own."""
    return any(is_held(place / _LOCK) for place in _places(folder_of(path)) if place != but)


def left_behind(path: Path | None) -> tuple[Found, ...]:
    """The journals of a campaign that no window holds, newest first; None: all in the own folder.

    Places with nothing in them are cleared away.
    """
    found = _free(own_folder())
    if path is not None:
        wanted = str(path.absolute())
        own = [one for one in found if one.account is not None and one.account.path == wanted]
        found = [*own, *_free(folder_of(path))]
    return tuple(sorted(found, key=_newest_first))


def _free(above: Path) -> list[Found]:
    found: list[Found] = []
    for place in _places(above):
        if is_held(place / _LOCK):
            continue
        if (place / _HEAD).exists() or (place / _BEFORE).exists():
            found.append(_looked_at(place))
        else:
            shutil.rmtree(place, ignore_errors=True)
    return found


def _newest_first(found: Found) -> tuple[float, str]:
    return (-found.account.written if found.account is not None else 0.0, found.place.name)


def _places(above: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(place for place in above.iterdir() if place.is_dir())


def _looked_at(place: Path) -> Found:
    try:
        return Found(place, _best_head(place)[0])
    except StudioError as error:
        return Found(place, None, str(error))


def _best_head(place: Path) -> tuple[Account, Mapping[str, object]]:
    """The head, or the one before it where that is damaged. Raises CannotRead."""
    try:
        return read_head(read_bytes(place / _HEAD, _HEAD_LIMIT), str(place / _HEAD))
    except CannotRead:
        if not (place / _BEFORE).is_file():
            raise
        return read_head(read_bytes(place / _BEFORE, _HEAD_LIMIT), str(place / _BEFORE))


@dataclass(frozen=True, slots=True)
class Kept:
    """What a journal gives back. `is_last` is False where only the state before could be read."""

    project: Project
    account: Account
    is_last: bool


def read_journal(place: Path, folder: Path) -> Kept:
    """The project that a journal of a campaign in `folder` holds: its last state, else the one
    before that.

    Raises CannotRead or BadValue when neither can be read; nothing is changed on disk.
    """
    try:
        return _read(place, folder, _HEAD)
    except StudioError:
        if not (place / _BEFORE).is_file():
            raise
        return _read(place, folder, _BEFORE)


def _read(place: Path, folder: Path, name: str) -> Kept:
    account, index = read_head(read_bytes(place / name, _HEAD_LIMIT), str(place / name))

    def part(wanted: str) -> bytes:
        path = place / _PARTS / wanted
        if not is_plain_name(wanted):
            raise CannotRead(said("{path} names a part that cannot be.", path=place / name))
        data = read_bytes(path)
        if hashlib.sha256(data).hexdigest() != wanted:
            raise CannotRead(said("{path} is damaged.", path=path))
        return data

    project = unpacked(index, part, str(place / name))
    for film in project.campaign.films:
        # A journal may come along with a stranger's folder: it names no files elsewhere.
        inside(folder, film.source, f"films.{film.id}.source")
    return Kept(project, account, name == _HEAD)


def set_aside(place: Path) -> Path:
    """Keep a journal that is not wanted now among the versions; returns where it lies then.

    The oldest of those set aside make room. Raises CannotWrite.
    """
    beside = place.parent != own_folder()
    above = place.parents[3] / FOLDER if beside else own_folder().parent / "kept"
    try:
        above.mkdir(parents=True, exist_ok=True)
        target, number = above / f"{SET_ASIDE}{place.name}", 0
        while target.exists():
            number += 1
            target = above / f"{SET_ASIDE}{place.name}-{number:03}"
        place.replace(target)
        (target / _LOCK).unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(
            said("{place} cannot be set aside: {reason}.", place=place, reason=_why(error)),
            hint=said("It stays where it is."),
        ) from error
    kept = sorted(one for one in above.glob(f"{SET_ASIDE}*") if one.is_dir())
    for old in kept[:-_MOST_ASIDE]:
        shutil.rmtree(old, ignore_errors=True)
    return target


def discard(place: Path) -> None:
    """Take a journal away whose work has been recovered."""
    shutil.rmtree(place, ignore_errors=True)


def set_aside_of(path: Path) -> tuple[tuple[Path, Account], ...]:
    """The journals of a campaign that were set aside and can be read, each with what it tells."""
    found: list[tuple[Path, Account]] = []
    for place in _places(path.parent / FOLDER):
        if not place.name.startswith(SET_ASIDE):
            continue
        with contextlib.suppress(StudioError):
            account = _best_head(place)[0]
            if Path(account.path).name == path.name:
                found.append((place, account))
    return tuple(found)
