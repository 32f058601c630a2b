from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.cli import frame, probe  # noqa: F401 - importing files the commands
from studio.cli.main import main
from studio.core.geometry import Size
from tests.drawn import draw_film, read_number


def test_probe_tells_a_machine_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = draw_film(tmp_path / "夜 摊.mp4", frames=25, rotation=90, tagged=False)
    assert main(["probe", "--json", str(path)]) == 0
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert err == ""
    assert told["film"] == str(path)
    assert (told["duration"], told["video"]["rate"], told["video"]["frames"]) == (1.0, "25", 25)
    assert told["video"]["display"] == {"width": 180, "height": 320}
    assert told["video"]["colour"] == {
        "matrix": "bt470bg",
        "primaries": "bt470bg",
        "transfer": "smpte170m",
        "range": "tv",
        "assumed": ["matrix", "primaries", "transfer", "range"],
        "hdr": False,
        "tone_mapping": "",
    }
    assert told["audio"] == [
        {
            "stream": 1,
            "codec": "aac",
            "rate": 48000,
            "channels": 2,
            "layout": "stereo",
            "language": "",
        }
    ]
    assert (told["subtitles"], told["warnings"]) == ([], [])


def test_probe_tells_people_what_is_assumed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = draw_film(tmp_path / "a [b].mp4", frames=5, sound="", tagged=False)
    assert main(["probe", str(path), "--range", "tv"]) == 0
    out = capsys.readouterr().out
    assert "a [b].mp4" in out
    assert "matrix bt470bg (assumed)" in " ".join(out.split())
    assert "range tv (assumed)" not in " ".join(out.split())


def test_frame_writes_the_frame_of_that_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=60, sound="")
    for number, time in ((31, "00:00:01:06"), (31, "1.24"), (31, "31f"), (0, "0")):
        out = tmp_path / "out" / f"{time.replace(':', '-')}.png"
        assert main(["frame", "--json", str(path), time, "-o", str(out)]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["frame"], told["pts"], told["time"]) == (number, number * 512, number / 25)
        with Image.open(out) as picture:
            assert read_number(np.asarray(picture)) == number


def test_what_a_person_knows_better_is_honoured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=2, sound="", size=Size(320, 160))
    args = ["frame", str(path), "0", "-o", str(tmp_path / "a.png")]
    assert main([*args, "--rotation", "90", "--pixel-aspect", "2:1"]) == 0
    with Image.open(tmp_path / "a.png") as picture:
        assert picture.size == (160, 640)


@pytest.mark.parametrize(
    "extra",
    [
        ["--pixel-aspect", "wide"],
        ["--pixel-aspect", "1:0"],
        ["--matrix", "bt7o9"],
        ["--rotation", "45"],
        ["--range", "full"],
    ],
)
def test_wrong_arguments_are_told_with_a_hint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], extra: list[str]
) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=2, sound="")
    assert main(["probe", str(path), *extra]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert len(err.splitlines()) >= 1


def test_bad_films_and_times_end_with_2_and_no_output(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    film = draw_film(tmp_path / "a.mp4", frames=5, sound="")
    (tmp_path / "text.mp4").write_text("hello")
    out = tmp_path / "out.png"
    for args in (
        ["probe", str(tmp_path / "none.mp4")],
        ["probe", str(tmp_path / "text.mp4")],
        ["frame", str(tmp_path / "text.mp4"), "0", "-o", str(out)],
        ["frame", str(film), "99", "-o", str(out)],
        ["frame", str(film), "soon", "-o", str(out)],
        ["frame", str(film), "0", "-o", str(tmp_path / "out.gif")],
    ):
        assert main(args) == 2
        told = capsys.readouterr()
        assert told.out == ""
        assert "Traceback" not in told.err
        assert told.err.strip()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.mp4", "text.mp4"]


def test_probe_tells_the_active_picture_and_frame_cuts_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = draw_film(tmp_path / "a.mp4", frames=25, sound="", bars_above=32)
    assert main(["probe", "--json", str(path)]) == 0
    video = json.loads(capsys.readouterr().out)["video"]
    assert video["bars"]
    active = video["active"]
    assert (active["x"], active["width"]) == (0, 320)
    assert abs(active["y"] - 32) <= 2
    assert main(["probe", str(path)]) == 0
    assert "--active leaves them out" in capsys.readouterr().out
    out = tmp_path / "a.png"
    asked = ["frame", str(path), "12f", "--active", "--deep", "-o", str(out), "--json"]
    assert main(asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["width"], told["height"]) == (active["width"], active["height"])
    with Image.open(out) as picture:
        assert picture.size == (active["width"], active["height"])
    # Without being asked it cuts nothing.
    assert main(["frame", str(path), "12f", "-o", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["height"] == 180
