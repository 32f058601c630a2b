"""`run.py`: plain words where it cannot set up, no work where it has, repair after a cut."""

from __future__ import annotations

import ast
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def run(tmp_path: Path) -> ModuleType:
    """run.py as a module, in a checkout of its own that holds nothing but locks."""
    shutil.copyfile(ROOT / "run.py", tmp_path / "run.py")
    (tmp_path / "requirements").mkdir()
    for name in ("lock.txt", "test.txt"):
        (tmp_path / "requirements" / name).write_text("", encoding="utf-8")
    found = importlib.util.spec_from_file_location("run_of_a_test", tmp_path / "run.py")
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def quick(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The same, making real environments but without pip in them, which takes most of the time."""
    really = run.run_quietly

    def without_pip(command: list[str], environment: dict[str, str]) -> object:
        assert command[1:3] == ["-m", "venv"]
        return really([*command, "--without-pip"], environment)

    monkeypatch.setattr(run, "run_quietly", without_pip)
    monkeypatch.setattr(run, "pip_install", lambda *_: None)
    return run


def test_an_old_python_can_read_it() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


class Case(NamedTuple):
    version: tuple[int, int]
    found: str
    said: str


CASES = [
    Case(
        (3, 9),
        "python3.12",
        "Lobbycard needs Python 3.11 to 3.14, this is 3.9: type python3.12 run.py",
    ),
    Case(
        (3, 9),
        "",
        "Lobbycard needs Python 3.11 to 3.14, this is 3.9:"
        " install one, then type python3.14 run.py",
    ),
    Case(
        (3, 15),
        "python3.14",
        "Lobbycard needs Python 3.11 to 3.14, this is 3.15: type python3.14 run.py",
    ),
    Case((3, 11), "", ""),
    Case((3, 14), "", ""),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_wrong_python_is_told_in_one_sentence(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, case: Case
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name == case.found else None)
    assert run.wrong_python(case.version) == case.said


def test_without_ensurepip_it_says_what_to_type(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "has_ensurepip", lambda: False)
    monkeypatch.setattr(run, "is_debian_root", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert run.main(["presets", "list"]) == 1
    assert capsys.readouterr().err == (
        "This Python cannot make environments (no ensurepip); type:"
        f" sudo apt-get install python3.{sys.version_info[1]}-venv\n"
    )


def test_without_ensurepip_root_on_debian_gets_it_installed(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = iter([False, True])
    asked: list[list[str]] = []
    monkeypatch.setattr(run, "has_ensurepip", lambda: next(there))
    monkeypatch.setattr(run, "is_debian_root", lambda: True)
    monkeypatch.setattr(run, "apt_install", asked.append)
    run.require_ensurepip()
    assert asked == [[f"python3.{sys.version_info[1]}-venv"]]


def test_missing_system_libraries_are_named_exactly(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(run, "is_debian_root", lambda: False)
    monkeypatch.setattr(run, "loads", lambda name: name not in {"libEGL.so.1", "libGL.so.1"})
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(run.Trouble) as told:
        run.require_test_system()
    assert str(told.value).endswith("\nsudo apt-get install libegl1 libgl1 ghostscript xvfb")


def test_root_on_debian_gets_missing_libraries_installed(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(run, "is_debian_root", lambda: True)
    monkeypatch.setattr(run, "loads", lambda name: name != "libEGL.so.1")
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(run, "apt_install", asked.append)
    run.require_test_system()
    assert asked == [["libegl1"]]


def test_a_second_run_does_nothing_and_needs_no_network(
    quick: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick.set_up(("lock.txt", "test.txt"))

    def fail(*command: object) -> None:
        pytest.fail(f"ran {command}")

    monkeypatch.setattr(quick, "run_quietly", fail)
    quick.set_up(("lock.txt", "test.txt"))
    quick.set_up(("lock.txt",))


def test_only_a_changed_lock_is_installed_again(
    quick: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick.set_up(("lock.txt", "test.txt"))
    asked: list[str] = []
    monkeypatch.setattr(quick, "install", asked.append)
    (quick.HERE / "requirements" / "test.txt").write_text("# changed\n", encoding="utf-8")
    quick.set_up(("lock.txt", "test.txt"))
    assert asked == ["test.txt"]


def test_an_install_that_was_cut_off_is_made_from_the_start(
    quick: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick.set_up(("lock.txt",))
    half = quick.VENV / "half-installed"
    half.write_text("", encoding="utf-8")
    (quick.HERE / "requirements" / "lock.txt").write_text("# changed\n", encoding="utf-8")

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(quick, "pip_install", cut_off)
        assert quick.main(["presets", "list"]) == 130
    assert half.exists()
    quick.set_up(("lock.txt",))
    assert not half.exists()
    assert quick.is_set_up(("lock.txt",))


def test_the_words_of_pip_are_shown_when_it_fails(
    run: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = run.HERE / "requirements" / "lock.txt"
    lock.write_text("not-a-package-of-anybody @ file:///nowhere/at/all.whl\n", encoding="utf-8")
    assert run.main(["presets", "list"]) == 1
    told = capsys.readouterr().err
    assert "ERROR" in told
    assert told.endswith("Mend that and run the same again.\n")
    assert not run.is_set_up(("lock.txt",))


def test_the_environment_of_another_python_is_made_again(quick: ModuleType) -> None:
    quick.set_up(("lock.txt",))
    settings = quick.VENV / "pyvenv.cfg"
    written = settings.read_text(encoding="utf-8")
    assert not quick.must_be_made()
    other = written.replace(f"version = 3.{sys.version_info[1]}", "version = 3.10")
    settings.write_text(other, encoding="utf-8")
    assert quick.must_be_made()


def test_every_check_runs_and_the_first_failure_counts(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = iter([0, 3, 0, 0, 1])
    asked: list[list[str]] = []

    def call(command: list[str], _: dict[str, str], folder: str) -> int:
        asked.append(command[1:3])
        assert folder == str(run.HERE)
        return next(codes)

    monkeypatch.setattr(run, "call", call)
    assert run.test(["-k", "shape"]) == 3
    assert asked[:3] == [["-m", "ruff"], ["-m", "ruff"], ["-m", "mypy"]]
    assert asked[4] == ["-m", "pytest"]
    said = "== ruff check: ok, ruff format: failed, mypy: ok, imports: ok, pytest: failed\n"
    assert capsys.readouterr().err.endswith(said)


def test_a_command_runs_where_the_person_is_and_imports_only_ours(tmp_path: Path) -> None:
    """A folder of the person's own called `studio` is not ours."""
    checkout, elsewhere = tmp_path / "checkout", tmp_path / "elsewhere"
    for folder in (checkout / "ui", checkout / "requirements", elsewhere / "ui"):
        folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "run.py", checkout / "run.py")
    (checkout / "requirements" / "lock.txt").write_text("", encoding="utf-8")
    ours = "import os, sys\nprint(os.getcwd(), *sys.argv[1:])\nsys.exit(7)\n"
    (checkout / "ui" / "launch.py").write_text(ours, encoding="utf-8")
    (elsewhere / "ui" / "launch.py").write_text("raise SystemExit('theirs')\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(checkout / "run.py"), "shots", "a film.mp4", "--json"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(elsewhere)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (7, f"{elsewhere} shots a film.mp4 --json\n")


def test_where_bytecode_is_forbidden_it_is_kept_in_the_environment(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    source = run.HERE / "spoken.py"
    source.write_text("", encoding="utf-8")
    command = [sys.executable, "-c", "import spoken"]

    subprocess.run(command, env=run.ours(), check=True)

    assert list((run.VENV / "bytecode").rglob("spoken.*.pyc"))
    assert not (run.HERE / "__pycache__").exists()
