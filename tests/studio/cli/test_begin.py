"""`make`, `new` and `presets`: what they write, and that a wrong wish leaves nothing behind."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from studio.campaign.file import load_campaign
from studio.cli.start import main
from studio.core.places import config_folder, presets_folder
from tests.studio.batch.conftest import SRT, film  # noqa: F401 - a fixture


def files(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


POSTER = ["--poster", "quiet-line", "--format", "kakao", "--copy", "en=A small lamp."]


def test_make_keeps_the_campaign_it_ran_and_makes_nothing_twice(film, tmp_path, capsys):  # noqa: F811
    subs = tmp_path / "stall.en.srt"
    subs.write_text(SRT.format("A small lamp."), encoding="utf-8")
    wish = ["make", str(film), *POSTER, "--subs", str(subs), "--video", "web-720p"]
    wish += ["-o", str(tmp_path / "out"), "--json"]
    assert main(wish) == 0
    first = json.loads(capsys.readouterr().out)["outputs"]
    assert [(one["path"], one["state"]) for one in first] == [
        ("stall/stall-poster-kakao.jpg", "made"),
        ("stall/stall-web-720p.mp4", "made"),
    ]
    campaign = load_campaign(tmp_path / "out/campaign.toml", outside=True)
    assert campaign.films[0].posters[0].still.picked
    assert main(wish) == 0
    second = json.loads(capsys.readouterr().out)["outputs"]
    assert {one["state"] for one in second} == {"kept"}
    assert [one["sha256"] for one in first] == [one["sha256"] for one in second]


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        (["--poster", "quiet-line", "--format", "kakao"], "Give all three"),
        (["--copy", "en=A lamp."], "Give all three"),
        ([*POSTER, "--format", "kakoa"], "Did you mean “kakao”?"),
        (["--poster", "quite-line", *POSTER[2:]], "Did you mean “quiet-line”?"),
        (["--video", "web-1080"], "Did you mean “web-1080p”?"),
        (["--video", "web-720p", "--captions", "clean"], "--captions needs --subs"),
        ([*POSTER, "--copy", "english=x!", "--copy", "ko=y"], "too many languages"),
        ([*POSTER[:4], "--copy", "e n=x"], "is not a language"),
        ([*POSTER[:4], "--copy", "A small lamp."], "not understood"),
        ([], "There is nothing to make"),
        ([*POSTER, "--subs", "GONE"], "is not there"),
        ([*POSTER, "--only", "market=cn"], "no market “cn”"),
    ],
)
def test_a_wrong_wish_to_make_leaves_nothing_behind(film, tmp_path, capsys, wish, said):  # noqa: F811
    wish = [str(tmp_path / "x.en.srt") if one == "GONE" else one for one in wish]
    assert main(["make", str(film), *wish, "-o", str(tmp_path / "out")]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert files(tmp_path) == []


def test_make_refuses_what_is_no_film_and_another_campaign(film, tmp_path, capsys):  # noqa: F811
    junk = tmp_path / "junk.mp4"
    junk.write_bytes(b"no film")
    out = tmp_path / "out"
    assert main(["make", str(film), str(junk), *POSTER, "-o", str(out)]) == 2
    assert "junk.mp4" in capsys.readouterr().err
    assert not out.exists()
    out.mkdir()
    mine = 'schema = 1\nname = "Mine"\noutputs = "{film}/{film}[-{poster}]-{preset}.{ext}"\n'
    (out / "campaign.toml").write_text(mine, encoding="utf-8")
    assert main(["make", str(film), *POSTER, "-o", str(out)]) == 2
    assert "is another campaign" in capsys.readouterr().err
    assert (out / "campaign.toml").read_text("utf-8") == mine


def test_a_dry_run_of_make_writes_nothing(film, tmp_path, capsys):  # noqa: F811
    wish = ["make", str(film), *POSTER, "-o", str(tmp_path / "out")]
    assert main([*wish, "--dry-run", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["outputs"]
    assert [one["state"] for one in told] == ["missing"]
    assert files(tmp_path) == []


def test_new_copies_films_from_elsewhere_and_names_each_once(film, tmp_path, capsys):  # noqa: F811
    folder = tmp_path / "small-lights"
    (folder / "films").mkdir(parents=True)
    shutil.copyfile(film, folder / "films/bus.mp4")
    given = [str(film), str(folder / "films/bus.mp4"), str(folder / "films/../films/bus.mp4")]
    assert main(["new", str(folder), *given, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["films"] == ["stall", "bus"]
    campaign = load_campaign(folder / "campaign.toml")
    assert (campaign.name, [one.source for one in campaign.films]) == (
        "Small Lights",
        ["films/stall.mp4", "films/bus.mp4"],
    )
    assert (folder / "films/stall.mp4").read_bytes() == film.read_bytes()
    before = files(folder)
    assert main(["new", str(folder)]) == 2
    assert "is already there" in capsys.readouterr().err
    assert files(folder) == before


def test_new_takes_the_films_that_lie_there(film, tmp_path, capsys):  # noqa: F811
    shutil.copyfile(film, tmp_path / "Last Bus.mp4")
    (tmp_path / "notes.txt").write_text("no film", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 0
    assert [one.id for one in load_campaign(tmp_path / "campaign.toml").films] == ["last-bus"]
    assert "1 film" in capsys.readouterr().out


def test_new_with_a_damaged_film_leaves_nothing_behind(film, tmp_path, capsys):  # noqa: F811
    junk = tmp_path / "junk.mp4"
    junk.write_bytes(film.read_bytes()[:300])
    assert main(["new", str(tmp_path / "new"), str(film), str(junk)]) == 2
    assert "junk.mp4" in capsys.readouterr().err
    assert files(tmp_path) == ["junk.mp4"]


def test_a_broken_preset_of_ones_own_hides_no_other(capsys):
    own = config_folder() / "presets/formats"
    own.mkdir(parents=True)
    text = (presets_folder() / "formats/kakao.toml").read_text("utf-8")
    (own / "mine.toml").write_text(text.replace('"kakao"', '"mine"'), encoding="utf-8")
    (own / "odd.toml").write_text("width = ", encoding="utf-8")
    assert main(["presets", "list", "formats", "--json"]) == 1
    said = capsys.readouterr()
    listed = {one["name"]: one for one in json.loads(said.out)["presets"]}
    assert len(listed) == len(list((presets_folder() / "formats").glob("*.toml"))) + 1
    assert not listed["mine"]["bundled"]
    assert listed["mine"]["path"] == str(own / "mine.toml")
    assert "odd.toml" in said.err
    assert main(["presets", "check"]) == 1
    assert "odd.toml" in capsys.readouterr().out
    (own / "odd.toml").unlink()
    assert main(["presets", "check"]) == 0
    assert main(["presets", "check", str(own / "mine.toml"), "--json"]) == 0
    capsys.readouterr()
    assert main(["presets", "show", "formats/mine"]) == 0
    assert capsys.readouterr().out.strip() == text.replace('"kakao"', '"mine"').strip()


def test_unverified_figures_are_marked_where_they_are_listed(capsys):
    assert main(["presets", "list", "formats"]) == 0
    rows = {row.split()[1]: row for row in capsys.readouterr().out.splitlines()[1:]}
    assert "unverified" in rows["line-square"]
    assert "unverified" not in rows["kakao"]
