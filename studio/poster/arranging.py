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
#: Other copy's em on one below the picture of a tall file, and of a square.
_TALL_PANEL, _LOW_PANEL = 0.9, 1.06
#: Copy in lines may take so much of its measure in a wide file; in others, where its measure is
#: narrower than this, all of the room.
_LESS, _NARROWER = (0.78, 0.62), 0.85
#: Columns may be so much longer, so that there are fewer.
_LONGER = 1.6
#: How much of a file a panel at its side takes: columns in a wide one and in a square, credits in
#: a square; and so much deeper than for lines a panel below is for columns.
_COLUMNS_WIDE, _COLUMNS_SQUARE, _CREDITS_SQUARE, _UPRIGHT = 0.36, 0.34, 0.46, 0.1
#: A panel stands at the upper edge where the lower one loses so much more of the height to what
#: covers it; and takes so much of a middle that is all that is sure to be seen.
_TAKEN, _OF_MIDDLE = 0.08, 0.72


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
    if not is_narrow(form):
        return _off_the_edge(found, form)
    if found.panel:
        return _half(found, form)
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
    """The same design with the copy on a panel: at the side of a wide file, else below.

    In a square columns and credits stand on one at the side, too: below there is no height for
    them, and the picture would be a strip.
    """
    wide = form.width > form.height * 1.25
    centred = arrangement.align == "centre"
    column = "centre" if centred else "left"
    bare = replace(
        arrangement, measure=1.0, depth=1.0, vertical=False, focus=(0.5, 0.45), aside="",
        align="centre" if centred else "start", anchors=(f"middle-{column}",),
    )  # fmt: skip
    if wide and is_narrow(form):
        return _half(bare, form)
    if wide:
        low: FootKind = _gathered(arrangement) if form.height > form.width * 0.45 else "none"
        if arrangement.vertical:
            return _columned(bare, low, _COLUMNS_WIDE)
        lines = 2 if form.width > form.height * _FLAT else 3
        return replace(bare, panel="left", share=0.4, foot=low, lines=lines)
    if orientation(form.pixels) == "square" and arrangement.vertical:
        return _columned(bare, _gathered(arrangement), _COLUMNS_SQUARE)
    if orientation(form.pixels) == "square" and arrangement.foot == "credits":
        return replace(
            bare, panel="left", share=_CREDITS_SQUARE, lines=3, align="start",
            anchors=("middle-left",),
        )  # fmt: skip
    return _below(bare, arrangement, form)


def _columned(bare: Arrangement, low: FootKind, share: float) -> Arrangement:
    """Columns begin at the right, and so does what they stand on."""
    return replace(
        bare, panel="right", share=share, foot=low, lines=3, vertical=True, depth=0.86,
        anchors=("top-right",),
    )  # fmt: skip


def _below(bare: Arrangement, design: Arrangement, form: Format) -> Arrangement:
    """The copy on a panel along the lower edge, or the upper one where that is free."""
    tall = form.height > form.width * 1.25
    share = 0.32 if tall else 0.4
    if design.foot == "credits":
        bare = replace(bare, size=bare.size * _ON_PANEL)
        share += 0.16
    if tall and design.vertical:
        # Columns and many lines have their room on a panel that is tall.
        upright = replace(
            bare, panel="bottom", anchors=("top-right",), vertical=True,
            share=share + _UPRIGHT, depth=0.92,
        )  # fmt: skip
        return _off_the_edge(upright, form)
    if orientation(form.pixels) == "column":
        return _off_the_edge(replace(bare, panel="bottom", share=share), form)
    low = replace(
        bare,
        panel="bottom",
        share=share,
        lines=2,
        size=design.size * (_TALL_PANEL if tall else _LOW_PANEL),
    )
    return _off_the_edge(low, form)


def _off_the_edge(arrangement: Arrangement, form: Format) -> Arrangement:
    """A panel deeper by what its edge takes of it; at the upper edge where that takes less."""
    if arrangement.panel != "bottom":
        return arrangement
    free = form.safe_rect()
    low, high = (form.height - free.bottom) / form.height, free.y / form.height
    edge: Side = "top" if low > high + _TAKEN else "bottom"
    share = arrangement.share + (high if edge == "top" else low)
    return replace(arrangement, panel=edge, share=round(min(0.6, share), 4))


def is_narrow(form: Format) -> bool:
    """Whether only a narrow middle of a file is sure to be seen."""
    free = form.safe_rect()
    return min(free.x, form.width - free.right) >= form.width * _NARROW


def _half(bare: Arrangement, form: Format) -> Arrangement:
    """Panel and picture share the middle of a file, so that both are seen where it is cut."""
    free = form.safe_rect()
    share = min(0.75, (free.x + free.width * _OF_MIDDLE) / form.width)
    return replace(
        bare, panel="left", share=round(share, 4), align="start", anchors=("middle-left",),
        foot="stack" if bare.foot != "none" else "none", lines=3, vertical=False, focus=(0.4, 0.45),
    )  # fmt: skip


def _gathered(arrangement: Arrangement) -> FootKind:
    """A foot for a narrow panel: on the axis that the design has."""
    return "stack" if arrangement.foot == "line" else arrangement.foot
