"""One look into a film for the list of a new campaign: can it be read, and what does it show."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from studio.core.children import in_child
from studio.core.progress import SILENT, Progress
from studio.media.frames import frame_image
from studio.media.probe import probe
from studio.media.thumbs import thumbnail

WIDTH = 288
_SECONDS = 120.0


def peek(path: Path, progress: Progress = SILENT) -> bytes:
    """A frame from a third of the film as JPEG, made in a child process. Raises StudioError."""
    return in_child(_frame, path, progress=progress, seconds=_SECONDS)


def _frame(path: Path, progress: Progress = SILENT) -> bytes:
    film = probe(path, progress)
    return thumbnail(frame_image(film, Fraction(film.duration) / 3), WIDTH)
