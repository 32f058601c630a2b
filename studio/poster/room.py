"""Where copy will stand on a still that is not chosen yet, for the ranking of stills."""

from __future__ import annotations

from collections.abc import Iterable

from studio.core.geometry import Rect, Size
from studio.poster.brand import branded
from studio.poster.develop import tone_curve
from studio.poster.document import PosterCopy
from studio.poster.format import Format
from studio.poster.layout import Offer, offers
from studio.poster.lockup import Piece, ink_of
from studio.poster.template import Template
from studio.stills.placing import Place, Placing


def placings(
    template: Template, formats: Iterable[Format], copies: Iterable[PosterCopy]
) -> tuple[Placing, ...]:
    """The copy set in every format, as the poster's layout does it: one placing for each of both.

    In its real size, at each place that the template offers. Raises BadValue for a template that
    has no type for the copy.
    """
    listed = tuple(copies)
    return tuple(_placing(template, form, copy) for form in formats for copy in listed)


def _placing(template: Template, form: Format, copy: PosterCopy) -> Placing:
    own = branded(template, copy.brand)
    picture, offered = offers(own, form, copy)
    inks = dict.fromkeys((own.light.luminance, own.dark.luminance))
    curve = tone_curve(own.treatment.exposure, own.treatment.contrast)
    return Placing(
        f"{form.name} {'+'.join(copy.languages)}",
        Size(max(1, round(picture.width)), max(1, round(picture.height))),
        tuple(_place(one, picture) for one in offered),
        tuple(round(one, 4) for one in inks),
        tuple(int(level) for level in curve),
    )


def _place(offer: Offer, picture: Rect) -> Place:
    lines = [line for piece in (*offer.pieces, *offer.foot) for line in _lines(piece)]
    return Place(
        tuple(_share(line, picture) for line in lines),
        _share(ink_of(offer.pieces), picture),
        offer.target,
    )


def _lines(piece: Piece) -> tuple[Rect, ...]:
    """The ink of each line or column, in pixels of the file."""
    places = zip(piece.block.lines, piece.block.origins, strict=True)
    return tuple(line.ink.moved(x + piece.x, y + piece.y) for line, (x, y) in places)


def _share(box: Rect, picture: Rect) -> Rect:
    """In shares of the picture, rounded: what is placed is the same on every machine."""
    part = box.moved(-picture.x, -picture.y).scaled(1 / picture.width, 1 / picture.height)
    return Rect(round(part.x, 4), round(part.y, 4), round(part.width, 4), round(part.height, 4))
