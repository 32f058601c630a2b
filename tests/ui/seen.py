"""All texts of a window that eye or screen reader can come to, with where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_ROWS = 50
_MARKUP = re.compile(r"<[^<>]*>|&(?:\w+|#\d+);")
_GETTERS = (
    "text", "title", "toolTip", "statusTip", "placeholderText", "accessibleName",
    "accessibleDescription", "windowTitle", "prefix", "suffix", "specialValueText",
)  # fmt: skip


def texts(top: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of the window and all that is in it, shown or not."""
    for widget in (top, *top.findChildren(QWidget)):
        where = _where(widget)
        yield from ((where, text) for text in _of_widget(widget))
        if isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
            yield from ((where, text) for text in _of_model(widget.model(), QModelIndex()))
            yield from ((where, text) for text in _of_headers(widget.model()))
    for action in top.findChildren(QAction):
        if not action.isSeparator():
            yield f"command {action.objectName()}", action.text()
            yield f"command {action.objectName()}", action.toolTip()


def _where(widget: QWidget) -> str:
    names = []
    found: QWidget | None = widget
    while found is not None:
        names.append(
            f"{type(found).__name__}{'#' if found.objectName() else ''}{found.objectName()}"
        )
        found = found.parentWidget()
    return " < ".join(names[:4])


def _of_widget(widget: QWidget) -> Iterator[str]:
    for name in _GETTERS:
        # What a person typed is not the window's.
        if name == "text" and isinstance(widget, QLineEdit | QAbstractSpinBox):
            continue
        getter = getattr(widget, name, None)
        text = getter() if callable(getter) else ""
        if isinstance(text, str) and text:
            yield _MARKUP.sub(" ", text)
    if isinstance(widget, QComboBox):
        for number in range(widget.count()):
            yield widget.itemText(number)
    if isinstance(widget, QTabBar):
        for number in range(widget.count()):
            yield widget.tabText(number)
            yield widget.tabToolTip(number)


def _columns(model: QAbstractItemModel, parent: QModelIndex) -> int:
    # Qt hides it in lists, which have one.
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)


def _of_headers(model: QAbstractItemModel | None) -> Iterator[str]:
    if model is None:
        return
    for column in range(_columns(model, QModelIndex())):
        for role in _ROLES[:2]:
            text = model.headerData(column, Qt.Orientation.Horizontal, role)
            if isinstance(text, str):
                yield text


def _of_model(model: QAbstractItemModel | None, parent: QModelIndex) -> Iterator[str]:
    if model is None:
        return
    for row in range(min(_ROWS, model.rowCount(parent))):
        for column in range(_columns(model, parent)):
            index = model.index(row, column, parent)
            for role in _ROLES:
                text = index.data(role)
                if isinstance(text, str) and text:
                    yield _MARKUP.sub(" ", text)
            if column == 0 and _columns(model, index) and model.rowCount(index):
                yield from _of_model(model, index)


_INTERACTIVE = (
    QAbstractButton, QLineEdit, QTextEdit, QComboBox, QAbstractSpinBox, QAbstractSlider,
    QAbstractItemView, QTabBar,
)  # fmt: skip


def nameless(top: QWidget) -> list[str]:
    """What can be worked but says to no screen reader what it is."""
    labelled = {label.buddy() for label in top.findChildren(QLabel) if label.buddy()}
    return sorted(
        _where(widget)
        for widget in top.findChildren(QWidget)
        if _is_worked(widget) and widget not in labelled and not _name(widget)
    )


def _is_worked(widget: QWidget) -> bool:
    if isinstance(widget, QHeaderView | QMenu) or widget.objectName().startswith("qt_"):
        return False
    if isinstance(widget.parentWidget(), QComboBox | QAbstractSpinBox | QHeaderView | QLineEdit):
        return False
    owner = widget.parentWidget()
    if isinstance(owner, QAbstractItemView) and not isinstance(widget, QAbstractButton):
        return False
    if (
        isinstance(widget.window(), QMenu)
        or _of_combo(widget)
        or isinstance(widget, QScrollArea | QScrollBar)
    ):
        return False
    focusable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return isinstance(widget, _INTERACTIVE) or bool(focusable)


def _of_combo(widget: QWidget) -> bool:
    found = widget.parentWidget()
    return found is not None and isinstance(found.parentWidget(), QComboBox)


def _name(widget: QWidget) -> str:
    if widget.accessibleName() or not widget.isVisible():
        return widget.accessibleName() or "-"
    shown = isinstance(widget, QAbstractButton | QGroupBox)
    return widget.text() if shown and isinstance(widget, QAbstractButton) else ""
