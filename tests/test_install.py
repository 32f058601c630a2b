"""The wheel: it holds the packages and their data, and its script works in an empty environment."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DATA = ("presets", "resources")


def ran(command: list[str], folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run in `folder` without anything that leads Python back to the checkout."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.run(
        command,
        cwd=folder,
        env={**environment, "PYTHONUTF8": "1", **more},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by the project's own backend, without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    done = ran([*build, "--directory", str(folder)], ROOT)
    assert done.returncode == 0, done.stderr
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def script(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`lobbycard` of an environment that holds the wheel, and sees our dependencies by a .pth."""
    place = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(place, symlinks=os.name != "nt")
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(scripts / "python")]
    done = ran([*pip, "install", "--no-deps", "--no-index", "--quiet", str(wheel)], place)
    assert done.returncode == 0, done.stderr
    ask = [str(scripts / "python"), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = Path(ran(ask, place).stdout.strip())
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return scripts / "lobbycard"


def bundled() -> set[str]:
    """Every data file of the checkout, as the wheel names it."""
    return {
        f"lobbycard_data/{path.relative_to(ROOT).as_posix()}"
        for folder in DATA
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }


def test_the_wheel_holds_code_data_and_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    assert sorted(bundled() - names) == []
    code = {
        p.relative_to(ROOT).as_posix() for o in ("studio", "ui") for p in (ROOT / o).rglob("*.py")
    }
    assert sorted(code - names) == []
    licences = {name.rsplit("/", 1)[-1] for name in names if "/licenses/" in name}
    assert {"LICENSE", "THIRD-PARTY.md"} <= licences
    assert {name.split("/")[0].split("-")[0] for name in names} == {
        *("lobbycard_data", "lobbycard", "studio", "ui")
    }


def test_an_installed_command_finds_its_presets(script: Path, tmp_path: Path) -> None:
    done = ran([str(script), "presets", "list", "--json"], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert str(ROOT) not in done.stdout
    here = ran([sys.executable, "-m", "ui.launch", "presets", "list", "--json"], ROOT)
    listed, expected = (json.loads(one.stdout)["presets"] for one in (done, here))
    for one in (*listed, *expected):
        one.pop("path")
    assert listed == expected


def test_an_installed_tool_finds_its_resources(script: Path, tmp_path: Path) -> None:
    ask = "from studio.core.places import resources_folder; print(resources_folder())"
    done = ran([str(script.with_name("python")), "-c", ask], tmp_path)
    assert done.returncode == 0, done.stderr
    found = Path(done.stdout.strip())
    assert ROOT not in found.parents
    assert {p.name for p in (found / "fonts").iterdir()} == {
        p.name for p in (ROOT / "resources" / "fonts").iterdir()
    }


def test_the_installed_doctor_answers(script: Path, tmp_path: Path) -> None:
    done = ran([str(script), "doctor", "--json"], tmp_path)
    assert done.returncode in (0, 1)
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout)
