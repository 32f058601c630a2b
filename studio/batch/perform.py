"""Doing jobs in a worker: a poster painted or films burned, then their hashes and thumbnails."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from studio.batch.beside import hashes
from studio.batch.job import CardWork, Job, PosterWork, ReelWork, overrides_of
from studio.batch.made import thumb_path
from studio.batch.reel_making import card_format, parts_of
from studio.batch.remark import Remark, remark_of
from studio.burn.asked.burned import Burned
from studio.burn.assist import assist
from studio.burn.burn import BurnOrder, burn_together
from studio.burn.edit.reel import Reel
from studio.campaign.document import MUXED, NO_CAPTIONS
from studio.core.errors import BadValue, CannotRead, CannotWrite
from studio.core.files import sha256, write_bytes
from studio.core.geometry import Size, fit
from studio.core.memory import keep_no_large
from studio.core.progress import Progress, Span
from studio.core.said import said
from studio.core.time import clock
from studio.core.words import size_words
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.media.identity import check_unchanged
from studio.media.probe import probe
from studio.poster.branding import branded_layout
from studio.poster.document import PosterCopy
from studio.poster.exports.write import export_poster
from studio.poster.format import in_kind
from studio.poster.make import poster_of
from studio.poster.paint import ground, type_layer
from studio.poster.still import Deep, Still, deepened, still_of
from studio.poster.telling import tone_words
from studio.presets import store
from studio.reel.cards import CardPicture
from studio.reel.parts import programme
from studio.stills.faces import faces

Picture = npt.NDArray[np.uint8]
_Done = tuple[list[Remark], Picture, list[str], float]
"""Remarks, picture, log, and the share of the work that had not been done before."""
THUMB = Size(320, 240)


def perform(order: Mapping[str, Any], progress: Progress) -> dict[str, Any]:
    """Do the job `order["job"]` into the folder `order["out"]`; the answer is plain data.

    Raises StudioError; leaves no half file.
    """
    return perform_group({"jobs": [order["job"]], "out": order["out"]}, progress)[0]


def perform_group(order: Mapping[str, Any], progress: Progress) -> list[dict[str, Any]]:
    """Do the jobs `order["jobs"]`, several only where they burn one film with one preset.

    The answers stand in their order, each as `perform` gives it. Raises as that; then none of the
    films is there. With `order["help"]` pieces are made of films that another worker writes.
    """
    helped = order.get("help", [])
    jobs = [Job.from_plain(one) for one in helped or order["jobs"]]
    out = Path(order["out"])
    first = jobs[0]
    film = _film(first.source, first.source_sha256, first.read_as)
    if first.poster_work is not None and len(jobs) == 1:
        target = out / first.output
        done = _poster(first, first.poster_work, film, target, progress)
        return [_told(first, film, out, done, sha256(target))]
    keep_no_large()
    orders = [_order(job, film, out / job.output) for job in jobs]
    if helped:
        assist(orders, progress)
        return []
    made = burn_together(orders, Span(progress, 0, 0.98))
    return [
        _told(job, film, out, _burned(ordered, one), one.sha256, one)
        for job, ordered, one in zip(jobs, orders, made, strict=True)
    ]


def _told(
    job: Job, film: Film, out: Path, done: _Done, digest: str, burned: Burned | None = None
) -> dict[str, Any]:
    """The answer for a job that is done, whose thumbnail it writes."""
    problems, picture, log, share = done
    target = out / job.output
    _write_thumb(thumb_path(out, job.key), picture)
    read = said("Read {path}", path=film.path)
    size = said("Wrote {path}, {size}", path=target, size=size_words(target.stat().st_size))
    told = [read, *log, size]
    return {
        "sha256": digest,
        "problems": problems,
        "log": told,
        "share": share,
        "beside": hashes(out, burned.beside) if burned else {},
        "sheet": burned.sheet if burned else (),
    }


@lru_cache(maxsize=16)
def _film(source: str, digest: str, read_as: str) -> Film:
    film = probe(Path(source), overrides=overrides_of(read_as))
    if film.sha256 != digest:
        raise CannotRead(
            said("{source} has changed since the export was planned.", source=source),
            hint=said("Export again."),
        )
    return film


@lru_cache(maxsize=4)
def _still(film: Film, seconds: str, focus: tuple[float, float] | None) -> tuple[int, Still]:
    """A frame as posters show it; neighbouring jobs show the same one."""
    with FrameReader(film) as reader:
        frame = reader.at(Fraction(seconds))
        picture = frame.still()
    found = faces(np.ascontiguousarray(picture[..., ::-1]))
    return frame.pts, still_of(picture, focus, found)


@lru_cache(maxsize=1)
def _deep(film: Film, seconds: str) -> Deep:
    """The same frame in 16 bits."""
    with FrameReader(film) as reader:
        return reader.at(Fraction(seconds)).still16()


def _poster(job: Job, work: PosterWork, film: Film, target: Path, progress: Progress) -> _Done:
    if not work.seconds:
        raise BadValue(
            said("The still of the poster “{poster}” has not been chosen.", poster=job.poster)
        )
    pts, still = _still(film, work.seconds, work.focus)
    # Before anything is put in place: a mixture of two films is no output.
    check_unchanged(film)
    form = in_kind(store.poster_format(job.preset), work.kind, work.icc)
    copy = _copy_of(job, work, job.languages)
    if form.is_deep:
        still = deepened(still, _deep(film, work.seconds))
    made = poster_of(still, store.template(work.template), form, copy)
    meta = {
        "SourceSHA256": film.sha256,
        "SourcePTS": str(pts),
        "SourceTimeBase": str(film.video.time_base),
        "Template": work.template,
        "Job": job.key,
    }
    written = export_poster(made, target, form, meta, Span(progress, 0.3, 1.0))
    problems = [remark_of(one) for one in (*made.problems, *written)]
    small = made.image.convert("RGB")
    small.thumbnail((THUMB.width, THUMB.height))
    log = said(
        "Set over the frame at {time}: template {template}, {size} px",
        time=clock(Fraction(work.seconds)),
        template=work.template,
        size=f"{made.image.width} × {made.image.height}",
    )
    return problems, np.asarray(small), [log, *tone_words(made.layout)], 1.0


def _order(job: Job, film: Film, target: Path) -> BurnOrder:
    work = job.film_work
    if work is None:
        raise BadValue(said("The job for {output} says nothing to make.", output=job.output))
    preset = store.video(job.preset)
    if work.loudness is not None:
        preset = replace(preset, loudness=work.loudness)
    burned = work.captions not in (NO_CAPTIONS, MUXED)
    style = store.caption_style(work.captions) if burned else None
    tracks = tuple(track.track() for track in work.tracks)
    build = partial(_reel, job, work.reel) if work.reel is not None else None
    return BurnOrder(
        film,
        tracks,
        style,
        preset,
        target,
        build=build,
        muxed=work.captions == MUXED,
        poster_at=Fraction(work.poster_at) if work.poster_at else None,
    )


def _reel(job: Job, work: ReelWork, order: BurnOrder) -> Reel:
    """What a film is shown with, put together."""
    parts = parts_of(job, work, order.film, partial(_card_picture, job, order.film))
    return programme(order.film, order.tracks, order.looks, order.preset, parts)


def _card_picture(job: Job, film: Film, card: CardWork, size: Size) -> CardPicture:
    """The poster of a card at `size`, in the languages of the delivery; its type stands still."""
    work = card.poster
    if work is None or not work.seconds:
        raise BadValue(said("The still of a card of {film} has not been chosen.", film=job.film))
    _, still = _still(film, work.seconds, work.focus)
    copy = _copy_of(job, work, card.languages)
    placed = branded_layout(store.template(work.template), card_format(size), copy, still)
    return CardPicture(np.ascontiguousarray(ground(placed, still)), type_layer(placed))


def _copy_of(job: Job, work: PosterWork, languages: tuple[str, ...]) -> PosterCopy:
    brand = work.brand.placed(job.files) if work.brand is not None else None
    return PosterCopy(
        languages, work.copy, work.title, work.legal, brand, work.adjust, work.place,
        work.credits, work.honours, work.number,
    )  # fmt: skip


def _burned(order: BurnOrder, done: Burned) -> _Done:
    tracks = order.tracks
    shown = tracks[0].cues[0] if tracks and tracks[0].cues else None
    middle = Fraction(shown.start + shown.end, 2000) if shown else order.film.duration / 2
    if order.build is not None:
        middle = done.seconds / 2
    with FrameReader(probe(done.path)) as reader:
        picture = reader.at(middle).rgb()
    made = said("Encoded {frames:,} frames in {n} pieces", frames=done.frames, n=done.segments)
    log: list[str] = [made]
    share = 1 - done.kept / max(1, done.segments)
    if done.kept:
        log.append(said("{kept} of the pieces were there from before", kept=done.kept))
    log += [
        said("Wrote {path}, {size}", path=path, size=size_words(path.stat().st_size))
        for path in done.beside
    ]
    # What was asked for by a figure; the rest stands in the report.
    log += [
        said("{what}: {found}", what=row.what, found=row.found)
        for row in done.sheet
        if row.wanted != row.found
    ]
    problems = [Remark(one.severity, one.message) for one in done.findings]
    return problems, picture, log, share


def _write_thumb(path: Path, picture: Picture) -> None:
    size = fit(Size(picture.shape[1], picture.shape[0]), THUMB)
    small = cv2.resize(picture, (size.width, size.height), interpolation=cv2.INTER_AREA)
    done, data = cv2.imencode(
        ".jpg", np.ascontiguousarray(small[..., ::-1]), [cv2.IMWRITE_JPEG_QUALITY, 85]
    )
    if not done:
        raise CannotWrite(said("{path} cannot be encoded as JPEG.", path=path))
    write_bytes(path, data.tobytes())
