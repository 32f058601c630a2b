"""The look of ticks in tables and trees: the same as of every other tick."""

from __future__ import annotations

from ui.widgets import tokens as t
from ui.widgets.icons import icon_file


def tick_style(view: str) -> str:
    """A style sheet for the ticks of a kind of view, such as QTreeView."""
    check = icon_file("check", t.ON_ACCENT).as_posix()
    return (
        f"{view}::indicator {{ width: 14px; height: 14px; background: {t.FIELD};"
        f" border: 1px solid {t.FAINT}; border-radius: 3px; }}"
        f"{view}::indicator:checked {{ background: {t.ACCENT}; border-color: {t.ACCENT};"
        f' image: url("{check}"); }}'
    )
