"""Plans of films to fit on: more dissolves of more lengths between shots of more kinds."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from tests.glued.plan import (
    CLEAR,
    DRAWN,
    SCENE,
    SWEEP,
    Camera,
    Crossing,
    Exposure,
    Join,
    Piece,
    Plan,
    Title,
    others,
    troubled,
)

_JOINS = (("cut", 38), ("dissolve", 50), ("fade to black", 8), ("fade to white", 4))
# Frames of a dissolve: as often between the first two as between any others twice as far apart.
_SHORTEST, _LONGEST = 7, 56
_USUAL = (14, 90)


def varied(seed: str, films: Sequence[str], pieces: int = 15) -> Plan:
    """A glued film from shots of `films`, cropped, mirrored, quickened or held, and drawn ones."""
    chance = random.Random(seed)
    joins = tuple(_join(chance) for _ in range(pieces - 1))
    made: list[Piece] = []
    for number in range(pieces):
        before = joins[number - 1] if number else Join("cut")
        after = joins[number] if number < pieces - 1 else Join("cut")
        least = (before.out if before.kind == "dissolve" else before.into) + after.out
        frames = max(chance.randint(*_USUAL), least + chance.randint(2, 2 * CLEAR))
        made.append(_piece(chance, films, made[-1] if made else None, frames))
    return Plan(
        seed=seed,
        pieces=tuple(made),
        joins=joins,
        rate=chance.choice((24, 24, 25, 30)),
        watermark=chance.random() < 0.2,
        grain=chance.choice((0.0, 0.0, 0.0, 2.5, 5.0)),
        look=chance.choices(("plain", "dark", "grey"), (70, 18, 12))[0],
        fill=chance.random() < 0.6,
        quality=chance.choice((17, 21, 26, 31)),
    )


def swept(seed: str, films: Sequence[str]) -> Plan:
    """The same, where the camera is swung over a drawn picture in half of the pieces."""
    whole = varied(seed, films)
    chance = random.Random(f"{seed} swept")
    pieces = (
        replace(one, source=SWEEP, start=chance.randrange(1 << 30), every=1, still=False)
        if chance.random() < 0.5
        else one
        for one in whole.pieces
    )
    return replace(whole, pieces=tuple(pieces))


def _join(chance: random.Random) -> Join:
    kind = chance.choices([name for name, _ in _JOINS], [many for _, many in _JOINS])[0]
    if kind == "cut":
        return Join(kind)
    if kind == "dissolve":
        length = round(_SHORTEST * (_LONGEST / _SHORTEST) ** chance.random())
        return Join(kind, length, eased=chance.random() < 0.35)
    length = chance.choice((6, 12) if kind == "fade to white" else (8, 12, 16, 24))
    return Join(kind, length, chance.randint(1, 10), length, eased=chance.random() < 0.3)


def _piece(chance: random.Random, films: Sequence[str], before: Piece | None, frames: int) -> Piece:
    if chance.random() < 0.3:
        source = SCENE if chance.random() < 0.8 else DRAWN
        piece = Piece(source, chance.randrange(1 << 30), frames)
    else:
        piece = _real(chance, films, before, frames)
    piece = replace(
        piece,
        held=chance.choices((1, 2, 3), (80, 14, 6))[0],
        pan=chance.choice((0.004, 0.012, 0.02)) if chance.random() < 0.1 else 0.0,
        shake=chance.choice((1.0, 2.5)) if chance.random() < 0.1 else 0.0,
        camera=_camera(chance, frames) if chance.random() < 0.6 else None,
    )
    return _disturbed(chance, piece) if frames >= 4 * CLEAR else piece


def _real(chance: random.Random, films: Sequence[str], before: Piece | None, frames: int) -> Piece:
    film = chance.choice(films)
    every = chance.choice((1, 1, 1, 1, 2, 3))
    still = chance.random() < 0.08
    need = 1 if still else (frames - 1) * every + 1
    shots = [one for one in others(film, before) if one[1] - one[0] >= need]
    if not shots:
        return Piece(SCENE, chance.randrange(1 << 30), frames)
    start, stop = chance.choice(shots)
    return Piece(film, chance.randint(start, stop - need), frames, every=every, still=still)


def _camera(chance: random.Random, frames: int) -> Camera:
    """A window that stands still, drifts, or moves at any pace up to across the picture."""
    share = chance.uniform(0.4, 1.0)
    begin = (chance.random(), chance.random(), share)
    mirrored = chance.random() < 0.5
    if chance.random() < 0.5:
        return Camera(begin, begin, mirrored)
    pace = chance.choice((0.001, 0.003, 0.01)) * frames
    end = tuple(min(1.0, max(0.0, at + chance.uniform(-pace, pace))) for at in begin[:2])
    far = min(1.0, max(0.3, share * (1 + chance.uniform(-pace, pace) * 0.5)))
    return Camera(begin, (end[0], end[1], far), mirrored)


def _disturbed(chance: random.Random, piece: Piece) -> Piece:
    """With what is no change of shots: what judged films have, slow lights, titles, crossings."""
    kind = chance.random()
    room = piece.frames - 2 * CLEAR
    if kind < 0.5:
        return troubled(chance, piece)
    if kind < 0.6:
        frames = min(room, chance.randint(6, 40))
        at = CLEAR + chance.randrange(room - frames + 1)
        gain = chance.choice((0.3, 0.45, 0.6, 1.35, 1.6, 2.2))
        return replace(piece, exposure=Exposure(at, frames, gain))
    if kind < 0.7:
        frames = min(room, chance.randint(4, 30))
        at = CLEAR + chance.randrange(room - frames + 1)
        return replace(piece, title=Title(at, frames, chance.randrange(1 << 30)))
    if kind < 0.78:
        frames = min(room, chance.randint(8, 40))
        at = CLEAR + chance.randrange(room - frames + 1)
        return replace(piece, crossing=Crossing(at, frames, chance.randrange(1 << 30)))
    return piece
