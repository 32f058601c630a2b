"""Random valid events do no harm: no crash, no warning, no lost undo, no growing memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.monkeys import run_monkey
from tests.ui.scenes import write_scenes

_SECONDS = 9
_MOST_GROWTH = 50_000_000


@pytest.mark.parametrize("seed", [1, 2])
def test_a_session_of_random_events_ends_where_it_began(
    seed: int, tmp_path: Path, drawn_path: Path
) -> None:
    campaign = write_scenes(tmp_path / "scenes", drawn_path)
    ended = run_monkey(campaign, seed, _SECONDS)
    log = f"seed {seed}: {ended}\n{ended.log}"
    assert ended.problems == (), "\n".join([*ended.problems[:5], log])
    assert ended.acts > 50, log
    if ended.grown >= _MOST_GROWTH:
        # What leaks, leaks again; what a busy machine has only not yet let go does not.
        again = run_monkey(campaign, seed, _SECONDS)
        assert again.grown < _MOST_GROWTH, f"{log}\nagain: {again}"
