"""Text that was encoded twice is recognised and offered; what was not is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.core.errors import BadValue
from studio.subs.encodings import SURE, decode
from studio.subs.reading import first_cues, read_track, write_track
from studio.subs.twice import mended
from tests.studio.subs.test_encodings import LONG, SHORT_OF_BYTES, as_srt

_TEXTS = {**LONG, **SHORT_OF_BYTES}


def _through(text: str, page: str, meant: str = "utf-8") -> str:
    holes = {0x81, 0x8D, 0x8F, 0x90, 0x9D}
    return "".join(
        chr(byte) if page == "cp1252" and byte in holes else bytes((byte,)).decode(page)
        for byte in text.encode(meant)
    )


@pytest.mark.parametrize("page", ["cp1252", "latin-1"])
@pytest.mark.parametrize("language", _TEXTS)
def test_utf8_taken_for_western_letters_is_offered_as_it_was_meant(
    language: str, page: str
) -> None:
    text = as_srt(_TEXTS[language])
    found = decode(_through(text, page).encode())
    assert found.confidence < SURE
    assert found.alternatives[0].text == text
    assert decode(_through(text, page).encode(), encoding=found.alternatives[0].encoding).text == (
        text
    )


@pytest.mark.parametrize("meant", ["gb18030", "big5", "cp932", "cp949", "cp1251"])
def test_a_code_page_taken_for_western_letters_is_offered_too(meant: str) -> None:
    text = as_srt(LONG[meant])
    found = mended(_through(text, "cp1252", meant))
    assert found is not None
    assert found.text == text


@pytest.mark.parametrize("language", _TEXTS)
def test_text_that_was_encoded_once_is_left_alone(language: str) -> None:
    assert mended(as_srt(_TEXTS[language])) is None


def test_no_file_of_the_corpus_is_taken_for_one_encoded_twice(media: Path) -> None:
    for path in (media / "corpus").rglob("*.srt"):
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except UnicodeDecodeError:
            continue
        assert mended(text) is None, path


def test_a_mended_file_is_saved_as_what_it_should_have_been(tmp_path: Path) -> None:
    path = tmp_path / "a.zh-Hans.srt"
    path.write_text(_through("1\n00:00:01,000 --> 00:00:02,000\n灯不大。\n\n", "cp1252"))
    asked = read_track(path)
    assert first_cues(asked.alternatives[0].text, "srt") == ("灯不大。",)
    way = asked.alternatives[0].encoding
    write_track(read_track(path, encoding=way).track, path, way)
    assert read_track(path).track.cues[0].text == "灯不大。"


@pytest.mark.parametrize("way", ["utf-8/klingon/utf-8", "utf-8/cp1252", "/", "a/b/c/d"])
def test_a_way_that_leads_nowhere_is_refused(way: str) -> None:
    with pytest.raises(BadValue) as caught:
        decode(b"x", encoding=way)
    assert caught.value.hint
