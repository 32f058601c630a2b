"""Markers of editing programs land on the very frames they were set on."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from studio.campaign.file import load_campaign
from studio.cli.start import main
from studio.core.errors import BadValue, CannotRead
from studio.core.time import FrameRate, timecode
from studio.media.film import Film
from studio.media.probe import probe
from studio.shots.markers import Markers, read_edl_markers
from tests.drawn import draw_film

AVID = """TITLE:   Small Lights
FCM: NON-DROP FRAME
001  A001 V     C        01:00:00:00 01:00:02:00 01:00:00:00 01:00:02:00
* FROM CLIP NAME:  NIGHT
* LOC: 01:00:00:05 RED     HERO FRAME
* LOC: 01:00:01:12         quiet one
* LOC: 01:00:99:00 GREEN   no such second
* LOC: 01:00:40:00 BLUE    after the end
"""
RESOLVE = """TITLE: Timeline 1
FCM: NON-DROP FRAME

001  001      V     C        01:00:00:05 01:00:00:06 01:00:00:05 01:00:00:06
 |C:ResolveColorBlue |M:Marker 1 |D:1

002  001      V     C        01:00:01:12 01:00:01:13 01:00:01:12 01:00:01:13
雨停了以后 |C:ResolveColorRed |M:灯 |D:24
"""
AVID_TABLE = "anna\t00:00:00:05\tV1\tRed\thero\t1\nanna\t00:00:01:12\tTC1\tGreen\t\t1\n"
PREMIERE = (
    "Marker Name\tDescription\tIn\tOut\tDuration\tMarker Type\n"
    "hero\tthe one\t00:00:00:05\t00:00:00:05\t00:00:00:00\tComment\n"
    "\t\t00:00:01:12\t00:00:01:12\t00:00:00:00\tComment\n"
)


@pytest.fixture(scope="module")
def film(tmp_path_factory) -> Film:
    """50 frames at 25 a second; the PTS of frame n is 512 n."""
    return probe(draw_film(tmp_path_factory.mktemp("film") / "film.mp4", sound=""))


def read(film: Film, tmp_path, data: str | bytes, start: str = "") -> Markers:
    path = tmp_path / "list.edl"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_edl_markers(path, film, np.arange(film.video.frames) * 512, start)


def test_avid_locators_are_picks_and_bad_lines_are_told(film, tmp_path) -> None:
    found = read(film, tmp_path, AVID)
    assert [(one.pts // 512, one.name, one.colour, one.line) for one in found.picks] == [
        (5, "HERO FRAME", "red", 5), (37, "quiet one", "", 6),
    ]  # fmt: skip
    assert [one.line for one in found.bad] == [7, 8]
    assert "out of bounds" in found.bad[0].why
    assert found.bad[1].why == "01:00:40:00 lies outside of the film."
    assert found.start == "01:00:00:00"
    assert found.frames == (5 * 512, 37 * 512)


def test_resolve_markers_stand_on_their_events(film, tmp_path) -> None:
    picks = read(film, tmp_path, RESOLVE).picks
    assert [(one.pts // 512, one.name, one.note, one.colour) for one in picks] == [
        (5, "Marker 1", "", "blue"), (37, "灯", "雨停了以后", "red"),
    ]  # fmt: skip


@pytest.mark.parametrize("table", [AVID_TABLE, PREMIERE], ids=["Avid", "Premiere"])
def test_tables_of_markers_are_read(film, tmp_path, table) -> None:
    found = read(film, tmp_path, table)
    assert [one.pts // 512 for one in found.picks] == [5, 37]
    assert found.picks[0].name == "hero"
    assert found.bad == ()
    assert found.start == "00:00:00:00"


@pytest.mark.parametrize(
    ("encoding", "ends"),
    [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("utf-16", "\r\n"), ("utf-16-le", "\n"),
     ("utf-16-be", "\r"), ("gb18030", "\r\n")],
)  # fmt: skip
def test_encodings_and_line_ends_are_told_apart(film, tmp_path, encoding, ends) -> None:
    text = RESOLVE.replace("雨停了以后", "雨停了以后，街上只剩一盏灯还亮着，像在等人回家").replace(
        "\n", ends
    )
    picks = read(film, tmp_path, text.encode(encoding)).picks
    assert [one.name for one in picks] == ["Marker 1", "灯"]
    assert picks[1].note.endswith("等人回家")


def test_the_start_of_the_list_can_be_given(film, tmp_path) -> None:
    text = "* LOC: 10:00:01:00 RED one\n"
    assert read(film, tmp_path, text, "10:00:00:20").frames == (5 * 512,)
    assert read(film, tmp_path, text, "10:00:01:00").frames == (0,)
    assert read(film, tmp_path, text, "10:00:02:00").frames == ()
    with pytest.raises(BadValue, match="not a timecode"):
        read(film, tmp_path, text, "ten")


@pytest.mark.parametrize("drop", [True, False])
def test_drop_frame_lists_count_as_they_say(film, tmp_path, drop) -> None:
    rate = FrameRate(Fraction(30000, 1001))
    video = replace(film.video, rate=rate, time_base=Fraction(1001, 30000), frames=4000)
    long = replace(film, video=video, duration=Fraction(4000) / rate.value)
    hour = 107892 if drop else 108000
    # In a drop-frame list some programs write colons all the same.
    code = timecode(hour + 1801, rate, drop=drop).replace(";", ":")
    head = f"FCM: {'' if drop else 'NON-'}DROP FRAME\n"
    path = tmp_path / "list.edl"
    path.write_text(f"{head}* LOC: {code} RED one\n")
    found = read_edl_markers(path, long, np.arange(4000))
    assert found.frames == (1801,)
    assert found.start == ("01:00:00;00" if drop else "01:00:00:00")


def test_a_variable_rate_takes_the_frame_that_is_shown(film, tmp_path) -> None:
    stamps = np.array([0, 512, 512 * 4, 512 * 5, 512 * 9])
    uneven = replace(film, video=replace(film.video, constant_rate=False))
    path = tmp_path / "list.edl"
    path.write_text("* LOC: 00:00:00:03 RED held\n* LOC: 00:00:00:04 RED next\n")
    assert read_edl_markers(path, uneven, stamps).frames == (512, 512 * 4)


def test_an_edl_without_markers_has_no_picks(film, tmp_path) -> None:
    found = read(film, tmp_path, "TITLE: x\n" + "\n".join(AVID.splitlines()[2:4]))
    assert (found.picks, found.bad) == ((), ())
    with pytest.raises(CannotRead):
        read_edl_markers(tmp_path / "none.edl", film, np.arange(50) * 512)


def test_the_command_writes_stills_and_stars_and_tells_bad_lines(film, tmp_path, capsys) -> None:
    (tmp_path / "film.mp4").write_bytes(film.path.read_bytes())
    (tmp_path / "list.edl").write_text(AVID)
    toml = 'schema = 1\nname = "A"\n[[films]]\nid = "lamp"\nsource = "film.mp4"\n'
    (tmp_path / "campaign.toml").write_text(toml)
    asked = ["picks", str(tmp_path / "film.mp4"), str(tmp_path / "list.edl"), "--json"]
    out = ["-o", str(tmp_path / "out"), "--campaign", str(tmp_path)]
    assert main([*asked, *out]) == 1
    said = capsys.readouterr()
    data = json.loads(said.out)
    assert [one["time"] for one in data["picks"]] == [0.2, 1.48]
    assert [one["line"] for one in data["bad"]] == [7, 8]
    assert "line 7" in said.err
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == [
        "film-00-00-00-05.png", "film-00-00-01-12.png",
    ]  # fmt: skip
    assert load_campaign(tmp_path / "campaign.toml").films[0].id == "lamp"
    marks = (tmp_path / "films" / "lamp.marks.toml").read_text()
    assert "2560" in marks
    assert "18944" in marks
