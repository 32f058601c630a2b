"""Where the person was: the window on its screen, its splitters, the places in a campaign."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QWidget

from ui.settings import Settings

_KEY, _WINDOW, _SPLITTERS = "places", "window", "splitters"
_CAMPAIGNS = 30
_USUAL = (1440, 900)
_SEEN = 100
"""So many pixels of a window must lie on a screen for it to be found."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where somebody was in a campaign: the page, the place on each, open lines of the tree."""

    page: int = 0
    places: Mapping[int, object] = field(default_factory=dict)
    tree: Sequence[Sequence[str]] = ()


class Places:
    """Keeps them in the settings."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def keep(self, campaign: Path, kept: Kept) -> None:
        """Remember a campaign's places; the thirty newest stay."""
        name = str(campaign.resolve())
        there = {k: v for k, v in self._settings.get(_KEY, {}).items() if k != name}
        here = {
            "page": kept.page,
            "places": {str(number): place for number, place in kept.places.items()},
            "tree": [list(key) for key in kept.tree],
        }
        listed = [*there.items(), (name, here)][-_CAMPAIGNS:]
        self._settings.set(_KEY, dict(listed))

    def of(self, campaign: Path) -> Kept | None:
        """What is remembered of a campaign; None where nothing is, or nothing that is sound."""
        one = self._settings.get(_KEY, {}).get(str(campaign.resolve()))
        if not isinstance(one, dict):
            return None
        page, places, tree = one.get("page"), one.get("places"), one.get("tree")
        if not (isinstance(page, int) and isinstance(places, dict) and isinstance(tree, list)):
            return None
        numbered = {int(number): place for number, place in places.items() if number.isdigit()}
        return Kept(page, numbered, [key for key in tree if isinstance(key, list)])

    # -- splitters ------------------------------------------------------------------------

    def keep_splitters(self, name: str, top: QWidget) -> None:
        """Remember how the splitters below `top` stand, once all of them were seen."""
        found = top.findChildren(QSplitter)
        # One that was never laid out, with its page or on an empty one, has sizes of no meaning.
        waits = Qt.WidgetAttribute.WA_PendingResizeEvent
        unseen = not top.isWindow() and any(one.testAttribute(waits) for one in found)
        sizes = [one.sizes() for one in found]
        if sizes and not unseen:
            self._settings.set(_SPLITTERS, self._settings.get(_SPLITTERS, {}) | {name: sizes})

    def set_splitters(self, name: str, top: QWidget) -> None:
        """Let them stand so again, where they are as many as they were."""
        kept = self._settings.get(_SPLITTERS, {}).get(name, [])
        found = top.findChildren(QSplitter)
        if not isinstance(kept, list) or len(kept) != len(found):
            return
        for one, sizes in zip(found, kept, strict=True):
            if isinstance(sizes, list) and len(sizes) == one.count() and _sound(sizes):
                one.setSizes(sizes)

    # -- the window -----------------------------------------------------------------------

    def keep_window(self, window: QWidget) -> None:
        """Remember where it stands."""
        data = window.saveGeometry().toBase64().data()
        self._settings.set(_WINDOW, bytes(data).decode("ascii"))

    def set_window(self, window: QWidget) -> None:
        """Stand where it stood, if a screen is still there; else in the usual size."""
        kept = self._settings.get(_WINDOW, "")
        data = QByteArray.fromBase64(kept.encode("ascii", "replace"))
        if not kept or not window.restoreGeometry(data) or not _can_be_seen(window.geometry()):
            width, height = _USUAL
            screen = QGuiApplication.primaryScreen().availableGeometry()
            window.resize(min(width, screen.width()), min(height, screen.height()))
            window.move(screen.center() - window.rect().center())


def _sound(sizes: Sequence[object]) -> bool:
    whole = [one for one in sizes if isinstance(one, int) and one >= 0]
    return len(whole) == len(sizes) and sum(whole) > 0


def _can_be_seen(window: QRect) -> bool:
    for screen in QGuiApplication.screens():
        seen = screen.availableGeometry().intersected(window)
        if seen.width() >= _SEEN and seen.height() >= _SEEN:
            return True
    return False
