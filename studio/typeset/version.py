"""What has to stay the same for the same text to give the same pixels."""

from __future__ import annotations

import budoux
import cv2
import uharfbuzz as hb
import uniseg

#: Raise the first part when shapes, breaks or masks come out differently.
ENGINE = " ".join(
    (
        "typeset-2",
        f"harfbuzz {hb.version_string()}",
        f"opencv {cv2.__version__}",
        f"uniseg {uniseg.__version__}",
        f"budoux {budoux.__version__}",
    )
)
