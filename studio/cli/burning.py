"""What `lobbycard burn` has done in its child process: the film read, the range found, all burned.

Only the child loads what probes, paints and encodes: a person waits for that once.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from studio.core.errors import BadValue
from studio.core.later import named
from studio.core.progress import SILENT, Progress, Span
from studio.core.time import FrameRate, parse_time
from studio.subs.cue import Track

if TYPE_CHECKING:
    from studio.burn.burn import Burned, BurnOrder, burn_together
    from studio.burn.engine import require_moviepy
    from studio.media.probe import probe
    from studio.presets.store import caption_style, video
else:
    BurnOrder = named("studio.burn.burn", "BurnOrder")
    burn_together = named("studio.burn.burn", "burn_together")
    require_moviepy = named("studio.burn.engine", "require_moviepy")
    probe = named("studio.media.probe", "probe")
    caption_style = named("studio.presets.store", "caption_style")
    video = named("studio.presets.store", "video")


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked for on the command line, as plain values.

    `outputs`: each file with its tracks; `span` as it was typed, "" for the whole film.
    """

    film: Path
    outputs: tuple[tuple[Path, tuple[Track, ...]], ...]
    captions: str
    video: str
    span: str
    lower: bool


def burn_asked(request: Request, progress: Progress = SILENT) -> tuple[Burned, ...]:
    """Burn all that was asked for. Raises as `burn_together`, and BadValue for the range."""
    require_moviepy()
    preset, style = video(request.video), caption_style(request.captions)
    film = probe(request.film, Span(progress, 0.0, 0.01))
    start, stop = _range(request.span, film.video.rate)
    orders = [
        BurnOrder(film, tracks, style, preset, out, start, stop, request.lower)
        for out, tracks in request.outputs
    ]
    return burn_together(orders, Span(progress, 0.01, 1.0))


def _range(text: str, rate: FrameRate) -> tuple[Fraction | None, Fraction | None]:
    if not text:
        return None, None
    begin, mark, end = text.partition("-")
    if not mark:
        raise BadValue(f"--range {text}: not understood.", hint="Write 00:00:10-00:00:20.")
    start = parse_time(begin, rate) if begin.strip() else None
    stop = parse_time(end, rate) if end.strip() else None
    return start, stop
