"""Files in and out: proved by counts, refused in plain words, written whole."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path

import pytest
import srt

from studio.core.errors import BadValue, CannotRead, CannotWrite
from studio.subs.cue import Cue, Track
from studio.subs.formats.base import FORMATS, MAX_CUES
from studio.subs.formats.times import time_line
from studio.subs.reading import Reading, first_words, read_track, write_track

ONE = "1\n00:00:01,000 --> 00:00:02,000\n灯不大。\n"


def corpus(media: Path) -> list[Path]:
    places = (media / "corpus" / "subtitles", media / "corpus" / "pairs", media / "media" / "subs")
    known = {extension for form in FORMATS for extension in form.extensions}
    return sorted(p for place in places for p in place.rglob("*") if p.suffix in known)


def accounted(reading: Reading) -> bool:
    dropped = sum(one.time_code for one in reading.dropped)
    return len(reading.track.cues) + dropped == reading.time_codes


# What no reader of ours reads; each is refused in words.
_REFUSED = {"broken-1-in.vtt", "empty.ass", "empty.srt"}
_UNKNOWN = {".scc", ".sub", ".smi", ".lrc"}
# Time codes as anybody would count them, without any of our code.
_NAIVE = {
    "srt": re.compile(r"\d+:\d+[:.,]\d+[\d.,]* *--> *\d+:\d+[:.,]\d+"),
    "vtt": re.compile(r"\d+:\d+[:.,]\d+[\d.,]* *--> *\d+:\d+[:.,]\d+"),
    "ass": re.compile(r"(?m)^Dialogue:"),
    "ttml": re.compile(r"<(?:\w+:)?p[\s>]"),
    "sbv": re.compile(r"(?m)^\d+:\d\d:.*,\d+:\d\d:"),
}


def test_no_file_of_the_corpus_loses_a_time_code(media: Path) -> None:
    places = (media / "corpus" / "subtitles", media / "corpus" / "pairs", media / "media" / "subs")
    files = sorted(path for place in places for path in place.rglob("*") if path.is_file())
    assert len(files) > 150
    refused, read = set(), Counter[str]()
    for path in files:
        try:
            reading = read_track(path)
        except CannotRead:
            refused.add(path)
            continue
        read[reading.format] += 1
        assert accounted(reading), path
        naive = _NAIVE[reading.format].findall(_shown(path, reading.encoding))
        assert reading.time_codes >= len(naive), path
        if reading.format in ("ass", "ttml"):
            assert reading.time_codes == len(naive), path
        assert all(one.line >= 0 and one.text for one in reading.repairs), path
        assert all(one.line and one.text and one.reason for one in reading.dropped), path
    assert read.keys() == set(FORMATS.names())
    known = {path.name for path in refused if path.suffix not in _UNKNOWN}
    assert {name for name in known if name.rpartition(".")[2] in _NAIVE or name in _REFUSED} == (
        _REFUSED
    )


def _shown(path: Path, encoding: str) -> str:
    return re.sub("(?s)<!--.*?-->", "", re.sub("\r\n?", "\n", _text(path, encoding)))


def _text(path: Path, encoding: str) -> str:
    return path.read_bytes().decode(encoding, errors="replace")


def test_what_srt_accepts_strictly_gives_the_same_cues(media: Path) -> None:
    compared = 0
    for path in corpus(media):
        if path.suffix != ".srt":
            continue
        data = path.read_bytes()
        try:
            text = re.sub("\r\n?", "\n", data.decode("utf-8-sig"))
            strictly = list(srt.parse(text))
        except (UnicodeDecodeError, srt.SRTParseError):
            continue
        if not strictly or path.name == "typical_no_hours_and_millis.srt":
            # That package takes `00:01,234` for 234 seconds; a person reads 1.234 seconds.
            continue
        ours = read_track(path).track.cues
        assert [(cue.start, cue.end, cue.text) for cue in ours] == [
            (_ms(one.start), _ms(one.end), one.content.strip("\n")) for one in strictly
        ], path
        compared += 1
    assert compared > 45


def _ms(delta: object) -> int:
    return round(delta.total_seconds() * 1000)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("legacy_encodings/elephant.arabic.srt", "إلى الشمال"),
        ("legacy_encodings/elephant.chinese.srt", "左边"),
        ("legacy_encodings/elephant.czech.srt", "nalevo"),
        ("legacy_encodings/elephant.russian.srt", "лев"),
    ],
)
def test_an_old_code_page_is_read_rightly(media: Path, name: str, first: str) -> None:
    reading = read_track(media / "media" / "subs" / name)
    text = " ".join(cue.text for cue in reading.track.cues[:6])
    assert first in text.lower()
    assert "\ufffd" not in text


def test_reencoded_files_read_as_their_originals(media: Path) -> None:
    whole = media / "media" / "subs" / "elephants_dream"
    pairs = media / "corpus" / "subtitles" / "reencoded"
    for name, original in (
        ("elephantsdream.ja.cp932.srt", "elephants_dream.ja.srt"),
        ("elephantsdream.ru.cp1251.srt", "elephants_dream.ru.srt"),
    ):
        again = {cue.text.replace("|", "\n") for cue in read_track(pairs / name).track.cues}
        known = {cue.text.replace("|", "\n") for cue in read_track(whole / original).track.cues}
        assert len(again & known) > 0.6 * len(known)


def test_a_reading_tells_all_that_it_found(tmp_path: Path) -> None:
    path = tmp_path / "stall.zh-Hans.srt"
    path.write_bytes(("junk\n\n" + ONE + "\n2\n00:00:03.000-->\nlost").encode("gb18030"))
    reading = read_track(path)
    assert reading.track == Track("zh-Hans", (Cue(1, 1000, 2000, "灯不大。"),))
    assert (reading.format, reading.encoding, reading.time_codes) == ("srt", "gb18030", 2)
    assert reading.language_reason == "the file's name"
    assert reading.encoding_confidence <= 0.5
    assert [(one.line, one.text, one.time_code) for one in reading.dropped] == [
        (1, "junk", False),
        (8, "00:00:03.000-->\nlost", True),
    ]
    assert reading.bytes == path.stat().st_size


def test_alternatives_show_their_first_words(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    path.write_bytes(ONE.encode("gb18030"))
    reading = read_track(path)
    words = [first_words(one, reading.format) for one in reading.alternatives]
    assert words
    assert all(word and not word.isascii() for word in words)


def test_given_language_and_encoding_are_taken_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.en.srt"
    path.write_bytes(ONE.encode("big5", errors="ignore"))
    reading = read_track(path, "zh-TW", "big5")
    assert (reading.track.language, reading.language_reason) == ("zh-Hant", "")
    assert reading.encoding_confidence == 1.0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.srt", b"", "is empty"),
        ("blank.srt", b"\xef\xbb\xbf \r\n\n", "is empty"),
        ("film.srt", b"\x00\x00\x00\x18ftypmp42" + bytes(400), "film"),
        ("film.vtt", b"\x1aE\xdf\xa3" + bytes(400), "film"),
        ("noise.srt", bytes(range(1, 32)) * 40, "not a text file"),
        ("nuls.srt", bytes(1000), "not a text file"),
        ("prose.srt", b"Dear reader,\nthis is no subtitle file.\n", "has no time codes"),
        ("prose.txt", b"Dear reader,\nthis is no subtitle file.\n", "has no time codes"),
        ("half.srt", b"-->\n-->\n", "has no time codes"),
    ],
)
def test_what_is_no_subtitle_file_is_said_plainly(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(CannotRead, match=words) as caught:
        read_track(path)
    assert str(path) in str(caught.value)
    assert caught.value.hint


def test_missing_files_and_folders_are_said_plainly(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "not-there.srt"):
        with pytest.raises(CannotRead, match=path.name):
            read_track(path)


def test_sizes_are_limited(tmp_path: Path) -> None:
    huge = tmp_path / "huge.srt"
    with huge.open("wb") as stream:
        stream.truncate(33 * 1024 * 1024)
    with pytest.raises(CannotRead, match="the limit"):
        read_track(huge)
    many = tmp_path / "many.srt"
    many.write_text("0:0:0,0-->0:0:0,0\n" * (7 * MAX_CUES))
    began = time.process_time()
    with pytest.raises(CannotRead, match="200,000"):
        read_track(many)
    assert time.process_time() - began < 10


@pytest.mark.parametrize("piece", ["<tt:p>", "<p>", "Dialogue:"])
def test_far_too_many_cues_of_any_format_are_refused_at_once(tmp_path: Path, piece: str) -> None:
    many = tmp_path / "many.xml"
    many.write_text("<tt>[Events]\n" + piece * (3 * MAX_CUES))
    began = time.process_time()
    with pytest.raises(CannotRead, match="200,000"):
        read_track(many)
    assert time.process_time() - began < 4


@pytest.mark.parametrize("form", FORMATS.names())
@pytest.mark.parametrize(
    "piece",
    ["9" * 50, "-->", "0:0:0,0 --> ", "1:2:3,4-->1:2:3,4 ", "<i>", "{\\", "&lt;", "\n\n1\n", "::"],
)
def test_no_pattern_takes_more_than_linear_time(form: str, piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    began = time.process_time()
    FORMATS[form].read(text)
    assert time.process_time() - began < 8


def test_twenty_thousand_cues_are_read_quickly(tmp_path: Path) -> None:
    track = Track(
        "en", tuple(Cue(n, n * 2000, n * 2000 + 1500, f"Line {n}") for n in range(1, 20_001))
    )
    path = tmp_path / "long.en.srt"
    write_track(track, path)
    began = time.process_time()
    reading = read_track(path)
    assert time.process_time() - began < 2
    assert reading.track == track


@pytest.mark.parametrize("suffix", ["srt", "vtt", "ass"])
def test_a_written_track_reads_back_the_same(tmp_path: Path, suffix: str) -> None:
    track = Track(
        "zh-Hans", (Cue(1, 1000, 2000, "灯不大，\n够一个人回家。"), Cue(2, 2500, 4000, "<i>走</i>"))
    )
    path = tmp_path / f"a.zh-Hans.{suffix}"
    assert write_track(track, path) == ()
    again = read_track(path).track
    assert [(c.start, c.end, c.text) for c in again.cues] == [
        (c.start, c.end, c.text) for c in track.cues
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5", "cp932"])
def test_any_encoding_can_be_written_and_is_found_again(tmp_path: Path, encoding: str) -> None:
    text = "人人" if encoding != "cp932" else "これは小さな灯りです"
    track = Track("ja", tuple(Cue(n, n * 2000, n * 2000 + 1000, text) for n in range(1, 60)))
    path = tmp_path / "a.ja.srt"
    write_track(track, path, encoding)
    assert read_track(path, "ja", "" if encoding != "big5" else "big5").track == track


def test_what_an_encoding_cannot_hold_is_listed_and_nothing_written(tmp_path: Path) -> None:
    track = Track("en", (Cue(1, 0, 1000, "plain"), Cue(2, 1000, 2000, "灯 and ♪")))
    path = tmp_path / "a.srt"
    path.write_text("what was there")
    with pytest.raises(CannotWrite) as caught:
        write_track(track, path, "cp1252")
    assert "灯 (U+706F) ♪ (U+266A) (cue 2)" in str(caught.value)
    assert path.read_text() == "what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_an_unknown_suffix_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(BadValue, match=r"\.xyz"):
        write_track(Track("en"), tmp_path / "a.xyz")
    assert list(tmp_path.iterdir()) == []


def test_times_and_arrows_in_prose_are_no_time_codes() -> None:
    for line in ("from 3:2 -> 4:2", "12.5 -> 13.5", "a --> b", "12:30:45 is late", "1 -> 2"):
        assert time_line(line) is None, line
