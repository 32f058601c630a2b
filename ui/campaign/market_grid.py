"""The grid of what is delivered where: presets down, markets across, a tick in each field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from studio.burn.asked.preset import VideoPreset
from studio.campaign.asking import (
    File,
    ask_as,
    ask_for,
    caption_as,
    captions_of,
    drop,
    files_of,
    is_asked,
)
from studio.campaign.document import MUXED, NO_CAPTIONS, Campaign, Deliverable
from studio.core.said import said
from studio.poster.format import Format
from studio.presets import store
from ui.campaign.kind_words import kind_sign
from ui.campaign.market_names import market_name
from ui.widgets import tokens as t
from ui.widgets.icons import pixmap
from ui.widgets.language import heard, tr
from ui.widgets.rings import paint_focus

Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_TICK = Qt.ItemDataRole.CheckStateRole
_BOX = 16
_BESIDE = 6


@dataclass(frozen=True, slots=True)
class Offer:
    """A preset that can be asked for; `group` is the title of a row without ticks."""

    preset: str = ""
    video: bool = False
    size: str = ""
    hint: str = ""
    mark: str = ""
    group: str = ""
    form: Format | None = None
    """Of a placement."""


def offers() -> tuple[Offer, ...]:
    """Everything that can be delivered, by kind. Raises BadValue for a preset that is wrong."""
    films = [_film(store.video(name)) for name in store.names("video")]
    formats = [store.poster_format(name) for name in store.names("formats")]
    screens = [_placement(form) for form in formats if not form.is_print]
    prints = [_placement(form) for form in formats if form.is_print]
    return (
        Offer(group=said("Films")),
        *films,
        Offer(group=said("Screens")),
        *screens,
        Offer(group=said("Print and outdoor")),
        *prints,
    )


def _film(preset: VideoPreset) -> Offer:
    box = preset.frame.box
    size = "" if preset.frame.mode == "film" else f"{box.width:,} × {box.height:,}"
    return Offer(
        preset.name, True, size or said("as the film"), preset.summary, preset.provenance.mark
    )


def _placement(form: Format) -> Offer:
    if form.trim_mm is not None:
        size = f"{form.trim_mm[0]:,g} × {form.trim_mm[1]:,g} mm"
    else:
        size = f"{form.width:,} × {form.height:,}"
    return Offer(form.name, False, size, form.summary, form.provenance.mark, form=form)


class AsksModel(QAbstractTableModel):
    """Columns: size, then a market each. Works on a copy of the campaign."""

    edited = Signal()

    def __init__(self, campaign: Campaign, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.campaign = campaign
        self.offers = offers()

    def take(self, campaign: Campaign) -> None:
        """Show another state of the campaign."""
        self.beginResetModel()
        self.campaign = campaign
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """A row for each preset and each group."""
        return 0 if parent.isValid() else len(self.offers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """The size, and the markets."""
        return 0 if parent.isValid() else 1 + len(self.campaign.markets)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Markets above, presets at the side."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.TextAlignmentRole and section == 0:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            if role != _DISPLAY:
                return None
            if section:
                return market_name(self.campaign.markets[section - 1])
            return tr("Size and kind of file")
        return self._side(self.offers[section], role)

    def _side(self, offer: Offer, role: int) -> object:
        if role == _DISPLAY:
            return heard(offer.group) or f"   {heard(offer.preset)}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(t.QUIET if offer.group else t.TEXT)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{offer.preset}\n{heard(offer.hint)}" if offer.preset else heard(offer.hint)
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Ticks, sizes and marks."""
        offer = self.offers[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            doubt = tr("The figures are not verified by the owner's own page.")
            return f"{heard(offer.hint)}\n{doubt}" if offer.mark else heard(offer.hint)
        if offer.group:
            return None
        if index.column() == 0:
            if role == _DISPLAY:
                parts = (heard(offer.size), self._kinds(offer), heard(offer.mark))
                return "   ".join(one for one in parts if one)
            return QColor(t.QUIET) if role == Qt.ItemDataRole.ForegroundRole else None
        if role == _TICK:
            market = self.campaign.markets[index.column() - 1].id
            asked = is_asked(self.campaign, market, offer.preset)
            return Qt.CheckState.Checked if asked else Qt.CheckState.Unchecked
        if role == _DISPLAY:
            return self._own_kinds(offer, self.campaign.markets[index.column() - 1].id)
        return None

    def _kinds(self, offer: Offer) -> str:
        """What a placement is written as, or how a film is captioned, in whichever market."""
        if offer.form is None:
            captions = captions_of(self.campaign, offer.preset)
            return _captions_sign(captions) if len(captions) == 1 else ""
        return _signs(offer.form, files_of(self.campaign, offer.preset) or (File(),))

    def _own_kinds(self, offer: Offer, market: str) -> str | None:
        """The same for a market, where others want it otherwise."""
        if offer.form is None:
            now, all_of = (captions_of(self.campaign, offer.preset, one) for one in (market, ""))
            return _captions_sign(now) or None if set(now) != set(all_of) else None
        here, every = (files_of(self.campaign, offer.preset, one) for one in (market, ""))
        return _signs(offer.form, here) if here and set(here) != set(every) else None

    def place(self, index: Index) -> tuple[Format | None, str]:
        """The placement of a row, and the market of a column; empty: all of them."""
        if not index.isValid():
            return None, ""
        number = index.column() - 1
        market = self.campaign.markets[number].id if number >= 0 else ""
        return self.offers[index.row()].form, market

    def video(self, index: Index) -> str:
        """The film delivery of a row; empty: it is none."""
        offer = self.offers[index.row()] if index.isValid() else Offer()
        return offer.preset if offer.video else ""

    def take_captions(self, index: Index, captions: str) -> None:
        """Have a film delivery captioned so, in a market or in all."""
        video, (_, market) = self.video(index), self.place(index)
        if video:
            self._take_row(index.row(), caption_as(self.campaign, video, captions, market))

    def take_files(self, index: Index, files: Sequence[File]) -> None:
        """Have a placement written as these files, in a market or in all."""
        form, market = self.place(index)
        if form is not None:
            self._take_row(index.row(), ask_as(self.campaign, form.name, files, market))

    def _take_row(self, row: int, campaign: Campaign) -> None:
        self.campaign = campaign
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.edited.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only fields of presets under markets can be ticked."""
        if self.offers[index.row()].group or index.column() == 0:
            return Qt.ItemFlag.ItemIsEnabled
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def toggle(self, index: Index) -> None:
        """Ask for a preset in a market, or no longer."""
        offer = self.offers[index.row()]
        if offer.group or index.column() < 1:
            return
        market = self.campaign.markets[index.column() - 1].id
        if is_asked(self.campaign, market, offer.preset):
            self.campaign = drop(self.campaign, market, offer.preset)
        else:
            ask = Deliverable(video=offer.preset) if offer.video else Deliverable(offer.preset)
            self.campaign = ask_for(self.campaign, market, ask)
        self.dataChanged.emit(index, index)
        self.edited.emit()


def _captions_sign(captions: Sequence[str]) -> str:
    """What is to be said of captions beside a tick: nothing of the usual ones alone."""
    if not any(captions):
        return ""
    own = {NO_CAPTIONS: tr("no captions"), MUXED: tr("subtitles in the file")}
    return ", ".join(own.get(one) or heard(one) for one in captions if one)


def _signs(form: Format, files: Sequence[File]) -> str:
    return ", ".join(kind_sign(one.kind or form.kind) for one in files)


def _small(base: QFont) -> QFont:
    font = QFont(base)
    font.setPixelSize(t.SMALL)
    return font


class _Tick(QStyledItemDelegate):
    """A tick in the middle of its field, and beside it what this market wants otherwise."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._check: QPixmap = pixmap("check", t.ON_ACCENT, 14, 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Room for the words beside a box in the middle."""
        plain = super().sizeHint(option, index)
        own = index.data(_DISPLAY) if index.data(_TICK) is not None else None
        if not own:
            return plain
        wide = QFontMetrics(_small(option.font)).horizontalAdvance(str(own))
        return QSize(_BOX + 2 * (wide + _BESIDE + t.SPACE[1]), plain.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The box and its tick; everything else as ever."""
        state = index.data(_TICK)
        if state is None:
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect
        box = QRect(0, 0, _BOX, _BOX)
        box.moveCenter(rect.center())
        ticked = Qt.CheckState(state) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(t.ACCENT if ticked else t.FAINT))
        painter.setBrush(QColor(t.ACCENT if ticked else t.FIELD))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            painter.drawPixmap(box.adjusted(1, 1, -1, -1), self._check)
        own = index.data(_DISPLAY)
        if own:
            painter.setFont(_small(painter.font()))
            painter.setPen(QColor(t.QUIET))
            left = box.right() + _BESIDE
            room = QRect(left, rect.top(), rect.right() - left, rect.height())
            shown = painter.fontMetrics().elidedText(
                str(own), Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
        paint_focus(painter, rect, option.state)


class AsksGrid(QTableView):
    """Click or Space ticks; arrow keys walk."""

    moved = Signal(QModelIndex)
    """The cell that the keys stand at is another."""

    def __init__(self, model: AsksModel) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Tick(self))
        self.setAccessibleName(tr("Presets by market"))
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        side = self.verticalHeader()
        side.setDefaultSectionSize(28)
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side.setFixedWidth(176)
        side.setSectionsClickable(False)
        side.setStyleSheet(
            f"QHeaderView::section {{ border: 0; font-size: {t.BODY}px; padding: 0 8px; }}"
        )
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setMinimumSectionSize(60)
        self.setStyleSheet("QTableView::item { padding: 0 8px; }")
        model.modelReset.connect(self._share)
        self.selectionModel().currentChanged.connect(lambda now, _: self.moved.emit(now))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share another width."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The size takes what the markets leave, and never less than its words need."""
        head = self.horizontalHeader()
        markets = sum(head.sectionSize(number) for number in range(1, head.count()))
        mode = QHeaderView.ResizeMode
        wide = self.viewport().width() - markets > self.sizeHintForColumn(0)
        head.setSectionResizeMode(0, mode.Stretch if wide else mode.ResizeToContents)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a box ticks; beside it the cell is only chosen."""
        super().mouseReleaseEvent(event)
        index = self._ticked(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._model.toggle(index)

    def _ticked(self, at: QPoint) -> QModelIndex:
        """The cell whose box is there."""
        index = self.indexAt(at)
        near = QRect(0, 0, 3 * _BOX, 2 * _BOX)
        near.moveCenter(self.visualRect(index).center())
        return index if near.contains(at) and index.data(_TICK) is not None else QModelIndex()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._model.toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer tells what can be ticked."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            can = self._ticked(event.position().toPoint()).isValid()
            shape = Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        return super().viewportEvent(event)
