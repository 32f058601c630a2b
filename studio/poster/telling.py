"""What a poster says about itself, as data and in words: its type, its faces, its findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from studio.core.said import Said, joined, said
from studio.poster.layout import Layout
from studio.poster.preflight.base import named
from studio.poster.preflight.fonts import FaceUsed, faces_used
from studio.poster.problem import Problem, by_severity
from studio.poster.tone import Tone


def told(layout: Layout, problems: Sequence[Problem]) -> dict[str, Any]:
    """For tools: `type` with the contrast of each group, `fonts`, and `problems`, the gravest
    first.
    """
    return {
        "type": [_tone(layout, tone) for tone in layout.tones],
        "fonts": [_face(face) for face in faces_used(layout)],
        "problems": [asdict(one) for one in by_severity(problems)],
    }


def _tone(layout: Layout, tone: Tone) -> dict[str, Any]:
    return {
        "roles": list(tone.roles),
        "languages": list(dict.fromkeys(piece.block.language for piece in layout.of(tone))),
        "ink": str(tone.ink),
        "contrast": {
            "before": tone.before,
            "after": tone.after,
            "needed": tone.needed,
            "lightness": tone.lightness,
        },
        "done": list(tone.done),
    }


def _face(face: FaceUsed) -> dict[str, Any]:
    return {**asdict(face), "allowed": face.allowed}


def tone_words(layout: Layout) -> tuple[Said, ...]:
    """For people: what was done so that each group of type can be read."""
    made = []
    for tone in layout.tones:
        pieces = [piece for piece in layout.of(tone) if piece.block.lines]
        if not pieces:
            continue
        made.append(_words(named(pieces[0]), tone))
    return tuple(made)


def _words(group: Said, tone: Tone) -> Said:
    if not tone.done:
        return said("{piece}: contrast {after:.1f}:1", piece=group, after=tone.after)
    return said(
        "{piece}: contrast {before:.1f}:1, with {steps} {after:.1f}:1",
        piece=group,
        before=tone.before,
        steps=joined(tone.done),
        after=tone.after,
    )
