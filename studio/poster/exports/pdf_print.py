"""PDF for print, PDF/X-4: a CMYK picture, type as outlines in CMYK, boxes, marks, the condition.

By ISO 15930-7 and ISO 32000-1. What no renderer agrees on is kept out: no fonts, no RGB, no
optional content, no annotations; transparency only where a logo has soft edges.
"""

from __future__ import annotations

import math
import uuid
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np
from PIL import Image

from studio.core.colour import Colour
from studio.core.errors import BadValue
from studio.core.geometry import Rect
from studio.core.progress import Progress
from studio.core.said import said
from studio.poster.exports.base import EXPORTS, Meta
from studio.poster.exports.marks import MARGIN_MM, marks, slug
from studio.poster.exports.pdf_file import PdfFile, numbers, table, text
from studio.poster.exports.pdf_page import (
    LOSSLESS,
    Bytes,
    Pixels,
    beneath,
    check_page,
    image,
    path,
    pixels_of,
    placed,
    points,
    upright,
)
from studio.poster.exports.xmp import PDF_DATE, packet, title_of
from studio.poster.format import Format
from studio.poster.layers import lettering, logo_sheet
from studio.poster.layout import Layout
from studio.poster.make import Made
from studio.poster.profiles import CONDITIONS, is_press, profile, separated
from studio.poster.still import Picture
from studio.typeset.outline import outlines

VERSION = "1.6"
#: Ink this dark and this neutral (levels of 255) is printed as black alone, over the picture.
_DARKEST, _NEUTRAL = 48, 12
_CMYK = "/DeviceCMYK"


@dataclass(frozen=True, slots=True)
class Boxes:
    """In points: the page, the bleed and the trim within it, `y` the lower edge.

    `x`, `y`: the lower left corner of the poster, which is the bleed.
    """

    media: Rect
    bleed: Rect
    trim: Rect


class PdfPrint:
    """The picture is packed without loss; to keep a size limit it becomes JPEG, at worst of 60."""

    floor: int | None = 60

    def first(self, form: Format) -> int:
        return LOSSLESS

    def write(
        self, made: Made, stream: BinaryIO, meta: Meta, quality: int, progress: Progress
    ) -> None:
        layout = made.layout
        form = layout.form
        check_page(form, margin(form))
        if not is_press(form.icc):
            raise BadValue(
                said("“{name}” is a profile for screens, not that of a press.", name=form.icc),
                hint=said("Choose the profile of a press for a PDF for print."),
            )
        boxes = boxes_of(form)
        file = PdfFile(stream, VERSION)
        canvas = beneath(made)
        progress.report(0.3)
        pixels = Pixels(
            form.width, form.height, 4, _CMYK, lambda top, low: inks(canvas[top:low], form.icc)
        )
        shown = {"Picture": image(file, pixels, quality)}
        progress.report(0.8)
        parts = [f"q {placed(form, boxes.bleed.x, boxes.bleed.y)} cm /Picture Do Q"]
        parts.append(_type(layout, boxes))
        parts += _logo(file, layout, boxes, shown)
        parts.append(marks(boxes.trim, boxes.bleed))
        parts.append(slug(f"{title_of(meta)} · {form.icc}", boxes.trim, boxes.bleed))
        content = file.stream(["\n".join(parts).encode("ascii")])
        _finished(file, made, meta, _page(file, boxes, content, shown))
        progress.report(1.0)


EXPORTS.add("pdf")(PdfPrint())


def margin(form: Format) -> int:
    """Pixels around the poster for the marks: whole ones, so that renderers keep its grid."""
    return math.ceil(MARGIN_MM / 25.4 * form.dpi)


def boxes_of(form: Format) -> Boxes:
    """Trim within bleed within the page."""
    around, cut = points(form, margin(form)), points(form, form.bleed_px)
    width, height = points(form, form.width), points(form, form.height)
    bleed = Rect(around, around, width, height)
    media = Rect(0, 0, width + 2 * around, height + 2 * around)
    return Boxes(media, bleed, bleed.inset(cut, cut, cut, cut))


def inks(part: Picture, icc: str) -> Bytes:
    """(h, w, 3) sRGB as the press's CMYK (h, w, 4), 255 full ink."""
    made = separated(Image.fromarray(np.ascontiguousarray(part)), icc)
    return np.asarray(made, np.uint8)


def ink_of(colour: Colour, icc: str) -> tuple[tuple[float, ...], bool]:
    """C, M, Y, K (0 to 1) of a colour of type, and whether it is printed over the picture.

    Nearly black ink is black alone and overprints: no plate can be out of register with itself.
    """
    levels = colour.rgb
    if max(levels) <= _DARKEST and max(levels) - min(levels) <= _NEUTRAL:
        return (0.0, 0.0, 0.0, 1.0), True
    made = inks(np.array([[levels]], np.uint8), icc)[0, 0]
    return tuple(float(part) / 255 for part in made), False


def _type(layout: Layout, boxes: Boxes) -> str:
    form = layout.form
    parts = [f"q {upright(form, boxes.bleed.x, boxes.bleed.y)} cm"]
    for one in lettering(layout):
        if one.is_shadow:
            continue
        colour, over = ink_of(one.tone.ink, form.icc)
        parts.append(f"/{'Over' if over else 'Knock'} gs {numbers(colour, 5)} k")
        for shape in outlines(one.piece.block, (one.piece.x, one.piece.y)):
            if shape.contours:
                parts.append(f"{path(shape.contours)}\nf")
    return "\n".join((*parts, "Q"))


def _logo(file: PdfFile, layout: Layout, boxes: Boxes, shown: dict[str, int]) -> list[str]:
    """The logo in CMYK through a soft mask."""
    sheet = logo_sheet(layout)
    if sheet is None or isinstance(sheet.ink, Colour):
        return []
    form = layout.form
    mask = image(file, pixels_of(sheet.alpha[..., None], "/DeviceGray"), LOSSLESS)
    pixels = pixels_of(inks(sheet.ink, form.icc), _CMYK, mask)
    shown["Logo"] = image(file, pixels, LOSSLESS)
    height, width = sheet.alpha.shape
    left = boxes.bleed.x + points(form, sheet.x)
    low = boxes.bleed.y + points(form, form.height - sheet.y - height)
    size = points(form, width), points(form, height)
    matrix = numbers((size[0], 0, 0, size[1], left, low), 4)
    return [f"q /Knock gs {matrix} cm /Logo Do Q"]


def _page(file: PdfFile, boxes: Boxes, content: int, shown: dict[str, int]) -> int:
    """The tree of one page; returns its root."""
    tree = file.reserve()
    plates = file.add(
        "[/Separation /All /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 "
        "/C0 [0 0 0 0] /C1 [1 1 1 1] >>]"
    )
    states = {
        "Over": file.add("<< /Type /ExtGState /OP true /op true /OPM 1 >>"),
        "Knock": file.add("<< /Type /ExtGState /OP false /op false /OPM 0 >>"),
    }
    # Soft edges are blended in the inks of the press.
    blend = f" /Group << /S /Transparency /CS {_CMYK} /I true >>" if "Logo" in shown else ""
    page = file.add(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox {_box(boxes.media)} "
        f"/BleedBox {_box(boxes.bleed)} /TrimBox {_box(boxes.trim)} "
        f"/Contents {content} 0 R{blend} /Resources << /XObject {table(shown)} "
        f"/ExtGState {table(states)} /ColorSpace {table({'All': plates})} >> >>"
    )
    file.put(tree, f"<< /Type /Pages /Count 1 /Kids [{page} 0 R] >>")
    return tree


def _box(rect: Rect) -> str:
    return f"[{numbers((rect.x, rect.y, rect.right, rect.bottom), 4)}]"


def _finished(file: PdfFile, made: Made, meta: Meta, tree: int) -> None:
    """The condition it is printed in, what it is, and the trailer."""
    icc = made.layout.form.icc
    data = file.stream([profile(icc)], "/N 4 /Alternate /DeviceCMYK")
    condition = CONDITIONS.get(icc)
    registry = f" /RegistryName {_plain('http://www.color.org')}" if condition else ""
    intent = file.add(
        f"<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier "
        f"{_plain(condition or 'Custom')}{registry} /OutputCondition {text(icc)} "
        f"/Info {text(icc)} /DestOutputProfile {data} 0 R >>"
    )
    identity = file.identity()
    more = {
        "pdfxid:GTS_PDFXVersion": "PDF/X-4",
        "pdf:Producer": "Lobbycard",
        "pdf:Trapped": "False",
    }
    told = packet(meta, "application/pdf", str(uuid.UUID(identity)), more)
    about = file.stream([told], "/Type /Metadata /Subtype /XML", packed=False)
    root = file.add(
        f"<< /Type /Catalog /Version /{VERSION} /Pages {tree} 0 R /Metadata {about} 0 R "
        f"/OutputIntents [{intent} 0 R] "
        f"/ViewerPreferences << /DisplayDocTitle true /PrintScaling /None >> >>"
    )
    info = file.add(
        f"<< /Title {text(title_of(meta))} /Creator {text('Lobbycard')} "
        f"/Producer {text('Lobbycard')} /CreationDate ({PDF_DATE}) /ModDate ({PDF_DATE}) "
        f"/Trapped /False >>"
    )
    file.finish(root, info, identity)


def _plain(words: str) -> str:
    return f"({words})"
