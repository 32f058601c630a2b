"""The command line itself: registry, output for machines, pipes, poor terminals, stops."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from studio.cli import start
from studio.cli.command import COMMANDS, Command
from studio.cli.console import Console
from studio.cli.main import main
from studio.core.errors import Notice
from studio.core.progress import Cancelled
from studio.presets import store
from tests.studio.batch.conftest import campaign_file, film  # noqa: F401 - fixtures
from ui import launch

SCRIPT = "import sys; from ui.launch import main; sys.exit(main(sys.argv[1:]))"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )


def test_the_window_and_the_command_line_know_the_same_commands():
    start.file_commands(["--help"])
    assert set(COMMANDS.names()) == set(start.MODULES) == launch.COMMANDS


def test_a_command_imports_no_other():
    seen = (
        "import sys; from studio.cli.start import main; code = main(['presets', 'list', 'video']);"
        "print(sorted(name for name in sys.modules if name in ('studio.cli.doctor', "
        "'studio.shots.analyse', 'studio.cli.export')), code)"
    )
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[] 0"


def test_help_names_every_command_and_version_loads_none():
    said = run("--help").stdout.decode()
    assert all(f"\n    {name} " in said for name in start.MODULES)
    assert run("--version").stdout.startswith(b"lobbycard ")


@pytest.mark.parametrize("name", start.MODULES)
def test_every_command_has_its_help_and_refuses_what_it_does_not_know(name, capsys):
    assert start.main([name, "--help"]) == 0
    assert f"lobbycard {name}" in capsys.readouterr().out
    assert start.main([name, "--no-such-thing"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "Try: lobbycard" in said.err


def test_a_part_that_is_not_installed_is_named(tmp_path):
    script = "import sys; sys.modules['srt'] = None\n" + SCRIPT
    done = subprocess.run(
        [sys.executable, "-c", script, "subs", "check", "x.srt"], capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "not installed" in done.stderr
    assert "srt" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_that_lacks_characters_is_served(tmp_path):
    for encoding in ("ascii", "latin-1", "cp936"):
        done = run("presets", "list", PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b""), encoding
        done = run("presets", "show", "no-such", PYTHONIOENCODING=encoding)
        assert done.returncode == 2
        assert b"no-such" in done.stderr
        assert b"Traceback" not in done.stderr
        # JSON stays JSON, and says the same.
        told = json.loads(run("presets", "list", "--json", PYTHONIOENCODING=encoding).stdout)
        assert "×" in str(told)


@pytest.mark.skipif(os.name != "posix", reason="names that are no text")
def test_a_file_whose_name_is_no_text_is_told():
    done = run("probe", os.fsdecode(b"caf\xe9.mp4"))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"is not there" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="a shell's pipe")
@pytest.mark.parametrize("arguments", ["presets list", "presets list --json", "doctor", "--help"])
def test_a_reader_that_leaves_early_is_no_fault(arguments):
    command = f"{sys.executable} -c '{SCRIPT}' {arguments} | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=120)
    assert done.stderr == ""
    assert done.returncode == 0


def test_in_a_pipe_a_row_stays_a_line(capsys):
    assert start.main(["presets", "list", "formats"]) == 0
    rows = capsys.readouterr().out.strip().splitlines()
    assert len(rows) == 1 + len(store.names("formats"))


def test_json_is_one_object_and_words_go_to_stderr(campaign_file: Path, capsys):  # noqa: F811
    text = campaign_file.read_text("utf-8").replace("stall.en.srt", "gone.en.srt")
    campaign_file.write_text(text, encoding="utf-8")
    code = start.main(["export", str(campaign_file), "--json", "--dry-run"])
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert code == 1
    assert [one["state"] for one in told["outputs"]] == ["missing", "refused", "missing"]
    assert "gone.en.srt" in told["problems"][0]
    assert "gone.en.srt" in said.err
    assert not (campaign_file.parent / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "film=stal"], "no film “stal”"),
        (["--only", "flim=stall"], "Did you mean “film”?"),
        (["--only", "market=cn,market=kn"], "no market “kn”"),
        (["--jobs", "-1"], "out of bounds"),
        (["--jobs", "many"], "invalid int value"),
    ],
)
def test_a_wrong_wish_is_refused_before_anything_is_made(campaign_file, capsys, arguments, said):  # noqa: F811
    assert start.main(["export", str(campaign_file), *arguments]) == 2
    assert said in " ".join(capsys.readouterr().err.split())
    assert not (campaign_file.parent / "out").exists()


def test_what_is_open_is_planned_as_missing(campaign_file, capsys):  # noqa: F811
    text = campaign_file.read_text("utf-8").replace('"00:00:00.5"', '"auto"')
    campaign_file.write_text(text, encoding="utf-8")
    assert start.main(["export", str(campaign_file), "--json", "--dry-run"]) == 0
    told = json.loads(capsys.readouterr().out)["outputs"]
    assert told[0]["state"] == "missing"
    assert told[0]["why"] == "Never made; The still is chosen when it is exported."
    assert campaign_file.read_text("utf-8") == text


class Raises:
    """A command that ends in some way."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __call__(self, request, console: Console) -> int:
        raise self.error


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (KeyboardInterrupt(), 130, "Stopped"),
        (Cancelled(), 130, "Stopped"),
        (OSError(28, "No space left on device", "/x"), 2, "Make room on that disk"),
        (ZeroDivisionError("x"), 2, "This is a fault in Lobbycard"),
        (MemoryError(), 2, "not enough memory"),
    ],
)
def test_whatever_happens_ends_in_words_and_a_code(monkeypatch, capsys, error, code, words):
    entry = Command("doctor", "for this test", lambda parser: None, Raises(error))
    monkeypatch.setitem(COMMANDS._items, "doctor", entry)
    assert main(["doctor"]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert words in said.err


def test_what_a_person_wrote_is_never_read_as_markup(capsys):
    console = Console()
    console.say("[red]a[/] [nonsense")
    console.warn("[/] b")
    console.notice(Notice("t", "[bold]c", "[d]", "[e]"))
    said = capsys.readouterr()
    assert said.out == "[red]a[/] [nonsense\n"
    assert said.err == "[/] b\n[bold]c\n[d]\n[e]\n"
