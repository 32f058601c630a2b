"""What an export is: an image and its metadata in, the bytes of a file out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PIL import Image

from studio.core.registry import Registry
from studio.poster.format import Format

Meta = Mapping[str, str]


class Export(Protocol):
    """A file kind that a poster can be written as."""

    #: The lowest quality that is tried to keep a size limit; None where there is none to lower.
    floor: int | None

    def encoded(self, image: Image.Image, form: Format, meta: Meta, quality: int) -> bytes:
        """The file. `image` is RGB; the same arguments give the same bytes."""


EXPORTS: Registry[Export] = Registry("export")


def told(meta: Meta) -> str:
    """The metadata as lines, for kinds that only take a text."""
    return "\n".join(f"{key}: {meta[key]}" for key in sorted(meta))
