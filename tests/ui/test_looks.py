"""No page has a text that is cut, controls that overlap, or a control that hides the keyboard."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from studio.core.places import resources_folder

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory, drawn_path: Path) -> Path:
    """The sample campaign with a short film in place of its own."""
    folder = tmp_path_factory.mktemp("looks") / "Small Lights"
    shutil.copytree(resources_folder() / "sample", folder)
    (folder / "films").mkdir()
    shutil.copy(drawn_path, folder / "films" / "small-lights.mp4")
    path = folder / "campaign.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r'still = "00:.*"', 'still = "00:00:01.500"', text), encoding="utf-8")
    return path


def _looked(language: str, campaign: Path, scale: str) -> dict[str, list[str]]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.ui.looked", language, str(campaign)],
        env={**os.environ, "QT_SCALE_FACTOR": scale},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize(("language", "scale"), [("en", "1"), ("zh-Hans", "1"), ("en", "2")])
def test_every_page_stands_a_careful_look(campaign, language, scale):
    found = _looked(language, campaign, scale)
    assert {where: what for where, what in found.items() if what} == {}
