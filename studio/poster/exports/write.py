"""Puts a poster on the disk in its format's kind, within the owner's size limit."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from studio.core.files import write_bytes
from studio.core.said import said
from studio.core.words import size_words
from studio.poster.exports import jpeg, png, tiff
from studio.poster.exports.base import EXPORTS, Export, Meta
from studio.poster.format import Format
from studio.poster.make import Made
from studio.poster.problem import Problem

#: Importing them files them in the registry.
KINDS = (png.Png, jpeg.Jpeg, tiff.Tiff)


def export_poster(made: Made, path: Path, form: Format, meta: Meta) -> tuple[Problem, ...]:
    """Write the poster to `path`, whole or not at all; returns what is wrong with the file.

    `meta` is written into the file, with the crop, template, format and languages added; nothing
    in it depends on the time. Raises CannotWrite.
    """
    export = EXPORTS[form.kind]
    data = _encoded(export, made.image, form, {**meta, **_own(made)})
    write_bytes(path, data)
    if form.max_bytes is None or len(data) <= form.max_bytes:
        return ()
    return (
        Problem(
            "size",
            "error",
            len(data),
            form.max_bytes,
            said(
                "The file has {number}; {form} takes at most {max_bytes}.",
                number=size_words(len(data)),
                form=form.name,
                max_bytes=size_words(form.max_bytes),
            ),
            form.provenance.source,
        ),
    )


def _own(made: Made) -> dict[str, str]:
    crop = made.layout.backdrop.crop
    return {
        "Software": "Lobbycard",
        "Template": made.layout.template.name,
        "Format": made.layout.form.name,
        "Languages": " ".join(made.layout.copy.languages),
        "Crop": f"{crop.x:.0f},{crop.y:.0f} {crop.width:.0f}x{crop.height:.0f}",
    }


def _encoded(export: Export, image: Image.Image, form: Format, meta: Meta) -> bytes:
    """The file at the highest quality that keeps the limit, or at the floor."""
    data = export.encoded(image, form, meta, form.quality)
    if form.max_bytes is None or len(data) <= form.max_bytes or export.floor is None:
        return data
    low, high = min(export.floor, form.quality), form.quality - 1
    best = data
    while low <= high:
        middle = (low + high) // 2
        tried = export.encoded(image, form, meta, middle)
        if len(tried) <= form.max_bytes:
            best, low = tried, middle + 1
        else:
            best = tried if len(tried) < len(best) and len(best) > form.max_bytes else best
            high = middle - 1
    return best
