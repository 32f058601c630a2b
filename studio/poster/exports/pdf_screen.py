"""PDF for screens: the picture in sRGB, the copy as live type that can be searched and copied."""

from __future__ import annotations

import uuid
from typing import BinaryIO

from studio.core.geometry import Rect
from studio.core.progress import Progress
from studio.poster.brand import draw_logo
from studio.poster.exports.base import EXPORTS, Meta
from studio.poster.exports.pdf_file import PdfFile, numbers, table, text
from studio.poster.exports.pdf_page import (
    beneath,
    check_page,
    image,
    pixels_of,
    points,
    upright,
)
from studio.poster.exports.pdf_type import LiveType
from studio.poster.exports.xmp import PDF_DATE, packet, title_of
from studio.poster.format import Format
from studio.poster.layers import lettering
from studio.poster.layout import Layout
from studio.poster.make import Made
from studio.poster.profiles import profile

_VERSION = "1.6"
#: Tried first, with full colour: grain then differs by half a level on average, and the file is
#: half to two thirds of what packing without loss takes (ten posters of five films measured).
_FINEST = 99


class PdfScreen:
    """The picture is JPEG, as good as the PNG unless a size limit asks for less.

    Quality 55 is the least: below it gradients break into blocks. `Format.quality` is that of
    JPEG files, which are looked at as they are; this one is printed and zoomed into.
    """

    floor: int | None = 55

    def first(self, form: Format) -> int:
        return _FINEST

    def write(
        self, made: Made, stream: BinaryIO, meta: Meta, quality: int, progress: Progress
    ) -> None:
        layout = made.layout
        form = layout.form
        check_page(form)
        file = PdfFile(stream, _VERSION)
        space = file.stream([profile(form.icc)], "/N 3 /Alternate /DeviceRGB")
        canvas = beneath(made)
        if layout.logo is not None and layout.logo_box is not None:
            draw_logo(canvas, layout.logo, layout.logo_box)
        progress.report(0.4)
        shown = {"Picture": image(file, pixels_of(canvas, f"[/ICCBased {space} 0 R]"), quality)}
        progress.report(0.8)
        live = LiveType()
        content = file.stream([_content(layout, live).encode("ascii")])
        spaces = {"sRGB": file.add(f"[/ICCBased {space} 0 R]")}
        width, height = points(form, form.width), points(form, form.height)
        least = _sliver(max(width, height))
        trim = Rect(0, 0, width - least, height - least)
        cut = points(form, form.bleed_px)
        tree = file.reserve()
        page = file.add(
            f"<< /Type /Page /Parent {tree} 0 R /MediaBox {_box(trim)} "
            f"/TrimBox {_box(trim.inset(cut, cut, cut, cut))} /Contents {content} 0 R "
            f"/Resources << /XObject {table(shown)} /Font {table(live.fonts(file))} "
            f"/ColorSpace {table(spaces)} >> >>"
        )
        file.put(tree, f"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>")
        _finished(file, layout, meta, tree)
        progress.report(1.0)


EXPORTS.add("pdf-screen")(PdfScreen())


def _content(layout: Layout, live: LiveType) -> str:
    form = layout.form
    width, height = (points(form, side) for side in (form.width, form.height))
    least = _sliver(max(width, height))
    inside = numbers((width - 3 * least, 0, 0, height - 3 * least, least, least), 4)
    parts = [f"q {inside} cm /Picture Do Q", f"q {upright(form)} cm", "/sRGB cs"]
    for one in lettering(layout):
        if not one.is_shadow:
            parts.append(f"{numbers([part / 255 for part in one.tone.ink.rgb], 5)} sc")
            parts.append(live.show(one.piece))
    return "\n".join((*parts, "Q"))


def _sliver(longest: float) -> float:
    """Points by which the page is smaller than its pixels, and the picture than the page.

    Readers count in single precision and round outwards: else they make a row or a column of
    pixels too many, and the whole picture is stretched over them and blurred (seen in pdfium).
    """
    return max(0.001, longest * 3e-7)


def _box(rect: Rect) -> str:
    return f"[{numbers((rect.x, rect.y, rect.right, rect.bottom), 4)}]"


def _finished(file: PdfFile, layout: Layout, meta: Meta, tree: int) -> None:
    identity = file.identity()
    told = packet(meta, "application/pdf", str(uuid.UUID(identity)), {"pdf:Producer": "Lobbycard"})
    about = file.stream([told], "/Type /Metadata /Subtype /XML", packed=False)
    root = file.add(
        f"<< /Type /Catalog /Pages {tree} 0 R /Metadata {about} 0 R "
        f"/Lang {text(layout.copy.languages[0])} /ViewerPreferences << /DisplayDocTitle true >> >>"
    )
    info = file.add(
        f"<< /Title {text(title_of(meta))} /Creator {text('Lobbycard')} "
        f"/Producer {text('Lobbycard')} /CreationDate ({PDF_DATE}) /ModDate ({PDF_DATE}) >>"
    )
    file.finish(root, info, identity)
