"""`lobbycard make`: a batch in one line, from films and presets; it keeps the campaign it ran."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from studio.batch.plan import outline
from studio.batch.prepare import READ_LIMIT
from studio.campaign.adding import free_id, title_of
from studio.campaign.document import (
    NO_CAPTIONS,
    Campaign,
    Deliverable,
    FilmEntry,
    Market,
    PosterEntry,
    StillRef,
    TrackEntry,
)
from studio.campaign.file import NAME, load_campaign, save_campaign
from studio.campaign.validity import problems
from studio.cli.command import command
from studio.cli.console import Console
from studio.cli.export import export_campaign, parse_only, run_arguments
from studio.core.children import in_child
from studio.core.errors import BadValue
from studio.core.progress import each
from studio.media.probe import probe
from studio.presets import store
from studio.subs.reading import read_track

TITLE = "Made in one go"
PATTERN = "{film}/{film}[-{poster}]-{preset}.{ext}"


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("films", type=Path, nargs="+", metavar="FILM")
    parser.add_argument("--poster", default="", metavar="TEMPLATE", help="a preset of posters")
    parser.add_argument("--copy", action="append", default=[], metavar="LANG=TEXT")
    parser.add_argument("--still", default="auto", help="a time of the film, default: chosen")
    parser.add_argument("--format", action="append", default=[], metavar="F", help="placements")
    parser.add_argument("--subs", action="append", default=[], type=Path, metavar="FILE")
    parser.add_argument("--captions", default="", metavar="STYLE")
    parser.add_argument("--video", action="append", default=[], metavar="PRESET")
    run_arguments(parser)


@command("make", "make posters and films from presets in one go", _arguments)
def make(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when an output failed."""
    if request.output is None:
        raise BadValue("Say where the outputs go.", hint="Add -o DIR.")
    folder: Path = request.output
    path = folder / NAME
    if path.exists() and not _is_ours(load_campaign(path, outside=True)):
        raise BadValue(f"{path} is another campaign.", hint="Choose another folder.")
    campaign = _campaign(request)
    # All that can be wrong with the request is said before anything is written.
    outline(campaign, parse_only(request.only))
    for name in {poster.template for film in campaign.films for poster in film.posters}:
        store.template(name)
    with console.progress("Reading the films") as progress:
        for film in each(request.films, progress, "Reading"):
            in_child(probe, film, seconds=READ_LIMIT)
    if not request.dry_run:
        save_campaign(campaign, path)
    return export_campaign(path, campaign, request, console)


def _is_ours(campaign: Campaign) -> bool:
    """Whether it was made by this command, which may write it anew."""
    return (campaign.name, campaign.outputs) == (TITLE, PATTERN)


def pairs(given: Sequence[str], option: str) -> dict[str, str]:
    """`LANG=TEXT` options as a mapping; `\\n` in the text is a line break. Raises BadValue."""
    found: dict[str, str] = {}
    for text in given:
        language, mark, value = text.partition("=")
        if not mark or not language.strip() or not value.strip():
            raise BadValue(
                f"{option} {text}: not understood.", hint=f'Write {option} en="A small lamp."'
            )
        found[language.strip()] = value.replace("\\n", "\n")
    return found


def _campaign(request: argparse.Namespace) -> Campaign:
    copy = pairs(request.copy, "--copy")
    if len({bool(request.format), bool(request.poster), bool(copy)}) > 1:
        raise BadValue("A poster needs --poster, --copy and --format.", hint="Give all three.")
    tracks = _tracks(request)
    if tracks and len(request.films) > 1:
        raise BadValue("--subs belongs to one film.", hint="Make the films one by one.")
    languages = tuple(dict.fromkeys((*copy, *(track.language for track in tracks))))
    if len(languages) > 2:
        raise BadValue(f"{', '.join(languages)} are too many languages.", hint="Use one or two.")
    campaign = Campaign(
        name=TITLE,
        outputs=PATTERN,
        films=_films(request, tracks, copy),
        markets=(Market("all", languages or ("en",)),),
        deliverables=_asked(request, captions=bool(tracks)),
    )
    found = problems(campaign, request.output, outside=True)
    if found:
        raise BadValue(f"{'; '.join(found)}.", hint="Correct the options.")
    return campaign


def _films(
    request: argparse.Namespace, tracks: tuple[TrackEntry, ...], copy: Mapping[str, str]
) -> tuple[FilmEntry, ...]:
    films: list[FilmEntry] = []
    for path in request.films:
        name = free_id(path.stem, frozenset(film.id for film in films))
        still = StillRef(request.still)
        posters = (PosterEntry("poster", request.poster, still, None, copy),) if copy else ()
        source = _source(path, request)
        films.append(FilmEntry(name, source, {"en": title_of(path)}, tracks, posters))
    return tuple(films)


def _asked(request: argparse.Namespace, *, captions: bool) -> tuple[Deliverable, ...]:
    style = request.captions or ("" if captions else NO_CAPTIONS)
    if not captions and style != NO_CAPTIONS:
        raise BadValue("--captions needs --subs.", hint="Name the subtitle files.")
    videos = request.video or (["same-as-film"] if captions else [])
    asked = (
        *(Deliverable(format=name) for name in request.format),
        *(Deliverable(video=name, captions=style) for name in videos),
    )
    if not asked:
        raise BadValue("There is nothing to make.", hint="Add --format or --video.")
    return asked


def _tracks(request: argparse.Namespace) -> tuple[TrackEntry, ...]:
    made = []
    for file in request.subs:
        reading = read_track(file)
        if reading.track.language in ("", "und"):
            raise BadValue(
                f"The language of {file} cannot be told.",
                hint="Put it into the name, such as film.zh-Hans.srt.",
            )
        made.append(TrackEntry(reading.track.language, _source(file, request)))
    return tuple(made)


def _source(path: Path, request: argparse.Namespace) -> str:
    """The path as the campaign says it: relative to its folder, if there is going to be one."""
    full = path.resolve()
    try:
        relative = os.path.relpath(full, request.output.resolve())
    except ValueError:
        # Another disk on Windows: there is no relative path.
        return full.as_posix()
    return full.as_posix() if request.dry_run else Path(relative).as_posix()
