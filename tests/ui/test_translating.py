"""Two languages from two files to all that is delivered, by keys and an input method alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.campaign.deck_file import read_deck, write_deck
from studio.campaign.document import Campaign, FilmEntry
from studio.campaign.file import save_campaign
from studio.subs.reading import read_track
from tests.ui.translating import Localiser, localiser
from tests.ui.walking import Walk
from ui.app import Parts

CHINESE = (
    ("00:00:00,250 --> 00:00:01,250", "夜很大 ，"),
    ("00:00:01,500 --> 00:00:02,500", "末班车带走了窗里的光。"),
    ("00:00:02,750 --> 00:00:03,750", "灯 ，可以歇了。"),
)
ENGLISH = (
    ("00:00:00,250 --> 00:00:01,250", "The  night is wide."),
    ("00:00:01,500 --> 00:00:01,950", "The last bus takes"),
    ("00:00:02,050 --> 00:00:02,500", "its windows  with it."),
    ("00:00:02,750 --> 00:00:03,750", "The lamp — café and all — may rest."),
)
REST = "The lamp may rest now."


def _written(path: Path, cues: tuple[tuple[str, str], ...], encoding: str) -> Path:
    blocks = [f"{n}\n{times}\n{text}\n" for n, (times, text) in enumerate(cues, 1)]
    path.write_bytes("\n".join(blocks).encode(encoding))
    return path


def _lobbycard(*arguments: object) -> None:
    """The command line; its exit code 1 says that findings are left."""
    command = [sys.executable, "-m", "studio", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, env=dict(os.environ), timeout=300)
    assert done.returncode in (0, 1), done.stderr.decode()


class Day:
    """All that is done, and where it lies."""

    def __init__(self, folder: Path, drawn: Path) -> None:
        self.out = folder / "out"
        self.out.mkdir(parents=True)
        self.campaign = folder / "campaign" / "campaign.toml"
        self.campaign.parent.mkdir()
        film = self.campaign.parent / "lamp.mp4"
        shutil.copyfile(drawn, film)
        save_campaign(Campaign(films=(FilmEntry("lamp", film.name),)), self.campaign)
        came = folder / "came"
        came.mkdir()
        self.chinese = _written(came / "lamp.zh-Hans.srt", CHINESE, "gb18030")
        self.english = _written(came / "lamp.en.srt", ENGLISH, "utf-16")
        self.fixed, self.final = folder / "fixed", folder / "final"

    def live(self, at: Localiser) -> None:
        """The whole day."""
        at.person.page(3)
        at.add_track(self.chinese)
        at.add_track(self.english)
        at.mend()
        at.save()
        self._keep(self.fixed)
        at.write(0, 0, "deng", "灯很小。")
        at.save()
        self._keep(self.final)
        at.export(2, "SubRip", self.out / "both.srt")
        at.export(2, "Advanced", self.out / "both.ass")
        at.export(0, "WebVTT", self.out / "zh.vtt")
        at.export(1, "WebVTT", self.out / "en.vtt")
        at.export(1, "TTML", self.out / "en.ttml")
        at.sheet(self.out / "both.xlsx")
        at.take_back(self._translated())
        at.approve_all(1, "Lin")
        at.save()

    def _keep(self, folder: Path) -> None:
        """The tracks as they are saved now."""
        found = sorted(self.campaign.parent.rglob("lamp.*.srt"))
        folder.mkdir()
        for path in found:
            shutil.copyfile(path, folder / path.name)

    def _translated(self) -> Path:
        """The sheet with one text written anew by the translator."""
        sheet = read_deck(self.out / "both.xlsx")
        rows = tuple(
            tuple(REST if cell.startswith("The lamp") else cell for cell in row)
            for row in sheet.rows
        )
        back = self.out.parent / "back.xlsx"
        write_deck(replace(sheet, rows=rows), back)
        return back


# What the offscreen platform says of every dialog and popup.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_keys_and_an_input_method_do_what_the_command_line_does(
    parts: Parts, qtbot: QtBot, tmp_path: Path, drawn_path: Path
) -> None:
    day = Day(tmp_path / "day", drawn_path)
    parts.documents.open(day.campaign)
    qtbot.waitUntil(lambda: parts.films.film("lamp") is not None, timeout=60_000)
    at = localiser(parts)
    done = Walk(lambda: day.live(at), at.person.desk)
    qtbot.waitUntil(lambda: done.over, timeout=300_000)
    if done.error is not None:
        raise done.error
    other = tmp_path / "other"
    other.mkdir()
    film = day.campaign.parent / "lamp.mp4"
    came = (day.chinese, day.english)
    _lobbycard(
        "subs", "fix", *came, "--profile", "bilingual-screen", "--film", film, "--cuts", "-o", other
    )
    for path in came:
        assert read_track(day.fixed / path.name).track.cues == (
            read_track(other / path.name).track.cues
        )
    zh, en = (day.final / path.name for path in came)
    for name in ("both.srt", "both.ass"):
        _lobbycard("subs", "pair", zh, en, "-o", other / name, "--encoding", "utf-8")
    for track, name in ((zh, "zh.vtt"), (en, "en.vtt"), (en, "en.ttml")):
        _lobbycard("subs", "convert", track, "-o", other / name, "--encoding", "utf-8")
    _lobbycard("subs", "sheet", other / "both.xlsx", zh, en)
    for path in sorted(day.out.iterdir()):
        assert path.read_bytes() == (other / path.name).read_bytes(), path.name
    # And back: what the translator wrote is saved, approved, and the other texts are as they were.
    saved = read_track(day.campaign.parent / "subtitles" / en.name).track
    assert [cue.text for cue in saved.cues] == [
        *(cue.text for cue in read_track(en).track.cues[:-1]),
        REST,
    ]
    marks = parts.session.project.review("lamp", "en").marks
    assert [(mark.state, mark.who) for mark in marks] == [("approved", "Lin")] * len(ENGLISH)
