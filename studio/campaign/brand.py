"""The brand kit: `brand.toml` beside a campaign, read with every problem named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

import tomlkit

from studio.campaign.document import Campaign, Market
from studio.core.errors import BadValue, CannotRead, StudioError
from studio.core.files import inside, read_bytes, read_text, sha256, write_bytes, write_text
from studio.core.plain import parse_toml, structure, unstructure
from studio.core.said import said
from studio.poster.brand import Brand, Logo, read_logo

NAME = "brand.toml"
EVERYWHERE = "all"
"""Stands for every market that has no legal line of its own."""
_LEGAL = 400


@dataclass(frozen=True, slots=True)
class Logos:
    """Files of the logo relative to the kit: for dark grounds, for light ones; its size."""

    light: str = ""
    dark: str = ""
    size: float = 1.0


@dataclass(frozen=True, slots=True)
class Inks:
    """The two inks as #rrggbb."""

    light: str = ""
    dark: str = ""


@dataclass(frozen=True, slots=True)
class BrandFile:
    """`brand.toml` as it is written; `legal` is by market (or `all`) and language."""

    schema: int = 1
    name: str = ""
    logos: Logos = Logos()
    colours: Inks = Inks()
    faces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    legal: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BrandKit:
    """A kit that was read: what posters show of it, and its legal lines."""

    brand: Brand
    legal: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, str]:
        """Where its logos lie, by their SHA-256."""
        return {logo.sha256: logo.path for logo in self.brand.logos}


def legal_line(kit: BrandKit | None, market: Market) -> str:
    """The legal line of a market: its own, else the kit's in the first of its languages."""
    if market.legal.strip() or kit is None:
        return market.legal
    for place in (market.id, EVERYWHERE):
        lines = kit.legal.get(place, {})
        for language in market.languages:
            if lines.get(language, "").strip():
                return lines[language]
    return ""


def kit_of(campaign: Campaign, folder: Path) -> BrandKit | None:
    """The kit that a campaign in `folder` names; None when it names none.

    Raises CannotRead, BadValue with every problem by its path.
    """
    if not campaign.brand:
        return None
    path = inside(folder, campaign.brand, "brand")
    return load_kit(path)


def load_kit(path: Path) -> BrandKit:
    """A kit from its file. Raises CannotRead, BadValue with every problem by its path."""
    written = load_file(path)
    logos: dict[str, Logo | None] = {}
    faults: list[str] = []
    for shade, name in (("light", written.logos.light), ("dark", written.logos.dark)):
        try:
            logos[shade] = _logo(path.parent, name, f"logos.{shade}")
        except StudioError as error:
            faults.append(f"logos.{shade}: {error}".rstrip("."))
    faults += _problems(written)
    if faults:
        raise BadValue(
            said("{path}: {problems}.", path=path, problems="; ".join(faults)),
            hint=said("Correct the file and try again."),
        )
    try:
        brand = Brand(
            written.colours.light,
            written.colours.dark,
            written.faces,
            logos.get("light"),
            logos.get("dark"),
            written.logos.size,
        )
    except (ValueError, BadValue) as error:
        raise BadValue(said("{path}: {problems}.", path=path, problems=str(error))) from error
    return BrandKit(brand, written.legal)


def load_file(path: Path) -> BrandFile:
    """The file as it is written. Raises CannotRead, BadValue."""
    return structure(parse_toml(read_text(path), str(path)), BrandFile, str(path))


def save_file(written: BrandFile, path: Path) -> None:
    """Write a kit, whole or not at all. Raises CannotWrite."""
    data = unstructure(written) | {"schema": 1}
    write_text(path, tomlkit.dumps({str(key): _plain(one) for key, one in data.items()}))


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def _problems(written: BrandFile) -> Iterator[str]:
    if written.schema != 1:
        yield said("schema is {schema}; this version reads 1", schema=written.schema)
    for market, lines in written.legal.items():
        for language, text in lines.items():
            if len(text) > _LEGAL:
                yield said(
                    "legal.{market}.{language} has {n} letters; {most} is the most",
                    market=market,
                    language=language,
                    n=len(text),
                    most=_LEGAL,
                )


def _logo(folder: Path, name: str, at: str) -> Logo | None:
    if not name:
        return None
    path = inside(folder, name, at)
    try:
        stamp = path.stat()
    except OSError as error:
        raise CannotRead(said("{path} is not there.", path=path)) from error
    return read_logo(path, _digest(str(path), stamp.st_mtime_ns, stamp.st_size))


@lru_cache(maxsize=32)
def _digest(path: str, changed: int, size: int) -> str:
    return sha256(Path(path))


def files_of(campaign: Campaign, folder: Path) -> tuple[str, ...]:
    """The kit and its logos as the campaign's folder names them; () without a kit."""
    if not campaign.brand:
        return ()
    path = inside(folder, campaign.brand, "brand")
    written = load_file(path)
    place = Path(campaign.brand).parent
    logos = (name for name in (written.logos.light, written.logos.dark) if name)
    return (Path(campaign.brand).as_posix(), *((place / name).as_posix() for name in logos))


def keep_kit(written: BrandFile, folder: Path, light: Path | None, dark: Path | None) -> str:
    """Write `brand.toml` into a campaign's folder; logos from elsewhere are copied beside it.

    Returns its name for the campaign. Nothing is written when it would not be a kit that can be
    read. Raises CannotRead, CannotWrite, BadValue.
    """
    names = [_beside(folder, logo) for logo in (light, dark)]
    for logo in (light, dark):
        if logo is not None:
            read_logo(logo, sha256(logo))
    for logo, name in zip((light, dark), names, strict=True):
        if logo is not None and not (folder / name).exists():
            write_bytes(folder / name, read_bytes(logo))
    logos = replace(written.logos, light=names[0], dark=names[1])
    save_file(replace(written, logos=logos), folder / NAME)
    load_kit(folder / NAME)
    return NAME


def _beside(folder: Path, logo: Path | None) -> str:
    """The logo's name relative to the folder; a free one below `brand` if it is a stranger."""
    if logo is None:
        return ""
    if logo.resolve().is_relative_to(folder.resolve()):
        return logo.resolve().relative_to(folder.resolve()).as_posix()
    name, number = f"brand/{logo.name}", 2
    while (folder / name).exists() and sha256(folder / name) != sha256(logo):
        name, number = f"brand/{logo.stem}-{number}{logo.suffix}", number + 1
    return name
