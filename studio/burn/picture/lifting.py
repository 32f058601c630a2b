"""SDR pictures in the planes of an HDR or wide-gamut film: cards, slates, black."""

from __future__ import annotations

import av
import numpy as np
import numpy.typing as npt

from studio.burn.picture.form import Form
from studio.burn.picture.planes import Layout, plane_array, thinned
from studio.burn.picture.shaping import Graphs, RgbShaper
from studio.burn.picture.ycbcr import picture_codes, ycbcr
from studio.media.film import Colour
from studio.media.tone import needs_tone

_RGB = Colour("rgb", "bt709", "bt709", "pc")


class LiftedShaper:
    """Makes upright sRGB pictures into pictures of a `form` that is HDR or of a wide gamut.

    White comes out at the form's white, as captions do, so that a card and a caption are as
    bright as each other.
    """

    def __init__(self, form: Form) -> None:
        self._form = form
        self._graphs = Graphs()

    def shaped(self, picture: npt.NDArray[np.uint8]) -> av.VideoFrame:
        """`picture` (h, w, 3) in the form's own numbers and size. Raises ToolFailed."""
        form = self._form
        turned = np.ascontiguousarray(np.rot90(picture, form.rotation // 90), dtype=np.uint8)
        source = av.VideoFrame.from_ndarray(turned, format="rgb24")
        if (source.width, source.height) != (form.size.width, form.size.height):
            size = f"w={form.size.width}:h={form.size.height}"
            steps = (("scale", f"{size}:flags=bicubic+accurate_rnd+bitexact"), ("format", "rgb24"))
            source = self._graphs.through(source, _RGB, steps)
            turned = np.asarray(source.to_ndarray(), dtype=np.uint8)
        full = Layout(form.layout.bits, 1, 1)
        made = av.VideoFrame(form.size.width, form.size.height, full.name)
        codes = picture_codes(turned, form.colour, form.white)
        planes = ycbcr(codes, form.colour, form.layout.bits)
        for plane, values in zip(made.planes, planes, strict=True):
            plane_array(plane, form.layout.bits)[...] = values
        return made if form.layout.across == 1 else thinned(made, form.layout)


def rgb_shaper(form: Form) -> RgbShaper | LiftedShaper:
    """What makes RGB pictures into those of `form`."""
    return LiftedShaper(form) if needs_tone(form.colour) else RgbShaper(form)
