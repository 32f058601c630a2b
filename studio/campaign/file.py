"""`campaign.toml`: read with every problem named, written back with a person's comments kept."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, InlineTable, Table

from studio.campaign.document import Campaign
from studio.campaign.validity import problems
from studio.core.errors import BadValue, CannotRead, StudioError
from studio.core.files import read_text, write_text
from studio.core.plain import parse_toml, structure, unstructure
from studio.core.said import joined, said

NAME = "campaign.toml"
LIMIT = 8 * 1024 * 1024
"""Bytes; a campaign of a thousand films has less than two million."""
_NAMED = 20


def campaign_path(given: Path) -> Path:
    """The file itself, or `campaign.toml` in a folder."""
    return given / NAME if given.is_dir() else given


def load_campaign(path: Path, *, outside: bool = False, home: Path | None = None) -> Campaign:
    """A campaign, checked. Raises CannotRead or BadValue that names every problem.

    `outside` is the person's leave for sources that lie outside the campaign's folder, which is
    `home` where the file is an older version kept elsewhere.
    """
    text = read_text(path, LIMIT)
    if not text.strip():
        raise CannotRead(
            said("{path} is empty.", path=path),
            hint=said("Bring back an older copy, or begin anew."),
        )
    campaign = structure(parse_toml(text, str(path)), Campaign, str(path))
    found = problems(campaign, home or path.parent, outside=outside)
    if found:
        if len(found) > _NAMED:
            found = (*found[:_NAMED], said("and more"))
        raise BadValue(
            said("{path}: {listed}.", path=path, listed=joined(found, "{first}; {rest}")),
            hint=said("Correct the file and try again."),
        )
    return campaign


def campaign_text(campaign: Campaign, before: str = "") -> str:
    """The TOML of a campaign; with the text it had `before`, its comments and order are kept.

    A text before that is broken, or so unusual that it could not be edited, counts for nothing.
    """
    ends = "\r\n" if "\r\n" in before else "\n"
    old = before.replace("\r\n", "\n")
    if _says(old, campaign):
        return before
    try:
        text = _edited(campaign, old)
    except (TOMLKitError, TypeError, ValueError, LookupError, AttributeError):
        # tomlkit trips over some ways to spell dotted keys and tables out of order.
        text = ""
    if not _says(text, campaign):
        text = _edited(campaign, "")
    return text.replace("\n", ends)


def _says(text: str, campaign: Campaign) -> bool:
    """Whether the text reads as this campaign."""
    try:
        return structure(parse_toml(text, NAME), Campaign, NAME) == campaign and bool(text)
    except StudioError:
        return False


def _edited(campaign: Campaign, old: str) -> str:
    document = tomlkit.parse(old)
    _merge(document, _plain(campaign))
    text = tomlkit.dumps(document)
    # A person who sets rows close together gets no other spacing for what was not edited.
    return _spaced(text) if _spaced(old) == old else text


def _spaced(text: str) -> str:
    """One blank line before each row's header; only if that changes nothing that is said."""
    tidy = re.sub(r"(?m)^([^#\n].*)\n(\[\[)", r"\1\n\n\2", text)
    tidy = re.sub(r"\n{3,}", "\n\n", tidy)
    if tidy == text:
        return text
    # Read by the library that only reads: a tenth of the time that one takes that keeps comments.
    return tidy if tomllib.loads(tidy) == tomllib.loads(text) else text


def save_campaign(campaign: Campaign, path: Path) -> None:
    """Write it whole or not at all. Raises CannotWrite."""
    before = read_text(path, LIMIT) if path.exists() else ""
    text = campaign_text(campaign, before)
    if text != before:
        write_text(path, text)


def _plain(campaign: Campaign) -> dict[str, Any]:
    data: dict[str, Any] = unstructure(campaign)
    # These three are said even at their defaults: a file should tell what it is.
    return {
        "schema": campaign.schema,
        "name": campaign.name,
        "version": campaign.version,
    } | {key: value for key, value in data.items() if key not in ("schema", "name", "version")}


def _merge(table: MutableMapping[str, Any], data: Mapping[str, Any]) -> None:
    """Make `table` say `data`, touching only what differs."""
    for key in [key for key in table if key not in data]:
        del table[key]
    for key, value in data.items():
        old = table.get(key)
        if _is_rows(value) and isinstance(old, AoT):
            rows = _rows(old, value)
            if rows is not old:
                table[key] = rows
        elif _is_rows(value) and isinstance(old, Array):
            _inline_rows(old, value)
        elif isinstance(value, Mapping) and isinstance(old, Table | InlineTable):
            _merge(old, value)
        elif old is None or _unwrapped(old) != _listed(value):
            table[key] = _item(value)


def _unwrapped(old: Any) -> Any:
    return old.unwrap() if hasattr(old, "unwrap") else old


def _listed(value: Any) -> Any:
    return [_listed(one) for one in value] if isinstance(value, list | tuple) else value


def _is_rows(value: Any) -> bool:
    return (
        isinstance(value, list | tuple)
        and bool(value)
        and all(isinstance(row, Mapping) for row in value)
    )


def _rows(old: AoT, rows: Sequence[Mapping[str, Any]]) -> AoT:
    """The rows again as an array of tables; a row found by its name keeps its comments."""
    known = dict(zip(_names(old), old, strict=True))
    names = _names(rows)
    if list(known) == names:
        for table, row in zip(known.values(), rows, strict=True):
            _merge(table, row)
        return old
    made = tomlkit.aot()
    for name, row in zip(names, rows, strict=True):
        table = known.get(name)
        if table is None:
            table = tomlkit.table()
        _merge(table, row)
        made.append(table)
    return made


def _inline_rows(old: Array, rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows written as `[{ … }, { … }]` stay so: tables there would swallow what follows."""
    known = dict(zip(_names(old), old, strict=True))
    names = _names(rows)
    if list(known) == names:
        for table, row in zip(known.values(), rows, strict=True):
            _merge(table, row)
        return
    old.clear()
    for row in rows:
        old.append(_inline(row))


def _names(rows: Iterable[Mapping[str, Any]]) -> list[object]:
    """What each row is found again by: id, language or preset, and its number among equals."""
    seen: Counter[object] = Counter()
    names: list[object] = []
    for row in rows:
        key = next((key for key in ("id", "language", "format", "video") if row.get(key)), "")
        name = key, str(row.get(key, ""))
        names.append((name, seen[name]))
        seen[name] += 1
    return names


def _item(value: Any) -> Any:
    if _is_rows(value):
        made = tomlkit.aot()
        for row in value:
            table = tomlkit.table()
            _merge(table, row)
            made.append(table)
        return made
    if isinstance(value, Mapping):
        return _inline(value)
    return list(value) if isinstance(value, tuple) else value


def _inline(value: Any) -> Any:
    if isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        for key, one in value.items():
            inline[key] = _inline(one)
        return inline
    return [_inline(one) for one in value] if isinstance(value, list | tuple) else value
