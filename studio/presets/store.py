"""Finds presets: the person's own in the configuration folder shadow the bundled ones by name."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from studio.burn.asked.preset import VideoPreset
from studio.captions.style import CaptionStyle
from studio.core.errors import BadValue, StudioError, in_full
from studio.core.files import is_plain_name
from studio.core.places import config_folder, presets_folder
from studio.core.plain import load_toml
from studio.core.said import said
from studio.core.words import nearest
from studio.poster.format import Format
from studio.poster.template import Template
from studio.presets.kinds import KINDS, Preset
from studio.subs.checks.base import CheckProfile
from studio.subs.checks.rules import WordList

T = TypeVar("T", bound=Preset)
SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """A preset file: its kind, name, place, and whether it came with Lobbycard."""

    kind: str
    name: str
    path: Path
    bundled: bool


def entries(kind: str) -> tuple[Entry, ...]:
    """All presets of a kind by name; a person's own hides the bundled one. Raises BadValue."""
    if kind not in KINDS:
        raise BadValue(
            said("There is no kind of preset called “{kind}”.", kind=kind),
            hint=nearest(kind, KINDS),
        )
    found: dict[str, Entry] = {}
    for folder, bundled in ((presets_folder(), True), (config_folder() / "presets", False)):
        for path in sorted((folder / kind).glob("*.toml")):
            found[path.stem] = Entry(kind, path.stem, path, bundled)
    return tuple(found[name] for name in sorted(found))


def names(kind: str) -> tuple[str, ...]:
    """The names of all presets of a kind."""
    return tuple(entry.name for entry in entries(kind))


def read(path: Path, kind: str) -> Preset:
    """A preset file checked as one of `kind`. Raises CannotRead or BadValue with every problem."""
    preset = load_toml(path, KINDS[kind])
    if preset.schema != SCHEMA:
        raise BadValue(
            said(
                "{path}: schema {schema} is not known (this version reads {schema2}).",
                path=path,
                schema=preset.schema,
                schema2=SCHEMA,
            ),
            hint=said("Update Lobbycard, or correct the number."),
        )
    if preset.name != path.stem or not is_plain_name(preset.name):
        raise BadValue(
            said(
                "{path}: name is “{preset}”, but the file is called “{path2}”.",
                path=path,
                preset=preset.name,
                path2=path.stem,
            ),
            hint=said("Give both the same name."),
        )
    return preset


def _stamp(path: Path) -> int | None:
    """When the file was last written; None where there is none."""
    try:
        there = path.stat()
    except OSError:
        return None
    return there.st_mtime_ns if stat.S_ISREG(there.st_mode) else None


@cache
def _remembered(path: Path, kind: str, stamp: int) -> Preset:
    return read(path, kind)


def _load(kind: str, name: str) -> Preset:
    within = f"{kind}/{name}.toml" if is_plain_name(name) else ""
    for folder in (config_folder() / "presets", presets_folder()):
        # Few steps: a window asks for every format there is, again and again.
        path = folder / within
        stamp = _stamp(path) if within else None
        if stamp is not None:
            return _remembered(path, kind, stamp)
    raise BadValue(
        said("There is no preset “{name}” in {kind}.", name=name, kind=kind),
        hint=nearest(name, names(kind)),
    )


def _typed(kind: str, name: str, wanted: type[T]) -> T:
    preset = _load(kind, name)
    if not isinstance(preset, wanted):
        raise BadValue(
            said("The preset “{name}” of {kind} is of another type.", name=name, kind=kind)
        )
    return preset


def template(name: str) -> Template:
    """A poster template by name. Raises BadValue, CannotRead."""
    return _typed("posters", name, Template)


def poster_format(name: str) -> Format:
    """A poster placement by name. Raises BadValue, CannotRead."""
    return _typed("formats", name, Format)


def caption_style(name: str) -> CaptionStyle:
    """A caption style by name. Raises BadValue, CannotRead."""
    return _typed("captions", name, CaptionStyle)


def video(name: str) -> VideoPreset:
    """A film delivery by name. Raises BadValue, CannotRead."""
    return _typed("video", name, VideoPreset)


def profile(name: str) -> CheckProfile:
    """A check profile by name. Raises BadValue, CannotRead."""
    return _typed("checks", name, CheckProfile)


def word_list(name: str) -> WordList:
    """A list of forbidden words by name. Raises BadValue, CannotRead."""
    return _typed("words", name, WordList)


def words_for(market: str) -> tuple[WordList, ...]:
    """Every list of forbidden words for a market. Raises BadValue where there is none."""
    lists = [word_list(name) for name in names("words")]
    found = tuple(one for one in lists if one.market == market)
    if not found:
        raise BadValue(
            said("There is no list of words for the market “{market}”.", market=market),
            hint=nearest(market, {one.market for one in lists}),
        )
    return found


def problems() -> tuple[str, ...]:
    """What is wrong with any preset file, in words."""
    wrong: list[str] = []
    for kind in KINDS:
        for entry in entries(kind):
            try:
                read(entry.path, kind)
            except StudioError as error:
                wrong.append(in_full(error))
    return tuple(wrong)
