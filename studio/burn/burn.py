"""Burning a film: the one call of the command line, the batch and the window."""

from __future__ import annotations

import contextlib
import glob
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from studio.burn.asked.burned import Burned
from studio.burn.asked.finding import Finding
from studio.burn.asked.preset import VideoPreset
from studio.burn.asked.wanted import MEGABYTE
from studio.burn.beside.company import Company
from studio.burn.beside.sidecars import lost_beside
from studio.burn.captions.cues import Captions
from studio.burn.checking import check_result, lost
from studio.burn.edit.plating import plates_for
from studio.burn.edit.reel import Reel, film_reel
from studio.burn.edit.reframing import framing_for
from studio.burn.edit.source import FilmSource
from studio.burn.encode import Encoded, Target, container_of, encode_into, encode_together
from studio.burn.fitting import TRIES, coarser, fitted, with_crf
from studio.burn.picture.form import form_of
from studio.captions.style import CaptionStyle
from studio.core.errors import BadValue
from studio.core.files import written
from studio.core.progress import SILENT, Progress, Span
from studio.core.said import said
from studio.media.film import Film
from studio.media.identity import check_unchanged, remember
from studio.media.probe import probe
from studio.subs.cue import Track

__all__ = ["BurnOrder", "Finding", "burn", "burn_order", "burn_together"]

# The share of the work that looking through the film is, where it is read before it is burned.
_LOOKING = 0.2
# Seconds without a byte after which a half-written file is nobody's any more.
_ABANDONED = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class BurnOrder:
    """What is to be burned: plain values, so that it can be handed to a child process.

    `style` None or no tracks give the textless film; the tracks still go beside it where the preset
    has sidecars, and into the file where they are `muxed`. `start` and `stop` are seconds from the
    first frame, None for all; `poster_at` is the film's second that the poster frame shows, None
    for the middle. `lower` False sends every picture through MoviePy. `build` makes another reel
    of it than the film with its captions.
    """

    film: Film
    tracks: tuple[Track, ...]
    style: CaptionStyle | None
    preset: VideoPreset
    out: Path
    start: Fraction | None = None
    stop: Fraction | None = None
    lower: bool = True
    build: Builder | None = None
    muxed: bool = False
    poster_at: Fraction | None = None

    @property
    def looks(self) -> CaptionStyle | None:
        """The style, clear of what the platform covers of the picture."""
        return self.style.clear_of(*self.preset.frame.covered) if self.style is not None else None


class Builder(Protocol):
    """Puts the reel of an order together; a value of a kind that can be handed to a process."""

    def __call__(self, order: BurnOrder) -> Reel:
        """Raises as `film_reel`, and CannotRead for what else it shows."""
        ...


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
    return burn_together((order,), progress)[0]


def burn_together(
    orders: Sequence[BurnOrder], progress: Progress = SILENT, *, abreast: bool = False
) -> tuple[Burned, ...]:
    """Several deliveries at once; those of one film that differ in their captions share decoding
    and all pieces that show the same.

    `abreast`, where nothing else is at work here, two pieces of a film may be made at a time.
    Raises as `burn_order`; only where a finished file cannot take its name others may have theirs
    already, else all outputs are as they were before.
    """
    _refuse(orders)
    with contextlib.ExitStack() as places:
        targets: list[Target] = []
        early = _look_first(orders, progress)
        for order in orders:
            reel = reel_of(order, Span(progress, 0, early))
            places.callback(reel.clip.close)
            kind = container_of(order.out, reel)
            _sweep(order.out)
            targets.append(Target(reel, places.enter_context(written(order.out)), kind))
        lower = all(order.lower for order in orders)
        shown = Span(progress, early, 0.97)
        made = encode_together(targets, shown, lower=lower, abreast=abreast)
        small = [
            _small(*three, Span(progress, 0.97, 0.97))
            for three in zip(orders, targets, made, strict=True)
        ]
        share = 0.03 / len(orders)
        done = tuple(
            _checked(order, target, one, Span(progress, 0.97 + n * share, 0.97 + (n + 1) * share))
            for n, (order, (target, one)) in enumerate(zip(orders, small, strict=True))
        )
    for one in done:
        remember(one.path, one.sha256)
    return done


def reel_of(order: BurnOrder, progress: Progress = SILENT) -> Reel:
    """The reel that an order asks for, at the quality that keeps to its size limit, with what goes
    into its file beside the picture. Raises as `film_reel` and `fitted`."""
    reel = _made(order, order.preset)
    if order.preset.max_megabytes:
        reel.clip.close()
        reel = _made(order, fitted(reel, progress, lower=order.lower))
    return _company(order).into(reel)


def _made(order: BurnOrder, preset: VideoPreset) -> Reel:
    if order.build is not None:
        return order.build(replace(order, preset=preset))
    return film_reel(order.film, order.tracks, order.looks, preset, order.start, order.stop)


def _refuse(orders: Sequence[BurnOrder]) -> None:
    """Raises BadValue where a film would be overwritten, or one output by another."""
    for number, order in enumerate(orders):
        if _is_same(order.film.path, order.out):
            raise BadValue(
                said("{out} is the film itself; it would be overwritten.", out=order.out),
                hint=said("Write to another name."),
            )
        if any(_is_same(order.out, other.out) for other in orders[:number]):
            raise BadValue(
                said("{out} is asked for twice.", out=order.out),
                hint=said("Give each file a name of its own."),
            )


def _checked(order: BurnOrder, target: Target, made: Encoded, progress: Progress) -> Burned:
    check_unchanged(order.film)
    result = probe(target.part, Span(progress, 0, 0.7))
    rows, differing = check_result(result, target.reel, made, Span(progress, 0.7, 1))
    files = _company(order).beside(target.reel)
    findings = (
        *made.findings,
        *lost(order.film, made.form),
        *lost_beside(files.subtitles),
        *differing,
    )
    # The film takes its name last: where it stands, all that goes with it stands.
    beside = files.write()
    return Burned(
        order.out,
        result.video.coded,
        made.form.rate,
        made.frames,
        result.duration,
        result.sha256,
        made.kept,
        made.segments,
        findings,
        rows,
        beside,
    )


def _look_first(orders: Sequence[BurnOrder], progress: Progress) -> float:
    """Read films for what their reels will ask; returns the share of the work that this was."""
    asking = [order for order in orders if _looks_first(order)]
    for number, order in enumerate(asking):
        share = _LOOKING / len(asking)
        _look(order, Span(progress, number * share, (number + 1) * share))
    return _LOOKING if asking else 0.0


def _looks_first(order: BurnOrder) -> bool:
    """Whether the film is read before it is burned: for a window that follows, or for plates."""
    plate = order.looks.plate if order.looks is not None and order.tracks else None
    return order.preset.frame.mode == "follow" or (plate is not None and plate.when == "needed")


def _look(order: BurnOrder, progress: Progress) -> None:
    """Read the film for what the reel will ask, which then is at hand."""
    film = order.film
    form = form_of(film, order.preset)
    framing_for(film, form, Span(progress, 0, 0.5))
    if order.looks is not None and order.tracks:
        captions = Captions(order.tracks, order.looks, form.rate)
        source = FilmSource(film, form if form.view is not None else None)
        span = order.start or Fraction(0), order.stop or film.duration
        try:
            plates_for(source, form, captions, span, Span(progress, 0.5, 1))
        finally:
            source.close()


def _company(order: BurnOrder) -> Company:
    return Company(order.film, order.out, order.tracks, order.muxed, order.poster_at)


def _small(
    order: BurnOrder, target: Target, made: Encoded, progress: Progress
) -> tuple[Target, Encoded]:
    """What was written, or written again where it is over its size limit."""
    limit = order.preset.max_megabytes * MEGABYTE
    for _ in range(TRIES - 1):
        size = target.part.stat().st_size
        if not limit or size <= limit:
            break
        preset = target.reel.preset
        reel = _made(order, with_crf(preset, coarser(preset.picture.crf, size, limit)))
        reel = _company(order).into(reel)
        target = replace(target, reel=reel)
        try:
            made = encode_into(reel, target.part, target.kind, progress, lower=order.lower)
        finally:
            reel.clip.close()
    return target, made


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
