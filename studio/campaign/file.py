"""`campaign.toml`: read with every problem named, written back with a person's comments kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import Any

import tomlkit
from tomlkit.items import AoT, InlineTable, Table

from studio.campaign.document import Campaign
from studio.campaign.validity import problems
from studio.core.errors import BadValue, CannotRead
from studio.core.files import read_text, write_text
from studio.core.plain import parse_toml, structure, unstructure

NAME = "campaign.toml"


def campaign_path(given: Path) -> Path:
    """The file itself, or `campaign.toml` in a folder."""
    return given / NAME if given.is_dir() else given


def load_campaign(path: Path, *, outside: bool = False) -> Campaign:
    """A campaign, checked. Raises CannotRead or BadValue that names every problem.

    `outside` is the person's leave for sources that lie outside the campaign's folder.
    """
    text = read_text(path)
    if not text.strip():
        raise CannotRead(f"{path} is empty.", hint="Bring back an older copy, or begin anew.")
    campaign = structure(parse_toml(text, str(path)), Campaign, str(path))
    found = problems(campaign, path.parent, outside=outside)
    if found:
        raise BadValue(f"{path}: {'; '.join(found[:20])}.", hint="Correct the file and try again.")
    return campaign


def campaign_text(campaign: Campaign, before: str = "") -> str:
    """The TOML of a campaign; with the text it had `before`, its comments and order are kept."""
    document = tomlkit.parse(before) if before else tomlkit.document()
    if before and structure(document.unwrap(), Campaign, "before") == campaign:
        return before
    _merge(document, _plain(campaign))
    return _spaced(tomlkit.dumps(document))


def _spaced(text: str) -> str:
    """One blank line before each table header; only if that changes nothing that is said."""
    tidy = re.sub(r"(?m)^([^#\n].*)\n(\[)", r"\1\n\n\2", text)
    tidy = re.sub(r"\n{3,}", "\n\n", tidy)
    return tidy if tomlkit.parse(tidy).unwrap() == tomlkit.parse(text).unwrap() else text


def save_campaign(campaign: Campaign, path: Path) -> None:
    """Write it whole or not at all. Raises CannotWrite."""
    before = read_text(path) if path.exists() else ""
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


def _rows(old: AoT, rows: list[Mapping[str, Any]]) -> AoT:
    """The rows again as an array of tables; a row found by its id keeps its comments."""
    known = {_name(row, place): row for place, row in enumerate(old)}
    if list(known) == [_name(row, place) for place, row in enumerate(rows)]:
        for table, row in zip(known.values(), rows, strict=True):
            _merge(table, row)
        return old
    made = tomlkit.aot()
    for place, row in enumerate(rows):
        table = known.get(_name(row, place))
        if table is None:
            table = tomlkit.table()
        _merge(table, row)
        made.append(table)
    return made


def _name(row: Mapping[str, Any], place: int) -> object:
    for key in ("id", "language"):
        if key in row:
            return key, str(row[key])
    if "format" in row or "video" in row:
        return "preset", str(row.get("format") or row.get("video")), place
    return place


def _item(value: Any) -> Any:
    if _is_rows(value):
        made = tomlkit.aot()
        for row in value:
            table = tomlkit.table()
            _merge(table, row)
            made.append(table)
        return made
    if isinstance(value, Mapping):
        inline = tomlkit.inline_table()
        for key, one in value.items():
            inline[key] = _item(one)
        return inline
    return list(value) if isinstance(value, tuple) else value
