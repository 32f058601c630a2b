"""How much room is left in a cue while it is typed: on each line, and in the time it stands."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from studio.core.words import counted
from studio.subs.checks.rules import LanguageLimits
from studio.subs.counting import count
from studio.subs.plain import plain_lines
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr

_SIGN, _GAP = "▲", "&nbsp;&nbsp;&nbsp;"


@dataclass(frozen=True, slots=True)
class Room:
    """By the limits of its language: `left` characters on each line, below 0 where it is too long;
    `lines` of `most`; characters a second and their limit, `speed` None without a time."""

    left: tuple[float, ...]
    most: int
    speed: float | None
    limit: float

    @property
    def is_over(self) -> bool:
        """Whether anything is too much."""
        fast = self.speed is not None and self.speed > self.limit
        return fast or len(self.left) > self.most or any(one < 0 for one in self.left)


def room(text: str, duration: int, limits: LanguageLimits) -> Room:
    """What a text of `duration` ms leaves; tags count nothing."""
    lengths = [count(line, limits.counting) for line in plain_lines(text)] or [0.0]
    speed = sum(lengths) * 1000 / duration if duration > 0 else None
    left = tuple(limits.line_length - one for one in lengths)
    return Room(left, limits.lines, speed, limits.speed)


def told(left: Room) -> str:
    """The same in words, as rich text: what is too much has a sign and a colour."""
    parts = [_part(tr("{number:g} left", number=one), one < 0, -one) for one in left.left]
    if len(left.left) > left.most:
        lines = heard(counted(len(left.left), "line"))
        parts.append(_over(tr("{lines}, {most} fit", lines=lines, most=left.most)))
    if left.speed is not None:
        words = tr("{speed:.1f} of {limit:g} c/s", speed=left.speed, limit=left.limit)
        parts.append(_over(words) if left.speed > left.limit else escape(words))
    return _GAP.join(parts)


def _part(words: str, over: bool, by: float) -> str:
    return _over(tr("{number:g} over", number=by)) if over else escape(words)


def _over(words: str) -> str:
    return f'<span style="color: {t.WARN}">{_SIGN} {escape(words)}</span>'


class RoomNote(QLabel):
    """Stands at a field without taking the keyboard or the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("subs-room")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            f"background: {t.RAISED}; color: {t.QUIET}; border: 1px solid {t.LINE}; "
            "border-radius: 3px; padding: 1px 6px;"
        )
        self.hide()

    def show_room(self, left: Room) -> None:
        """Say what is left now."""
        self.setText(told(left))
        self.adjustSize()
        self.show()
        self.raise_()

    def stand_at(self, field: QRect) -> None:
        """Below the field at its right, above it where there is no room."""
        parent = self.parentWidget()
        height = parent.height() if parent is not None else 0
        below = field.bottom() + 2
        top = below if below + self.height() <= height else field.top() - 1 - self.height()
        self.move(max(0, field.right() - self.width() + 1), max(0, top))
