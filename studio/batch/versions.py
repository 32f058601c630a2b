"""The versions of what makes the outputs: part of every job's hash."""

from __future__ import annotations

from functools import cache
from importlib import metadata

ENGINE = 13
"""Raised whenever our own code would make other pixels or bytes from the same inputs."""

_MAKERS = ("av", "moviepy", "numpy", "opencv-python-headless", "pillow", "uharfbuzz")


@cache
def makers() -> tuple[str, ...]:
    """`name version` of the engine and of each library that touches what ships."""
    found = [f"lobbycard-engine {ENGINE}"]
    for name in _MAKERS:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            found.append(f"{name} not installed")
    return tuple(found)
