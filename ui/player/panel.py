"""The player's parts as they stand: picture, line of time, buttons; how they are shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.actions import Action
from ui.player.full import FullScreen
from ui.player.safe import CHOICES
from ui.player.screen import Screen
from ui.player.seekbar import SeekBar
from ui.player.times import MODE_TEXTS, MODES
from ui.player.transport import Transport
from ui.player.view import View
from ui.settings import Settings
from ui.widgets import tokens as t
from ui.widgets.language import heard, tr


class Panel(QWidget):
    """Loudness, the way times are shown and the safe areas are remembered in `settings`."""

    def __init__(self, parent: QWidget | None = None, settings: Settings | None = None) -> None:
        super().__init__(parent)
        self._settings = settings or Settings()
        self._full: FullScreen | None = None
        self._picture = Screen()
        self._bar = SeekBar()
        self._transport = Transport()
        self._arrange()
        self._transport.loudness.changed.connect(self._loudness_changed)
        self._remember()

    def _arrange(self) -> None:
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._picture, 1)
        self._line = QWidget()
        line = QHBoxLayout(self._line)
        line.setContentsMargins(t.SPACE[1], 0, t.SPACE[1], 0)
        line.addWidget(self._bar)
        inner.addWidget(self._line)
        inner.addWidget(self._transport)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._body)

    def fit(self) -> None:
        """Show the whole picture."""
        self._picture.fit()

    def actual_size(self) -> None:
        """One pixel of the screen for each of the film's."""
        self._picture.actual()

    def zoom(self, factor: float) -> None:
        """Nearer or further, around the middle."""
        self._picture.zoom(factor)

    @property
    def shows_stand_in(self) -> bool:
        """Whether a small picture stands for the exact one, which is under way."""
        return self._picture.has_stand_in

    @property
    def view(self) -> View:
        """How near the picture is looked at."""
        return self._picture.view

    def set_view(self, view: View) -> None:
        """Come back to a view of before."""
        self._picture.set_view(view)

    def edit_time(self) -> None:
        """Let a time be typed."""
        self._transport.edit_time()

    def louder(self, steps: int) -> None:
        """Louder by so many steps, or softer."""
        self._transport.loudness.louder(steps)

    def press(self, name: str) -> None:
        """Use a button as a hand would."""
        self._transport.press(name)

    def count_in(self, mode: str) -> None:
        """Show times as timecode, frames or seconds."""
        self._settings.set("player.times", mode)
        self._transport.set_mode(mode)
        self._bar.set_mode(mode)

    def show_safe(self, choice: str) -> None:
        """Show the safe areas of a format."""
        self._settings.set("player.safe", choice)
        self._picture.safe_choice = choice
        self._transport.buttons["safe"].setChecked(True)
        self._set_safe(shown=True)

    def _set_safe(self, *, shown: bool) -> None:
        self._picture.safe = shown
        self._picture.update()

    def _show_options(self) -> None:
        """The small menu: how times count, which safe areas, how near."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mode = self._settings.get("player.times", MODES[0])
        for name, text in MODE_TEXTS.items():
            _choice(menu, heard(text), partial(self.count_in, name), is_on=name == mode)
        menu.addSeparator()
        safe = self._picture.safe_choice if self._picture.safe else ""
        _choice(menu, tr("No safe areas"), self._hide_safe, is_on=not safe)
        for name, text in CHOICES.items():
            _choice(menu, heard(text), partial(self.show_safe, name), is_on=name == safe)
        menu.addSeparator()
        zoom = self._picture.view.zoom
        _choice(menu, tr("Fit the picture"), self.fit, is_on=zoom is None)
        _choice(menu, tr("Picture at 100 %"), self.actual_size, is_on=zoom == 1)
        button = self._transport.buttons["more"]
        corner = button.mapToGlobal(QPoint(button.width(), 0))
        size = menu.sizeHint()
        menu.popup(corner - QPoint(size.width(), size.height()))

    def _hide_safe(self) -> None:
        self._transport.buttons["safe"].setChecked(False)
        self._set_safe(shown=False)

    # -- the whole screen -----------------------------------------------------------------

    @property
    def is_full(self) -> bool:
        """Whether the picture has the whole screen."""
        return self._full is not None

    def _go_full(self, commands: Sequence[Action]) -> None:
        full = FullScreen(self._body, (self._line, self._transport), commands)
        full.left.connect(self._leave_full)
        self.destroyed.connect(full.deleteLater)
        self._full = full
        full.showFullScreen()
        full.activateWindow()

    def _leave_full(self) -> None:
        full, self._full = self._full, None
        if full is None:
            return
        full.let_go()
        self._column.addWidget(self._body)
        self._body.show()
        full.hide()
        full.deleteLater()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- what is remembered ---------------------------------------------------------------

    def _remember(self) -> None:
        """Stand as the person left it, here or on another page."""
        kept = self._settings.get
        volume = min(100, max(0, kept("player.volume", 100)))
        self._transport.loudness.take(volume, muted=kept("player.muted", False))
        mode = kept("player.times", MODES[0])
        self._transport.set_mode(mode)
        self._bar.set_mode(mode)
        choice = kept("player.safe", "frame")
        self._picture.safe_choice = choice if choice in CHOICES else "frame"
        self._set_loudness(self._transport.loudness.loudness)

    def _loudness_changed(self, volume: int, muted: bool) -> None:
        self._settings.set("player.volume", volume)
        self._settings.set("player.muted", muted)
        self._set_loudness(self._transport.loudness.loudness)

    def _set_loudness(self, loudness: float) -> None:
        """Let it be heard so loud."""

    def showEvent(self, event: QShowEvent) -> None:
        """What was set in the player of another page counts here too."""
        super().showEvent(event)
        self._remember()


def _choice(menu: QMenu, text: str, run: Callable[[], None], *, is_on: bool) -> None:
    action = QAction(text, menu)
    action.setCheckable(True)
    action.setChecked(is_on)
    action.triggered.connect(run)
    menu.addAction(action)


def later(owner: QWidget, milliseconds: int, call: Callable[[], None]) -> QTimer:
    """A timer that calls once, so long after it was last started."""
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(call)
    return timer
