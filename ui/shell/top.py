"""The top bar: menu, the campaign's name and state, the way to every command, Export."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)

from ui.widgets import tokens as t
from ui.widgets.icons import icon, lead
from ui.widgets.language import tr
from ui.widgets.theme import tabular

_NAME_WIDTH = 320
_HEIGHT = 44


class TopBar(QWidget):
    """It shows what it is told; the name becomes a field to type in by `edit_name`."""

    renamed = Signal(str)
    find_wanted = Signal()

    def __init__(self, menu: QMenu, campaign: QMenu) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self._full_name = ""
        self._menu = _menu_button(menu)
        self._name = _name_button(campaign)
        self._field = self._name_field()
        self._field.hide()
        self._version, self._state = QLabel(), QLabel()
        for label in (self._version, self._state):
            label.setProperty("role", "quiet")
        self._version.setAccessibleName(tr("Version"))
        self._state.setFont(tabular(self.font()))
        # So that the seconds do not shake the bar.
        self._state.setMinimumWidth(120)
        self._find = QPushButton(lead("search"), tr("Find a command"))
        self._find.setObjectName("top-find")
        self._find.setProperty("role", "flat")
        self._find.setProperty("command", "palette")
        self._find.clicked.connect(self.find_wanted)
        self.export = QPushButton(lead("export"), tr("Export"))
        self.export.setObjectName("top-export")
        self.export.setProperty("command", "export")
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[1], 0, t.SPACE[3], 0)
        row.setSpacing(t.SPACE[2])
        for widget in (self._menu, self._name, self._field, self._version, self._state):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._find)
        row.addWidget(self.export)

    def _name_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setAccessibleName(tr("The campaign's name"))
        field.setMaxLength(200)
        field.setFixedWidth(_NAME_WIDTH)
        field.editingFinished.connect(self._take_name)
        field.installEventFilter(self)
        return field

    def edit_name(self) -> None:
        """Let the name be typed; Enter keeps it, Escape does not."""
        self._field.setText(self._full_name)
        self._show_field(shown=True)
        self._field.setFocus()
        self._field.selectAll()

    def _show_field(self, *, shown: bool) -> None:
        self._field.setVisible(shown)
        self._name.setVisible(not shown)

    def _take_name(self) -> None:
        if self._field.isHidden():
            return
        name = self._field.text().strip()
        self._show_field(shown=False)
        if name and name != self._full_name:
            self.renamed.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape leaves the name as it was."""
        if (
            watched is self._field
            and isinstance(event, QKeyEvent)
            and event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
            and event.key() == Qt.Key.Key_Escape
        ):
            if event.type() == QEvent.Type.KeyPress:
                self._show_field(shown=False)
                self._name.setFocus()
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def show_campaign(self, name: str, version: str, state: str) -> None:
        """Say what is open and whether it is on the disk."""
        self._full_name = name
        width = _NAME_WIDTH - 48
        self._name.setText(
            self._name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, width)
        )
        self._name.setToolTip(name)
        self._name.setAccessibleName(tr("Campaign: {name}", name=name))
        self._name.setEnabled(True)
        self._name.setIcon(icon("chevron-down"))
        self._version.setText(version)
        self._state.setText(state)
        self.export.setEnabled(True)

    def show_nothing(self) -> None:
        """No campaign is open."""
        self._full_name = ""
        self._show_field(shown=False)
        self._name.setText("Lobbycard")
        self._name.setToolTip("")
        self._name.setEnabled(False)
        self._name.setIcon(QIcon())
        self._version.clear()
        self._state.clear()
        self.export.setEnabled(False)

    def show_keys(self, words: str) -> None:
        """The keys of the palette, beside its button's words."""
        self._find.setText(f"{tr('Find a command')}   {words}".rstrip())


class _Opener(QToolButton):
    """Opens a menu below itself.

    Not by `setMenu`: that would make the button an owner of all that is in the menu, and keys of
    every page would answer, some of them twice, while it has the focus.
    """

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self._opens = menu
        self.pressed.connect(self._open)
        menu.aboutToHide.connect(self._closed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Return open it, as the space bar does."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
            return
        super().keyPressEvent(event)

    def _open(self) -> None:
        self._opens.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _closed(self) -> None:
        self.setDown(False)


def _menu_button(menu: QMenu) -> QToolButton:
    button = _Opener(menu)
    button.setIcon(icon("menu"))
    button.setProperty("role", "flat")
    button.setObjectName("top-menu")
    button.setToolTip(tr("Menu"))
    button.setAccessibleName(tr("Menu"))
    return button


def _name_button(menu: QMenu) -> QToolButton:
    button = _Opener(menu)
    button.setProperty("role", "flat")
    button.setObjectName("top-name")
    button.setIconSize(QSize(14, 14))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    # The arrow stands behind the name, as it opens what is below it.
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    font = button.font()
    font.setPixelSize(t.LARGE)
    font.setWeight(font.Weight.DemiBold)
    button.setFont(font)
    button.setStyleSheet(f"font-size: {t.LARGE}px; font-weight: 600;")
    return button
