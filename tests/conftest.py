"""What every test has: no window on anybody's screen, no touch of the person's files, the media."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import tempfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

# Before anything loads Qt, which reads this once.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Processes that tests start, in whatever folder, find the checkout.
os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parents[1])

# A run that was started in the background hears no Ctrl-C, nor would what the tests start and stop.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

_LONGEST = (
    "test_line.py",
    "test_bad_input.py",
    "test_sample.py",
    "test_monkey.py",
    "test_looks.py",
)
"""Files that take minutes go first, or one of two processes would wait for the other's last."""


_HUNG = 300.0
"""Seconds after which a test, what it sets up and puts away included, says where it stands and is
ended: a run that hangs tells nobody anything, not even what had failed before."""


_TOLD = pytest.StashKey[int]()
"""Where that is said: stderr itself; what is caught of a test dies with its process."""


def _watched(config: pytest.Config) -> None:
    # Anew for each test: the window's own guard, where a test has it, ends with this turned off.
    faulthandler.enable(file=config.stash[_TOLD])
    faulthandler.dump_traceback_later(_HUNG, exit=True, file=config.stash[_TOLD])


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    _watched(item.config)
    try:
        return (yield)
    finally:
        faulthandler.cancel_dump_traceback_later()


@pytest.hookimpl(trylast=True)
def pytest_exception_interact(node: pytest.Item | pytest.Collector) -> None:
    # pytest's own clock stops here; what a failed test puts away can hang as well.
    _watched(node.config)


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    assert sys.__stderr__ is not None
    config.stash[_TOLD] = os.dup(sys.__stderr__.fileno())
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is not None:
        config.pluginmanager.register(_AtOnce(reporter))


_SAID = 2000


class _AtOnce:
    """Says of each failure what it was as it happens, should the run not come to its end."""

    def __init__(self, reporter: pytest.TerminalReporter) -> None:
        self._reporter = reporter

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            crash = getattr(report.longrepr, "reprcrash", None)
            last = crash.message if crash is not None else report.longreprtext
            self._reporter.ensure_newline()
            self._reporter.write_line(f"{report.when} of {report.nodeid}: {last[:_SAID]}")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order that pytest found, the longest files before all others."""
    top = Path(__file__).parent
    long = {top / name for name in _LONGEST} | {top / "ui" / name for name in _LONGEST}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session", autouse=True)
def _own_places_for_the_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Session fixtures run before a test's own places exist; they get these."""
    places = tmp_path_factory.mktemp("places")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOBBYCARD_CACHE", str(places / "cache"))
        patch.setenv("LOBBYCARD_CONFIG", str(places / "config"))
        yield


@pytest.fixture(autouse=True)
def _own_places(
    _own_places_for_the_session: None,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """An empty cache and an empty configuration for each test.

    Inside the run's own folder: settings that are written after the test bring theirs back.
    """
    base = tmp_path_factory.getbasetemp()
    with tempfile.TemporaryDirectory(dir=base, ignore_cleanup_errors=True) as places:
        monkeypatch.setenv("LOBBYCARD_CACHE", str(Path(places) / "cache"))
        monkeypatch.setenv("LOBBYCARD_CONFIG", str(Path(places) / "config"))
        yield


@pytest.fixture(scope="session")
def media() -> Path:
    """The folder of real films, subtitles and clips; see CONTRIBUTING.md."""
    given = os.environ.get("LOBBYCARD_MEDIA")
    if given and Path(given, "media").is_dir():
        return Path(given)
    missing = (
        f"LOBBYCARD_MEDIA names no folder with media in it: {given}"
        if given
        else "LOBBYCARD_MEDIA is not set"
    )
    if given or os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)
