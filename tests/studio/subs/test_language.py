"""Languages: tags made canonical, guessed from names and from scripts."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.subs.language import (
    canonical,
    fallbacks,
    guess_language,
    of_name,
    of_script,
    without_language,
)


@pytest.mark.parametrize(
    ("given", "tag"),
    [
        ("zh-CN", "zh-Hans"),
        ("zh_tw", "zh-Hant"),
        ("ZH-hans", "zh-Hans"),
        ("chs", "zh-Hans"),
        ("EN_us", "en-US"),
        ("eng", "en"),
        ("pt-br", "pt-BR"),
        ("", "und"),
    ],
)
def test_a_tag_is_written_one_way(given: str, tag: str) -> None:
    assert canonical(given) == tag


def test_a_tag_falls_back_to_what_it_is_a_kind_of() -> None:
    assert list(fallbacks("zh-Hans-CN")) == ["zh-Hans-CN", "zh-Hans", "zh"]


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("night-stall.zh-Hans.srt", "zh-Hans"),
        ("film.chs.srt", "zh-Hans"),
        ("wwa_captions_de.vtt", "de"),
        ("captions_pt-br.vtt", "pt-BR"),
        ("Film 2020.en.srt", "en"),
        ("sintel.srt", ""),
        ("the.lamp.srt", ""),
        ("movie.2019.1080p.srt", ""),
    ],
)
def test_a_name_tells_the_language_or_nothing(name: str, tag: str) -> None:
    assert of_name(name) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("灯不大，够一个人回家。", "zh-Hans"),
        ("燈不大，夠一個人回家。", "zh-Hant"),
        ("小さな灯りでも、家に帰れる。", "ja"),
        ("작은 등불 하나면 집에 갈 수 있다.", "ko"),
        ("That is the lamp you have, and it is not much.", "en"),
        ("Das ist die Lampe, und sie ist nicht groß, aber ich habe keine.", "de"),
        ("Ce n'est pas une grande lampe, mais elle est pour vous et je le sais.", "fr"),
        ("Это маленькая лампа.", "ru"),
        ("مصباح صغير", "ar"),
        ("Sintel 说：你好，世界", "zh-Hans"),
        ("1234 …", "und"),
    ],
)
def test_the_script_and_the_words_tell_the_language(text: str, tag: str) -> None:
    assert of_script([text]).language == tag


def test_a_guess_says_what_it_was_made_from(tmp_path: Path) -> None:
    assert guess_language(tmp_path / "a.ja.srt", ["灯"]).reason == "the file's name"
    assert guess_language(tmp_path / "a.srt", ["これは灯りです"]).reason == "its kana"


@pytest.mark.parametrize(
    ("name", "film"),
    [
        ("film.zh-Hans.srt", "film"),
        ("wwa_captions_pt-br.vtt", "wwa_captions"),
        ("The Long Night.srt", "The Long Night"),
        ("a.b-en.ass", "a.b"),
    ],
)
def test_a_name_without_its_language_is_the_film(name: str, film: str) -> None:
    assert without_language(name) == film
