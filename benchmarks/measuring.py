"""What all benchmarks share: timed runs, sides in turn, medians, and the table they end in."""

from __future__ import annotations

import os
import platform
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LONGEST = 3600.0


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock, and of processor time with all its processes.

    `memory` is what the largest of these took at most, in bytes; 0 where it was not looked at.
    """

    wall: float
    cpu: float
    memory: int = 0


Work = Callable[[], Run]


def command(arguments: Sequence[str], folder: Path, **environment: str) -> Run:
    """Run a program to its end in `folder`. Raises RuntimeError with what it said when it fails."""
    log = folder / "said.txt"
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    if surroundings.pop("PYTHONDONTWRITEBYTECODE", ""):
        # As where a program is installed: no side compiles its sources at every start.
        surroundings.setdefault("PYTHONPYCACHEPREFIX", str(Path(sys.prefix) / "bytecode"))
    with log.open("wb") as said:
        began = time.perf_counter()
        child = subprocess.Popen(
            arguments,
            cwd=folder,
            env=surroundings,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        late = threading.Timer(LONGEST, os.killpg, (child.pid, signal.SIGKILL))
        late.start()
        try:
            # wait4 counts the processes below it too; Popen need not be told.
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        finally:
            late.cancel()
        wall = time.perf_counter() - began
    if child.returncode != 0:
        raise RuntimeError(f"{arguments[0]}: {log.read_text(errors='replace')[-1500:]}")
    # Linux counts it in kilobytes, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def call(work: Callable[[], object]) -> Run:
    """Time a call in this process, with all its threads."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Run(time.perf_counter() - wall, time.process_time() - cpu)


def in_turn(sides: Mapping[str, Work], rounds: int) -> dict[str, tuple[Run, ...]]:
    """Every side `rounds` times, one after the other, each round beginning with another one."""
    names = list(sides)
    found: dict[str, list[Run]] = {name: [] for name in names}
    for number in range(rounds):
        first = number % len(names)
        for name in (*names[first:], *names[:first]):
            run = sides[name]()
            # Kept in sight: a long run that is stopped has still said something.
            print(f"{name}: {run.wall:.2f} s, CPU {run.cpu:.2f} s", file=sys.stderr, flush=True)
            found[name].append(run)
    return {name: tuple(runs) for name, runs in found.items()}


def median(runs: Sequence[Run]) -> Run:
    """The median of each time, and the most memory."""
    return Run(
        statistics.median(run.wall for run in runs),
        statistics.median(run.cpu for run in runs),
        max(run.memory for run in runs),
    )


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


def times(value: float, digits: int = 2) -> str:
    """A ratio as it is written."""
    return f"{value:.{digits}f} ×" if value < 10 else f"{value:.0f} ×"


def heading(title: str, *more: str) -> None:
    """The title, what it ran on, and how busy that was."""
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    versions = [f"{name} {version(name)}" for name in ("av", "numpy", "pillow", "uharfbuzz")]
    python = f"Python {platform.python_version()}"
    print(f"## {title}\n\n{python}, {', '.join(versions)}; {cores()}; {load}")
    for line in more:
        print(line)
    print(flush=True)


def version(package: str) -> str:
    """The installed version of a package, "not installed" without it."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def cores() -> str:
    """How many processors this process may use."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{count} cores"


@contextmanager
def workplace() -> Iterator[Path]:
    """A temporary folder with an empty cache and configuration for everything started within."""
    with tempfile.TemporaryDirectory(prefix="lobbycard-bench-") as name:
        places = {
            f"LOBBYCARD_{kind}": str(Path(name, kind.lower())) for kind in ("CACHE", "CONFIG")
        }
        before = {key: os.environ.get(key) for key in places}
        os.environ.update(places)
        try:
            yield Path(name)
        finally:
            for key, value in before.items():
                if value is None:
                    del os.environ[key]
                else:
                    os.environ[key] = value


def forget(cache: Path) -> Path:
    """Empty a cache folder, so that the next run is a first one."""
    shutil.rmtree(cache, ignore_errors=True)
    return cache
