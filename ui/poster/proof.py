"""The soft proof: how a poster will look from a press, and what that press cannot print."""

from __future__ import annotations

import numpy as np
from PIL import Image
from PySide6.QtGui import QColor

from studio.core.errors import StudioError
from studio.poster.format import PRESS, Format
from studio.poster.profiles import is_press, out_of_gamut, soft_proof
from ui.widgets import tokens as t

_STRIPE = 4
"""Pixels from one stripe of the mark to the next."""


def press_of(form: Format) -> str:
    """The profile of the press that a format is printed by; empty for what only screens show.

    Print without a profile of inks is proofed for the press that exports take then.
    """
    try:
        if is_press(form.icc):
            return form.icc
    except StudioError:
        # It is not on this machine: preflight says so. The proof is that of the usual press.
        return PRESS
    return PRESS if form.is_print else ""


def proofed(image: Image.Image, press: str, *, marks: bool) -> tuple[Image.Image, float]:
    """An sRGB image as printed by `press`, and the share of it (0 to 1) that cannot be printed so.

    With `marks` these parts are striped. Raises BadValue, CannotRead, ToolFailed.
    """
    outside = out_of_gamut(image, press)
    proof = soft_proof(image, press)
    share = float(outside.mean())
    if not marks or share == 0:
        return proof, share
    drawn = np.array(proof)
    rows, columns = (np.arange(side) for side in outside.shape)
    striped = outside & ((rows[:, None] + columns) % _STRIPE < _STRIPE // 2)
    colour = QColor(t.BAD)
    drawn[striped] = (colour.red(), colour.green(), colour.blue())
    return Image.fromarray(drawn), share
