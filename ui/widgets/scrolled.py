"""A scroll area that measures its contents anew whenever it is shown."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea


class Scrolled(QScrollArea):
    """Qt tells nobody that contents want another size while their area is hidden, as on a page
    behind another: they would keep the old one, and its bars.
    """

    def showEvent(self, event: QShowEvent) -> None:
        """With the size that the contents want now."""
        super().showEvent(event)
        self.setWidgetResizable(self.widgetResizable())
