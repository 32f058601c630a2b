"""Runs a session of random events in a process of its own, which cannot outlive its limit."""

from __future__ import annotations

import contextlib
import faulthandler
import json
import math
import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_START, _EACH = 60.0, 5.0
"""Seconds: for starting and leaving, and for each second of events on a busy machine."""
_GRACE = 15.0
_TOLD = 20_000


@dataclass(frozen=True, slots=True)
class Ended:
    """How a session went: what was wrong, bytes of memory it grew by, events, seconds, its log."""

    problems: tuple[str, ...]
    grown: int
    acts: int
    took: float
    log: str

    def __str__(self) -> str:
        """In one line."""
        state = "ok" if not self.problems else f"BAD ({len(self.problems)})"
        return f"{state}, {self.acts} events, {self.grown / 1e6:.0f} MB more, {self.took:.0f} s"


def longest(seconds: float) -> float:
    """How long a session with `seconds` of events may take; it says by then where it stands."""
    return _START + _EACH * seconds


def end_by(seconds: float) -> None:
    """One that hangs says where, twice so that slow and stuck can be told apart, and is ended."""
    faulthandler.dump_traceback_later(seconds / 2 - 1, repeat=True)
    if sys.platform != "win32":
        # Nobody listens to it: the system ends the process, whatever its threads wait for.
        signal.alarm(math.ceil(seconds) + 30)


def run_monkey(campaign: Path, seed: int, seconds: float) -> Ended:
    """One session on the campaign, which is changed by it, with settings and cache of its own.

    Never raises for what the session does: crash, silence and overrun are problems. The log of an
    overrun ends with the stacks of all threads, twice.
    """
    with tempfile.TemporaryDirectory(prefix="lobbycard-monkey-", ignore_cleanup_errors=True) as at:
        told, heard = Path(at, "told.txt"), Path(at, "heard.txt")
        began = time.monotonic()
        code = _run(campaign, seed, seconds, Path(at))
        took = time.monotonic() - began
        log = heard.read_text(encoding="utf-8", errors="replace")[-_TOLD:]
        said = told.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    if code is None:
        return Ended((f"no end after {took:.0f} s",), 0, 0, took, log)
    if not said:
        return Ended((f"no answer, code {code}",), 0, 0, took, log)
    found = json.loads(said[-1])
    problems = [str(one) for one in found["problems"]]
    if code and not problems:
        problems.append(f"code {code}")
    return Ended(tuple(problems), found["grown"], found["acts"], took, log)


def _run(campaign: Path, seed: int, seconds: float, place: Path) -> int | None:
    """The exit code; None when the session had to be ended."""
    own = {f"LOBBYCARD_{kind}": str(place / kind.lower()) for kind in ("CACHE", "CONFIG")}
    # Into files: a process that outlives the session would hold a pipe open.
    with (place / "told.txt").open("wb") as out, (place / "heard.txt").open("wb") as errors:
        session = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.monkey", str(campaign), str(seed), str(seconds)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=errors,
            cwd=ROOT,
            env={"QT_QPA_PLATFORM": "offscreen", **os.environ, **own},
            start_new_session=True,
        )
        try:
            return session.wait(longest(seconds) + _GRACE)
        except subprocess.TimeoutExpired:
            return None
        finally:
            _end(session)


def _end(session: subprocess.Popen[bytes]) -> None:
    """Whatever is left of the session and of what it started."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError):
            os.killpg(session.pid, signal.SIGKILL)
    elif session.poll() is None:
        session.kill()
    session.wait(_GRACE)
