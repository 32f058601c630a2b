"""Commands that change the language of the window, each named in its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QTimer

from studio.core.said import said
from ui.actions import Action
from ui.widgets.language import LANGUAGES, language_now


def language_commands(speak: Callable[[str], object]) -> tuple[Action, ...]:
    """One command for each language; the one that is spoken has the mark."""
    return tuple(
        Action(
            f"language-{tag}",
            said("Language: {name}", name=name),
            partial(_later, speak, tag),
            "View",
            group="language",
            checked=partial(_is_spoken, tag),
        )
        for tag, name in LANGUAGES.items()
    )


def _is_spoken(tag: str) -> bool:
    return language_now() == tag


def _later(speak: Callable[[str], object], tag: str) -> None:
    """A turn later: the menu that asked for it belongs to the window that goes."""
    app = QCoreApplication.instance()
    if app is not None and not _is_spoken(tag):
        QTimer.singleShot(0, app, lambda: speak(tag))
