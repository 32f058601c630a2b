"""The active picture: where letterbox and pillarbox end, found over frames from all of a film."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain

import numpy as np
import numpy.typing as npt

from studio.core.geometry import Rect, Size, fit
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.media.cache import default_cache, key_of
from studio.media.fields import is_surely_combed
from studio.media.film import Film
from studio.media.frames import Frame, FrameReader

_VERSION = 4
# So many places, and at least so many pictures that are lit: key frames alone can be fewer.
_SAMPLES, _ENOUGH = 32, 16
# Looked at no larger than this.
_BOX = Size(1920, 1920)
# A frame counts when this share of it is lighter than black by so much: no fade, no black.
_LIT, _LIT_SHARE = 48, 0.02
# Bars are darker than this, and every sample in them within `_NOISE` of their own level.
_BLACKEST, _NOISE = 40, 12
# This share of a line may be lighter: dust, a logo's corner, one bright pixel.
_SPECKS = 0.02
# A line of letters leaves this share of the width dark on either side.
_BESIDE = 0.1
# In how many of the frames a line of the bar must be dark beside letters, and dark altogether.
_ALWAYS, _BARE = 0.97, 0.1
# A picture has a straight edge, a title on black or a night sky has none: of the frames that have
# any light close to the edge, in this share a line within `_LOOSE` of it is lit over `_WIDE` of its
# length, and in `_OFTEN` of all frames.
_WIDE, _LOOSE, _AGREE, _OFTEN = 0.4, 0.012, 0.6, 0.05
# As many stray lines (a line of noise at the rim) do not end a bar; soft edges reach so far.
_STRAY, _SOFT = 2, 0.012
# What a line's mean must have of that of the lines further in to be picture in full.
_FULL = 0.9
# Fewer lines than this are no bar; fewer frames are no proof; less picture is a mistake.
_LEAST, _PROOF, _SMALLEST = 2, 4, 0.3

Grey = npt.NDArray[np.uint8]
Marks = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Active:
    """The part of the upright picture that is lit in a film, 0 to 1, and whether it has bars.

    `rect` is the whole where there are no bars or nothing is certain; `frames` were looked at that
    were not dark, and a share `combed` (0 to 1) of these shows two moments in one frame.
    """

    rect: Rect
    bars: bool
    frames: int
    combed: float


def active_picture(film: Film, progress: Progress = SILENT) -> Active:
    """Look at frames all over `film`; remembered by the cache. Raises CannotRead.

    Bars may hold subtitles, noise and soft edges; where the shape of the picture changes in the
    film the largest counts. Bars are black: coloured or blurred ones count as picture.
    """
    key = key_of("active", _VERSION, film.sha256, film.video)
    cache = default_cache()
    known = cache.get(key)
    if known is not None:
        rect, bars, frames, combed = json.loads(known)
        return Active(Rect(*rect), bars, frames, combed)
    found = _looked_at(film, progress)
    rect = [found.rect.x, found.rect.y, found.rect.width, found.rect.height]
    cache.put(key, json.dumps([rect, found.bars, found.frames, found.combed]).encode())
    return found


def _looked_at(film: Film, progress: Progress) -> Active:
    display = film.video.display
    size = display if max(display.width, display.height) <= _BOX.width else fit(display, _BOX)
    pictures: list[Grey] = []
    combed = 0
    with FrameReader(film) as reader:
        for exact, frame in _samples(film, reader, progress):
            if exact and len(pictures) >= _ENOUGH:
                break
            grey = frame.rgb(size).max(axis=2)
            if (grey > _LIT).mean() > _LIT_SHARE:
                pictures.append(grey)
                combed += is_surely_combed(frame.native)
    progress.report(1.0)
    whole = Rect(0.0, 0.0, 1.0, 1.0)
    if len(pictures) < _PROOF:
        return Active(whole, False, len(pictures), combed / max(1, len(pictures)))
    left, top, right, bottom = _edges(pictures)
    part = (right - left) / size.width, (bottom - top) / size.height
    lit = Rect(left / size.width, top / size.height, *part)
    bars = lit != whole and lit.area >= _SMALLEST
    return Active(lit if bars else whole, bars, len(pictures), combed / len(pictures))


def _samples(film: Film, reader: FrameReader, progress: Progress) -> Iterator[tuple[bool, Frame]]:
    """Frames from all of the film: key frames, which come quickly, then exact ones (True)."""
    places = [film.duration * Fraction(2 * n + 1, 2 * _SAMPLES) for n in range(_SAMPLES)]
    seen: set[int] = set()
    # In two rounds, so that the first few exact ones too are from all of the film.
    mixed = (*places[1::4], *places[3::4])
    found = chain(((False, at) for at in places), ((True, at) for at in mixed))
    for number, (exact, at) in enumerate(found):
        progress.report(number / (2 * _SAMPLES), said("Looking for bars"))
        frame = reader.at(at) if exact else reader.key_at(at)
        if frame.pts not in seen:
            seen.add(frame.pts)
            yield exact, frame


def _edges(pictures: list[Grey]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the lit part, in pixels."""
    # Columns first: bars at the sides would look like the dark beside a line of letters.
    left, right = _ends([picture.T for picture in pictures], letters=False)
    top, bottom = _ends([picture[:, left:right] for picture in pictures], letters=True)
    inner = [picture[top:bottom, left:right].T for picture in pictures]
    more_left, more_right = _ends(inner, letters=False)
    return left + more_left, top, left + more_right, bottom


def _ends(pictures: list[Grey], *, letters: bool) -> tuple[int, int]:
    """The first line of the picture and the one after its last, along the first axis."""
    first = _bar(pictures, letters)
    last = _bar([picture[::-1] for picture in pictures], letters)
    count = pictures[0].shape[0]
    return (first, count - last) if first + last < count else (0, count)


def _bar(pictures: list[Grey], letters: bool) -> int:
    """How many lines at the start are bar; none where there are too few lines to tell."""
    if min(pictures[0].shape) <= 4 * _STRAY:
        return 0
    level = int(np.median([np.median(picture[:_LEAST]) for picture in pictures]))
    # A line of noise at the rim is no level: a little further in there is.
    deeper = int(np.median([np.median(picture[_STRAY : 4 * _STRAY]) for picture in pictures]))
    level = min(level, deeper)
    if level > _BLACKEST:
        return 0
    lit = [picture > level + _NOISE for picture in pictures]
    count = _run(_is_bar(lit, letters))
    if count < _LEAST or not _starts_there(lit, count):
        return 0
    return count + _soft(pictures, count)


def _is_bar(lit: list[Marks], letters: bool) -> Marks:
    """For each line whether it belongs to a bar, if all before it do."""
    dark = np.mean([marks.mean(axis=1) <= _SPECKS for marks in lit], axis=0)
    if not letters:
        return np.asarray(dark >= _ALWAYS)
    width = lit[0].shape[1]
    beside = round(width * _BESIDE)
    outer = np.mean([_lit_beside(marks, beside) <= _SPECKS * width for marks in lit], axis=0)
    return np.asarray((outer >= _ALWAYS) & (dark >= _BARE))


def _lit_beside(marks: Marks, beside: int) -> npt.NDArray[np.int64]:
    """For each line how many pixels are lit at the side where more are."""
    left, right = marks[:, :beside].sum(axis=1), marks[:, -beside:].sum(axis=1)
    return np.asarray(np.maximum(left, right), np.int64)


def _run(bar: Marks) -> int:
    """The lines up to the last one of the bar, across a few stray ones."""
    end = place = 0
    while place < len(bar) and place - end <= _STRAY:
        place += 1
        if bar[place - 1]:
            end = place
    return end


def _starts_there(lit: list[Marks], count: int) -> bool:
    """Whether the picture begins with a straight edge at `count` in enough of the frames."""
    loose = max(_STRAY + 1, round(len(lit[0]) * _LOOSE))
    most = [marks[count : count + 4 * loose].mean(axis=1) for marks in lit]
    close = sum(bool((shares > _SPECKS).any()) for shares in most)
    wide = sum(bool((shares[:loose] >= _WIDE).any()) for shares in most)
    return wide >= max(2, _AGREE * close, _OFTEN * len(lit))


def _soft(pictures: list[Grey], count: int) -> int:
    """How many lines from `count` on are still getting lighter, on the mean of the frames."""
    reach = max(_STRAY + 1, round(len(pictures[0]) * _SOFT))
    near = slice(count, count + 2 * reach)
    mean = np.mean([picture[near].mean(axis=1) for picture in pictures], axis=0)
    plateau = np.median(mean[reach:]) if len(mean) > reach else 0.0
    below = mean[:reach] < _FULL * plateau
    return int(np.argmin(below)) if not below.all() else 0
