"""Reads a picture somebody hands in: known kinds, a bounded number of pixels, upright sRGB."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from studio.core.errors import CannotRead
from studio.core.files import read_bytes
from studio.core.places import resources_folder
from studio.core.said import said
from studio.poster.still import FINER, Deep, Picture

KINDS = ("PNG", "JPEG", "TIFF", "WEBP")
MOST_PIXELS = 80_000_000
_MOST_BYTES = 400_000_000
_HINT = "Use a PNG, JPEG, TIFF or WebP file."


def read_picture(path: Path) -> Picture:
    """The file as uint8 (h, w, 3) sRGB, upright; what is transparent comes out on black.

    Raises CannotRead for other kinds, damage, and more than 80 million pixels.
    """
    data = read_bytes(path, _MOST_BYTES)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=KINDS) as image:
                _check_size(path, image)
                image.load()
                return np.array(_upright(image))
    except Image.DecompressionBombError as error:
        raise CannotRead(
            said(
                "{path} has far more than {most_pixels:,} pixels.",
                path=path,
                most_pixels=MOST_PIXELS,
            ),
            hint=said("Make it smaller."),
        ) from error
    except UnidentifiedImageError as error:
        raise CannotRead(
            said("{path} is no picture that can be read.", path=path), hint=_HINT
        ) from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError) as error:
        # The readers of Pillow raise all of these on damaged files.
        raise CannotRead(
            said("{path} is damaged: {error}.", path=path, error=error), hint=said("Save it again.")
        ) from error


def read_deep(path: Path, picture: Picture) -> Deep | None:
    """The file in 16 bits where it has them: uint16 (h, w, 3), sRGB as `picture` is.

    `picture` is what `read_picture` gives for it. None for what has 8 bits, and for what is not
    the same picture level for level: turned, transparent, or in colours of another profile. Raises
    CannotRead.
    """
    data = np.frombuffer(read_bytes(path, _MOST_BYTES), np.uint8)
    found = cv2.imdecode(data, cv2.IMREAD_UNCHANGED)
    if found is None or found.dtype != np.uint16 or found.shape != picture.shape:
        return None
    deep = np.ascontiguousarray(found[..., ::-1], np.uint16)
    # Readers bring 16 bits to 8 by rounding or by cutting off: a level apart at most.
    gap = np.abs((deep // FINER).astype(np.int16) - picture).max(initial=0)
    return deep if gap <= 1 else None


def _check_size(path: Path, image: Image.Image) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise CannotRead(
            said(
                "{path} has {width}×{height} pixels; at most {most_pixels:,} are read.",
                path=path,
                width=width,
                height=height,
                most_pixels=MOST_PIXELS,
            ),
            hint=said("Make it smaller."),
        )


def _upright(image: Image.Image) -> Image.Image:
    icc = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image)
    if turned.mode in ("I;16", "I;16B", "I", "F"):
        values = np.asarray(turned, np.float32)
        top = 65535.0 if values.max(initial=0) > 255 else 255.0
        return Image.fromarray((np.clip(values / top, 0, 1) * 255).astype(np.uint8)).convert("RGB")
    if turned.mode in ("RGBA", "LA", "PA", "P"):
        clear = turned.convert("RGBA")
        ground = Image.new("RGBA", clear.size, (0, 0, 0, 255))
        return Image.alpha_composite(ground, clear).convert("RGB")
    return _in_srgb(turned, icc if isinstance(icc, bytes) else b"")


def _in_srgb(image: Image.Image, icc: bytes) -> Image.Image:
    if not icc or image.mode not in ("RGB", "CMYK"):
        return image.convert("RGB")
    try:
        own = ImageCms.ImageCmsProfile(BytesIO(icc))
        srgb = str(resources_folder() / "icc" / "sRGB-v2-micro.icc")
        made = ImageCms.profileToProfile(image, own, srgb, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        # A broken profile inside a sound picture: its numbers are taken as sRGB.
        return image.convert("RGB")
    return made if made is not None else image.convert("RGB")
