"""`lobbycard subs`: exit codes, JSON, files; bad input in plain words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import srt

from studio.cli import subs
from studio.cli.command import COMMANDS
from studio.cli.main import main
from studio.subs.links_file import load_links

GOOD = "1\n00:00:01,000 --> 00:00:03,000\nEnough to get home by.\n\n"
BAD = "1\n00:00:01,000 --> 00:00:01,400\nEnough to get home by, at night.\n\n"
ZH = "1\n00:00:01,000 --> 00:00:03,000\n够一个人回家。\n\n"


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["subs", *map(str, arguments)])
    said = capsys.readouterr()
    return code, said.out, said.err


def data(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, dict[str, Any]]:
    code, out, _ = run(capsys, *arguments, "--json")
    return code, json.loads(out)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "good.en.srt").write_text(GOOD)
    (tmp_path / "bad.en.srt").write_text(BAD)
    (tmp_path / "stall.zh-Hans.srt").write_bytes(ZH.encode("gb18030"))
    return tmp_path


def test_the_command_is_filed() -> None:
    assert COMMANDS["subs"].run is subs.subs


def test_check_finds_nothing_in_a_good_file(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = data(capsys, "check", files / "good.en.srt")
    assert code == 0
    assert told == {
        "files": [
            {
                "file": str(files / "good.en.srt"),
                "language": "en",
                "format": "srt",
                "encoding": "utf-8",
                "cues": 1,
                "dropped": 0,
                "repairs": [],
                "findings": [],
            }
        ]
    }


def test_check_exits_with_1_and_names_what_it_found(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = data(capsys, "check", files / "bad.en.srt", files / "good.en.srt")
    assert code == 1
    findings = told["files"][0]["findings"]
    assert [one["check"] for one in findings] == ["reading-speed", "duration-min"]
    assert set(findings[0]) == {
        "check", "severity", "cue", "start", "measured", "limit", "message", "source", "fixable",
    }  # fmt: skip
    assert (findings[0]["cue"], findings[0]["start"], findings[0]["limit"]) == (0, 1.0, 20)
    code, out, _ = run(capsys, "check", files / "bad.en.srt")
    assert code == 1
    assert "guessed from the file's name" in out
    assert "duration-min" in out


def test_dropped_cues_are_listed_with_their_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.en.srt"
    path.write_text(GOOD + "2\n00:00:05,000 -->\nLost words\n")
    code, told = data(capsys, "check", path)
    assert code == 1
    assert (told["files"][0]["cues"], told["files"][0]["dropped"]) == (1, 1)
    assert told["files"][0]["repairs"] == [
        {
            "line": 6,
            "text": "dropped: its time code cannot be read: 00:00:05,000 -->\nLost words",
        }
    ]


def test_the_language_can_be_given(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = data(capsys, "check", files / "good.en.srt", "--language", "ja")
    assert (code, told["files"][0]["language"]) == (1, "ja")


def test_two_files_are_checked_together_by_a_profile_of_two_languages(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (files / "two.en.srt").write_text(GOOD + "2\n00:00:05,000 --> 00:00:07,000\nAlone\n")
    code, told = data(
        capsys, "check", files / "stall.zh-Hans.srt", files / "two.en.srt",
        "--profile", "bilingual-screen",
    )  # fmt: skip
    assert code == 1
    assert [[one["check"] for one in file["findings"]] for file in told["files"]] == [
        [],
        ["missing-partner"],
    ]


def test_frames_are_counted_in_the_film(media: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subtitles = media / "media/subs/sintel/sintel_trailer_720p24.en.srt"
    film = media / "media/film/sintel_trailer_720p24.mp4"
    code, told = data(capsys, "check", subtitles, "--film", film)
    assert code in (0, 1)
    assert told["files"][0]["cues"] == 4


def test_convert_writes_another_format_and_encoding(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = data(capsys, "convert", files / "stall.zh-Hans.srt", "-o", files / "out.vtt")
    assert code == 0
    assert (told["cues"], told["dropped"], told["losses"]) == (1, 0, [])
    assert (files / "out.vtt").read_text(encoding="utf-8") == (
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n够一个人回家。\n"
    )
    run(capsys, "convert", files / "out.vtt", "-o", files / "back.srt", "--encoding", "gb18030")
    assert (files / "back.srt").read_bytes().decode("gb18030") == ZH


def test_a_guessed_encoding_is_said_with_what_else_it_could_be(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, _, err = run(capsys, "check", files / "stall.zh-Hans.srt")
    assert "read as gb18030, which is a guess" in err
    assert "--input-encoding" in err
    _, _, err = run(capsys, "check", files / "stall.zh-Hans.srt", "--input-encoding", "gbk")
    assert "guess (" not in err


def test_pair_prints_links_and_writes_both_kinds_of_file(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    a, b = files / "stall.zh-Hans.srt", files / "good.en.srt"
    code, told = data(capsys, "pair", a, b)
    assert code == 0
    assert told == {
        "a": str(a),
        "b": str(b),
        "links": [{"a": [0], "b": [0], "confidence": 1.0}],
        "offset": 0.0,
        "speed": 1.0,
    }
    assert run(capsys, "pair", a, b, "-o", files / "both.srt")[0] == 0
    cue = next(srt.parse((files / "both.srt").read_text(encoding="utf-8")))
    assert cue.content == "够一个人回家。\nEnough to get home by."
    assert run(capsys, "pair", a, b, "-o", files / "stall.links.toml")[0] == 0
    content = load_links(files / "stall.links.toml")
    assert (content.a.file, content.b.file) == ("stall.zh-Hans.srt", "good.en.srt")


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "missing.srt"),
        ("check", "."),
        ("check", "good.en.srt", "--profile", "nonsense"),
        ("check", "good.en.srt", "--input-encoding", "klingon"),
        ("check", "good.en.srt", "--film", "good.en.srt"),
        ("convert", "good.en.srt", "-o", "out.xyz"),
        ("convert", "good.en.srt", "-o", "good.en.srt"),
        ("convert", "good.en.srt"),
        ("convert", "good.en.srt", "-o", "out.srt", "--encoding", "klingon"),
        ("pair", "good.en.srt", "missing.srt", "-o", "out.srt"),
        ("pair", "good.en.srt", "bad.en.srt", "-o", "good.en.srt"),
        ("pair", "good.en.srt", "bad.en.srt", "-o", "out.png"),
        ("fix", "good.en.srt"),
        (),
    ],
)
def test_a_wrong_request_exits_with_2_and_leaves_everything_as_it_was(
    files: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
) -> None:
    monkeypatch.chdir(files)
    before = {path.name: path.read_bytes() for path in files.iterdir()}
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.strip()
    assert "Traceback" not in err
    assert {path.name: path.read_bytes() for path in files.iterdir()} == before


def test_one_bad_file_does_not_hide_the_others(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = run(capsys, "check", files / "none.srt", files / "good.en.srt", "--json")
    assert code == 2
    assert [one["file"] for one in json.loads(out)["files"]] == [str(files / "good.en.srt")]
    assert "none.srt is not there" in err


def test_odd_media_given_as_subtitles_are_refused(
    media: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = [path for path in sorted((media / "media" / "odd").rglob("*")) if path.is_file()]
    for path in odd:
        code, out, err = run(capsys, "check", "--", path)
        assert (code, out) == (2, ""), path
        assert "Traceback" not in err
