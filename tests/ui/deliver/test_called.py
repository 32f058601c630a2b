"""Outputs are called by names, in the window's language, and found by those of every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from studio.batch.job import PosterWork
from studio.campaign.document import Campaign, FilmEntry, Market
from studio.core.said import said
from tests.ui.deliver.test_states import cell
from ui.campaign.titles import film_name, poster_name
from ui.deliver.called import called
from ui.widgets.language import LANGUAGES, set_language

_CAMPAIGN = Campaign(
    "Small Lights",
    "v01",
    films=(FilmEntry("stall", "stall.mp4", title={"en": "The Night Stall", "zh-Hans": "夜摊"}),),
    markets=(
        Market("cn", ("zh-Hans", "en"), "China"),
        Market("kr", ("ko",), "Korea"),
        Market("north", ("en",), "The North"),
    ),
)


@pytest.fixture(autouse=True)
def _english_again(themed: QApplication) -> Iterator[None]:
    yield
    set_language("en")


def test_outputs_are_called_by_names_not_slugs() -> None:
    one = cell("stall", "cn", "lamp", "metro-lightbox").job
    film = replace(one, poster="", preset="my-own")
    set_language("en")
    english = called(_CAMPAIGN)
    assert english.output(one) == "lamp · Metro light box"
    work = PosterWork("quiet-line", "1", None, {}, {}, "", kind="psd")
    assert english.output(replace(one, poster_work=work)) == "lamp · Metro light box · PSD"
    assert english.place(one) == "The Night Stall  ·  China"
    assert english.output(film) == "my-own"
    set_language("zh-Hans")
    chinese = called(_CAMPAIGN)
    assert chinese.output(one) == "lamp · 地铁灯箱"
    assert chinese.place(one) == "夜摊  ·  中国大陆"


def test_sentences_of_the_engine_name_what_the_lists_name() -> None:
    set_language("en")
    names = called(_CAMPAIGN)
    assert names.words(said("Format {name} was edited", name="kakao")) == (
        "Format KakaoTalk image was edited"
    )
    assert names.words(said("The film {film} was replaced", film="stall")) == (
        "The film The Night Stall was replaced"
    )
    # A person's own preset, and what is no preset at all, stay as they are.
    assert names.words(said("Format {name} was edited", name="mine")) == "Format mine was edited"
    assert names.words("plain") == "plain"


def test_posters_and_languages_are_named_in_sentences_too() -> None:
    set_language("en")
    names = called(_CAMPAIGN)
    assert names.words(said("The focus of poster {poster} moved", poster="poster-2")) == (
        "The focus of poster Poster 2 moved"
    )
    told = said("No copy in {one}: only {primary} is set.", one="en", primary="zh-Hans")
    assert names.words(told) == "No copy in English: only 简体中文 is set."
    # Not a language of this campaign.
    assert names.words(said("Not in {one}", one="it")) == "Not in it"


def test_a_poster_that_nobody_named_is_called_so_in_the_window_s_language() -> None:
    for language, first, second in (("en", "Poster", "Poster 2"), ("zh-Hans", "海报", "海报 2")):
        set_language(language)
        assert (poster_name("poster"), poster_name("poster-2")) == (first, second)
        assert (poster_name("lamp-2"), poster_name("poster-night")) == ("lamp-2", "poster-night")
        one = replace(cell("stall", "cn", "poster-2", "kakao").job, poster="poster-2")
        assert called(_CAMPAIGN).output(one).startswith(f"{second} · ")
        assert called(_CAMPAIGN).fits(one, second)


def test_a_film_is_called_by_the_title_that_can_be_read() -> None:
    film = FilmEntry("stall", "stall.mp4", title={"ja": "夜店", "en": "The Night Stall"})
    set_language("zh-Hans")
    assert film_name(film) == "The Night Stall"
    assert film_name(replace(film, title={"ja": "夜店"})) == "夜店"
    assert film_name(replace(film, title={"en": ""})) == "stall"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_typed_finds_outputs_by_every_name(language: str) -> None:
    set_language(language)
    names = called(_CAMPAIGN)
    one = cell("stall", "kr", "lamp", "kakao").job
    for typed in ("", "NIGHT kak", "korea", "韩国", "夜摊 分享图", "lamp stall", "kr"):
        assert names.fits(one, typed), typed
    assert not names.fits(one, "night japan")
    assert names.fits(replace(one, market="cn"), "china")
    assert names.fits(replace(one, market="cn"), "中国")
    assert names.fits(replace(one, market="north"), "north")
