"""Contact sheets of every template over real stills, to be looked at, with what can be counted.

    python -m benchmarks.sheets [--pictures DIR] [--templates T …] [--formats F …] [--wide PX]

One sheet for each template and language: six stills of different films, each chosen by the
program's own shortlist (faces, a crowd, a landscape, a dark one, a bright one, an animated one),
over five shapes. What the table counts are cells: how much of the picture's subject lies under the
copy, how often much of it does, how often copy stands on a face, how often a panel had to come,
and what preflight found. Needs LOBBYCARD_MEDIA.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.material import media
from benchmarks.measuring import heading, table
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.poster.document import PosterCopy
from studio.poster.layout import on_face
from studio.poster.make import Made
from studio.poster.preview import preview
from studio.poster.still import Picture, Still, still_of
from studio.poster.subject import covered
from studio.presets import store
from studio.shots.analyse import analyse
from studio.stills.faces import faces
from studio.stills.shortlist import shortlist

FORMATS = ("dooh-portrait", "one-sheet", "instagram-square", "web-hero", "bus-shelter-beijing")
LANGUAGES = (("zh-Hans", "en"), ("ja", "en"), ("en",))
UPRIGHT = (("zh-Hant",), ("ja",))
"""What a template of columns is shown in."""

LINES = {
    "zh-Hans": ("灯不大，够一个人回家。", "雨停了，我们才听见彼此。", "把夜晚交给还在赶路的人。"),
    "zh-Hant": ("燈不大，夠一個人回家。", "雨停了，我們才聽見彼此。", "把夜晚交給還在趕路的人。"),
    "ja": (
        "小さな灯りでも、帰り道には足りる。", "雨がやんで、やっと声が聞こえた。",
        "夜を、まだ歩く人に。",
    ),
    "en": (
        "A small lamp. Enough to get home by.", "When the rain stopped, we heard each other.",
        "The night belongs to those still walking.",
    ),
}  # fmt: skip
TITLES = {"zh-Hans": "夜摊", "zh-Hant": "夜攤", "ja": "夜の屋台", "en": "The Night Stall"}
CREDITS = {
    "zh-Hans": (
        "小灯影业 出品　导演 林晚　编剧 林晚 周岸　主演 陈默 何夕 吴桐　摄影 叶青　美术 苏禾　"
        "剪辑 孟繁　声音 许闻　音乐 白鹿　监制 江南 顾北"
    ),
    "zh-Hant": (
        "小燈影業 出品　導演 林晚　編劇 林晚 周岸　主演 陳默 何夕 吳桐　攝影 葉青　美術 蘇禾　"
        "剪輯 孟繁　聲音 許聞　音樂 白鹿　監製 江南 顧北"
    ),
    "ja": (
        "監督 林晩　脚本 林晩 佐伯岸　出演 神谷黙 藤夕子 梧桐　撮影 青葉薫　美術 秋山禾　"
        "編集 孟繁　録音 許聞　音楽 白鹿　製作 小灯映画"
    ),
    "en": (
        "Small Lights presents a film by Lin Wan  starring Chen Mo  He Xi  Wu Tong  director of"
        " photography Ye Qing  production designer Su He  edited by Meng Fan  sound Xu Wen"
        "  music Bai Lu  produced by Jiang Nan  written and directed by Lin Wan"
    ),
}
HONOURS = {
    "zh-Hans": "平遥国际电影展 2026\n主竞赛单元", "zh-Hant": "金馬影展 2026\n觀摩單元",
    "ja": "東京国際映画祭 2026\nコンペティション部門", "en": "Official Selection\nRotterdam 2026",
}  # fmt: skip
_LEGAL = "© 2026 Small Lights"
#: Stills of a film among which the one that is most what is wanted is taken.
_LISTED = 10
_GAP = 6
#: Copy that covers more of the subject than this crosses it.
_MUCH = 0.3
#: Wider than this a cell takes the place of two.
_BROAD = 1.25
#: What preflight says of any screen format and says nothing of how the poster looks.
_ELSEWHERE = ("verified", "ppi", "detail", "region", "legal", "licence", "enlargement")


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A still and what it was taken for."""

    why: str
    still: Still


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A poster of a sheet."""

    shown: Shown
    form: str
    made: Made

    @property
    def covered(self) -> float:
        """How much of the subject lies under the copy, 0 to 1."""
        placed = self.made.layout
        inks = [one.ink for one in placed.pieces if one.role in ("copy", "second")]
        return covered(self.shown.still, placed.backdrop.crop, placed.backdrop.picture, inks)


Wish = Callable[[Still], float]


def _faced(still: Still) -> float:
    return sum(face.area for face in still.faces)


def _dark(still: Still) -> float:
    return -float(still.picture.mean())


def _bright(still: Still) -> float:
    return float(still.picture.mean())


def _first(still: Still) -> float:
    return 0.0


WISHES: tuple[tuple[str, str, Wish], ...] = (
    ("faces", "tears_of_steel_battle_800x332_vp8.webm", _faced),
    ("crowd", "popeye_1936_4x3_1440x1074_pgs.mkv", _first),
    ("landscape", "cosmos_laundromat_50s_sdr_640x268.mp4", _first),
    ("dark", "sintel_trailer_720p24.mp4", _dark),
    ("bright", "nasa_shuttle_1080x608_vp8.webm", _bright),
    ("animated", "big_buck_bunny_60s_720p25_51_plus_stereo.mkv", _first),
)


def listed(path: Path, count: int = _LISTED) -> list[Still]:
    """A film's shortlist as stills with their faces, the best first."""
    film = probe(path)
    analysis = analyse(film)
    chosen = shortlist(film, analysis, analysis.detect(), count)
    made = []
    with FrameReader(film) as reader:
        for one in chosen:
            picture: Picture = reader.at(film.time_of(one.pts)).still()
            seen = faces(np.ascontiguousarray(picture[..., ::-1]))
            made.append(still_of(picture, None, seen))
    return made


def stills(root: Path) -> tuple[Shown, ...]:
    """Six, each of another film."""
    return tuple(
        Shown(why, max(listed(root / "media" / "film" / name), key=wish))
        for why, name, wish in WISHES
    )


def copy_of(number: int, languages: tuple[str, ...]) -> PosterCopy:
    """What the poster of a still says; `number` from 0."""
    lines = {one: LINES[one][number % len(LINES[one])] for one in languages}
    return PosterCopy(
        languages, lines, TITLES, _LEGAL, credits=CREDITS, honours=HONOURS, number=f"{number + 1}/6"
    )


def cells(
    template: str, languages: tuple[str, ...], shown: Sequence[Shown], ask: argparse.Namespace
) -> Iterator[Cell]:
    """The sheet's posters, a format after the other."""
    for name in ask.formats:
        form = store.poster_format(name)
        wide = ask.wide * 2 + _GAP if form.width > form.height * _BROAD else ask.wide
        limit = round(wide * max(1.0, form.height / form.width))
        for number, one in enumerate(shown):
            copy = copy_of(number, languages)
            made = preview(one.still, store.template(template), form, copy, limit)
            yield Cell(one, name, made)


def sheet(found: Sequence[Cell], across: int) -> Image.Image:
    """Six in a row, broad ones three in each of two."""
    rows: list[list[Image.Image]] = []
    for form in dict.fromkeys(cell.form for cell in found):
        row = [cell.made.image for cell in found if cell.form == form]
        half = (len(row) + 1) // 2
        broad = row[0].width > row[0].height * _BROAD
        rows += [row[:half], row[half:]] if broad and len(row) > half else [row]
    heights = [max(one.height for one in row) for row in rows]
    whole = Image.new("RGB", (across, sum(heights) + _GAP * (len(rows) - 1)), (58, 58, 58))
    y = 0
    for row, height in zip(rows, heights, strict=True):
        x = 0
        for one in row:
            whole.paste(one, (x, y))
            x += one.width + _GAP
        y += height + _GAP
    return whole


def counted(name: str, found: Sequence[Cell]) -> list[object]:
    """A row of the table."""
    told = Counter(
        problem.check
        for cell in found
        for problem in cell.made.problems
        if problem.check not in _ELSEWHERE
    )
    paneled = sum(cell.made.layout.backdrop.panel is not None for cell in found)
    return [
        name, len(found), f"{np.mean([cell.covered for cell in found]):.3f}",
        sum(cell.covered > _MUCH for cell in found),
        sum(on_face(cell.made.layout) for cell in found), paneled,
        ", ".join(f"{check} {count}" for check, count in told.most_common()),
    ]  # fmt: skip


def main() -> None:
    """Make all sheets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=Path, default=Path("sheets"))
    parser.add_argument("--templates", nargs="+", default=list(store.names("posters")))
    parser.add_argument("--formats", nargs="+", default=list(FORMATS))
    parser.add_argument("--wide", type=int, default=320, help="pixels across a cell")
    asked = parser.parse_args()
    root = media()
    if root is None:
        raise SystemExit("LOBBYCARD_MEDIA names no folder with films.")
    asked.pictures.mkdir(parents=True, exist_ok=True)
    shown = stills(root)
    heading("sheets", ", ".join(f"{one.why} {one.still.size}" for one in shown))
    rows, everything = [], []
    for template in asked.templates:
        upright = store.template(template).arrange["portrait"].vertical
        for languages in UPRIGHT if upright else LANGUAGES:
            found = list(cells(template, languages, shown, asked))
            name = f"{template}-{'+'.join(languages)}"
            sheet(found, (asked.wide + _GAP) * len(shown)).save(asked.pictures / f"{name}.png")
            rows.append(counted(name, found))
            everything += found
    for form in asked.formats:
        rows.append(counted(form, [one for one in everything if one.form == form]))
    head = ["sheet", "cells", "subject covered", "much of it", "on a face", "panel", "preflight"]
    print(table(head, rows))


if __name__ == "__main__":
    main()
