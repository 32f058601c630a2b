"""Whether copy spoils the picture it stands on, so that a panel beside the picture is better."""

from __future__ import annotations

from studio.core.geometry import Rect
from studio.poster.arranging import is_narrow
from studio.poster.backdrop import Backdrop
from studio.poster.crop import in_file
from studio.poster.format import Format
from studio.poster.lockup import Piece
from studio.poster.still import Still
from studio.poster.subject import covered
from studio.poster.template import orientation
from studio.poster.tone import Tone
from studio.poster.toning import is_fogged

#: Copy keeps this much from a face, in shares of the face; so tall is what is above it.
_FACE_AIR, _HEAD = 0.12, 0.5
#: Copy this near the point that somebody chose, in shares of the short side, covers it; further
#: where only the middle of a file is sure to be seen: there the copy has no other place.
_ON_POINT, _IN_MIDDLE = 0.07, 0.14
#: Where credits in a square lie on so much of the subject, or under so strong a gradient, they
#: have a better place beside it.
_MUCH, _STRONG = 0.14, 0.55
_ROLES = ("copy", "second", "title", "credits")


def covers_face(pieces: tuple[Piece, ...], faces: tuple[Rect, ...], picture: Rect) -> bool:
    """Whether a line stands on a face, or so near that it touches it.

    `picture`: where the picture stands in the file; a panel beside it is free up to its edge.
    """
    airy = [face.grown(max(face.width, face.height) * _FACE_AIR).meet(picture) for face in faces]
    return _meet(airy, pieces)


def covers_head(pieces: tuple[Piece, ...], faces: tuple[Rect, ...], picture: Rect) -> bool:
    """Whether a line stands on what is above a face: a forehead, hair, or a hat."""
    above = [
        Rect(face.x, face.y - _HEAD * face.height, face.width, _HEAD * face.height).meet(picture)
        for face in faces
    ]
    return _meet(above, pieces)


def _meet(parts: list[Rect], pieces: tuple[Piece, ...]) -> bool:
    inks = [piece.ink for piece in pieces if piece.block.lines]
    return any(part.meet(ink).area > 0 for part in parts for ink in inks)


def spoils(
    pieces: tuple[Piece, ...],
    tones: tuple[Tone, ...],
    still: Still,
    backdrop: Backdrop,
    form: Format,
) -> bool:
    """Whether type cannot be read, or only in a fog, or copy covers what a still is about.

    `pieces`: all of the poster's; `tones`: that of the copy first.
    """
    inks = [one.ink for one in pieces if one.role in _ROLES and one.block.lines]
    if not inks:
        return False
    if any(tone.after < tone.needed or is_fogged(tone, still) for tone in tones):
        return True
    if still.chosen:
        point = in_file(Rect(*still.focus, 0, 0), still, backdrop.crop, backdrop.picture)
        reach = _IN_MIDDLE if is_narrow(form) else _ON_POINT
        near = point.grown(min(form.width, form.height) * reach)
        return any(ink.meet(near).area > 0 for ink in inks)
    billed = any(one.role == "credits" for one in pieces)
    if not billed or orientation(form.pixels) != "square":
        return False
    under = covered(still, backdrop.crop, backdrop.picture, inks)
    return under > _MUCH or tones[0].strength >= _STRONG
