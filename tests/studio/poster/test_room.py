"""Where copy will stand on a still that is not chosen yet."""

from __future__ import annotations

import numpy as np
import pytest

from studio.core.geometry import Rect
from studio.poster.document import PosterCopy
from studio.poster.layout import layout
from studio.poster.room import placings
from studio.poster.still import still_of
from studio.presets import store
from studio.stills.interest import point_of_interest, salience
from studio.stills.placing import Seen, room
from tests.studio.poster.conftest import COPY, copy_in, dusk

SHAPES = ("douyin-cover", "wechat-cover", "one-sheet")


@pytest.mark.parametrize("template", store.names("posters"))
def test_every_template_places_its_copy_within_every_shape(template):
    forms = [store.poster_format(name) for name in SHAPES]
    found = placings(store.template(template), forms, (copy_in("zh-Hans", "en"), copy_in("ko")))
    assert len(found) == len(SHAPES) * 2
    assert len({one.name for one in found}) == len(found)
    for placing in found:
        for place in placing.places:
            assert Rect(0, 0, 1, 1).holds(place.block, 1e-3)
            assert all(Rect(0, 0, 1, 1).holds(line, 1e-3) for line in place.lines)
            assert place.block.area > 0


@pytest.mark.parametrize("name", SHAPES)
def test_the_places_are_those_of_the_finished_poster(name):
    """On an even picture the template's first place is taken, and its lines stand as foretold."""
    template, form = store.template("quiet-line"), store.poster_format(name)
    still = still_of(np.full((360, 640, 3), 60, np.uint8))
    for language in ("zh-Hans", "en", "ko"):
        copy = PosterCopy((language,), {language: COPY[language]})
        made = layout(template, form, copy, still)
        (placing,) = placings(template, (form,), (copy,))
        window = made.backdrop.picture
        inks = [
            line.ink.moved(x + piece.x, y + piece.y)
            for piece in made.pieces
            for line, (x, y) in zip(piece.block.lines, piece.block.origins, strict=True)
        ]
        first = placing.places[0].lines
        assert len(first) == len(inks)
        for share, ink in zip(first, inks, strict=True):
            own = share.scaled(window.width, window.height).moved(window.x, window.y)
            slack = 0.001 * max(form.width, form.height)
            assert own.holds(ink, slack)
            assert ink.holds(own, slack)


def test_the_contrast_foretold_is_about_that_of_the_poster():
    """Over a picture with a bright disc and some texture: within a fifth, and on the same side."""
    template, form = store.template("quiet-line"), store.poster_format("one-sheet")
    picture = dusk()
    copy = PosterCopy(("en",), {"en": COPY["en"]})
    made = layout(template, form, copy, still_of(picture))
    seen = Seen(picture, point_of_interest(picture), (), salience(picture))
    foretold = room(seen, placings(template, (form,), (copy,)))
    assert foretold.contrast == pytest.approx(made.tones[0].before, rel=0.2)


def test_copy_on_a_panel_needs_no_place():
    found = placings(
        store.template("split"), [store.poster_format("one-sheet")], (copy_in("en", "ko"),)
    )
    assert found[0].places == ()
    picture = dusk()
    assert room(Seen(picture, (0.5, 0.5), (), salience(picture)), found).contrast == 21.0
