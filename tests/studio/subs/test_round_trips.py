"""What a file holds beside words and times comes back as it was; what a format loses is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from studio.core.errors import CannotRead, CannotWrite
from studio.subs.cue import Cue, Frame, Track
from studio.subs.edits import delete, insert, retime, set_text, split
from studio.subs.formats.base import FORMATS
from studio.subs.formats.frame import text_of
from studio.subs.reading import read_track
from studio.subs.writing import composed, planned, write_track
from tests.hazards.ttml import TTML

ASS_FILE = """[Script Info]
; Script of nobody
ScriptType: v4.00+
PlayResX: 1920

[Aegisub Project Garbage]
Audio File: a.wav

[V4+ Styles]
Format: Name, Fontname, Fontsize
Style: Default,Arial,48
Style: Sign,Noto Sans,30

[Fonts]
fontname: a_0.ttf
!!13E:*2A!"!1%!3!")!!$`Y1"I28BJ:A!!45U!+A!!!!A!"!%;!!5!!!!"!!!!0A%<

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 3,0:00:01.00,0:00:02.50,Sign,Anna,0010,20,0030,fade,{\\pos(1,2)}灯{a remark}不大\\N够
Comment: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,not shown
Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\k20}Ka{\\k30}raoke

[Graphics]
filename: b.png
!!A
"""
VTT_FILE = """WEBVTT - a title
Kind: captions

STYLE
::cue(.loud) { color: red }

REGION
id:fred
width:40%

NOTE for the translator

intro
00:01.000 --> 00:02.500 region:fred align:start
<v Anna>Fish &amp;<c.loud>chips</c>

NOTE between

00:00:03.000 --> 00:00:04.000
<00:00:03.500>Then
"""
TTML_FILE = """<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xmlns:s="http://www.w3.org/ns/ttml#styling"
  xml:lang="en" xmlns:x="urn:x" x:odd="1">
  <tt:head><tt:layout><tt:region xml:id="r" s:displayAlign="after"/></tt:layout></tt:head>
  <tt:body>
    <tt:div region="r">
      <tt:p   xml:id='p1' begin="1s" end="2500ms" x:a="">Fish &amp;<tt:br/>chips</tt:p>
      <!-- between -->
      <tt:p xml:id="p2" begin="00:00:03.000" dur="1s">Then</tt:p>
    </tt:div>
  </tt:body>
</tt:tt>
"""
FILES = {"ass": ASS_FILE, "vtt": VTT_FILE, "ttml": TTML_FILE}


def track_of(name: str, text: str = "") -> Track:
    parsed = FORMATS[name].read(text or FILES[name])
    return Track("en", parsed.cues, parsed.frame)


def lines_changed(name: str, track: Track) -> list[str]:
    before = FILES[name].split("\n")
    return [line for line in FORMATS[name].write(track).text.split("\n") if line not in before]


@pytest.mark.parametrize("name", FILES)
def test_an_untouched_file_comes_back_byte_for_byte(name: str) -> None:
    written = FORMATS[name].write(track_of(name))
    assert (written.text, written.losses) == (FILES[name], ())


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("ass", "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,Other words"),
        ("vtt", "Other words"),
        (
            "ttml",
            '      <tt:p xml:id="p2" begin="00:00:03.000" end="00:00:04.000">Other words</tt:p>',
        ),
    ],
)
def test_other_words_change_their_own_line_only(name: str, changed: str) -> None:
    assert lines_changed(name, set_text(track_of(name), 2, "Other words")) == [changed]


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        (
            "ass",
            "Dialogue: 3,0:00:01.20,0:00:02.70,Sign,Anna,0010,20,0030,fade,{\\pos(1,2)}灯不大\\N够",
        ),
        ("vtt", "00:00:01.200 --> 00:00:02.700 region:fred align:start"),
        (
            "ttml",
            """      <tt:p   xml:id='p1' begin="00:00:01.200" end="00:00:02.700" x:a="">"""
            """Fish &amp;<tt:br/>chips</tt:p>""",
        ),
    ],
)
def test_other_times_keep_fields_settings_and_words(name: str, changed: str) -> None:
    assert lines_changed(name, retime(track_of(name), 1, 1200, 2700)) == [changed]


@pytest.mark.parametrize("name", FILES)
def test_edits_keep_what_stands_beside_the_cues(name: str) -> None:
    track = track_of(name)
    for edited in (
        delete(track, [1]),
        delete(track, [1, 2]),
        insert(track, 500, 900, "Before"),
        insert(track, 9000, 9900, "After"),
        split(track, 1, 1500, 4),
        replace(track, cues=track.cues[::-1]),
    ):
        text = FORMATS[name].write(edited).text
        again = FORMATS[name].read(text)
        wanted = sorted((one.start, one.end) for one in edited.cues)
        assert sorted((one.start, one.end) for one in again.cues) == wanted
        assert (again.dropped, again.repairs) == ((), ())
        beside = {"ass": ("Audio File", "!!13E", "not shown", "b.png"), "vtt": ("::cue", "between",
                  "width:40%", "Kind"), "ttml": ("made by hand", "xml:id=\"r\"")}  # fmt: skip
        assert [part for part in beside[name] if part not in text] == []


def test_both_halves_of_a_split_cue_keep_layer_name_and_margins() -> None:
    text = FORMATS["ass"].write(split(track_of("ass"), 1, 1500, 14)).text
    assert text.count("Dialogue: 3,") == 2
    assert text.count(",Sign,Anna,0010,20,0030,fade,") == 2


def test_a_name_of_webvtt_stands_for_one_cue() -> None:
    text = FORMATS["vtt"].write(split(track_of("vtt"), 1, 1500, 12)).text
    assert text.count("intro") == 1
    assert text.count("region:fred align:start") == 2


def test_moved_times_of_nested_parts_are_written_flat_and_said() -> None:
    source = TTML["times of the parts around add up"][0]
    track = track_of("ttml", source)
    written = FORMATS["ttml"].write(retime(track, 1, 20_000, 21_000))
    assert "cue by cue" in written.losses[0]
    assert [(one.start, one.end) for one in FORMATS["ttml"].read(written.text).cues] == [
        (20_000, 21_000)
    ]


@pytest.mark.parametrize("hazard", TTML)
def test_whatever_ttml_is_read_what_is_written_is_xml(hazard: str) -> None:
    track = track_of("ttml", TTML[hazard][0])
    if not track.cues:
        return
    moved = replace(
        track, cues=tuple(replace(one, text=f"{one.text} <i>&</i>") for one in track.cues)
    )
    for one in (track, moved):
        text = FORMATS["ttml"].write(one).text
        if "<!DOCTYPE" not in text:
            ElementTree.fromstring(text.encode())
        again = FORMATS["ttml"].read(text).cues
        assert [(cue.start, cue.end) for cue in again] == [(cue.start, cue.end) for cue in one.cues]


def test_frame_times_stay_frame_times() -> None:
    track = track_of("ttml", TTML["labels of SMPTE at 24000/1001"][0])
    written = FORMATS["ttml"].write(retime(track, 1, 10_010, 20_020))
    assert 'begin="00:00:10:00" end="00:00:20:00"' in written.text
    off = FORMATS["ttml"].write(retime(track, 1, 10_020, 20_020))
    assert off.losses == ("times rounded to frames: 1 time.",)


@pytest.mark.parametrize("name", FILES)
def test_line_ends_and_the_mark_come_back(name: str, tmp_path: Path) -> None:
    path, again = tmp_path / f"a.en.{name}", tmp_path / f"b.en.{name}"
    path.write_bytes(FILES[name].replace("\n", "\r\n").encode("utf-8-sig"))
    reading = read_track(path)
    assert reading.track.frame is not None
    assert reading.track.frame.newline == "\r\n"
    write_track(reading.track, again, reading.encoding)
    assert again.read_bytes() == path.read_bytes()


def test_a_file_in_utf16_is_written_with_its_mark(tmp_path: Path) -> None:
    path, again = tmp_path / "a.en.vtt", tmp_path / "b.en.vtt"
    path.write_bytes(VTT_FILE.encode("utf-16"))
    reading = read_track(path)
    write_track(reading.track, again, reading.encoding)
    assert again.read_bytes() == path.read_bytes()


def test_files_of_the_corpus_without_repairs_come_back_as_they_were(media: Path) -> None:
    same = 0
    for path in sorted((media / "corpus" / "subtitles").rglob("*")):
        if path.suffix not in (".ass", ".ssa", ".vtt", ".ttml", ".xml"):
            continue
        try:
            reading = read_track(path)
        except CannotRead:
            continue
        if reading.repairs or not reading.track.cues:
            continue
        text = path.read_bytes().decode(reading.encoding)
        if "\r" in text.replace("\r\n", ""):
            continue
        assert composed(reading.track, FORMATS[reading.format]).text == text, path
        same += 1
    assert same > 45


def test_frames_of_the_corpus_hold_the_whole_text() -> None:
    for name, text in FILES.items():
        frame = FORMATS[name].read(text).frame
        assert frame is not None
        assert text_of(frame) == text


def test_saving_to_a_poorer_format_says_first_what_is_lost(tmp_path: Path) -> None:
    track = track_of("vtt")
    plan = planned(track, tmp_path / "a.srt")
    assert [loss.partition(":")[2] for loss in plan.losses] == [
        " style or position not kept.",
        " voice, class or time tags not kept.",
    ]
    assert list(tmp_path.iterdir()) == []
    plan.write()
    assert (tmp_path / "a.srt").read_bytes() == plan.data


def test_an_xml_file_names_the_encoding_it_is_in(tmp_path: Path) -> None:
    path = tmp_path / "a.zh-Hans.ttml"
    write_track(Track("zh-Hans", (Cue(1, 0, 1000, "灯不大"),)), path, "gb18030")
    data = path.read_bytes()
    assert data.startswith(b'<?xml version="1.0" encoding="GB18030"?>')
    assert read_track(path).track.cues[0].text == "灯不大"
    with pytest.raises(CannotWrite, match="灯"):
        write_track(Track("zh-Hans", (Cue(1, 0, 1000, "灯"),)), path, "cp1252")
    assert path.read_bytes() == data


def test_a_declared_encoding_is_believed_where_it_is_true(tmp_path: Path) -> None:
    path = tmp_path / "a.ttml"
    text = TTML_FILE.replace("utf-8", "Shift_JIS").replace("Then", "花")
    path.write_bytes(text.encode("cp932"))
    reading = read_track(path)
    assert (reading.encoding, reading.track.cues[1].text) == ("cp932", "花")


def test_what_looks_like_a_time_code_in_a_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.en.ttml"
    path.write_text(TTML_FILE.replace("Then", "Then <p "))
    reading = read_track(path)
    assert (reading.time_codes, len(reading.track.cues)) == (3, 2)
    assert [one.line for one in reading.dropped] == [10]


def test_a_hostile_depth_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "a.ttml"
    path.write_text("<tt><body>" + "<div>" * 100_000)
    with pytest.raises(CannotRead, match=r"a\.ttml: .*deep"):
        read_track(path)


def test_an_empty_frame_of_another_format_is_ignored() -> None:
    track = Track("en", (Cue(1, 0, 1000, "x"),), Frame("srt", newline="\r\n"))
    assert composed(track, FORMATS["vtt"]).text == "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nx\n"
    assert composed(track, FORMATS["srt"]).text.endswith("x\r\n\r\n")
