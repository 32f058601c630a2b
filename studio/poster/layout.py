"""A poster worked out for one format: crop, copy in the calmest allowed place, and its tone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import sqrt

import numpy as np
import numpy.typing as npt

from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size
from studio.core.kept import Kept
from studio.core.said import said
from studio.poster.arranging import arranged, given_way, ways
from studio.poster.backdrop import Backdrop, calm, painted, panel_colour
from studio.poster.brand import Logo
from studio.poster.contrast import large_from
from studio.poster.crop import astray, crop_of, in_file
from studio.poster.document import PosterCopy
from studio.poster.exposing import exposed
from studio.poster.field import Field, field_of, off_zones
from studio.poster.format import Format
from studio.poster.lockup import COLUMNS, Piece, Setting, ink_of, lockup
from studio.poster.readability import Preview, Tone
from studio.poster.salience import seen_in
from studio.poster.scrim import laid, layered
from studio.poster.spoilt import covers_face, covers_head, spoils
from studio.poster.still import Picture, Still
from studio.poster.subject import covered
from studio.poster.template import (
    Align,
    Arrangement,
    Template,
    Treatment,
    is_by_hand,
    shares,
)
from studio.poster.toning import priced, toned
from studio.stills.interest import salience
from studio.typeset.style import script_of

#: The pixels of the small canvas on which places are judged.
_PREVIEW = 240_000
#: What a place costs: each one down the list, a face, what is above it, a zone, the point of
#: interest.
_STEP, _FACE, _HAT, _ZONE, _FOCUS, _SALIENT = 0.06, 10.0, 0.8, 20.0, 0.4, 0.7
#: What it costs to stand wholly on the picture's subject, to take another measure, and to leave
#: the design's own axis or side.
_SUBJECT, _OTHER_WAY, _OTHER_SIDE = 2.8, 0.05, 0.1
#: What it costs that the point of interest is far from its place, from so far off on.
_ASTRAY, _NEAR = 0.8, 0.05
#: At this cost no other way is tried, nor up to the second where the subject is nearly at its place
#: and next to nothing covers it.
_CONTENT, _BEARABLE, _UNTOUCHED, _THERE = 0.3, 1.3, 0.01, 0.1
#: How far round the point of interest copy is unwelcome, in shares of the short side: further
#: where somebody said what the picture is about.
_REACH, _CHOSEN_REACH = 0.1, 0.16
_Locked = dict[Align, tuple[Piece, ...]]
_NOWHERE = Rect(0.0, 0.0, 0.0, 0.0)
_tried: Kept[tuple[Backdrop, object, Treatment, Size], tuple[Picture, npt.NDArray[np.float32]]] = (
    Kept(24_000_000, lambda seen: seen[0].nbytes + seen[1].nbytes)
)
"""Small canvases, kept while the same still is written on."""


@dataclass(frozen=True, slots=True)
class Layout:
    """All that painting needs, in pixels of the file.

    `safe`: where copy may stand. `faces`: where faces are seen. `anchor`: the place taken, in
    `room`. `enlargement`: pixels of the file for one of the still.
    """

    template: Template
    form: Format
    copy: PosterCopy
    backdrop: Backdrop
    pieces: tuple[Piece, ...]
    tones: tuple[Tone, ...]
    faces: tuple[Rect, ...]
    safe: Rect
    anchor: str
    logo: Logo | None = None
    logo_box: Rect | None = None
    room: Rect = _NOWHERE

    @property
    def enlargement(self) -> float:
        """Pixels of the file for one of the still."""
        return self.backdrop.picture.width / self.backdrop.crop.width

    def tone_of(self, role: str) -> Tone:
        """The tone of the pieces with a role."""
        return next(tone for tone in self.tones if role in tone.roles)

    def of(self, tone: Tone) -> tuple[Piece, ...]:
        """The pieces a tone is for."""
        return tuple(piece for piece in self.pieces if piece.role in tone.roles)


@dataclass(frozen=True, slots=True)
class Offer:
    """A place for the copy: its pieces there and those of the foot, in pixels of the file.

    `target`: where in the crop (0 to 1) the point of interest then goes.
    """

    pieces: tuple[Piece, ...]
    foot: tuple[Piece, ...]
    target: tuple[float, float]


@dataclass(frozen=True, slots=True, eq=False)
class _Try:
    """The copy at one place, and what that costs."""

    cost: float
    anchor: str
    pieces: tuple[Piece, ...]
    side: str
    backdrop: Backdrop
    preview: Preview


def layout(template: Template, form: Format, copy: PosterCopy, still: Still) -> Layout:
    """Work out a poster. The place, the ink and the scrim are chosen by what the still shows.

    Where a face leaves no place for the copy, or it would spoil the picture, the picture gives way
    to a panel beside it.
    Copy that somebody put somewhere stays there, and preflight says what is wrong with it.
    """
    own = replace(template, treatment=exposed(template.treatment, still))
    arrangement = arranged(own, form, copy)
    chosen = _best(own, form, copy, still, arrangement)
    if arrangement.panel or is_by_hand(chosen.anchor):
        return chosen
    if not on_face(chosen):
        if not spoils(chosen.pieces, chosen.tones, still, chosen.backdrop, form):
            return chosen
        return _best(own, form, copy, still, given_way(arrangement, form))
    if arrangement.foot == "line":
        # Perhaps it is only the legal line at the other end that touches it.
        gathered = _best(own, form, copy, still, replace(arrangement, foot="stack"))
        if not on_face(gathered):
            return gathered
    return _best(own, form, copy, still, given_way(arrangement, form))


def on_face(placed: Layout) -> bool:
    """Whether any of a layout's lines stands on a face."""
    return covers_face(placed.pieces, placed.faces, placed.backdrop.picture)


def _best(
    template: Template, form: Format, copy: PosterCopy, still: Still, arrangement: Arrangement
) -> Layout:
    tries: list[tuple[Field, _Try]] = []
    for way in ways(arrangement, form):
        if tries and _is_content(*tries[-1], still):
            break
        if tries and _changes_nothing(way, *tries[0]):
            continue
        ground = field_of(template, form, copy, way)
        tries.append((ground, _best_try(ground, copy, still)))
    ground, best = min(tries, key=lambda one: round(one[1].cost + _leaves(one[0], arrangement), 3))
    return Layout(
        template,
        form,
        copy,
        best.backdrop,
        (*best.pieces, *ground.head, *ground.foot.pieces),
        toned(
            template,
            still,
            (best.backdrop, best.preview),
            ((best.pieces, best.side), (ground.head, "top"), (ground.foot.pieces, "bottom")),
        ),
        best.preview.faces,
        ground.safe,
        best.anchor,
        # Where somebody may put the copy does not depend on the way that was taken.
        room=tries[0][0].room,
    )


def _is_content(ground: Field, best: _Try, still: Still) -> bool:
    """Whether no other way of the design need be tried."""
    if not _CONTENT < best.cost <= _BEARABLE:
        return best.cost <= _CONTENT
    crop = best.backdrop.crop
    inks = [piece.ink for piece in best.pieces if piece.block.lines]
    under = covered(still, crop, ground.picture, inks)
    return under < _UNTOUCHED and astray(still, crop, best.backdrop.target) < _THERE


def _changes_nothing(way: Arrangement, ground: Field, best: _Try) -> bool:
    """Whether another measure would break the copy where it is broken anyway."""
    if way.vertical or replace(way, measure=ground.arrangement.measure) != ground.arrangement:
        return False
    if way.measure < ground.arrangement.measure:
        return ink_of(best.pieces).width <= way.measure * ground.room.width * 0.98
    blocks = [piece.block for piece in best.pieces]
    return all(len(block.lines) == block.text.strip().count("\n") + 1 for block in blocks)


def _leaves(ground: Field, design: Arrangement) -> float:
    """What it costs that a field is not quite the design's."""
    way = ground.arrangement
    kept = (way.aside, way.focus) == (design.aside, design.focus)
    return 0.0 if way == design else _OTHER_WAY if kept else _OTHER_SIDE


def offers(template: Template, form: Format, copy: PosterCopy) -> tuple[Rect, tuple[Offer, ...]]:
    """Where a poster shows its picture, in pixels of the file, and the places for its copy in turn.

    Before there is a still. No places where the copy stands on a panel beside the picture.
    """
    arrangement = arranged(template, form, copy)
    grounds = [field_of(template, form, copy, way) for way in ways(arrangement, form)]
    if arrangement.panel:
        return grounds[0].picture, ()
    return grounds[0].picture, tuple(
        Offer(
            off_zones(_copy_at(ground, copy, anchor, locked), ground),
            (*ground.head, *ground.foot.pieces),
            _target(ground, shares(anchor)[0]),
        )
        for ground, locked in ((one, _Locked()) for one in grounds)
        for anchor in ground.arrangement.anchors
    )


def _best_try(ground: Field, copy: PosterCopy, still: Still) -> _Try:
    """The place that costs least, the earlier one where two cost the same."""
    best: _Try | None = None
    first = 0
    # Those that are cheap before they are made readable come first: making them so only adds, so
    # that what is dearer already need not be solved.
    for price, order, one in sorted(_tries(ground, copy, still), key=lambda each: each[:2]):
        if best is not None and (price, order) > (best.cost, first):
            break
        side = "" if one.backdrop.panel else _side(one.anchor, ground, ink_of(one.pieces))
        own = priced(ground.template, still, one.preview, (one.pieces, side))
        cost = round(order * _STEP + own * 0.8 + one.cost, 3)
        if best is None or (cost, order) < (best.cost, first):
            best, first = replace(one, cost=cost, side=side), order
    if best is None:
        raise BadValue(
            said(
                "The template {template} names no place for the copy.",
                template=ground.template.name,
            )
        )
    return best


def _tries(ground: Field, copy: PosterCopy, still: Still) -> Iterator[tuple[float, int, _Try]]:
    """The copy at each place: what that costs at least, the place's order, and it by itself."""
    previews: dict[float, tuple[Backdrop, Preview]] = {}
    locked: _Locked = {}
    for order, anchor in enumerate(ground.arrangement.anchors):
        column = shares(anchor)[0]
        if column not in previews:
            previews[column] = _seen(ground, still, column)
        backdrop, preview = previews[column]
        pieces = _copy_at(ground, copy, anchor, locked)
        if not is_by_hand(anchor):
            pieces = off_zones(pieces, ground)
        own = _cost(pieces, ground, still, preview, backdrop)
        yield (
            round(order * _STEP + own, 3),
            order,
            _Try(own, anchor, pieces, "", backdrop, preview),
        )


def _target(ground: Field, column: float) -> tuple[float, float]:
    """Where in the crop the point of interest goes for copy in that column."""
    x, y = ground.arrangement.focus
    return x if ground.arrangement.aside else x + (1 - 2 * x) * column, y


def _seen(ground: Field, still: Still, column: float) -> tuple[Backdrop, Preview]:
    """The crop for copy in that column, and its small canvas."""
    target = _target(ground, column)
    place = ground.picture
    aspect = Fraction(max(1, round(place.width)), max(1, round(place.height)))
    crop = crop_of(still, aspect, target)
    panel = panel_colour(still) if ground.arrangement.panel else None
    backdrop = Backdrop(crop, place, panel, target)
    form = ground.form
    scale = min(1.0, sqrt(_PREVIEW / (form.width * form.height)))
    size = Size(max(2, round(form.width * scale)), max(2, round(form.height * scale)))
    sx, sy = size.width / form.width, size.height / form.height
    small = replace(backdrop, picture=place.scaled(sx, sy))
    key = small, still.mark, (treatment := ground.template.treatment), size
    canvas, seen_first = _tried.made(key, lambda: _small_canvas(small, still, treatment, size))
    faces = (in_file(face, still, crop, place).meet(place) for face in still.faces)
    seen = tuple(face for face in faces if face.area > 0)
    large = large_from(form)
    return backdrop, Preview(canvas, scale, form.pixels, seen, seen_first, large)


def _small_canvas(
    backdrop: Backdrop, still: Still, treatment: Treatment, size: Size
) -> tuple[Picture, npt.NDArray[np.float32]]:
    """What copy is placed on, and its salience."""
    canvas = painted(backdrop, still, treatment, size)
    laid(canvas, layered((), treatment.vignette, size))
    canvas.flags.writeable = False
    return canvas, salience(canvas)


def _copy_at(ground: Field, copy: PosterCopy, anchor: str, locked: _Locked) -> tuple[Piece, ...]:
    """`locked`: the lock-ups of this field and copy, set once for all places that align alike."""
    arrangement, room = ground.arrangement, ground.room
    share = shares(anchor)
    columns = arrangement.vertical and any(
        script_of(language) in COLUMNS for language, _ in copy.lines()[:1]
    )
    setting = Setting(
        room.width * (arrangement.measure if not columns else 0.6),
        room.height * arrangement.depth,
        ground.size,
        arrangement.lines,
        (align := _align(arrangement.align, share[0])),
        columns,
        copy.by_hand(),
        ground.least,
    )
    if align not in locked:
        locked[align] = lockup(ground.template, copy.lines(), setting)
    pieces = locked[align]
    whole = ink_of(pieces)
    x = room.x + share[0] * (room.width - whole.width)
    y = room.y + share[1] * (room.height - whole.height)
    return tuple(piece.moved(x, y) for piece in pieces)


def _align(align: Align, column: float) -> Align:
    if align != "anchor":
        return align
    # A block at the right keeps its straight edge at the left: lines are found more easily.
    return "centre" if column == 0.5 else "start"


def _cost(
    pieces: tuple[Piece, ...], ground: Field, still: Still, preview: Preview, backdrop: Backdrop
) -> float:
    """Restlessness, faces, zones and the point of interest under the copy."""
    ink, crop = ink_of(pieces), backdrop.crop
    near = ink.grown(ground.size * 0.3)
    cost = calm(preview.canvas, near.scaled(preview.scale, preview.scale))
    cost += _SALIENT * seen_in(preview.salience, near, preview.size)
    foot = ground.foot.pieces if ground.arrangement.foot == "credits" else ()
    lines = [piece.ink for piece in (*pieces, *foot) if piece.block.lines]
    cost += _SUBJECT * covered(still, crop, ground.picture, lines)
    cost += _ASTRAY * max(0.0, astray(still, crop, backdrop.target) - _NEAR)
    if covers_face(pieces, preview.faces, ground.picture):
        cost += _FACE
    elif covers_head(pieces, preview.faces, ground.picture):
        cost += _HAT
    if any(zone.meet(ink).area > 0 for zone in ground.form.zones()):
        cost += _ZONE
    point = in_file(Rect(*still.focus, 0, 0), still, crop, ground.picture)
    reach = _CHOSEN_REACH if still.chosen else _REACH
    near = point.grown(min(ground.form.width, ground.form.height) * reach)
    if ink.meet(near).area > 0:
        cost += _FOCUS if still.chosen else _FOCUS / 2
    return cost


def _side(anchor: str, ground: Field, ink: Rect) -> str:
    """The edge a scrim for copy at `anchor` comes from: the nearest one, in the file's shape."""
    x, y = shares(anchor)
    form = ground.form
    wide = form.width > form.height * 1.25
    tall = ink.height > ink.width * 1.2
    if (wide or tall) and x in (0.0, 1.0) and (0.0 < y < 1.0 or tall):
        return "left" if x == 0.0 else "right"
    if y >= 0.8:
        return "bottom"
    if y <= 0.2:
        return "top"
    return "middle"
