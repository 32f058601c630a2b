"""Frames of the film with their captions on them, for the report of checks."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
from PIL import Image

from studio.captions.layer import CaptionText, compose
from studio.captions.style import CaptionStyle
from studio.core.geometry import Size
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.subs.cue import Cue, Track

MOST = 150
"""Pictures in one report; each has some 15 kB."""
_WIDTH = 480


def grabs(
    film: Film,
    tracks: Sequence[Track],
    wanted: Sequence[tuple[int, int]],
    style: CaptionStyle,
    progress: Progress = SILENT,
    *,
    together: bool = True,
) -> dict[tuple[int, int], bytes]:
    """JPEG pictures of the cues (track, index) in the middle of their time, all languages on them.

    Where the tracks are not of one film's screen (`together` False), only the cue's own. The first
    MOST in order of time; cues outside the film have none. Raises CannotRead.
    """
    by_time = sorted(set(wanted), key=lambda one: (tracks[one[0]].cues[one[1]].start, one))[:MOST]
    made: dict[tuple[int, int], bytes] = {}
    with FrameReader(film) as reader:
        for done, place in enumerate(by_time):
            progress.report(done / len(by_time), said("Taking pictures"))
            cue = tracks[place[0]].cues[place[1]]
            middle = Fraction(cue.start + max(cue.duration, 0) // 2, 1000)
            if 0 <= middle < film.duration:
                texts: tuple[CaptionText, ...]
                texts = (CaptionText(tracks[place[0]].language, cue.text),)
                if together:
                    texts = _texts(tracks, middle, (place[0], cue))
                pixels = reader.at(middle).small(_WIDTH)[..., ::-1]
                made[place] = _jpeg(np.ascontiguousarray(pixels), texts, style)
    progress.report(1.0)
    return made


def _texts(
    tracks: Sequence[Track], moment: Fraction, of: tuple[int, Cue]
) -> tuple[CaptionText, ...]:
    """What all languages show at a moment; of the track in question the cue itself."""
    at = moment * 1000
    texts = []
    for side, track in enumerate(tracks):
        shown = (cue.text for cue in track.cues if cue.start <= at < cue.end)
        texts.append(CaptionText(track.language, of[1].text if side == of[0] else "\n".join(shown)))
    return tuple(texts)


def _jpeg(
    pixels: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
    texts: tuple[CaptionText, ...],
    style: CaptionStyle,
) -> bytes:
    picture = Image.fromarray(pixels)
    layer = compose(texts, style, Size(picture.width, picture.height))
    if not layer.is_empty:
        patch = Image.fromarray(np.ascontiguousarray(layer.rgba))
        picture.paste(patch, (layer.x, layer.y), patch)
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=82, optimize=True)
    return stream.getvalue()


def by_file(found: Mapping[tuple[int, int], bytes], files: int) -> tuple[dict[int, bytes], ...]:
    """The pictures of each file by the cue's index."""
    made: tuple[dict[int, bytes], ...] = tuple({} for _ in range(files))
    for (file, cue), data in found.items():
        made[file][cue] = data
    return made
