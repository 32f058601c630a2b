"""Puts a poster on the disk in its format's kind, within the owner's size limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from studio.core.errors import CannotWrite, os_words
from studio.core.files import written
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.poster.document import PosterCopy
from studio.poster.exports import jpeg, pdf_print, pdf_screen, png, png16, psd, tiff
from studio.poster.exports.base import EXPORTS, Export, Meta
from studio.poster.format import Format
from studio.poster.make import Made
from studio.poster.preflight.spec import too_large
from studio.poster.problem import Problem

#: Importing them files them in the registry.
KINDS = (
    png.Png, png16.Png16, jpeg.Jpeg, tiff.Tiff, psd.Psd, pdf_print.PdfPrint, pdf_screen.PdfScreen,
)  # fmt: skip


def export_poster(
    made: Made, path: Path, form: Format, meta: Meta, progress: Progress = SILENT
) -> tuple[Problem, ...]:
    """Write the poster to `path`, whole or not at all; returns what is wrong with the file.

    `form` names kind and profile: the one that the poster was made for, or the same in another
    kind (`Format.in_kind`). `meta` is written into the file, with the crop, template, format and
    languages added; nothing in it depends on the time. Raises BadValue for what the kind cannot
    hold or a profile that is not there, CannotRead, CannotWrite; Cancelled passes.
    """
    if form is not made.layout.form:
        made = replace(made, layout=replace(made.layout, form=form))
    size = _written(EXPORTS[form.kind], made, path, {**meta, **_own(made)}, progress)
    return too_large(form, size)


def _own(made: Made) -> dict[str, str]:
    crop = made.layout.backdrop.crop
    return {
        "Software": "Lobbycard",
        "Title": _title(made.layout.copy),
        "Template": made.layout.template.name,
        "Format": made.layout.form.name,
        "Languages": " ".join(made.layout.copy.languages),
        "Crop": f"{crop.x:.0f},{crop.y:.0f} {crop.width:.0f}x{crop.height:.0f}",
    }


def _title(copy: PosterCopy) -> str:
    """What the poster is of: its titles, or the first words of its copy."""
    titles = " / ".join(text for _, text in copy.titles())
    first = next((text for _, text in copy.lines()), "")
    return titles or " ".join(first.split())[:80]


def _written(export: Export, made: Made, path: Path, meta: Meta, progress: Progress) -> int:
    """The file at the highest quality that keeps the limit, or the smallest; returns its bytes."""
    form = made.layout.form
    with written(path) as part:

        def tried(quality: int) -> int:
            try:
                with part.open("wb+") as stream:
                    export.write(made, stream, meta, quality, progress)
                return part.stat().st_size
            except OSError as error:
                raise CannotWrite(
                    said("{path} cannot be written: {why}.", path=path, why=os_words(error)),
                    hint=said("Make room on that disk, or write to another one."),
                ) from error

        return _within(form.max_bytes, export.first(form), export.floor, tried)


def _within(limit: int | None, first: int, floor: int | None, tried: Callable[[int], int]) -> int:
    """The size at the highest quality that keeps the limit, which is the one tried last."""
    size = tried(first)
    if limit is None or size <= limit or floor is None:
        return size
    low, high, last = min(floor, first), first - 1, first
    sizes = {first: size}
    while low <= high:
        last = (low + high) // 2
        sizes[last] = tried(last)
        low, high = (last + 1, high) if sizes[last] <= limit else (low, last - 1)
    fitting = [one for one, size in sizes.items() if size <= limit]
    best = max(fitting) if fitting else min(sizes, key=lambda one: (sizes[one], one))
    return sizes[last] if best == last else tried(best)
