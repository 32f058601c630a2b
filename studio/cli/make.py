"""`lobbycard make`: a batch in one line, from films and presets; it keeps the campaign it ran."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from studio.campaign.adding import free_id, title_of
from studio.campaign.document import (
    Campaign,
    Deliverable,
    FilmEntry,
    Market,
    PosterEntry,
    StillRef,
    TrackEntry,
)
from studio.campaign.file import NAME, load_campaign, save_campaign
from studio.cli.command import command
from studio.cli.console import Console
from studio.cli.export import export_campaign, run_arguments
from studio.core.errors import BadValue
from studio.subs.reading import read_track

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
    campaign = _campaign(request)
    folder: Path = request.output
    path = folder / NAME
    if path.exists() and load_campaign(path, outside=True).outputs != PATTERN:
        raise BadValue(f"{path} is another campaign.", hint="Choose another folder.")
    save_campaign(campaign, path)
    return export_campaign(path, request, console, outside=True)


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
    if bool(request.format) != bool(request.poster):
        raise BadValue("A poster needs --poster, --copy and --format.", hint="Give all three.")
    tracks = _tracks(request.subs, request.output)
    if tracks and len(request.films) > 1:
        raise BadValue("--subs belongs to one film.", hint="Make the films one by one.")
    languages = tuple(dict.fromkeys((*copy, *(track.language for track in tracks))))
    if len(languages) > 2:
        raise BadValue(f"{', '.join(languages)} are too many languages.", hint="Use one or two.")
    films: list[FilmEntry] = []
    for path in request.films:
        name = free_id(path.stem, frozenset(film.id for film in films))
        still = StillRef(request.still)
        posters = (PosterEntry("poster", request.poster, still, None, copy),) if copy else ()
        source = _relative(path, request.output)
        films.append(FilmEntry(name, source, {"en": title_of(path)}, tracks, posters))
    captions = request.captions or ("" if tracks else "none")
    asked = [Deliverable(format=name) for name in request.format]
    videos = request.video or (["same-as-film"] if tracks else [])
    asked += [Deliverable(video=name, captions=captions) for name in videos]
    if not asked:
        raise BadValue("There is nothing to make.", hint="Add --format or --video.")
    market = Market("all", languages or ("en",))
    return Campaign(
        name="Made in one go",
        outputs=PATTERN,
        films=tuple(films),
        markets=(market,),
        deliverables=tuple(asked),
    )


def _tracks(files: Sequence[Path], folder: Path) -> tuple[TrackEntry, ...]:
    made = []
    for file in files:
        reading = read_track(file)
        if not reading.track.language:
            raise BadValue(
                f"The language of {file} cannot be told.",
                hint="Put it into the name, such as film.zh-Hans.srt.",
            )
        made.append(TrackEntry(reading.track.language, _relative(file, folder)))
    return tuple(made)


def _relative(path: Path, folder: Path) -> str:
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:
        # Another disk on Windows: there is no relative path.
        return path.resolve().as_posix()
