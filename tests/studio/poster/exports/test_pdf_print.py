"""PDF/X-4 key by key, by qpdf's reader; its plates by Ghostscript, beside the CMYK picture."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from studio.core.errors import BadValue
from studio.poster.exports.pdf_print import boxes_of, ink_of, margin
from studio.poster.exports.write import export_poster
from studio.poster.format import PRESS
from studio.poster.profiles import profile, separated
from tests.studio.poster.exports.conftest import META, sheet

GHOSTSCRIPT = shutil.which("gs")
plates = pytest.mark.skipif(
    GHOSTSCRIPT is None and not sys.platform.startswith("linux"),
    reason="Ghostscript is not on this machine",
)
#: Plates are drawn so many times finer and averaged: Ghostscript inks whole pixels.
FINE = 4


@pytest.fixture(scope="module")
def pdf(written):
    with pikepdf.open(written("pdf").path) as opened:
        yield opened


def test_it_is_a_whole_pdf(pdf) -> None:
    assert pdf.check_pdf_syntax() == []
    assert pdf.pdf_version == "1.6"
    assert len(pdf.pages) == 1
    assert not pdf.is_encrypted
    first, second = pdf.trailer.ID
    assert bytes(first) == bytes(second) != b""
    assert len(bytes(first)) == 16


def test_the_condition_it_is_printed_in_is_there(pdf) -> None:
    (intent,) = pdf.Root.OutputIntents
    assert intent.Type == "/OutputIntent"
    assert intent.S == "/GTS_PDFX"
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert str(intent.Info) == PRESS
    assert intent.DestOutputProfile.N == 4
    assert intent.DestOutputProfile.read_bytes() == profile(PRESS)


def test_metadata_and_information_say_the_same(pdf) -> None:
    meta = pdf.open_metadata()
    info = pdf.docinfo
    assert meta["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
    assert meta["pdf:Trapped"] == "False"
    assert info.Trapped == "/False"
    assert str(info.Title) == meta["dc:title"] == "夜摊 / The Night Stall · a2"
    assert str(info.Producer) == meta["pdf:Producer"] == "Lobbycard"
    assert str(info.Creator) == meta["xmp:CreatorTool"]
    assert str(info.CreationDate) == str(info.ModDate) == "D:20000101000000Z"
    assert meta["xmp:CreateDate"] == meta["xmp:ModifyDate"] == "2000-01-01T00:00:00Z"
    assert meta["xmpMM:DocumentID"].startswith("uuid:")
    assert meta["xmpMM:VersionID"] == "1"
    assert meta["xmpMM:RenditionClass"] == "default"
    stream = pdf.Root.Metadata
    assert stream.Type == "/Metadata"
    assert "/Filter" not in stream


def test_the_boxes_lie_in_each_other(pdf) -> None:
    page = pdf.pages[0]
    media, bleed, trim = (
        [float(side) for side in page.obj[key]] for key in ("/MediaBox", "/BleedBox", "/TrimBox")
    )
    assert "/ArtBox" not in page.obj
    assert "/CropBox" not in page.obj
    assert all(a < b for a, b in zip(media[:2] + bleed[:2], bleed[:2] + trim[:2], strict=True))
    assert all(a > b for a, b in zip(media[2:] + bleed[2:], bleed[2:] + trim[2:], strict=True))
    mm = 72 / 25.4
    assert trim[2] - trim[0] == pytest.approx(60 * mm, abs=0.3)
    assert trim[3] - trim[1] == pytest.approx(85 * mm, abs=0.3)
    assert trim[0] - bleed[0] == pytest.approx(3 * mm, abs=0.01)
    assert bleed[0] - media[0] >= 10 * mm


def test_nothing_in_it_is_rgb_a_font_or_more_than_a_page(pdf) -> None:
    spaces, fonts, kinds = set(), 0, set()
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream | pikepdf.Dictionary):
            fonts += one.get("/Type") == "/Font"
            kinds.add(str(one.get("/Type", "")))
            if one.get("/Subtype") == "/Image":
                spaces.add(str(one.ColorSpace))
                assert one.get("/Intent") is None
    assert spaces == {"/DeviceCMYK", "/DeviceGray"}
    assert fonts == 0
    assert not kinds & {"/Annot", "/Action", "/OCG", "/Filespec", "/EmbeddedFile"}
    for key in ("/OCProperties", "/AcroForm", "/OpenAction", "/AA", "/Names"):
        assert key not in pdf.Root
    assert "/Encrypt" not in pdf.trailer


def test_a_soft_logo_is_blended_in_the_inks_of_the_press(pdf) -> None:
    page = pdf.pages[0].obj
    assert page.Group.S == "/Transparency"
    assert page.Group.CS == "/DeviceCMYK"
    logo = page.Resources.XObject.Logo
    assert logo.ColorSpace == "/DeviceCMYK"
    assert logo.SMask.ColorSpace == "/DeviceGray"


def test_only_operators_of_paths_inks_and_pictures_are_used(pdf) -> None:
    used = {str(one.operator) for one in pikepdf.parse_content_stream(pdf.pages[0])}
    # Inks by `k`, the colour of all plates by CS and SCN: nothing that could be RGB or grey.
    allowed = {"q", "Q", "cm", "Do", "gs", "k", "m", "l", "c", "h", "f", "w", "S", "s",
               "CS", "SCN", "cs", "scn"}  # fmt: skip
    assert used <= allowed
    assert {"k", "f", "c", "Do", "SCN"} <= used


def test_marks_stand_outside_the_bleed_on_every_plate(pdf) -> None:
    page = pdf.pages[0].obj
    kind, colourants, alternate, _ = page.Resources.ColorSpace.All
    assert (kind, colourants, alternate) == ("/Separation", "/All", "/DeviceCMYK")
    bleed = [float(side) for side in page.BleedBox]
    media = [float(side) for side in page.MediaBox]
    inside, points = False, []
    for one in pikepdf.parse_content_stream(pdf.pages[0]):
        inside = (inside or str(one.operator) == "SCN") and str(one.operator) != "Q"
        if inside and str(one.operator) in "mlc":
            points.append([float(part) for part in one.operands][-2:])
    assert len(points) > 40
    for x, y in points:
        assert not (bleed[0] < x < bleed[2] and bleed[1] < y < bleed[3])
        assert media[0] <= x <= media[2]
        assert media[1] <= y <= media[3]


def test_black_is_black_alone_and_overprints_other_inks_are_separated(written) -> None:
    poster = written("pdf", light=True)
    assert max(tone.ink.luminance for tone in poster.made.layout.tones) < 0.1
    with pikepdf.open(poster.path) as pdf:
        states = pdf.pages[0].obj.Resources.ExtGState
        assert states.Over.OP is True
        assert states.Over.op is True
        assert states.Over.OPM == 1
        assert states.Knock.op is False
        state, found = "", set()
        for one in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(one.operator) == "gs":
                state = str(one.operands[0])
            if str(one.operator) == "k":
                found.add((state, tuple(float(part) for part in one.operands)))
    assert found == {("/Over", (0.0, 0.0, 0.0, 1.0))}
    light = written("pdf").made.layout.tones[0].ink
    colour, over = ink_of(light, PRESS)
    wanted = np.asarray(separated(Image.new("RGB", (1, 1), light.rgb), PRESS))[0, 0] / 255
    assert not over
    assert colour == pytest.approx(tuple(wanted))


@pytest.fixture(scope="module")
def separations(written, tmp_path_factory) -> np.ndarray:
    """Cyan, magenta, yellow and black of the page, 0 to 255 of ink, at 150 dpi."""
    assert GHOSTSCRIPT is not None, "the tests need Ghostscript: apt-get install ghostscript"
    folder = tmp_path_factory.mktemp("plates")
    subprocess.run(
        [GHOSTSCRIPT, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep",
         f"-r{150 * FINE}", f"-sOutputFile={folder / 'plate.tif'}", str(written("pdf").path)],
        check=True,
    )  # fmt: skip
    found = {}
    for plate in folder.glob("plate(*).tif"):
        with Image.open(plate) as image:
            found[plate.stem[6:-1]] = 255 - np.asarray(image.convert("L").reduce(FINE)).astype(int)
    assert set(found) == {"Cyan", "Magenta", "Yellow", "Black"}
    return np.dstack([found[name] for name in ("Cyan", "Magenta", "Yellow", "Black")])


@pytest.fixture(scope="module")
def inks(written) -> np.ndarray:
    """The same poster as the CMYK picture has it."""
    with Image.open(written("tiff", PRESS).path) as image:
        return np.asarray(image).astype(int)


def within(plates: np.ndarray, picture: np.ndarray) -> np.ndarray:
    """The poster's own part of the page."""
    around = margin(sheet("pdf"))
    return plates[around : around + picture.shape[0], around : around + picture.shape[1]]


@plates
def test_the_plates_are_those_of_the_cmyk_picture(written, separations, inks) -> None:
    poster = written("pdf")
    gaps = np.abs(within(separations, inks) - inks)
    assert gaps.mean() < 0.5
    # Where there is no type, picture and scrims are the same to the level.
    still = np.ones(inks.shape[:2], bool)
    boxes = [piece.ink for piece in poster.made.layout.pieces]
    for ink in (*boxes, poster.made.layout.logo_box):
        box = ink.grown(3)
        still[max(0, int(box.y)) : int(box.bottom) + 1, max(0, int(box.x)) : int(box.right) + 1] = 0
    assert still.mean() > 0.5
    assert gaps[still].max() <= 1
    # Marks are on every plate, in the margin alone.
    rim = separations.copy()
    within(rim, inks)[:] = 0
    assert all((plate > 60).sum() > 100 for plate in np.moveaxis(rim, 2, 0))


@plates
def test_edges_of_type_lie_within_a_pixel_of_the_picture(written, separations, inks) -> None:
    made, wanted = within(separations, inks)[..., 1], inks[..., 1]
    for piece in written("pdf").made.layout.pieces:
        box = piece.ink.grown(2)
        area = (slice(int(box.y), int(box.bottom) + 1), slice(int(box.x), int(box.right) + 1))
        assert _apart(made[area], wanted[area]) == 0


def _apart(one: np.ndarray, other: np.ndarray) -> int:
    """How many pixels the first must be moved to fit the second best."""
    tried = {}
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            moved = np.roll(one, (dy, dx), (0, 1))[2:-2, 2:-2]
            tried[np.abs(moved - other[2:-2, 2:-2]).mean()] = max(abs(dx), abs(dy))
    return tried[min(tried)]


def test_a_limit_makes_the_picture_jpeg_and_nothing_else(written, tmp_path) -> None:
    poster = written("pdf")
    with pikepdf.open(poster.path) as whole:
        packed = int(whole.pages[0].obj.Resources.XObject.Picture.Length)
    limit = poster.path.stat().st_size - packed * 3 // 4
    form = replace(poster.made.layout.form, max_bytes=limit)
    path = tmp_path / "limited.pdf"
    assert export_poster(poster.made, path, form, META) == ()
    assert path.stat().st_size <= limit
    with pikepdf.open(path) as pdf, pikepdf.open(poster.path) as whole:
        picture = pdf.pages[0].obj.Resources.XObject.Picture
        assert picture.Filter == "/DCTDecode"
        assert picture.ColorSpace == "/DeviceCMYK"
        assert [float(one) for one in picture.Decode] == [1, 0] * 4
        assert str(whole.pages[0].obj.Resources.XObject.Picture.Filter) == "/FlateDecode"
        assert pdf.pages[0].Contents.read_bytes() == whole.pages[0].Contents.read_bytes()
        plain = _pixels(whole)
        with Image.open(_raw(picture, tmp_path)) as image:
            inks = 255 - np.asarray(image).astype(int) if _inverted(image) else np.asarray(image)
        assert np.abs(inks.astype(int) - plain).mean() < 4


def _raw(picture: pikepdf.Object, folder: Path) -> Path:
    path = folder / "picture.jpg"
    path.write_bytes(picture.read_raw_bytes())
    return path


def _inverted(image: Image.Image) -> bool:
    # Pillow turns the inks of Adobe's JPEGs back.
    return "adobe" not in image.info


def _pixels(pdf: pikepdf.Pdf) -> np.ndarray:
    picture = pdf.pages[0].obj.Resources.XObject.Picture
    data = picture.read_bytes()
    return np.frombuffer(data, np.uint8).reshape(int(picture.Height), int(picture.Width), 4)


def test_a_page_that_pdf_cannot_hold_is_refused_before_it_is_painted(written, tmp_path) -> None:
    poster = written("pdf")
    form = replace(
        poster.made.layout.form, trim_mm=None, bleed_mm=0.0, dpi=10, width=2100, height=40
    )
    with pytest.raises(BadValue, match="200"):
        export_poster(poster.made, tmp_path / "long.pdf", form, META)
    assert list(tmp_path.iterdir()) == []


def test_the_grid_of_the_picture_is_that_of_the_page() -> None:
    form = sheet("pdf")
    boxes = boxes_of(form)
    assert boxes.bleed.x * 150 / 72 == pytest.approx(margin(form))
    assert boxes.media.width * 150 / 72 == pytest.approx(form.width + 2 * margin(form))


def test_operators_are_plain_numbers(pdf) -> None:
    data = pdf.pages[0].Contents.read_bytes()
    assert not re.search(rb"\d[eE][-+]?\d|nan|inf", data)
