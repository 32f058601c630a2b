"""What runs before a programme: slate, clock, black, and the picture of the sync pop."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from studio.burn.asked.reel_settings import POP_BEFORE, ReelSettings
from studio.burn.captions.moments import exact, frame_at
from studio.burn.edit.engine import Pixels
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.reel.cards import black
from studio.reel.slate import SlateText, clocked, flash, slate
from studio.typeset.version import ENGINE as TYPESET


@dataclass(frozen=True, slots=True)
class Leader:
    """The leader in frames of `rate`: where each part ends, and where the pop stands."""

    size: Size
    rate: FrameRate
    text: SlateText
    slate: int
    clock: int
    black: int
    pop: int | None

    @property
    def frames(self) -> int:
        """How long it is."""
        return self.slate + self.clock + self.black

    @property
    def seconds(self) -> Fraction:
        """How long it is."""
        return self.rate.seconds(self.frames)


def leader_of(settings: ReelSettings, size: Size, rate: FrameRate, text: SlateText) -> Leader:
    """The leader that a delivery at `rate` gets; parts end on whole frames."""
    page, count, dark = (
        rate.nearest_frame(Fraction(part).limit_denominator(1000))
        for part in (settings.slate, settings.clock, settings.black)
    )
    before = rate.nearest_frame(Fraction(POP_BEFORE))
    pop = page + count + dark - before if settings.pop else None
    return Leader(size, rate, text, page, count, dark, pop)


class LeaderFrames:
    """The frame function of a leader, in one piece: its pictures are drawn by their frame."""

    def __init__(self, leader: Leader, since: Fraction = Fraction(0)) -> None:
        self._leader = leader
        self._since = since
        self._pages: list[Pixels] = []

    @property
    def told(self) -> str:
        """All that its pictures are made of; raise the number when they are drawn otherwise."""
        leader = self._leader
        parts = (leader.slate, leader.clock, leader.black, leader.pop, str(leader.rate))
        return f"leader 2 {TYPESET} {leader.size} {parts} {leader.text.told} {self._since}"

    def __call__(self, t: Any) -> Pixels:
        leader = self._leader
        frame = frame_at(self._since + exact(t), leader.rate)
        if frame == leader.pop:
            return flash(leader.size, POP_BEFORE)
        if frame < leader.slate:
            return self._page()
        if frame < leader.slate + leader.clock:
            left = leader.rate.seconds(leader.frames - frame)
            number = math.ceil(left)
            return clocked(self._page(), number, float(number - left))
        return black(leader.size)(0)

    def _page(self) -> Pixels:
        """The slate, with room for the clock from the first on: nothing moves as it appears."""
        if not self._pages:
            leader = self._leader
            page = slate(leader.text, leader.size, clock=bool(leader.clock))
            page.flags.writeable = False
            self._pages.append(page)
        return self._pages[0]

    def later(self, by: Fraction) -> LeaderFrames:
        """The same begun `by` seconds later."""
        made = LeaderFrames(self._leader, self._since + by)
        made._pages = self._pages
        return made
