"""The Posters page without Qt: edits, what is looked at, the hand's grip, words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

import pytest
from PySide6.QtWidgets import QApplication

from studio.campaign.document import (
    Campaign,
    Deliverable,
    FilmEntry,
    Market,
    PosterEntry,
    StillRef,
    picked,
)
from studio.campaign.project import Project
from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size
from studio.core.history import History
from studio.core.said import said
from studio.media.film import Film
from studio.poster.document import PosterCopy
from studio.poster.layout import layout
from studio.poster.problem import Problem
from studio.poster.still import still_of
from studio.presets import store
from tests.studio.poster.conftest import copy_in, dusk
from ui.campaign.market_names import market_name
from ui.poster import edits
from ui.poster.grip import Grip, dragged, focus_in_file, grip_of
from ui.poster.view import View, asked_formats, carried, followed, languages, settled
from ui.poster.wish import any_copy, copy_for, is_silent, notes_on, still_from, still_words
from ui.poster.words import (
    format_words,
    grave,
    poster_line,
    problem_words,
    sorted_problems,
    zoom_words,
)
from ui.widgets.language import set_language

KNOWN = ("a2", "kakao", "weibo-square")
SHOWN = picked(24, Fraction(1, 24), "ab", auto=True)


def project(*posters: str) -> Project:
    """Two films; the first with these posters, the second with one."""
    films = (
        FilmEntry("one", "one.mp4", {"en": "One"}, (), tuple(entry(name) for name in posters)),
        FilmEntry("two", "two.mp4", {}, (), (entry("far"),)),
    )
    markets = (Market("cn", ("zh-Hans", "en")), Market("kr", ("ko", "en")))
    return Project(Campaign(films=films, markets=markets))


def entry(name: str) -> PosterEntry:
    return PosterEntry(name, "quiet-line", copy={"en": f"Copy of {name}"})


EDITS: dict[str, Callable[[Project], Project]] = {
    "copy": lambda p: edits.changed(p, ("one", "a"), edits.with_copy("ko", "빛")),
    "no copy": lambda p: edits.changed(p, ("one", "a"), edits.with_copy("en", " \n")),
    "template": lambda p: edits.changed(p, ("one", "a"), edits.with_template("split")),
    "still": lambda p: edits.changed(p, ("one", "a"), edits.with_still(StillRef("00:00:01"))),
    "focus": lambda p: edits.changed(p, ("one", "a"), edits.with_focus((0.1, 0.2), SHOWN)),
    "duplicate": lambda p: edits.duplicated(p, ("one", "a")),
    "remove": lambda p: edits.removed(p, ("one", "a")),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_undone_and_redone(name: str) -> None:
    before = project("a", "b")
    history = History(before)
    after = EDITS[name](before)
    assert after != before
    history.commit(after, name)
    for _ in range(2):
        history.undo()
        assert history.value == before
        history.redo()
        assert history.value == after


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_of_a_poster_that_is_gone_changes_nothing(name: str) -> None:
    gone = project("b")
    assert EDITS[name](gone) is gone


def test_blank_copy_is_no_copy() -> None:
    after = EDITS["no copy"](project("a"))
    assert edits.poster_of(after, ("one", "a")) == replace(entry("a"), copy={})


def test_another_still_lets_the_point_of_interest_go() -> None:
    start = replace(entry("a"), focus=(0.2, 0.3))
    assert edits.with_still(StillRef("5f"))(start) == replace(
        start, still=StillRef("5f"), focus=None
    )
    assert edits.with_still(start.still)(start) is start


def test_moving_the_picture_keeps_the_still_that_lobbycard_chose() -> None:
    assert edits.with_focus((0.1, 0.2), SHOWN)(entry("a")).still == SHOWN
    own = replace(entry("a"), still=StillRef("5f"))
    assert edits.with_focus((0.1, 0.2), SHOWN)(own).still == StillRef("5f")


def test_a_duplicate_stands_beside_its_model_under_a_free_name() -> None:
    twice = edits.duplicated(edits.duplicated(project("a", "b"), ("one", "a")), ("one", "a-2"))
    film = twice.campaign.film("one")
    assert [one.id for one in film.posters] == ["a", "a-2", "a-3", "b"]
    assert {tuple(one.copy.items()) for one in film.posters[:3]} == {(("en", "Copy of a"),)}


# -- looking ----------------------------------------------------------------------------


def test_what_is_gone_is_replaced_by_what_is_nearest() -> None:
    campaign = project("a", "b").campaign
    view = settled(campaign, View("one", "lost", "mars", "nowhere"), KNOWN)
    assert view == View("one", "b", "cn", "a2")
    assert settled(Campaign(), View(), KNOWN) == View("", "", "all", "a2")


def test_a_format_that_is_delivered_goes_to_one_that_is_delivered_elsewhere() -> None:
    asks = (Deliverable("a2", markets=("cn",)), Deliverable("weibo-square", films=("two",)))
    campaign = replace(project("a", "b").campaign, deliverables=asks)
    here = View("one", "a", "cn", "a2")
    assert carried(campaign, here, replace(here, poster="b"), KNOWN).format == "a2"
    far = replace(here, film="two", poster="far", market="kr")
    assert carried(campaign, here, far, KNOWN).format == "weibo-square"
    # Nobody asked for it: it was chosen to be looked at all the same.
    own = replace(here, format="kakao")
    assert carried(campaign, own, replace(own, poster="b"), KNOWN).format == "kakao"


def test_a_new_poster_is_looked_at_in_a_format_that_is_delivered() -> None:
    asks = (Deliverable("weibo-square"),)
    before = replace(project("a").campaign, deliverables=asks)
    after = replace(project("a", "b").campaign, deliverables=asks)
    view = followed(before, after, View("one", "a", "cn", "a2"), KNOWN)
    assert (view.poster, view.format) == ("b", "weibo-square")


def test_markets_that_are_chosen_bring_a_format_that_they_ask_for() -> None:
    before = replace(project("a").campaign, deliverables=())
    asks = (Deliverable("weibo-square"), Deliverable("kakao"))
    after = replace(before, deliverables=asks)
    view = followed(before, after, View("one", "a", "cn", "a2"), KNOWN)
    assert view.format in ("weibo-square", "kakao")
    # Nobody asks for it, and it was chosen to be looked at all the same.
    own = replace(view, format="a2")
    fewer = replace(after, deliverables=asks[:1])
    assert followed(after, fewer, own, KNOWN).format == "a2"
    assert followed(after, fewer, replace(own, format="kakao"), KNOWN).format == "weibo-square"


def test_the_view_follows_posters_that_come_and_go() -> None:
    start = project("a", "b", "c").campaign
    view = settled(start, View("one", "b"), KNOWN)
    more = edits.duplicated(project("a", "b", "c"), ("one", "b")).campaign
    assert followed(start, more, view, KNOWN).poster == "b-2"
    less = edits.removed(project("a", "b", "c"), ("one", "b")).campaign
    assert followed(start, less, view, KNOWN).poster == "c"
    last = replace(view, poster="c")
    fewer = edits.removed(project("a", "b", "c"), ("one", "c")).campaign
    assert followed(start, fewer, last, KNOWN).poster == "b"


def test_formats_are_those_asked_for_here_and_all_when_none_are() -> None:
    campaign = replace(
        project("a").campaign,
        deliverables=(
            Deliverable(format="kakao", markets=("kr",)),
            Deliverable(format="weibo-square", posters=("a",)),
            Deliverable(format="a2", films=("two",)),
            Deliverable(format="of-yesterday"),
            Deliverable(video="web-1080p"),
        ),
    )
    view = View("one", "a", "kr")
    assert asked_formats(campaign, view, KNOWN) == ("kakao", "weibo-square")
    assert asked_formats(campaign, replace(view, market="cn"), KNOWN) == ("weibo-square",)
    assert asked_formats(project("a").campaign, view, KNOWN) == KNOWN


def test_languages_begin_with_the_markets_own() -> None:
    campaign = project("a").campaign
    assert languages(campaign, View("one", "a", "kr")) == (("ko", "en"), ("zh-Hans",))


# -- the hand ---------------------------------------------------------------------------


def grip(crop: Rect, **change: object) -> Grip:
    """A frame of 1000 × 600 with bars of 50 above and below, shown in a file of 400 × 500."""
    made = Grip(
        Size(400, 500), crop, Rect(0, 0, 400, 500), Rect(0, 50, 1000, 500), Size(1000, 600),
        (0.5, 0.4), (0.3, 0.3),
    )  # fmt: skip
    return replace(made, **change)  # type: ignore[arg-type]


def test_the_picture_goes_with_the_hand() -> None:
    # 40 px of the file are 40 of the still here: the window goes 40 to the left.
    assert dragged(grip(Rect(300, 0, 400, 500)), 40, 0) == ((260 + 200) / 1000, 0.3)
    # Twice as large in the file, half as far in the still.
    near = grip(Rect(300, 100, 200, 250))
    assert dragged(near, 40, -40) == ((280 + 100) / 1000, round((50 + 120 + 100) / 600, 4))


def test_the_picture_stops_at_its_edge_and_comes_back_at_once() -> None:
    held = grip(Rect(300, 0, 400, 500))
    edge = dragged(held, 1000, 0)
    assert edge == (0.2, 0.3)
    assert dragged(grip(Rect(0, 0, 400, 500)), -10, 0) == (0.21, 0.3)


def test_a_side_without_room_keeps_its_point() -> None:
    assert dragged(grip(Rect(300, 0, 400, 500)), 0, 200) == (0.3, 0.3)


@pytest.mark.parametrize("name", ["weibo-square", "dooh-portrait", "kakao"])
@pytest.mark.parametrize("template", ["quiet-line", "split"])
def test_a_layout_made_with_the_dragged_point_shows_the_picture_there(
    template: str, name: str
) -> None:
    picture, frame = dusk(), Size(640, 360)
    design, form = store.template(template), store.poster_format(name)

    def held(focus: tuple[float, float] | None) -> Grip:
        still = still_of(picture, focus)
        return grip_of(layout(design, form, copy_in("en"), still), still, frame)

    before = held((0.5, 0.5))
    by = before.picture.width / 16
    after = held(dragged(before, by, 0))
    one_pixel = before.picture.width / before.crop.width
    moved = (before.crop.x - after.crop.x) * one_pixel
    # No further than the picture goes.
    room = (before.crop.x - before.live.x) * one_pixel
    assert moved == pytest.approx(min(by, room), abs=one_pixel)


def test_the_cross_stands_on_the_point() -> None:
    held = grip(Rect(300, 0, 400, 500))
    assert focus_in_file(held, (0.5, 0.5)) == (200, 250)


# -- words ------------------------------------------------------------------------------


def test_times_are_timecodes_and_typed_ones_are_checked(drawn: Film) -> None:
    assert still_words(StillRef("00:00:01.500"), drawn) == "00:00:01:12"
    assert still_words(StillRef("auto"), drawn) == ""
    assert still_words(StillRef("nonsense"), drawn) == "nonsense"
    assert still_words(StillRef("1.5"), None) == "1.5"
    assert still_from(" ", drawn) == StillRef("auto")
    assert still_from("00:00:01:12", drawn) == StillRef("00:00:01:12")
    with pytest.raises(BadValue, match="ends at 00:00:04"):
        still_from("9", drawn)
    with pytest.raises(BadValue):
        still_from("soon", drawn)


def test_a_poster_says_what_an_export_would_set() -> None:
    film = FilmEntry("one", "one.mp4", {"en": "One", "ko": "하나"})
    market = Market("kr", ("ko", "en"), legal="© 2026")
    poster = replace(entry("a"), copy={"ko": "빛", "en": "Light", "ja": "光"})
    assert copy_for(film, poster, market) == PosterCopy(
        ("ko", "en"), {"ko": "빛", "en": "Light"}, {"ko": "하나", "en": "One"}, "© 2026"
    )
    alone = replace(poster, copy={"ko": "빛"})
    assert copy_for(film, alone, market).languages == ("ko",)
    silent = replace(poster, copy={"ja": "光"})
    assert is_silent(silent, market)
    assert copy_for(film, silent, market).copy == {}
    assert any_copy(film, silent, market).copy == {"ja": "光"}


def test_what_an_export_would_remark_is_said(drawn: Film) -> None:
    market = Market("kr", ("ko", "en"))
    other = replace(entry("a"), copy={"ko": "빛"}, still=SHOWN)
    assert [note.check for note in notes_on(other, market, drawn)] == ["copy", "still"]
    assert notes_on(replace(other, copy={"en": "x"}, still=StillRef()), market, drawn) == ()


def test_findings_are_sorted_and_hints_do_not_count() -> None:
    found = [
        Problem("x", severity, 0, 0, severity, "rule")  # type: ignore[arg-type]
        for severity in ("hint", "warning", "error", "warning")
    ]
    assert [one.severity for one in sorted_problems(found)] == [
        "error",
        "warning",
        "warning",
        "hint",
    ]
    assert grave(found) == ("error", 3)
    assert grave(found[:1]) == ("", 0)


def test_lines_are_joined_as_the_script_asks() -> None:
    def line(text: str) -> str:
        return poster_line(PosterEntry("a", "t", copy={"x": text}), "x")

    assert line("灯不大，\n够一个人回家。") == "灯不大，够一个人回家。"
    assert line("늦은 사람을\n위해") == "늦은 사람을 위해"
    assert line("A small\n\n lamp") == "A small lamp"


def test_sizes_and_zooms_read_well() -> None:
    assert format_words(store.poster_format("kakao")).endswith(" px")
    assert format_words(store.poster_format("a2")).endswith("420 × 594 mm")
    assert (zoom_words(0.4), zoom_words(0.083), zoom_words(1)) == ("40 %", "8.3 %", "100 %")


def test_names_that_come_with_us_are_said_in_the_windows_language(themed: QApplication) -> None:
    china = Market("cn", ("zh-Hans",), "China")
    own = Market("cn", ("zh-Hans",), "The mainland")
    fair = Market("fair", ("en",))
    assert [market_name(one) for one in (china, own, fair)] == ["China", "The mainland", "fair"]
    told = said("The legal line has no place in {form}.", form="metro-lightbox")
    set_language("zh-Hans")
    try:
        shown = [market_name(one) for one in (china, replace(china, name=""), own, fair)]
        assert shown == ["中国大陆", "中国大陆", "The mainland", "fair"]
        assert "地铁灯箱" in problem_words(told)
    finally:
        set_language("en")
    assert problem_words(told) == "The legal line has no place in Metro light box."
