"""What a dialog stands over."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


def above() -> QWidget | None:
    """The dialog that is open, else the window; None while nothing is shown.

    Not the active window: that may be a popup on its way out, or none while one works elsewhere.
    """
    modal = QApplication.activeModalWidget()
    if modal is not None:
        return modal
    shown = (one for one in QApplication.topLevelWidgets() if one.isVisible())
    return next((one for one in shown if isinstance(one, QMainWindow)), None)
