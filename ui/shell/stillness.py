"""The command by which a person lets nothing move in the window, kept between sessions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from studio.core.said import said
from ui.actions import Action
from ui.settings import Settings
from ui.widgets.motion import SETTING, follow, is_still, set_still


def begin_motion(settings: Settings, owner: QObject) -> None:
    """Move, or not, as the person set it; where they set nothing, as the system does."""
    wish = settings.get(SETTING)
    follow(wish if isinstance(wish, bool) else None, owner)


def motion_commands(settings: Settings) -> tuple[Action, ...]:
    """One that has a mark while nothing moves."""
    return (
        Action(
            SETTING,
            said("Reduce motion"),
            partial(_turn, settings),
            "View",
            hint=said("Rings stand still and menus appear at once"),
            group="motion",
            checked=is_still,
        ),
    )


def _turn(settings: Settings) -> None:
    still = not is_still()
    set_still(still)
    settings.set(SETTING, still)
