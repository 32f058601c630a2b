"""Shot lists for other programs, and the two commands."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from studio.cli.start import main
from studio.core.time import FrameRate, frame_of_timecode, timecode
from studio.media.frames import FrameReader
from studio.shots.detect import Detection
from studio.shots.lists import csv_list, edl_list, otio_list
from studio.shots.markers import read_edl_markers
from studio.shots.shot import Shot


def test_csv_has_a_row_for_each_shot(glued):
    film, analysis, _ = glued
    found = analysis.detect()
    rows = list(csv.DictReader(io.StringIO(csv_list(film, found))))
    assert [int(row["start_pts"]) for row in rows] == [shot.start for shot in found.shots]
    assert [row["in"] for row in rows] == [shot.kind for shot in found.shots]


def test_lists_mark_a_shot_of_a_few_frames(glued):
    film, analysis, _ = glued
    found = analysis.detect()
    short = [found.is_short(shot) for shot in found.shots]
    assert short.count(True) == 1
    rows = csv.DictReader(io.StringIO(csv_list(film, found)))
    assert [row["short"] for row in rows] == ["yes" if one else "" for one in short]
    assert edl_list(film, found).count("* A SHORT ONE") == 1
    children = json.loads(otio_list(film, found))["tracks"]["children"][0]["children"]
    clips = [one for one in children if one["OTIO_SCHEMA"] == "Clip.1"]
    assert [one["metadata"]["lobbycard"]["short"] for one in clips] == short


def events(text: str) -> list[dict[str, str]]:
    """The events of an EDL as a machine reads them: by the columns that CMX 3600 lays down."""
    found = []
    for line in text.splitlines():
        if line[:3].isdigit():
            head = {"number": line[:3], "reel": line[5:13].strip(), "track": line[14:18].strip()}
            kind, length = line[20:24].strip(), line[24:28].strip()
            names = ("source_in", "source_out", "record_in", "record_out")
            codes = dict(zip(names, line[29:].split(), strict=True))
            found.append({**head, "kind": kind, "length": length, **codes})
    return found


def test_edl_joins_without_gaps_and_names_dissolves(glued):
    film, analysis, _ = glued
    found = analysis.detect()
    text = edl_list(film, found)
    assert text.splitlines()[1] == "FCM: NON-DROP FRAME"
    read = events(text)
    assert [one["record_out"] for one in read[:-1]] == [one["record_in"] for one in read[1:]]
    assert all(one["source_in"] == one["record_in"] for one in read)
    assert all(one["source_out"] == one["record_out"] for one in read)
    assert {one["reel"] for one in read} == {"AX"}
    assert {one["track"] for one in read} == {"V"}
    # A dissolve is two lines of one event: the shot it comes from without length, then the other.
    (at,) = (at for at, one in enumerate(read) if one["kind"] == "D")
    assert read[at - 1]["number"] == read[at]["number"]
    assert read[at - 1]["record_in"] == read[at - 1]["record_out"]
    change = next(one for one in found.transitions if one.kind == "dissolve")
    frames = film.index_of(change.end) - film.index_of(change.start)
    assert int(read[at]["length"]) == frames
    assert read[at]["record_in"] == timecode(film.index_of(change.start), film.video.rate)
    assert len(read) == len(found.shots) + 1


def test_edl_at_2997_drops_frames_and_numbers_begin_again(glued):
    film = glued[0]
    rate = FrameRate(Fraction(30000, 1001))
    video = replace(film.video, rate=rate, time_base=Fraction(1001, 30000), first_pts=0)
    starts = range(0, 1801 * 2, 2)
    shots = tuple(Shot(at, at + 2, "cut" if at else "first") for at in starts)
    text = edl_list(replace(film, video=video), Detection(shots, ()))
    assert text.splitlines()[1] == "FCM: DROP FRAME"
    read = events(text)
    assert [read[at]["number"] for at in (0, 998, 999)] == ["001", "999", "001"]
    assert read[900]["record_in"] == "00:01:00;02"
    assert read[899]["record_in"] == "00:00:59;28"
    assert all(frame_of_timecode(one["record_in"], rate) == 2 * at for at, one in enumerate(read))


def test_edl_says_how_a_variable_rate_is_counted(glued):
    film, analysis, _ = glued
    uneven = replace(film, video=replace(film.video, constant_rate=False))
    assert "* VARIABLE FRAME RATE: TIMECODES COUNT 24 FRAMES A SECOND" in edl_list(
        uneven, analysis.detect()
    )


def test_stars_in_an_edl_are_read_back_as_picks(glued, tmp_path):
    film, analysis, _ = glued
    stars = tuple(int(analysis.pts[at]) for at in (0, 39, 40, 77))
    path = tmp_path / "stars.edl"
    path.write_text(edl_list(film, analysis.detect(), stars))
    found = read_edl_markers(path, film, analysis.pts)
    assert found.frames == stars
    assert found.bad == ()
    assert {one.name for one in found.picks} == {"STAR"}


def test_otio_clips_add_up_to_the_film(glued):
    film, analysis, _ = glued
    found = analysis.detect()
    stars = (int(analysis.pts[3]), int(analysis.pts[77]))
    timeline = json.loads(otio_list(film, found, stars))
    assert timeline["OTIO_SCHEMA"] == "Timeline.1"
    children = timeline["tracks"]["children"][0]["children"]
    clips = [one for one in children if one["OTIO_SCHEMA"] == "Clip.1"]
    ranges = [one["source_range"] for one in clips]
    assert sum(one["duration"]["value"] for one in ranges) == film.index_of(analysis.stop)
    ends = [one["start_time"]["value"] + one["duration"]["value"] for one in ranges]
    assert ends[:-1] == [one["start_time"]["value"] for one in ranges[1:]]
    marked = [
        mark["marked_range"]["start_time"]["value"] for one in clips for mark in one["markers"]
    ]
    assert marked == [3, 77]
    # A dissolve stands between two clips and reaches no further than they do.
    (at,) = (at for at, one in enumerate(children) if one["OTIO_SCHEMA"] == "Transition.1")
    before, after = children[at - 1]["source_range"], children[at + 1]["source_range"]
    assert 0 < children[at]["in_offset"]["value"] <= before["duration"]["value"]
    assert 0 < children[at]["out_offset"]["value"] <= after["duration"]["value"]


def test_shots_command_says_what_design_promises(glued, tmp_path, capsys):
    film, _, truth = glued
    edl = tmp_path / "shots.edl"
    assert main(["shots", str(film.path), "--json", "--edl", str(edl)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"film", "rate", "duration", "shots", "transitions"}
    assert said["rate"] == "24"
    assert set(said["shots"][0]) == {"start", "end", "start_pts", "end_pts", "in", "short"}
    cuts = [round(s["start"] * 24) for s in said["shots"] if s["in"] == "cut"]
    assert tuple(cuts) == truth["cuts"]
    assert all(a["end"] == b["start"] for a, b in pairwise(said["shots"]))
    assert set(said["transitions"][0]) == {"start", "end", "kind"}
    assert edl.read_text().startswith("TITLE: glued")


def test_stills_command_writes_the_very_frames(glued, tmp_path, capsys):
    film = glued[0]
    out = tmp_path / "stills"
    assert main(["stills", str(film.path), "-n", "3", "-o", str(out), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert len(said["stills"]) == 3
    with FrameReader(film) as reader:
        for still in said["stills"]:
            assert set(still) == {"time", "pts", "shot", "score", "reasons", "file"}
            assert set(still["reasons"][0]) == {"name", "value", "text"}
            with Image.open(still["file"]) as written:
                assert np.array_equal(np.asarray(written), reader.at_pts(still["pts"]).rgb())


def test_stills_for_a_format_say_what_room_they_have(glued, capsys):
    film = str(glued[0].path)
    assert main(["stills", film, "--json", "-n", "2", "--for", "dooh-portrait"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [still["reasons"][0]["name"] for still in said["stills"]] == ["room", "room"]
    assert main(["stills", film, "--for", "dooh-portrat"]) == 2
    assert "dooh-portrait" in capsys.readouterr().err


@pytest.mark.parametrize(
    "request_", [["shots", "--sensitivity", "7"], ["stills", "-n", "0"]], ids=["shots", "stills"]
)
def test_wrong_requests_end_with_2_and_words(glued, capsys, request_):
    assert main([request_[0], str(glued[0].path), *request_[1:]]) == 2
    said = capsys.readouterr()
    assert "out of bounds" in said.err
    assert "Traceback" not in said.err


def test_a_film_that_is_none_is_said(tmp_path, capsys):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"not a film at all")
    assert main(["stills", str(path), "-o", str(tmp_path / "out")]) == 2
    assert "film.mp4" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
