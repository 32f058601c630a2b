"""Presets: a person's own shadow the bundled ones, and what is wrong with one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.core.errors import BadValue, CannotRead
from studio.core.places import config_folder, presets_folder
from studio.presets import store


@pytest.fixture
def own():
    """Write a preset of one's own; returns its path."""

    def write(kind: str, name: str, text: str) -> Path:
        path = config_folder() / "presets" / kind / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def bundled(kind: str, name: str) -> str:
    return (presets_folder() / kind / f"{name}.toml").read_text(encoding="utf-8")


def test_an_own_preset_shadows_the_bundled_one_and_stands_once(own):
    text = bundled("formats", "kakao").replace("width = 800", "width = 840")
    path = own("formats", "kakao", text)
    assert store.poster_format("kakao").width == 840
    found = [one for one in store.entries("formats") if one.name == "kakao"]
    assert [(one.path, one.bundled) for one in found] == [(path, False)]
    path.unlink()
    assert store.poster_format("kakao").width == 800


def test_an_own_preset_stands_beside_the_bundled_ones(own):
    own("formats", "mine", bundled("formats", "kakao").replace('"kakao"', '"mine"'))
    assert "mine" in store.names("formats")
    assert store.poster_format("mine").width == 800


def test_a_preset_that_was_edited_is_read_again(own):
    text = bundled("formats", "kakao")
    own("formats", "kakao", text.replace("height = 400", "height = 410"))
    assert store.poster_format("kakao").height == 410
    own("formats", "kakao", text.replace("height = 400", "height = 420"))
    assert store.poster_format("kakao").height == 420


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("width = 800", "width = -1"), "width"),
        (('name = "kakao"', 'name = "cocoa"'), "name is “cocoa”, but the file is called “kakao”"),
        (("schema = 1", "schema = 9"), "schema 9 is not known"),
        (("height", "hight"), "Did you mean “height”?"),
        (('date = "2026-11-22"', 'date = "last week"'), "date “last week” is not a day"),
        (('date = "2026-11-22"', 'date = "20261122"'), "is not a day"),
        (('date = "2026-11-22"', "date = 2026-11-22"), "date must be text"),
        (("verified = true", 'verified = "yes"'), "verified must be true or false"),
        (("[provenance]", "[provenence]"), "provenance is missing"),
    ],
)
def test_what_is_wrong_with_a_preset_is_named_with_its_file(own, change, said):
    text = bundled("formats", "kakao")
    assert change[0] in text
    path = own("formats", "kakao", text.replace(*change, 1))
    with pytest.raises(BadValue) as caught:
        store.poster_format("kakao")
    assert said in str(caught.value)
    assert str(path) in str(caught.value)
    assert len(store.problems()) == 1
    assert said in store.problems()[0]


def test_a_preset_that_is_no_text_is_told(own):
    own("captions", "clean", "x = ")
    with pytest.raises(CannotRead, match="not valid TOML"):
        store.caption_style("clean")
    # The others are as they were.
    assert store.caption_style("boxed").name == "boxed"


@pytest.mark.parametrize(
    "name", ["", "..", "../formats/kakao", "/etc/passwd", "a\x00b", "KAKAO ", "x" * 5000]
)
def test_a_name_is_no_path(name):
    with pytest.raises(BadValue, match="There is no preset"):
        store.poster_format(name)


def test_unknown_kinds_and_names_hint_at_the_nearest():
    with pytest.raises(BadValue) as caught:
        store.entries("format")
    assert "formats" in caught.value.hint
    with pytest.raises(BadValue) as caught:
        store.template("quite-line")
    assert "quiet-line" in caught.value.hint
