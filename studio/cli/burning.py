"""What `lobbycard burn` has done in its child process: the film read, the range found, all burned.

Only the child loads what probes, paints and encodes: a person waits for that once.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from fractions import Fraction
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from studio.burn.asked.preset import VideoPreset
from studio.burn.asked.wanted import Sidecar
from studio.burn.beside.names import beside_names
from studio.campaign.document import MUXED, NO_CAPTIONS
from studio.core.errors import BadValue
from studio.core.later import named
from studio.core.memory import keep_no_large
from studio.core.progress import SILENT, Progress, Span
from studio.core.time import FrameRate, parse_time
from studio.subs.cue import Track

_CARD = Fraction(3)

if TYPE_CHECKING:
    from studio.burn.asked.burned import Burned
    from studio.burn.burn import BurnOrder, burn_together
    from studio.burn.edit.engine import require_moviepy
    from studio.media.film import Film
    from studio.media.probe import probe
    from studio.presets.store import caption_style, video
    from studio.reel.music import Music
    from studio.reel.order import CardFile, ReelOf
else:
    BurnOrder = named("studio.burn.burn", "BurnOrder")
    burn_together = named("studio.burn.burn", "burn_together")
    require_moviepy = named("studio.burn.edit.engine", "require_moviepy")
    probe = named("studio.media.probe", "probe")
    caption_style = named("studio.presets.store", "caption_style")
    video = named("studio.presets.store", "video")
    Music = named("studio.reel.music", "Music")
    CardFile = named("studio.reel.order", "CardFile")
    ReelOf = named("studio.reel.order", "ReelOf")


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line, as plain values.

    `outputs`: each file with its tracks; `spans` as they were typed, none for the whole film.
    Cards are written as PICTURE or PICTURE@SECONDS, `join` as seconds. `poster_frame` is a time,
    "" for none but the preset's; `inputs` are not to be overwritten.
    """

    film: Path
    outputs: tuple[tuple[Path, tuple[Track, ...]], ...]
    captions: str
    video: str
    spans: tuple[str, ...]
    lower: bool
    join: str = "0"
    opening: str = ""
    ending: str = ""
    music: Path | None = None
    logo: Path | None = None
    title: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    sidecars: tuple[Sidecar, ...] = ()
    poster_frame: str = ""
    inputs: tuple[Path, ...] = ()


def burn_asked(request: Request, progress: Progress = SILENT) -> tuple[Burned, ...]:
    """Burn all that was asked for. Raises as `burn_together`, and BadValue for the range."""
    keep_no_large()
    with ThreadPoolExecutor(1) as beside:
        reading = beside.submit(probe, request.film, Span(progress, 0.0, 0.01))
        # Meanwhile: the disk is asked, the engine loaded.
        require_moviepy()
        import_module("studio.burn.burn")
        film = reading.result()
    burned = request.captions not in (NO_CAPTIONS, MUXED)
    preset, style = _preset(request), caption_style(request.captions) if burned else None
    for out, tracks in request.outputs:
        _refuse(beside_names(out, [one.language for one in tracks], preset), request.inputs)
    spans = [_range(text, film.video.rate) for text in request.spans]
    asked = (request.opening, request.ending, request.music, request.logo)
    if len(spans) < 2 and preset.reel.is_plain and not any(asked):
        start, stop = spans[0] if spans else (None, None)
        build = None
    else:
        start = stop = None
        build = _reel(request, film, spans)
    rate = film.video.rate
    at = parse_time(request.poster_frame, rate) if request.poster_frame else None
    muxed = request.captions == MUXED
    orders = [
        BurnOrder(film, tracks, style, preset, out, start, stop, request.lower, build, muxed, at)
        for out, tracks in request.outputs
    ]
    return burn_together(orders, Span(progress, 0.01, 1.0), abreast=True)


def _preset(request: Request) -> VideoPreset:
    """The preset with what the command asks for beside it."""
    preset = video(request.video)
    if request.poster_frame and not preset.poster_frame:
        preset = replace(preset, poster_frame="jpg")
    kinds = dict.fromkeys((*preset.sidecars, *request.sidecars))
    return replace(preset, sidecars=tuple(kinds))


def _refuse(outs: Sequence[Path], inputs: Sequence[Path]) -> None:
    for out, given in product(outs, inputs):
        if out.exists() and given.exists() and out.samefile(given):
            raise BadValue(
                f"{out} is one of the files that are read; it would be overwritten.",
                hint="Write to another name.",
            )


def _reel(
    request: Request, film: Film, spans: list[tuple[Fraction | None, Fraction | None]]
) -> ReelOf:
    """What was asked to stand around the film."""
    return ReelOf(
        tuple((a or Fraction(0), film.duration if b is None else b) for a, b in spans),
        parse_time(request.join),
        _card(request.opening),
        _card(request.ending),
        Music(request.music) if request.music is not None else None,
        request.logo,
        request.title,
        request.rows,
    )


def card_path(text: str) -> tuple[Path, Fraction]:
    """The file and the seconds of PICTURE or PICTURE@SECONDS, 3 where nothing is said.

    A name may hold an @ where what follows is no time.
    """
    name, mark, seconds = text.rpartition("@")
    try:
        return (Path(name), parse_time(seconds)) if mark else (Path(text), _CARD)
    except BadValue:
        return Path(text), _CARD


def _card(text: str) -> CardFile | None:
    return CardFile(*card_path(text)) if text else None


def _range(text: str, rate: FrameRate) -> tuple[Fraction | None, Fraction | None]:
    if not text:
        return None, None
    begin, mark, end = text.partition("-")
    if not mark:
        raise BadValue(f"--range {text}: not understood.", hint="Write 00:00:10-00:00:20.")
    start = parse_time(begin, rate) if begin.strip() else None
    stop = parse_time(end, rate) if end.strip() else None
    return start, stop
