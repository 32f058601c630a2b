"""`lobbycard doctor` says what is so: each fault is made here, and told with its remedy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import metadata
from types import SimpleNamespace

import pytest

from studio.cli import doctor
from studio.cli.start import main
from studio.core.places import cache_folder, config_folder


@pytest.fixture
def told(capsys):
    """Run it: the exit code, and the points by name."""

    def run() -> tuple[int, dict[str, dict[str, str]]]:
        code = main(["doctor", "--json"])
        return code, {one["name"]: one for one in json.loads(capsys.readouterr().out)["points"]}

    return run


@pytest.fixture
def without(monkeypatch):
    """Hide installed packages, or show others."""

    def change(gone=(), there=()):
        real = metadata.version

        def version(name):
            if name in gone:
                raise metadata.PackageNotFoundError(name)
            return "9.9" if name in there else real(name)

        monkeypatch.setattr(doctor.metadata, "version", version)

    return change


def test_a_whole_machine_is_good(told, monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    code, points = told()
    bad = [one for one in points.values() if one["state"] == "bad"]
    assert (code, bad) == (0, [])
    assert points["Faces"]["state"] == "good"
    assert points["Type: ja"]["text"] == "Noto Sans CJK JP, ours"


def test_opencv_beside_the_headless_one_is_warned_of(told, without):
    without(there=("opencv-python",))
    code, points = told()
    assert code == 0
    assert points["opencv-python"]["state"] == "warn"
    assert "pip uninstall opencv-python" in points["opencv-python"]["mend"]


def test_a_library_that_is_missing_is_bad(told, without):
    without(gone=("srt",))
    code, points = told()
    assert code == 1
    assert (points["srt"]["state"], points["srt"]["text"]) == ("bad", "not installed")


def test_the_model_of_faces(told, monkeypatch):
    monkeypatch.setattr(doctor, "faces_available", lambda: False)
    code, points = told()
    assert code == 0
    assert points["Faces"]["state"] == "warn"
    assert "copy may cover a face" in points["Faces"]["text"]


def test_a_language_without_a_face_is_bad_and_one_of_the_system_is_said(
    told, monkeypatch, tmp_path
):
    class System:
        family = "Arial"
        path = tmp_path / "arial.ttf"

    class Fonts:
        def choose(self, text, language, families, weight):
            face = None if language == "ko" else System
            return (SimpleNamespace(start=0, stop=len(text), face=face),)

    monkeypatch.setattr(doctor, "library", Fonts)
    code, points = told()
    assert code == 1
    assert points["Type: ko"]["state"] == "bad"
    assert "작은" in points["Type: ko"]["text"]
    assert (points["Type: en"]["state"], points["Type: en"]["text"]) == (
        "warn",
        "Arial, of this system",
    )


def test_an_encoder_that_is_missing_is_bad(told, monkeypatch):
    monkeypatch.setattr(doctor, "_can_encode", lambda name: name != "libx265")
    code, points = told()
    assert code == 1
    assert [name for name in points if points[name]["state"] == "bad"] == ["H.265 films"]


def test_what_only_decodes_is_no_encoder():
    # FFmpeg decodes MP3 by itself and encodes it through LAME only.
    assert doctor._can_encode("libx264")
    assert not doctor._can_encode("mp3float")
    assert not doctor._can_encode("no such codec")


def test_places_that_cannot_be_written_are_bad(told, monkeypatch, tmp_path):
    taken = tmp_path / "file"
    taken.write_text("", encoding="utf-8")
    monkeypatch.setenv("LOBBYCARD_CACHE", str(taken / "cache"))
    code, points = told()
    assert code == 1
    assert points["Cache"]["state"] == "bad"
    assert str(taken) in points["Cache"]["text"]
    assert points["Own presets"]["state"] == "good"


def test_a_broken_preset_is_named(told):
    own = config_folder() / "presets/video"
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("codec", encoding="utf-8")
    code, points = told()
    assert code == 1
    assert points["Presets"]["state"] == "bad"
    assert "mine.toml" in points["Presets"]["mend"]


def test_the_window_without_a_screen_or_without_qt(told, without, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform == "linux":
        assert told()[1]["Window"]["state"] == "warn"
    monkeypatch.setattr(doctor, "_qt_fault", lambda: "libEGL.so.1: cannot open shared object file")
    point = told()[1]["Window"]
    assert (point["state"], "libEGL.so.1" in point["text"]) == ("warn", True)
    without(gone=("PySide6-Essentials",))
    assert "not installed" in told()[1]["Window"]["text"]


def test_qt_is_tried_in_another_process():
    seen = (
        "import sys; from studio.cli.start import main; main(['doctor', '--json']);"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", seen], env=dict(os.environ), capture_output=True)
    assert done.returncode == 0


def test_it_leaves_nothing_but_the_folders_it_tried(told):
    told()
    assert [path for path in config_folder().rglob("*") if path.is_file()] == []
    assert cache_folder().is_dir()
