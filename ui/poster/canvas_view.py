"""What the canvas shows: the poster, guides and rulers over it, or a word in its place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from studio.core.geometry import Rect, Size
from ui.poster import canvas_paint as draw
from ui.poster.making import Making
from ui.poster.marks import Sheet
from ui.poster.rulers import RULER, rulers
from ui.poster.zooming import Zoom
from ui.widgets.language import tr


@dataclass(frozen=True, slots=True)
class Ghost:
    """A block in the hand: where it goes and the lines it lies on, in pixels of the file."""

    ink: Rect
    across: float | None
    down: float | None
    words: str


@dataclass(frozen=True, slots=True)
class Lettering:
    """Letters that are worked on, in pixels of the file: a caret (a line without breadth), or the
    ink of each that is selected; and what is said of them, beside the column where `vertical`."""

    caret: Rect | None
    boxes: tuple[Rect, ...]
    words: str = ""
    vertical: bool = False


class CanvasView(QWidget):
    """Shows a sheet at a zoom; its hands are those of Canvas."""

    zoom_changed = Signal()
    """Another size may have to be painted."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Poster"))
        self.setMouseTracking(True)
        self.setMinimumSize(240, 240)
        self._sheet: Sheet | None = None
        self._before: Sheet | None = None
        self._word = self._hint = ""
        self._foot = ""
        self._zoom = Zoom()
        self._show_safe = self._show_rulers = False
        self._point: tuple[QPointF, str] | None = None
        self._ghost: Ghost | None = None
        self._lit: Rect | None = None
        self._lettering: Lettering | None = None
        self._making = Making(self)

    # -- what is shown --------------------------------------------------------------------

    def show_sheet(self, sheet: Sheet) -> None:
        """Show a painted poster."""
        if self._sheet is None or self._sheet.file != sheet.file:
            self._zoom.fit()
        self._sheet, self._word = sheet, ""
        self._lit = None
        self.update()

    def show_word(self, text: str, hint: str = "") -> None:
        """Say in one line why there is no poster, and below it what to do."""
        self._sheet, self._before, self._word, self._hint = None, None, text, hint
        self._lit = self._ghost = None
        self.show_making(False)
        self.update()

    def show_making(self, going: bool) -> None:
        """Say quietly that the poster is being made; what is shown stays till it is there."""
        if going:
            self._making.begin(alone=self._sheet is None)
        else:
            self._making.end()

    def show_before(self, sheet: Sheet | None) -> None:
        """Show the poster as it was, for a moment; None: as it is."""
        self._before = sheet
        self.update()

    def show_foot(self, words: str) -> None:
        """A word at the foot of the canvas: how the picture is seen."""
        self._foot = words
        self.update()

    def show_point(self, at: tuple[float, float] | None, words: str = "") -> None:
        """Mark the point of interest, in pixels of the file, while it moves."""
        self._point = (QPointF(*at), words) if at is not None else None
        self.update()

    def show_lit(self, rect: Rect | None) -> None:
        """Mark a block that a hand could take, in pixels of the file."""
        self._lit = rect
        self.update()

    def show_ghost(self, ghost: Ghost | None) -> None:
        """Mark where a block in the hand goes."""
        self._ghost = ghost
        self.update()

    def show_lettering(self, lettering: Lettering | None) -> None:
        """Mark letters that are worked on."""
        if lettering != self._lettering:
            self._lettering = lettering
            self.update()

    @property
    def lettering(self) -> Lettering | None:
        """The letters that are marked."""
        return self._lettering

    @property
    def sheet(self) -> Sheet | None:
        """What is shown; None while a word stands in its place."""
        return self._sheet

    @property
    def image(self) -> QImage | None:
        """The painted poster that is shown."""
        return self._sheet.image if self._sheet else None

    @property
    def word(self) -> str:
        """What is said in its place, or over it."""
        return self._sheet.note if self._sheet else self._word

    @property
    def is_making(self) -> bool:
        """Whether a poster is being made."""
        return self._making.is_on

    @property
    def shows_before(self) -> bool:
        """Whether the poster is shown as it was."""
        return self._before is not None

    @property
    def shows_safe(self) -> bool:
        """Whether the safe area is drawn."""
        return self._show_safe

    def show_safe(self, there: bool) -> None:
        """Show or hide the safe area."""
        self._show_safe = there
        self.update()

    @property
    def shows_rulers(self) -> bool:
        """Whether rulers are drawn."""
        return self._show_rulers

    def show_rulers(self, there: bool) -> None:
        """Show or hide the rulers; they take some of the room."""
        self._show_rulers = there
        self._zoomed()

    # -- size -----------------------------------------------------------------------------

    def fit(self) -> None:
        """As large as fits."""
        self._zoom.fit()
        self._zoomed()

    def whole_size(self) -> None:
        """One pixel of the file for one of the screen, about the middle of the view."""
        if self._sheet is not None:
            self._zoom_at(self._room.center(), 1 / self.devicePixelRatioF())

    def zoom_by(self, factor: float) -> None:
        """Closer or farther, about the middle of the view."""
        self._zoom_at(self._room.center(), self._scale * factor)

    @property
    def zoom(self) -> float:
        """Pixels of the screen for one of the file."""
        return self._scale * self.devicePixelRatioF()

    def wanted(self, file: Size) -> int:
        """The longer side, in pixels, that a poster should be painted in to be shown sharp."""
        known = self._sheet is not None and self._sheet.file == file
        return self._zoom.wanted(self._room, file, self.devicePixelRatioF(), known=known)

    @property
    def _room(self) -> QRectF:
        """What the rulers leave."""
        by = RULER if self._show_rulers else 0
        return QRectF(self.rect()).adjusted(by, by, 0, 0)

    @property
    def _scale(self) -> float:
        return self._zoom.at(self._room, self._sheet.file) if self._sheet is not None else 1.0

    def _rect(self) -> QRectF:
        """Where the poster stands, on whole pixels of the screen."""
        if self._sheet is None:
            return QRectF()
        return self._zoom.box(self._room, self._sheet.file, self.devicePixelRatioF())

    def on_screen(self, rect: Rect) -> QRectF:
        """Where a part of the file is seen, in logical pixels of the canvas."""
        return draw.placed(rect, self._rect(), self._scale)

    def in_file(self, at: QPointF) -> tuple[float, float]:
        """Which pixel of the file is seen there."""
        box = self._rect()
        return (at.x() - box.x()) / self._scale, (at.y() - box.y()) / self._scale

    def _zoom_at(self, at: QPointF, scale: float) -> None:
        if self._sheet is not None:
            self._zoom.to(at, scale, self._room, self._sheet.file, self.devicePixelRatioF())
            self._zoomed()

    def _zoomed(self) -> None:
        self.update()
        self._making.place()
        self.zoom_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A fitted poster is painted anew."""
        super().resizeEvent(event)
        self._zoomed()

    # -- painting -------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The poster on the ground, or the word."""
        painter = QPainter(self)
        draw.ground(painter, self.rect())
        if self._sheet is None:
            draw.word(painter, self.rect(), self._word, self._hint)
        else:
            self._paint_sheet(painter, self._before or self._sheet)
        if self.hasFocus():
            draw.focus_ring(painter, self.rect())
        painter.end()

    def _paint_sheet(self, painter: QPainter, sheet: Sheet) -> None:
        box, scale = self._rect(), self._scale
        draw.poster(painter, box, sheet.image, self.devicePixelRatioF())
        if self._show_safe:
            draw.guides(painter, box, scale, sheet)
        self._paint_hands(painter, box, scale)
        note = tr("Before") if self._before is not None else sheet.note
        if note:
            draw.note(painter, self.rect(), box.top(), note)
        if self._foot:
            draw.foot(painter, self.rect(), self._foot)
        if self._show_rulers:
            self._paint_rulers(painter, sheet)

    def _paint_hands(self, painter: QPainter, box: QRectF, scale: float) -> None:
        """What a hand has, or could have."""
        if self._lit is not None and self._ghost is None:
            draw.lit(painter, self.on_screen(self._lit))
        if self._ghost is not None:
            draw.ghost(painter, box, scale, self._ghost)
        if self._lettering is not None and self._before is None:
            draw.lettering(painter, box, scale, self._lettering)
        if self._point is not None:
            draw.point(painter, box.topLeft() + self._point[0] * scale, self._point[1])

    def _paint_rulers(self, painter: QPainter, sheet: Sheet) -> None:
        box, scale = self._rect(), self._scale
        zero, unit = box.topLeft(), scale
        if sheet.mm is not None:
            unit = scale / sheet.mm
            zero = self.on_screen(sheet.trim).topLeft() if sheet.trim is not None else zero
        ink = self._ghost.ink if self._ghost is not None else self._lit
        span = None
        if ink is not None:
            seen = self.on_screen(ink)
            span = Rect(seen.x(), seen.y(), seen.width(), seen.height())
        rulers(painter, QRectF(self.rect()), box, (unit, zero), span)
