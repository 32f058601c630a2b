"""The files that go with an output: named after it, copied with it, removed when it has none."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath

from studio.burn.asked.preset import VideoPreset
from studio.burn.beside.names import beside_names
from studio.core.errors import StudioError
from studio.core.files import sha256

Beside = Mapping[str, str]
"""Names of files, relative to the output folder with `/`, and their SHA-256."""


def possible_names(output: str, languages: Sequence[str], preset: VideoPreset) -> list[str]:
    """The names that files beside a film's output may have; relative, with `/`."""
    return [path.as_posix() for path in beside_names(Path(output), languages, preset)]


def hashes(out: Path, paths: Sequence[Path]) -> dict[str, str]:
    """What a record says of files that were written into the folder `out`. Raises CannotRead."""
    return {path.relative_to(out).as_posix(): sha256(path) for path in paths}


def are_kept(out: Path, beside: Beside, hashed: Callable[[Path], str] = sha256) -> bool:
    """Whether all of them are there with their bytes."""
    try:
        return all(hashed(out / name) == digest for name, digest in beside.items())
    except StudioError:
        return False


def renamed(beside: Beside, made: str, twin: str) -> dict[str, str]:
    """What they are called beside the output `twin` instead of `made`; by their names there."""
    old, new = PurePosixPath(made), PurePosixPath(twin)
    return {
        name: str(new.with_name(new.stem + PurePosixPath(name).name.removeprefix(old.stem)))
        for name in beside
    }


def remove_former(out: Path, before: Beside, now: Beside) -> None:
    """Take away what went with an output and does not any more; what somebody changed stays."""
    for name in before.keys() - now.keys():
        if are_kept(out, {name: before[name]}):
            with contextlib.suppress(OSError):
                (out / name).unlink()
