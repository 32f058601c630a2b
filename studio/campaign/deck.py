"""The copy deck: every text of a campaign as rows for translators, and what came back, by cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from studio.campaign.document import Campaign, FilmEntry, Market, Texts
from studio.core.said import said
from studio.subs.language import canonical

ID, NOTE = "id", "note"
TEXT_LIMIT = 10_000
"""Characters; no line of copy comes near it."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Line:
    """One text of the campaign in all its languages; `only` is the one language it can be in."""

    id: str
    note: str
    texts: Texts
    only: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A deck as it lay in a file: rows of texts below `header`, and what could not be read.

    `numbers` are the rows as a spreadsheet counts them. `faults` are by (row, column), both from 0.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One cell of a deck that is not as the campaign has it.

    `kind`: `added`, `changed`, `emptied` can be applied. `unknown` (no such text or column),
    `missing` (the deck has no row for a text), `twice` and `refused` only tell; `why` says more.
    """

    kind: str
    id: str
    language: str = ""
    before: str = ""
    after: str = ""
    cell: str = ""
    why: str = ""

    @property
    def can_apply(self) -> bool:
        """Whether `applied` would do something with it."""
        return self.kind in ("added", "changed", "emptied")


@dataclass(frozen=True, slots=True)
class Compared:
    """What a deck would change; `notes` is what its reading took for granted, in words."""

    differences: tuple[Difference, ...]
    notes: tuple[str, ...] = ()
    same: int = 0
    """Texts that are as they were."""


def languages_of(campaign: Campaign) -> tuple[str, ...]:
    """Every language of the campaign: those of markets first, in their order."""
    found: dict[str, None] = {}
    for market in campaign.markets:
        found |= dict.fromkeys(market.languages)
    for film in campaign.films:
        found |= dict.fromkeys(film.title)
        for poster in film.posters:
            found |= dict.fromkeys(poster.copy) | dict.fromkeys(poster.title)
    return tuple(found)


def deck_lines(campaign: Campaign) -> tuple[Line, ...]:
    """Every text of the campaign, in the document's order."""
    lines: list[Line] = []
    for film in campaign.films:
        lines += _of_film(film)
    return (*lines, *(_of_market(market) for market in campaign.markets))


def _of_film(film: FilmEntry) -> Iterator[Line]:
    # An id can hold no slash, so that no two of these are alike.
    yield Line(f"{film.id}/title", "Title of the film", film.title)
    for poster in film.posters:
        at = f"{film.id}/{poster.id}"
        yield Line(f"{at}/copy", "Copy on the poster; a line end is a chosen break", poster.copy)
        yield Line(f"{at}/title", "Title on this poster instead of the film's", poster.title)


def _of_market(market: Market) -> Line:
    spoken = market.languages[0]
    texts = {spoken: market.legal} if market.legal else {}
    note = f"Legal line of the market {market.name or market.id}"
    return Line(f"market/{market.id}/legal", note, texts, spoken)


def deck_sheet(campaign: Campaign) -> Sheet:
    """The campaign's deck as it goes into a file."""
    languages = languages_of(campaign)
    rows = tuple(
        (line.id, line.note, *(line.texts.get(one, "") for one in languages))
        for line in deck_lines(campaign)
    )
    numbers = tuple(range(2, len(rows) + 2))
    return Sheet((ID, NOTE, *languages), rows, numbers)


def compare(campaign: Campaign, sheet: Sheet) -> Compared:
    """What differs between the campaign and a deck that came back; nothing is passed over."""
    lines = {line.id: line for line in deck_lines(campaign)}
    columns, wrong = _columns(sheet)
    found = list(wrong)
    seen: dict[str, int] = {}
    same = 0
    place = sheet.header.index(ID)
    for number, row in enumerate(sheet.rows):
        name = row[place].strip()
        cell = cell_name(sheet.numbers[number], place)
        if not name and not any(row):
            continue
        if (fault := _row_fault(name, lines, seen, cell)) is not None:
            found.append(replace(fault, after=_first(row, columns)))
            continue
        seen[name] = sheet.numbers[number]
        for column, language in columns.items():
            one = _cell(lines[name], language, sheet, (number, column))
            if one is not None:
                found.append(one)
            elif row[column]:
                same += 1
    found += _missing(lines.values(), seen, columns.values())
    return Compared(tuple(found), sheet.notes, same)


def _columns(sheet: Sheet) -> tuple[dict[int, str], list[Difference]]:
    """Which column holds which language; and the columns that hold none."""
    columns: dict[int, str] = {}
    wrong: list[Difference] = []
    for place, title in enumerate(sheet.header):
        if title in (ID, NOTE) or not any(row[place] for row in sheet.rows):
            continue
        language = canonical(title)
        cell = cell_name(1, place)
        if not _LANGUAGE.fullmatch(language) or language == "und":
            why = said("The column “{title}” names no language.", title=title)
            wrong.append(Difference("unknown", "", "", "", title, cell, why))
        elif language in columns.values():
            why = said("There is another column in {language}.", language=language)
            wrong.append(Difference("twice", "", language, "", title, cell, why))
        else:
            columns[place] = language
    return columns, wrong


def _row_fault(
    name: str, lines: Mapping[str, Line], seen: Mapping[str, int], cell: str
) -> Difference | None:
    if name in seen:
        why = said("Row {row} is for the same text.", row=seen[name])
        return Difference("twice", name, cell=cell, why=why)
    if name not in lines:
        why = (
            said("The campaign has no such text.")
            if name
            else said("The row says no id, so it cannot be told what it is for.")
        )
        return Difference("unknown", name, cell=cell, why=why)
    return None


def _first(row: Sequence[str], columns: Iterable[int]) -> str:
    return next((row[column] for column in columns if row[column]), "")


def _cell(line: Line, language: str, sheet: Sheet, at: tuple[int, int]) -> Difference | None:
    after = sheet.rows[at[0]][at[1]]
    after = after if after.strip() else ""
    before = line.texts.get(language, "")
    cell = cell_name(sheet.numbers[at[0]], at[1])
    why = sheet.faults.get(at, "") or _refusal(line, language, after)
    if why:
        return Difference("refused", line.id, language, before, after, cell, why)
    if before == after:
        return None
    kind = "changed" if before and after else "added" if after else "emptied"
    return Difference(kind, line.id, language, before, after, cell)


def _refusal(line: Line, language: str, text: str) -> str:
    if text and line.only and language != line.only:
        return said("This text is in {language} only.", language=line.only)
    if len(text) > TEXT_LIMIT:
        return said(
            "The text has {n} characters; {most} is the most.", n=len(text), most=TEXT_LIMIT
        )
    if any(unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t" for char in text):
        return said("The text holds a control character.")
    return ""


def _missing(
    lines: Iterable[Line], seen: Mapping[str, int], columns: Iterable[str]
) -> Iterator[Difference]:
    """Texts that the deck has no row for, and languages that it has no column for."""
    there = set(columns)
    for line in lines:
        if line.id in seen:
            gone = [language for language in line.texts if language not in there]
            why = said("The deck has no column for it; it stays as it is.")
        elif line.texts:
            gone = list(line.texts)
            why = said("The deck has no row for it; it stays as it is.")
        else:
            continue
        for language in gone:
            yield Difference("missing", line.id, language, line.texts[language], why=why)


def cell_name(row: int, column: int) -> str:
    """A cell as spreadsheets name it: row 3 (from 1) and column 2 (from 0) are C3."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"


def applied(campaign: Campaign, differences: Iterable[Difference]) -> Campaign:
    """The campaign with those differences taken over that can be; the others are left out."""
    wanted: dict[str, dict[str, str]] = {}
    for one in differences:
        if one.can_apply:
            wanted.setdefault(one.id, {})[one.language] = one.after
    films = tuple(_film_with(film, wanted) for film in campaign.films)
    markets = tuple(_market_with(market, wanted) for market in campaign.markets)
    return replace(campaign, films=films, markets=markets)


def _film_with(film: FilmEntry, wanted: Mapping[str, Texts]) -> FilmEntry:
    posters = tuple(
        replace(
            poster.with_copy(_texts(poster.copy, wanted.get(f"{film.id}/{poster.id}/copy"))),
            title=_texts(poster.title, wanted.get(f"{film.id}/{poster.id}/title")),
        )
        for poster in film.posters
    )
    return replace(film, title=_texts(film.title, wanted.get(f"{film.id}/title")), posters=posters)


def _market_with(market: Market, wanted: Mapping[str, Texts]) -> Market:
    texts = wanted.get(f"market/{market.id}/legal", {})
    return replace(market, legal=texts.get(market.languages[0], market.legal))


def _texts(before: Texts, wanted: Texts | None) -> Texts:
    if not wanted:
        return before
    both = {**before, **wanted}
    return {language: text for language, text in both.items() if text}
