"""What is wrong with SubRip files, a small text for each, and the cues that a person reads."""

from __future__ import annotations

# Text, expected cues (ms, ms, text), texts dropped, a word of the repair that must be told.
Hazard = tuple[str, list[tuple[int, int, str]], list[str], str]


def two(first: str, second: str = "Second") -> list[tuple[int, int, str]]:
    return [(1000, 2000, first), (3000, 4000, second)]


TAIL = "\n\n2\n00:00:03,000 --> 00:00:04,000\nSecond\n"
SRT: dict[str, Hazard] = {
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
    "numbers of thirty and of four hundred digits": (
        f"{'9' * 30}\n00:00:01,000 --> 00:00:02,000\nFirst\n\n{'1' * 400}\n"
        "00:00:03,000 --> 00:00:04,000\nSecond",
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
    "cues that overlap": (
        "1\n00:00:01,000 --> 00:00:03,500\nFirst" + TAIL,
        [(1000, 3500, "First"), (3000, 4000, "Second")],
        [],
        "",
    ),
    "many blank lines at the end": (
        "1\n00:00:01,000 --> 00:00:02,000\nFirst" + TAIL + "\n\n\n\n",
        two("First"),
        [],
        "",
    ),
    "a first cue without milliseconds": (
        "1\n00:00:01 --> 00:00:02,000\nFirst" + TAIL,
        two("First"),
        [],
        "no milliseconds",
    ),
    "spaces after the number": (
        "1  \n00:00:01,000 --> 00:00:02,000\nFirst" + TAIL,
        two("First"),
        [],
        "",
    ),
    "an arrow with a space before": (
        "1\n00:00:01,000 - -> 00:00:02,000\nFirst" + TAIL,
        two("First"),
        [],
        "unusual",
    ),
}
