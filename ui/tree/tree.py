"""The tree of the campaign beside the pages: go to anything in it, name it, remove it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.films import Films
from ui.session import Session
from ui.tree.findings import Findings
from ui.tree.outline import Key, Known, Node, nodes
from ui.widgets import tokens as t
from ui.widgets.icons import icon, tinted
from ui.widgets.language import tr

_KEY = Qt.ItemDataRole.UserRole
LEAST = 200
_LOOK = f"QTreeView {{ background: {t.PANEL}; }} QTreeView::item {{ padding: 4px 4px; }}"


class CampaignTree(QWidget):
    """The tree under its heading. Edits are made by who hears its signals."""

    chosen = Signal(tuple)
    """The key of what the person wants to see."""
    named = Signal(tuple, str)
    """The key of what was given another name."""

    def __init__(self, session: Session, findings: Findings, films: Films | None) -> None:
        super().__init__()
        self._session = session
        self._findings = findings
        self._items: dict[Key, QTreeWidgetItem] = {}
        self._filling = False
        self._followed: Key = ()
        self._came = False
        self.setMinimumWidth(LEAST)
        self.setAccessibleName(tr("Campaign"))
        self.list = _List()
        self.list.itemClicked.connect(self._choose)
        self.list.wanted.connect(self._choose_current)
        self.list.itemChanged.connect(self._named)
        heading = QLabel(tr("Campaign"))
        heading.setProperty("role", "section")
        heading.setContentsMargins(t.SPACE[2], t.SPACE[2], t.SPACE[2], t.SPACE[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self.refresh)
        session.replaced.connect(self._start_over)
        heard = [session.changed, findings.changed]
        heard += [films.failed, films.probed] if films is not None else []
        for signal in heard:
            signal.connect(self._later)

    # -- filling --------------------------------------------------------------------------

    def _start_over(self) -> None:
        self._filling = True
        self._items.clear()
        self.list.clear()
        self._filling = False
        self.refresh()

    def _later(self) -> None:
        if not self._turn.isActive():
            self._turn.start()

    def refresh(self) -> None:
        """Bring the lines up to date; what is open, marked and scrolled to stays so."""
        if not self._session.is_open or self.isHidden():
            return
        self._findings.look()
        known = Known(self._missing(), self._findings.counts)
        self._filling = True
        try:
            self._sync(self.list.invisibleRootItem(), self._nodes(known))
        finally:
            self._filling = False
        if self._came:
            # Seen for the first time: it begins where the page is, whoever has the keys.
            self._came = False
            self.mark(self._followed)
        else:
            self.follow(self._followed)

    def _nodes(self, known: Known) -> tuple[Node, ...]:
        return nodes(self._session.project, known, spoken())

    def _missing(self) -> frozenset[str]:
        folder = self._session.folder
        films = self._session.project.campaign.films
        if folder is None:
            return frozenset()
        return frozenset(film.id for film in films if not (folder / film.source).is_file())

    def _sync(self, parent: QTreeWidgetItem, wanted: Sequence[Node]) -> None:
        keys = [node.key for node in wanted]
        for place in reversed(range(parent.childCount())):
            item = parent.child(place)
            if item is not None and item.data(0, _KEY) not in keys:
                parent.removeChild(item)
                self._forget(item)
        for place, node in enumerate(wanted):
            item = self._items.get(node.key)
            if item is None or item.parent() is not _shown(parent):
                item = self._new(node)
                parent.insertChild(place, item)
                item.setExpanded(len(node.key) == 1 or len(keys) <= 3)
            elif parent.indexOfChild(item) != place:
                self._move(parent, item, place)
            _show(item, node)
            self._sync(item, node.children)

    def _new(self, node: Node) -> QTreeWidgetItem:
        item = self._items[node.key] = QTreeWidgetItem()
        item.setData(0, _KEY, node.key)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        item.setTextAlignment(1, right)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if node.key[0] in ("film", "poster", "market"):
            flags |= Qt.ItemFlag.ItemIsEditable
        item.setFlags(flags)
        return item

    def _move(self, parent: QTreeWidgetItem, item: QTreeWidgetItem, place: int) -> None:
        was_open, was_current = item.isExpanded(), self.list.currentItem() is item
        parent.takeChild(parent.indexOfChild(item))
        parent.insertChild(place, item)
        item.setExpanded(was_open)
        if was_current:
            self.list.setCurrentItem(item)

    def _forget(self, item: QTreeWidgetItem) -> None:
        self._items.pop(item.data(0, _KEY), None)
        for child in map(item.child, range(item.childCount())):
            if child is not None:
                self._forget(child)

    # -- what is marked -------------------------------------------------------------------

    @property
    def current(self) -> Key:
        """The key of the marked line; empty when none is."""
        item = self.list.currentItem()
        return item.data(0, _KEY) if item is not None else ()

    def mark(self, key: Key) -> None:
        """Mark a line, where it is there."""
        item = self._items.get(key)
        if item is not None:
            self.list.setCurrentItem(item)

    def follow(self, key: Key) -> None:
        """Mark what a page shows, and keep to it; not while the keys walk in the tree."""
        self._followed = key
        if key and not self.list.hasFocus() and self.isVisible():
            self.mark(key)

    def key_at(self, point: QPoint) -> Key:
        """The key of the line at a global point; empty elsewhere."""
        item = self.list.itemAt(self.list.viewport().mapFromGlobal(point))
        inside = self.isVisible() and self.rect().contains(self.mapFromGlobal(point))
        return item.data(0, _KEY) if item is not None and inside else ()

    def rename(self) -> None:
        """Let the name of the marked line be typed."""
        item = self.list.currentItem()
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEditable:
            self.list.editItem(item, 0)

    def open_lines(self) -> list[list[str]]:
        """The keys of the lines that are open, for keeping."""
        return [list(key) for key, item in self._items.items() if item.isExpanded()]

    def set_open_lines(self, keys: Sequence[Sequence[str]]) -> None:
        """Open these lines and close all others."""
        wanted = {tuple(key) for key in keys}
        for key, item in self._items.items():
            item.setExpanded(key in wanted)

    def set_menu(self, actions: Sequence[QAction]) -> None:
        """What the context menu of a line offers."""
        self.list.menu_actions = tuple(actions)

    def _choose(self, item: QTreeWidgetItem) -> None:
        self.chosen.emit(item.data(0, _KEY))

    def _choose_current(self) -> None:
        if self.current:
            self.chosen.emit(self.current)

    def _named(self, item: QTreeWidgetItem, column: int) -> None:
        if not self._filling and column == 0:
            self.named.emit(item.data(0, _KEY), item.text(0))
            self._later()

    def showEvent(self, event: QShowEvent) -> None:
        """While hidden it was not kept up."""
        self._came = True
        self._later()


class _List(QTreeWidget):
    """The lines; Enter and Space go to the marked one, Escape goes back to the page."""

    wanted = Signal()
    left = Signal()
    asked = Signal()
    answered = Signal()
    """Before and after the context menu looks at what can be done."""

    def __init__(self) -> None:
        super().__init__()
        self.menu_actions: tuple[QAction, ...] = ()
        self.setAccessibleName(tr("Films, posters, subtitles and markets"))
        self.setProperty("role", "plain")
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setIconSize(QSize(16, 16))
        self.setAnimated(False)
        self.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(_LOOK)
        head = self.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(0)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)

    def _offer(self, point: QPoint) -> None:
        if self.itemAt(point) is None and self.currentItem() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.asked.emit()
        for action in self.menu_actions:
            if action.isEnabled():
                menu.addAction(action)
        menu.aboutToHide.connect(self.answered)
        if menu.isEmpty():
            self.answered.emit()
        else:
            menu.popup(self.viewport().mapToGlobal(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go to what is marked."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        editing = self.state() == QTreeWidget.State.EditingState
        if event.key() == Qt.Key.Key_Escape and not editing:
            self.left.emit()
        elif event.key() in keys and not editing and self.currentItem() is not None:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


def spoken() -> str:
    """The window's own language."""
    return "zh-Hans" if QLocale().language() == QLocale.Language.Chinese else "en"


def _shown(parent: QTreeWidgetItem) -> QTreeWidgetItem | None:
    """What an item calls its parent: the invisible root is called None."""
    tree = parent.treeWidget()
    return None if tree is None or parent is tree.invisibleRootItem() else parent


def _show(item: QTreeWidgetItem, node: Node) -> None:
    if item.text(0) != node.text:
        item.setText(0, node.text)
    if item.text(1) != node.note:
        item.setText(1, node.note)
    item.setForeground(1, QColor(t.WARN if node.warns else t.QUIET))
    item.setToolTip(0, node.tip)
    item.setToolTip(1, node.tip)
    if len(node.key) == 1:
        item.setForeground(0, QColor(t.QUIET))
    elif node.warns and node.key[0] == "film":
        item.setIcon(0, tinted("warning", t.WARN))
    else:
        item.setIcon(0, icon(node.icon))


def source_of(session: Session, key: Key) -> Path | None:
    """The file that a line of the tree lies in; None where it lies in the campaign itself."""
    if session.folder is None or len(key) < 2 or key[0] not in ("film", "track"):
        return None
    film = session.project.campaign.film(key[1])
    if key[0] == "film":
        return session.folder / film.source
    entry = film.track(key[2])
    return session.folder / entry.file if entry is not None else None
