"""What is wrong with ASS and SSA files, a small text for each, and the cues that a person reads."""

from __future__ import annotations

from tests.hazards.srt import Hazard, two

_FORMAT = "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
_STYLES = (
    "[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour,"
    " OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing,"
    " Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\n"
    "Style: Default,Arial,20,&H00FFFFFF,&H000000FF,&H00000000,&H00000000,0,0,0,0,100,100,0,0,1,"
    "2,2,2,10,10,10,1\n\n"
)
_HEAD = f"[Script Info]\nScriptType: v4.00+\n\n{_STYLES}[Events]\n{_FORMAT}"
_ONE = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,"
_TWO = "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,Second\n"


def _file(first: str) -> str:
    return f"{_HEAD}{_ONE}{first}\n{_TWO}"


ASS: dict[str, Hazard] = {
    "a style of too few fields": (
        "[Script Info]\nTitle: x\n\n[V4+ Styles]\nFormat: Name\nStyle: Empty\n\n[Events]\n"
        "Format: Start, End, Style, Text\nDialogue: 0:00:01.00,0:00:02.00,Empty,First\n",
        [(1000, 2000, "First")],
        [],
        "",
    ),
    "a style line that is empty": (
        f"[V4+ Styles]\nFormat: Name, Fontname\nStyle:\n\n[Events]\n{_FORMAT}{_ONE}First\n{_TWO}",
        two("First"),
        [],
        "",
    ),
    "times that are none": (
        f"{_HEAD}Dialogue: 0,Invalid,0:00:02.00,Default,,0,0,0,,Lost\n{_TWO}",
        [(3000, 4000, "Second")],
        ["Dialogue: 0,Invalid,0:00:02.00,Default,,0,0,0,,Lost"],
        "",
    ),
    "a colon before the hundredths": (
        f"{_HEAD}Dialogue: 0,0:00:01:00,0:00:02:00,Default,,0,0,0,,First\n{_TWO}",
        two("First"),
        [],
        "unusual",
    ),
    "no hundredths": (
        f"{_HEAD}Dialogue: 0,0:00:01,0:00:02,Default,,0,0,0,,First\n{_TWO}",
        two("First"),
        [],
        "unusual",
    ),
    "minutes and seconds of one digit": (
        f"{_HEAD}Dialogue: 0,0:0:1.00,0:0:2.00,Default,,0,0,0,,First\n{_TWO}",
        two("First"),
        [],
        "unusual",
    ),
    "a negative time": (
        f"{_HEAD}Dialogue: 0,-0:00:01.00,0:00:02.00,Default,,0,0,0,,First\n{_TWO}",
        [(-1000, 2000, "First"), (3000, 4000, "Second")],
        [],
        "before the film's start",
    ),
    "an empty or a strange layer": (
        f"{_HEAD}Dialogue: ,0:00:01.00,0:00:02.00,Default,,0,0,0,,First\n"
        "Dialogue: a,0:00:03.00,0:00:04.00,Default,,0,0,0,,Second\n",
        two("First"),
        [],
        "",
    ),
    "SSA with its own fields and a starred style": (
        "[Script Info]\nScriptType: v4.00\n\n[V4 Styles]\nFormat: Name, Alignment\nStyle: 1,6\n\n"
        "[Events]\n"
        "Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: Marked=0,0:00:01.00,0:00:02.00,*1,Cher,1234,2345,3456,test,First\n"
        "Dialogue: Marked=1,0:00:03.00,0:00:04.00,1,,0000,0000,0000,,Second\n",
        two("First"),
        [],
        "",
    ),
    "project data and attachments": (
        "[Script Info]\nTitle: x\n\n[Aegisub Project Garbage]\nAudio File: a.wav\n\n[Fonts]\n"
        f"fontname: a_0.ttf\n!!13E:*2A!\n\n{_STYLES}[Events]\n{_FORMAT}{_ONE}First\n{_TWO}",
        two("First"),
        [],
        "",
    ),
    "commas in the text": (_file("First, one, two"), two("First, one, two"), [], ""),
    "breaks of both kinds and a hard space": (
        _file("a\\Nb\\nc\\hd"),
        two("a\nb\nc\u00a0d"),
        [],
        "",
    ),
    "a remark in braces": (_file("First{ignored}"), two("First"), [], ""),
    "braces that are text": (_file("\\{note} First"), two("{note} First"), [], ""),
    "positions and karaoke": (
        _file("{\\pos(10,20)}{\\k20}Fi{\\k30}rst"),
        two("{\\pos(10,20)}{\\k20}Fi{\\k30}rst"),
        [],
        "",
    ),
    "a drawing": (
        f"{_HEAD}{_ONE}{{\\p1}}m 0 0 l 10 10{{\\p0}}\n{_TWO}",
        [(3000, 4000, "Second")],
        [f"{_ONE}{{\\p1}}m 0 0 l 10 10{{\\p0}}"],
        "",
    ),
    "comments between": (
        f"{_HEAD}Comment: 0,0:00:00.00,0:00:09.00,Default,,0,0,0,,hidden\n{_ONE}First\n{_TWO}",
        two("First"),
        [],
        "",
    ),
    "a line that nobody understands": (
        f"{_HEAD}{_ONE}First\nNot understood\n{_TWO}",
        two("First"),
        [],
        "",
    ),
    "too few fields": (
        f"{_HEAD}Dialogue: 0,0:00:01.00,0:00:02.00,Default\n{_TWO}",
        [(3000, 4000, "Second")],
        ["Dialogue: 0,0:00:01.00,0:00:02.00,Default"],
        "",
    ),
    "no resolution and no list of fields": (
        f"[Script Info]\nTitle: x\n\n[Events]\n{_ONE}First\n{_TWO}",
        two("First"),
        [],
        "",
    ),
    "out of order and an end before its start": (
        f"{_HEAD}Dialogue: 0,0:00:03.00,0:00:02.00,Default,,0,0,0,,Second\n{_ONE}First\n",
        [(3000, 2000, "Second"), (1000, 2000, "First")],
        [],
        "",
    ),
}
