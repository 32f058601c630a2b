"""A small campaign on disk for sessions with the whole window: a drawn film, tracks, posters."""

from __future__ import annotations

import shutil
from pathlib import Path

_CAMPAIGN = """schema = 1
name = "Scenes"
version = "v01"

[[films]]
id = "lamp"
source = "lamp.mp4"

[[films.tracks]]
language = "zh-Hans"
file = "lamp.zh-Hans.srt"

[[films.tracks]]
language = "en"
file = "lamp.en.srt"

[[films.posters]]
id = "one"
template = "quiet-line"
still = "00:00:00.500"
copy = { zh-Hans = "灯很小。", en = "The lamp is small." }

[[films.posters]]
id = "two"
template = "centred-title"
still = "00:00:02.500"
copy = { zh-Hans = "夜很大。", en = "The night is wide." }

[[markets]]
id = "cn"
languages = ["zh-Hans", "en"]

[[markets]]
id = "uk"
languages = ["en"]

[[deliverables]]
format = "wechat-cover"

[[deliverables]]
format = "open-graph"

[[deliverables]]
format = "kakao"

[[deliverables]]
video = "web-720p"
"""


def write_scenes(folder: Path, film: Path, cues: int = 8) -> Path:
    """Write the campaign into `folder`, with `film` (4 s) and `cues` in each track; its file."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(film, folder / "lamp.mp4")
    for language, words in (("zh-Hans", "夜很大，灯很小。"), ("en", "The night is wide.")):
        lines = [f"{n + 1}\n{_times(n)}\n{words}\n" for n in range(cues)]
        (folder / f"lamp.{language}.srt").write_text("\n".join(lines), encoding="utf-8")
    path = folder / "campaign.toml"
    path.write_text(_CAMPAIGN, encoding="utf-8")
    return path


def _times(number: int) -> str:
    return f"{_clock(number * 480)} --> {_clock(number * 480 + 400)}"


def _clock(ms: int) -> str:
    seconds, rest = divmod(ms, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{rest:03}"
