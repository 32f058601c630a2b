"""Markets and deliverables are edited without touching what was not asked about."""

from fractions import Fraction

import pytest

from studio.campaign.asking import (
    File,
    add_market,
    ask_as,
    ask_for,
    caption_as,
    captions_of,
    change_market,
    drop,
    files_of,
    is_asked,
    remove_market,
    with_chosen_stills,
)
from studio.campaign.document import (
    Campaign,
    Deliverable,
    FilmEntry,
    Market,
    PosterEntry,
    StillRef,
    picked,
)
from studio.core.errors import BadValue

CN, KR = Market("cn", ("zh-Hans", "en")), Market("kr", ("ko", "en"))


def test_asking_twice_asks_once():
    campaign = Campaign(markets=(CN, KR))
    once = ask_for(campaign, "cn", Deliverable("open-graph"))
    assert ask_for(once, "cn", Deliverable("open-graph")) is once
    assert once.deliverables == (Deliverable("open-graph", markets=("cn",)),)


def test_a_second_market_joins_the_deliverable_of_the_first():
    campaign = ask_for(Campaign(markets=(CN, KR)), "cn", Deliverable("open-graph"))
    assert ask_for(campaign, "kr", Deliverable("open-graph")).deliverables == (
        Deliverable("open-graph", markets=("cn", "kr")),
    )


def test_dropping_in_one_market_keeps_the_others():
    campaign = Campaign(markets=(CN, KR), deliverables=(Deliverable("open-graph"),))
    left = drop(campaign, "kr", "open-graph")
    assert is_asked(left, "cn", "open-graph")
    assert not is_asked(left, "kr", "open-graph")
    assert drop(left, "cn", "open-graph").deliverables == ()


def test_a_new_market_does_not_inherit_what_was_for_all():
    campaign = Campaign(markets=(CN,), deliverables=(Deliverable("open-graph"),))
    grown = add_market(campaign, KR)
    assert is_asked(grown, "cn", "open-graph")
    assert not is_asked(grown, "kr", "open-graph")


def test_a_market_id_is_taken_once():
    with pytest.raises(BadValue, match="already a market"):
        add_market(Campaign(markets=(CN,)), Market("cn", ("en",)))


def test_changing_and_removing_a_market_leaves_no_dangling_name():
    campaign = Campaign(
        markets=(CN, KR),
        deliverables=(Deliverable("kakao", markets=("kr",)), Deliverable("open-graph")),
    )
    named = change_market(campaign, Market("kr", ("ko",), "Korea"))
    assert named.markets[1].name == "Korea"
    left = remove_market(named, "kr")
    assert left.markets == (CN,)
    assert left.deliverables == (Deliverable("open-graph"),)


def test_chosen_stills_never_replace_what_a_person_chose():
    def campaign(one: StillRef, other: StillRef) -> Campaign:
        posters = (PosterEntry("a", "quiet-line", one), PosterEntry("b", "quiet-line", other))
        return Campaign(films=(FilmEntry("f", "f.mp4", posters=posters),))

    frame = picked(7, Fraction(1, 24), "cd" * 32, auto=True)
    mine = campaign(StillRef("auto"), StillRef("00:00:03"))
    chosen = campaign(frame, frame)
    assert with_chosen_stills(mine, chosen) == campaign(frame, StillRef("00:00:03"))


def test_a_placement_is_written_as_other_files_everywhere_or_in_one_market():
    campaign = Campaign(
        markets=(CN, KR),
        deliverables=(Deliverable("kakao", markets=("kr",)), Deliverable("open-graph")),
    )
    both = ask_as(campaign, "open-graph", (File("psd"), File()))
    assert both.deliverables[1:] == (
        Deliverable("open-graph", kind="psd"),
        Deliverable("open-graph"),
    )
    assert files_of(both, "open-graph", "cn") == (File("psd"), File())
    one = ask_as(both, "open-graph", (File("tiff", "ISO Coated v2 300%"),), "kr")
    assert files_of(one, "open-graph", "kr") == (File("tiff", "ISO Coated v2 300%"),)
    assert files_of(one, "open-graph", "cn") == (File("psd"), File())
    assert one.deliverables[0] == campaign.deliverables[0]
    again = ask_as(one, "open-graph", (File(),))
    assert set(again.deliverables) == {
        campaign.deliverables[0],
        Deliverable("open-graph", markets=("cn", "kr")),
    }
    assert ask_as(campaign, "web", (File("psd"),)) is campaign
    assert ask_as(campaign, "kakao", ()) is campaign


def test_other_files_leave_the_films_and_posters_that_are_asked_for():
    asks = (
        Deliverable("kakao", markets=("cn",), posters=("a",)),
        Deliverable("kakao", markets=("cn", "kr"), posters=("b",)),
    )
    campaign = Campaign(markets=(CN, KR), deliverables=asks)
    made = ask_as(campaign, "kakao", (File("psd"),), "cn")
    assert set(made.deliverables) == {
        Deliverable("kakao", markets=("cn",), posters=("a",), kind="psd"),
        Deliverable("kakao", markets=("cn",), posters=("b",), kind="psd"),
        Deliverable("kakao", markets=("kr",), posters=("b",)),
    }


def test_a_market_that_joins_is_asked_for_as_the_others_are():
    asks = tuple(Deliverable("kakao", markets=("cn",), kind=kind) for kind in ("psd", "pdf"))
    campaign = Campaign(markets=(CN, KR), deliverables=asks)
    made = ask_for(campaign, "kr", Deliverable("kakao"))
    assert files_of(made, "kakao", "kr") == (File("psd"), File("pdf"))


FILMS = Campaign(
    markets=(CN, KR),
    deliverables=(Deliverable("a2"), Deliverable(video="web-720p", films=())),
)


def test_captions_are_chosen_in_one_market_and_in_all():
    one = caption_as(FILMS, "web-720p", "none", "kr")
    assert captions_of(one, "web-720p", "kr") == ("none",)
    assert captions_of(one, "web-720p", "cn") == ("",)
    assert captions_of(one, "web-720p") == ("", "none")
    assert one.deliverables[0] == Deliverable("a2")
    every = caption_as(one, "web-720p", "clean")
    assert captions_of(every, "web-720p") == ("clean",)
    assert len(every.deliverables) == 2
    assert caption_as(FILMS, "web-1080p", "none") is FILMS
    assert captions_of(FILMS, "web-1080p") == ()


def test_captions_keep_the_films_they_are_asked_for():
    asks = (Deliverable(video="web-720p", films=("a",), captions="clean"),)
    other = caption_as(Campaign(markets=(CN, KR), deliverables=asks), "web-720p", "", "cn")
    assert set(other.deliverables) == {
        Deliverable(video="web-720p", films=("a",), markets=("cn",)),
        Deliverable(video="web-720p", films=("a",), markets=("kr",), captions="clean"),
    }


def test_a_market_more_asks_for_a_film_in_one_look_of_captions():
    jp = Market("jp", ("ja",))
    split = add_market(caption_as(FILMS, "web-720p", "none", "kr"), jp)
    grown = ask_for(split, "jp", Deliverable(video="web-720p"))
    assert captions_of(grown, "web-720p", "jp") == ("",)
