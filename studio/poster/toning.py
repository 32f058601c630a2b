"""The tones of a whole poster: one ink, and what each group of its type needs besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from studio.core.colour import Colour
from studio.poster.backdrop import Backdrop
from studio.poster.close import close_up, under_scrims
from studio.poster.lockup import Piece
from studio.poster.readability import Preview, Tone, effort, solved
from studio.poster.still import Still
from studio.poster.template import Template

#: Light ink is what cinema does: over a still of the first brightness (of 255) dark ink has to
#: save the picture so much more, over one of the second nothing. The still decides, not the crop:
#: a series has one ink. And a poster has one, unless a second one saves it this much.
_LIGHT_FIRST, _DUSK, _DAY, _TWO_INKS = 0.5, 110.0, 185.0, 0.5
#: Of so many pixels one tells how bright a still is.
_EACH = 31

Group = tuple[tuple[Piece, ...], str]
_Seen = list[tuple[tuple[Piece, ...], str, Preview]]


def toned(
    template: Template, still: Still, ground: tuple[Backdrop, Preview], groups: Sequence[Group]
) -> tuple[Tone, ...]:
    """The tone of each group: pieces, and the edge that a gradient for them comes from.

    The first group is the copy, which may have no pieces; others without any have no tone.
    """
    backdrop, preview = ground
    seen = [
        (pieces, side, close_up(still, backdrop, template.treatment, preview, pieces))
        for place, (pieces, side) in enumerate(groups)
        if pieces or not place
    ]
    light = _inked(template, seen, template.light)
    first = _light_first(still)
    if _efforts(light) <= first or template.light == template.dark:
        return light
    dark = _inked(template, seen, template.dark)
    return dark if _efforts(dark) + first < _efforts(light) else light


def priced(template: Template, still: Still, preview: Preview, group: Group) -> float:
    """What it takes to make a group readable by itself, dark ink dearer over a dark still."""
    pieces, side = group
    light = effort(solved(pieces, preview, replace(template, dark=template.light), side))
    first = _light_first(still)
    if light <= first or template.light == template.dark:
        return light
    dark = effort(solved(pieces, preview, replace(template, light=template.dark), side))
    return min(light, dark + first)


def _light_first(still: Still) -> float:
    """How much more dark ink has to save, by how bright the whole still is."""
    mean = round(float(still.picture.reshape(-1, 3)[::_EACH].mean()), 1)
    return _LIGHT_FIRST * min(1.0, max(0.0, (_DAY - mean) / (_DAY - _DUSK)))


def _efforts(tones: tuple[Tone, ...]) -> float:
    return round(sum(effort(tone) for tone in tones), 2)


def _inked(template: Template, seen: _Seen, ink: Colour) -> tuple[Tone, ...]:
    """All in one ink, what comes later over the scrim of what comes first."""
    own = replace(template, light=ink, dark=ink)
    pieces, side, near = seen[0]
    copy = solved(pieces, near, own, side)
    scrims = (copy.scrim,) if copy.scrim is not None else ()
    made = [copy]
    for pieces, side, near in seen[1:]:
        below = under_scrims(near, scrims)
        same = solved(pieces, below, own, side)
        if effort(same) > _TWO_INKS:
            free = solved(pieces, below, template, side)
            same = free if effort(free) + _TWO_INKS < effort(same) else same
        made.append(same)
    return tuple(made)
