"""A localiser's day by keys and an input method alone, from two files to all that is delivered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QRadioButton,
    QWidget,
)

from tests.ui.walking import Desk, EventHand, Find, Person, awake
from ui.subs.grid import Grid
from ui.subs.model import TEXT_A, TEXT_B
from ui.subs.page import SubsPage

_TABS = 40
"""No dialog has more fields than this."""


class KeysHand(EventHand):
    """Has no mouse."""

    def click(self, find: Find, at: QPoint | None = None) -> None:
        """Refused: what is to be proved is that it goes without."""
        raise AssertionError("a click where only keys are allowed")

    def compose(self, reading: str, words: str) -> None:
        """What an input method sends: the reading as it is typed, then the words chosen for it."""
        for shown in (reading[:1], reading):
            self._send(QInputMethodEvent(shown, []))
        # The Enter that chooses words belongs to the input method: none of it reaches the window.
        done = QInputMethodEvent()
        done.setCommitString(words)
        self._send(done)

    def _send(self, event: QInputMethodEvent) -> None:
        def do() -> None:
            field = QApplication.focusWidget()
            if field is None:
                raise LookupError("nothing has the keyboard")
            QCoreApplication.sendEvent(field, event)

        self._desk.post(do)


@dataclass
class Localiser:
    """Works on one film's two tracks. What looks at the window only looks; keys do all the rest."""

    person: Person
    keys: KeysHand
    page: SubsPage

    # -- looks ----------------------------------------------------------------------------

    def until(self, look: Callable[[], object], what: str) -> Any:
        """Wait until something is so."""
        return self.person.desk.until(look, what)

    def track(self, side: int) -> Any:
        """A side as it stands in the document."""
        return self.person.desk.ask(lambda: self.page.track(side))

    def looked_at(self) -> None:
        """Wait until links and findings are those of the tracks as they are."""
        self.until(lambda: not self.page._looker.busy, "the tracks were looked at")

    # -- acts -----------------------------------------------------------------------------

    def dialog(self, name: str) -> None:
        """Wait for the dialog that has a button or field of this name, ready to be used."""
        self.until(lambda: _in_dialog(name), f"the dialog with {name} is there")

    def name_file(self, path: Path) -> None:
        """Type a path where the file dialog has put the cursor."""
        self.until(lambda: _file_field() is not None, "the file dialog has the keyboard")
        self.keys.press("Ctrl+A")
        self.keys.type(str(path))
        self.until(lambda: _file_field().text() == str(path), "the path is typed")
        self.keys.press("Return")
        self.until(lambda: _file_field() is None, "the file dialog is gone")

    def focus(self, name: str) -> None:
        """Tab to a field of the dialog, or to one of those whose names begin so."""
        passed = []
        for _ in range(_TABS):
            passed.append(self.person.desk.ask(_focused))
            if passed[-1].startswith(name):
                return
            self.keys.press("Tab")
        raise AssertionError(f"Tab does not reach {name}, only {passed}")

    def pick(self, name: str, begins: str) -> None:
        """Choose in a list by the first letters."""
        self.focus(name)
        self.keys.type(begins)

        def chosen() -> bool:
            box = QApplication.focusWidget()
            return isinstance(box, QComboBox) and box.currentText().startswith(begins)

        self.until(chosen, f"{begins} is chosen")

    def add_track(self, path: Path) -> None:
        """Bring in a file; where it asks, what it shows is taken."""
        before = len(self.person.parts.session.project.tracks)
        self.person.command("Add a track")
        self.name_file(path)
        self.until(
            lambda: (
                _in_dialog("import-add") or len(self.person.parts.session.project.tracks) > before
            ),
            "it is read",
        )
        if self.person.desk.ask(lambda: _in_dialog("import-add")):
            self.keys.press("Return")
        self.until(
            lambda: len(self.person.parts.session.project.tracks) > before, "the track is there"
        )
        self.looked_at()

    def mend(self) -> None:
        """Take all that can be mended, once the film's cuts are known."""

        def cuts() -> bool:
            bench = self.page._looker.bench()
            return bench is not None and bool(bench.around.cuts)

        self.until(cuts, "the film's cuts are known")
        self.looked_at()
        before = self.person.parts.session.project
        self.keys.press("Ctrl+F8")
        self.dialog("mend-go")
        self.keys.press("Return")
        self.until(lambda: self.person.parts.session.project is not before, "it is mended")
        self.looked_at()

    def go_to(self, row: int, column: int) -> None:
        """Walk to a cell."""
        self.until(awake, "a window has the keyboard")
        self.until(lambda: isinstance(QApplication.focusWidget(), Grid), "the grid has the keys")
        self.keys.press("Ctrl+Home")
        for _ in range(row):
            self.keys.press("Down")

        def place() -> tuple[int, int]:
            index = self.page.grid.currentIndex()
            return index.row(), index.column()

        for _ in range(_TABS):
            there = self.person.desk.ask(place)
            if there == (row, column):
                return
            self.keys.press("Right" if there[1] < column else "Left")
        raise AssertionError(f"the keys do not reach row {row}")

    def write(self, row: int, side: int, reading: str, words: str) -> None:
        """Put words at the end of a cue, by the input method."""
        self.go_to(row, (TEXT_A, TEXT_B)[side])
        self.keys.press("Return")
        self.until(lambda: _focused() == "subs-lines", "the cue is open")
        self.keys.press("Ctrl+End")
        self.keys.compose(reading, words)
        self.keys.press("Return")
        self.until(lambda: _focused() != "subs-lines", "the cue is kept")
        self.looked_at()

    def approve_all(self, side: int, name: str) -> None:
        """Every cue of a language; who does it is asked the first time."""
        session = self.person.parts.session
        self.go_to(0, (TEXT_A, TEXT_B)[side])
        self.keys.press("Ctrl+A")
        before = session.project
        self.keys.press("Ctrl+Shift+4")
        self.until(
            lambda: (
                isinstance(QApplication.activeModalWidget(), QDialog)
                or session.project is not before
            ),
            "the name is asked for, or was known",
        )
        if self.person.desk.ask(lambda: session.project is before):
            self.keys.type(name)
            self.keys.press("Return")
        self.until(lambda: session.project is not before, "they are approved")

    def export(self, what: int, form: str, path: Path) -> None:
        """One language (0 or 1) or both (2) in a format, by the first letters of its title."""
        self.person.command("Export subtitles")
        self.dialog("export-go")
        self.focus("export-what-")
        at = int(self.person.desk.ask(_focused)[-1])
        for _ in range(abs(what - at)):
            self.keys.press("Down" if what > at else "Up")
        self.keys.press("Space")
        self.until(lambda: _checked() == what, "what to write is chosen")
        self.pick("export-format", form)
        self.until(lambda: _in_dialog("export-go"), "it can be written")
        self.keys.press("Return")
        self.name_file(path)
        self.until(path.exists, f"{path.name} is written")

    def sheet(self, path: Path) -> None:
        """To the translators."""
        self.person.command("Send to translators")
        self.name_file(path)
        self.until(path.exists, "the sheet is written")

    def take_back(self, path: Path) -> None:
        """From the translators."""
        before = self.person.parts.session.project
        self.person.command("Take back a sheet")
        self.name_file(path)
        self.dialog("sheet-take")
        self.keys.press("Return")
        self.until(lambda: self.person.parts.session.project is not before, "it is taken")
        self.looked_at()

    def save(self) -> None:
        """Into the campaign's own files."""
        self.keys.press("Ctrl+S")
        self.until(lambda: not self.person.parts.session.unsaved, "it is saved")


def localiser(parts: Any) -> Localiser:
    """One at this window, on the Subtitles page."""
    desk = Desk()
    keys = KeysHand(desk)
    page = parts.window.findChild(SubsPage)
    return Localiser(Person(desk, keys, parts), keys, page)


def _focused() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def _in_dialog(name: str) -> bool:
    dialog = QApplication.activeModalWidget()
    found = dialog.findChild(QWidget, name) if dialog is not None else None
    return found is not None and found.isVisible() and found.isEnabled()


def _checked() -> int:
    dialog = QApplication.activeModalWidget()
    buttons = dialog.findChildren(QRadioButton) if dialog is not None else []
    return next(int(one.objectName()[-1]) for one in buttons if one.isChecked())


def _file_field() -> Any:
    found = QApplication.focusWidget()
    there = isinstance(found, QLineEdit) and found.objectName() == "fileNameEdit"
    return found if there else None
