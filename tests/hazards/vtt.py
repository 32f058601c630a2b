"""What is wrong with WebVTT files, a small text for each, and the cues that a person reads."""

from __future__ import annotations

from tests.hazards.srt import Hazard, two

VTT: dict[str, Hazard] = {
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
    "a style block with an empty line": (
        "WEBVTT\n\nSTYLE\n::cue(a) {\n  color: red;\n\n  opacity: 1;\n}\n\n"
        "00:01.000 --> 00:02.000\nFirst",
        [(1000, 2000, "First")],
        ["  opacity: 1;\n}"],
        "",
    ),
    "no minutes": (
        "WEBVTT\n\n01.500 --> 00:02.000\nFirst",
        [(1500, 2000, "First")],
        [],
        "no minutes",
    ),
    "many blank lines": (
        "WEBVTT\n\n\n\n00:01.000 --> 00:02.000\nFirst\n\n\n\n\n00:03.000 --> 00:04.000\nSecond\n\n",
        two("First"),
        [],
        "",
    ),
    "a cue right below the signature": (
        "WEBVTT\n00:01.000 --> 00:02.000\nFirst",
        [(1000, 2000, "First")],
        [],
        "",
    ),
    "settings of all kinds": (
        "WEBVTT\n\n00:01.000 --> 00:02.000 region:fred position:10%,line-left align:left size:35%\n"
        "First",
        [(1000, 2000, "First")],
        [],
        "",
    ),
    "commas of SubRip": (
        "WEBVTT\n\n00:00:01,000 --> 00:00:02,000\nFirst\n\n00:00:03,000 --> 00:00:04,000\nSecond",
        two("First"),
        [],
        "unusual",
    ),
    "a wrong header": (
        "WEBSRT\n\n00:01.000 --> 00:02.000\nFirst",
        [(1000, 2000, "First")],
        ["WEBSRT"],
        "not WEBVTT",
    ),
}
