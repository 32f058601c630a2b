"""A window with two pages of the tests' own, and what a person does with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent

from ui.actions import Action
from ui.documents.documents import Documents
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.session import Session
from ui.settings import Settings
from ui.shell.bar import NoticeBar
from ui.shell.window import Around, Window
from ui.start.cards import Card
from ui.start.start import StartPage

Copies = Callable[..., list[Path]]


class _Page(Page):
    icon_name = "film"

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.happened: list[str] = []

    def commands(self) -> Sequence[Action]:
        name = self.title.lower()
        return (
            Action(
                f"{name}-ring",
                f"Ring on {name}",
                lambda: self.happened.append("rang"),
                "Play",
                ("R",),
            ),
        )

    def entered(self) -> None:
        self.happened.append("entered")

    def left(self) -> None:
        self.happened.append("left")

    def show_focus(self, focus: object) -> bool:
        return focus == (self.title,)


class Stage:
    """A window with two pages of the tests' own."""

    def __init__(self, jobs: Jobs) -> None:
        self.session, self.notices, self.jobs = Session(), Notices(), jobs
        self.documents = Documents(self.session, jobs, self.notices)
        self.pages = (_Page("One"), _Page("Two"))
        self.settings = Settings()
        around = Around(self.settings)
        self.window = Window(self.session, jobs, self.notices, self.documents, self.pages, around)

    @property
    def cards(self) -> list[Card]:
        (start,) = self.window.findChildren(StartPage)
        return list(start.cards)

    def action(self, name: str) -> QAction:
        found = self.window.findChild(QAction, name)
        assert found is not None
        return found

    @property
    def notice(self) -> str:
        bar = self.window.findChild(NoticeBar)
        assert bar is not None
        return bar.text

    def rename(self, name: str) -> None:
        self.documents.rename(name)

    def drop(self, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        none = Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(300, 300), actions, data, buttons, none)
        self.window.dragEnterEvent(enter)
        assert enter.isAccepted()
        self.window.dropEvent(QDropEvent(QPointF(300, 300), actions, data, buttons, none))
