"""Of the gallery: lists, tables and trees, tabs, menus, scroll bars, splitters, messages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QMessageBox,
    QScrollArea,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ui.widgets.icons import icon
from ui.widgets.parts import Section
from ui.widgets.words import words

_CUES = (
    ("41", "00:00:36:07", "夜很大。", "The night is wide."),
    ("42", "00:00:41:05", "灯不大，够一个人回家。", "A small lamp."),
    ("43", "00:00:43:04", "末班车还没有来。", "The last bus is late."),
)


def lists() -> Section:
    """A list, a table and a tree, each with a chosen and a disabled row."""
    part = Section("Lists, tables, trees")
    for view in (_list(), _table(), _tree()):
        part.column.addWidget(view)
    return part


def _list() -> QListWidget:
    made = QListWidget()
    for name in ("The Night Stall", "The Last Bus", "The Lighthouse"):
        made.addItem(QListWidgetItem(icon("film"), name))
    last = made.item(2)
    last.setFlags(last.flags() & ~Qt.ItemFlag.ItemIsEnabled)
    made.setCurrentRow(1)
    made.setFixedHeight(96)
    return made


def _table() -> QTableWidget:
    made = QTableWidget(len(_CUES), 4)
    made.setHorizontalHeaderLabels(["#", "in", "简体中文", "English"])
    made.verticalHeader().hide()
    for row, cells in enumerate(_CUES):
        for column, text in enumerate(cells):
            made.setItem(row, column, QTableWidgetItem(text))
    made.horizontalHeader().setStretchLastSection(True)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    made.setColumnWidth(0, 40)
    made.setCurrentCell(1, 2)
    made.setFixedHeight(128)
    return made


def _tree() -> QTreeWidget:
    made = QTreeWidget()
    made.setHeaderHidden(True)
    film, lamp = QTreeWidgetItem(["The Night Stall"]), QTreeWidgetItem(["lamp"])
    film.addChildren([lamp, QTreeWidgetItem(["简体中文"])])
    other = QTreeWidgetItem(["The Last Bus"])
    other.addChild(QTreeWidgetItem(["window"]))
    made.addTopLevelItems([film, other])
    film.setExpanded(True)
    made.setCurrentItem(lamp)
    made.setFixedHeight(124)
    return made


def tabs() -> Section:
    """Tabs with what they show."""
    part = Section("Tabs")
    made = QTabWidget()
    for name in ("Findings", "History", "Off"):
        page = QWidget()
        made.addTab(page, name)
    made.setTabEnabled(2, False)
    made.setFixedHeight(56)
    part.column.addWidget(made)
    return part


def menu() -> Section:
    """A menu with an icon, a check mark, keys, a disabled row and more below; and a tool tip."""
    part = Section("Menu and tool tip")
    made = QMenu()
    made.setWindowFlags(Qt.WindowType.Widget)
    made.addAction(icon("undo"), "Undo: Move the focus").setShortcut("Ctrl+Z")
    active = made.addAction(icon("redo"), "Redo")
    shown = made.addAction("Captions")
    shown.setCheckable(True)
    shown.setChecked(True)
    made.addSeparator()
    made.addAction("Not now").setEnabled(False)
    made.addMenu(QMenu("Recent", made))
    made.setActiveAction(active)
    part.column.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
    made.setFixedSize(made.sizeHint())
    made.show()
    tip = words("Step one frame back  ←", "tip", wraps=False)
    part.column.addWidget(tip, 0, Qt.AlignmentFlag.AlignLeft)
    return part


def message() -> Section:
    """What a message box shows."""
    part = Section("Message")
    box = QMessageBox()
    box.setWindowFlags(Qt.WindowType.Widget)
    box.setText("Save the changes to “Small Lights”?")
    box.setInformativeText("Otherwise they are lost.")
    kind = QMessageBox.StandardButton
    box.setStandardButtons(kind.Save | kind.Discard | kind.Cancel)
    box.setDefaultButton(kind.Save)
    part.column.addWidget(framed(box))
    return part


def framed(widget: QWidget) -> QFrame:
    """In the frame that the system would draw."""
    frame = QFrame()
    frame.setProperty("role", "frame")
    row = QHBoxLayout(frame)
    row.setContentsMargins(1, 1, 1, 1)
    row.addWidget(widget)
    return frame


def scrolls() -> Section:
    """A splitter with a field that scrolls both ways."""
    part = Section("Scroll bars and splitter")
    inner = words("\n".join(f"{number:02}{' night stall' * 12}" for number in range(14)))
    inner.setWordWrap(False)
    area = QScrollArea()
    area.setWidget(inner)
    made = QSplitter()
    made.addWidget(area)
    made.addWidget(words("The other side"))
    made.setSizes([260, 120])
    box = framed(made)
    box.setFixedHeight(100)
    part.column.addWidget(box)
    return part
