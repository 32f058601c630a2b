"""The whole walk: from an empty start to an exported campaign by mouse and keyboard events."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.campaign.file import load_campaign
from tests.ui.walking import COPY, Desk, EventHand, Person, Walk, walk
from ui.app import Parts

_TIMES = ("00:00:00,500 --> 00:00:02,000", "00:00:02,200 --> 00:00:03,600")
TRACKS = {
    "zh-Hans": ("夜很大。", "灯很小。"),
    "en": ("The night is wide.", "The lamp is small."),
}


def _written(folder: Path, drawn: Path) -> tuple[Path, tuple[Path, Path]]:
    folder.mkdir()
    film = folder / "night-walk.mp4"
    shutil.copyfile(drawn, film)
    tracks = []
    for language, lines in TRACKS.items():
        path = folder / f"night-walk.{language}.srt"
        cues = [
            f"{n}\n{times}\n{line}\n"
            for n, (times, line) in enumerate(zip(_TIMES, lines, strict=True), 1)
        ]
        path.write_text("\n".join(cues), encoding="utf-8")
        tracks.append(path)
    return film, (tracks[0], tracks[1])


def _outputs(out: Path) -> dict[str, bytes]:
    """Every output by its name; reports hold times and are excepted."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and ".lobbycard" not in path.parts and not path.name.startswith("report.")
    }


# What the offscreen platform says of every dialog and popup.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_window_and_command_line_make_the_same_files(
    parts: Parts, qtbot: QtBot, tmp_path: Path, drawn_path: Path
) -> None:
    film, tracks = _written(tmp_path / "walk", drawn_path)
    campaign = film.parent / "campaign.toml"
    desk = Desk()
    person = Person(desk, EventHand(desk), parts)
    done = Walk(lambda: walk(person, film, tracks, campaign), desk)
    qtbot.waitUntil(lambda: done.over, timeout=600_000)
    if done.error is not None:
        raise done.error
    made = _outputs(film.parent / "out")
    assert sorted(made) == [
        "cn/night-walk/night-walk-poster-kakao.jpg",
        "cn/night-walk/night-walk-poster-open-graph.png",
        "cn/night-walk/night-walk-web-720p.mp4",
    ]
    assert not parts.session.unsaved
    saved = load_campaign(campaign)
    assert saved == parts.session.project.campaign
    assert saved.films[0].posters[0].copy == COPY
    other = tmp_path / "other"
    command = [sys.executable, "-m", "ui.launch", "export", str(campaign), "-o", str(other)]
    subprocess.run(command, check=True, capture_output=True, env=dict(os.environ), timeout=600)
    assert _outputs(other) == made
