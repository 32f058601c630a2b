"""A card: a picture that stands for some seconds, perhaps slowly coming closer, for MoviePy."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from studio.burn.captions.moments import exact
from studio.burn.edit.clip import ExactClip
from studio.burn.edit.engine import Pixels, require_moviepy
from studio.burn.edit.mixing import WHOLE, Plain
from studio.core.errors import BadValue
from studio.core.geometry import Size, crop_window
from studio.core.said import said
from studio.core.time import round_half_up
from studio.poster.reading import read_picture
from studio.reel.limits import CARD

_LONGEST = CARD["seconds"][1]


@dataclass(frozen=True, slots=True)
class Motion:
    """A slow push: the picture grows by `push` (a share; less than 0: shrinks) around `focus`.

    `focus`, 0 to 1 of the picture, stays where it is. The size changes by the same factor from
    frame to frame, without easing: a hold before or after the move would look like a stop.
    Raises BadValue.
    """

    push: float = 0.0
    focus: tuple[float, float] = (0.5, 0.5)

    def __post_init__(self) -> None:
        if not abs(self.push) * 100 <= CARD["push"][1]:
            raise BadValue(
                said(
                    "A card's push must be −{most} to {most} per cent, is {push:g}.",
                    most=CARD["push"][1],
                    push=self.push * 100,
                )
            )
        if not all(0 <= part <= 1 for part in self.focus):
            raise BadValue(said("must have a focus from 0 to 1"))

    def window(self, size: Size, share: float) -> tuple[float, float, float, float]:
        """What of a picture of `size` is seen after `share` of the time: left, top, right, bottom.

        In fractions of pixels, so that nothing jumps from one to the next.
        """
        grown = (1 + abs(self.push)) ** (share if self.push >= 0 else 1 - share)
        wide, high = size.width / grown, size.height / grown
        left = (size.width - wide) * self.focus[0]
        top = (size.height - high) * self.focus[1]
        # A hair over the edge, from rounding, would be refused.
        return left, top, min(left + wide, size.width), min(top + high, size.height)


@dataclass(frozen=True, eq=False)
class CardPicture:
    """What a card shows: `ground` (h, w, 3), which moves, and `over` it what does not.

    `over` is RGBA of the card's size, its colours multiplied by its alpha: type and logo of a
    poster, which would come to the edge with a picture that grows.
    """

    ground: Pixels
    over: Pixels | None = None

    @property
    def told(self) -> str:
        """All that it shows."""
        digest = hashlib.sha256(np.ascontiguousarray(self.ground).tobytes())
        if self.over is not None:
            digest.update(np.ascontiguousarray(self.over).tobytes())
        return f"{self.ground.shape} {digest.hexdigest()}"

    def under(self, picture: Pixels) -> Pixels:
        """`picture`, moved, under what stands over it."""
        if self.over is None:
            return picture
        clear = 255 - self.over[..., 3:].astype(np.uint16)
        mixed = (picture * clear + 127) // 255 + self.over[..., :3]
        return np.asarray(np.minimum(mixed, 255), dtype=np.uint8)


class CardFrames:
    """The frame function of a Card: the same picture for the same moment, bit by bit."""

    def __init__(self, picture: CardPicture, size: Size, length: Fraction, motion: Motion) -> None:
        self._picture = picture
        self._size = size
        self._length = length
        self._motion = motion
        self._since = Fraction(0)
        self._still: Pixels | None = None
        self._told = picture.told

    @property
    def told(self) -> str:
        """All that its pictures are made of."""
        # How long it is only matters where it moves.
        length = self._length if self._motion.push else ""
        since = self._since if self._motion.push else ""
        return f"card {self._told} {self._size} {length} {self._motion} {since}"

    def __call__(self, t: Any) -> Pixels:
        if self._motion.push:
            return self._seen(float((self._since + exact(t)) / self._length))
        if self._still is None:
            self._still = self._seen(0.0)
            self._still.flags.writeable = False
        return self._still

    def _seen(self, share: float) -> Pixels:
        ground = self._picture.ground
        high, wide = ground.shape[:2]
        box = self._motion.window(Size(wide, high), min(1.0, max(0.0, share)))
        size = (self._size.width, self._size.height)
        if box == (0.0, 0.0, float(wide), float(high)) and size == (wide, high):
            return self._picture.under(ground.copy())
        # Filtered at its exact place and in whole numbers: OpenCV would round to 1/32 of a pixel.
        image = Image.fromarray(ground).resize(size, Image.Resampling.BICUBIC, box=box)
        return self._picture.under(np.array(image))

    def later(self, by: Fraction) -> CardFrames:
        """The same begun `by` seconds later."""
        made = CardFrames.__new__(CardFrames)
        vars(made).update(vars(self), _since=self._since + by)
        return made


class FadedFrames:
    """Another frame function's pictures coming from black and going to it.

    `told` as its inner one's, where that is drawn.
    """

    def __init__(
        self, inner: CardFrames, length: Fraction, fades: tuple[Fraction, Fraction], since: Fraction
    ) -> None:
        self._inner = inner
        self._length = length
        self._fades = fades
        self._since = since

    @property
    def told(self) -> str:
        """All that its pictures are made of."""
        return f"faded {self._length} {self._fades} {self._since} {self._inner.told}"

    def __call__(self, t: Any) -> Pixels:
        seconds = self._since + exact(t)
        share = Fraction(1)
        if self._fades[0]:
            share = min(share, seconds / self._fades[0])
        if self._fades[1]:
            share = min(share, (self._length - seconds) / self._fades[1])
        picture = self._inner(t)
        if share >= 1:
            return picture
        weight = np.uint32(max(0, round_half_up(share * WHOLE)))
        return ((picture * weight + np.uint32(WHOLE // 2)) // np.uint32(WHOLE)).astype(np.uint8)

    def later(self, by: Fraction) -> FadedFrames:
        """The same begun `by` seconds later."""
        return FadedFrames(self._inner.later(by), self._length, self._fades, self._since + by)


class Card(ExactClip):
    """A MoviePy clip of one picture, `seconds` long, at `size`; without sound.

    `picture`'s ground is cut to the card's shape around the motion's focus. `fades`: seconds from
    black at its beginning and to black at its end. Works in any MoviePy script.
    Raises Missing without MoviePy; BadValue for lengths that cannot be.
    """

    def __init__(
        self,
        picture: CardPicture,
        size: Size,
        seconds: Fraction | float,
        *,
        fps: float = 25.0,
        motion: Motion | None = None,
        fades: tuple[Fraction | float, Fraction | float] = (0, 0),
    ) -> None:
        require_moviepy()
        length = exact(seconds) if isinstance(seconds, float) else Fraction(seconds)
        before, after = (exact(one) if isinstance(one, float) else Fraction(one) for one in fades)
        if not 0 < length <= _LONGEST or before < 0 or after < 0 or before + after > length:
            raise BadValue(
                said(
                    "A card of {seconds:g} s cannot fade for {before:g} and {after:g} s.",
                    seconds=float(length),
                    before=float(before),
                    after=float(after),
                ),
                hint=said(
                    "Cards last up to {longest} seconds, and their fades not longer.",
                    longest=_LONGEST,
                ),
            )
        super().__init__(duration=float(length))
        motion = motion or Motion()
        ground, inside = _shaped(picture.ground, size, motion.focus)
        shown = CardPicture(ground, picture.over)
        frames = CardFrames(shown, size, length, Motion(motion.push, inside))
        self.size = (size.width, size.height)
        self.fps = fps
        self.audio = None
        fading = (before, after)
        self.frame_function = (
            FadedFrames(frames, length, fading, Fraction(0)) if any(fading) else frames
        )

    @classmethod
    def of_file(
        cls, path: Path, size: Size, seconds: Fraction | float, *, motion: Motion | None = None
    ) -> Card:
        """A card of a picture file. Raises CannotRead, and as the class itself."""
        return cls(CardPicture(read_picture(path)), size, seconds, motion=motion)


def black(size: Size) -> Plain:
    """The frame function of black, which stands before and after a reel."""
    return Plain(size.width, size.height)


def _shaped(
    picture: Pixels, size: Size, focus: tuple[float, float]
) -> tuple[Pixels, tuple[float, float]]:
    """The part of `picture` that has the shape of `size`, and where the focus is in it."""
    high, wide = picture.shape[:2]
    window = crop_window(Size(wide, high), size.aspect, focus)
    left, top = round(window.x), round(window.y)
    right = max(left + 1, min(wide, round(window.right)))
    bottom = max(top + 1, min(high, round(window.bottom)))
    inside = (
        min(1.0, max(0.0, (focus[0] * wide - left) / (right - left))),
        min(1.0, max(0.0, (focus[1] * high - top) / (bottom - top))),
    )
    return np.ascontiguousarray(picture[top:bottom, left:right]), inside
