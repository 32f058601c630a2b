"""The files a campaign rests on, and what was last known of their content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.campaign.document import Campaign, FilmEntry
from studio.campaign.project import Project
from studio.campaign.versions import KEPT
from studio.core.errors import CannotRead
from studio.core.files import read_text, write_text
from studio.core.plain import load_json
from studio.core.progress import SILENT, Progress, Span
from studio.media.identity import content_hash

NAME = "sources.json"
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Source:
    """A film's file, with a `language` one of its tracks, `around` it a picture or music of its
    reel; `path` as the campaign writes it."""

    film: str
    path: str
    language: str = ""
    around: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a file's content; 0 and empty where it is not."""

    size: int = 0
    sha256: str = ""


def sources(campaign: Campaign) -> tuple[Source, ...]:
    """Every file that the campaign names, in its order, as often as it is named."""
    found: list[Source] = []
    for film in campaign.films:
        found.append(Source(film.id, film.source))
        found += [Source(film.id, track.file, track.language) for track in film.tracks]
        found += [Source(film.id, name, around=True) for name in film.reel.files]
    return tuple(found)


def known_path(folder: Path) -> Path:
    """Where it is remembered what the sources of a campaign are."""
    return folder / KEPT / NAME


def load_known(folder: Path) -> dict[str, Known]:
    """What was remembered, by path; a file that is lost or damaged remembers nothing."""
    path = known_path(folder)
    if not path.is_file():
        return {}
    try:
        data = load_json(path)
    except CannotRead:
        # It only helps to find files again; the campaign is whole without it.
        return {}
    listed = data.get("sources") if isinstance(data, dict) else None
    if not isinstance(listed, dict):
        return {}
    return {
        str(name): Known(one["size"], one["sha256"])
        for name, one in listed.items()
        if _is_known(one)
    }


def _is_known(one: Any) -> bool:
    if not isinstance(one, dict):
        return False
    size, digest = one.get("size"), one.get("sha256")
    whole = isinstance(size, int) and not isinstance(size, bool) and size >= 0
    return whole and isinstance(digest, str) and len(digest) == 64 and set(digest) <= _HEX


def known_text(known: Mapping[str, Known]) -> str:
    """The file's text: sorted, the same for the same knowledge."""
    listed = {name: {"size": one.size, "sha256": one.sha256} for name, one in sorted(known.items())}
    return json.dumps({"sources": listed}, ensure_ascii=False, indent=1) + "\n"


def remember(campaign: Campaign, folder: Path, progress: Progress = SILENT) -> None:
    """Keep size and hash of every source that is there, beside what is known of the others.

    Films that were probed lately cost nothing; others are read once. Raises CannotRead,
    CannotWrite.
    """
    before = load_known(folder)
    names = tuple(dict.fromkeys(source.path for source in sources(campaign)))
    known: dict[str, Known] = {}
    for number, name in enumerate(names):
        path = folder / name
        if path.is_file():
            span = Span(progress, number / len(names), (number + 1) / len(names))
            known[name] = Known(path.stat().st_size, content_hash(path, span))
        elif name in before:
            known[name] = before[name]
    text = known_text(known)
    path = known_path(folder)
    if known and (not path.is_file() or read_text(path) != text):
        write_text(path, text)


def expected(project: Project, folder: Path, source: Source) -> Known:
    """What a source should be: as remembered, else as marks and picked stills name its film."""
    known = load_known(folder).get(source.path)
    if known is not None:
        return known
    if source.language or source.around:
        return Known()
    return Known(0, _named(project, project.campaign.film(source.film)))


def _named(project: Project, film: FilmEntry) -> str:
    marks = project.marks.get(film.id)
    if marks is not None and marks.sha256:
        return marks.sha256
    return next((poster.still.sha256 for poster in film.posters if poster.still.sha256), "")
