"""Every subtitle format round-trips; every known hazard of SubRip and WebVTT gives the right cues.

Expected cues were written by hand from what a person would read in the text.
"""

from __future__ import annotations

import pytest

from studio.subs.cue import Cue, Track
from studio.subs.formats.base import FORMATS, Parsed

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
}
EXPECTED = [
    (1000, 2500, "<i>One</i>\nline two"),
    (3000, 4000, "灯不大，够一个人回家。"),
]


def told(parsed: Parsed) -> list[tuple[int, int, str]]:
    return [(cue.start, cue.end, cue.text) for cue in parsed.cues]


def accounted(parsed: Parsed) -> bool:
    return len(parsed.cues) + sum(one.time_code for one in parsed.dropped) == parsed.time_codes


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


def two(first: str, second: str = "Second") -> list[tuple[int, int, str]]:
    return [(1000, 2000, first), (3000, 4000, second)]


TAIL = "\n\n2\n00:00:03,000 --> 00:00:04,000\nSecond\n"
# Name: (text, expected cues, texts dropped, a word of the repair that must be told).
SRT_HAZARDS: dict[str, tuple[str, list[tuple[int, int, str]], list[str], str]] = {
    "three-digit seconds": (
        "1\n00:00:001,000 --> 00:00:002,000\nFirst" + TAIL,
        two("First"),
        [],
        "unusual",
    ),
    "no hours": (
        "1\n00:01,000 --> 00:02,000\nFirst" + TAIL,
        two("First"),
        [],
        "no hours",
    ),
    "no milliseconds": (
        "1\n00:00:01 --> 00:00:02\nFirst" + TAIL,
        two("First"),
        [],
        "no milliseconds",
    ),
    "missing sequence number": (
        "00:00:01,000 --> 00:00:02,000\nFirst\n\n00:00:03,000 --> 00:00:04,000\nSecond",
        two("First"),
        [],
        "",
    ),
    "missing time line": (
        "1\n00:00:01,000 --> 00:00:02,000\nFirst\n\n2\nLost in time\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\nSecond",
        two("First\n\n2\nLost in time"),
        [],
        "number 2 has no time code",
    ),
    "time line without its start": (
        "1\n00:00:01,000 --> 00:00:02,000\nFirst\n\n2\n  --> 00:00:02,500\nOrphan" + TAIL,
        two("First"),
        ["  --> 00:00:02,500\nOrphan"],
        "",
    ),
    "time line without its end": (
        "1\n00:00:01,000 --> 00:00:02,000\nFirst\n\n2\n00:00:02,100 -->\nOrphan" + TAIL,
        two("First"),
        ["00:00:02,100 -->\nOrphan"],
        "",
    ),
    "negative times": (
        "1\n-0:00:02,000 --> -0:00:01,000\nEarly\n\n2\n-00:00:00,500 --> 00:00:01,234\nLater",
        [(-2000, -1000, "Early"), (-500, 1234, "Later")],
        [],
        "before the film's start",
    ),
    "too many or few decimals": (
        "1\n00:00:01,0 --> 00:00:02,00\nFirst" + TAIL,
        two("First"),
        [],
        "",
    ),
    "two decimals are milliseconds, as players take them": (
        "1\n00:00:01,04 --> 00:00:02,000\nFirst",
        [(1004, 2000, "First")],
        [],
        "2 digits",
    ),
    "a truncated last cue": (
        "1\n00:00:01,000 --> 00:00:02,000\nFirst\n\n2\n",
        [(1000, 2000, "First\n\n2")],
        [],
        "the cue that it announces is missing",
    ),
    "a truncated last time line": (
        "1\n00:00:01,000 --> 00:00:02,000\nFirst\n\n2\n00:00:03,000 --> 00:0",
        [(1000, 2000, "First")],
        ["00:00:03,000 --> 00:0"],
        "",
    ),
    "extra blank lines between cues": (
        "\n\n1\n00:00:01,000 --> 00:00:02,000\nFirst\n\n\n" + TAIL,
        two("First"),
        [],
        "",
    ),
    "a blank line inside the text": (
        "1\n00:00:01,000 --> 00:00:02,000\nFirst\n\nstill first" + TAIL,
        two("First\n\nstill first"),
        [],
        "",
    ),
    "a lone number inside the text": (
        "1\n00:00:01,000 --> 00:00:02,000\nFirst\n\n42\n\nstill first" + TAIL,
        two("First\n\n42\n\nstill first"),
        [],
        "number 42 has no time code",
    ),
    "a number as the text": (
        "1\n00:00:01,000 --> 00:00:02,000\n42" + TAIL,
        two("42"),
        [],
        "",
    ),
    "no blank line between cues": (
        "1\n00:00:01,000 --> 00:00:02,000\nFirst\n2\n00:00:03,000 --> 00:00:04,000\nSecond",
        two("First"),
        [],
        "",
    ),
    "neither blank line nor number between cues": (
        "00:00:01,000 --> 00:00:02,000\nFirst\n00:00:03,000 --> 00:00:04,000\nSecond",
        two("First"),
        [],
        "no number and no empty line",
    ),
    "text on the time line": (
        "1\n00:00:01,000 --> 00:00:02,000 First" + TAIL,
        two("First"),
        [],
        "text on the time line",
    ),
    "text on the time line and below it": (
        "1\n00:00:01,000 --> 00:00:02,000 First\nmore" + TAIL,
        two("First\nmore"),
        [],
        "text on the time line",
    ),
    "less-than signs in the text": (
        "1\n00:00:01,000 --> 00:00:02,000\nI <3 you & 5 < 6 > 4" + TAIL,
        two("I <3 you & 5 < 6 > 4"),
        [],
        "",
    ),
    "braces in the text": (
        "1\n00:00:01,000 --> 00:00:02,000\n{note} First" + TAIL,
        two("{note} First"),
        [],
        "",
    ),
    "a NUL in the text": (
        "1\n00:00:01,000 --> 00:00:02,000\nFi\x00rst" + TAIL,
        two("First"),
        [],
        "NUL",
    ),
    "line separators that are no line ends": (
        "1\n00:00:01,000 --> 00:00:02,000\nFi\u2028rst\u0085!" + TAIL,
        two("Fi\u2028rst\u0085!"),
        [],
        "",
    ),
    "an arrow inside the text": (
        "1\n00:00:01,000 --> 00:00:02,000\n（女性<-->中性）" + TAIL,
        two("（女性<-->中性）"),
        [],
        "",
    ),
    "sums with arrows in the text": (
        "1\n00:00:01,000 --> 00:00:02,000\nfrom 12.5 -> 13.5, 1,000,000 -> 2,000,000" + TAIL,
        two("from 12.5 -> 13.5, 1,000,000 -> 2,000,000"),
        [],
        "",
    ),
    "an empty cue": (
        "1\n00:00:01,000 --> 00:00:02,000\n\n" + TAIL,
        two(""),
        [],
        "",
    ),
    "odd numbers": (
        "0001. \n00:00:01,000 --> 00:00:02,000\nFirst\n\n-2\n00:00:03,000 --> 00:00:04,000\nSecond",
        two("First"),
        [],
        "",
    ),
    "a point before the milliseconds": (
        "1\n00:00:01.000 --> 00:00:02.000\nFirst" + TAIL,
        two("First"),
        [],
        "unusual",
    ),
    "full-width marks": (
        "1\n00：00：01，000 --> 00：00：02，000\nFirst" + TAIL,
        two("First"),
        [],
        "unusual",
    ),
    "the arrow with blanks": (
        "1\n00:00:01,000 -- > 00:00:02,000\nFirst" + TAIL,
        two("First"),
        [],
        "unusual",
    ),
    "a short arrow": (
        "1\n00:00:01,000 -> 00:00:02,000\nFirst" + TAIL,
        two("First"),
        [],
        "unusual",
    ),
    "no blanks around the arrow": (
        "1\n00:00:01,000-->00:00:02,000\nFirst" + TAIL,
        two("First"),
        [],
        "unusual",
    ),
    "blanks inside the times": (
        "1\n00: 00: 01, 000 -> 00: 00: 02, 000\nFirst" + TAIL,
        two("First"),
        [],
        "unusual",
    ),
    "coordinates": (
        "1\n00:00:01,000 --> 00:00:02,000 X1:40 X2:600 Y1:20 Y2:50\nFirst" + TAIL,
        two("First"),
        [],
        "",
    ),
    "unsorted cues": (
        "1\n00:00:03,000 --> 00:00:04,000\nSecond\n\n2\n00:00:01,000 --> 00:00:02,000\nFirst",
        [(3000, 4000, "Second"), (1000, 2000, "First")],
        [],
        "",
    ),
    "an end before its start": (
        "1\n00:00:02,000 --> 00:00:01,000\nBackwards",
        [(2000, 1000, "Backwards")],
        [],
        "",
    ),
    "a hundred hours": (
        "1\n100:00:00,000 --> 100:00:01,000\nLate",
        [(360_000_000, 360_001_000, "Late")],
        [],
        "",
    ),
    "tags of all kinds": (
        '1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color="#fff">A</font> <b>b {b}c{/b}' + TAIL,
        two('{\\an8}<font color="#fff">A</font> <b>b {b}c{/b}'),
        [],
        "",
    ),
    "entities stay as typed": (
        "1\n00:00:01,000 --> 00:00:02,000\n&amp; &lrm; &nbsp;" + TAIL,
        two("&amp; &lrm; &nbsp;"),
        [],
        "",
    ),
    "a byte-order mark in the middle": (
        "1\n00:00:01,000 --> 00:00:02,000\nFirst\n\n\ufeff2\n00:00:03,000 --> 00:00:04,000\nSecond",
        two("First"),
        [],
        "byte-order mark",
    ),
    "text before the first cue": (
        "Subtitles by nobody\n\n1\n00:00:01,000 --> 00:00:02,000\nFirst" + TAIL,
        two("First"),
        ["Subtitles by nobody"],
        "",
    ),
    "line ends lost": (
        "1\n00:00:01,000 --> 00:00:02,000 First 00:00:03,000 --> 00:00:04,000 Second",
        two("First"),
        [],
        "text on the time line",
    ),
    "a time too long to be one": (
        "1\n99999999999:00:01,000 --> 99999999999:00:02,000\nNever" + TAIL.replace("2\n", "1\n", 1),
        [(3000, 4000, "Second")],
        ["99999999999:00:01,000 --> 99999999999:00:02,000\nNever"],
        "",
    ),
}


@pytest.mark.parametrize("hazard", SRT_HAZARDS)
def test_a_subrip_hazard_gives_the_cues_a_person_reads(hazard: str) -> None:
    text, expected, dropped, repair = SRT_HAZARDS[hazard]
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


VTT_HAZARDS: dict[str, tuple[str, list[tuple[int, int, str]], list[str], str]] = {
    "a mark and a comment at the signature": (
        "\ufeffWEBVTT # comment\n\n00:01.000 --> 00:02.000\nFirst",
        [(1000, 2000, "First")],
        [],
        "",
    ),
    "no header": (
        "00:01.000 --> 00:02.000\nFirst",
        [(1000, 2000, "First")],
        [],
        "not WEBVTT",
    ),
    "a NUL": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nFi\x00rst",
        [(1000, 2000, "Fi\ufffdrst")],
        [],
        "NUL",
    ),
    "notes, styles and regions": (
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE hello\nthere\n\n"
        "00:01.000 --> 00:02.000\nFirst",
        [(1000, 2000, "First")],
        [],
        "",
    ),
    "an arrow inside the text": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nA --> B",
        [(1000, 2000, "A --> B")],
        [],
        "",
    ),
    "minutes and seconds of sixty": (
        "WEBVTT\n\n00:60.000 --> 00:61.000\nLate",
        [(60_000, 61_000, "Late")],
        [],
        "above 59",
    ),
    "a damaged time line": (
        "WEBVTT\n\n00:01.badbad --> 00:02.000\nBad\n\n00:03.000 --> 00:04.000\nGood",
        [(3000, 4000, "Good")],
        ["00:01.badbad --> 00:02.000\nBad"],
        "",
    ),
    "decimals are a fraction": (
        "WEBVTT\n\n00:01.5 --> 00:02.5000\nHalf",
        [(1500, 2500, "Half")],
        [],
        "1 digit",
    ),
    "voices, classes, ruby and times in the text": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bob>Hi <c.x>you</c> <00:01.500>there",
        [(1000, 2000, "<v Bob>Hi <c.x>you</c> <00:01.500>there")],
        [],
        "",
    ),
    "entities": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n&amp; &lt;3 &gt; &nbsp;&lrm;&rlm; &lt;i&gt;",
        [(1000, 2000, "& &lt;3 &gt; \u00a0\u200e\u200f &lt;i&gt;")],
        [],
        "",
    ),
    "plain entities": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nI &lt;3 you &amp; me",
        [(1000, 2000, "I <3 you & me")],
        [],
        "",
    ),
    "missing text": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n\n00:03.000 --> 00:04.000\nSecond",
        two(""),
        [],
        "",
    ),
    "missing time": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nFirst\n\nNo time\n\n00:03.000 --> 00:04.000\nSecond",
        two("First"),
        ["No time"],
        "",
    ),
    "identifiers": (
        "WEBVTT\n\nintro\n00:01.000 --> 00:02.000\nFirst\n\n2\n00:03.000 --> 00:04.000\nSecond",
        two("First"),
        [],
        "",
    ),
    "no blank line between cues": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nFirst\n00:03.000 --> 00:04.000\nSecond",
        two("First"),
        [],
        "",
    ),
}


@pytest.mark.parametrize("hazard", VTT_HAZARDS)
def test_a_webvtt_hazard_gives_the_cues_a_person_reads(hazard: str) -> None:
    text, expected, dropped, repair = VTT_HAZARDS[hazard]
    parsed = FORMATS["vtt"].read(text)
    assert told(parsed) == expected
    assert [one.text for one in parsed.dropped] == dropped
    assert repair in "; ".join(one.text for one in parsed.repairs)
    assert accounted(parsed)


def test_webvtt_tells_what_stands_in_no_cue() -> None:
    parsed = FORMATS["vtt"].read(VTT_HAZARDS["notes, styles and regions"][0])
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
