"""What a glued film shows, frame by frame, before any picture is made: pieces, joins, the truth."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

Shots = Mapping[str, Sequence[tuple[int, int]]]

# Frames (start, stop) of single shots of the real films: between all that eager detectors found,
# each looked at; what was doubtful is left out.
SHOTS: Shots = {
    name: tuple((start, stop) for start, stop in rows)
    for name, rows in json.loads(Path(__file__).with_name("shots.json").read_text()).items()
}
# What the weights and thresholds were set on, and what they are judged by. The seeds of plans are
# told apart by their first word: those that begin with "tune" were looked at while tuning.
TUNING = (
    "big_buck_bunny_full_720p24.mp4",
    "tears_of_steel_battle_800x332_vp8.webm",
    "popeye_1936_4x3_1440x1074_pgs.mkv",
)
HELD_OUT = tuple(name for name in SHOTS if name not in TUNING)
DRAWN = "drawn"
# Drawn by `scenes`: for fitting only, so that what is judged stays as it was.
SCENE, SWEEP = "scene", "sweep"
_DISSOLVES = (8, 12, 24, 48)
# Shots of a few frames, and all others.
_BRIEF = (3, 8)
_USUAL = (22, 76)
_JOINS = (("cut", 58), ("dissolve", 26), ("fade to black", 10), ("fade to white", 6))
CLEAR = 5


@dataclass(frozen=True, slots=True)
class Change:
    """A true boundary: the frame of a cut (`stop` is the same), or the span of a gradual one."""

    kind: str
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Flash:
    """`frames` frames from `at` on, led towards white by `strength` 0 to 1."""

    at: int
    frames: int
    strength: float


@dataclass(frozen=True, slots=True)
class Exposure:
    """Brightness times `gain` from frame `at` on, reached over `frames`, to the piece's end."""

    at: int
    frames: int
    gain: float


@dataclass(frozen=True, slots=True)
class Crossing:
    """A large thing crosses the picture in `frames` frames from `at` on."""

    at: int
    frames: int
    seed: int


@dataclass(frozen=True, slots=True)
class Title:
    """Words of their own for each seed come over the picture from frame `at` on, in `frames`."""

    at: int
    frames: int
    seed: int


@dataclass(frozen=True, slots=True)
class Camera:
    """What a camera sees of a picture at a piece's begin and end: (left, top, share), 0 to 1.

    `mirrored`: left is right.
    """

    begin: tuple[float, float, float]
    end: tuple[float, float, float]
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """One shot: `frames` frames of `source` from `start`; a drawn one has its seed in `start`.

    `held`: for how many frames each picture stands. `pan`: what a window takes of the picture's
    width each frame, 0 for the whole picture. `shake`: pixels of an unsteady hand. `every`: how
    many frames of the source one of the piece takes. `still`: only the first of them is shown.
    """

    source: str
    start: int
    frames: int
    held: int = 1
    pan: float = 0.0
    shake: float = 0.0
    flashes: tuple[Flash, ...] = ()
    exposure: Exposure | None = None
    crossing: Crossing | None = None
    every: int = 1
    still: bool = False
    camera: Camera | None = None
    title: Title | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """How a piece gives way to the next: `out` frames of the first, `hold` flat, `into` frames.

    The `out` frames of a dissolve are those that both pieces share. `eased`: slow, fast, slow.
    """

    kind: str
    out: int = 0
    hold: int = 0
    into: int = 0
    eased: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """A glued film. `look`: plain, dark or grey. `fill`: no bars. `grain`: deviation of luma."""

    seed: str
    pieces: tuple[Piece, ...]
    joins: tuple[Join, ...]
    rate: int
    watermark: bool
    grain: float
    look: str
    fill: bool
    quality: int

    def starts(self) -> tuple[int, ...]:
        """The frame at which each piece begins to be seen."""
        starts = [0]
        for piece, join in zip(self.pieces, self.joins, strict=False):
            overlap = join.out if join.kind == "dissolve" else -join.hold
            starts.append(starts[-1] + piece.frames - overlap)
        return tuple(starts)

    @property
    def frames(self) -> int:
        """How many frames the film has."""
        return self.starts()[-1] + self.pieces[-1].frames

    def changes(self) -> tuple[Change, ...]:
        """Every boundary, in order."""
        found = []
        for start, join in zip(self.starts()[1:], self.joins, strict=True):
            if join.kind == "cut":
                found.append(Change("cut", start, start))
            elif join.kind == "dissolve":
                found.append(Change("dissolve", start, start + join.out))
            else:
                found.append(Change("fade", start - join.hold - join.out, start + join.into))
        return tuple(found)

    def flashes(self) -> tuple[tuple[int, int], ...]:
        """(start, stop) of each inserted flash."""
        return tuple(
            (start + one.at, start + one.at + one.frames)
            for start, piece in zip(self.starts(), self.pieces, strict=True)
            for one in piece.flashes
        )


def plan(seed: str, films: Sequence[str], pieces: int = 15) -> Plan:
    """The glued film of `seed`: mostly one of `films`, some shots of the others, some drawn."""
    chance = random.Random(seed)
    weights = [len(SHOTS[name]) ** 0.5 for name in films]
    main = chance.choices(films, weights)[0]
    joins = tuple(_join(chance) for _ in range(pieces - 1))
    made: list[Piece] = []
    for number in range(pieces):
        before = joins[number - 1] if number else Join("cut")
        after = joins[number] if number < pieces - 1 else Join("cut")
        least = (before.out if before.kind == "dissolve" else before.into) + after.out
        film = _film(chance, main, films)
        shots = others(film, made[-1] if made else None)
        made.append(_piece(chance, film, shots, least, brief=before.kind == after.kind == "cut"))
    look = chance.choices(("plain", "dark", "grey"), (75, 12, 13))[0]
    if look == "dark":
        # What leads to white is not dark.
        joins = tuple(replace(one, kind=one.kind.replace("white", "black")) for one in joins)
    return Plan(
        seed=seed,
        pieces=tuple(made),
        joins=joins,
        rate=chance.choice((24, 24, 25, 30)),
        watermark=chance.random() < 0.25,
        grain=chance.choice((0.0, 0.0, 0.0, 2.5, 5.0)),
        look=look,
        fill=chance.random() < 0.6,
        quality=chance.choice((17, 21, 26)),
    )


def _film(chance: random.Random, main: str, films: Sequence[str]) -> str:
    kind = chance.random()
    if kind < 0.12:
        return DRAWN
    return chance.choice(films) if kind < 0.3 else main


def _join(chance: random.Random) -> Join:
    kind = chance.choices([name for name, _ in _JOINS], [many for _, many in _JOINS])[0]
    if kind == "cut":
        return Join(kind)
    if kind == "dissolve":
        return Join(kind, chance.choice(_DISSOLVES), eased=chance.random() < 0.3)
    length = chance.choice((6, 12) if kind == "fade to white" else (8, 12, 16, 24))
    return Join(kind, length, chance.randint(1, 10), length, eased=chance.random() < 0.3)


def others(film: str, before: Piece | None) -> list[tuple[int, int]]:
    """The shots of `film` but the one just shown: a shot cut to itself has no new picture."""
    return [
        one
        for one in SHOTS.get(film, ())
        if before is None or before.source != film or not one[0] <= before.start < one[1]
    ]


def _piece(
    chance: random.Random, film: str, shots: Sequence[tuple[int, int]], least: int, *, brief: bool
) -> Piece:
    if brief and chance.random() < 0.14:
        frames = chance.randint(*_BRIEF)
    else:
        frames = max(chance.randint(*_USUAL), least + 2 * CLEAR)
    shots = [one for one in shots if one[1] - one[0] >= frames]
    if shots:
        start, stop = chance.choice(shots)
        piece = Piece(film, chance.randint(start, stop - frames), frames)
    else:
        piece = Piece(DRAWN, chance.randrange(1 << 30), frames)
    if frames < 16:
        return piece
    piece = replace(
        piece,
        held=chance.choices((1, 2, 3), (80, 15, 5))[0],
        pan=chance.choice((0.004, 0.012, 0.02)) if chance.random() < 0.14 else 0.0,
        shake=chance.choice((1.0, 2.5)) if chance.random() < 0.1 else 0.0,
    )
    return troubled(chance, piece)


def troubled(chance: random.Random, piece: Piece) -> Piece:
    """With what must not be taken for a cut; clear of the piece's ends by a few frames."""
    kind = chance.random()
    room = piece.frames - 2 * CLEAR
    if kind < 0.36:
        count = 1 if room < 24 else chance.randint(1, 3)
        each = room // count
        flashes = tuple(
            Flash(
                CLEAR + number * each + chance.randrange(max(1, each - 3)),
                chance.randint(1, 2),
                chance.uniform(0.5, 0.95),
            )
            for number in range(count)
        )
        return replace(piece, flashes=flashes)
    if kind < 0.48:
        gain = chance.choice((0.45, 0.6, 1.35, 1.6))
        at = CLEAR + chance.randrange(max(1, room))
        return replace(piece, exposure=Exposure(at, chance.choice((1, 1, 2, 4)), gain))
    if kind < 0.6:
        frames = min(room, chance.randint(6, 18))
        at = CLEAR + chance.randrange(max(1, room - frames + 1))
        return replace(piece, crossing=Crossing(at, frames, chance.randrange(1 << 30)))
    return piece
