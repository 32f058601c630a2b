"""The commands of the Posters page: their names, keys and signs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from studio.core.said import said
from ui.actions import Action
from ui.poster.canvas import Canvas
from ui.session import Session

# Some desktops keep Ctrl+Alt and the arrows for themselves.
_FAR_CLOSER = ("Alt+Shift+Left", "Ctrl+Alt+Left", "Alt+Shift+Up", "Ctrl+Alt+Up")
_FAR_APART = ("Alt+Shift+Right", "Ctrl+Alt+Right", "Alt+Shift+Down", "Ctrl+Alt+Down")
_LISTED: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("new", said("New poster"), ("Ctrl+Shift+N",), "plus"),
    ("edit", said("Write the copy"), ("F2",), ""),
    ("on-it", said("Write on the poster"), ("Shift+F2",), ""),
    ("breaks", said("Break the lines otherwise"), ("Ctrl+L",), ""),
    ("closer", said("Kern closer"), ("Alt+Left", "Alt+Up"), ""),
    ("apart", said("Kern apart"), ("Alt+Right", "Alt+Down"), ""),
    ("far-closer", said("Kern much closer"), _FAR_CLOSER, ""),
    ("far-apart", said("Kern far apart"), _FAR_APART, ""),
    ("plain", said("Set these letters plain"), (), ""),
    ("all-plain", said("Set all letters plain"), (), ""),
    ("duplicate", said("Duplicate the poster"), ("Ctrl+D",), ""),
    ("remove", said("Remove the poster"), ("Ctrl+Backspace",), "trash"),
    ("next", said("Next poster"), ("PgDown",), ""),
    ("previous", said("Poster before"), ("PgUp",), ""),
    ("market", said("Next market"), ("Ctrl+M",), ""),
    ("format", said("Next format"), ("Ctrl+PgDown",), ""),
    ("back", said("Format before"), ("Ctrl+PgUp",), ""),
    ("still", said("Set the still"), ("Ctrl+T",), ""),
    ("auto", said("Choose the still"), ("Ctrl+Shift+A",), "star"),
    ("find", said("Find the point of interest"), (), "focus"),
    ("free", said("Find the place of the copy"), (), ""),
    ("move", said("Move the picture by keys"), ("Ctrl+Shift+M",), ""),
    ("fit", said("Fit the poster"), ("Ctrl+0",), "fit"),
    ("1to1", said("Show 1:1"), ("Ctrl+1", "Ctrl+Alt+1"), ""),
    ("in", said("Closer"), ("Ctrl+=", "Ctrl++"), "plus"),
    ("out", said("Farther"), ("Ctrl+-",), "minus"),
    ("safe", said("Show the safe area"), ("Ctrl+;",), "safe"),
    ("rulers", said("Show rulers"), ("Ctrl+R",), "ruler"),
    ("proof", said("Show it as printed"), ("Ctrl+Alt+P",), "proof"),
    ("gamut", said("Mark what cannot be printed"), ("Ctrl+Alt+O",), "gamut"),
    ("board", said("All formats and markets"), ("Ctrl+Alt+B",), "grid"),
    ("before", said("Before and now"), ("Ctrl+Alt+C",), "compare"),
)


def canvas_runs(canvas: Canvas) -> dict[str, Callable[[], object]]:
    """What the canvas does by itself."""
    return {
        "move": canvas.setFocus,
        "fit": canvas.fit,
        "1to1": canvas.whole_size,
        "in": partial(canvas.zoom_by, 1.25),
        "out": partial(canvas.zoom_by, 0.8),
    }


def commands(
    runs: Mapping[str, Callable[[], object]],
    can: Callable[[str], bool],
    session: Session,
) -> tuple[Action, ...]:
    """All of them, run by `runs`; a new poster needs a film, the others what `can` says."""

    def has_films() -> bool:
        return bool(session.project.campaign.films)

    return tuple(
        Action(
            f"poster-{name}", text, runs[name], "Poster", keys, sign, "",
            has_films if name == "new" else partial(can, name),
        )
        for name, text, keys, sign in _LISTED
    )  # fmt: skip
