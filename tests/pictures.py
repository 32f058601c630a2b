"""Compares what was drawn with a kept picture, and says where the two are when they differ."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from PIL import Image

GOLDEN = Path(__file__).parent / "golden"


def assert_like(name, actual, tmp_path, worst=40, mean=1.0):
    """`actual` (uint8, grey, RGB or RGBA) is the picture tests/golden/`name`, within tolerance.

    `worst`: levels that one pixel may be off; `mean`: levels on average. With
    LOBBYCARD_GOLDEN=write the picture is kept instead.
    """
    path = GOLDEN / f"{name}.png"
    if os.environ.get("LOBBYCARD_GOLDEN") == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(actual).save(path, optimize=True)
        return
    assert path.is_file(), f"there is no {path}; LOBBYCARD_GOLDEN=write makes it"
    with Image.open(path, formats=["PNG"]) as opened:
        wanted = np.asarray(opened)
    if wanted.shape == actual.shape:
        off = np.abs(wanted.astype(int) - actual.astype(int))
        if off.max(initial=0) <= worst and off.mean() <= mean:
            return
        said = f"worst {off.max()} (allowed {worst}), mean {off.mean():.2f} (allowed {mean})"
        difference = np.clip(off * 4, 0, 255).astype(np.uint8)
        if difference.ndim == 3:
            difference = difference.max(axis=2)
        Image.fromarray(difference).save(tmp_path / "difference.png")
    else:
        said = f"the size is {actual.shape}, was {wanted.shape}"
    Image.fromarray(actual).save(tmp_path / "actual.png")
    raise AssertionError(f"{name} has changed: {said}; see {tmp_path} and {path}")
