"""One call from a still to a finished poster, for the command line, the batch and the window."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from studio.core.geometry import Rect
from studio.poster.branding import branded_layout
from studio.poster.document import PosterCopy
from studio.poster.format import Format
from studio.poster.layout import Layout
from studio.poster.paint import ground, lettered
from studio.poster.preflight.all import preflight
from studio.poster.problem import Problem
from studio.poster.still import Picture, Still, still_of
from studio.poster.template import Template


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A poster: `image` is RGB at the format's size; `drawn` glyphs of those that were shaped.

    `still` is what it shows: with `layout` all that taking it apart into layers needs.
    """

    image: Image.Image
    layout: Layout
    problems: tuple[Problem, ...]
    drawn: int
    still: Still


def make_poster(
    picture: Picture,
    template: Template,
    form: Format,
    copy: PosterCopy,
    focus: tuple[float, float] | None = None,
    faces: tuple[Rect, ...] = (),
) -> Made:
    """Lay out, paint and check a poster.

    `picture` is uint8 (h, w, 3) RGB; `focus` and `faces` are 0 to 1 of it. Raises BadValue.
    """
    return poster_of(still_of(picture, focus, faces), template, form, copy)


def poster_of(still: Still, template: Template, form: Format, copy: PosterCopy) -> Made:
    """The same of a still that is at hand: posters in many formats look at it only once.

    Raises BadValue.
    """
    placed = branded_layout(template, form, copy, still)
    canvas = ground(placed, still)
    problems = preflight(placed, canvas)
    drawn = lettered(canvas, placed)
    image = Image.fromarray(np.ascontiguousarray(canvas))
    return Made(image, placed, problems, drawn, still)
