#!/usr/bin/env python3
"""Start Lobbycard from a checkout: make its environment at the first run, then hand over.

    python3 run.py                     the window
    python3 run.py CAMPAIGN            the window with a campaign or a film
    python3 run.py sample DIR          write the sample campaign into DIR and export all of it
    python3 run.py test [ARGUMENTS]    install what tests need, then lint, type-check and test
    python3 run.py COMMAND ...         a command, as `lobbycard COMMAND ...` (--help lists them)

Needs Python 3.11 to 3.14 and nothing else. The environment lies in .venv beside this file; it
holds the versions of requirements/lock.txt, checked by hash, and is made again when that file or
Python changes. pip's own settings (index, proxy, certificates) are yours. Deleting .venv undoes
everything.
"""

# Python 3.6 must still be able to read this file, to say that it is too old: no newer syntax,
# annotations in quotes.

import collections.abc
import contextlib
import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

OLDEST, NEWEST = (3, 11), (3, 14)
HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
UNFINISHED = "unfinished"

# What the libraries of PySide6 that we use name as needed (objdump -p of Gui, Widgets, Multimedia
# and the platform plugins) and a small Debian lacks.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libXext.so.6": "libxext6",
    "libXrandr.so.2": "libxrandr2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Tests that drive the real window do it on a screen of their own; PDFs for print are separated.
TEST_PROGRAMS = {"Xvfb": "xvfb", "gs": "ghostscript"}


class Trouble(Exception):
    """Something the person has to mend; the text says what and how."""


def say(text: str) -> None:
    """A line for the person, on stderr: stdout belongs to the command."""
    print(text, file=sys.stderr, flush=True)


# ---- Python -----------------------------------------------------------------------------------


def wrong_python(version: "tuple[int, ...]") -> str:
    """One sentence when this Python is too old or newer than the locked versions, else ""."""
    if OLDEST <= tuple(version[:2]) <= NEWEST:
        return ""
    names = [f"python3.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    found = [name for name in names if shutil.which(name)]
    advice = "type" if found else "install one, then type"
    return (
        f"Lobbycard needs Python 3.{OLDEST[1]} to 3.{NEWEST[1]}, this is"
        f" {version[0]}.{version[1]}: {advice} {(found or names)[0]} run.py"
    )


def require_ensurepip() -> None:
    """Where Debian split ensurepip off, install it as root, or say what to type."""
    if has_ensurepip():
        return
    package = f"python3.{sys.version_info[1]}-venv"
    if is_debian_root():
        say(f"Installing {package} ...")
        with contextlib.suppress(Trouble):
            apt_install([package])
        importlib.invalidate_caches()
        if has_ensurepip():
            return
    if shutil.which("apt-get"):
        raise Trouble(
            "This Python cannot make environments (no ensurepip); type:"
            f" sudo apt-get install {package}"
        )
    raise Trouble(
        "This Python cannot make environments (no ensurepip): install your system's package"
        " for Python's venv module, or Python from python.org."
    )


def has_ensurepip() -> bool:
    """Whether `venv` can put pip into an environment."""
    return importlib.util.find_spec("ensurepip") is not None


# ---- system packages --------------------------------------------------------------------------


def is_debian_root() -> bool:
    """Whether we may install Debian packages ourselves."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def apt_install(packages: "list[str]") -> None:
    """Install Debian packages, with fresh lists when the ones at hand do not do. Raises Trouble."""
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    for command in (install, ["apt-get", "update"], install):
        done = run_quietly(command, environment)
        if done.returncode == 0 and command is install:
            return
    raise Trouble(done.stdout + "apt-get could not install: " + " ".join(packages))


def missing_packages() -> "list[str]":
    """Debian packages of the system libraries that Qt needs and this Linux lacks."""
    if not sys.platform.startswith("linux"):
        return []
    return sorted({package for name, package in QT_LIBRARIES.items() if not loads(name)})


def loads(library: str) -> bool:
    """Whether the dynamic loader finds `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def warn_of_missing_libraries() -> None:
    """A warning only: under Wayland or without sound the window may do with less."""
    missing = missing_packages()
    if missing:
        say("The window may lack system libraries; " + to_type(missing))


def require_test_system() -> None:
    """What tests need beside Python: installed as root on Debian, else said exactly."""
    missing = missing_packages()
    if sys.platform.startswith("linux"):
        missing += sorted(p for name, p in TEST_PROGRAMS.items() if not shutil.which(name))
    if not missing:
        return
    if is_debian_root():
        say("Installing system libraries: " + " ".join(missing))
        apt_install(missing)
        return
    raise Trouble("The tests need system libraries and programs; " + to_type(missing))


def to_type(packages: "list[str]") -> str:
    """How a person installs Debian packages."""
    return "on Debian or Ubuntu type:\nsudo apt-get install " + " ".join(packages)


# ---- the environment --------------------------------------------------------------------------


def python_of(venv: Path) -> Path:
    """The interpreter inside an environment."""
    if os.name == "nt":
        return venv / "Scripts" / "python.exe"
    return venv / "bin" / "python"


def stamp_of(name: str) -> Path:
    """The file that says what was installed from requirements/`name`."""
    return VENV / (".lobbycard-" + name)


def wanted_stamp(name: str) -> str:
    """What the stamp holds when requirements/`name` is installed for this Python."""
    digest = hashlib.sha256((HERE / "requirements" / name).read_bytes()).hexdigest()
    return " ".join((digest, sys.implementation.cache_tag or "", sysconfig.get_platform()))


def read_stamp(name: str) -> str:
    """What the stamp holds; "" without one."""
    try:
        return stamp_of(name).read_text(encoding="utf-8")
    except OSError:
        return ""


def must_be_made() -> bool:
    """Whether .venv is absent, broken, of another Python, or an install in it was cut off."""
    if not python_of(VENV).exists():
        return True
    if UNFINISHED in (read_stamp("lock.txt"), read_stamp("test.txt")):
        return True
    try:
        written = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return True
    version = re.search(r"(?m)^version(?:_info)?\s*=\s*(\d+)\.(\d+)", written)
    return version is not None and (int(version.group(1)), int(version.group(2))) != (
        sys.version_info[0],
        sys.version_info[1],
    )


def set_up(names: "tuple[str, ...]") -> None:
    """Bring .venv to the versions of requirements/`names`; does nothing when they are there."""
    if is_set_up(names):
        return
    with only_one_at_a_time():
        # Another run may have done it while this one waited.
        if is_set_up(names):
            return
        if must_be_made():
            require_ensurepip()
            say(f"Making .venv with Python 3.{sys.version_info[1]} ...")
            done = run_quietly([sys.executable, "-m", "venv", "--clear", str(VENV)], clean())
            if done.returncode != 0:
                raise Trouble(done.stdout + f"Python could not make {VENV}.")
        for name in names:
            if read_stamp(name) != wanted_stamp(name):
                install(name)


def is_set_up(names: "tuple[str, ...]") -> bool:
    """Whether every stamp is the one wanted."""
    return all(read_stamp(n) == wanted_stamp(n) for n in names) and python_of(VENV).exists()


@contextlib.contextmanager
def only_one_at_a_time() -> "collections.abc.Iterator[None]":
    """Hold off a second run.py of this checkout while one installs."""
    key = hashlib.sha256(str(HERE).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    with Path(tempfile.gettempdir(), f"lobbycard-{key}.lock").open("a+b") as held:
        if not locked(held):
            say("Another run.py is setting up; waiting for it ...")
            while not locked(held):
                time.sleep(0.5)
        yield


def locked(file: "IO[bytes]") -> bool:
    """Take the lock on an open file if it is free; the system frees it when we end."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def install(name: str) -> None:
    """pip installs requirements/`name`; the stamp says unfinished until it has. Raises Trouble."""
    lock = HERE / "requirements" / name
    text = lock.read_text(encoding="utf-8")
    count = len(re.findall(r"(?m)^[A-Za-z0-9]", text))
    what = "once, some 340 MB, a few minutes" if name == "lock.txt" else "for tests, once"
    say(f"Installing {count} packages of requirements/{name} ({what}) ...")
    before = read_stamp(name)
    stamp_of(name).write_text(UNFINISHED, encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="lobbycard-") as folder:
        # srt comes as source only and is built without isolation: its builder goes first.
        builder = re.search(r"(?ms)^setuptools==.*?(?=^[A-Za-z0-9]|\Z)", text)
        if builder:
            first = Path(folder) / "first.txt"
            first.write_text(builder.group(0), encoding="utf-8")
            pip_install(first, name, before)
        pip_install(lock, name, before)
    stamp_of(name).write_text(wanted_stamp(name), encoding="utf-8")


def pip_install(requirements: Path, name: str, before: str) -> None:
    """One run of pip, with the person's own settings. Raises Trouble with all that pip said."""
    command = [str(python_of(VENV)), "-m", "pip", "install", "--quiet", "--require-hashes"]
    command += ["--no-deps", "--no-build-isolation", "--requirement", str(requirements)]
    # USER and the three below would install elsewhere; PEP 517 is not yet the default of old pips.
    environment = clean(PIP_USER="0", PIP_NO_INPUT="1", PIP_USE_PEP517="1")
    for elsewhere in ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"):
        environment.pop(elsewhere, None)
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    done = run_quietly(command, environment)
    if done.returncode == 0:
        return
    # pip that fails by itself takes back what it did; only a run cut off leaves the mark.
    stamp_of(name).write_text(before, encoding="utf-8")
    raise Trouble(
        done.stdout + "Setting up stopped: pip said why above. Mend that and run the same again."
    )


# ---- running ----------------------------------------------------------------------------------


def clean(**more: str) -> "dict[str, str]":
    """The environment without what would lead Python to other packages, plus `more`."""
    environment = dict(os.environ)
    for name in ("PYTHONPATH", "PYTHONHOME", "__PYVENV_LAUNCHER__"):
        environment.pop(name, None)
    environment.update(more)
    return environment


def ours() -> "dict[str, str]":
    """The environment in which the checkout's packages are found, by child processes too."""
    environment = clean(PYTHONPATH=str(HERE))
    if environment.pop("PYTHONDONTWRITEBYTECODE", ""):
        # Images of machines set it. Compiled anew, every start and every test would wait for it.
        environment.setdefault("PYTHONPYCACHEPREFIX", str(VENV / "bytecode"))
    return environment


def run_quietly(
    command: "list[str]", environment: "dict[str, str]"
) -> "subprocess.CompletedProcess[str]":
    """Run to the end; what it says on either stream is in `stdout`, to be shown when it fails."""
    return subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def lobbycard(arguments: "list[str]") -> "list[str]":
    """The command of Lobbycard itself; with -P nothing is imported from the folder we are in."""
    return [str(python_of(VENV)), "-P", "-m", "ui.launch", *arguments]


def call(command: "list[str]", environment: "dict[str, str]", folder: "str | None" = None) -> int:
    """Run and wait. Ctrl-C reaches the child too: it is given the time to clean up."""
    child = subprocess.Popen(command, env=environment, cwd=folder)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue


def hand_over(arguments: "list[str]") -> int:
    """Become Lobbycard where the system can, so that signals and the exit code are its own."""
    command = lobbycard(arguments)
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(command[0], command, ours())
    return call(command, ours())


def sample(folder: str) -> int:
    """Write the sample campaign into `folder` and export all of it."""
    code = call(lobbycard(["sample", folder]), ours())
    return code or hand_over(["export", str(Path(folder) / "campaign.toml")])


def test(arguments: "list[str]") -> int:
    """Every check, each to its end; the exit code of the first that failed."""
    python = str(python_of(VENV))
    contracts = "from importlinter.cli import lint_imports_command as run; run()"
    checks = (
        ("ruff check", ["-m", "ruff", "check", "."]),
        ("ruff format", ["-m", "ruff", "format", "--check", "."]),
        ("mypy", ["-m", "mypy"]),
        ("imports", ["-c", contracts]),
        # By file, so that what a file's tests share is made once; the longest files come first. A
        # process that dies ends the run: xdist 3.8 would start another and give it files that are
        # done, and the two wait for each other without end.
        (
            "pytest",
            [
                *("-m", "pytest", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"),
                *("--max-worker-restart", "0", *arguments),
            ],
        ),
    )
    codes = {}
    for title, rest in checks:
        say("== " + title)
        codes[title] = call([python, *rest], clean(), str(HERE))
    said = [f"{title}: {'failed' if code else 'ok'}" for title, code in codes.items()]
    say("== " + ", ".join(said))
    return next((code for code in codes.values() if code), 0)


def main(arguments: "list[str]") -> int:
    """Set up what is needed, then run. Returns the exit code."""
    too_old = wrong_python(sys.version_info[:2])
    if too_old:
        say(too_old)
        return 2
    is_test = arguments[:1] == ["test"]
    try:
        if is_test:
            require_test_system()
        set_up(("lock.txt", "test.txt") if is_test else ("lock.txt",))
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        say("Stopped; the same command sets up again.")
        return 130
    if is_test:
        return test(arguments[1:])
    if not arguments or Path(arguments[0]).exists():
        warn_of_missing_libraries()
    if len(arguments) == 2 and arguments[0] == "sample" and not arguments[1].startswith("-"):
        return sample(arguments[1])
    return hand_over(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
