"""A person at the window: another thread that looks, waits, and works it by mouse and keyboard."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QTableView,
    QWidget,
)

from ui.app import Parts
from ui.deliver.asks import Asks
from ui.deliver.page import DeliverPage
from ui.deliver.states import READY
from ui.keys.palette import Palette

PATIENCE = float(os.environ.get("WALK_PATIENCE", "60"))
_CLOSES, _CALM = 200, 10


class Desk(QObject):
    """Stands on the window's thread and does there what the person asks for."""

    _asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._asked.connect(lambda do: do(), Qt.ConnectionType.QueuedConnection)

    def post(self, do: Callable[[], None]) -> None:
        """Do it soon; a dialog that it opens keeps nobody waiting."""
        self._asked.emit(do)

    def ask(self, look: Callable[[], Any]) -> Any:
        """What `look` finds; its errors are raised here."""
        ready, found = threading.Event(), []

        def answer() -> None:
            try:
                found.append((look(), None))
            except Exception as error:  # noqa: BLE001 - raised again where it was asked
                found.append((None, error))
            ready.set()

        self._asked.emit(answer)
        if not ready.wait(PATIENCE):
            raise TimeoutError("the window does not answer")
        value, error = found[0]
        if error is not None:
            raise error
        return value

    def until(self, look: Callable[[], object], what: str, patience: float = PATIENCE) -> Any:
        """Wait for `look` to find something and return it."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            found = self.ask(look)
            if found:
                return found
            time.sleep(0.03)
        raise TimeoutError(f"waited in vain: {what}")


# Widgets are looked for anew each time: Python loses hold of those that Qt's dialogs own.
Find = Callable[[], QWidget | None]


class Hand(Protocol):
    """Mouse and keyboard."""

    def click(self, find: Find, at: QPoint | None = None) -> None:
        """Press and let go the left button, in the middle or at a point of what `find` finds."""

    def type(self, text: str) -> None:
        """Type where the keyboard is."""

    def press(self, keys: str) -> None:
        """Press keys such as Ctrl+K."""


class EventHand:
    """Sends Qt the events that a mouse and a keyboard would; needs no screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def click(self, find: Find, at: QPoint | None = None) -> None:
        def do() -> None:
            widget = find()
            if widget is None:
                raise LookupError("what was to be clicked has gone")
            point = at if at is not None else widget.rect().center()
            QTest.mouseMove(widget, point)
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=point)

        self._desk.post(do)

    def type(self, text: str) -> None:
        self._desk.until(awake, "a window has the keyboard")
        self._desk.post(lambda: QTest.keyClicks(_keyboard(), text))

    def press(self, keys: str) -> None:
        self._desk.until(awake, "a window has the keyboard")
        self._desk.post(lambda: QTest.keySequence(_keyboard(), QKeySequence(keys)))


def awake() -> bool:
    """Whether a window is active; where no window manager sees to it, one is made so."""
    if QApplication.activePopupWidget() or QApplication.activeWindow():
        return True
    for window in QApplication.topLevelWidgets():
        if isinstance(window, QMainWindow) and window.isVisible():
            window.activateWindow()
    return False


def _keyboard() -> QWidget:
    """Where key events go."""
    popup = QApplication.activePopupWidget()
    found = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
    found = found or QApplication.activeModalWidget() or QApplication.activeWindow()
    if found is None:
        raise LookupError("nothing has the keyboard")
    return found


@dataclass
class Person:
    """Knows the window by what is seen in it, and acts by hand."""

    desk: Desk
    hand: Hand
    parts: Parts
    seen: Callable[[str], None] = lambda name: None
    """Called with the name of each station, for pictures."""

    # -- acts -----------------------------------------------------------------------------

    def click(self, name: str, kind: type[QWidget] = QPushButton) -> None:
        """Click the widget called `name` once it can be clicked."""
        self.desk.until(lambda: visible(kind, name) is not None, f"{name} can be clicked")
        self.hand.click(lambda: visible(kind, name))

    def command(self, typed: str) -> None:
        """Run a command from the palette."""
        self.hand.press("Ctrl+K")
        self.desk.until(_palette, "the palette is open")
        self.hand.type(typed)
        self.desk.until(lambda: _lists(typed), f"the palette lists {typed}")
        self.hand.press("Return")
        self.desk.until(lambda: _palette() is None, "the palette is gone")

    def name_file(self, path: Path) -> None:
        """Type a path into the file dialog and accept it."""
        self.desk.until(lambda: _file_field() is not None, "the file dialog is open")
        self.hand.click(_file_field)
        self.desk.until(lambda: _file_field().hasFocus(), "the file dialog has the keyboard")
        self.hand.press("Ctrl+A")
        self.hand.type(str(path))
        self.desk.until(lambda: _file_field().text() == str(path), "the path is typed")
        self.hand.press("Return")
        self.desk.until(lambda: _file_field() is None, "the file dialog is gone")

    def page(self, number: int) -> None:
        """Go to a page by its key."""
        self.hand.press(f"Alt+{number}")
        window = self.parts.window
        self.desk.until(lambda: window.page_number == number - 1, f"page {number} is shown")

    def undo(self, until: Callable[[], object]) -> None:
        """Take steps back until something is so."""
        for _ in range(60):
            if self.desk.ask(until):
                return
            self.command("Undo")
        raise AssertionError("undo did not bring it back")

    # -- looks ----------------------------------------------------------------------------

    def campaign(self) -> Any:
        """The document as it stands."""
        return self.desk.ask(lambda: self.parts.session.project.campaign)


def visible(kind: type[QWidget], name: str) -> QWidget | None:
    """The widget of a kind and name that is shown and enabled in the active window."""
    for top in (QApplication.activeModalWidget(), *QApplication.topLevelWidgets()):
        if top is None or not top.isVisible():
            continue
        for child in top.findChildren(kind, name):
            if child.isVisible() and child.isEnabled():
                return child
    return None


def focused(kind: type[QWidget], name: str) -> bool:
    """Whether the widget of a kind and name has the keyboard."""
    found = visible(kind, name)
    return found is not None and found.hasFocus()


def _palette() -> Palette | None:
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, Palette) else None


def _lists(typed: str) -> bool:
    palette = _palette()
    if palette is None:
        return False
    field = palette.findChild(QLineEdit)
    return field is not None and field.text() == typed and bool(palette.found)


def _file_field() -> QLineEdit | None:
    # Not through the dialog: with the last name for it Python would let go of its field too.
    for widget in QApplication.allWidgets():
        if widget.objectName() == "fileNameEdit" and widget.isVisible():
            return widget if isinstance(widget, QLineEdit) else None
    return None


# -- the walk -------------------------------------------------------------------------------


def walk(person: Person, film: Path, tracks: tuple[Path, Path], campaign: Path) -> None:
    """From the empty start page to an exported campaign.

    `film` is a film without anything; `tracks` are its subtitles in zh-Hans and English;
    `campaign` is the file to save as, in the film's folder.
    """
    person.seen("start")
    _begin(person, film)
    _add_tracks(person, tracks)
    _ask(person)
    _write_poster(person)
    _there_and_back(person)
    _save(person, campaign)
    _export(person)


def _begin(person: Person, film: Path) -> None:
    person.desk.ask(lambda: person.parts.documents.dropped([str(film)]))
    films = person.parts.films
    person.desk.until(lambda: films.film(film.stem), "the film is read")
    person.seen("film")


def _add_tracks(person: Person, tracks: tuple[Path, Path]) -> None:
    person.page(3)
    person.click("subs-add")
    person.name_file(tracks[0])
    project = person.parts.session
    person.desk.until(lambda: len(project.project.tracks) == 1, "the first track is there")
    person.command("Add a track")
    person.name_file(tracks[1])
    person.desk.until(lambda: len(project.project.tracks) == 2, "both tracks are there")
    person.seen("subtitles")


def _ask(person: Person) -> None:
    person.page(4)
    person.click("deliver-choose")
    person.click("market-usual", QCheckBox)
    person.click("market-id", QLineEdit)
    person.hand.type("cn")
    person.click("market-add")
    person.desk.until(
        lambda: [one.languages for one in _asks().campaign.markets] == [("zh-Hans", "en")],
        "the market is added with its languages",
    )
    for preset in ("web-720p", "open-graph", "kakao"):
        _tick(person, preset)
    person.seen("asks")
    person.click("asks-done")
    person.desk.until(lambda: _asks() is None, "the dialog is gone")
    assert {ask.preset for ask in person.campaign().deliverables} == {
        "web-720p",
        "open-graph",
        "kakao",
    }


def _asks() -> Asks | None:
    dialog = QApplication.activeModalWidget()
    return dialog if isinstance(dialog, Asks) else None


def _tick(person: Person, preset: str) -> None:
    def field() -> QPoint:
        grid = visible(QTableView, "market-presets")
        model = grid.model()
        row = next(n for n, offer in enumerate(model.offers) if offer.preset == preset)
        index = model.index(row, 1)
        grid.scrollTo(index)
        return grid.visualRect(index).center()

    point = person.desk.ask(field)
    person.hand.click(lambda: visible(QTableView, "market-presets").viewport(), point)
    person.desk.until(
        lambda: preset in {ask.preset for ask in _asks().campaign.deliverables},
        f"{preset} is ticked",
    )


COPY = {"zh-Hans": "留一盏灯，给晚归的人。", "en": "A light left on for whoever comes last."}


def _write_poster(person: Person) -> None:
    person.page(2)
    person.click("poster-first")
    person.desk.until(lambda: _poster(person) is not None, "the poster is there")
    for language, text in COPY.items():
        _write(person, language, text)
    person.seen("posters")


def _write(person: Person, language: str, text: str) -> None:
    """Click the field of a language and paste, as one does with Chinese from another program."""
    name = f"copy-{language}"
    person.click(name, QWidget)
    person.desk.until(lambda: focused(QWidget, name), "the field has the keyboard")
    person.desk.ask(lambda: QGuiApplication.clipboard().setText(text))
    person.hand.press("Ctrl+V")
    person.desk.until(
        lambda: _poster(person).copy.get(language) == text, f"the copy in {language} is written"
    )


def _poster(person: Person) -> Any:
    films = person.parts.session.project.campaign.films
    return films[0].posters[0] if films and films[0].posters else None


def _there_and_back(person: Person) -> None:
    session = person.parts.session
    made = person.desk.ask(lambda: session.project)
    person.undo(lambda: session.history.position == 0)
    assert person.desk.ask(lambda: session.project.tracks) == {}
    for _ in range(60):
        if person.desk.ask(lambda: session.history.redo_label is None):
            break
        person.hand.press("Ctrl+Shift+Z")
    person.desk.until(lambda: session.project == made, "all is done again")


def _save(person: Person, campaign: Path) -> None:
    person.hand.press("Ctrl+S")
    person.name_file(campaign)
    person.desk.until(lambda: not person.parts.session.unsaved, "it is saved")


def _export(person: Person) -> None:
    person.hand.press("Ctrl+E")
    page = _deliver_page(person)
    person.desk.until(page.isVisible, "the Deliver page is shown")
    person.click("deliver-make")
    person.desk.until(lambda: page.is_making, "the export has begun")
    person.seen("making")
    person.desk.until(lambda: not page.is_making, "the export is done", 4 * PATIENCE)
    person.desk.until(
        lambda: page.cells and all(cell.state == READY for cell in page.cells), "all is ready"
    )
    person.seen("deliver")


def _deliver_page(person: Person) -> DeliverPage:
    page = person.desk.ask(lambda: person.parts.window.findChild(DeliverPage))
    assert isinstance(page, DeliverPage)
    return page


# -- running it -----------------------------------------------------------------------------


@dataclass
class Walk:
    """A walk on its own thread; `error` is what stopped it."""

    act: Callable[[], None]
    desk: Desk
    error: BaseException | None = None

    def __post_init__(self) -> None:
        self._thread = threading.Thread(target=self._run, name="person", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self.act()
        except BaseException as error:  # noqa: BLE001 - the test raises it again
            self.error = error
            self._leave()

    def _leave(self) -> None:
        """Close what is open, and what that opens in turn: else it would be waited for for ever."""
        calm = 0
        for _ in range(_CLOSES):
            calm = 0 if self.desk.ask(_left_dialogs) else calm + 1
            if calm > _CALM:
                return
            time.sleep(0.1)

    @property
    def over(self) -> bool:
        """Whether the person has gone."""
        return not self._thread.is_alive()


def _left_dialogs() -> bool:
    """Close the topmost of what waits for an answer; whether there was one."""
    widget = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if isinstance(widget, QDialog):
        # Not `close`: some messages have no way to be left.
        widget.reject()
    elif widget is not None:
        widget.close()
    return widget is not None
