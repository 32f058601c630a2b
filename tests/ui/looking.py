"""Looks at a window as a person would: texts that are cut, controls that overlap, blurred signs."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSizeGrip,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QToolButton,
    QWidget,
)

SLACK = 1
"""Pixels that rounding may take."""


def faults(window: QWidget) -> list[str]:
    """What is wrong with what is seen in it, each with the way to the widget."""
    found = []
    for widget in seen(window):
        for words in (*_cut(widget), *_placed(widget), *_blurred(widget)):
            found.append(f"{way(widget, window)}: {words}")
    first = [one for one in seen(window) if one.property("role") == "primary"]
    if len(first) > 1:
        found.append(f"{len(first)} actions are each the first: {', '.join(map(_said, first))}")
    return found


def seen(window: QWidget) -> Iterator[QWidget]:
    """The widgets of a window that can be seen at all, the window itself first."""
    yield window
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.window() is window.window():
            yield widget


def way(widget: QWidget, window: QWidget) -> str:
    """Its name and those of the widgets it lies in."""
    names = []
    while widget is not None and widget is not window:
        name = widget.objectName()
        names.append(f"{type(widget).__name__}{'#' + name if name else ''}")
        widget = widget.parentWidget()
    return " < ".join(names)


# -- texts ----------------------------------------------------------------------------------


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _cut_button(widget)
    elif isinstance(widget, QLineEdit):
        yield from _cut_field(widget)
    elif isinstance(widget, QComboBox):
        yield from _cut_combo(widget)
    elif isinstance(widget, QHeaderView):
        yield from _cut_heads(widget)
    elif isinstance(widget, QTabBar):
        yield from _cut_tabs(widget)


def _cut_label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text.strip() or "<" in text:
        return
    room = label.contentsRect()
    if label.wordWrap():
        wanted = _wrapped(label, room.width())
        if wanted > room.height() + SLACK:
            yield f"“{text}” wants {wanted} px of height, has {room.height()}"
        return
    metrics = label.fontMetrics()
    lines = text.split("\n")
    wide = max(metrics.horizontalAdvance(line) for line in lines)
    if wide > room.width() + SLACK:
        yield f"“{text}” wants {wide} px, has {room.width()}"
    # Of the height only the inked part must fit: faces differ in the air they ask for.
    high = metrics.lineSpacing() * (len(lines) - 1) + metrics.capHeight() + metrics.descent()
    if high > room.height() + SLACK:
        yield f"“{text}” wants {high} px of height, has {room.height()}"


def _wrapped(label: QLabel, width: int) -> int:
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    document.setPlainText(label.text())
    document.setTextWidth(width)
    # The air over the first line may be missing.
    return round(document.size().height()) - label.fontMetrics().leading() - 2


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    text = button.text().replace("&", "")
    if not text or not _shows_text(button):
        return
    metrics = button.fontMetrics()
    wide = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
    if not button.icon().isNull() and not _is_under(button):
        wide += button.iconSize().width() + 4
    if isinstance(button, QCheckBox | QRadioButton):
        wide += button.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + 4
    room = button.width() - 4
    if wide > room:
        yield f"“{text}” wants {wide} px, has {room}"
    if metrics.capHeight() + metrics.descent() > button.height():
        yield f"“{text}” is higher than its button"


def _shows_text(button: QAbstractButton) -> bool:
    if isinstance(button, QToolButton) and not button.icon().isNull():
        return button.toolButtonStyle().name != "ToolButtonIconOnly"
    return True


def _is_under(button: QAbstractButton) -> bool:
    return isinstance(button, QToolButton) and button.toolButtonStyle().name.endswith("UnderIcon")


def _cut_field(field: QLineEdit) -> Iterator[str]:
    shown = field.placeholderText() if not field.text() else ""
    room = field.contentsRect().width() - 14
    wide = field.fontMetrics().horizontalAdvance(shown)
    if wide > room and field.parentWidget() is not None:
        yield f"“{shown}” wants {wide} px, has {room}"


def _cut_combo(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    room = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        combo,
    )
    wide = combo.fontMetrics().horizontalAdvance(combo.currentText())
    if wide > room.width() + SLACK and not combo.isEditable():
        yield f"“{combo.currentText()}” wants {wide} px, has {room.width()}"


def _cut_heads(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is None:
        return
    for section in range(header.count()):
        if header.isSectionHidden(section) or header.orientation().name != "Horizontal":
            continue
        text = str(model.headerData(section, header.orientation()) or "")
        wide, room = header.fontMetrics().horizontalAdvance(text), header.sectionSize(section)
        if wide > room:
            yield f"the heading “{text}” wants {wide} px, has {room}"


def _cut_tabs(tabs: QTabBar) -> Iterator[str]:
    for number in range(tabs.count()):
        text, room = tabs.tabText(number), tabs.tabRect(number).width()
        wide = tabs.fontMetrics().horizontalAdvance(text)
        if wide > room:
            yield f"the tab “{text}” wants {wide} px, has {room}"


# -- places ---------------------------------------------------------------------------------

_OWN_PLACES = (QAbstractScrollArea, QSplitter, QStackedWidget, QComboBox, QHeaderView)
_FREE = (QScrollBar, QSizeGrip, QSplitterHandle)


def _placed(widget: QWidget) -> Iterator[str]:
    """Children beyond their parent's edge, and children that lie over each other."""
    if isinstance(
        widget, QAbstractScrollArea | QSplitter | QStackedWidget | QComboBox | QHeaderView
    ):
        return
    if isinstance(widget.parentWidget(), QAbstractScrollArea):
        # A viewport: what lies in it may be larger.
        return
    children = [child for child in _children(widget) if child.isVisibleTo(widget)]
    whole = widget.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK)
    for child in children:
        if not whole.contains(child.geometry()):
            yield f"{type(child).__name__} {_said(child)} at {_box(child.geometry())} leaves it"
    for number, one in enumerate(children):
        for other in children[number + 1 :]:
            common = one.geometry().intersected(other.geometry())
            if common.width() > SLACK and common.height() > SLACK and not _over(one, other):
                yield f"{_said(one)} and {_said(other)} overlap at {_box(common)}"


def _children(widget: QWidget) -> list[QWidget]:
    return [
        child
        for child in widget.children()
        if isinstance(child, QWidget)
        and not child.isWindow()
        and not isinstance(child, _FREE)
        and not child.size().isEmpty()
    ]


def _over(one: QWidget, other: QWidget) -> bool:
    """Whether one is meant to lie over the other: it says so by the property `over`."""
    return bool(one.property("over") or other.property("over"))


def _said(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    shown = text() if callable(text) else ""
    return f"{type(widget).__name__} “{shown or widget.objectName()}”"


def _box(box: QRect) -> str:
    return f"{box.x()},{box.y()} {box.width()}×{box.height()}"


# -- signs ----------------------------------------------------------------------------------


def _blurred(widget: QWidget) -> Iterator[str]:
    scale = widget.devicePixelRatioF()
    if isinstance(widget, QLabel) and not widget.pixmap().isNull():
        has = widget.pixmap().width() / max(1.0, widget.pixmap().deviceIndependentSize().width())
        if has < scale:
            yield f"its picture has {has:g} pixels for each of {scale:g}"
    if isinstance(widget, QPushButton | QToolButton) and not widget.icon().isNull():
        size = widget.iconSize()
        pixmap = widget.icon().pixmap(size, scale)
        if pixmap.width() < round(min(size.width(), size.height()) * scale) - 1:
            yield f"its icon has {pixmap.width()} px for {size.width() * scale:g}"
