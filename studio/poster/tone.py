"""How type is made readable over its picture: its ink, and each step that was taken, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from studio.core.colour import Colour
from studio.core.said import said, sentence
from studio.poster.contrast import TEXT_RATIO
from studio.poster.plate import Plate
from studio.poster.scrim import Scrim
from studio.poster.soft import Soft

#: What a light veil counts against a dark one: it looks like fog where the other looks like dusk.
FOG = 2.2
#: Ink lighter than this is light ink.
_BRIGHT = 0.4

_SIDES = {
    "bottom": sentence("a gradient of {share:.0%} from below"),
    "top": sentence("a gradient of {share:.0%} from above"),
    "left": sentence("a gradient of {share:.0%} from the left"),
    "right": sentence("a gradient of {share:.0%} from the right"),
    "middle": sentence("a soft pool of {share:.0%}"),
    "": sentence("a soft pool of {share:.0%}"),
}
_SHADOW = sentence("a soft shadow of {share:.0%}")
_GLOW = sentence("a soft glow of {share:.0%}")


@dataclass(frozen=True, slots=True)
class Tone:
    """How a group of pieces is made readable: `ink` and what lies under it.

    `shadow` 0 to 0.4. `before` and `after`: the contrast ratio of the worst 5 % of the pixels
    around the glyphs, without and with all that is done, of that piece which is furthest from
    what it needs, which is `needed`; `lightness`: its difference in L* with it.
    """

    roles: tuple[str, ...]
    ink: Colour
    scrim: Scrim | None
    shadow: float
    before: float
    after: float
    soft: Soft | None = None
    plate: Plate | None = None
    needed: float = TEXT_RATIO
    lightness: float = 100.0

    @property
    def strength(self) -> float:
        """Of the scrim, 0 without."""
        return self.scrim.strength if self.scrim else 0.0

    @property
    def done(self) -> tuple[str, ...]:
        """What is done besides the ink, each step in words; nothing where nothing is needed."""
        steps = []
        if self.scrim:
            steps.append(said(_SIDES[self.scrim.side], share=self.scrim.strength))
        if self.soft:
            steps.append(said("the picture out of focus by {share:.0%}", share=self.soft.share))
        if self.shadow:
            words = _SHADOW if is_light(self.ink) else _GLOW
            steps.append(said(words, share=self.shadow))
        if self.plate:
            steps.append(said("a plate of {share:.0%}", share=self.plate.opacity))
        return tuple(steps)

    def scaled(self, by: float) -> Tone:
        """For a file `by` times as large."""
        return replace(
            self,
            scrim=self.scrim.scaled(by) if self.scrim else None,
            soft=self.soft.scaled(by) if self.soft else None,
            plate=self.plate.scaled(by) if self.plate else None,
        )


def effort(tone: Tone) -> float:
    """How much is done to the picture, and how much is still missing; 0 is best.

    A light veil counts more than a dark one; what is not reached counts more than all that can
    be done.
    """
    missing = max(0.0, 1 - tone.after / tone.needed)
    veil = tone.strength * (1.0 if is_light(tone.ink) else FOG)
    soft = 0.3 * tone.soft.share if tone.soft else 0.0
    plate = 1.0 + tone.plate.opacity if tone.plate else 0.0
    lacking = 1.5 + 3 * missing if missing else 0.0
    return round(veil + soft + tone.shadow + plate + lacking, 2)


def is_light(ink: Colour) -> bool:
    """Whether it is light ink, which wants a dark ground."""
    return ink.luminance > _BRIGHT


def shadow_colour(ink: Colour) -> Colour:
    """Black under light ink, white under dark."""
    return Colour(0, 0, 0) if is_light(ink) else Colour(255, 255, 255)
