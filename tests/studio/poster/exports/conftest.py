"""One poster in every kind, made once: a sheet with bleed, two languages, legal line and logo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.core.files import sha256
from studio.poster.brand import Brand, read_logo
from studio.poster.document import PosterCopy
from studio.poster.exports.write import export_poster
from studio.poster.format import PRESS, Format, Insets, Kind
from studio.poster.make import Made, make_poster
from studio.presets import store
from tests.studio.poster.conftest import COPY, TITLE, dusk

META = {"Source": "night stall 夜.mp4"}
LEGAL = "© 2026 夜摊 Ltd."


def sheet(kind: Kind, icc: str = "") -> Format:
    """A small sheet at 150 dpi, 60 × 85 mm with 3 mm of bleed."""
    base = replace(
        store.poster_format("a2"), width=390, height=537, dpi=150, trim_mm=(60, 85), bleed_mm=3.0,
        safe=Insets(0.1, 0.1, 0.1, 0.1), max_bytes=None, kind="png", icc="sRGB",
    )  # fmt: skip
    return base.in_kind(kind, icc)


def logo(path: Path) -> Brand:
    """A brand whose logo is a ring with soft edges."""
    ys, xs = np.mgrid[0:80, 0:80]
    away = np.hypot(xs - 39.5, ys - 39.5)
    alpha = np.clip((12 - np.abs(away - 26)) * 64, 0, 255)
    ring = np.dstack([np.full((80, 80), part) for part in (230, 60, 40)] + [alpha])
    Image.fromarray(ring.astype(np.uint8)).save(path)
    return Brand(logo_light=read_logo(path, sha256(path)))


@dataclass(frozen=True)
class Written:
    """A poster and the file it became."""

    made: Made
    path: Path

    @property
    def rgb(self) -> np.ndarray:
        return np.asarray(self.made.image).astype(int)


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Written]:
    """The poster in a kind; each is made once."""
    folder = tmp_path_factory.mktemp("exports")
    brand = logo(folder / "logo.png")
    known: dict[tuple[object, ...], Written] = {}

    def write(
        kind: Kind, icc: str = "", languages: tuple[str, ...] = ("zh-Hans", "en"),
        template: str = "quiet-line", light: bool = False,
    ) -> Written:  # fmt: skip
        key = kind, icc, languages, template, light
        if key not in known:
            form = sheet(kind, icc)
            copy = PosterCopy(languages, COPY, TITLE, LEGAL, brand)
            picture = dusk(480, 640)
            if light:
                picture = 255 - (255 - picture) // 6
            made = make_poster(picture, store.template(template), form, copy)
            path = folder / f"{len(known)}.{form.extension}"
            assert export_poster(made, path, form, META) == ()
            known[key] = Written(made, path)
        return known[key]

    return write


@pytest.fixture(scope="session")
def press() -> str:
    return PRESS
