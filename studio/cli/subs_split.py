"""`lobbycard subs split`: bilingual files taken apart into a track of each language."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.markup import escape

from studio.cli.command import DONE, FINDINGS, WRONG_REQUEST
from studio.cli.console import Console
from studio.cli.subs_import import refuse_same, warn_of_guesses
from studio.core.errors import BadValue, StudioError, explain
from studio.core.files import read_bytes
from studio.core.words import counted
from studio.subs.bilingual import bilingual
from studio.subs.cue import Track
from studio.subs.formats.times import clock_text
from studio.subs.linking import link
from studio.subs.reading import Reading, read_track
from studio.subs.splitting import Split, split_languages
from studio.subs.writing import Planned, format_for, planned


def split_arguments(actions: Any) -> argparse.ArgumentParser:
    """The arguments of `split`, added to those of `subs`."""
    made: argparse.ArgumentParser = actions.add_parser(
        "split",
        help="a bilingual file as two of one language each",
        description="The languages and which stands above are learned from the file. What cannot "
        "be told for sure stays whole in the first track and is listed. Exit code 1 when there "
        "is such a cue, or something of a file could not become a cue.",
    )
    made.add_argument("files", nargs="+", type=Path, metavar="BILINGUAL")
    made.add_argument(
        "-o", "--output", nargs="+", type=Path, required=True, metavar="OUT",
        help="two files, the language above first; or a folder",
    )  # fmt: skip
    made.add_argument("--first", default="", metavar="LANGUAGE", help="of the lines above")
    made.add_argument("--second", default="", metavar="LANGUAGE", help="of the lines below")
    made.add_argument("--encoding", default="", help="of both; that of the file unless given")
    return made


@dataclass(frozen=True, slots=True)
class _Done:
    """One file, its two tracks, and whether they make the same bytes again."""

    path: Path
    reading: Reading
    split: Split
    plans: tuple[Planned, Planned]
    same_bytes: bool

    @property
    def told(self) -> bool:
        return bool(self.split.undecided or self.reading.dropped)


def split(request: argparse.Namespace, console: Console) -> int:
    """1 when a cue was undecided or something became no cue; 2 when a file cannot be split."""
    many = len(request.files) > 1
    if many and len(request.output) != 1:
        raise BadValue("Several files are split into one folder.", hint="Name one folder as OUT.")
    done: list[_Done] = []
    for path in request.files:
        try:
            done.append(_one(path, request, console))
        except StudioError as error:
            if not many:
                raise
            console.notice(explain(error))
    told = [_data(one) for one in done]
    shown = "\n".join(line for one in done for line in _lines(one))
    console.result({"files": told} if many else told[0], shown)
    if len(done) < len(request.files):
        return WRONG_REQUEST
    return FINDINGS if any(one.told for one in done) else DONE


def _one(path: Path, request: argparse.Namespace, console: Console) -> _Done:
    reading = read_track(path, "", request.input_encoding)
    warn_of_guesses(path, reading, console)
    parted = split_languages(reading.track, request.first, request.second)
    outs = _outs(path, parted, request.output)
    encoding = request.encoding or reading.encoding
    sides = (parted.first, outs[0]), (parted.second, outs[1])
    plans = _plan(path, sides[0], encoding), _plan(path, sides[1], encoding)
    for plan in plans:
        for loss in plan.losses:
            console.warn(f"{plan.path}: {loss}")
    for plan in plans:
        plan.write()
    return _Done(path, reading, parted, plans, _same_again(path, reading, plans))


def _outs(path: Path, parted: Split, given: list[Path]) -> tuple[Path, Path]:
    """Where the two tracks go; never to one place."""
    if len(given) > 2:
        raise BadValue("A bilingual file is split into two.", hint="Name two files or a folder.")
    if len(given) == 2:
        outs = given[0], given[1]
    else:
        above, below = (one.language for one in (parted.first, parted.second))
        outs = given[0] / _named(path, above), given[0] / _named(path, below)
    if outs[0] == outs[1]:
        raise BadValue(
            f"Both languages would be written to {outs[0]}.",
            hint="Name two files, or the languages with --first and --second.",
        )
    return outs


def _named(path: Path, language: str) -> str:
    return f"{path.stem}.{language}{path.suffix}"


def _plan(path: Path, side: tuple[Track, Path], encoding: str) -> Planned:
    track, out = side
    refuse_same(path, out)
    format_for(out)
    return planned(track, out, encoding)


def _same_again(path: Path, reading: Reading, plans: tuple[Planned, Planned]) -> bool:
    """Whether the two files, read and put together as `pair` does, are the file that was split."""
    if any(plan.format != reading.format for plan in plans):
        return False
    a, b = (read_track(plan.path, "", plan.encoding).track for plan in plans)
    both = bilingual(a, b, link(a, b))
    again = planned(both, path, plans[0].encoding, reading.format)
    return again.data == read_bytes(path)


def _data(one: _Done) -> dict[str, Any]:
    starts = {cue.id: cue.start for cue in one.reading.track.cues}
    places = {cue.id: n for n, cue in enumerate(one.reading.track.cues)}
    sides = zip("ab", one.plans, (one.split.first, one.split.second), strict=True)
    return {
        "file": str(one.path),
        **{
            side: {"file": str(plan.path), "language": track.language, "cues": len(track.cues)}
            for side, plan, track in sides
        },
        "both": one.split.both,
        "undecided": [
            {
                "cue": places[each.cue],
                "start": starts[each.cue] / 1000,
                "text": each.text,
                "reason": each.reason,
            }
            for each in one.split.undecided
        ],
        "same_bytes": one.same_bytes,
    }


def _lines(one: _Done) -> list[str]:
    tracks = zip(one.plans, (one.split.first, one.split.second), strict=True)
    lines = [f"{one.path}: {counted(one.split.both, 'cue')} in both languages"]
    lines += [
        f"  {plan.path}: {track.language}, {counted(len(track.cues), 'cue')}"
        for plan, track in tracks
    ]
    starts = {cue.id: cue.start for cue in one.reading.track.cues}
    for each in one.split.undecided:
        text = each.text.replace("\n", " | ")
        lines.append(f"  undecided, {clock_text(starts[each.cue], '.')}: {each.reason}: {text}")
    again = "the very file again" if one.same_bytes else "the same cues, in other bytes"
    lines.append(f"  put together they are {again}")
    return [escape(line) for line in lines]
