"""Every subtitle format round-trips; every known hazard of SubRip and WebVTT gives the right cues.

Expected cues were written by hand from what a person would read in the text.
"""

from __future__ import annotations

import pytest

from studio.campaign import beginning
from studio.subs.cue import Cue, Track
from studio.subs.formats.base import FORMATS, Parsed
from tests.hazards.ass import ASS
from tests.hazards.srt import SRT
from tests.hazards.ttml import TTML
from tests.hazards.vtt import VTT
from ui.documents import documents
from ui.subs import tracks

SAMPLES = {
    "srt": "1\n00:00:01,000 --> 00:00:02,500\n<i>One</i>\nline two\n\n"
    "2\n00:00:03,000 --> 00:00:04,000\n灯不大，够一个人回家。\n\n",
    "vtt": "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n<i>One</i>\nline two\n\n"
    "00:00:03.000 --> 00:00:04.000 line:0\n灯不大，够一个人回家。\n",
    "ass": "[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour,"
    " Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline,"
    " Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\n\n[Events]\n"
    "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,{\\i1}One{\\i0}\\Nline two\n"
    "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,灯不大，够一个人回家。\n",
    "sbv": "0:00:01.000,0:00:02.500\n<i>One</i>\nline two\n\n"
    "0:00:03.000,0:00:04.000\n灯不大，够一个人回家。\n",
    "ttml": '<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml"'
    ' xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="en">\n<head/>\n<body>\n<div>\n'
    '<p begin="00:00:01.000" end="00:00:02.500"><span tts:fontStyle="italic">One</span><br/>'
    'line two</p>\n<p begin="3s" dur="1s">灯不大，够一个人回家。</p>\n</div>\n</body>\n</tt>\n',
}
EXPECTED = [
    (1000, 2500, "<i>One</i>\nline two"),
    (3000, 4000, "灯不大，够一个人回家。"),
]


def told(parsed: Parsed) -> list[tuple[int, int, str]]:
    return [(cue.start, cue.end, cue.text) for cue in parsed.cues]


def accounted(parsed: Parsed) -> bool:
    return len(parsed.cues) + sum(one.time_code for one in parsed.dropped) == parsed.time_codes


def test_every_format_is_offered_where_files_are_chosen_and_dropped() -> None:
    known = {extension for form in FORMATS for extension in form.extensions}
    assert set(beginning.TRACKS) == set(documents.TRACKS) == set(tracks.ENDINGS) == known


def test_every_format_has_a_sample() -> None:
    assert set(SAMPLES) == set(FORMATS.names())


@pytest.mark.parametrize("name", FORMATS.names())
def test_a_format_reads_its_sample_without_repairs(name: str) -> None:
    parsed = FORMATS[name].read(SAMPLES[name])
    assert told(parsed) == EXPECTED
    assert (parsed.repairs, parsed.dropped, parsed.time_codes) == ((), (), 2)
    assert [cue.id for cue in parsed.cues] == [1, 2]


@pytest.mark.parametrize("name", FORMATS.names())
def test_what_a_format_writes_it_reads_back(name: str) -> None:
    form = FORMATS[name]
    cues = form.read(SAMPLES[name]).cues
    written = form.write(Track("en", cues))
    assert written.losses == ()
    again = form.read(written.text)
    assert (again.cues, again.repairs, again.dropped) == (cues, (), ())


@pytest.mark.parametrize("name", FORMATS.names())
def test_exactly_one_format_knows_a_sample_best(name: str) -> None:
    scores = {form.name: form.sniff(SAMPLES[name]) for form in FORMATS}
    best = max(scores.values())
    assert [one for one, score in scores.items() if score == best] == [name]


@pytest.mark.parametrize("source", FORMATS.names())
@pytest.mark.parametrize("target", FORMATS.names())
def test_times_and_words_survive_every_conversion(source: str, target: str) -> None:
    cues = FORMATS[source].read(SAMPLES[source]).cues
    written = FORMATS[target].write(Track("en", cues))
    assert told(FORMATS[target].read(written.text)) == EXPECTED


@pytest.mark.parametrize("hazard", SRT)
def test_a_subrip_hazard_gives_the_cues_a_person_reads(hazard: str) -> None:
    text, expected, dropped, repair = SRT[hazard]
    parsed = FORMATS["srt"].read(text)
    assert told(parsed) == expected
    assert [one.text for one in parsed.dropped] == dropped
    assert repair in "; ".join(one.text for one in parsed.repairs)
    assert accounted(parsed)


def test_a_repair_names_its_line() -> None:
    parsed = FORMATS["srt"].read(
        "1\n00:00:01,000 --> 00:00:02,000\nA\n\n2\n00:00:03.000-->00:00:04\nB"
    )
    assert [one.line for one in parsed.repairs] == [6]


def test_coordinates_are_kept_and_written_back() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000 X1:40 X2:600 Y1:20 Y2:50\nFirst\n\n"
    cues = FORMATS["srt"].read(text).cues
    assert cues == (Cue(1, 1000, 2000, "First", style="X1:40 X2:600 Y1:20 Y2:50"),)
    assert FORMATS["srt"].write(Track("en", cues)).text == text


@pytest.mark.parametrize("hazard", VTT)
def test_a_webvtt_hazard_gives_the_cues_a_person_reads(hazard: str) -> None:
    text, expected, dropped, repair = VTT[hazard]
    parsed = FORMATS["vtt"].read(text)
    assert told(parsed) == expected
    assert [one.text for one in parsed.dropped] == dropped
    assert repair in "; ".join(one.text for one in parsed.repairs)
    assert accounted(parsed)


@pytest.mark.parametrize("hazard", ASS)
def test_an_ass_hazard_gives_the_cues_a_person_reads(hazard: str) -> None:
    _reads("ass", *ASS[hazard])


@pytest.mark.parametrize("hazard", TTML)
def test_a_ttml_hazard_gives_the_cues_a_person_reads(hazard: str) -> None:
    _reads("ttml", *TTML[hazard])


def _reads(
    name: str,
    text: str,
    expected: list[tuple[int, int, str]],
    dropped: list[str],
    repair: str,
) -> None:
    parsed = FORMATS[name].read(text)
    assert told(parsed) == expected
    assert [one.text for one in parsed.dropped] == dropped
    assert repair in "; ".join(one.text for one in parsed.repairs)
    assert bool(repair) == bool(parsed.repairs)
    assert accounted(parsed)
    assert FORMATS[name].count(text) == parsed.time_codes


SBV: dict[str, tuple[str, list[tuple[int, int, str]], list[str], str]] = {
    "no text": (
        "0:00:01.000,0:00:02.000\n\n0:00:03.000,0:00:04.000\nSecond\n",
        [(1000, 2000, ""), (3000, 4000, "Second")],
        [],
        "",
    ),
    "no times": (
        "0:00:01.000,0:00:02.000\nFirst\n\nLost\n\n0:00:03.000,0:00:04.000\nSecond\n",
        [(1000, 2000, "First"), (3000, 4000, "Second")],
        ["Lost"],
        "",
    ),
    "a time that is none": (
        "0:00:01.f00,0:00:02.000\nLost\n\n0:00:03.000,0:00:04.000\nSecond\n",
        [(3000, 4000, "Second")],
        ["0:00:01.f00,0:00:02.000\nLost"],
        "",
    ),
    "blanks around the comma and breaks in brackets": (
        "0:00:01.000 , 0:00:02.000\nOne[br]two\n",
        [(1000, 2000, "One\ntwo")],
        [],
        "unusual",
    ),
    "no empty line between": (
        "0:00:01.000,0:00:02.000\nFirst\n0:00:03.000,0:00:04.000\nSecond\n",
        [(1000, 2000, "First"), (3000, 4000, "Second")],
        [],
        "",
    ),
}


@pytest.mark.parametrize("hazard", SBV)
def test_an_sbv_hazard_gives_the_cues_a_person_reads(hazard: str) -> None:
    _reads("sbv", *SBV[hazard])


def test_webvtt_tells_what_stands_in_no_cue() -> None:
    parsed = FORMATS["vtt"].read(VTT["notes, styles and regions"][0])
    assert [loss.split(" of ")[0] for loss in parsed.losses] == [
        "1 note",
        "1 region",
        "1 style block",
    ]


def test_webvtt_keeps_settings_and_puts_top_cues_at_the_top() -> None:
    cues = (
        Cue(1, 1000, 2000, "Side", style="position:20% align:start"),
        Cue(2, 3000, 4000, "{\\an8}Top"),
    )
    written = FORMATS["vtt"].write(Track("en", cues))
    assert "00:00:01.000 --> 00:00:02.000 position:20% align:start\nSide" in written.text
    assert "00:00:03.000 --> 00:00:04.000 line:0\nTop" in written.text


def test_ass_reads_by_its_own_field_order_and_names_what_it_cannot() -> None:
    text = (
        "[Events]\nFormat: Start, End, Style, Text\n"
        "Dialogue: 0:00:01.00,0:00:02.00,Sign,{\\b1}A{\\b0}, b\\Nc\\hd\n"
        "Dialogue: bad,0:00:02.00,Sign,Lost\n"
        "Comment: 0:00:01.00,0:00:02.00,Sign,not shown\n"
        "Dialogue: 0:00:03.00,0:00:04.00,Sign,{\\p1}m 0 0 l 1 1{\\p0}\n"
    )
    parsed = FORMATS["ass"].read(text)
    assert parsed.cues == (Cue(1, 1000, 2000, "<b>A</b>, b\nc\u00a0d", style="Sign"),)
    assert [one.line for one in parsed.dropped] == [4, 6]
    assert accounted(parsed)
    assert any("comment" in loss for loss in parsed.losses)


LOSSY = Track(
    "en",
    (
        Cue(1, -500, 1004, "Early\n\nblank <v Bob>voice"),
        Cue(2, 500, 2000, "styled <font color='red'>red</font>", style="Sign"),
    ),
)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("srt", ("before the film's start", "style", "empty lines", "voice")),
        ("vtt", ("before the film's start", "style", "empty lines", "font")),
        ("ass", ("before the film's start", "style", "hundredths", "foreign tags")),
    ],
)
def test_writing_tells_what_the_format_cannot_keep(name: str, words: tuple[str, ...]) -> None:
    told_losses = "\n".join(FORMATS[name].write(LOSSY).losses)
    assert [word for word in words if word not in told_losses] == []


@pytest.mark.parametrize("name", FORMATS.names())
def test_words_that_look_like_marks_survive_writing(name: str) -> None:
    text = "I <3 you & 5 < 6, A --> B, {note}"
    cue = Cue(1, 1000, 2000, text)
    written = FORMATS[name].write(Track("en", (cue,))).text
    assert [one.text for one in FORMATS[name].read(written).cues] == [text]
