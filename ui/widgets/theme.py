"""Styles every Qt control once, from the tokens; no native grey is left."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleFactory

from studio.core.files import read_text
from studio.core.places import resources_folder
from ui.widgets import tokens as t
from ui.widgets.icons import icon_file

_PLACE = re.compile(r"@(?:icon:([a-z-]+):)?([A-Z_]+)@")


_CJK = ("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", "Source Han Sans SC")
"""Of a weight like the Latin face; left to itself Qt may take whatever bold face is there."""


class _Style(QProxyStyle):
    """Fusion without icons on the buttons of dialogs, and with tool tips that come soon."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: object = None,
        widget: object = None,
        returnData: object = None,  # noqa: N803
    ) -> int:
        """Qt's question about manners."""
        if hint == QStyle.StyleHint.SH_ToolTip_WakeUpDelay:
            return 400
        if hint == QStyle.StyleHint.SH_DialogButtonBox_ButtonsHaveIcons:
            return 0
        return int(super().styleHint(hint, option, widget, returnData))  # type: ignore[arg-type]


def apply_theme(app: QApplication) -> None:
    """Give the application its fonts, palette and style sheet."""
    app.setStyle(_Style(QStyleFactory.create("Fusion")))
    app.setPalette(_palette())
    app.setFont(_font())
    sheet = read_text(resources_folder() / "look" / "theme.qss")
    app.setStyleSheet(_PLACE.sub(_filled, sheet))


def _filled(match: re.Match[str]) -> str:
    colour = str(getattr(t, match[2]))
    return icon_file(match[1], colour).as_posix() if match[1] else colour


def _palette() -> QPalette:
    """Every role from a token, so that nothing falls back to the system's own."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in (
        (role.Window, t.PANEL),
        (role.WindowText, t.TEXT),
        (role.Base, t.FIELD),
        (role.AlternateBase, "#191919"),
        (role.ToolTipBase, t.RAISED),
        (role.ToolTipText, t.TEXT),
        (role.PlaceholderText, t.QUIET),
        (role.Text, t.TEXT),
        (role.Button, t.RAISED),
        (role.ButtonText, t.TEXT),
        (role.BrightText, t.BAD),
        (role.Link, t.ACCENT),
        (role.LinkVisited, t.ACCENT),
        (role.Highlight, t.SELECTED),
        (role.HighlightedText, t.TEXT),
        (role.Light, t.HOVER),
        (role.Midlight, t.RAISED),
        (role.Mid, t.LINE),
        (role.Dark, t.FIELD),
        (role.Shadow, t.GROUND),
        (role.Accent, t.ACCENT),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(t.FAINT))
    return palette


def _font() -> QFont:
    """The system's face first; a CJK face of like weight behind it, a bundled one if need be."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    there = frozenset(QFontDatabase.families())
    cjk = [name for name in _CJK if name in there]
    families = [QFontInfo(font).family(), *cjk]
    if not cjk:
        for path in sorted((resources_folder() / "fonts").glob("NotoSansCJK*")):
            loaded = QFontDatabase.addApplicationFont(str(path))
            added = QFontDatabase.applicationFontFamilies(loaded)
            families += sorted(added, key=lambda name: not name.endswith(" SC"))
    font.setFamilies(families)
    font.setPixelSize(t.BODY)
    return font


def tabular(font: QFont) -> QFont:
    """The same font with figures of one width, for timecodes and numbers."""
    made = QFont(font)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made
