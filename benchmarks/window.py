"""How quick the window is: first paint, rest, and the event loop while an export runs.

python -m benchmarks.window start            first paint, ten times
python -m benchmarks.window idle CAMPAIGN    share of a processor on each page while nobody acts
python -m benchmarks.window monkey --seeds 1-200    sessions of random events
python -m benchmarks.window loop --minutes 10    turns of the event loop beside an export

This module imports nothing heavy: each child process of the window that is measured imports it
again, as it would the program's own start, and would compute for a second beside the window.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from studio.core.later import named

run_start = named("benchmarks.window_sides", "run_start")
run_idle = named("benchmarks.window_sides", "run_idle")
run_monkeys = named("benchmarks.window_sides", "run_monkeys")
run_loop = named("benchmarks.looping", "run_loop")


def _seeds(text: str) -> range:
    first, _, last = text.partition("-")
    return range(int(first), int(last or first) + 1)


def main() -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    below = parser.add_subparsers(dest="what", required=True)
    below.add_parser("start")
    below.add_parser("idle").add_argument("campaign", type=Path)
    monkey = below.add_parser("monkey")
    monkey.add_argument("--seeds", type=_seeds, default=range(1, 201))
    monkey.add_argument("--seconds", type=float, default=12)
    monkey.add_argument("--campaign", type=Path)
    monkey.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir(), "lobbycard-bad"))
    below.add_parser("loop").add_argument("--minutes", type=float, default=10)
    given = parser.parse_args()
    if given.what == "start":
        return int(run_start())
    if given.what == "idle":
        return int(run_idle(given.campaign))
    if given.what == "loop":
        return int(run_loop(given.minutes))
    return int(run_monkeys(given.campaign, given.seeds, given.seconds, given.keep))


if __name__ == "__main__":
    sys.exit(main())
