"""What a person knows better about a film than its file does: colour, shape, fields, bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from studio.core.errors import BadValue
from studio.core.geometry import Rect
from studio.core.said import said
from studio.core.words import nearest

# Names as FFmpeg spells them; the numbers are in `colour`.
MATRICES = ("bt709", "fcc", "bt470bg", "smpte170m", "smpte240m", "bt2020nc", "bt2020c")
PRIMARIES = (
    "bt709",
    "bt470m",
    "bt470bg",
    "smpte170m",
    "smpte240m",
    "film",
    "bt2020",
    "smpte428",
    "smpte431",
    "smpte432",
    "ebu3213",
)
TRANSFERS = (
    "bt709",
    "gamma22",
    "gamma28",
    "smpte170m",
    "smpte240m",
    "linear",
    "log100",
    "log316",
    "iec61966-2-4",
    "bt1361e",
    "iec61966-2-1",
    "bt2020-10",
    "bt2020-12",
    "smpte2084",
    "smpte428",
    "arib-std-b67",
)
RANGES = ("tv", "pc")
FIELDS = ("progressive", "interlaced")
TONES = ("none",)
_TURNS = (0, 90, 180, 270)
# A part smaller than this is a slip, and would be blown up beyond use.
_LEAST = 0.05


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the file says wrongly or not at all; empty or None leaves it to the file.

    `matrix`, `primaries`, `transfer` and `range` are names of MATRICES, PRIMARIES, TRANSFERS and
    RANGES; `sample_aspect` is a pixel's width over its height, 1/10 to 10; `rotation` the degrees
    clockwise that make the picture upright: 0, 90, 180 or 270; `fields` one of FIELDS; `tone`
    "none" shows HDR's numbers as they are. `active` is the part that posters and stills show, 0 to
    1 of the upright picture. Raises BadValue.
    """

    matrix: str = ""
    range: str = ""
    sample_aspect: Fraction | None = None
    rotation: int | None = None
    primaries: str = ""
    transfer: str = ""
    fields: str = ""
    tone: str = ""
    active: Rect | None = None

    def __post_init__(self) -> None:
        _one_of(self.matrix, MATRICES, said("“{name}” is not a colour matrix.", name=self.matrix))
        _one_of(self.range, RANGES, said("“{name}” is not a colour range.", name=self.range))
        _one_of(
            self.primaries,
            PRIMARIES,
            said("“{name}” is not a set of colour primaries.", name=self.primaries),
        )
        _one_of(
            self.transfer,
            TRANSFERS,
            said("“{name}” is not a transfer function.", name=self.transfer),
        )
        _one_of(self.fields, FIELDS, said("“{name}” is not a way of fields.", name=self.fields))
        _one_of(self.tone, TONES, said("“{name}” is not a way of toning.", name=self.tone))
        _check_aspect(self.sample_aspect)
        _check_turn(self.rotation)
        _check_active(self.active)


def _one_of(value: str, known: Sequence[str], problem: str) -> None:
    if value and value not in known:
        raise BadValue(problem, hint=nearest(value, known))


def _check_aspect(aspect: Fraction | None) -> None:
    if aspect is not None and not Fraction(1, 10) <= aspect <= 10:
        raise BadValue(
            said("A pixel aspect of {aspect} is out of bounds (1/10 to 10).", aspect=aspect)
        )


def _check_turn(rotation: int | None) -> None:
    if rotation is not None and rotation not in _TURNS:
        raise BadValue(
            said("A rotation of {rotation} is not 0, 90, 180 or 270 degrees.", rotation=rotation)
        )


def _check_active(active: Rect | None) -> None:
    if active is None:
        return
    if min(active.width, active.height) < _LEAST or not Rect(0, 0, 1, 1).holds(active):
        raise BadValue(
            said("The active picture does not lie within the picture."),
            hint=said("Give x, y, width and height as parts of it, 0 to 1."),
        )
