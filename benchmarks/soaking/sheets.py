"""Trials of posters in every kind of file: random sheets read back by other readers."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
from PIL import Image
from psd_tools import PSDImage

from benchmarks.soaking.trial import require
from studio.poster.document import PosterCopy
from studio.poster.exports.write import export_poster
from studio.poster.format import PRESS, Kind
from studio.poster.make import Made, make_poster
from studio.poster.profiles import separated
from studio.presets import store
from tests.studio.poster.exports.test_psd import over
from tests.studio.typeset.copies import LANGUAGES, random_copy

_KINDS: tuple[tuple[Kind, str], ...] = (
    ("psd", ""),
    ("psd", PRESS),
    ("pdf", ""),
    ("pdf-screen", ""),
)


def sheets(chance: random.Random, folder: Path) -> str:
    """A sheet of any shape, design and languages, each kind twice: alike, whole, and the poster."""
    made = _drawn(chance)
    for kind, icc in _KINDS:
        form = made.layout.form.in_kind(kind, icc)
        paths = [folder / f"{turn}.{form.extension}" for turn in range(2)]
        for path in paths:
            export_poster(made, path, form, {"Source": "drawn"})
        require(paths[0].read_bytes() == paths[1].read_bytes(), f"{kind}: two files differ")
        judge = {"psd": _psd, "pdf": _print, "pdf-screen": _screen}[kind]
        judge(made, paths[0], icc)
    return made.layout.template.name


def _drawn(chance: random.Random) -> Made:
    languages = tuple(chance.sample(LANGUAGES, chance.randint(1, 2)))
    texts = {one: random_copy(one, chance)[:80] for one in languages}
    bleed = chance.choice((0.0, 3.0, 5.0))
    base = replace(
        store.poster_format("a2"), trim_mm=None, bleed_mm=bleed, dpi=chance.choice((72.0, 150.0)),
        width=chance.randint(160, 900), height=chance.randint(160, 900), max_bytes=None,
        kind="png", icc="sRGB",
    )  # fmt: skip
    seed = np.random.default_rng(chance.randrange(2**32))
    small = seed.integers(0, 256, (chance.randint(4, 12), chance.randint(4, 12), 3), np.uint8)
    picture = np.asarray(Image.fromarray(small).resize((640, 360), Image.Resampling.BICUBIC))
    template = store.template(chance.choice(store.names("posters")))
    copy = PosterCopy(languages, texts, {}, chance.choice(("", "© 2026 Lobbycard")))
    return make_poster(picture, template, base, copy)


def _psd(made: Made, path: Path, icc: str) -> None:
    psd = PSDImage.open(path)
    image = separated(made.image, icc) if icc else made.image
    with Image.open(path) as merged:
        require(np.array_equal(np.asarray(merged), np.asarray(image)), "psd: another preview")
    layers = over(psd)
    gaps = np.abs((255 - layers if icc else layers) - np.asarray(image).astype(int))
    # Edges of type are blended in inks in the one, in light in the other.
    require(gaps.mean() < (1.5 if icc else 0.8), f"psd {icc}: layers are {gaps.mean():.2f} off")


def _print(made: Made, path: Path, _: str) -> None:
    with pikepdf.open(path) as pdf:
        require(pdf.check_pdf_syntax() == [], "pdf: damaged")
        page = pdf.pages[0].obj
        boxes = [[float(side) for side in page[key]] for key in ("/MediaBox", "/BleedBox")]
        trim = [float(side) for side in page.TrimBox]
        for outer, inner in ((boxes[0], boxes[1]), (boxes[1], trim)):
            low = all(a <= b + 1e-3 for a, b in zip(outer[:2], inner[:2], strict=True))
            require(low, "pdf: boxes do not nest")
            high = all(a >= b - 1e-3 for a, b in zip(outer[2:], inner[2:], strict=True))
            require(high, "pdf: boxes do not nest")
        spaces = {str(one.get("/ColorSpace")) for one in page.Resources.XObject.values()}
        require(spaces == {"/DeviceCMYK"}, f"pdf: {spaces}")
        data = page.Contents.read_bytes()
        require(not re.search(rb"nan|inf|\de[-+]?\d", data), "pdf: what is no number")


def _screen(made: Made, path: Path, _: str) -> None:
    dpi = made.layout.form.dpi
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        found = page.get_textpage().get_text_range()
        shown = np.asarray(page.render(scale=(dpi - 0.001) / 72).to_pil().convert("RGB"))
    wanted = np.asarray(made.image)
    require(shown.shape == wanted.shape, f"pdf-screen: {shown.shape} for {wanted.shape}")
    gaps = np.abs(shown.astype(int) - wanted).mean()
    require(gaps < 3.0, f"pdf-screen: {gaps:.2f} off")
    letters = set(_bare(found))
    for piece in made.layout.pieces:
        block = piece.block
        lost = set(_bare(block.text)) - letters - set("".join(block.missing))
        require(not lost, f"pdf-screen: {lost} of {block.text!r} not found")


def _bare(words: str) -> str:
    return re.sub(r"[\s\u200b-\u200f\ufeff]+", "", words)
