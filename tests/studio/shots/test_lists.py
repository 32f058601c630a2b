"""Shot lists for other programs, and the two commands."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from studio.cli.start import main
from studio.media.frames import FrameReader
from studio.shots.lists import csv_list, edl_list, otio_list


def test_csv_has_a_row_for_each_shot(glued):
    film, analysis, _ = glued
    found = analysis.detect()
    rows = list(csv.DictReader(io.StringIO(csv_list(film, found))))
    assert [int(row["start_pts"]) for row in rows] == [shot.start for shot in found.shots]
    assert [row["in"] for row in rows] == [shot.kind for shot in found.shots]


def test_edl_joins_without_gaps_and_names_dissolves(glued):
    film, analysis, _ = glued
    found = analysis.detect()
    events = [line.split() for line in edl_list(film, found).splitlines() if line[:1].isdigit()]
    assert len(events) == len(found.shots)
    assert [event[-1] for event in events[:-1]] == [event[-2] for event in events[1:]]
    assert [event[3] for event in events].count("D") == 1
    assert all(event[-4:-2] == event[-2:] for event in events)


def test_otio_clips_add_up_to_the_film(glued):
    film, analysis, _ = glued
    timeline = json.loads(otio_list(film, analysis.detect()))
    assert timeline["OTIO_SCHEMA"] == "Timeline.1"
    clips = timeline["tracks"]["children"][0]["children"]
    total = sum(clip["source_range"]["duration"]["value"] for clip in clips)
    assert total == film.index_of(analysis.stop)


def test_shots_command_says_what_design_promises(glued, tmp_path, capsys):
    film, _, truth = glued
    edl = tmp_path / "shots.edl"
    assert main(["shots", str(film.path), "--json", "--edl", str(edl)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"film", "rate", "duration", "shots", "transitions"}
    assert said["rate"] == "24"
    assert set(said["shots"][0]) == {"start", "end", "start_pts", "end_pts", "in"}
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
