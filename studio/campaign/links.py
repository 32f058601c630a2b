"""The links of a project's tracks on disk: found again as it is opened, written as it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from posixpath import dirname, relpath

from studio.campaign.document import FilmEntry
from studio.campaign.project import Links, PairKey, Project, TrackKey
from studio.core.errors import StudioError, in_full
from studio.core.said import said
from studio.core.time import clock
from studio.core.words import counted
from studio.subs.cue import Track
from studio.subs.linked import Linked
from studio.subs.linking import Link, Pairing
from studio.subs.links_file import FoundAgain, Lost, find_again, links_text, load_links, marked

_NAMED = 8


def links_files(film: FilmEntry) -> tuple[str, ...]:
    """Where links of a film's tracks may lie, relative to the campaign: first the film's own file.

    None where it has fewer than two tracks.
    """
    languages = sorted(one.language for one in film.tracks)
    pairs = [f"subtitles/{film.id}.{a}.{b}.links.toml" for a, b in permutations(languages, 2)]
    return (f"subtitles/{film.id}.links.toml", *pairs) if pairs else ()


def read_links(
    film: FilmEntry, tracks: Mapping[TrackKey, Track], locate: Callable[[str], Path]
) -> tuple[dict[PairKey, Links], list[str]]:
    """The links of a film's tracks as they are now, and what is to be told of each file.

    A file whose tracks are not both there is let be.
    """
    found: dict[PairKey, Links] = {}
    told: list[str] = []
    for file in links_files(film):
        path = locate(file)
        if not path.is_file():
            continue
        try:
            content = load_links(path)
        except StudioError as error:
            told.append(in_full(error))
            continue
        pair = film.id, content.a.language, content.b.language
        a, b = (tracks.get((film.id, language)) for language in pair[1:])
        if a is None or b is None or pair in found or (pair[0], pair[2], pair[1]) in found:
            continue
        again = find_again(content, a, b)
        found[pair] = Links(file, again.pairing, content.locked)
        told += _told(file, again, (a.language, b.language))
    return found, told


def _told(file: str, again: FoundAgain, languages: tuple[str, str]) -> list[str]:
    if not again.lost:
        return []
    where = ", ".join(_place(one, languages) for one in again.lost[:_NAMED])
    more = ", …" if len(again.lost) > _NAMED else ""
    cues = counted(len(again.lost), "linked cue")
    return [
        said(
            "{file}: {cues} not found in the subtitles any more: {where}.",
            file=file,
            cues=cues,
            where=where + more,
        )
    ]


def _place(one: Lost, languages: tuple[str, str]) -> str:
    language = languages[0] if one.side == "a" else languages[1]
    return f"{language} {clock(Fraction(one.mark.start, 1000))}"


def links_bytes(project: Project, film: FilmEntry, before: Project | None) -> dict[str, bytes]:
    """The files of a film's links that differ from `before` (None: all), by their paths."""
    made: dict[str, bytes] = {}
    for pair, held in project.links.items():
        linked = project.linked(*pair) if pair[0] == film.id else None
        if linked is None or (before is not None and _is_in(before, pair, held, linked)):
            continue
        files = [entry.file for one in pair[1:] if (entry := film.track(one)) is not None]
        if len(files) == 2:
            of_a, of_b = (relpath(file, dirname(held.file)) for file in files)
            made[held.file] = _text(linked, of_a, of_b).encode("utf-8")
    return made


def _is_in(before: Project, pair: PairKey, held: Links, linked: Linked) -> bool:
    tracks = [before.tracks.get((pair[0], language)) for language in pair[1:]]
    return before.links.get(pair) is held and tracks[0] is linked.a and tracks[1] is linked.b


def _text(linked: Linked, file_a: str, file_b: str) -> str:
    a, of_a = _numbered(linked.a)
    b, of_b = _numbered(linked.b)
    links = tuple(
        Link(
            tuple(of_a[id] for id in one.a),
            tuple(of_b[id] for id in one.b),
            one.confidence,
            one.by_hand,
        )
        for one in linked.pairing.links
    )
    pairing = Pairing(links, linked.pairing.offset, linked.pairing.speed)
    return links_text(marked(a, b, pairing, file_a, file_b, locked=linked.locked))


def _numbered(track: Track) -> tuple[Track, dict[int, int]]:
    """The track with its cues numbered as they will be when its file is read, and their numbers."""
    numbers = {cue.id: number for number, cue in enumerate(track.cues, 1)}
    cues = tuple(
        cue if cue.id == number else replace(cue, id=number)
        for number, cue in enumerate(track.cues, 1)
    )
    return track.with_cues(cues), numbers
