"""`lobbycard poster`."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.cli.start import main
from tests.drawn import draw_film


def still(folder: Path) -> Path:
    path = folder / "still.png"
    Image.linear_gradient("L").resize((320, 180)).convert("RGB").save(path)
    return path


def test_posters_are_written_and_told_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(
        [
            "poster", "--json", "--still", str(still(tmp_path)), "--template", "quiet-line",
            "--format", "kakao", "open-graph", "--copy", "zh-Hans=灯不大", "en=A small lamp",
            "--title", "en=The Night Stall", "--focus", "0.6,0.4", "-o", str(tmp_path / "out"),
        ]
    )  # fmt: skip
    told = json.loads(capsys.readouterr().out)
    assert [one["format"] for one in told["outputs"]] == ["kakao", "open-graph"]
    assert [Path(one["path"]).name for one in told["outputs"]] == [
        "still-kakao.jpg",
        "still-open-graph.png",
    ]
    assert all(Path(one["path"]).is_file() for one in told["outputs"])
    wrong = [p for one in told["outputs"] for p in one["problems"] if p["severity"] == "error"]
    assert code == (1 if wrong else 0)


@pytest.mark.parametrize(
    "other",
    [
        ["--template", "no-such"],
        ["--format", "no-such"],
        ["--focus", "2,3"],
        ["--copy", "nothing"],
        ["--still", "missing.png"],
        ["--still", "missing.mp4@3"],
    ],
)
def test_a_wrong_request_is_said_and_writes_nothing(
    other: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = {
        "--still": str(still(tmp_path)), "--template": "quiet-line", "--format": "kakao",
        "--copy": "en=A small lamp", other[0]: other[1],
    }  # fmt: skip
    flat = [part for pair in given.items() for part in pair]
    assert main(["poster", *flat, "-o", str(tmp_path / "out")]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_film_of_a_still_is_read_as_asked_and_cut_to_its_active_picture(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=25, sound="", bars_above=40)
    seen = {}
    for name, more in (("plain", ()), ("cut", ("--active",)), ("turned", ("--rotation", "180"))):
        asked = ["poster", "--still", f"{path}@12f", "--template", "quiet-line", "--json"]
        asked += ["--format", "kakao", "--copy", "en=A lamp.", "-o", str(tmp_path / name), *more]
        assert main(asked) in (0, 1)
        made = json.loads(capsys.readouterr().out)["outputs"][0]["path"]
        with Image.open(made) as picture:
            seen[name] = np.asarray(picture.convert("RGB")).astype(int)
    # The bar is gone: no line of the poster is black any more.
    assert seen["plain"].max(axis=(1, 2)).min() < 20 <= seen["cut"].max(axis=(1, 2)).min()
    assert np.abs(seen["turned"] - seen["plain"]).mean() > 5
    still = tmp_path / "still.png"
    Image.new("RGB", (320, 180)).save(still)
    asked = ["poster", "--still", str(still), "--template", "quiet-line", "--format", "kakao"]
    assert main([*asked, "--copy", "en=A lamp.", "-o", str(tmp_path), "--active"]) == 2
    assert "is a picture" in capsys.readouterr().err


def test_sixteen_bits_are_taken_from_the_film_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=25, sound="")
    asked = ["poster", "--still", f"{path}@12f", "--template", "quiet-line", "--json"]
    asked += ["--format", "kakao", "--kind", "png", "png16", "--copy", "en=A lamp."]
    assert main([*asked, "-o", str(tmp_path / "out")]) in (0, 1)
    names = [Path(one["path"]).name for one in json.loads(capsys.readouterr().out)["outputs"]]
    assert names == ["a-kakao.png", "a-kakao-16-bit.png"]
    plain, deep = ((tmp_path / "out" / name).read_bytes() for name in names)
    assert (plain[24], deep[24]) == (8, 16)
    with Image.open(tmp_path / "out" / names[1]) as image:
        image.load()
        assert image.info["SourceBits"] == "16"
