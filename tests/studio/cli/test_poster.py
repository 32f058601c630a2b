"""`lobbycard poster`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from studio.cli.start import main


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
