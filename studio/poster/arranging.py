"""The template's arrangement as a format's shape and safe area, or a face, want it changed."""

from __future__ import annotations

from dataclasses import replace

from studio.poster.document import PosterCopy
from studio.poster.format import Format
from studio.poster.template import (
    Arrangement,
    FootKind,
    Side,
    Template,
    is_by_hand,
    orientation,
    placed_by_hand,
)

#: From this share of side margin on, the safe area is a narrow middle.
_NARROW = 0.16
#: Wider than this a file is a strip; too flat for a title above credits it is earlier.
_STRIP, _FLAT = 4.0, 1.85
#: From this shape on a file has room for its picture beside centred copy; all type then keeps to
#: this share of it, and the point of interest goes to the other side's third.
_WIDE, _PART, _THIRD = 1.45, 0.5, 0.7
#: How far to a side it goes where the copy has to stay in the middle.
_BESIDE = 0.8
#: On a panel small copy has no picture to be quiet beside.
_ON_PANEL = 1.15
#: Copy in lines may take so much of its measure in a wide file; in others, where its measure is
#: narrower than this, all of the room.
_LESS, _NARROWER = (0.78, 0.62), 0.85
#: Columns may be so much longer, so that there are fewer.
_LONGER = 1.6


def arranged(template: Template, form: Format, copy: PosterCopy) -> Arrangement:
    """The arrangement for a copy: at the place that somebody chose for it, if anybody did."""
    return placed_by_hand(adapted(template, form), copy.places, form.pixels)


def adapted(template: Template, form: Format) -> Arrangement:
    """The arrangement; where the safe area is a narrow middle, everything is centred in it."""
    found = template.arrangement(form.pixels)
    if found.foot == "credits" and form.width > form.height * _FLAT:
        found = template.arrange.get("banner", replace(found, foot="line"))
    if form.width > form.height * _STRIP and all("centre" in one for one in found.anchors):
        # The middle of a strip is the picture's; its ends are free.
        found = replace(
            found, foot="line" if found.foot == "centre" else found.foot,
            anchors=(*found.anchors, "middle-left", "middle-right"), focus=(0.72, found.focus[1]),
        )  # fmt: skip
    free = form.safe_rect()
    if min(free.x, form.width - free.right) < form.width * _NARROW:
        return found
    rows = dict.fromkeys(f"{anchor.split('-')[0]}-centre" for anchor in found.anchors)
    tail = "centre" if found.foot == "line" else found.foot
    return replace(
        found, anchors=tuple(rows), align="centre", foot=tail, vertical=False,
        measure=1.0, focus=(0.5, found.focus[1]), panel="",
    )  # fmt: skip


def ways(arrangement: Arrangement, form: Format) -> tuple[Arrangement, ...]:
    """The arrangement, and what else the same design may be where the picture wants it.

    Centred copy in a wide file may leave the middle to the picture: its axis goes to a side. Copy
    that keeps to one side may keep to the other.
    """
    if arrangement.panel or is_by_hand(arrangement.anchors[0]):
        return (arrangement,)
    x, y = arrangement.focus
    if arrangement.aside:
        other: Side = "right" if arrangement.aside == "left" else "left"
        return arrangement, replace(arrangement, aside=other, focus=(1 - x, y))
    if not all("centre" in one for one in arrangement.anchors):
        return arrangement, *_other_measure(arrangement, form)
    if form.width < form.height * _WIDE:
        return (arrangement,)
    if form.safe_rect().x > form.width * _NARROW:
        # The copy has to stay in the middle; the subject need not.
        thirds = (1 - _BESIDE, _BESIDE)
        return arrangement, *(replace(arrangement, focus=(third, y)) for third in thirds)
    rows = ("middle-centre", "upper-centre", "lower-centre")
    bare = replace(arrangement, anchors=rows, measure=1.0, share=_PART, lines=2)
    return (
        arrangement,
        replace(bare, aside="left", focus=(_THIRD, y)),
        replace(bare, aside="right", focus=(1 - _THIRD, y)),
    )


def _other_measure(arrangement: Arrangement, form: Format) -> tuple[Arrangement, ...]:
    """More lines beside the subject of a wide file, fewer above or below it in others."""
    if arrangement.vertical:
        return (replace(arrangement, depth=min(1.0, arrangement.depth * _LONGER)),)
    if form.width >= form.height * _WIDE:
        return tuple(replace(arrangement, measure=arrangement.measure * less) for less in _LESS)
    if arrangement.measure < _NARROWER:
        return (replace(arrangement, measure=1.0),)
    return ()


def given_way(arrangement: Arrangement, form: Format) -> Arrangement:
    """The same design with the copy on a panel: at the side of a wide file, else below."""
    free = form.safe_rect()
    wide = form.width > form.height * 1.25
    centred = arrangement.align == "centre"
    column = "centre" if centred else "left"
    bare = replace(
        arrangement, measure=1.0, depth=1.0, vertical=False, focus=(0.5, 0.45), aside="",
        align="centre" if centred else "start", anchors=(f"middle-{column}",),
    )  # fmt: skip
    if wide and free.x < form.width * _NARROW:
        low: FootKind = _gathered(arrangement) if form.height > form.width * 0.45 else "none"
        if arrangement.vertical:
            # Columns begin at the right, and so does what they stand on.
            return replace(
                bare, panel="right", share=0.36, foot=low, lines=3, vertical=True, depth=0.86,
                anchors=("top-right",),
            )  # fmt: skip
        return replace(bare, panel="left", share=0.4, foot=low, lines=3)
    if wide:
        return replace(bare, panel="bottom", share=0.5, foot="none", lines=2)
    share = 0.32 if form.height > form.width * 1.25 else 0.4
    if arrangement.foot == "credits":
        bare = replace(bare, size=bare.size * _ON_PANEL)
        share += 0.16
    share = min(0.6, share + (form.height - free.bottom) / form.height)
    if orientation(form.pixels) == "column":
        # A narrow panel is tall: columns and many lines have their room there.
        upright = replace(bare, anchors=("middle-right",)) if arrangement.vertical else bare
        return replace(upright, panel="bottom", share=share, vertical=arrangement.vertical)
    return replace(bare, panel="bottom", share=share, lines=2, size=arrangement.size * 0.9)


def _gathered(arrangement: Arrangement) -> FootKind:
    """A foot for a narrow panel: on the axis that the design has."""
    return "stack" if arrangement.foot == "line" else arrangement.foot
