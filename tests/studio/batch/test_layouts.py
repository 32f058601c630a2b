"""Where the copy of a film's posters will stand, in all that a campaign asks for."""

from __future__ import annotations

from dataclasses import replace

from studio.batch.layouts import placings_of
from studio.campaign.document import Campaign, Deliverable, FilmEntry, Market, PosterEntry

LINES = {"zh-Hans": "灯不大。", "en": "A small lamp."}
MARKETS = (Market("cn", ("zh-Hans", "en")), Market("us", ("en",)), Market("kr", ("ko",)))
POSTER = PosterEntry("lamp", "quiet-line", copy=LINES)


def asked(*formats: str) -> Campaign:
    film = FilmEntry("night", "night.mp4", posters=(POSTER, replace(POSTER, id="door")))
    return Campaign(
        films=(film,), markets=MARKETS, deliverables=tuple(Deliverable(format=f) for f in formats)
    )


def test_every_format_counts_in_every_language_that_has_copy():
    found = placings_of(asked("one-sheet", "wechat-cover"), "night", "lamp")
    assert {one.name for one in found} == {
        "one-sheet zh-Hans+en", "one-sheet en", "wechat-cover zh-Hans+en", "wechat-cover en",
    }  # fmt: skip
    assert all(one.places for one in found)


def test_what_comes_out_alike_counts_once():
    one = placings_of(asked("one-sheet"), "night", "lamp")
    assert placings_of(asked("one-sheet"), "night") == one


def test_a_film_without_posters_asks_for_nothing():
    assert placings_of(replace(asked("one-sheet"), films=()), "night") == ()
    assert placings_of(asked(), "night") == ()
