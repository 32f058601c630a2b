"""PDF for screens: what is seen is the poster, what is found and copied is its text."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pikepdf
import pypdfium2
import pytest

from studio.poster.exports.write import export_poster
from tests.studio.poster.conftest import COPY, TITLE
from tests.studio.poster.exports.conftest import META


def bare(words: str) -> str:
    """Without blanks: readers differ in where they put them."""
    return re.sub(r"\s+", "", words)


def words_of(path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return str(document[0].get_textpage().get_text_range())


CASES = (
    ("quiet-line", ("zh-Hans", "en")),
    ("quiet-line", ("ko", "en")),
    ("vertical-line", ("ja", "en")),
)


@pytest.mark.parametrize(("template", "languages"), CASES)
def test_all_copy_is_found_as_text(written, template, languages) -> None:
    found = words_of(written("pdf-screen", "", languages, template).path)
    for language in languages:
        assert bare(COPY[language]) in bare(found)
        assert bare(TITLE[language]) in bare(found)
    assert "A small lamp." in found
    assert TITLE["en"] in found


def test_it_looks_as_the_poster(written) -> None:
    poster = written("pdf-screen")
    with pypdfium2.PdfDocument(poster.path) as document:
        page = document[0]
        assert page.get_size() == pytest.approx((390 * 72 / 150, 537 * 72 / 150), abs=0.01)
        shown = np.asarray(page.render(scale=150 / 72).to_pil().convert("RGB")).astype(int)
    assert shown.shape == poster.rgb.shape
    gaps = np.abs(shown - poster.rgb)
    assert gaps.mean() < 1
    # JPEG apart, only the edges of type differ, by how they are smoothed, and within a pixel.
    assert (gaps.max(axis=2) > 48).mean() < 0.01
    around = [np.roll(poster.rgb, (dy, dx), (0, 1)) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
    low, high = np.min(around, axis=0) - 16, np.max(around, axis=0) + 16
    assert ((shown < low) | (shown > high)).mean() < 1e-3


def test_a_size_limit_lowers_the_picture_alone(written, tmp_path) -> None:
    poster = written("pdf-screen")
    limit = poster.path.stat().st_size * 2 // 3
    form = replace(poster.made.layout.form, max_bytes=limit)
    path = tmp_path / "limited.pdf"
    assert export_poster(poster.made, path, form, META) == ()
    assert path.stat().st_size <= limit
    assert words_of(path) == words_of(poster.path)


def test_fonts_are_embedded_with_their_letters(written) -> None:
    with pikepdf.open(written("pdf-screen").path) as pdf:
        assert pdf.check_pdf_syntax() == []
        resources = pdf.pages[0].obj.Resources
        assert len(resources.Font) == 1
        font = resources.Font.T0
        assert font.Subtype == "/Type3"
        assert len(font.CharProcs) == int(font.LastChar) + 1 == len(font.Widths)
        unicodes = font.ToUnicode.read_bytes().decode("ascii")
        assert f"<{'灯'.encode('utf-16-be').hex()}>" in unicodes
        assert str(pdf.Root.Lang) == "zh-Hans"
        space, stream = resources.XObject.Picture.ColorSpace
        assert space == "/ICCBased"
        assert stream.N == 3
        assert float(pdf.pages[0].obj.TrimBox[0]) == pytest.approx(3 * 72 / 25.4, abs=0.01)
