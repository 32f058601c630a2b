"""The template's arrangement as a format's shape and safe area, or a face, want it changed."""

from __future__ import annotations

from dataclasses import replace

from studio.poster.document import PosterCopy
from studio.poster.format import Format
from studio.poster.template import Arrangement, FootKind, Template, orientation, placed_by_hand

#: From this share of side margin on, the safe area is a narrow middle.
_NARROW = 0.16
#: Wider than this a file is a strip; too flat for a title above credits it is earlier.
_STRIP, _FLAT = 4.0, 1.85


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


def given_way(arrangement: Arrangement, form: Format) -> Arrangement:
    """The same design with the copy on a panel: at the side of a wide file, else below."""
    free = form.safe_rect()
    wide = form.width > form.height * 1.25
    centred = arrangement.align == "centre"
    column = "centre" if centred else "left"
    bare = replace(
        arrangement, measure=1.0, depth=1.0, vertical=False, focus=(0.5, 0.45),
        align="centre" if centred else "start", anchors=(f"middle-{column}",),
    )  # fmt: skip
    if wide and free.x < form.width * _NARROW:
        low: FootKind = _gathered(arrangement) if form.height > form.width * 0.45 else "none"
        return replace(bare, panel="left", share=0.4, foot=low, lines=3)
    if wide:
        return replace(bare, panel="bottom", share=0.5, foot="none", lines=2)
    share = 0.32 if form.height > form.width * 1.25 else 0.4
    if arrangement.foot == "credits":
        share += 0.18
    if orientation(form.pixels) == "column":
        # A narrow panel is tall: columns and many lines have their room there.
        upright = replace(bare, anchors=("middle-right",)) if arrangement.vertical else bare
        return replace(upright, panel="bottom", share=share, vertical=arrangement.vertical)
    return replace(bare, panel="bottom", share=share, lines=2, size=arrangement.size * 0.9)


def _gathered(arrangement: Arrangement) -> FootKind:
    """A foot for a narrow panel: on the axis that the design has."""
    return "stack" if arrangement.foot == "line" else arrangement.foot
