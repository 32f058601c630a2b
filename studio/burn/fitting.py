"""Finds the CRF at which a film keeps to a size limit, from a few probes of its own pictures.

The probes show the film without captions, so that all languages find the same figure and share
the pieces on which nothing is written; it follows from the film, the preset and the range alone,
and what is kept of it only saves the probing. Captions and chance are left a few per cent; where
a film comes out too large all the same, it is made again one step coarser.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from studio.burn.asked.preset import VideoPreset
from studio.burn.asked.wanted import MEGABYTE
from studio.burn.edit.reel import Reel, film_reel
from studio.burn.encode import encode_into
from studio.burn.picture.form import form_of
from studio.burn.pieces.encoder import encoding_of
from studio.core.errors import BadValue
from studio.core.plain import unstructure
from studio.core.progress import Progress, Span
from studio.core.said import said
from studio.core.words import size_words
from studio.media.cache import default_cache, key_of
from studio.media.film import Film

TRIES = 3
"""How often a whole film is made before its limit is given up."""
_VERSION = 1
_PROBES, _SAMPLES = 5, 6
# Seconds of each sample: about a piece.
_WINDOW = 6
# Coarser than this nobody should show a film; a limit that needs it is too small for the film.
WORST = 38.0
# A finer step changes the size by less than the next probe would tell.
_STEP = 0.5
# x264 and x265: six more halve the size, on average.
_HALVES = 6.0
# What captions and the parts that were not probed may take.
_AIM = 0.96
# Bytes of the container's tables: for each picture and each frame of sound, and for the file.
_PER_PICTURE, _SOUND_TABLES, _PER_FILE = 20, 500, 8_000
# An encoder of sound keeps its rate on average, not to the byte.
_SOUND_MORE = 1.03
# What a preset says about itself and no film shows.
_UNSHOWN = ("schema", "name", "summary", "provenance")


def coarser(crf: float, size: float, limit: float) -> float:
    """The CRF at which what takes `size` at `crf` will fit `limit`; at least a step coarser."""
    steps = math.ceil(_HALVES * math.log2(max(size / limit, 1.0)) / _STEP)
    return min(WORST, crf + max(1, steps) * _STEP)


Window = tuple[Fraction, Fraction]
"""From and to a second of the film."""


def fitted(reel: Reel, progress: Progress, *, lower: bool = True) -> VideoPreset:
    """The preset of a film's reel with the CRF that keeps it to `max_megabytes`.

    Raises BadValue where no bearable quality is small enough; CannotRead, CannotWrite, ToolFailed.
    """
    preset, film = reel.preset, reel.film
    if not preset.max_megabytes or film is None:
        return preset
    cache, key = default_cache(), _key(reel, film, lower=lower)
    known = cache.get(key)
    if known is not None:
        return with_crf(preset, float(known))
    room = _for_pictures(reel)
    windows = _windows([(cut.start, cut.stop) for cut in reel.cuts])
    share = float(reel.seconds / sum((stop - start for start, stop in windows), Fraction(0)))

    def size_at(crf: float, part: Progress) -> float:
        tried = with_crf(preset, crf)
        return share * sum(_probed(film, tried, windows, part, lower=lower))

    crf = _found(preset.picture.crf, room, size_at, progress)
    cache.put(key, f"{crf:g}".encode())
    return with_crf(preset, crf)


def _probed(
    film: Film, preset: VideoPreset, windows: Sequence[Window], progress: Progress, *, lower: bool
) -> Iterator[int]:
    """The bytes of the pictures of each window; whole pieces are kept for the film itself."""
    note = said("Looking for the quality that fits: CRF {crf:g}", crf=preset.picture.crf)
    with TemporaryDirectory(prefix="lobbycard-") as folder:
        for number, (start, stop) in enumerate(windows):
            share = Span(progress, number / len(windows), (number + 1) / len(windows), note)
            share.report(0.0)
            reel = film_reel(film, (), None, preset, start, stop)
            part = Path(folder) / f"{number}.{preset.container}"
            try:
                silent = reel.clip.copy()
                silent.audio = None
                bare = replace(reel, clip=silent, chapters=())
                encode_into(bare, part, preset.container, share, lower=lower)
            finally:
                reel.clip.close()
            yield part.stat().st_size
            part.unlink()


def _windows(shown: Sequence[Window]) -> list[Window]:
    """Spans from all over what is shown of a film; all of a short one."""
    total = sum((stop - start for start, stop in shown), Fraction(0))
    if total <= _SAMPLES * _WINDOW:
        return [*shown]
    # The middles of as many equal parts: beginnings and ends are often black.
    return [_window(shown, total * (2 * n + 1) / (2 * _SAMPLES)) for n in range(_SAMPLES)]


def _window(shown: Sequence[Window], place: Fraction) -> Window:
    """The span around the second `place` of all that is shown, within one cut."""
    for start, stop in shown:
        if place < stop - start:
            begin: Fraction = max(start, Fraction((start + place) // _WINDOW * _WINDOW))
            return begin, min(stop, begin + _WINDOW)
        place -= stop - start
    return shown[-1]


def _key(reel: Reel, film: Film, *, lower: bool) -> str:
    """What the figure follows from."""
    told = unstructure(reel.preset)
    shown = sorted((name, str(value)) for name, value in told.items() if name not in _UNSHOWN)
    encoding = encoding_of(form_of(film, reel.preset), reel.preset, film)
    cut = (reel.cuts, reel.seconds, reel.clip.audio is None, lower)
    return key_of("crf", _VERSION, film.sha256, film.video, cut, shown, encoding.said)


def with_crf(preset: VideoPreset, crf: float) -> VideoPreset:
    """The same preset with another quality."""
    return replace(preset, picture=replace(preset.picture, crf=crf))


def _found(
    first: float, room: float, size_at: Callable[[float, Progress], float], progress: Progress
) -> float:
    """The finest CRF from `first` on whose pictures fit `room`, as far as a few probes tell."""
    crf, fits, too_large = first, None, first - _STEP
    for number in range(_PROBES):
        size = size_at(crf, Span(progress, number / _PROBES, (number + 1) / _PROBES))
        if size <= room:
            fits = crf
            finer = crf - math.floor(_HALVES * math.log2(room / size) / _STEP) * _STEP
            following = max(finer, too_large + _STEP)
        else:
            too_large = crf
            following = coarser(crf, size, room)
            if fits is not None:
                following = min(following, fits)
        if following in (crf, fits):
            break
        crf = following
    if fits is None:
        raise _too_long(room)
    return fits


def _too_long(room: float) -> BadValue:
    return BadValue(
        said(
            "The film does not fit: at the lowest quality that can be shown (CRF {worst:g}) its "
            "pictures take more than {room}.",
            worst=WORST,
            room=size_words(round(room)),
        ),
        hint=said("Choose a preset with a smaller picture or a larger limit, or a shorter cut."),
    )


def _for_pictures(reel: Reel) -> float:
    """The bytes that the limit leaves to the pictures."""
    preset, film = reel.preset, reel.film
    seconds = float(reel.seconds)
    sound = 0.0
    if reel.clip.audio is not None:
        channels = [2]
        if film is not None and preset.sound.all_tracks:
            channels = [one.channels for one in film.audio]
        bits = sum(map(preset.sound.bits, channels))
        sound = seconds * (bits / 8 * _SOUND_MORE + _SOUND_TABLES * len(channels))
    rate = float(reel.form.rate.value) if reel.form.rate else reel.clip.fps
    tables = seconds * rate * _PER_PICTURE + _PER_FILE
    room = preset.max_megabytes * MEGABYTE * _AIM - sound - tables
    if room <= 0:
        raise BadValue(
            said(
                "{size} are too few for {seconds:.0f} seconds: the sound alone fills them.",
                size=size_words(round(preset.max_megabytes * MEGABYTE)),
                seconds=seconds,
            ),
            hint=said("Choose a preset with a larger limit, or a shorter cut."),
        )
    return room
