"""The quiet signs beside cues: how far each is, whether it changed since, whether it has a note."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QLineF, QLocale, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from studio.core.said import said
from studio.subs.cue import Cue, Track
from studio.subs.finding import mark
from studio.subs.review import Mark, Review, State
from ui.subs.links import changed_cues, same_cues
from ui.subs.view import isolated
from ui.widgets import tokens as t
from ui.widgets.language import heard, language_now, tr

ROOM = 22
"""px at the end of a text that its sign takes."""
NAMES: Mapping[State, str] = {
    "draft": said("Draft"),
    "translated": said("Translated"),
    "reviewed": said("Reviewed"),
    "approved": said("Approved"),
}


@dataclass(frozen=True, slots=True)
class Sign:
    """What is shown of a cue: its mark, and whether it is another than when the state was set."""

    mark: Mark
    changed: bool

    @property
    def is_stale(self) -> bool:
        """Whether it was approved, and changed since."""
        return self.changed and self.mark.state == "approved"


class Signs:
    """Those of one track by cue id, followed from edit to edit."""

    def __init__(self) -> None:
        self.by_id: dict[int, Sign] = {}
        self.stale: set[int] = set()
        self._track: Track | None = None
        self._review: Review | None = None
        self._marks: Mapping[int, Mark] = {}

    def follow(self, track: Track | None, review: Review | None) -> bool:
        """Be those of this track; False where nothing can have changed."""
        before, self._track = self._track, track
        if review is self._review and (track is before or not self._marks):
            return False
        same = before is not None and track is not None and review is self._review
        self._review = review
        if same and before is not None and track is not None and same_cues(before, track):
            self._look(changed_cues(before, track))
            return True
        self._marks = review.by_id() if review is not None else {}
        self.by_id.clear()
        self.stale.clear()
        if self._marks and track is not None:
            self._look(track.cues)
        return True

    def _look(self, cues: Iterable[Cue]) -> None:
        for cue in cues:
            one = self._marks.get(cue.id)
            if one is None:
                continue
            sign = Sign(one, one.cue != mark(cue))
            self.by_id[cue.id] = sign
            (self.stale.add if sign.is_stale else self.stale.discard)(cue.id)


def told(sign: Sign) -> list[str]:
    """A sign in words, a line each: the state with who and when, what changed, the note."""
    one = sign.mark
    lines = []
    if one.state != "draft":
        lines.append(_by(heard(NAMES[one.state]), *one.setter))
    if sign.changed and one.state != "draft":
        lines.append(tr("Changed since then"))
    if one.note:
        lines += [_by(tr("Note"), *one.noter), one.note]
    return lines


def _by(what: str, who: str, when: str) -> str:
    named = isolated(who) if who else ""
    return " · ".join(part for part in (what, named, shown_when(when)) if part)


def shown_when(when: str) -> str:
    """A UTC time of a mark as this place writes its own; empty for none."""
    if not when:
        return ""
    there = QDateTime.fromString(when, Qt.DateFormat.ISODate).toLocalTime()
    return QLocale(language_now()).toString(there, QLocale.FormatType.ShortFormat)


# -- painting -----------------------------------------------------------------------------


def paint(painter: QPainter, cell: QRect, sign: Sign, *, at_left: bool) -> None:
    """The sign at the end of a cell: a ring translated, a tick reviewed, two ticks approved, a
    tick beside a triangle changed since; a corner for a note."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x = cell.x() + 4 if at_left else cell.right() - ROOM + 5
    box = QRectF(x, cell.center().y() - 6, 14, 12)
    if sign.changed and sign.mark.state in ("reviewed", "approved"):
        _changed(painter, box)
    elif sign.mark.state == "approved":
        _pen(painter, t.GOOD)
        _tick(painter, box.translated(-2, 0))
        _tick(painter, box.translated(2.5, 0))
    elif sign.mark.state == "reviewed":
        _pen(painter, t.QUIET)
        _tick(painter, box)
    elif sign.mark.state == "translated":
        _pen(painter, t.QUIET)
        painter.drawEllipse(box.center(), 3.25, 3.25)
    if sign.mark.note:
        _corner(painter, cell, at_left=at_left)
    painter.restore()


def _pen(painter: QPainter, colour: str) -> None:
    pen = QPen(QColor(colour), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _tick(painter: QPainter, box: QRectF) -> None:
    x, y = box.x() + 2, box.center().y()
    painter.drawPolyline(QPolygonF([QPointF(x, y), QPointF(x + 3, y + 3), QPointF(x + 8.5, y - 4)]))


def _changed(painter: QPainter, box: QRectF) -> None:
    """An equals sign that is crossed out."""
    _pen(painter, t.WARN)
    x, y = box.x() + 2.5, box.center().y()
    painter.drawLines(
        [
            QLineF(x, y - 2, x + 9, y - 2),
            QLineF(x, y + 2, x + 9, y + 2),
            QLineF(x + 2.5, y + 5, x + 6.5, y - 5),
        ]
    )


def _corner(painter: QPainter, cell: QRect, *, at_left: bool) -> None:
    """A turned-down corner, as spreadsheets mark a comment."""
    side, top = (cell.x() + 1.0 if at_left else cell.right() + 0.0), cell.y() + 1.0
    inward = 8.0 if at_left else -8.0
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.ACCENT))
    painter.drawPolygon(
        QPolygonF([QPointF(side, top), QPointF(side + inward, top), QPointF(side, top + 8)])
    )
