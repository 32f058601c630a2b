"""Reports of faults: files that tell what went wrong, and nothing of what the campaign says."""

from __future__ import annotations

import contextlib
import faulthandler
import platform
import re
import time
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import TextIO

import PySide6
from PySide6.QtCore import qVersion

from studio.campaign.project import Project
from studio.core.errors import CannotWrite, StudioError
from studio.core.files import read_bytes, write_text
from studio.core.lock import is_held, locked
from studio.core.places import config_folder
from studio.core.said import Said

STEPS = 50
"""How many of the last steps a report names."""
_MOST = 30
_LOG_ROOM = 256_000
_PACKAGES = ("av", "numpy", "opencv-python-headless", "Pillow", "moviepy", "shiboken6", "uharfbuzz")


def reports_folder() -> Path:
    """Where reports lie; it may not exist yet."""
    return config_folder() / "reports"


class Trail:
    """The last steps of the person, by the names of commands: no names of theirs are in it."""

    def __init__(self) -> None:
        self._steps: deque[str] = deque(maxlen=STEPS)

    def note(self, step: str) -> None:
        """Add a step. Of a text with values only the sentence is kept."""
        plain = step.template if isinstance(step, Said) else step
        self._steps.append(f"{time.strftime('%H:%M:%S')}  {plain}")

    @property
    def steps(self) -> tuple[str, ...]:
        """Oldest first."""
        return tuple(self._steps)


def circumstances() -> str:
    """Versions of everything that may have to do with a fault."""
    lines = [
        f"Lobbycard {_version('lobbycard')}",
        f"{platform.platform()}, {platform.machine()}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}, PySide6 {PySide6.__version__}",
    ]
    lines += [f"{name} {_version(name)}" for name in _PACKAGES]
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "not installed as a package"


def report_text(error: BaseException, trail: Trail, project: Project) -> str:
    """The whole report: circumstances, last steps, the trace."""
    trace = without_private("".join(traceback.format_exception(error)), private_words(project))
    steps = "\n".join(trail.steps) or "none"
    when = time.strftime("%Y-%m-%d %H:%M:%S")
    return (
        f"Report of a fault, {when}\n\n{circumstances()}\n\nLast steps\n{steps}\n\nTrace\n{trace}"
    )


def private_words(project: Project) -> Iterator[str]:
    """What the person wrote: names, titles, copy, cues, paths."""
    campaign = project.campaign
    yield campaign.name
    for film in campaign.films:
        yield from (film.id, film.source, *film.title.values())
        yield from (track.file for track in film.tracks)
        for poster in film.posters:
            yield from (poster.id, *poster.copy.values(), *poster.title.values())
    for track in project.tracks.values():
        yield from (cue.text for cue in track.cues)


def without_private(text: str, private: Iterable[str]) -> str:
    """The text with the home folder and all that is private left out."""
    home = str(Path.home())
    plain = text.replace(home, "~") if len(home) > 1 else text
    # Code and numbers of a trace must stay readable: very short words give nothing away.
    wanted = {part for one in private for part in (one, repr(one)[1:-1]) if len(part) > 3}
    found = sorted((one for one in wanted if one in plain), key=len, reverse=True)
    for one in found:
        plain = plain.replace(one, "(left out)")
    return plain


def write_report(text: str, kind: str) -> Path:
    """Put a report into its folder; the oldest make room. Raises CannotWrite."""
    folder = reports_folder()
    stamp = time.strftime("%Y-%m-%d-%H%M%S")
    safe = re.sub(r"\W", "", kind) or "fault"
    path, number = folder / f"{stamp}-{safe}.txt", 2
    while path.exists():
        path, number = folder / f"{stamp}-{safe}-{number}.txt", number + 1
    write_text(path, text)
    for old in sorted(folder.glob("*-*.txt"))[:-_MOST]:
        old.unlink(missing_ok=True)
    return path


def log(line: str) -> None:
    """Add a line to the log of the window; it is kept short, the lines before in a second file."""
    path = reports_folder() / "window.log"
    # Nobody can be told of a log that cannot be written, and nothing depends on it.
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file() and path.stat().st_size > _LOG_ROOM:
            path.replace(path.with_suffix(".log.1"))
        with path.open("a", encoding="utf-8", errors="replace") as stream:
            stream.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')} {line}\n")


# -- crashes of the process ---------------------------------------------------------------


class Sentinel:
    """Lets Python write where the process stood when the system ends it, into a file of its own."""

    def __init__(self) -> None:
        """Begin. Raises CannotWrite."""
        folder = reports_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            name = f"{time.strftime('%Y%m%d-%H%M%S')}-{time.monotonic_ns()}"
            self._path = folder / f"{name}.trace"
            self._stream: TextIO = self._path.open("w", encoding="utf-8")
        except OSError as error:
            raise CannotWrite(f"{folder}: {error.strerror or error}") from error
        self._held = contextlib.ExitStack()
        self._held.enter_context(locked(self._path.with_suffix(".lock"), ""))
        faulthandler.enable(self._stream, all_threads=True)

    def close(self) -> None:
        """The process ends as it should."""
        faulthandler.disable()
        self._stream.close()
        self._held.close()
        _forget(self._path)


def _forget(trace: Path) -> None:
    with contextlib.suppress(OSError):
        trace.unlink(missing_ok=True)
        trace.with_suffix(".lock").unlink(missing_ok=True)


def crashes_before() -> tuple[Path, ...]:
    """Reports made of the traces that crashed processes left; each is given once."""
    made: list[Path] = []
    for trace in sorted(reports_folder().glob("*.trace")):
        if is_held(trace.with_suffix(".lock")):
            continue
        with contextlib.suppress(StudioError):
            text = read_bytes(trace).decode("utf-8", "replace")
            if text.strip():
                told = f"Report of a crash\n\n{circumstances()}\n\nTrace\n"
                made.append(write_report(told + without_private(text, ()), "crash"))
            _forget(trace)
    return tuple(made)
