"""A campaign begins with what lies there: films, the subtitles that go by their names, markets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from studio.campaign.beginning import (
    begin,
    fault_of,
    films_in,
    guessed_markets,
    titles,
    wish_for,
    with_tracks,
)
from studio.campaign.document import Deliverable, Market
from studio.campaign.file import load_campaign
from studio.campaign.markets import KNOWN_MARKETS, known_market, markets_for, usual_deliverables
from studio.campaign.sources import load_known
from studio.core.errors import BadValue
from studio.core.progress import Cancelled
from studio.presets import store

SRT = "1\n00:00:01,000 --> 00:00:02,000\n{}\n"


def put(path: Path, text: str = "film") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def track(path: Path, text: str = "Hello") -> Path:
    return put(path, SRT.format(text))


def listed(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*"))


def test_subtitles_are_found_by_the_films_name(tmp_path: Path) -> None:
    put(tmp_path / "stall.mp4")
    put(tmp_path / "stall-2.mov")
    put(tmp_path / "notes.txt")
    track(tmp_path / "stall.en.srt")
    track(tmp_path / "stall.zh-Hans.srt", "你好")
    track(tmp_path / "stall-2.ko.srt", "안녕")
    track(tmp_path / "stall.srt", "你好。这是一个夜里的小摊。")
    track(tmp_path / "stallion.en.srt")
    track(tmp_path / "subs" / "Stall.ja.srt", "こんにちは")
    put(tmp_path / "stall.fr.vtt", "no subtitles")
    films = films_in(tmp_path)
    assert [film.name for film in films] == ["stall-2.mov", "stall.mp4"]
    second, first = with_tracks(films)
    assert [(one.path.name, one.language) for one in second.tracks] == [("stall-2.ko.srt", "ko")]
    assert [(one.path.name, one.language) for one in first.tracks] == [
        ("stall.en.srt", "en"),
        ("stall.fr.vtt", ""),
        ("stall.zh-Hans.srt", "zh-Hans"),
        ("Stall.ja.srt", "ja"),
        ("stall.srt", ""),
    ]
    assert all(one.why for one in first.tracks if not one.language)
    assert [market.id for market in guessed_markets((first, second))] == ["cn", "kr", "jp", "us"]


def test_markets_come_from_the_languages() -> None:
    assert markets_for(("en", "zh-Hans")) == (
        Market("cn", ("zh-Hans", "en"), "China"),
        Market("us", ("en",), "United States"),
    )
    assert markets_for(("zh-Hans",)) == (Market("cn", ("zh-Hans",), "China"),)
    assert markets_for(("pt-BR", "en-GB", "tlh")) == (
        Market("uk", ("en-GB",), "United Kingdom"),
        Market("br", ("pt-BR",), "Brazil"),
    )
    assert guessed_markets(()) == (Market("all", ("en",)),)
    assert known_market(" korea ").market == Market("kr", ("ko", "en"), "Korea")
    assert known_market("moon").market == Market("moon", ("en",), "moon")


def test_every_usual_format_is_there() -> None:
    formats, videos = store.names("formats"), store.names("video")
    asks = usual_deliverables([one.market for one in KNOWN_MARKETS])
    assert {ask.format for ask in asks if ask.format} <= set(formats)
    assert {ask.video for ask in asks if ask.video} <= set(videos)


def test_films_without_tracks_are_delivered_without_captions() -> None:
    markets = (Market("cn", ("zh-Hans", "en")), Market("us", ("fr",)))
    films = [ask for ask in usual_deliverables(markets, ("en",)) if ask.video]
    assert films == [
        Deliverable(video="web-1080p", markets=("cn",)),
        Deliverable(video="web-1080p", markets=("us",), captions="none"),
    ]


def test_what_has_no_track_yet_is_not_kept_from_captions() -> None:
    assert usual_deliverables((Market("all", ("en",)),)) == (Deliverable(video="web-1080p"),)


def test_what_lies_elsewhere_is_copied_and_what_lies_there_stays(tmp_path: Path) -> None:
    home = tmp_path / "small-lights"
    put(home / "films" / "bus.mp4", "bus")
    track(home / "subtitles" / "bus.en.srt")
    put(tmp_path / "disk" / "夜摊.mp4", "stall")
    track(tmp_path / "disk" / "夜摊.zh.srt", "你好")
    films = (*films_in(home), tmp_path / "disk" / "夜摊.mp4")
    path = begin(wish_for(home, with_tracks(films)))
    made = load_campaign(path)
    assert made.name == "Small Lights"
    assert [(film.source, film.title) for film in made.films] == [
        ("films/bus.mp4", {"en": "Bus"}),
        ("films/夜摊.mp4", {"zh-Hans": "夜摊"}),
    ]
    assert [entry.file for film in made.films for entry in film.tracks] == [
        "subtitles/bus.en.srt",
        "subtitles/夜摊.zh.srt",
    ]
    assert [market.id for market in made.markets] == ["cn", "us"]
    assert (home / "films" / "夜摊.mp4").read_text() == "stall"
    assert len(load_known(home)) == 4


def test_a_stop_leaves_nothing(tmp_path: Path) -> None:
    put(tmp_path / "disk" / "a.mp4")
    put(tmp_path / "disk" / "b.mp4")

    class Stop:
        def report(self, fraction: float, note: str = "") -> None:
            if fraction > 0.8:
                raise Cancelled

    wish = wish_for(tmp_path / "home", with_tracks(films_in(tmp_path / "disk")))
    with pytest.raises(Cancelled):
        begin(wish, Stop())
    assert listed(tmp_path) == ["disk", "disk/a.mp4", "disk/b.mp4"]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    put(tmp_path / "home" / "films" / "a.mp4", "other")
    put(tmp_path / "disk" / "a.mp4")
    wish = wish_for(tmp_path / "home", with_tracks(films_in(tmp_path / "disk")))
    before = listed(tmp_path)
    with pytest.raises(BadValue, match="already there"):
        begin(wish)
    assert listed(tmp_path) == before
    put(tmp_path / "home" / "campaign.toml", "mine")
    with pytest.raises(BadValue, match="already there"):
        begin(wish)


def test_what_is_wrong_with_a_wish_is_said(tmp_path: Path) -> None:
    put(tmp_path / "a.mp4")
    wish = wish_for(tmp_path, with_tracks(films_in(tmp_path)))
    assert fault_of(wish) == ""
    assert fault_of(replace(wish, films=()))
    assert fault_of(replace(wish, name=" "))
    assert fault_of(replace(wish, markets=()))
    begin(wish)
    assert fault_of(wish)


def test_a_title_goes_by_its_script() -> None:
    assert titles("The Night Stall") == {"en": "The Night Stall"}
    assert titles("夜摊") == {"zh-Hans": "夜摊"}
    assert titles("") == {}
