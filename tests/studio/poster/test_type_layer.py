"""A poster's type and logo apart from its ground, for cards whose picture moves below them."""

from __future__ import annotations

import numpy as np
import pytest

from studio.core.geometry import Size
from studio.core.provenance import Provenance
from studio.poster.format import Format
from studio.poster.make import make_poster
from studio.poster.paint import ground, type_layer
from studio.presets import store
from studio.reel.cards import CardPicture
from tests.studio.poster.conftest import copy_in


@pytest.mark.parametrize("template", ["quiet-line", "centred-title"])
def test_type_over_the_ground_is_the_poster(still_picture, template) -> None:
    size = Size(640, 360)
    form = Format(
        1, "card", "", Provenance("tests", "2025-11-22", True), size.width, size.height, "png"
    )
    made = make_poster(still_picture, store.template(template), form, copy_in("zh-Hans", "en"))
    over = type_layer(made.layout)
    assert over.shape == (360, 640, 4)
    assert (over[..., 3] > 250).sum() > 50
    laid = CardPicture(np.zeros((2, 2, 3), np.uint8), over).under(ground(made.layout, made.still))
    assert np.abs(laid.astype(int) - np.asarray(made.image)).max() <= 2
