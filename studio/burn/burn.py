"""Burning a film: the one call of the command line, the batch and the window."""

from __future__ import annotations

import contextlib
import glob
import time
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from studio.burn.checking import check_result, lost, misset
from studio.burn.cues import Captions
from studio.burn.encode import container_of, encode_into
from studio.burn.finding import Finding
from studio.burn.form import form_of
from studio.burn.plating import plates_for
from studio.burn.preset import VideoPreset
from studio.burn.reel import film_reel
from studio.burn.reframing import framing_for
from studio.burn.source import FilmSource
from studio.captions.style import CaptionStyle
from studio.core.errors import BadValue
from studio.core.files import written
from studio.core.geometry import Size
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.core.time import FrameRate
from studio.media.film import Film
from studio.media.identity import check_unchanged
from studio.media.probe import probe
from studio.subs.cue import Track

__all__ = ["BurnOrder", "Burned", "Finding", "burn", "burn_order"]

# The share of the work that looking through the film is, where it is read before it is burned.
_LOOKING = 0.2
# Seconds without a byte after which a half-written file is nobody's any more.
_ABANDONED = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class BurnOrder:
    """What is to be burned: plain values, so that it can be handed to a child process.

    `style` None or no tracks give the textless film. `start` and `stop` are seconds from the
    first frame, None for all. `lower` False sends every picture through MoviePy.
    """

    film: Film
    tracks: tuple[Track, ...]
    style: CaptionStyle | None
    preset: VideoPreset
    out: Path
    start: Fraction | None = None
    stop: Fraction | None = None
    lower: bool = True


@dataclass(frozen=True, slots=True)
class Burned:
    """A delivery, as probing it again found it.

    `size` is coded; `rate` None where it varies; `kept` of `segments` pieces were made before.
    """

    path: Path
    size: Size
    rate: FrameRate | None
    frames: int
    seconds: Fraction
    sha256: str
    kept: int
    segments: int
    findings: tuple[Finding, ...]


def burn(
    film: Film,
    tracks: tuple[Track, ...],
    style: CaptionStyle | None,
    preset: VideoPreset,
    out: Path,
    progress: Progress = SILENT,
) -> Burned:
    """The whole film with its captions; see `burn_order`."""
    return burn_order(BurnOrder(film, tracks, style, preset, out), progress)


def burn_order(order: BurnOrder, progress: Progress = SILENT) -> Burned:
    """Encode, probe what was written, compare it with the preset, and only then put it in place.

    Raises Missing without MoviePy; BadValue for an order that cannot be; CannotRead, CannotWrite,
    ToolFailed, Cancelled. Whatever is raised, the output is as it was before.
    """
    if _is_same(order.film.path, order.out):
        raise BadValue(
            said("{out} is the film itself; it would be overwritten.", out=order.out),
            hint=said("Write to another name."),
        )
    film = order.film
    early = _LOOKING if _looks_first(order) else 0.0
    if early:
        _look(order, Span(progress, 0, early))
    reel = film_reel(film, order.tracks, order.style, order.preset, order.start, order.stop)
    kind = container_of(order.out, reel)
    _sweep(order.out)
    try:
        with written(order.out) as part:
            encoded = encode_into(reel, part, kind, Span(progress, early, 0.97), lower=order.lower)
            check_unchanged(film)
            result = probe(part, Span(progress, 0.97, 1.0))
            differing = (*misset(reel, encoded.form), *check_result(result, reel, encoded))
    finally:
        reel.clip.close()
    findings = (*encoded.findings, *lost(film, encoded.form), *differing)
    return Burned(
        order.out,
        result.video.coded,
        encoded.form.rate,
        encoded.frames,
        result.duration,
        result.sha256,
        encoded.kept,
        encoded.segments,
        findings,
    )


def _looks_first(order: BurnOrder) -> bool:
    """Whether the film is read before it is burned: for a window that follows, or for plates."""
    plate = order.style.plate if order.style is not None and order.tracks else None
    return order.preset.frame.mode == "follow" or (plate is not None and plate.when == "needed")


def _look(order: BurnOrder, progress: Progress) -> None:
    """Read the film for what the reel will ask, which then is at hand."""
    film = order.film
    form = form_of(film, order.preset)
    framing_for(film, form, Span(progress, 0, 0.5))
    if order.style is not None and order.tracks:
        captions = Captions(order.tracks, order.style, form.rate)
        source = FilmSource(film, form if form.view is not None else None)
        span = order.start or Fraction(0), order.stop or film.duration
        try:
            plates_for(source, form, captions, span, Span(progress, 0.5, 1))
        finally:
            source.close()


def _sweep(out: Path) -> None:
    """Remove what a killed burn of this name left beside it; one that runs is still writing."""
    pattern = f".{glob.escape(out.stem[:20])}.????????.part{glob.escape(out.suffix)}"
    for path in out.parent.glob(pattern):
        # Somebody else may be quicker, or may not let us.
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                path.unlink()


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()
