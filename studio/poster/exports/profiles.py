"""Colour profiles that posters are written with, and the way from sRGB to a press."""

from __future__ import annotations

from functools import cache

from PIL import Image, ImageCms

from studio.core.errors import ToolFailed
from studio.core.files import read_bytes
from studio.core.places import resources_folder
from studio.core.said import said

_FILES = {"sRGB": "sRGB-v2-micro.icc", "ISO Coated v2 300%": "ISOcoated_v2_300_bas.icc"}


@cache
def profile(name: str) -> bytes:
    """The ICC profile of that name. Raises CannotRead."""
    return read_bytes(resources_folder() / "icc" / _FILES[name])


@cache
def _press(name: str) -> ImageCms.ImageCmsTransform:
    folder = resources_folder() / "icc"
    return ImageCms.buildTransform(
        str(folder / _FILES["sRGB"]),
        str(folder / _FILES[name]),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def separated(image: Image.Image, name: str) -> Image.Image:
    """sRGB to the press's CMYK: relative colorimetric with black point compensation.

    Raises ToolFailed.
    """
    try:
        made = ImageCms.applyTransform(image, _press(name))
    except ImageCms.PyCMSError as error:
        raise ToolFailed(
            said("The colours cannot be converted to {name}: {error}.", name=name, error=error)
        ) from error
    if made is None:
        raise ToolFailed(said("The colours cannot be converted to {name}.", name=name))
    return made
