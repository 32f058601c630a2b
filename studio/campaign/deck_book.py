"""Workbooks for copy decks: every cell is text; strangers’ files are measured before reading."""

from __future__ import annotations

import datetime
import importlib
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from studio.core.errors import CannotRead, CannotWrite, Missing
from studio.core.said import said

_UNPACKED = 64 * 1024 * 1024
_CELL = 32_767
"""Characters that a cell of a workbook holds."""
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATE = (1980, 1, 1, 0, 0, 0)
_WIDTHS = (30, 34, 44)


def _openpyxl() -> Any:
    """Loaded when a workbook is asked for: it takes a while, and is an extra."""
    try:
        return importlib.import_module("openpyxl")
    except ImportError as error:
        raise Missing(
            said("Workbooks (.xlsx) cannot be read or written here: openpyxl is not installed."),
            hint=said("Use .csv, or install lobbycard[xlsx]."),
        ) from error


def write_book(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The bytes of a workbook with one sheet; the same for the same texts.

    Raises CannotWrite for a text that no cell can hold, and Missing.
    """
    book = _openpyxl().Workbook()
    sheet = book.active
    sheet.title = "Copy"
    sheet.freeze_panes = "C2"
    for number, row in enumerate([header, *rows], 1):
        for column, text in enumerate(row, 1):
            if text:
                _put(sheet.cell(number, column), text, heading=number == 1)
    for column in range(len(header)):
        letter = sheet.cell(1, column + 1).column_letter
        sheet.column_dimensions[letter].width = _WIDTHS[min(column, 2)]
    stream = io.BytesIO()
    book.save(stream)
    return _settled(stream.getvalue())


def _put(cell: Any, text: str, *, heading: bool) -> None:
    if len(text) > _CELL or _ILLEGAL.search(text):
        raise CannotWrite(
            said("No cell of a workbook can hold “{text}…”.", text=text[:40]),
            hint=said("Shorten it, take control characters out, or use .csv."),
        )
    styles = importlib.import_module("openpyxl.styles")
    # What looks like an escape of the format must not be read as one.
    cell.value = _ESCAPED.sub(r"_x005F_x\1_", text)
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.alignment = styles.Alignment(wrap_text=True, vertical="top")
    cell.font = styles.Font(bold=heading)


def _settled(data: bytes) -> bytes:
    """The same workbook without the time it was made at."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            content = old.read(info)
            if info.filename == "docProps/core.xml":
                content = re.sub(rb">\d{4}-\d\d-\d\dT[\d:]+Z<", b">1980-01-01T00:00:00Z<", content)
            plain = zipfile.ZipInfo(info.filename, _DATE)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.external_attr = 0o644 << 16
            plain.create_system = 3
            new.writestr(plain, content)
    return made.getvalue()


def read_book(
    path: Path, data: bytes, limits: tuple[int, int]
) -> tuple[list[list[str]], dict[tuple[int, int], str]]:
    """The texts of the first sheet row by row, and what is no text by (row from 1, column from 0).

    `limits` are the most rows and columns. Raises CannotRead, Missing.
    """
    openpyxl = _openpyxl()
    _measure(path, data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False)
        sheet = book.worksheets[0]
        return _cells(path, sheet, limits)
    except (
        KeyError,
        ValueError,
        TypeError,
        IndexError,
        AttributeError,
        SyntaxError,
        OSError,
    ) as error:
        # What the library raises for a damaged workbook is not told by it.
        raise _unreadable(path) from error
    except openpyxl.utils.exceptions.InvalidFileException as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> CannotRead:
    return CannotRead(
        said("{file} is not a workbook that can be read.", file=path),
        hint=said("Save it again from the spreadsheet, or as .csv."),
    )


def _measure(path: Path, data: bytes) -> None:
    """Refuse what would unpack to more than any deck, or declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if sum(info.file_size for info in infos) > _UNPACKED or len(infos) > 1000:
                raise _too_large(path)
            for info in infos:
                with archive.open(info) as stream:
                    if b"<!DOCTYPE" in stream.read(info.file_size + 1):
                        raise _unreadable(path)
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError) as error:
        raise _unreadable(path) from error


def _too_large(path: Path) -> CannotRead:
    return CannotRead(
        said("{file} is larger than any copy deck.", file=path), hint=said("Is it the right file?")
    )


def _cells(
    path: Path, sheet: Any, limits: tuple[int, int]
) -> tuple[list[list[str]], dict[tuple[int, int], str]]:
    table: list[list[str]] = []
    faults: dict[tuple[int, int], str] = {}
    # A sheet may claim any size; what it holds is counted.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(), 1):
        if number > limits[0] or len(row) > limits[1]:
            raise _too_large(path)
        texts = []
        for column, cell in enumerate(row):
            text, fault = _text(cell)
            texts.append(text)
            if fault:
                faults[number, column] = fault
        table.append(texts)
    return table, faults


def _text(cell: Any) -> tuple[str, str]:
    value = cell.value
    if value is None:
        return "", ""
    if isinstance(value, str):
        if cell.data_type == "f":
            return value, said("A formula is not a text.")
        if cell.data_type == "e":
            return value, said("The cell shows an error.")
        return _ESCAPED.sub(_unescaped, value), ""
    if isinstance(value, bool | datetime.date | datetime.time | datetime.timedelta):
        return str(value), said("The spreadsheet has made a date or a truth value of this text.")
    if isinstance(value, int | float):
        return f"{value:.15g}", ""
    return str(value), said("The cell holds no text.")


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    # Carriage returns stand so before the line feeds that are there anyway.
    return "" if code == 13 else chr(code)
