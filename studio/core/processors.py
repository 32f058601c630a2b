"""Processors: how many this process may use, and threads that stay on some of them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

Processors = frozenset[int]


def worker_count() -> int:
    """How many processes or threads make sense: the processors this thread may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def halves() -> tuple[Processors, Processors] | None:
    """The processors in two parts whose caches are apart, as far as the system tells.

    None where there is but one, or where threads cannot be told where to run.
    """
    if not hasattr(os, "sched_setaffinity"):
        return None
    own = sorted(os.sched_getaffinity(0), key=_core)
    if len(own) < 2:
        return None
    middle = (len(own) + 1) // 2
    return frozenset(own[:middle]), frozenset(own[middle:])


def _core(number: int) -> tuple[int, int, int]:
    """Where a processor is: those of one core share their nearest caches."""
    folder = Path(f"/sys/devices/system/cpu/cpu{number}/topology")
    try:
        package, core = (
            int((folder / name).read_text()) for name in ("physical_package_id", "core_id")
        )
    except (OSError, ValueError):
        return 0, number, number
    return package, core, number


def stay_on(processors: Iterable[int]) -> None:
    """This thread, and those that it starts from now on, run on these processors only."""
    if hasattr(os, "sched_setaffinity"):
        # Where the system refuses, they run where they did: only slower.
        with contextlib.suppress(OSError):
            os.sched_setaffinity(0, processors)


def all_on(processors: Iterable[int]) -> None:
    """Every thread of this process may run on these processors from now on."""
    if not hasattr(os, "sched_setaffinity"):
        return
    allowed = set(processors)
    for thread in Path("/proc/self/task").iterdir():
        # It may have ended meanwhile.
        with contextlib.suppress(OSError):
            os.sched_setaffinity(int(thread.name), allowed)
