"""Stills that the poster tests draw, and the presets that they try."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from studio.poster.document import PosterCopy

COPY = {
    "zh-Hans": "灯不大，\n够一个人回家。",
    "en": "A small lamp. Enough to get home by.",
    "ja": "小さな灯りでも、\n帰り道には足りる。",
    "ko": "작은 등불 하나,\n집으로 가기엔 충분하다.",
}
TITLE = {"zh-Hans": "夜摊", "en": "The Night Stall", "ja": "夜の屋台", "ko": "밤의 노점"}


def dusk(width: int = 640, height: int = 360) -> npt.NDArray[np.uint8]:
    """A sky from light to dark, a bright disc right of the middle, some texture low down."""
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    fall = ys / height
    picture = np.stack([200 - 150 * fall, 170 - 140 * fall, 150 - 90 * fall], axis=2)
    disc = np.hypot(xs - width * 0.68, ys - height * 0.4) < height * 0.12
    picture[disc] = (250, 240, 210)
    picture += ((xs * 7 + ys * 13) % 23 - 11)[..., None] * np.maximum(0, fall - 0.6)[..., None]
    return np.clip(picture, 0, 255).astype(np.uint8)


def copy_in(*languages: str, legal: str = "") -> PosterCopy:
    """The test's copy and title in these languages."""
    return PosterCopy(languages, COPY, TITLE, legal)


@pytest.fixture(scope="session")
def still_picture() -> npt.NDArray[np.uint8]:
    return dusk()
