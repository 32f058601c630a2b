"""Random valid events do no harm: no crash, no warning, no lost undo, no growing memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.scenes import write_scenes

_SECONDS = 12
_MOST_GROWTH = 50_000_000


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_session_of_random_events_ends_where_it_began(
    seed: int, tmp_path: Path, drawn_path: Path
) -> None:
    campaign = write_scenes(tmp_path / "scenes", drawn_path)
    run = subprocess.run(
        [sys.executable, "-m", "tests.ui.monkey", str(campaign), str(seed), str(_SECONDS)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    log = f"seed {seed}\n{run.stderr[-6000:]}"
    said = run.stdout.strip().splitlines()
    assert said, log
    found = json.loads(said[-1])
    assert found["problems"] == [], "\n".join([*found["problems"][:5], log])
    assert run.returncode == 0, log
    assert found["acts"] > 50, log
    assert found["grown"] < _MOST_GROWTH, log
