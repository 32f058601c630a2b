"""`lobbycard burn` as people and machines call it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from studio.cli import burn as command
from studio.cli.main import main
from studio.media.probe import probe

assert command

SRT = "1\n00:00:00,400 --> 00:00:01,200\n{}\n"


@pytest.fixture
def subs(tmp_path: Path) -> list[str]:
    """Two subtitle files."""
    given = []
    for name, text in (("a.zh-Hans.srt", "灯不大，够一个人回家。"), ("a.en.srt", "A small lamp.")):
        path = tmp_path / name
        path.write_text(SRT.format(text), encoding="utf-8")
        given += ["--subs", str(path)]
    return given


def test_burn_writes_the_film_and_says_what_it_did(films, subs, out, capsys) -> None:
    film = films(frames=50)
    # On a plate: at 180 lines an outline is too thin to stand out from a bright picture.
    told = ["--captions", "boxed", "--json", "--range", "10f-40f", "-o", str(out / "a.mp4")]
    code = main(["burn", str(film.path), *subs, *told])
    said = json.loads(capsys.readouterr().out)
    assert code == 0
    assert {row["what"] for row in said["checked"]} >= {"codec", "size", "rate", "duration"}
    assert all(row["passes"] for row in said.pop("checked"))
    assert said == {
        "output": str(out / "a.mp4"),
        "frames": 30,
        "duration": 1.2,
        "beside": [],
        "findings": [],
    }
    assert probe(out / "a.mp4").video.frames == 30


def test_without_subtitles_the_film_is_brought_into_another_form(films, out, capsys) -> None:
    film = films(frames=20, sound="")
    told = ["--video", "social-square-pad", "--json", "-o", str(out / "a.mp4")]
    assert main(["burn", str(film.path), *told]) == 0
    assert json.loads(capsys.readouterr().out)["frames"] == 20
    assert str(probe(out / "a.mp4").video.coded) == "1080×1080"


def test_lower_off_goes_through_moviepy(films, subs, out, capsys) -> None:
    film = films(frames=30)
    for lower in ("on", "off"):
        path = out / f"{lower}.mp4"
        assert main(["burn", str(film.path), *subs, "--lower", lower, "-o", str(path)]) == 0
    assert (out / "on.mp4").read_bytes() != (out / "off.mp4").read_bytes()
    assert probe(out / "off.mp4").video.frames == 30


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["-o", "FILM"], "is one of the files that are read"),
        (["-o", "OUT/a.webm"], "is not written as"),
        (["-o", "OUT/a"], "is not written as"),
        (["-o", "OUT/a.mp4", "--video", "web-1080"], "Did you mean “web-1080p”?"),
        (["-o", "OUT/a.mp4", "--captions", "cinema"], "There is no preset"),
        (["-o", "OUT/a.mp4", "--range", "5"], "not understood"),
        (["-o", "OUT/a.mp4", "--range", "1:00-2:00"], "not in the film"),
        (["-o", "OUT/a.mp4", "--range", "a-b"], "is not a time"),
        (["-o", "OUT/a.mp4", "--subs", "EN"], "3 subtitle files were given"),
    ],
)
def test_wrong_requests_are_refused_in_words(films, subs, out, capsys, more, words) -> None:
    film = films(frames=50)
    named = {"FILM": str(film.path), "EN": subs[3]}
    given = [named.get(one, one.replace("OUT", str(out))) for one in more]
    before = film.path.read_bytes()
    assert main(["burn", str(film.path), *subs, *given]) == 2
    error = " ".join(capsys.readouterr().err.split())
    assert words in error
    assert "Traceback" not in error
    assert film.path.read_bytes() == before
    assert not out.exists() or not list(out.iterdir())


def test_a_file_that_is_no_film_or_no_subtitle_is_named(subs, out, tmp_path, films, capsys) -> None:
    junk = tmp_path / "junk.mp4"
    junk.write_bytes(b"\x00" * 5000)
    assert main(["burn", str(junk), *subs, "-o", str(out / "a.mp4")]) == 2
    assert "junk.mp4" in capsys.readouterr().err
    film = films(frames=50)
    assert main(["burn", str(film.path), "--subs", str(junk), "-o", str(out / "a.mp4")]) == 2
    assert "junk.mp4" in capsys.readouterr().err
    missing = ["--subs", str(tmp_path / "none.srt")]
    assert main(["burn", str(film.path), *missing, "-o", str(out / "a.mp4")]) == 2
    assert "none.srt" in capsys.readouterr().err


def test_without_moviepy_the_command_fails_plainly(films, subs, out, tmp_path) -> None:
    absent = tmp_path / "absent"
    absent.mkdir()
    # The process that burns finds this one first.
    (absent / "moviepy.py").write_text("raise ImportError('no moviepy')\n", encoding="utf-8")
    paths = os.pathsep.join([str(absent), *sys.path])
    film = films(frames=50)
    done = subprocess.run(
        [sys.executable, "-m", "studio", "burn", str(film.path), *subs, "-o", str(out / "a.mp4")],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert done.returncode == 2
    assert "needs MoviePy" in done.stderr
    assert "pip install moviepy" in done.stderr
    assert "Traceback" not in done.stderr
    assert not out.exists()


def test_several_outputs_take_the_files_before_them(films, subs, out, capsys) -> None:
    film = films(frames=50)
    one, two, both = (str(out / f"{name}.mp4") for name in ("one", "two", "both"))
    told = [*subs[:2], "-o", one, *subs[2:], "-o", two, *subs, "-o", both, "--captions", "boxed"]
    assert main(["burn", str(film.path), *told, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [made["output"] for made in said["outputs"]] == [one, two, both]
    alone = str(out / "alone.mp4")
    assert main(["burn", str(film.path), *subs[2:], "-o", alone, "--captions", "boxed"]) == 0
    assert Path(alone).read_bytes() == Path(two).read_bytes()
    assert len({Path(path).read_bytes() for path in (one, two, both)}) == 3


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["-o", "OUT/a.mp4", "-o", "OUT/b.mp4"], "no subtitle file stands before it"),
        (["-o", "OUT/a.mp4", "SUBS", "-o", "OUT/b.mp4", "--subs", "EN"], "no -o comes after it"),
        (["-o", "OUT/a.mp4", "SUBS", "-o", "OUT/a.mp4"], "is asked for twice"),
    ],
)
def test_outputs_without_their_files_are_refused(films, subs, out, capsys, more, words) -> None:
    given: list[str] = []
    for one in more:
        given += subs if one == "SUBS" else [one.replace("OUT", str(out)).replace("EN", subs[3])]
    assert main(["burn", str(films(frames=50).path), *subs, *given]) == 2
    assert words in " ".join(capsys.readouterr().err.split())


def test_a_reel_is_burned_from_files(films, subs, out, tmp_path, capsys) -> None:
    film = films(frames=50)
    Image.new("RGB", (640, 360), (180, 40, 60)).save(tmp_path / "card.png")
    told = ["--captions", "boxed", "--json", "--range", "0f-20f", "--range", "30f-50f"]
    cards = ["--opening", f"{tmp_path / 'card.png'}@0.8", "--ending", str(tmp_path / "card.png")]
    code = main(["burn", str(film.path), *subs, *told, *cards, "-o", str(out / "a.mp4")])
    said = json.loads(capsys.readouterr().out)
    assert code == 0
    # Cards fade with the film for half a second, which is 13 frames; an end card lasts 3 s.
    assert said["frames"] == 20 - 13 + 20 + 20 - 13 + 75
    assert said["findings"] == []
