"""The dialog of what is delivered where, as the Deliver page opens it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from studio.campaign.document import Campaign
from ui.campaign.markets import Markets
from ui.settings import Settings


class Asks(Markets):
    """The campaign's dialog; languages chosen lately are remembered with the window's settings."""

    def __init__(self, campaign: Campaign, parent: QWidget) -> None:
        super().__init__(campaign, Settings(), parent)
