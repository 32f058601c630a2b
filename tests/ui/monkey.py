"""A session of random valid events with a fixed seed over the whole window.

python -m tests.ui.monkey CAMPAIGN SEED SECONDS

Meant for a process of its own: what crashes takes only that along. Every event stands in the log
on stderr before it is sent; the last line on stdout is a JSON object with `problems` and `grown`.
"""

from __future__ import annotations

import ctypes
import faulthandler
import gc
import json
import random
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import (
    QObject,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from studio.campaign.project import Project
from studio.core.kept import held_by_all
from tests.ui.monkeys import end_by, longest
from ui.app import Parts, build
from ui.widgets.theme import apply_theme

_PAUSE_MS, _LOOK_MS = 12, 500
_WARM = 0.4
"""This share of the session fills caches; memory is looked at from then on."""
_PATIENCE = 20.0
"""Seconds that jobs have to end."""
_NOT = frozenset(["quit", "close", "new", "open", "sample", "export", "crash", "deliver-retry"])
_MAKES = "deliver-make"
"""Commands that end the session, begin another document, or run an export."""
_MOST_STEPS = 20_000
_KEYS = (
    "Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Return",
    "Escape", "Space", "Delete", "Backspace", "F2", "F8", "J", "K", "L", "A", "7", "Ctrl+Z",
    "Ctrl+Y", "Ctrl+A", "Ctrl+Right", "Shift+Down", "Ctrl+=", "Ctrl+-", "Ctrl+0", "+", "-",
)  # fmt: skip
_SAID_OFFSCREEN = "This plugin does not support"
_Act = Callable[[], None]


class Monkey(QObject):
    """Acts again and again until its time is over, then takes everything back."""

    def __init__(self, parts: Parts, seed: int, seconds: float) -> None:
        super().__init__()
        self._parts = parts
        self._chance = random.Random(seed)
        self._began = time.monotonic()
        self._seconds = seconds
        self._warm = 0
        self.problems: list[str] = []
        self.grown = 0
        self.acts = 0
        self._over = self._left = False
        self._start: Project = parts.session.project
        parts.session.replaced.connect(self._another)

    def _another(self) -> None:
        self._start = self._parts.session.project

    def begin(self, looks: int = 0) -> None:
        """From now on: first a look at every page at its largest in both languages."""
        if looks == 0:
            self._parts.window.resize(1920, 1080)
        if looks in (4, 8):
            self._parts.speak("zh-Hans" if looks == 4 else "en")
        if looks < 8:
            self._parts.window.show_page(looks % 4)
            QTimer.singleShot(_LOOK_MS, self, partial(self.begin, looks + 1))
            return
        self._began = time.monotonic()
        QTimer.singleShot(_PAUSE_MS, self, self._turn)

    def _turn(self) -> None:
        spent = (time.monotonic() - self._began) / self._seconds
        if spent > 1 and not self._over:
            self._over = True
            QTimer.singleShot(0, self, self._leave)
        if self._over:
            return
        if spent > _WARM and not self._warm:
            self._warm = used()
        # Before the act: a dialog that it opens runs a loop of its own, and is acted on in there.
        QTimer.singleShot(_PAUSE_MS, self, self._turn)
        self.acts += 1
        acts, weights = zip(*self._acts(), strict=True)
        self._chance.choices(acts, weights)[0]()

    def _acts(self) -> list[tuple[_Act, int]]:
        inside: list[tuple[_Act, int]] = [
            (self._click, 20), (self._press, 25), (self._mouse, 25), (self._type, 8),
        ]  # fmt: skip
        if QApplication.activePopupWidget() or QApplication.activeModalWidget():
            return [*inside, (self._back_out, 12)]
        return [
            *inside,
            (self._command, 15),
            (self._page, 6),
            (self._history, 10),
            (self._resize, 2),
            (self._speak, 1),
        ]

    # -- acts -----------------------------------------------------------------------------

    def _say(self, *words: object) -> None:
        size = resident() // 1_000_000
        sys.stderr.write(f"{self.acts} {size} MB: {' '.join(str(word) for word in words)}\n")
        sys.stderr.flush()

    @property
    def _top(self) -> QWidget:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return top or self._parts.window

    def _one_of(self, kind: type[QWidget]) -> Any:
        found = [
            one
            for one in self._top.findChildren(kind)
            # Python may still have a name for what Qt has let go.
            if isValid(one) and one.isVisible() and one.isEnabled()
        ]
        return self._chance.choice(found) if found else None

    def _click(self) -> None:
        top = self._top
        if isinstance(top, QMenu):
            self._choose(top)
            return
        button = self._one_of(QAbstractButton)
        if button is None or is_left_out(named(button)):
            return
        self._say("click", described(button))
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _choose(self, menu: QMenu) -> None:
        actions = [
            one
            for one in menu.actions()
            if one.isEnabled() and one.isVisible() and not is_left_out(one.objectName())
            and one.menu() is None and not one.isSeparator()
        ]  # fmt: skip
        action = self._chance.choice(actions) if actions else None
        self._say("menu", action.text() if action else "closed")
        menu.close()
        if action is not None:
            action.trigger()

    def _press(self) -> None:
        keys = self._chance.choice(_KEYS)
        target = QApplication.focusWidget()
        if target is None or not target.isVisible():
            target = self._top
        if keys in ("Return", "Space") and is_left_out(named(target)):
            return
        self._say("press", keys, described(target))
        QTest.keySequence(target, QKeySequence(keys))

    def _mouse(self) -> None:
        widget = self._one_of(QWidget)
        if widget is None or isinstance(widget, (QAbstractButton, QMenu)):
            return
        rect = widget.rect()
        at, to = (
            QPoint(self._chance.randint(0, rect.width()), self._chance.randint(0, rect.height()))
            for _ in range(2)
        )
        what = self._chance.choice(("click", "double", "drag", "wheel", "move"))
        self._say(what, described(widget), at.toTuple())
        button = Qt.MouseButton.LeftButton
        if what == "click":
            QTest.mouseClick(widget, button, pos=at)
        elif what == "double":
            QTest.mouseDClick(widget, button, pos=at)
        elif what == "drag":
            QTest.mousePress(widget, button, pos=at)
            QTest.mouseMove(widget, (at + to) / 2)
            QTest.mouseMove(widget, to)
            QTest.mouseRelease(widget, button, pos=to)
        elif what == "move":
            QTest.mouseMove(widget, at)
        else:
            self._wheel(widget, at)

    def _wheel(self, widget: QWidget, at: QPoint) -> None:
        turned = QPoint(0, self._chance.choice((-120, 120)))
        event = QWheelEvent(
            QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), turned,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
            False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def _type(self) -> None:
        field = self._one_of(self._chance.choice((QLineEdit, QPlainTextEdit)))
        if field is None:
            return
        text = "".join(self._chance.choices("abc 12:.-", k=self._chance.randint(1, 6)))
        self._say("type", described(field), repr(text))
        field.setFocus()
        QTest.keyClicks(field, text)

    def _command(self) -> None:
        commands = self._parts.window.commands
        commands.refresh()
        there = [
            one.action.id
            for one in commands
            if one.made.isEnabled() and not is_left_out(one.action.id)
        ]
        name = self._chance.choice(there)
        self._say("command", name)
        commands[name].trigger()

    def _page(self) -> None:
        number = self._chance.randrange(4)
        self._say("page", number)
        self._parts.window.show_page(number)

    def _history(self) -> None:
        times, back = self._chance.randint(1, 4), self._chance.random() < 0.6
        self._say("undo" if back else "redo", times)
        for _ in range(times):
            (self._parts.session.undo if back else self._parts.session.redo)()

    def _resize(self) -> None:
        width, height = self._chance.choice(((1280, 720), (1440, 900), (1920, 1080), (1100, 680)))
        self._say("resize", width, height)
        self._parts.window.resize(width, height)

    def _speak(self) -> None:
        language = self._chance.choice(("en", "zh-Hans"))
        self._say("speak", language)
        self._parts.speak(language)

    def _back_out(self) -> None:
        top = self._top
        self._say("back out of", described(top))
        if isinstance(top, QDialog):
            top.reject()
        else:
            top.close()

    # -- the end --------------------------------------------------------------------------

    def _leave(self) -> None:
        """Out of every dialog and menu, one in each turn, then everything is taken back."""
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if top is not None:
            # Before it: a dialog that asks before it goes runs a loop of its own.
            QTimer.singleShot(30, self, self._leave)
            self._back_out()
            return
        if self._left:
            return
        self._left = True
        self._parts.window.setFocus()
        QTimer.singleShot(1000, self, self._take_back)

    def _take_back(self) -> None:
        session = self._parts.session
        self._say("take everything back")
        for _ in range(_MOST_STEPS):
            if session.history is None or session.history.undo_label is None:
                break
            session.undo()
        else:
            self.problems.append("Undo comes to no end.")
        if session.project != self._start:
            self.problems.append("Undo of everything is not what it began with.")
        self._measure(time.monotonic() + _PATIENCE)

    def _measure(self, until: float) -> None:
        """Once no job is at work: a job holds what it works on."""
        if self._parts.jobs.running and time.monotonic() < until:
            QTimer.singleShot(_LOOK_MS, self, partial(self._measure, until))
            return
        if self._warm:
            self.grown = used() - self._warm
        self._parts.session.close()
        QTimer.singleShot(200, self, QApplication.exit)


def is_left_out(name: str) -> bool:
    """Whether a command is none for this session."""
    return name in _NOT or name.startswith(_MAKES)


def named(widget: QObject) -> str:
    """The command of a widget or its own name."""
    return str(widget.property("command") or widget.objectName())


def described(widget: QWidget) -> str:
    """For the log."""
    return f"{type(widget).__name__}({named(widget) or widget.accessibleName()})"


def resident() -> int:
    """Bytes of memory this process has now; 0 where the system does not tell."""
    try:
        said = Path("/proc/self/statm").read_text(encoding="ascii")
    except OSError:
        return 0
    return int(said.split()[1]) * 4096


def used() -> int:
    """Bytes that are in use: what was let go and only waits to be used again is given back.

    Without what is kept ready: that comes and goes in waves, within bounds of its own.
    """
    gc.collect()
    if sys.platform == "linux":
        ctypes.CDLL(None).malloc_trim(0)
    return resident() - held_by_all()


def _no_files() -> None:
    """Nobody answers the dialogs of the system here: they are closed without a choice."""
    for name, nothing in (
        ("getOpenFileName", ("", "")),
        ("getOpenFileNames", ([], "")),
        ("getSaveFileName", ("", "")),
        ("getExistingDirectory", ""),
    ):
        setattr(QFileDialog, name, staticmethod(lambda *_, nothing=nothing, **__: nothing))
    QDesktopServices.openUrl = staticmethod(lambda *_: True)  # type: ignore[method-assign]


def _listen(problems: list[str]) -> None:
    """Errors and Qt's warnings are problems."""

    def raised(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        problems.append("".join(traceback.format_exception(kind, error, trace)))

    def said(kind: QtMsgType, _: object, text: str) -> None:
        quiet = kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
        if not quiet and _SAID_OFFSCREEN not in text:
            problems.append(f"Qt: {text}")

    sys.excepthook = raised
    qInstallMessageHandler(said)


def main(arguments: Sequence[str]) -> int:
    """Returns 0 for a session without a problem."""
    faulthandler.enable()
    campaign, seed, seconds = Path(arguments[0]), int(arguments[1]), float(arguments[2])
    end_by(longest(seconds))
    app = QApplication(["lobbycard"])
    apply_theme(app)
    _no_files()
    parts = build()
    parts.window.resize(1440, 900)
    parts.window.show()
    parts.documents.open(campaign)
    monkey = Monkey(parts, seed, seconds)
    _listen(monkey.problems)
    QTimer.singleShot(1500, monkey, monkey.begin)
    app.exec()
    sys.stdout.write(
        json.dumps(
            {"problems": monkey.problems, "grown": monkey.grown, "acts": monkey.acts},
            ensure_ascii=False,
        )
        + "\n"
    )
    sys.stdout.flush()
    parts.close()
    return 1 if monkey.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
