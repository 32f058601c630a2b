"""One poster in every kind of file, each opened by another program and compared with the PNG.

    python -m benchmarks.kinds [FILM@TIME|PICTURE …] [--copy LANG=TEXT …] [--picture OUT.jpg]

A sheet of 29.7 × 42 cm at 150 dpi. PNG, JPEG and TIFF are read by Pillow, 16 bits by OpenCV, PSD
layer by layer by psd-tools, PDF for screens by pdfium, PDF/X-4 in its inks by Ghostscript; inks are
compared with those of the separated poster. `strays` is the share of pixels that no pixel within
one of its place explains: what moved farther than a pixel, or is another picture.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from PIL import Image, ImageCms, ImageDraw, ImageFont
from psd_tools import PSDImage

from benchmarks.measuring import heading, table, workplace
from benchmarks.posters import COPY, drawn_still
from studio.core.places import resources_folder
from studio.core.time import parse_time
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.poster.document import PosterCopy
from studio.poster.exports.pdf_print import margin
from studio.poster.exports.write import export_poster
from studio.poster.format import PRESS, SRGB, Format, Kind
from studio.poster.make import Made, make_poster
from studio.poster.profiles import profile, separated
from studio.poster.reading import read_picture
from studio.poster.still import Picture, deepened
from studio.presets import store
from studio.stills.faces import faces

SHEETS: tuple[tuple[Kind, str], ...] = (
    ("png", ""),
    ("png16", ""),
    ("jpeg", ""),
    ("tiff", ""),
    ("tiff", PRESS),
    ("psd", ""),
    ("psd", PRESS),
    ("pdf-screen", ""),
    ("pdf", PRESS),
)
#: What the picture of them all shows, with the program that opened it.
SHOWN = {
    "png": "PNG · Pillow",
    "tiff": f"TIFF, {PRESS} · Pillow",
    "psd": "PSD, its layers · psd-tools",
    "pdf-screen": "PDF for screens · pdfium",
    "pdf": "PDF/X-4 · Ghostscript",
}
_LARGEST = 400_000
#: Levels that smoothing may differ by within a pixel.
_NEAR = 16


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What another program made of a file, in `made` and as wanted, levels 0 to 255."""

    shown: Picture
    gaps: float
    strays: float
    size: int


def sheet() -> Format:
    """A3 without bleed at 150 dpi."""
    return replace(
        store.poster_format("a3"), width=1754, height=2480, dpi=150.0, bleed_mm=0.0,
        max_bytes=None, kind="png", icc="sRGB",
    )  # fmt: skip


def poster(named: str, copy: PosterCopy, template: str) -> Made:
    """The sheet over a frame of a film, a picture, or the drawn one."""
    deep = None
    if not named:
        picture = drawn_still()
    elif "@" in named:
        path, _, when = named.rpartition("@")
        film = probe(Path(path))
        with FrameReader(film) as reader:
            frame = reader.at(parse_time(when, film.video.rate))
            picture, deep = frame.still(), frame.still16()
    else:
        picture = read_picture(Path(named))
    found = faces(np.ascontiguousarray(picture[..., ::-1]))
    made = make_poster(picture, store.template(template), sheet(), copy, None, found)
    return made if deep is None else replace(made, still=deepened(made.still, deep))


def read(path: Path, kind: Kind, icc: str, form: Format) -> Picture:
    """The file by another program: uint8 RGB, or CMYK with 255 full ink."""
    if kind == "png16":
        deep = np.asarray(cv2.imread(str(path), cv2.IMREAD_UNCHANGED))
        return np.asarray(deep[..., ::-1] / 257 + 0.5, np.uint8)
    if kind == "psd":
        return _layers(path, icc)
    if kind == "pdf-screen":
        with pypdfium2.PdfDocument(path) as document:
            page = document[0].render(scale=form.dpi / 72)
            return np.asarray(page.to_pil().convert("RGB"))
    if kind == "pdf":
        return _plates(path, form)
    with Image.open(path) as image:
        return np.asarray(image)


def _layers(path: Path, icc: str) -> Picture:
    """The visible layers laid over each other."""
    psd = PSDImage.open(path)
    canvas = np.zeros((psd.height, psd.width, 4 if icc else 3))
    for layer in psd.descendants():
        if layer.is_group() or not layer.is_visible():
            continue
        pixels = np.asarray(layer.numpy("color")) * 255
        shape = np.asarray(layer.numpy("shape")) * (layer.opacity / 255)
        part = canvas[layer.top : layer.bottom, layer.left : layer.right]
        part += (pixels - part) * shape
    return np.asarray(np.rint(255 - canvas if icc else canvas), np.uint8)


def _plates(path: Path, form: Format) -> Picture:
    """The page in its inks, without the margin for marks; smoothed as pictures are."""
    out = path.with_suffix(".tif")
    command = [
        shutil.which("gs") or "gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiff32nc",
        "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", f"-r{form.dpi:g}", f"-sOutputFile={out}",
        str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, timeout=600)
    around = margin(form)
    with Image.open(out) as image:
        whole = np.asarray(image)
    return whole[around : around + form.height, around : around + form.width]


def compared(made: Made, kind: Kind, icc: str, folder: Path) -> Read:
    """Write the poster in a kind, read it back, measure it against the poster itself."""
    form = made.layout.form.in_kind(kind, icc)
    path = folder / f"sheet{'-inks' if icc else ''}.{form.called}.{form.extension}"
    problems = export_poster(made, path, form, {"Source": "benchmarks"})
    if problems:
        raise RuntimeError(f"{kind}: {problems}")
    found = read(path, kind, icc, form)
    wanted = np.asarray(separated(made.image, icc) if icc else made.image)
    if found.shape != wanted.shape:
        raise RuntimeError(f"{kind}: {found.shape} for {wanted.shape}")
    gaps = float(np.abs(found.astype(np.int16) - wanted).mean())
    shown = found if not icc else np.asarray(_on_screen(found, icc))
    return Read(shown, gaps, strays(found, wanted), path.stat().st_size)


def _on_screen(inks: Picture, icc: str) -> Image.Image:
    """Inks as a screen shows them."""
    own, srgb = (ImageCms.ImageCmsProfile(BytesIO(profile(name))) for name in (icc, SRGB))
    made = ImageCms.profileToProfile(
        Image.fromarray(inks, "CMYK"), own, srgb, ImageCms.Intent.RELATIVE_COLORIMETRIC, "RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )  # fmt: skip
    if made is None:
        raise RuntimeError(f"{icc}: not converted")
    return made


def strays(found: Picture, wanted: Picture) -> float:
    """The share of pixels outside of what lies within a pixel of their place in `wanted`."""
    square = np.ones((3, 3), np.uint8)
    low = cv2.erode(wanted, square).astype(np.int16) - _NEAR
    high = cv2.dilate(wanted, square).astype(np.int16) + _NEAR
    outside = (found < low) | (found > high)
    return float(outside.any(axis=2).mean())


def side_by_side(shown: Sequence[tuple[str, Picture]], width: int = 480) -> Image.Image:
    """The whole sheets in a row, and below each its type at full size."""
    first = shown[0][1]
    height = round(width * first.shape[0] / first.shape[1])
    gap, foot = 24, 44
    size = ((width + gap) * len(shown) + gap, height + width + 2 * gap + foot)
    whole = Image.new("RGB", size, (236, 234, 230))
    draw = ImageDraw.Draw(whole)
    font = ImageFont.truetype(str(resources_folder() / "fonts" / "Inter-VF.ttf"), 20)
    left, top = _close(first, width)
    for place, (name, picture) in enumerate(shown):
        x = gap + place * (width + gap)
        image = Image.fromarray(picture)
        whole.paste(image.resize((width, height), Image.Resampling.LANCZOS), (x, gap))
        close = image.crop((left, top, left + width, top + width))
        whole.paste(close, (x, height + 2 * gap - 8))
        draw.text((x, size[1] - foot + 8), name, (40, 38, 36), font)
    return whole


def _close(picture: Picture, side: int) -> tuple[int, int]:
    """Where a square of `side` pixels has most edges: the type."""
    grey = cv2.cvtColor(np.ascontiguousarray(picture), cv2.COLOR_RGB2GRAY)
    edges = np.abs(cv2.Laplacian(grey, cv2.CV_32F))
    heavy = cv2.boxFilter((edges > 60).astype(np.float32), -1, (side, side))
    inner = heavy[side // 2 : -side // 2, side // 2 : -side // 2]
    row, column = np.unravel_index(int(inner.argmax()), inner.shape)
    return int(column), int(row)


def _saved(image: Image.Image, path: Path) -> None:
    for quality in range(92, 40, -4):
        image.save(path, "JPEG", quality=quality, optimize=True)
        if path.stat().st_size <= _LARGEST:
            return
    raise RuntimeError(f"{path} is larger than {_LARGEST:,} bytes")


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure each still in each kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stills", nargs="*", metavar="FILM@TIME|PICTURE")
    parser.add_argument("--copy", nargs="+", default=[f"{k}={v}" for k, v in COPY.items()])
    parser.add_argument("--title", nargs="+", default=["zh-Hans=夜摊", "en=The Night Stall"])
    parser.add_argument("--template", default="quiet-line")
    parser.add_argument("--picture", type=Path, help="of the first still, a JPEG")
    asked = parser.parse_args(arguments)
    texts = dict(one.replace("\\n", "\n").split("=", 1) for one in asked.copy)
    titles = dict(one.split("=", 1) for one in asked.title)
    copy = PosterCopy(tuple(texts), texts, titles, "© 2026")
    with workplace() as folder:
        heading("kinds", f"{sheet().width} × {sheet().height} px at 150 dpi")
        for place, named in enumerate(asked.stills or [""]):
            made = poster(named, copy, asked.template)
            found = {(kind, icc): compared(made, kind, icc, folder) for kind, icc in SHEETS}
            rows = [
                [f"{kind} {icc}".strip(), f"{one.gaps:.2f}", f"{one.strays:.3%}",
                 f"{one.size / 1e6:.1f} MB"]
                for (kind, icc), one in found.items()
            ]  # fmt: skip
            print(
                named or "drawn",
                "",
                table(["kind", "mean levels", "strays", "file"], rows),
                sep="\n",
            )
            if place == 0 and asked.picture:
                _saved(side_by_side(_chosen(found)), asked.picture)


def _chosen(found: dict[tuple[Kind, str], Read]) -> list[tuple[str, Picture]]:
    last: dict[str, Read] = {
        kind: one for (kind, icc), one in found.items() if kind != "psd" or not icc
    }
    return [(name, last[kind].shown) for kind, name in SHOWN.items()]


if __name__ == "__main__":
    main()
