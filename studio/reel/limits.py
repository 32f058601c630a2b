"""What a reel's figures may be, for those who make one, write it down and ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

Bounds = tuple[float, float]
"""The least and the most."""

MOST_CUTS = 500
MOST_ROWS, MOST_LETTERS = 12, 200
"""Of a slate, and of each label or text in it."""
JOIN: Bounds = (0, 10)
"""Seconds of the cross-fade between two cuts."""
CARD: Mapping[str, Bounds] = MappingProxyType(
    {"seconds": (0.2, 600), "fade": (0, 10), "push": (-25, 25)}
)
"""Seconds, seconds, per cent."""
MUSIC: Mapping[str, Bounds] = MappingProxyType(
    {
        "level": (-60, 0),
        "duck": (0, 60),
        "attack": (0.02, 5),
        "release": (0.05, 10),
        "fade": (0, 30),
    }
)
"""Decibels, decibels, seconds, seconds, seconds."""
