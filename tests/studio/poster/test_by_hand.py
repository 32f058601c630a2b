"""Copy that somebody put somewhere stands there, in this shape only."""

from __future__ import annotations

import pytest

from studio.core.geometry import Rect
from studio.poster.layout import Layout, layout, offers
from studio.poster.lockup import ink_of
from studio.poster.still import still_of
from studio.presets import store
from tests.studio.poster.conftest import copy_in, dusk


def placed(where: dict[str, tuple[float, float]], form: str, *faces: Rect) -> Layout:
    copy = copy_in("zh-Hans", "en")
    own = type(copy)(copy.languages, copy.copy, copy.title, places=where)
    return layout(
        store.template("quiet-line"), store.poster_format(form), own, still_of(dusk(), None, faces)
    )


def share(made: Layout) -> tuple[float, float]:
    ink, room = (
        ink_of(tuple(one for one in made.pieces if one.role in ("copy", "second"))),
        made.room,
    )
    return (
        (ink.x - room.x) / (room.width - ink.width),
        (ink.y - room.y) / (room.height - ink.height),
    )


@pytest.mark.parametrize("where", [(0.0, 0.0), (0.5, 0.31), (0.83, 1.0)])
def test_copy_stands_where_it_was_put(where: tuple[float, float]) -> None:
    made = placed({"portrait": where}, "one-sheet")
    assert share(made) == pytest.approx(where, abs=0.002)
    assert placed({"portrait": where}, "open-graph").pieces == placed({}, "open-graph").pieces


def test_copy_put_on_a_face_stays_and_no_panel_comes() -> None:
    face = Rect(0.2, 0.05, 0.6, 0.9)
    assert placed({}, "one-sheet", face).backdrop.panel is not None
    made = placed({"portrait": (0.5, 0.5)}, "one-sheet", face)
    assert made.backdrop.panel is None
    assert share(made) == pytest.approx((0.5, 0.5), abs=0.002)


def test_stills_are_ranked_for_that_place() -> None:
    template, form = store.template("quiet-line"), store.poster_format("one-sheet")
    copy = copy_in("en")
    own = type(copy)(copy.languages, copy.copy, places={"portrait": (0.5, 0.2)})
    assert len(offers(template, form, copy)[1]) > 1
    assert len(offers(template, form, own)[1]) == 1
