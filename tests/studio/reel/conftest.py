"""Reels are tested with the films, captions and quick preset of burning."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

import numpy as np
import pytest

from studio.burn.edit.reel import Reel
from studio.core.geometry import Size
from studio.reel.cards import CardPicture, Motion
from studio.reel.parts import CardPart
from tests.studio.burn.conftest import films, out, quick, style, tracks

__all__ = ["films", "out", "quick", "style", "tracks"]

RED = (180, 40, 60)


@pytest.fixture
def card() -> Callable[..., CardPart]:
    """`card(seconds, fade=0, colour=RED, push=0)`: a card of one colour."""

    def made(
        seconds: Fraction | int = 1,
        fade: Fraction | int = 0,
        colour: tuple[int, int, int] = RED,
        push: float = 0.0,
    ) -> CardPart:
        def picture(size: Size) -> CardPicture:
            return CardPicture(np.full((size.height, size.width, 3), colour, np.uint8))

        return CardPart(picture, Fraction(seconds), Fraction(fade), Motion(push))

    return made


@pytest.fixture
def closing() -> Iterator[Callable[[Reel], Reel]]:
    """`closing(reel)`: the reel, closed after the test."""
    held: list[Reel] = []

    def kept(reel: Reel) -> Reel:
        held.append(reel)
        return reel

    yield kept
    for reel in held:
        reel.clip.close()
