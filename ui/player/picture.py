"""A frame made ready for the screen, away from the window's thread."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from studio.burn.captions.cues import Captions
from studio.captions.layer import CaptionLayer
from studio.core.geometry import Size
from studio.media.frames import Frame

_DRAWING = threading.Lock()
"""Two threads make pictures of one film; the faces they set captions with are shared."""


@dataclass(frozen=True, slots=True)
class Look:
    """How frames are wanted: the picture's size in device pixels, and captions over it."""

    size: Size
    captions: Captions | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A frame as pixels; `captions` is a patch whose corner lies at (`x`, `y`) of `size`."""

    pts: int
    index: int
    seconds: Fraction
    size: Size
    image: QImage
    captions: QImage | None = None
    x: int = 0
    y: int = 0
    pixels: object = None
    """Whose memory `image` shows."""


def picture_of(frame: Frame, look: Look, *, flow: int = 0) -> Picture:
    """The frame at the look's size; `flow` 0 stands, 1 plays, 2 plays on a machine too busy for 1.

    Flat colours are the same in 0 and 1, within 4 of 255 in 2.
    """
    pixels = np.ascontiguousarray(frame.screen(look.size, flow=flow))
    height, width, channels = pixels.shape
    # Not copied: while the thread copies, Python lets nobody else run.
    image = QImage(pixels.data, width, height, width * channels, QImage.Format.Format_RGB32)
    made = partial(Picture, frame.pts, frame.index, frame.seconds, look.size, image, pixels=pixels)
    layer = _layer(_place(frame, look), look)
    if layer is None:
        return made()
    return made(captions=_patch(layer.rgba), x=layer.x, y=layer.y)


def _place(frame: Frame, look: Look) -> Fraction:
    """Where the captions look: on the grid, for a PTS may lie a tick before its frame's place."""
    rate = look.captions.rate if look.captions is not None else None
    return frame.seconds if rate is None else rate.seconds(frame.index)


def _layer(seconds: Fraction, look: Look) -> CaptionLayer | None:
    if look.captions is None:
        return None
    texts = look.captions.texts(seconds)
    if not texts:
        return None
    with _DRAWING:
        layer = look.captions.layer(texts, look.size)
    return None if layer.is_empty else layer


def _patch(pixels: npt.NDArray[np.uint8]) -> QImage:
    """A QImage of its own memory, in the layout that painting is quickest with."""
    height, width, channels = pixels.shape
    whole = np.ascontiguousarray(pixels)
    borrowed = QImage(whole.data, width, height, width * channels, QImage.Format.Format_RGBA8888)
    return borrowed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
