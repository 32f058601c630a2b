"""Checks of the faces a poster is set in: which they are, and what their makers allow."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from studio.core.said import Said, said, sentence
from studio.poster.layout import Layout
from studio.poster.preflight.base import CHECKS, Seen
from studio.poster.problem import Problem
from studio.typeset.face import Face, opened

#: OS/2 fsType (OpenType 1.9): restricted, preview and print, editable; bitmaps only.
_RESTRICTED, _PRINT, _EDITABLE, _BITMAPS = 0x2, 0x4, 0x8, 0x200
_EMBEDDING = {
    "free": sentence("may be embedded"),
    "editable": sentence("may be embedded, for editing too"),
    "print": sentence("may be embedded for viewing and print"),
    "bitmaps": sentence("only bitmaps may be embedded"),
    "restricted": sentence("may not be embedded"),
}
#: Kinds of file that hold fonts, not only their outlines or pixels.
_HOLDING = frozenset({"pdf-screen"})
_NAMES = (hb.OTNameIdPredefined.LICENSE, hb.OTNameIdPredefined.LICENSE_URL)


@dataclass(frozen=True, slots=True)
class FaceUsed:
    """A face of a poster: `file` is its name, `licence` what it says about itself, or where.

    `embedding`: free, editable, print, bitmaps or restricted, by its OS/2 table. `bundled`: it
    came with Lobbycard, under the SIL Open Font License.
    """

    name: str
    file: str
    bundled: bool
    embedding: str
    licence: str

    @property
    def allowed(self) -> Said:
        """The embedding in words."""
        return said(_EMBEDDING[self.embedding])


def faces_used(layout: Layout) -> tuple[FaceUsed, ...]:
    """Every face that a poster is set in, by name; of a variable one each weight."""
    settings = {
        glyph.setting
        for piece in layout.pieces
        for line in piece.block.lines
        for glyph in line.glyphs
    }
    found = {_used(one.face, one.weight) for one in settings}
    return tuple(sorted(found, key=lambda one: (one.name, one.file)))


def _used(face: Face, weight: int) -> FaceUsed:
    embedding, licence = _terms(face.path, face.index)
    name = f"{face.family} {weight}" if face.weights[0] < face.weights[1] else face.named
    return FaceUsed(name, face.path.name, face.bundled, embedding, licence)


@lru_cache(maxsize=64)
def _terms(path: Path, index: int) -> tuple[str, str]:
    """What may be embedded, and the licence's first line. Raises CannotRead."""
    face = opened(path, index)
    table = bytes(face.reference_table("OS/2").data) if "OS/2" in face.table_tags else b""
    bits = struct.unpack_from(">H", table, 8)[0] if len(table) >= 10 else 0
    texts = (face.get_name(one, "en") for one in _NAMES)
    told = next((" ".join(str(text).split()) for text in texts if text), "")
    return embedding_of(bits), told[:200]


def embedding_of(bits: int) -> str:
    """What an OS/2 fsType allows; of several bits the least restrictive counts."""
    if bits & _BITMAPS:
        return "bitmaps"
    if bits & _EDITABLE:
        return "editable"
    if bits & _PRINT:
        return "print"
    return "restricted" if bits & _RESTRICTED else "free"


@CHECKS.add("licence")
def faces_are_licensed(seen: Seen) -> Iterator[Problem]:
    """Faces of this machine are named, with what they allow: nobody here read their terms."""
    holding = seen.layout.form.kind in _HOLDING
    for face in faces_used(seen.layout):
        if face.bundled:
            continue
        barred = face.embedding in ("restricted", "bitmaps")
        yield Problem(
            "licence",
            "error" if holding and barred else "warning" if barred else "hint",
            0,
            1,
            said(
                "The font {font} is not one of Lobbycard's: {allowed}.",
                font=face.name,
                allowed=face.allowed,
            ),
            _rule(face),
            said("Make sure that its licence covers posters, or choose a bundled face.")
            if not (holding and barred)
            else said("Choose a bundled face, or a kind of file without live text."),
        )


def _rule(face: FaceUsed) -> str:
    return face.licence or said("the font's OS/2 table, fsType")
