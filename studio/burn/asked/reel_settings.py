"""What a film delivery has around its programme: leader, sync pop, fades, hold, logo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studio.core.errors import BadValue
from studio.core.limits import within
from studio.core.said import said

POP_BEFORE = 2
"""Seconds from the sync pop to the first frame of the programme, as on SMPTE universal leaders."""
Corner = Literal["top-left", "top-right", "bottom-left", "bottom-right"]
_LONGEST = 120.0


@dataclass(frozen=True, slots=True)
class LogoBug:
    """The brand kit's logo over the film, in a corner; cards go without.

    `height` is in per cent of the picture's height, `margin` too (EBU R 95 and SMPTE ST 2046-1
    keep graphics 5 % from the edge); `opacity` 0 to 1. It stands from `start` seconds of the
    programme until `stop` before its end, and comes and goes within `fade` seconds.
    """

    corner: Corner = "top-right"
    height: float = 6.0
    margin: float = 5.0
    opacity: float = 0.85
    start: float = 0.0
    stop: float = 0.0
    fade: float = 0.5

    def __post_init__(self) -> None:
        within("height", self.height, 1, 40)
        within("margin", self.margin, 0, 30)
        within("opacity", self.opacity, 0.05, 1)
        for name in ("start", "stop"):
            within(name, getattr(self, name), 0, 86_400)
        within("fade", self.fade, 0, 10)


@dataclass(frozen=True, slots=True)
class ReelSettings:
    """All in seconds, 0 for none, in the order in which they stand.

    `slate` says what the film is; `clock` says it too and counts down to the programme; `black`
    comes between that and the first frame. `pop`: one frame of 1 kHz at −20 dBFS, and of a figure
    2 in the picture, two seconds before the first frame. The programme fades from and to black
    within `fade_in` and `fade_out`; `hold` keeps its last picture standing, `tail` is black.
    """

    slate: float = 0.0
    clock: float = 0.0
    black: float = 0.0
    pop: bool = False
    fade_in: float = 0.0
    fade_out: float = 0.0
    hold: float = 0.0
    tail: float = 0.0
    logo: LogoBug | None = None

    def __post_init__(self) -> None:
        for name in ("slate", "clock", "black", "hold", "tail"):
            within(name, getattr(self, name), 0, _LONGEST)
        within("fade_in", self.fade_in, 0, 10)
        within("fade_out", self.fade_out, 0, 10)
        if self.pop and self.leader < POP_BEFORE:
            raise BadValue(
                said(
                    "must have {least} seconds of slate, clock or black for its pop, has {given:g}",
                    least=POP_BEFORE,
                    given=self.leader,
                )
            )

    @property
    def leader(self) -> float:
        """Seconds before the first frame of the programme."""
        return self.slate + self.clock + self.black

    @property
    def is_plain(self) -> bool:
        """Whether nothing stands around the programme, and nothing over it."""
        return self == ReelSettings()
