"""From a plan to an encoded film."""

from __future__ import annotations

import random
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

from tests.glued.drawing import crossed, drawn
from tests.glued.footage import HEIGHT, ROWS, WIDTH, Footage
from tests.glued.moving import filmed, titled
from tests.glued.plan import DRAWN, SCENE, SWEEP, Exposure, Flash, Join, Piece, Plan
from tests.glued.scenes import scene, sweep

_WHITE, _BLACK, _GREY = 235.0, 16.0, 128.0
# What a picture of 4:2:0 samples is led to or multiplied about: black, and no colour.
_ZERO = np.full((ROWS, 1), _GREY, np.float32)
_ZERO[:HEIGHT] = _BLACK
_SOURCE = 0.7


def glue(plan: Plan, footage: Footage, path: Path) -> Path:
    """Write the film of `plan` to `path`. `footage` must have gathered its pieces."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=Fraction(plan.rate))
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.options = {"preset": "veryfast", "crf": str(plan.quality), "threads": "1"}
        for picture in _finished(plan, footage):
            frame = av.VideoFrame.from_ndarray(picture, format="yuv420p")
            for packet in stream.encode(frame):
                container.mux(packet)
        for packet in stream.encode(None):
            container.mux(packet)
    return path


def _finished(plan: Plan, footage: Footage) -> Iterator[np.ndarray]:
    """Joined frames with what lies over the whole film: look, watermark, grain."""
    rng = np.random.default_rng(random.Random(plan.seed).randrange(1 << 30))
    mark = _watermark(rng) if plan.watermark else None
    for joined in _joined(plan, footage):
        picture = joined.astype(np.float32)
        if plan.look == "grey":
            picture[HEIGHT:] = _GREY
        elif plan.look == "dark":
            picture = _ZERO + (picture - _ZERO) * 0.3
        if mark is not None:
            picture = picture * (1 - mark[0]) + mark[1] * mark[0]
        if plan.grain:
            picture[:HEIGHT] += rng.normal(0, plan.grain, (HEIGHT, WIDTH)).astype(np.float32)
        yield np.clip(np.rint(picture), 0, 255).astype(np.uint8)


def _joined(plan: Plan, footage: Footage) -> Iterator[np.ndarray]:
    rest = _played(plan.pieces[0], footage, fill=plan.fill)
    for piece, join in zip(plan.pieces[1:], plan.joins, strict=True):
        after = _played(piece, footage, fill=plan.fill)
        if join.kind == "cut":
            yield from rest
        elif join.kind == "dissolve":
            yield from rest[: -join.out]
            share = _shares(join.out, eased=join.eased)[:, None, None]
            both = rest[-join.out :] * (1 - share) + after[: join.out] * share
            yield from np.rint(both).astype(np.uint8)
            after = after[join.out :]
        else:
            yield from _faded(rest, join, out=True)
            level = _level(join)
            yield from np.repeat(np.broadcast_to(level, (1, ROWS, WIDTH)), join.hold, axis=0)
            after = _faded(after, join, out=False)
        rest = after
    yield from rest


def _shares(count: int, *, eased: bool) -> np.ndarray:
    share = (np.arange(count, dtype=np.float32) + 1) / (count + 1)
    return share * share * (3 - 2 * share) if eased else share


def _level(join: Join) -> np.ndarray:
    level = _ZERO.copy()
    level[:HEIGHT] = _WHITE if join.kind == "fade to white" else _BLACK
    return level


def _faded(pictures: np.ndarray, join: Join, *, out: bool) -> np.ndarray:
    """The last or first frames led to or from the join's level."""
    made = pictures.astype(np.float32)
    count = join.out if out else join.into
    share = _shares(count, eased=join.eased)[:, None, None]
    if out:
        made[-count:] = made[-count:] * (1 - share) + _level(join) * share
    else:
        made[:count] = made[:count] * share + _level(join) * (1 - share)
    return np.rint(made).astype(np.uint8)


def _played(piece: Piece, footage: Footage, *, fill: bool) -> np.ndarray:
    """(frames, ROWS, WIDTH) uint8 with everything that happens within the piece."""
    made = _source(piece, footage, fill=fill)
    made = made[np.arange(piece.frames) // piece.held * piece.held]
    if piece.camera is not None:
        made = filmed(made, piece.camera)
    if piece.title is not None:
        made = titled(made, piece.title)
    if piece.pan or piece.shake:
        made = np.stack([_moved(one, piece, number) for number, one in enumerate(made)])
    if piece.crossing is not None:
        one = piece.crossing
        made = crossed(made, one.at, one.frames, one.seed)
    if piece.exposure is not None:
        made = _exposed(made, piece.exposure)
    for flash in piece.flashes:
        made = _flashed(made, flash)
    return made


def _source(piece: Piece, footage: Footage, *, fill: bool) -> np.ndarray:
    if piece.source == DRAWN:
        return drawn(piece.start, piece.frames)
    if piece.source == SCENE:
        return scene(piece.start, piece.frames)
    if piece.source == SWEEP:
        return sweep(piece.start, piece.frames)
    taken = footage.piece(piece, fill=fill)
    return taken[np.minimum(np.arange(piece.frames) * piece.every, len(taken) - 1)]


def _moved(picture: np.ndarray, piece: Piece, number: int) -> np.ndarray:
    """What a window of 70 % sees that pans to and fro, or shakes, scaled back up."""
    chance = random.Random(f"{piece.start}/{number}")
    width, height = round(WIDTH * _SOURCE), round(HEIGHT * _SOURCE)
    free = WIDTH - width
    turn = (number * piece.pan * WIDTH) % (2 * free)
    left = turn if turn <= free else 2 * free - turn
    left = min(max(left + chance.uniform(-1, 1) * piece.shake, 0), free)
    top = (HEIGHT - height) / 2 + chance.uniform(-1, 1) * piece.shake
    planes = [picture[:HEIGHT], *picture[HEIGHT:].reshape(2, HEIGHT // 2, WIDTH // 2)]
    made = np.empty_like(picture)
    outs = [made[:HEIGHT], *made[HEIGHT:].reshape(2, HEIGHT // 2, WIDTH // 2)]
    for source, target in zip(planes, outs, strict=True):
        unit = source.shape[1] / WIDTH
        warp = np.array([[_SOURCE, 0, left * unit], [0, _SOURCE, top * unit]], np.float32)
        size = (source.shape[1], source.shape[0])
        way = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        target[:] = cv2.warpAffine(source, warp, size, flags=way, borderMode=cv2.BORDER_REPLICATE)
    return made


def _exposed(pictures: np.ndarray, one: Exposure) -> np.ndarray:
    made = pictures.astype(np.float32)
    share = np.clip((np.arange(len(made)) - one.at + 1) / one.frames, 0, 1)
    gain = (1 + (one.gain - 1) * share).astype(np.float32)[:, None, None]
    made = _ZERO + (made - _ZERO) * gain
    made[:, :HEIGHT] = np.clip(made[:, :HEIGHT], _BLACK, _WHITE)
    return np.clip(np.rint(made), 0, 255).astype(np.uint8)


def _flashed(pictures: np.ndarray, one: Flash) -> np.ndarray:
    made = pictures.copy()
    level = _ZERO.copy()
    level[:HEIGHT] = _WHITE
    for number in range(one.at, one.at + one.frames):
        # The second frame of a flash glows on.
        strength = one.strength * (1.0 if number == one.at else 0.7)
        lit = made[number] * (1 - strength) + level * strength
        made[number] = np.rint(lit).astype(np.uint8)
    return made


def _watermark(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """(cover, paint) of a logo in the upper right corner, sometimes with a line of type below."""
    drawn_on = np.zeros((HEIGHT, WIDTH), np.uint8)
    x = int(rng.integers(WIDTH - 70, WIDTH - 40))
    cv2.circle(drawn_on, (x, 24), 12, 200, -1, cv2.LINE_AA)
    cv2.putText(drawn_on, "TV", (x + 12, 30), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 200, 2, cv2.LINE_AA)
    if rng.random() < 0.4:
        words = "FOR REVIEW ONLY"
        cv2.putText(drawn_on, words, (60, 168), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 180, 2, cv2.LINE_AA)
    cover = drawn_on.astype(np.float32) / 255
    whole = np.zeros((ROWS, WIDTH), np.float32)
    whole[:HEIGHT] = cover
    half = cv2.resize(cover, (WIDTH // 2, HEIGHT // 2), interpolation=cv2.INTER_AREA)
    whole[HEIGHT:].reshape(2, HEIGHT // 2, WIDTH // 2)[:] = half
    paint = np.full((ROWS, WIDTH), _GREY, np.float32)
    paint[:HEIGHT] = 210.0
    return whole, paint
