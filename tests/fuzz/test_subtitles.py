"""Damaged subtitle files: no exception but a plain one, no loss unsaid, bounded time."""

from __future__ import annotations

import contextlib
import random
import re
import time
from pathlib import Path

import pytest
import srt

from studio.core.errors import StudioError
from studio.subs.cue import Cue, Track
from studio.subs.encodings import decode
from studio.subs.formats.base import FORMATS, Parsed
from studio.subs.linking import link
from studio.subs.reading import read_track

PIECES = (
    *("1\n", "2\n", "\n", "\n\n", "00:00:01,000 --> 00:00:02,000\n", "Hello\n", "灯不大。\n"),
    *("00:00:03.000 --> 00:00:04.000", "00:01,000 --> 00:02", "--> 00:00:07,000\n", " --> ", "-->"),
    *(
        "00：00：05，000 --> 00：00：06，000\n",
        "-0:00:01,000 --> 0:00:01,000\n",
        "9" * 30,
        "-",
        ">",
    ),
    *("99999:00:00,000 --> 999999999:00:00,000\n", "WEBVTT\n\n", "NOTE x\n", "STYLE\n", ":", ","),
    *("[Events]\n", "[Script Info]\n", "Format: Layer, Start, End, Style, Text\n", "<v Bob>", "。"),
    *("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Hi\\Nyou\n", "Dialogue: x,y\n", "\t", " "),
    *("<i>", "</i>", "{\\an8}", "&lt;", "&amp;", "\x00", "\ufeff", "\u2028", "\r", "align:start"),
    "X1:1 X2:2 Y1:3 Y2:4\n",
)
# Glued into other digits a time code can be read in more than one way; at a line's start it cannot.
FULL = re.compile(r"(?m)^\d\d:\d\d:\d\d[,.]\d{3} --> \d\d:\d\d:\d\d[,.]\d{3}")


def texts(seed: int, count: int) -> list[str]:
    rng = random.Random(seed)
    return ["".join(rng.choices(PIECES, k=rng.randint(1, 40))) for _ in range(count)]


def checked(parsed: Parsed, text: str) -> None:
    dropped = sum(one.time_code for one in parsed.dropped)
    assert len(parsed.cues) + dropped == parsed.time_codes
    assert [cue.id for cue in parsed.cues] == list(range(1, len(parsed.cues) + 1))
    kept = "".join(cue.text + cue.style for cue in parsed.cues) + "".join(
        one.text for one in parsed.dropped
    )
    for word in ("Hello", "灯不大"):
        assert kept.count(word) == text.count(word), word


@pytest.mark.parametrize("name", ["srt", "vtt"])
def test_random_texts_lose_no_time_code_and_no_word(name: str) -> None:
    for text in texts(11, 1500):
        # Notes, styles and header lines of WebVTT are told by number, not by their words.
        if name == "vtt" and re.search("WEBVTT|NOTE|STYLE", text):
            text = re.sub("WEBVTT|NOTE|STYLE", "", text)
        plain = text.replace("\r", "\n")
        parsed = FORMATS[name].read(plain)
        identifiers = sum("identifier" in loss for loss in parsed.losses)
        if identifiers:
            assert len(parsed.cues) <= parsed.time_codes
            continue
        checked(parsed, plain)
        assert parsed.time_codes >= len(
            FULL.findall(plain.replace("\x00", "").replace("\ufeff", ""))
        )


def test_random_ass_loses_no_dialogue() -> None:
    for text in texts(12, 800):
        parsed = FORMATS["ass"].read(text.replace("\r", "\n"))
        dropped = sum(one.time_code for one in parsed.dropped)
        assert len(parsed.cues) + dropped == parsed.time_codes


def test_what_srt_accepts_strictly_reads_the_same_from_random_texts() -> None:
    rng = random.Random(13)
    words = (
        "Hello",
        "5",
        "a\nb",
        "x\n\ny",
        "12\n\nz",
        "",
        "灯",
        "{note}",
        "7\n8",
        "<3",
        "-",
        "1.5",
        "\n",
    )
    compared = 0
    for _ in range(2000):
        text = ""
        for number in range(1, rng.randint(2, 6)):
            index = rng.choice((f"{number}\n", "", f"{number}. \n", "00\n"))
            time_line = f"00:00:{number:02},000 --> 00:00:{number:02},900"
            text += f"{index}{time_line}\n{rng.choice(words)}" + "\n" * rng.randint(1, 4)
        try:
            strictly = list(srt.parse(text))
        except srt.SRTParseError:
            continue
        if any("-->" in one.content for one in strictly):
            continue  # a time line swallowed into a text: there we read one cue more
        ours = FORMATS["srt"].read(text).cues
        assert [(cue.start, cue.text.strip()) for cue in ours] == [
            (one.start.total_seconds() * 1000, one.content.strip()) for one in strictly
        ], text
        compared += 1
    assert compared > 500


def test_damaged_bytes_give_a_reading_or_a_plain_error(tmp_path: Path) -> None:
    rng = random.Random(14)
    path = tmp_path / "x.srt"
    encodings = ("utf-8", "gb18030", "big5", "cp932", "utf-16", "cp1252", "iso2022_jp")
    for text in texts(15, 120):
        data = bytearray(text.encode(rng.choice(encodings), errors="ignore"))
        for _ in range(rng.randint(0, 6)):
            if data:
                data[rng.randrange(len(data))] = rng.randrange(256)
        path.write_bytes(bytes(data[: rng.randint(0, len(data))]))
        began = time.process_time()
        with contextlib.suppress(StudioError):
            reading = read_track(path)
            dropped = sum(one.time_code for one in reading.dropped)
            assert len(reading.track.cues) + dropped == reading.time_codes
        assert time.process_time() - began < 2


def test_any_bytes_decode(tmp_path: Path) -> None:
    rng = random.Random(16)
    for _ in range(60):
        data = rng.randbytes(rng.randint(1, 400))
        found = decode(data)
        assert 0 <= found.confidence <= 1


_XML = (
    "<tt>", "<body>", "<div begin='1s' end='9s'>", "</div>", "<p>", "</p>", "<p ", "<!--", "-->",
    '<p begin="1s" end="2s">', '<p begin="00:00:01:00" dur="5t">', "<span tts:fontStyle='italic'>",
    "</span>", "<br/>", "<![CDATA[", "]]>", "<!DOCTYPE tt [", "]>", "&a;", "&#0;", "&lt;", "Hello",
    "<span tts:ruby='container'>", "<span tts:ruby='text'>", "<div timeContainer='seq'>", "灯",
    "\n",
    "<span begin='1s'>", "<", "'", '"', ">", "<metadata>", "<tt:p end='3s'/>", "\x00", "\ud800",
    "<div smpte:backgroundImage='#x'>", "<style id='a' style='a'/>",
)  # fmt: skip


@pytest.mark.parametrize("name", FORMATS.names())
def test_what_is_read_is_written_whole_and_read_again(name: str) -> None:
    rng = random.Random(f"again {name}")
    form = FORMATS[name]
    for _ in range(500):
        text = "".join(rng.choices(_XML if name == "ttml" else PIECES, k=rng.randint(1, 40)))
        text = text.replace("\r", "\n")
        parsed = form.read(text)
        assert len(parsed.cues) + sum(one.time_code for one in parsed.dropped) == parsed.time_codes
        again = form.read(form.write(Track("en", parsed.cues, parsed.frame)).text)
        lost = sum(one.time_code for one in again.dropped)
        assert again.time_codes - lost == len(parsed.cues), text


def test_the_regular_way_reads_what_the_repairing_way_does() -> None:
    rng = random.Random(19)
    words = ("Hello", "a\nb", "5", "灯", "<i>x</i>", "-", "1.5", "7\n8", " x", "x ")
    for _ in range(300):
        text = "".join(
            f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{rng.choice(words)}\n\n"
            for n in range(1, rng.randint(2, 9))
        )
        # A sign that only the repairing way takes stands after the last cue.
        odd = FORMATS["srt"].read(f"{text}\ufeff")
        plain = FORMATS["srt"].read(text)
        assert (plain.cues, plain.time_codes) == (odd.cues, odd.time_codes)


@pytest.mark.parametrize("name", FORMATS.names())
def test_whatever_is_written_reads_back_in_number(name: str) -> None:
    rng = random.Random(17)
    words = (
        "Hello",
        "a\n\nb",
        "{\\an8}x",
        "<i>x</i>",
        "5",
        "1\n2",
        "-->",
        "灯",
        "&lt;",
        "<3",
        "NOTE x",
    )
    for _ in range(300):
        cues = tuple(
            Cue(n, rng.randint(-500, 9_000_000), rng.randint(-500, 9_000_000), rng.choice(words))
            for n in range(1, rng.randint(2, 8))
        )
        again = FORMATS[name].read(FORMATS[name].write(Track("en", cues)).text)
        assert len(again.cues) == len(cues)
        assert again.dropped == ()


def test_any_two_tracks_link_whole() -> None:
    rng = random.Random(18)
    for _ in range(150):
        tracks = [
            Track(
                "en",
                tuple(
                    Cue(
                        n, start := rng.randint(-5000, 60_000), start + rng.randint(-500, 6000), "x"
                    )
                    for n in range(1, rng.randint(1, 30))
                ),
            )
            for _ in range(2)
        ]
        links = link(*tracks).links
        for side, track in zip(("a", "b"), tracks, strict=True):
            ids = sorted(id for one in links for id in getattr(one, side))
            assert ids == sorted(cue.id for cue in track.cues)
        assert all(0 <= one.confidence <= 1 and (one.a or one.b) for one in links)
