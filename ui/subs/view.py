"""How the page shows its tracks: their languages and names, the film's rate, the limits."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt

from studio.core.time import FrameRate
from studio.presets import store
from studio.subs.checks.base import CheckProfile
from ui.widgets.names import name_of

PROFILE = "streaming"


@dataclass(frozen=True, slots=True)
class View:
    """`languages`: "" for no second one; `titles` are their names; `rate` None where it varies
    or is not known: times are then shown with milliseconds."""

    languages: tuple[str, str] = ("", "")
    titles: tuple[str, str] = ("", "")
    rate: FrameRate | None = None
    profile: CheckProfile | None = None


def profile() -> CheckProfile:
    """The limits that are checked."""
    return store.profile(PROFILE)


def named(language: str) -> str:
    """Name and tag, for choosers."""
    name = name_of(language)
    return language if name == language else f"{name}   {language}"


def goes_left(language: str) -> bool:
    """Whether a language is written from right to left."""
    return QLocale(language).textDirection() == Qt.LayoutDirection.RightToLeft


def isolated(text: str) -> str:
    """A text that does not turn round what stands beside it."""
    return f"\u2068{text}\u2069"
