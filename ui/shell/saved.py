"""When the campaign was written last, in words for the top bar."""

from __future__ import annotations

import time
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale

from ui.widgets.language import tr

_JUST_NOW = 5
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400


def written_at(path: Path | None) -> float:
    """Seconds of the system's clock at which the file was written; now where it is not there."""
    try:
        return path.stat().st_mtime if path is not None else time.time()
    except OSError:
        # Its disk is away; the next save says so.
        return time.time()


def saved_words(at: float, now: float) -> str:
    """`saved`, `saved 20 s ago`, and so on; after a day the date."""
    ago = int(now - at)
    if ago < _JUST_NOW:
        return tr("saved")
    if ago < _MINUTE:
        return tr("saved {seconds} s ago", seconds=ago)
    if ago < _HOUR:
        return tr("saved {minutes} min ago", minutes=ago // _MINUTE)
    if ago < _DAY:
        return tr("saved {hours} h ago", hours=ago // _HOUR)
    date = QDateTime.fromSecsSinceEpoch(int(at)).date()
    return tr("saved on {date}", date=QLocale().toString(date, QLocale.FormatType.ShortFormat))
