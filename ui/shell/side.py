"""The side of the window with the tree: shown and hidden, as wide as it was, and its commands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter

from studio.core.said import said
from ui.actions import Action
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.session import Session
from ui.settings import Settings
from ui.shell.rail import WIDTH as RAIL
from ui.tree.findings import Findings
from ui.tree.outline import Key
from ui.tree.tree import LEAST, CampaignTree
from ui.tree.tree_edits import TreeEdits, focus_of

_SHOWN, _WIDTH = "tree/shown", "tree/width"
_USUAL = 240


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts that the window's own parts work with."""

    session: Session
    jobs: Jobs
    notices: Notices
    settings: Settings
    films: Films | None = None


class Side(QObject):
    """Holds the tree in `splitter`, left of the pages."""

    wanted = Signal(object)
    """The focus of a line that was chosen."""
    toggled = Signal(bool)

    def __init__(self, desk: Desk, splitter: QSplitter) -> None:
        super().__init__(splitter)
        self._desk = desk
        self._splitter = splitter
        findings = Findings(desk.session, desk.jobs, self)
        self.tree = CampaignTree(desk.session, findings, desk.films)
        self.tree.hide()
        self.edits = TreeEdits(self.tree, desk.session, desk.notices)
        self.tree.chosen.connect(self._chosen)
        splitter.insertWidget(0, self.tree)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.splitterMoved.connect(self._moved)
        desk.session.replaced.connect(self.refresh)
        self.refresh()

    def commands(self) -> tuple[Action, ...]:
        """Showing the tree and going to it; they work everywhere."""
        is_open = self._is_open
        return (
            Action("tree", said("Show the campaign's tree"), self.toggle, "View", ("Ctrl+B",),
                   "tree", "", is_open, "sides"),
        )  # fmt: skip

    def _is_open(self) -> bool:
        return self._desk.session.is_open

    @property
    def is_shown(self) -> bool:
        """Whether the person wants to see the tree."""
        return bool(self._desk.settings.get(_SHOWN, False))

    def toggle(self) -> None:
        """Show the tree and go to it, or hide it."""
        self._desk.settings.set(_SHOWN, not self.is_shown)
        self.refresh()
        if self.is_shown:
            self.tree.setFocus()

    def refresh(self) -> None:
        """Show it where it is wanted and there is a campaign."""
        shown = self.is_shown and self._desk.session.is_open
        if shown and self.tree.isHidden():
            width = max(LEAST, int(self._desk.settings.get(_WIDTH, _USUAL)))
            self.tree.show()
            whole = max(self._splitter.width(), self._splitter.window().width() - RAIL)
            self._splitter.setSizes([width, whole - width])
        self.tree.setVisible(shown)
        self.toggled.emit(shown)

    def _moved(self) -> None:
        if self.tree.isVisible():
            self._desk.settings.set(_WIDTH, self.tree.width())

    def _chosen(self, key: Key) -> None:
        focus = focus_of(self._desk.session.project, key)
        if focus is not None:
            self.wanted.emit(focus)
