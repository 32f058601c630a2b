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


def test_convert_reports_the_whole_import(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "stall.srt", tmp_path / "stall.vtt"
    path.write_bytes(("junk\n\n" + ZH + "2\n00:00:05.000-->\n丢了\n").encode("gb18030"))
    code, told = data(capsys, "convert", path, "-o", out)
    assert code == 1
    read = told["import"]
    assert (read["bytes"], read["encoding"], read["time_codes"], read["cues"]) == (
        path.stat().st_size, "gb18030", 2, 1,
    )  # fmt: skip
    assert 0 < read["confidence"] <= 0.5
    first = read["alternatives"][0]
    assert set(first) == {"encoding", "confidence", "first_cues"}
    assert first["first_cues"]
    assert [(one["line"], one["time_code"]) for one in read["dropped"]] == [(1, False), (8, True)]
    assert read["dropped"][1]["text"] == "00:00:05.000-->\n丢了"
    code, shown, warned = run(capsys, "convert", path, "-o", out)
    for word in ("2 time codes", "1 cue", "2 dropped", "% sure", "line 8"):
        assert word in " ".join(shown.split())
    assert "--input-encoding" in warned


def test_convert_says_what_is_lost_and_can_leave_it_at_that(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "a.en.vtt", tmp_path / "a.en.srt"
    path.write_text(
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000 line:0\n<v Bob>Hi\n"
    )
    code, told = data(capsys, "convert", path, "-o", out, "--dry-run")
    assert (code, out.exists()) == (0, False)
    assert told["losses"] == [
        "1 style block of the file stand in no cue.",
        "1 cue: style or position not kept.",
        "1 cue: voice, class or time tags not kept.",
    ]
    same = tmp_path / "b.en.vtt"
    code, told = data(capsys, "convert", path, "-o", same)
    assert (code, told["losses"], same.read_bytes()) == (0, [], path.read_bytes())


def test_many_files_are_converted_into_a_folder(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = files / "out"
    out.mkdir()
    named = [files / "good.en.srt", files / "bad.en.srt", files / "missing.srt"]
    code, told = data(capsys, "convert", *named, "-o", out, "--format", "ttml")
    assert code == 2
    assert [Path(one["out"]).name for one in told["files"]] == ["good.en.ttml", "bad.en.ttml"]
    assert sorted(path.name for path in out.iterdir()) == ["bad.en.ttml", "good.en.ttml"]
    code, _, said = run(capsys, "convert", *named[:2], "-o", out)
    assert code == 2
    assert "--format" in said
    code, _, said = run(capsys, "convert", named[0], named[0], "-o", out, "--format", "vtt")
    assert code == 2
    assert "Two files" in said


def test_text_encoded_twice_is_offered_as_it_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "a.srt", tmp_path / "b.srt"
    path.write_text(ZH.encode().decode("latin-1"), encoding="utf-8")
    _, _, warned = run(capsys, "convert", path, "-o", out)
    assert "encoded twice" in warned
    assert "够一个人回家" in warned
    way = warned.split(" would read")[0].split()[-1]
    run(capsys, "convert", path, "-o", out, "--input-encoding", way)
    assert "够一个人回家" in out.read_text(encoding="utf-8")


# -- check over many files, and fix -------------------------------------------------------------


def test_files_of_one_film_are_checked_against_each_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("a.en", "One\nTwo"), ("a.zh-Hans", "一\n二"), ("b.en", "Fine")):
        (tmp_path / f"{name}.srt").write_text(
            f"1\n00:00:01,000 --> 00:00:03,000\n{text}\n\n", encoding="utf-8"
        )
    files = [tmp_path / f"{name}.srt" for name in ("a.en", "b.en", "a.zh-Hans")]
    code, told = data(capsys, "check", *files, "--profile", "bilingual-screen")
    assert code == 1
    assert [[f["check"] for f in one["findings"]] for one in told["files"]] == [
        ["screen-lines"], [], ["screen-lines"],
    ]  # fmt: skip


def test_reports_are_written_and_odd_ones_refused(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = [files / f"r.{ending}" for ending in ("html", "csv", "json")]
    wanted = [part for path in made for part in ("--report", path)]
    code, _, _ = run(capsys, "check", files / "bad.en.srt", *wanted)
    assert code == 1
    assert "duration-min" in made[1].read_text("utf-8-sig")
    assert json.loads(made[2].read_text("utf-8"))["files"][0]["file"] == "bad.en.srt"
    assert made[0].read_text("utf-8").startswith("<!doctype html>")
    code, _, err = run(capsys, "check", files / "bad.en.srt", "--report", files / "r.pdf")
    assert code == 2
    assert ".html" in err


def test_fix_writes_a_copy_and_tells_what_it_changed(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source, out = files / "bad.en.srt", files / "mended.en.srt"
    before = source.read_bytes()
    code, told = data(capsys, "fix", source, "-o", out)
    assert code == 0
    one = told["files"][0]
    assert (one["found"], one["findings"]) == (2, [])
    assert {change["check"] for change in one["changes"]} == {"duration-min", "reading-speed"}
    assert one["changes"][0]["before"] == {
        "start": 1.0, "end": 1.4, "text": "Enough to get home by, at night.",
    }  # fmt: skip
    assert source.read_bytes() == before
    assert len(list(srt.parse(out.read_text("utf-8")))) == 1
    code, told = data(capsys, "fix", out, "-o", files / "again.en.srt")
    assert (code, told["files"][0]["changes"]) == (0, [])
    assert (files / "again.en.srt").read_bytes() == out.read_bytes()


def test_fix_can_only_show_and_never_writes_over_what_it_reads(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = files / "bad.en.srt"
    code, out, _ = run(capsys, "fix", source, "--dry-run", "--only", "duration-min")
    assert code == 1
    assert "00:00:01.400" in out
    assert sorted(p.name for p in files.iterdir()) == [
        "bad.en.srt", "good.en.srt", "stall.zh-Hans.srt",
    ]  # fmt: skip
    for wrong in ((), ("-o", source), ("-o", files), ("-o", files / "x.en.srt", "--only", "gape")):
        code, _, err = run(capsys, "fix", source, *wrong)
        assert code == 2, wrong
        assert "Traceback" not in err
    assert source.read_text() == BAD


def test_fix_of_several_files_goes_into_a_folder(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sources = [files / "bad.en.srt", files / "good.en.srt", files / "none.srt"]
    code, told = data(capsys, "fix", *sources, "-o", files / "mended")
    assert code == 2
    assert len(told["files"]) == 2
    assert sorted(p.name for p in (files / "mended").iterdir()) == ["bad.en.srt", "good.en.srt"]


def test_forbidden_words_of_a_market_are_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "ad.zh-Hans.srt"
    path.write_text("1\n00:00:01,000 --> 00:00:03,000\n全国最佳的灯\n\n", encoding="utf-8")
    code, told = data(capsys, "check", path, "--market", "cn")
    assert code == 1
    finding = told["files"][0]["findings"][0]
    assert finding["check"] == "forbidden-words"
    assert "unverified" in finding["source"]
    assert run(capsys, "check", path, "--market", "mars")[0] == 2
    assert run(capsys, "check", path)[0] == 0
    assert run(capsys, "check", path, "--cuts")[0] == 2


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_sheet_goes_out_and_comes_back(
    files: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    pair = (files / "good.en.srt", files / "stall.zh-Hans.srt")
    sheet = files / f"film.{ending}"
    assert data(capsys, "sheet", sheet, *pair) == (0, {"file": str(sheet), "rows": 1})
    code, told = data(capsys, "sheet", sheet, *pair, "--take", "-o", files / "back")
    assert (code, told["differences"]) == (0, [])
    assert [cue.content for cue in srt.parse((files / "back/good.en.srt").read_text("utf-8"))] == [
        "Enough to get home by."
    ]
    (files / "film.csv").write_text("id,en\na1,Enough.\na7,Odd\n")
    code, told = data(capsys, "sheet", files / "film.csv", *pair, "--take", "--dry-run")
    assert code == 1
    assert [one["kind"] for one in told["differences"]] == ["changed", "unknown"]
    assert run(capsys, "sheet", files / "film.csv", *pair, "--take")[0] == 2
    assert run(capsys, "sheet", files / "film.csv", *pair, "--take", "-o", files)[0] == 2


BOTH = "".join(
    f"{n}\n00:00:{4 * n:02},000 --> 00:00:{4 * n + seconds:02},{ms:03}\n{zh}\n{en}\n\n"
    for n, seconds, ms, zh, en in (
        (1, 2, 0, "灯不大够一个人回家", "A small lamp, enough to get home by."),
        (2, 0, 400, "夜很安静", "The night is quiet."),
        (3, 2, 0, "海边的灯...", "The light by the sea…"),
        (4, 2, 0, "你来了", "You came."),
    )
)


def test_a_file_of_two_languages_is_checked_and_mended_by_each(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = tmp_path / "both.srt", tmp_path / "mended.srt"
    path.write_text(BOTH, encoding="utf-8")
    code, told = data(capsys, "check", path)
    one = told["files"][0]
    assert (code, one["language"], one["cues"]) == (1, "zh-Hans+en", 4)
    assert [(f["cue"], f["language"], f["check"]) for f in one["findings"]] == [
        (1, "zh-Hans", "reading-speed"),
        (1, "zh-Hans", "duration-min"),
        (1, "en", "reading-speed"),
        (1, "en", "duration-min"),
        (2, "zh-Hans", "ellipses"),
    ]
    code, told = data(capsys, "fix", path, "-o", out)
    assert (code, told["files"][0]["findings"]) == (0, [])
    mended = list(srt.parse(out.read_text("utf-8")))
    assert [cue.content for cue in mended] == [
        cue.content.replace("...", "…") for cue in srt.parse(BOTH)
    ]
    # Whoever names a language has the file judged as that.
    code, told = data(capsys, "check", path, "--language", "en")
    assert told["files"][0]["language"] == "en"
