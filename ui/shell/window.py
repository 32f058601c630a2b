"""The window: top bar, rail of pages, the page, the job strip."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.actions import Action, qt_action
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.session import Session
from ui.shell.bar import NoticeBar
from ui.shell.documents import Documents
from ui.shell.palette import Palette
from ui.shell.start import StartPage
from ui.shell.strip import JobStrip
from ui.widgets import tokens as t
from ui.widgets.icons import icon

_MENUS = ("File", "Edit", "View", "Film", "Poster", "Subtitles", "Deliver", "Play", "Help")


class Window(QMainWindow):
    """The main window. `pages` stand on the rail in their order."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        notices: Notices,
        documents: Documents,
        pages: Sequence[Page],
    ) -> None:
        super().__init__()
        self._session = session
        self._jobs = jobs
        self._notices = notices
        self._documents = documents
        self._pages = list(pages)
        self._saved_at = time.monotonic()
        self._actions: dict[str, QAction] = {}
        self._menu = QMenu(self)
        self.setAcceptDrops(True)
        self.setMinimumSize(1024, 640)
        self._build()
        self._make_actions()
        session.replaced.connect(self._project_replaced)
        session.saved.connect(self._refresh_state)
        session.focus_wanted.connect(self._go_to)
        notices.posted.connect(self._bar.show_notice)
        clock = QTimer(self)
        clock.timeout.connect(self._refresh_state)
        clock.start(5000)
        self._project_replaced()

    # -- building -------------------------------------------------------------------------

    def _build(self) -> None:
        self._stack = QStackedWidget()
        self._start = StartPage(self._documents)
        self._stack.addWidget(self._start)
        for page in self._pages:
            self._stack.addWidget(page)
        self._bar = NoticeBar()
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._bar)
        middle.addWidget(self._stack, 1)
        self._rail_box = self._rail()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._rail_box)
        row.addWidget(_line(vertical=True))
        row.addLayout(middle, 1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top())
        column.addWidget(_line())
        column.addLayout(row, 1)
        column.addWidget(_line())
        column.addWidget(JobStrip(self._jobs, self._notices))
        self.setCentralWidget(whole)

    def _top(self) -> QWidget:
        top = QWidget()
        top.setFixedHeight(44)
        menu = QToolButton()
        menu.setIcon(icon("menu"))
        menu.setProperty("role", "flat")
        menu.setToolTip("Menu")
        menu.setAccessibleName("Menu")
        menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.setMenu(self._menu)
        self._name = QLabel()
        self._name.setProperty("role", "heading")
        self._state = QLabel()
        self._state.setProperty("role", "quiet")
        self._find = QPushButton(icon("search"), "Find a command   Ctrl+K")
        self._find.setProperty("role", "flat")
        self._export = QPushButton(icon("export"), "Export")
        row = QHBoxLayout(top)
        row.setContentsMargins(t.SPACE[1], 0, t.SPACE[3], 0)
        row.setSpacing(t.SPACE[3])
        row.addWidget(menu)
        row.addWidget(self._name)
        row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self._find)
        row.addWidget(self._export)
        return top

    def _rail(self) -> QWidget:
        rail = QWidget()
        rail.setFixedWidth(72)
        column = QVBoxLayout(rail)
        column.setContentsMargins(0, t.SPACE[1], 0, t.SPACE[1])
        column.setSpacing(0)
        self._rail_group = QButtonGroup(self)
        for number, page in enumerate(self._pages):
            button = QToolButton()
            button.setProperty("role", "rail")
            button.setText(page.title)
            button.setIcon(icon(page.icon_name))
            button.setIconSize(QSize(20, 20))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setCheckable(True)
            button.setFixedSize(72, 60)
            button.setToolTip(f"{page.title}  Ctrl+{number + 1}")
            self._rail_group.addButton(button, number)
            column.addWidget(button)
        self._rail_group.idClicked.connect(self.show_page)
        column.addStretch(1)
        return rail

    # -- commands -------------------------------------------------------------------------

    def _make_actions(self) -> None:
        menus = {name: QMenu(name, self) for name in _MENUS}
        for action in self._own_actions():
            self._add_action(action, self, menus)
        for number, page in enumerate(self._pages):
            for action in page.commands():
                made = self._add_action(self._on_page(number, action), page, menus)
                made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for menu in menus.values():
            if not menu.isEmpty():
                menu.aboutToShow.connect(self._refresh_actions)
                self._menu.addMenu(menu)
        self._export.clicked.connect(self._actions["export"].trigger)
        self._find.clicked.connect(self._show_palette)

    def _add_action(self, action: Action, owner: QWidget, menus: dict[str, QMenu]) -> QAction:
        made = qt_action(action, owner)
        made.setProperty("enabled_when", action.enabled)
        owner.addAction(made)
        if action.menu:
            menus[action.menu].addAction(made)
        self._actions[action.id] = made
        return made

    def _on_page(self, number: int, action: Action) -> Action:
        """The command of a page, which menus and palette reach from anywhere: it shows its page."""

        def run() -> None:
            self.show_page(number)
            action.run()

        def enabled() -> bool:
            return self._session.is_open and action.enabled()

        return replace(action, run=run, enabled=enabled)

    def _own_actions(self) -> tuple[Action, ...]:
        def is_open() -> bool:
            return self._session.is_open

        session, own = self._session, self._documents
        listed: list[tuple[str, str, Callable[[], object], str, tuple[str, ...], str, bool]] = [
            ("new", "New campaign…", own.new, "File", ("Ctrl+N",), "new", False),
            ("open", "Open…", own.ask_open, "File", ("Ctrl+O",), "open", False),
            ("sample", "Open the sample campaign…", own.sample, "File", (), "", False),
            ("add-films", "Add films…", own.add_films, "File", (), "film", True),
            ("save", "Save", own.save, "File", ("Ctrl+S",), "save", True),
            ("save-as", "Save as…", own.save_as, "File", ("Ctrl+Shift+S",), "", True),
            ("export", "Export…", self._show_deliver, "File", ("Ctrl+E",), "export", True),
            ("close", "Close the campaign", own.close, "File", ("Ctrl+W",), "", True),
            ("quit", "Quit", self.close, "File", ("Ctrl+Q",), "", False),
            ("undo", "Undo", session.undo, "Edit", ("Ctrl+Z",), "undo", True),
            ("redo", "Redo", session.redo, "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", True),
            ("palette", "Find a command", self._show_palette, "View", ("Ctrl+K",), "search", False),
        ]
        for number, page in enumerate(self._pages):
            keys = (f"Ctrl+{number + 1}",)
            go = partial(self.show_page, number)
            listed.append((f"page-{number}", page.title, go, "View", keys, page.icon_name, True))
        return tuple(
            Action(name, text, run, menu, keys, sign, "", is_open if needs else _always)
            for name, text, run, menu, keys, sign, needs in listed
        )

    def _show_deliver(self) -> None:
        self.show_page(len(self._pages) - 1)

    def _refresh_actions(self) -> None:
        history = self._session.history
        undo = history.undo_label if history else None
        redo = history.redo_label if history else None
        self._actions["undo"].setText(f"Undo: {undo}" if undo else "Undo")
        self._actions["redo"].setText(f"Redo: {redo}" if redo else "Redo")
        for made in self._actions.values():
            made.setEnabled(bool(made.property("enabled_when")()))
        self._actions["undo"].setEnabled(undo is not None)
        self._actions["redo"].setEnabled(redo is not None)

    def _show_palette(self) -> None:
        self._refresh_actions()
        Palette(list(self._actions.values()), self).exec()

    # -- pages ----------------------------------------------------------------------------

    @property
    def page_number(self) -> int:
        """Which page is shown; -1 for the start page."""
        return self._stack.currentIndex() - 1

    def show_page(self, number: int) -> None:
        """Go to a page of the rail; does nothing while no campaign is open."""
        if not self._session.is_open or number == self.page_number:
            return
        if self.page_number >= 0:
            self._pages[self.page_number].left()
        self._stack.setCurrentIndex(number + 1)
        self._rail_group.button(number).setChecked(True)
        self._pages[number].entered()
        self._pages[number].setFocus()

    def take_place_of(self, other: Window) -> None:
        """Stand where the other window stood, on its page and at its places; the other goes."""
        self.restoreGeometry(other.saveGeometry())
        self.show_page(max(0, other.page_number))
        for mine, theirs in zip(self._pages, other._pages, strict=True):
            mine.go_back(theirs.place())
        self.show()
        other.hide()
        other.deleteLater()

    def _go_to(self, focus: object) -> None:
        for number, page in enumerate(self._pages):
            if page.show_focus(focus):
                self.show_page(number)
                return

    def _project_replaced(self) -> None:
        is_open = self._session.is_open
        for button in self._rail_group.buttons():
            button.setEnabled(is_open)
        self._export.setEnabled(is_open)
        if not is_open:
            if self.page_number >= 0:
                self._pages[self.page_number].left()
            self._stack.setCurrentIndex(0)
            checked = self._rail_group.checkedButton()
            if checked is not None:
                self._rail_group.setExclusive(False)
                checked.setChecked(False)
                self._rail_group.setExclusive(True)
            self._start.refresh()
        elif self.page_number < 0:
            self.show_page(0)
        self._saved_at = time.monotonic()
        self._refresh_state()

    # -- state ----------------------------------------------------------------------------

    def _refresh_state(self) -> None:
        session = self._session
        if not session.is_open:
            self._name.setText("Lobbycard")
            self._state.setText("")
            self.setWindowTitle("Lobbycard")
            return
        campaign = session.project.campaign
        if not session.unsaved and self._was_unsaved:
            self._saved_at = time.monotonic()
        self._was_unsaved = session.unsaved
        self._name.setText(campaign.name)
        self._state.setText(f"{campaign.version}   {self._saved_words()}")
        self.setWindowTitle(f"{campaign.name}{'*' if session.unsaved else ''} – Lobbycard")

    _was_unsaved = False

    def _saved_words(self) -> str:
        if self._session.path is None:
            return "● not saved yet"
        if self._session.unsaved:
            return "● unsaved changes"
        ago = int(time.monotonic() - self._saved_at)
        if ago < 5:
            return "saved"
        return f"saved {ago} s ago" if ago < 60 else f"saved {ago // 60} min ago"

    # -- Qt -------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """One gate for unsaved changes; jobs are stopped when the window goes."""
        if self._documents.may_leave():
            event.accept()
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on files that are dropped come here, whatever they are dropped on."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Drags of files are taken before any field can take their names as text."""
        if isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            if event.type() == QEvent.Type.Drop:
                self.dropEvent(event)
            else:
                event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Films, campaigns and subtitles are opened or added by what they are."""
        self._documents.dropped([url.toLocalFile() for url in event.mimeData().urls()])
        event.acceptProposedAction()


def _line(*, vertical: bool = False) -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    if vertical:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def _always() -> bool:
    return True
