"""The tones of a whole poster: one ink, and what each group of its type needs besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from studio.core.colour import Colour
from studio.poster.backdrop import Backdrop
from studio.poster.close import close_up, under_scrims
from studio.poster.contrast import Ground
from studio.poster.lockup import Piece
from studio.poster.readability import Preview, Tone, effort, seen_through, solved, stood_on
from studio.poster.still import Still
from studio.poster.template import Template
from studio.poster.tone import is_light

#: Light ink is what cinema does: over a still of the first brightness (of 255) dark ink has to
#: save the picture so much more, over one of the second nothing. The still decides, not the crop:
#: a series has one ink. And a poster has one, unless a second one saves it this much.
_LIGHT_FIRST, _DUSK, _DAY, _TWO_INKS = 0.8, 110.0, 185.0, 0.5
#: From this strength on a light veil is fog, over a still for which light ink has this lead.
_THICK, _DIM = 0.25, 0.2
#: Of so many pixels one tells how bright a still is.
_EACH = 31

Group = tuple[tuple[Piece, ...], str]
_Seen = list[tuple[tuple[Piece, ...], str, Preview, tuple[Ground, ...]]]


def toned(
    template: Template, still: Still, ground: tuple[Backdrop, Preview], groups: Sequence[Group]
) -> tuple[Tone, ...]:
    """The tone of each group: pieces, and the edge that a gradient for them comes from.

    The first group is the copy, which may have no pieces; others without any have no tone.
    """
    backdrop, preview = ground
    seen: _Seen = []
    for place, (pieces, side) in enumerate(groups):
        if pieces or not place:
            near = close_up(still, backdrop, template.treatment, preview, pieces)
            seen.append((pieces, side, near, stood_on(pieces, near)))
    light = _inked(template, seen, template.light)
    first = _light_first(still)
    if _efforts(light) <= first or template.light == template.dark:
        return light
    dark = _inked(template, seen, template.dark)
    return dark if _efforts(dark) + first < _efforts(light) else light


def priced(template: Template, still: Still, preview: Preview, group: Group) -> float:
    """What it takes to make a group readable by itself, dark ink dearer over a dark still."""
    pieces, side = group
    under = stood_on(pieces, preview)
    light = effort(solved(pieces, preview, replace(template, dark=template.light), side, under))
    first = _light_first(still)
    if light <= first or template.light == template.dark:
        return light
    dark = effort(solved(pieces, preview, replace(template, light=template.dark), side, under))
    return min(light, dark + first)


def is_fogged(tone: Tone, still: Still) -> bool:
    """Whether dark ink was made readable by a light veil over much of a still that is not light."""
    return not is_light(tone.ink) and tone.strength >= _THICK and _light_first(still) >= _DIM


def _light_first(still: Still) -> float:
    """How much more dark ink has to save, by how bright the whole still is."""
    mean = round(float(still.picture.reshape(-1, 3)[::_EACH].mean()), 1)
    return _LIGHT_FIRST * min(1.0, max(0.0, (_DAY - mean) / (_DAY - _DUSK)))


def _efforts(tones: tuple[Tone, ...]) -> float:
    return round(sum(effort(tone) for tone in tones), 2)


def _inked(template: Template, seen: _Seen, ink: Colour) -> tuple[Tone, ...]:
    """All in one ink, what comes later over the scrim of what comes first."""
    own = replace(template, light=ink, dark=ink)
    pieces, side, near, under = seen[0]
    copy = solved(pieces, near, own, side, under)
    scrims = (copy.scrim,) if copy.scrim is not None else ()
    made = [copy]
    for pieces, side, near, under in seen[1:]:
        below = under_scrims(near, scrims)
        under = seen_through(under, below) if scrims else under
        same = solved(pieces, below, own, side, under)
        if effort(same) > _TWO_INKS:
            free = solved(pieces, below, template, side, under)
            same = free if effort(free) + _TWO_INKS < effort(same) else same
        made.append(same)
    return tuple(made)
