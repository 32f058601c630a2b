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
    # Into files: a process that outlives the session would hold a pipe open.
    told, heard = tmp_path / "told.txt", tmp_path / "heard.txt"
    with told.open("wb") as out, heard.open("wb") as errors:
        run = subprocess.run(
            [sys.executable, "-m", "tests.ui.monkey", str(campaign), str(seed), str(_SECONDS)],
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=errors,
            timeout=180,
            check=False,
        )
    log = f"seed {seed}\n{heard.read_text(encoding='utf-8', errors='replace')[-6000:]}"
    said = told.read_text(encoding="utf-8").strip().splitlines()
    assert said, log
    found = json.loads(said[-1])
    assert found["problems"] == [], "\n".join([*found["problems"][:5], log])
    assert run.returncode == 0, log
    assert found["acts"] > 50, log
    assert found["grown"] < _MOST_GROWTH, log
