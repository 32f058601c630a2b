"""A festival's one-sheet: honours, a number, a large title, and credits set to a width."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from studio.core.errors import BadValue
from studio.poster.billing import evened
from studio.poster.brand import Brand, branded
from studio.poster.document import PosterCopy
from studio.poster.format import Format
from studio.poster.layout import Layout, layout
from studio.poster.lockup import Piece, ink_of
from studio.poster.preflight.all import preflight
from studio.poster.smallest import smallest
from studio.poster.still import still_of
from studio.presets import store
from tests.studio.poster.conftest import COPY, TITLE, copy_in, dusk

FESTIVAL = store.template("festival-one-sheet")
CREDITS = {
    "en": (
        "Small Lights presents a film by Lin Wan starring Chen Mo He Xi Wu Tong "
        "photographed by Ye Qing edited by Meng Fan music Bai Lu written and directed by Lin Wan"
    ),
    "zh-Hans": (
        "小灯影业出品　导演 林晚　编剧 林晚 周岸　主演 陈默 何夕 吴桐　摄影 叶青　美术 苏禾　"
        "剪辑 孟繁　声音 许闻　音乐 白鹿　监制 江南 顾北　出品人 陆远　发行 小灯影业"
    ),
}
HONOURS = {"en": "Official Selection\nRotterdam 2026", "zh-Hans": "平遥国际电影展 2026"}


def shaped(width: int, height: int) -> Format:
    """A screen format of that shape, seen on a phone."""
    screen = store.poster_format("dooh-portrait")
    return replace(screen, width=width, height=height, seen_px=390.0)


def sheet(size: tuple[int, int], *languages: str, **more: object) -> Layout:
    copy = PosterCopy(
        languages, COPY, TITLE, "© Small Lights", credits=CREDITS, honours=HONOURS, number="2 / 8"
    )
    still = still_of(dusk(320, 180))
    return layout(FESTIVAL, shaped(*size), replace(copy, **more), still)


def pieces(placed: Layout, role: str) -> tuple[Piece, ...]:
    return tuple(one for one in placed.pieces if one.role == role)


@pytest.mark.parametrize("languages", [("en",), ("zh-Hans", "en")], ids="+".join)
@pytest.mark.parametrize("size", [(1200, 1800), (1200, 1200), (1920, 1080)])
def test_everything_stands_in_order_within_the_margins(
    size: tuple[int, int], languages: tuple[str, ...]
) -> None:
    placed = sheet(size, *languages)
    order = ("honours", "copy", "title", "credits", "legal")
    inks = [ink_of(pieces(placed, role)) for role in order]
    for above, below in pairwise(inks):
        assert 0 < above.bottom < below.y
    assert all(placed.safe.holds(piece.ink, 1.0) for piece in placed.pieces)
    assert {role for tone in placed.tones for role in tone.roles} >= set(order)
    assert pieces(placed, "title")[0].block.size > 1.5 * pieces(placed, "copy")[0].block.size


@pytest.mark.parametrize("languages", [("en",), ("zh-Hans", "en")], ids="+".join)
def test_lines_of_credits_are_as_wide_as_each_other(languages: tuple[str, ...]) -> None:
    placed = sheet((1200, 1800), *languages)
    lines = pieces(placed, "credits")
    assert len(lines) > 1
    widths = [line.ink.width for line in lines]
    assert max(widths) - min(widths) < 1.0
    assert {round(line.block.size, 6) for line in lines} == {round(lines[0].block.size, 6)}
    shown = "".join("".join(line.block.text.split()) for line in lines)
    assert shown == "".join(CREDITS[languages[0]].split())


def test_a_name_stays_on_one_line() -> None:
    names = [f"name{number} of{number} length" for number in range(40)]
    placed = sheet((1200, 1800), "en", credits={"en": "  ".join(names)})
    lines = [line.block.text.replace("\u00a0", " ") for line in pieces(placed, "credits")]
    assert len(lines) > 2
    assert all(any(name in line for line in lines) for name in names)


def test_entries_come_into_few_even_lines() -> None:
    assert evened([5, 5, 5, 5], 1, 11) == ((0, 2), (2, 4))
    assert evened([3, 3, 3, 9], 1, 12) == ((0, 3), (3, 4))
    assert evened([4, 4, 4, 4, 4, 4], 0, 22) == ((0, 3), (3, 6))


def test_lines_that_cannot_be_evened_stand_in_the_middle() -> None:
    # One entry that nobody could make as wide as the other.
    placed = sheet((1200, 1800), "en", credits={"en": "m" * 70 + "  The End"})
    first, last = pieces(placed, "credits")
    assert last.ink.width < first.ink.width / 2
    assert last.block.style.tracking == pytest.approx(FESTIVAL.credits["latin"].tracking)
    centre = last.ink.x + last.ink.width / 2
    assert centre == pytest.approx(first.ink.x + first.ink.width / 2, abs=1.0)


def test_a_strip_goes_without_credits_and_says_so() -> None:
    placed = sheet((3000, 400), "en")
    assert not pieces(placed, "credits")
    assert pieces(placed, "title")
    told = {one.check: one for one in preflight(placed, None)}
    assert told["credits"].severity == "hint"
    assert "credits" not in {one.check for one in preflight(sheet((1200, 1800), "en"), None)}


def test_other_templates_show_neither_credits_nor_honours() -> None:
    copy = replace(copy_in("en"), credits=CREDITS, honours=HONOURS, number="1 / 2")
    placed = layout(store.template("quiet-line"), shaped(600, 900), copy, still_of(dusk(320, 180)))
    assert {piece.role for piece in placed.pieces} <= {"copy", "second", "title", "legal"}


def test_a_brand_s_faces_are_those_of_title_and_credits_too() -> None:
    own = branded(FESTIVAL, Brand(faces={"latin": ("Inter",)}))
    assert own.titles["latin"].families[0] == own.credits["latin"].families[0] == "Inter"


def test_credits_may_be_long_but_not_endless() -> None:
    assert PosterCopy(("en",), credits={"en": "a" * 2000}).credits
    with pytest.raises(BadValue, match=r"credits\.en"):
        PosterCopy(("en",), credits={"en": "a" * 2001})


@pytest.mark.parametrize("name", ["youtube-thumbnail", "open-graph", "x-post", "bilibili-cover"])
@pytest.mark.parametrize("template", ["quiet-line", "centred-title", "split"])
def test_second_lines_are_never_below_what_the_format_asks(template: str, name: str) -> None:
    form = store.poster_format(name)
    placed = layout(
        store.template(template), form, copy_in("zh-Hans", "en"), still_of(dusk(320, 180))
    )
    (copy,), (second,) = pieces(placed, "copy"), pieces(placed, "second")
    assert second.block.size >= smallest(form, "en") * 0.999
    assert copy.block.size >= smallest(form, "zh-Hans")
    # The first language stays the first.
    assert second.block.size * 0.68 < copy.block.size * 0.92 * 0.8
