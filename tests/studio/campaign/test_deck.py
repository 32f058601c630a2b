"""A copy deck goes out and comes back: nothing is lost, nothing is passed over, nothing runs."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from studio.campaign.deck import (
    Compared,
    Difference,
    Sheet,
    applied,
    cell_name,
    compare,
    deck_sheet,
    languages_of,
)
from studio.campaign.deck_file import guarded, read_deck, unguarded, write_deck
from studio.campaign.document import Campaign, FilmEntry, Market, PosterEntry
from studio.core.errors import BadValue, CannotRead, CannotWrite

HARD = (
    *("=1+1", "+49", "-5", "@here", "'=1", "''=1", "'tis", "\tx", "\n=2", " =3", "＝4", "- Hello"),
    *("'", '"quoted", and\nbroken', "a;b\tc", "_x000D_", "灯不大，\n够一个人回家。", "مصباح"),
    *(" edge ", "1.50"),
)


def campaign() -> Campaign:
    lamp = PosterEntry(
        "lamp",
        "quiet-line",
        copy={"zh-Hans": "灯不大，\n够一个人回家。", "en": "A small lamp."},
    )
    film = FilmEntry("stall", "films/stall.mp4", {"en": "The Stall", "fr": "L'étal"}, (), (lamp,))
    markets = (Market("cn", ("zh-Hans", "en"), legal="© 灯"), Market("kr", ("ko", "en")))
    return Campaign(films=(film,), markets=markets)


def back(path: Path, made: Campaign | None = None) -> Compared:
    return compare(made or campaign(), read_deck(path))


def csv_of(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_deck_that_comes_back_untouched_changes_nothing(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"deck{ending}"
    write_deck(deck_sheet(campaign()), path)
    assert back(path) == Compared((), (), 5)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_every_text_comes_back_as_it_went(tmp_path: Path, ending: str) -> None:
    posters = tuple(
        PosterEntry(f"p{number}", "quiet-line", copy={"en": text})
        for number, text in enumerate(HARD)
    )
    made = replace(campaign(), films=(FilmEntry("f", "f.mp4", posters=posters),))
    path = tmp_path / f"deck{ending}"
    write_deck(deck_sheet(made), path)
    assert back(path, made) == Compared((), (), len(HARD) + 1)


def test_no_cell_begins_as_a_formula(tmp_path: Path) -> None:
    for text in HARD:
        assert unguarded(guarded(text)) == text
        assert guarded(text).lstrip("'").lstrip()[:1] not in "=+@" or guarded(text).startswith("'")
    film = FilmEntry("f", "f.mp4", {"en": '=HYPERLINK("http://x","y")'})
    made = Campaign(films=(film,), markets=(Market("uk", ("en",)),))
    write_deck(deck_sheet(made), tmp_path / "deck.csv")
    assert "\"'=HYPERLINK" in (tmp_path / "deck.csv").read_text("utf-8-sig")
    write_deck(deck_sheet(made), tmp_path / "deck.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "deck.xlsx")["Copy"]["C2"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)
    with zipfile.ZipFile(tmp_path / "deck.xlsx") as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_the_same_deck_is_the_same_file(tmp_path: Path, ending: str) -> None:
    paths = [tmp_path / f"{name}{ending}" for name in "ab"]
    for path in paths:
        write_deck(deck_sheet(campaign()), path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_languages_of_markets_come_first() -> None:
    assert languages_of(campaign()) == ("zh-Hans", "en", "ko", "fr")


def test_every_kind_of_difference_is_told_by_its_cell(tmp_path: Path) -> None:
    text = (
        "id,note,en,zh-CN,ja,Client\r\n"
        'stall/lamp/copy,,"A little lamp.\r\nHere.",,灯り,ok\r\n'
        "stall/lamp/copy,,Again,,,\r\n"
        "stall/gone/copy,,Gone,,,\r\n"
        ",,Nobody,,,\r\n"
        ",,,,,\r\n"
        "market/cn/legal,,Legal,© 2,,\r\n"
    )
    found = back(csv_of(tmp_path / "deck.csv", text))
    told = {(one.cell, one.kind, one.id, one.language): one for one in found.differences}
    assert [*told] == [
        ("F1", "unknown", "", ""),
        ("C2", "changed", "stall/lamp/copy", "en"),
        ("D2", "emptied", "stall/lamp/copy", "zh-Hans"),
        ("E2", "added", "stall/lamp/copy", "ja"),
        ("A3", "twice", "stall/lamp/copy", ""),
        ("A4", "unknown", "stall/gone/copy", ""),
        ("A5", "unknown", "", ""),
        ("C7", "refused", "market/cn/legal", "en"),
        ("D7", "changed", "market/cn/legal", "zh-Hans"),
        ("", "missing", "stall/title", "en"),
        ("", "missing", "stall/title", "fr"),
    ]
    assert told["C2", "changed", "stall/lamp/copy", "en"].after == "A little lamp.\nHere."
    assert told["A4", "unknown", "stall/gone/copy", ""].after == "Gone"
    assert all(one.why for one in found.differences if not one.can_apply)


def test_only_what_is_given_is_taken_over() -> None:
    differences = (
        Difference("changed", "stall/lamp/copy", "en", "A small lamp.", "A light."),
        Difference("added", "stall/lamp/copy", "ko", "", "불"),
        Difference("emptied", "stall/title", "fr", "L'étal", ""),
        Difference("changed", "market/cn/legal", "zh-Hans", "© 灯", "© 2"),
        Difference("unknown", "stall/x/copy", "en", "", "X"),
    )
    made = applied(campaign(), differences)
    lamp = made.films[0].posters[0]
    assert lamp.copy == {"zh-Hans": "灯不大，\n够一个人回家。", "en": "A light.", "ko": "불"}
    assert made.films[0].title == {"en": "The Stall"}
    assert made.markets[0].legal == "© 2"
    assert applied(campaign(), ()) == campaign()


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8-sig", ","), ("utf-16", "\t"), ("utf-8", ";"), ("gb18030", ","), ("utf-8", "\t")],
)
def test_whatever_a_spreadsheet_saves_is_read(tmp_path: Path, encoding: str, mark: str) -> None:
    lines = "灯不大，够一个人回家。天亮了，风先知道。这是一个夜里的小摊，人们都来。"
    text = f"id{mark}note{mark}zh-Hans\nstall/lamp/copy{mark}{mark}{lines}\n"
    found = back(csv_of(tmp_path / "deck.csv", text, encoding))
    (one,) = [one for one in found.differences if one.kind != "missing"]
    assert (one.kind, one.after) == ("changed", lines)


def test_the_line_that_names_the_separator_is_no_row(tmp_path: Path) -> None:
    text = "sep=;\r\nid;en\r\nstall/title;A, B\r\n"
    found = back(csv_of(tmp_path / "deck.csv", text))
    assert [one.after for one in found.differences if one.kind == "changed"] == ["A, B"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no column"),
        (b"name,en\nx,y\n", "no column"),
        (b"id,id\nx,y\n", "no column"),
        (b'id,en\nx,"open', "not valid CSV"),
        (b"\x89PNG\x00\x01\x02\xff\xfe\xfd" * 9, "deck.csv"),
        (b"id" + b",x" * 500, "larger than any"),
    ],
)
def test_a_file_that_is_no_deck_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "deck.csv"
    path.write_bytes(data)
    with pytest.raises(CannotRead, match=said):
        read_deck(path)


def test_another_ending_is_refused(tmp_path: Path) -> None:
    for run in (lambda p: read_deck(p), lambda p: write_deck(deck_sheet(campaign()), p)):
        with pytest.raises(BadValue, match=r"neither .csv nor .xlsx"):
            run(tmp_path / "deck.ods")


def book_of(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_what_a_spreadsheet_made_of_a_text_is_told(tmp_path: Path) -> None:
    import datetime

    rows = [
        ["ID", "Note", "en", "ko", "zh-Hans"],
        ["stall/title", "", "=1+1", 2026, datetime.datetime(2026, 3, 4)],
    ]
    found = back(book_of(tmp_path / "deck.xlsx", rows))
    kinds = {one.cell: (one.kind, one.after) for one in found.differences if one.cell}
    assert kinds == {
        "C2": ("refused", "=1+1"),
        "D2": ("added", "2026"),
        "E2": ("refused", "2026-03-04 00:00:00"),
    }


def test_a_workbook_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    good = io.BytesIO(book_of(tmp_path / "a.xlsx", [["id", "en"]]).read_bytes())
    with zipfile.ZipFile(good, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/large.xml", b"\x00" * 80_000_000)
    path = tmp_path / "deck.xlsx"
    path.write_bytes(good.getvalue())
    with pytest.raises(CannotRead, match="larger than any"):
        read_deck(path)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"id,en\n"])
def test_a_damaged_workbook_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "deck.xlsx"
    path.write_bytes(data)
    with pytest.raises(CannotRead, match="not a workbook"):
        read_deck(path)


def test_a_workbook_with_entities_is_refused(tmp_path: Path) -> None:
    source = zipfile.ZipFile(book_of(tmp_path / "a.xlsx", [["id", "en"]]))
    path = tmp_path / "deck.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets"):
                data = data.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1)
            archive.writestr(name, data)
    with pytest.raises(CannotRead, match="not a workbook"):
        read_deck(path)


def test_a_sheet_with_a_row_far_below_is_refused_in_time(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "id"
    book.active["A200000"] = "x"
    book.save(tmp_path / "deck.xlsx")
    with pytest.raises(CannotRead, match="larger than any"):
        read_deck(tmp_path / "deck.xlsx")


def test_a_text_that_no_cell_holds_is_said(tmp_path: Path) -> None:
    film = FilmEntry("f", "f.mp4", {"en": "bell\x07"})
    made = Campaign(films=(film,), markets=(Market("uk", ("en",)),))
    with pytest.raises(CannotWrite, match="bell"):
        write_deck(deck_sheet(made), tmp_path / "deck.xlsx")
    assert not (tmp_path / "deck.xlsx").exists()


def test_control_characters_and_novels_are_refused(tmp_path: Path) -> None:
    sheet = Sheet(("id", "en", "ko"), (("stall/title", "a\x07", "x" * 20_000),), (2,))
    found = compare(campaign(), sheet)
    refused = [one.cell for one in found.differences if one.kind == "refused"]
    assert refused == ["B2", "C2"]


def test_cells_are_named_as_spreadsheets_do() -> None:
    assert [cell_name(1, n) for n in (0, 25, 26, 701, 702)] == ["A1", "Z1", "AA1", "ZZ1", "AAA1"]
