"""Copy decks as files: CSV in any encoding and with any separator, XLSX as text cells."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from studio.campaign.deck import ID, Sheet
from studio.campaign.deck_book import read_book, write_book
from studio.core.errors import BadValue, CannotRead
from studio.core.files import read_bytes, write_bytes
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.subs.encodings import decode

LIMIT = 16 * 1024 * 1024
ROWS, COLUMNS = 100_000, 400
"""More than any campaign has; a sheet beyond is refused rather than read in part."""
ENDINGS = (".csv", ".xlsx")
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
_SURE = 0.5


def guarded(text: str) -> str:
    """The text with a `'` before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """What `guarded` was given; a text that it would not have made stays as it is."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def write_deck(sheet: Sheet, path: Path) -> None:
    """Write a deck as .csv or .xlsx, whole or not at all. Raises BadValue, CannotWrite, Missing."""
    if _ending(path) == ".xlsx":
        # A text cell is no formula, whatever it begins with: only what looks guarded is guarded.
        rows = [[guarded(c) if c.startswith("'") else c for c in row] for row in sheet.rows]
        write_bytes(path, write_book(sheet.header, rows))
        return
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(sheet.header)
    writer.writerows([guarded(cell) for cell in row] for row in sheet.rows)
    # With a mark: spreadsheets take a CSV without one for the system's old code page.
    write_bytes(path, stream.getvalue().encode("utf-8-sig"))


def read_deck(path: Path, progress: Progress = SILENT) -> Sheet:
    """A deck from a .csv or .xlsx file; see `deck.compare` for what it would change.

    Raises CannotRead when it is no such file, is larger than any deck, or has no column `id`;
    Missing when workbooks cannot be read here.
    """
    ending = _ending(path)
    progress.report(0.0, said("Reading {file}", file=path.name))
    data = read_bytes(path, LIMIT)
    if ending == ".xlsx":
        table, faults = read_book(path, data, (ROWS, COLUMNS))
        return _sheet(path, [(n, row) for n, row in enumerate(table, 1)], faults, ())
    table_of_text, notes = _table(path, data)
    return _sheet(path, table_of_text, {}, notes)


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise BadValue(
            said("{file} is neither .csv nor .xlsx.", file=path.name),
            hint=said("Name the copy deck with one of these endings."),
        )
    return ending


Numbered = list[tuple[int, Sequence[str]]]


def _table(path: Path, data: bytes) -> tuple[Numbered, tuple[str, ...]]:
    decoded = decode(data)
    if decoded.damage or decoded.confidence < _SURE:
        raise CannotRead(
            said("{file}: it cannot be told in which encoding it is.", file=path),
            hint=said("Save it as “CSV UTF-8”, or as .xlsx."),
        )
    notes: list[str] = []
    if decoded.confidence < 1:
        notes.append(said("It was read as {encoding}.", encoding=decoded.encoding))
    text = decoded.text.lstrip("\ufeff")
    if "\x00" in text:
        raise CannotRead(said("{file} is no text.", file=path), hint=said("Is it the right file?"))
    # Excel writes and reads this line before the first row.
    told = re.match(r"sep=(.)\r?\n", text, re.IGNORECASE)
    if told is not None:
        text = text[told.end() :]
    mark = told[1] if told is not None else _separator(text)
    if mark != ",":
        notes.append(said("Its cells are separated by {mark}.", mark=_MARKS.get(mark, mark)))
    return list(_rows(path, text, mark)), tuple(notes)


_MARKS = {"\t": "tabs"}


def _separator(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max((",", ";", "\t"), key=head.count)


def _rows(path: Path, text: str, mark: str) -> Iterator[tuple[int, Sequence[str]]]:
    before = csv.field_size_limit(LIMIT)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
        for number, row in enumerate(reader, 1):
            if number > ROWS or len(row) > COLUMNS:
                raise CannotRead(
                    said("{file} is larger than any copy deck.", file=path),
                    hint=said("Is it the right file?"),
                )
            yield number, row
    except csv.Error as error:
        raise CannotRead(
            said("{file} is not valid CSV: {problem}.", file=path, problem=str(error)),
            hint=said("Save it again from the spreadsheet, or as .xlsx."),
        ) from error
    finally:
        csv.field_size_limit(before)


def _sheet(
    path: Path,
    table: Numbered,
    faults: dict[tuple[int, int], str],
    notes: Sequence[str],
) -> Sheet:
    rows = [(number, row) for number, row in table if any(cell.strip() for cell in row)]
    header = tuple(_plain(cell).strip() for cell in rows[0][1]) if rows else ()
    header = tuple(
        cell.casefold() if cell.casefold() in ("id", "note") else cell for cell in header
    )
    if header.count(ID) != 1:
        raise CannotRead(
            said("{file} has no column “id” in its first row.", file=path),
            hint=said("Take a deck that Lobbycard exported, and leave its first row as it is."),
        )
    width = max(len(row) for _, row in rows)
    header = (*header, *[""] * (width - len(header)))
    body = rows[1:]
    places = {number: place for place, (number, _) in enumerate(body)}
    return Sheet(
        header,
        tuple(tuple(_padded((_plain(cell) for cell in row), width)) for _, row in body),
        tuple(number for number, _ in body),
        {(places[n], column): why for (n, column), why in faults.items() if n in places},
        tuple(notes),
    )


def _plain(cell: str) -> str:
    return unguarded(cell.replace("\r\n", "\n").replace("\r", "\n"))


def _padded(cells: Iterable[str], width: int) -> list[str]:
    made = list(cells)
    return made + [""] * (width - len(made))
