"""The parts of the window that F6 goes round, and which control of each the keys go to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from studio.core.said import said
from ui.actions import Action

_TAB = Qt.FocusPolicy.TabFocus.value


def panes_of(page: QWidget) -> list[QWidget]:
    """The parts of a page: what its splitters hold, where keys can go to; else the page."""
    found = [pane for pane in _held(page) if takes_keys(pane) is not None]
    return sorted(found, key=_place) or [page]


def _held(top: QWidget) -> Iterator[QWidget]:
    splitters = [
        one
        for one in top.findChildren(QSplitter)
        if one.isVisible() and not isinstance(one.parentWidget(), QSplitter)
    ]
    outer = [one for one in splitters if not any(other.isAncestorOf(one) for other in splitters)]
    for splitter in outer:
        for number in range(splitter.count()):
            child = splitter.widget(number)
            if child is None or not child.isVisible():
                continue
            inner = [child] if isinstance(child, QSplitter) else child.findChildren(QSplitter)
            if any(one.isVisible() for one in inner):
                yield from _held_in(child)
            else:
                yield child
    if outer:
        yield from _beside(top, outer)


def _held_in(child: QWidget) -> Iterator[QWidget]:
    if isinstance(child, QSplitter):
        for number in range(child.count()):
            part = child.widget(number)
            if part is not None and part.isVisible():
                yield from _held_in(part)
    elif any(one.isVisible() for one in child.findChildren(QSplitter)):
        yield from _held(child)
    else:
        yield child


def _beside(top: QWidget, splitters: Sequence[QSplitter]) -> Iterator[QWidget]:
    """Children of the page that hold no splitter: bars above and below."""
    for child in top.children():
        if not isinstance(child, QWidget) or not child.isVisible():
            continue
        if not any(child is one or child.isAncestorOf(one) for one in splitters):
            yield child


def takes_keys(pane: QWidget) -> QWidget | None:
    """The first control of a part that the keys can go to, from above left."""
    found = [
        one
        for one in (pane, *pane.findChildren(QWidget))
        if one.focusPolicy().value & _TAB and one.isVisible() and one.isEnabled()
    ]
    return min(found, key=_place, default=None)


def _place(widget: QWidget) -> tuple[int, int]:
    point = widget.mapTo(widget.window(), QPoint(0, 0))
    return point.x() // 8, point.y()


class Panes(QObject):
    """Goes round them; comes back to where the keys were in each."""

    def __init__(self, around: Callable[[], Sequence[QWidget]], window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._last: WeakKeyDictionary[QWidget, QWidget] = WeakKeyDictionary()

    def commands(self) -> tuple[Action, ...]:
        """To the next part and the one before."""
        return (
            Action("pane-next", said("Next part of the window"), self.on, "View", ("F6",),
                   group="sides"),
            Action("pane-before", said("Part of the window before"), self.back, "View",
                   ("Shift+F6",), group="sides"),
        )  # fmt: skip

    def on(self) -> None:
        """To the next part."""
        self._go(1)

    def back(self) -> None:
        """To the part before."""
        self._go(-1)

    def _go(self, step: int) -> None:
        panes = [one for one in self._around() if takes_keys(one) is not None]
        if not panes:
            return
        here = QApplication.focusWidget()
        place = next((n for n, one in enumerate(panes) if _holds(one, here)), None)
        if place is not None and here is not None:
            self._last[panes[place]] = here
        target = panes[0 if place is None else (place + step) % len(panes)]
        last = self._last.get(target)
        usable = last is not None and _holds(target, last) and last.isVisible() and last.isEnabled()
        chosen = last if usable else takes_keys(target)
        if chosen is not None:
            chosen.setFocus(Qt.FocusReason.TabFocusReason)


def _holds(pane: QWidget, widget: QWidget | None) -> bool:
    return widget is not None and (pane is widget or pane.isAncestorOf(widget))
