"""Time on a strip of pixels."""

from __future__ import annotations

import pytest

from ui.film.span import Span, ruler_step


def test_places_and_moments_are_each_other_s_inverse() -> None:
    span = Span(100.0, 20.0, 60.0, 800.0)
    for x in (0.0, 13.0, 400.0, 800.0):
        assert span.x(span.seconds(x)) == pytest.approx(x)


def test_zooming_keeps_the_moment_under_the_pointer() -> None:
    span = Span.whole(100.0, 1000.0).zoomed(4.0, 300.0)
    assert span.stop - span.start == pytest.approx(25.0)
    assert span.seconds(300.0) == pytest.approx(30.0)


def test_zooming_out_ends_at_the_whole_film() -> None:
    whole = Span.whole(100.0, 1000.0)
    assert whole.zoomed(8.0, 10.0).zoomed(0.01, 500.0) == whole
    assert whole.is_whole


def test_zooming_in_ends_at_a_second() -> None:
    span = Span.whole(100.0, 1000.0).zoomed(1e6, 500.0)
    assert span.stop - span.start == pytest.approx(1.0)


def test_moving_stops_at_the_film_s_ends() -> None:
    span = Span(100.0, 20.0, 60.0, 400.0)
    assert (span.moved(-1e6).start, span.moved(1e6).stop) == (0.0, 100.0)


def test_a_moment_outside_turns_the_page() -> None:
    span = Span(100.0, 20.0, 40.0, 400.0)
    assert span.holding(30.0) is span
    turned = span.holding(70.0)
    assert turned.start < 70.0 < turned.stop
    assert span.holding(99.9).stop == 100.0


def test_ruler_labels_have_room() -> None:
    assert ruler_step(0.01) == 1
    assert ruler_step(0.05) == 5
    assert ruler_step(1.0) == 120
    assert ruler_step(1000.0) == 7200
