"""Contact sheets: whole files, the same each time, pictures and type where they belong."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import replace
from fractions import Fraction
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from studio.cli.start import main
from studio.core.errors import BadValue, CannotRead
from studio.core.geometry import Rect
from studio.media.frames import FrameReader
from studio.stills.sheet import Sheet, SheetEntry, contact_sheet
from studio.stills.sheet_layout import PAPERS, pages


def objects(data: bytes) -> dict[int, bytes]:
    """The objects of a PDF, found through its cross-reference table as a reader does it."""
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    assert data[start : start + 4] == b"xref"
    rows = data[start:].split(b"trailer")[0].splitlines()[2:]
    places = [int(row.split()[0]) for row in rows]
    found = {}
    for number, place in enumerate(places):
        if number:
            head = b"%d 0 obj\n" % number
            assert data[place : place + len(head)] == head
            found[number] = data[place + len(head) : data.index(b"\nendobj", place)]
    return found


def stream(body: bytes) -> bytes:
    head, _, rest = body.partition(b"\nstream\n")
    data = rest[: int(re.search(rb"/Length (\d+)", head)[1])]
    assert rest[len(data) :] == b"\nendstream"
    return zlib.decompress(data) if b"/FlateDecode" in head else data


@pytest.fixture(scope="module")
def entries(glued):
    pts = glued[1].pts
    notes = (
        "雨停了以后，街上只剩一盏灯还亮着，像在等人回家",
        "",
        "hero",
        "a (very) long \\ note " * 9,
    )
    return tuple(
        SheetEntry(int(pts[at]), number, number % 2 == 0, notes[number])
        for number, at in enumerate((3, 60, 100, 150))
    )


def test_a_pdf_has_its_pictures_with_their_profile_and_no_fonts(glued, entries, tmp_path):
    path = tmp_path / "灯.pdf"
    sheet = Sheet("夜摊 — 小さな灯り · 작은 불빛", language="zh-Hans")
    assert contact_sheet(glued[0], entries, path, sheet) == (path,)
    found = objects(path.read_bytes())
    images = [body for body in found.values() if b"/Subtype /Image" in body]
    assert len(images) == 4
    space = int(re.search(rb"/ICCBased (\d+) 0 R", images[0])[1])
    assert stream(found[space])[36:40] == b"acsp"
    with FrameReader(glued[0]) as reader:
        for body, entry in zip(images, entries, strict=True):
            with Image.open(BytesIO(stream(body))) as picture:
                assert picture.info["icc_profile"] == stream(found[space])
                shown = np.asarray(picture).astype(int)
            true = reader.at_pts(entry.pts).rgb().astype(int)
            assert np.abs(shown - true).mean() < 4
    assert not any(b"/Font" in body for body in found.values())
    (page,) = (body for body in found.values() if b"/Type /Page " in body)
    content = stream(found[int(re.search(rb"/Contents (\d+)", page)[1])]).decode()
    # Everything that is drawn is among the page's resources, and each picture is drawn once.
    drawn = re.findall(r"/(\w+) Do", content)
    named = set(re.findall(r"/(\w+) \d+ 0 R", page.decode().split("/XObject")[1]))
    assert set(drawn) == named
    assert sorted(name for name in drawn if name[0] == "P") == ["P0", "P1", "P2", "P3"]
    assert content.count(" l h f") == 2
    title = re.search(rb"/Title <feff(\w+)>", path.read_bytes())[1].decode()
    assert bytes.fromhex(title).decode("utf-16-be") == sheet.title


@pytest.mark.parametrize("ending", ["pdf", "png"])
def test_the_same_stills_give_the_same_bytes(glued, entries, tmp_path, ending):
    first = contact_sheet(glued[0], entries, tmp_path / f"a.{ending}", Sheet("A"))
    second = contact_sheet(glued[0], entries, tmp_path / f"b.{ending}", Sheet("A"))
    assert first[0].read_bytes() == second[0].read_bytes()


def test_a_png_shows_each_still_at_its_place(glued, entries, tmp_path):
    film = glued[0]
    contact_sheet(film, entries, tmp_path / "a.png", Sheet("A"))
    (page,) = pages(film, entries, Fraction(256, 144), Sheet("A"))
    with Image.open(tmp_path / "a.png") as made, FrameReader(film) as reader:
        assert made.size == (round(PAPERS["a4"][0] * 3), round(PAPERS["a4"][1] * 3))
        for at, box in page.pictures:
            inside = box.scaled(3, 3).inset(6, 6, 6, 6)
            edges = (inside.x, inside.y, inside.right, inside.bottom)
            shown = made.crop(tuple(round(one) for one in edges)).resize((64, 36))
            true = Image.fromarray(reader.at_pts(entries[at].pts).rgb()).resize((64, 36))
            assert np.abs(np.asarray(shown, int) - np.asarray(true, int)).mean() < 12


@pytest.mark.parametrize("aspect", ["16/9", "239/100", "9/16", "4/3", "1"])
@pytest.mark.parametrize("count", [1, 2, 7, 12, 25, 60, 400])
def test_nothing_leaves_the_page_or_meets(glued, aspect, count):
    film, analysis, _ = glued
    note = "words that go on and on, " * 5
    listed = tuple(
        SheetEntry(int(analysis.pts[at % 200]), at, at % 3 == 0, note) for at in range(count)
    )
    title = "A title that is far too long for any page of paper " * 3
    made = pages(film, listed, Fraction(aspect), Sheet(title))
    shown = [at for page in made for at, _ in page.pictures]
    assert shown == list(range(count))
    for page in made:
        whole = Rect(0, 0, page.width, page.height).grown(-20)
        boxes = [box for _, box in page.pictures]
        assert all(whole.holds(box) for box in boxes)
        assert all(
            abs(box.width / box.height / float(Fraction(aspect)) - 1) < 1e-6 for box in boxes
        )
        inks = [one.line.ink.moved(one.x, one.y) for one in page.words if one.line.glyphs]
        assert all(whole.holds(ink) for ink in inks)
        everything = [*boxes, *inks]
        for number, one in enumerate(everything):
            for other in everything[:number]:
                assert one.meet(other).area < 0.01
    assert len(made) == 1 or len(made[0].pictures) >= 12


def test_further_pages_of_a_png_are_files_of_their_own(glued, tmp_path):
    film, analysis, _ = glued
    listed = tuple(SheetEntry(int(pts)) for pts in analysis.pts[:120:3])
    files = contact_sheet(film, listed, tmp_path / "a.png")
    assert [one.name for one in files] == ["a.png", "a-2.png"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a-2.png", "a.png"]


def test_wrong_requests_are_told_and_write_nothing(glued, entries, tmp_path):
    film = glued[0]
    with pytest.raises(BadValue, match=r"not written as “\.tif”"):
        contact_sheet(film, entries, tmp_path / "a.tif")
    with pytest.raises(BadValue, match="out of bounds"):
        contact_sheet(film, (), tmp_path / "a.pdf")
    with pytest.raises(BadValue, match="no paper"):
        contact_sheet(film, entries, tmp_path / "a.pdf", Sheet(paper="b7"))
    with pytest.raises(CannotRead):
        contact_sheet(film, (replace(entries[0], pts=7),), tmp_path / "a.pdf")
    assert list(tmp_path.iterdir()) == []


def test_the_command_makes_a_sheet_in_order_of_time(glued, tmp_path, capsys):
    film = str(glued[0].path)
    out = tmp_path / "out" / "sheet.pdf"
    times = ["--time", "1.5", "--time", "00:00:00:12"]
    assert main(["sheet", film, "-o", str(out), *times, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["files"] == [str(out)]
    assert [one["time"] for one in said["stills"]] == [0.5, 1.5]
    assert objects(out.read_bytes())
    assert main(["sheet", film, "-o", str(tmp_path / "sheet.gif")]) == 2
    assert "Name it .pdf or .png." in capsys.readouterr().err
