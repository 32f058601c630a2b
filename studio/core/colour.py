"""Colours as people write them, and the contrast between them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from studio.core.errors import BadValue
from studio.core.said import said

_HEX = re.compile(r"#?([0-9a-fA-F]{6})([0-9a-fA-F]{2})?")


@dataclass(frozen=True, slots=True)
class Colour:
    """sRGB, 0 to 255 each; alpha 255 is opaque."""

    red: int
    green: int
    blue: int
    alpha: int = 255

    @classmethod
    def parse(cls, text: str) -> Colour:
        """From `#rrggbb` or `#rrggbbaa`. Raises BadValue."""
        match = _HEX.fullmatch(text.strip())
        if match is None:
            raise BadValue(
                said("“{text}” is not a colour.", text=text),
                hint=said("Write it as #rrggbb or #rrggbbaa."),
            )
        red, green, blue = bytes.fromhex(match[1])
        return cls(red, green, blue, int(match[2], 16) if match[2] else 255)

    def __str__(self) -> str:
        tail = "" if self.alpha == 255 else f"{self.alpha:02x}"
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}{tail}"

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Without alpha."""
        return self.red, self.green, self.blue

    @property
    def luminance(self) -> float:
        """Relative luminance 0 to 1 (WCAG 2.2, sRGB)."""
        return _luminance(self.red, self.green, self.blue)


@lru_cache(maxsize=256)
def _luminance(*levels: int) -> float:
    red, green, blue = (_linear(part / 255) for part in levels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def contrast(one: float, other: float) -> float:
    """The WCAG 2.2 contrast ratio, 1 to 21, of two relative luminances."""
    light, dark = max(one, other), min(one, other)
    return (light + 0.05) / (dark + 0.05)
