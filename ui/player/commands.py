"""The commands of the player: what a page's menus, keys and palette offer of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from studio.core.said import Said, said
from ui.actions import Action
from ui.player.safe import CHOICES
from ui.player.times import MODE_TEXTS

_LONG_STEP = 10
_ZOOM = 1.25
_Row = tuple[str, str, Callable[[], object], tuple[str, ...], str]


class Commanded(Protocol):
    """What the commands call of the player."""

    def has_film(self) -> bool: ...
    def toggle(self) -> None: ...
    def shuttle(self, direction: int) -> None: ...
    def stop(self) -> None: ...
    def step(self, frames: int) -> None: ...
    def jump(self, seconds: int) -> None: ...
    def go_to_start(self) -> None: ...
    def go_to_end(self) -> None: ...
    def edit_time(self) -> None: ...
    def mark(self, *, out: bool) -> None: ...
    def clear_marks(self) -> None: ...
    def go_to_mark(self, *, out: bool) -> None: ...
    def play_marked(self) -> None: ...
    def press(self, name: str) -> None: ...
    def louder(self, steps: int) -> None: ...
    def fit(self) -> None: ...
    def actual_size(self) -> None: ...
    def zoom(self, factor: float) -> None: ...
    def toggle_full(self) -> None: ...
    def count_in(self, mode: str) -> None: ...
    def show_safe(self, choice: str) -> None: ...


def player_commands(player: Commanded, prefix: str) -> tuple[Action, ...]:
    """Those in the menu Play and, for how the picture is shown, View; ids begin with `prefix`-."""
    groups = (
        ("Play", "play", _playing(player)),
        ("Play", "going", _going(player)),
        ("Play", "marks", _marks(player)),
        ("Play", "sound", _sound(player)),
        ("View", "picture", _picture(player)),
        ("View", "safe", _safe(player)),
        ("View", "times", _times(player)),
    )
    return tuple(
        Action(
            f"{prefix}-play-{name}", text, run, menu, keys, sign, "", player.has_film, group=group
        )
        for menu, group, rows in groups
        for name, text, run, keys, sign in rows
    )


def _playing(player: Commanded) -> tuple[_Row, ...]:
    return (
        ("toggle", said("Play or pause"), player.toggle, ("Space",), "play"),
        ("forward", said("Play on, faster"), partial(player.shuttle, 1), ("L",), ""),
        ("backward", said("Play back, faster"), partial(player.shuttle, -1), ("J",), ""),
        ("stop", said("Stop; with J or L frame by frame"), player.stop, ("K",), "stop"),
        ("marked", said("Play from in to out"), player.play_marked, ("Shift+Space",), ""),
        ("loop", said("Play again and again"), partial(player.press, "loop"), ("Ctrl+L",), "loop"),
    )


def _going(player: Commanded) -> tuple[_Row, ...]:
    step, jump = player.step, player.jump
    return (
        ("on", said("One frame on"), partial(step, 1), ("Right",), "step-forward"),
        ("back", said("One frame back"), partial(step, -1), ("Left",), "step-back"),
        ("on-10", said("Ten frames on"), partial(step, _LONG_STEP), (), ""),
        ("back-10", said("Ten frames back"), partial(step, -_LONG_STEP), (), ""),
        ("on-second", said("One second on"), partial(jump, 1), ("Shift+Right",), ""),
        ("back-second", said("One second back"), partial(jump, -1), ("Shift+Left",), ""),
        ("start", said("Go to the start"), player.go_to_start, ("Home",), "first"),
        ("end", said("Go to the last frame"), player.go_to_end, ("End",), "last"),
        ("time", said("Go to a time…"), player.edit_time, ("Ctrl+G",), ""),
    )


def _marks(player: Commanded) -> tuple[_Row, ...]:
    go = player.go_to_mark
    return (
        ("in", said("Mark in"), partial(player.mark, out=False), ("I",), "mark-in"),
        ("out", said("Mark out"), partial(player.mark, out=True), ("O",), "mark-out"),
        ("go-in", said("Go to in"), partial(go, out=False), ("Shift+I",), ""),
        ("go-out", said("Go to out"), partial(go, out=True), ("Shift+O",), ""),
        ("no-marks", said("Clear in and out"), player.clear_marks, ("Shift+X", "Alt+X"), ""),
    )


def _sound(player: Commanded) -> tuple[_Row, ...]:
    return (
        ("mute", said("Without sound"), partial(player.press, "mute"), ("Shift+M",), "mute"),
        ("louder", said("Louder"), partial(player.louder, 1), ("Ctrl+Shift+Up",), "sound"),
        ("softer", said("Softer"), partial(player.louder, -1), ("Ctrl+Shift+Down",), ""),
    )


def _picture(player: Commanded) -> tuple[_Row, ...]:
    return (
        ("captions", said("Captions"), partial(player.press, "captions"), ("C",), "captions"),
        ("fit", said("Fit the picture"), player.fit, ("Ctrl+0",), "fit"),
        ("actual", said("Picture at 100 %"), player.actual_size, ("Ctrl+1",), ""),
        ("zoom-in", said("Zoom the picture in"), partial(player.zoom, _ZOOM), ("Ctrl+=",), ""),
        (
            "zoom-out",
            said("Zoom the picture out"),
            partial(player.zoom, 1 / _ZOOM),
            ("Ctrl+-",),
            "",
        ),
        ("full", said("Full screen"), player.toggle_full, ("F",), "full"),
    )


def _safe(player: Commanded) -> tuple[_Row, ...]:
    first: _Row = (
        "safe",
        said("Safe areas"),
        partial(player.press, "safe"),
        ("Shift+S",),
        "safe",
    )
    return first, *(
        (f"safe-{name}", _safe_text(text), partial(player.show_safe, name), (), "")
        for name, text in CHOICES.items()
    )


def _safe_text(text: Said) -> Said:
    return said("Safe areas: {kind}", kind=text)


def _times(player: Commanded) -> tuple[_Row, ...]:
    return tuple(
        (
            f"times-{mode}",
            said("Times as {kind}", kind=text),
            partial(player.count_in, mode),
            (),
            "",
        )
        for mode, text in MODE_TEXTS.items()
    )
