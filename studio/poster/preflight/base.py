"""What the checks of preflight share: what they look at, where they are filed, how they speak."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from studio.core.registry import Registry
from studio.core.said import Said, said
from studio.poster.format import Format
from studio.poster.layout import Layout
from studio.poster.lockup import Piece
from studio.poster.problem import Action, Problem
from studio.poster.still import Picture
from studio.poster.template import is_by_hand
from studio.typeset.alternatives import in_one_line

OWN = said("Lobbycard's own")
#: Device pixels for each CSS pixel of a phone, as most have.
DENSITY = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A poster under inspection: its layout, and its painted picture without type.

    `canvas` (uint8 RGB) may be smaller than the file, `scale` times it; None without one.
    """

    layout: Layout
    canvas: Picture | None
    scale: float = 1.0


Check = Callable[[Seen], Iterator[Problem]]
CHECKS: Registry[Check] = Registry("poster check")


def shown(form: Format) -> float:
    """CSS pixels on the screen for each pixel of the file, at most 1."""
    return min(1.0, form.seen_px / form.width)


_ROLES = {
    "copy": said("copy"),
    "second": said("copy"),
    "title": said("title"),
    "legal": said("legal line"),
    "credits": said("credits"),
    "honours": said("honours"),
    "number": said("number"),
}


def named(piece: Piece) -> Said:
    """`The ja copy`."""
    return said("The {language} {kind}", language=piece.block.language, kind=_ROLES[piece.role])


def moved_or(layout: Layout, piece: Piece, other: str) -> str:
    """What to do where a piece stands badly: copy that somebody put there is moved first."""
    if piece.role in ("copy", "second") and is_by_hand(layout.anchor):
        return said("Move the copy, or let the design place it.")
    return other


def to_copy(layout: Layout, piece: Piece) -> Action:
    """Where the text of a piece is changed; breaks that somebody chose are taken back first."""
    language = piece.block.language
    if piece.role == "legal":
        return Action("legal", said("Go to the legal line"))
    if piece.role in ("copy", "second"):
        text = layout.copy.copy.get(language, "").strip()
        plain = in_one_line(text)
        if plain != text:
            return Action("copy", said("Break it anew"), language, plain)
    return Action("write", said("Go to the copy"), language)
