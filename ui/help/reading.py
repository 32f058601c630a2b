"""Markdown pages of the help as calm text: headings with places, tables, keys and code."""

from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QDesktopServices,
    QFont,
    QFontDatabase,
    QFontInfo,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QApplication, QTextBrowser

from ui.widgets import tokens as t

_SIZES = {1: 24, 2: t.LARGE + 2, 3: t.LARGE}
_HAN = "[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_FOLD = re.compile(rf"(?<={_HAN})\n(?=[*“]?{_HAN})")
_MEASURE = 720
"""The widest that a page is set, in px."""


def anchor(heading: str) -> str:
    """The name of a section: “Find your way” → find-your-way."""
    return re.sub(r"\W+", "-", heading.casefold()).strip("-")


class Reader(QTextBrowser):
    """Shows one page at a time; links to the web go to the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setStyleSheet(f"QTextBrowser {{ background: {t.PANEL}; border: 0; padding: 0; }}")
        self.anchorClicked.connect(_open)
        self._places: list[tuple[str, QTextBlock]] = []

    def show_page(self, markdown: str) -> None:
        """Set a page."""
        # A line of the source that ends in Han goes on without a space.
        self.setMarkdown(_FOLD.sub("", markdown))
        document = self.document()
        document.setDocumentMargin(t.SPACE[5])
        document.setTextWidth(_MEASURE)
        self._places = []
        block = document.begin()
        while block.isValid():
            self._dress(block)
            block = block.next()
        self._dress_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        # The cursor stands below the margin, and only the cursor was asked for.
        self.verticalScrollBar().setValue(0)

    @property
    def sections(self) -> tuple[str, ...]:
        """The names of the sections of the page, in their order."""
        return tuple(name for name, _ in self._places)

    def go_to(self, section: str) -> None:
        """Let a section stand at the top; the page's beginning where there is none so called."""
        for name, block in self._places:
            if name == section:
                place = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(max(0, round(place) - t.SPACE[5]))
                self.setTextCursor(QTextCursor(block))
                return
        self.verticalScrollBar().setValue(0)

    def _dress(self, block: QTextBlock) -> None:
        cursor = QTextCursor(block)
        form = block.blockFormat()
        level = form.headingLevel()
        wanted = QTextBlockFormat()
        wanted.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        in_table = cursor.currentTable() is not None
        wanted.setBottomMargin(0 if in_table else t.SPACE[2])
        wanted.setTopMargin(0)
        wanted.setNonBreakableLines(False)
        if level:
            self._places.append((anchor(block.text()), block))
            wanted.setTopMargin(0 if level == 1 else t.SPACE[4])
            letters = QTextCharFormat()
            letters.setProperty(QTextCharFormat.Property.FontPixelSize, _SIZES.get(level, t.BODY))
            letters.setFontWeight(QFont.Weight.DemiBold)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.mergeCharFormat(letters)
        elif _is_code(block):
            wanted.setBackground(QColor(t.FIELD))
            wanted.setBottomMargin(0 if _is_code(block.next()) else t.SPACE[3])
            wanted.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            wanted.setLeftMargin(t.SPACE[2])
        # Not with what is selected: that begins in the block before.
        QTextCursor(block).mergeBlockFormat(wanted)
        self._dress_code(block)

    def _dress_code(self, block: QTextBlock) -> None:
        # The face itself: “monospace” is but a wish, which a list of faces passes over.
        family = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)).family()
        letters = QTextCharFormat()
        letters.setFontFamilies([family, *QApplication.font().families()])
        letters.setBackground(QColor(t.FIELD))
        found, pieces = [], block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            form = piece.charFormat()
            if form.fontFixedPitch() or "monospace" in (form.fontFamilies() or ()):
                found.append((piece.position(), piece.length()))
            pieces += 1
        for position, length in found:
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(letters)

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format()
                form.setCellPadding(t.SPACE[1])
                form.setCellSpacing(0)
                form.setBorder(1)
                form.setBorderCollapse(True)
                form.setBorderBrush(QColor(t.LINE))
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                frame.setFormat(form)
                _centre(frame)


def _is_code(block: QTextBlock) -> bool:
    form, name = block.blockFormat(), QTextBlockFormat.Property
    return form.hasProperty(name.BlockCodeLanguage.value) or form.hasProperty(
        name.BlockCodeFence.value
    )


def _centre(table: QTextTable) -> None:
    """Latin and Han in a row stand on one line, whichever is the higher."""
    for row in range(table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            form = cell.format()
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
            cell.setFormat(form)


def _open(link: QUrl) -> None:
    if link.scheme() in ("http", "https"):
        QDesktopServices.openUrl(link)
