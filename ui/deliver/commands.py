"""The commands of the Deliver page."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from studio.core.said import said
from ui.actions import Action
from ui.deliver.queue import ExportQueue
from ui.deliver.row import FAILED, STOPPED

_MENU = "Deliver"


class Does(Protocol):
    """What the page does for its commands."""

    def make_all(self) -> None:
        """Make what is not up to date."""

    def make_selected(self) -> None:
        """Make what is selected."""

    def edit_asks(self) -> None:
        """Choose markets and formats."""

    def open_folder(self) -> None:
        """Open the folder of all outputs."""

    def open_report(self) -> None:
        """Open the report."""

    def search(self) -> None:
        """Type what to look for."""


def commands(page: Does, queue: ExportQueue) -> tuple[Action, ...]:
    """In the order of their menu."""

    def busy() -> bool:
        return queue.is_busy

    def runs() -> bool:
        return queue.is_busy and not queue.is_paused

    def stands() -> bool:
        return queue.is_busy and queue.is_paused

    def has_failed() -> bool:
        return bool(queue.count(FAILED, STOPPED)) and not queue.is_planning

    def retry() -> None:
        queue.retry(page if isinstance(page, QWidget) else None)

    return (
        Action(
            "deliver-make-selected",
            said("Make the selected outputs"),
            page.make_selected,
            _MENU,
            ("Ctrl+Return",),
            "refresh",
            said("Make the selected outputs, or all that is missing"),
        ),
        Action("deliver-make-all", said("Make what is missing"), page.make_all, _MENU, ()),
        Action("deliver-pause", said("Pause the queue"), queue.pause, _MENU, (), "pause", "", runs),
        Action("deliver-go-on", said("Go on"), queue.go_on, _MENU, (), "play", "", stands),
        Action("deliver-stop", said("Stop the export"), queue.stop, _MENU, (), "stop", "", busy),
        Action(
            "deliver-retry",
            said("Try failed outputs again"),
            retry,
            _MENU,
            (),
            "refresh",
            "",
            has_failed,
        ),
        Action(
            "deliver-asks", said("Markets and formats…"), page.edit_asks, _MENU, ("F2",), "grid"
        ),
        Action("deliver-search", said("Find an output"), page.search, _MENU, ("Ctrl+F",), "search"),
        Action(
            "deliver-folder", said("Open the output folder"), page.open_folder, _MENU, (), "folder"
        ),
        Action("deliver-report", said("Open the report"), page.open_report, _MENU, (), "info"),
    )
