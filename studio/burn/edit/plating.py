"""Where captions need a plate: decided from the film's own pictures, before any is burned.

The decision holds from when the first of some captions appears until the last of them is gone, so
that no plate comes or goes under a line. It is kept by all that it rests on: a corrected line is
looked at anew, the others are not.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from studio.burn.captions.contrast import ENOUGH, Ground
from studio.burn.captions.cues import Captions, Span, Texts, opaque
from studio.burn.edit.reframing import shaper_of
from studio.burn.edit.source import FilmSource
from studio.burn.picture.form import Form
from studio.captions.layer import layer_key
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.media.cache import default_cache, key_of

# To be raised whenever a decision would come out otherwise.
_VERSION = 1
# Seconds from one look to the next.
_EVERY = Fraction(1, 5)
# What lies between two looks may be a little worse.
_SAFE = 1.15


def plates_for(
    source: FilmSource,
    form: Form,
    captions: Captions,
    span: tuple[Fraction, Fraction],
    progress: Progress = SILENT,
) -> tuple[Span, ...]:
    """Where the captions on `source` need their plate, among those that stand within `span`
    (seconds); () where the style has none or always has one. Raises CannotRead.
    """
    plate = captions.style.plate
    if plate is None or plate.when == "always":
        return ()
    bare = replace(captions, plates=())
    met = [
        (start, stop)
        for start, stop in bare.stands()
        if bare.seconds_of(start) < span[1] and bare.seconds_of(stop) > span[0]
    ]
    found: list[Span] = []
    looking = _Looking(source, form, bare)
    for number, (start, stop) in enumerate(met):
        progress.report(number / len(met), said("Looking where captions need a plate"))
        if looking.needs_plate(start, stop):
            found.append((start, stop))
    return tuple(found)


class _Looking:
    """Looks at the pictures under captions without a plate."""

    def __init__(self, source: FilmSource, form: Form, captions: Captions) -> None:
        self._source, self._form, self._captions = source, form, captions
        self._shapes = shaper_of(source.film, form, source.framing)

    def needs_plate(self, start: int, stop: int) -> bool:
        """Whether captions that stand from `start` to `stop` stand out too little somewhere."""
        cache, key = default_cache(), self._key(start, stop)
        known = cache.get(key)
        if known is None:
            known = b"plate" if self._is_faint(start, stop) else b"none"
            cache.put(key, known)
        return known == b"plate"

    def _moments(self, start: int, stop: int) -> list[Fraction]:
        """Seconds from the first picture to the last, evenly."""
        first, last = self._captions.seconds_of(start), self._captions.seconds_of(stop)
        frame = 1 / self._source.film.video.rate.value
        last = max(first, min(last, self._source.film.duration) - frame)
        count = int((last - first) / _EVERY) + 1
        return [first + (last - first) * n / max(1, count) for n in range(count + 1)]

    def _is_faint(self, start: int, stop: int) -> bool:
        grounds: dict[Texts, Ground] = {}
        for seconds in self._moments(start, stop):
            texts = opaque(self._captions.texts(seconds))
            if not texts or seconds >= self._source.film.duration:
                continue
            if texts not in grounds:
                grounds[texts] = Ground(self._captions, texts, self._form)
            picture = self._shapes.shaped(self._source.frame(seconds))
            if grounds[texts].ratio(picture) < _SAFE * ENOUGH:
                return True
        return False

    def _key(self, start: int, stop: int) -> str:
        moments = self._moments(start, stop)
        texts = dict.fromkeys(opaque(self._captions.texts(seconds)) for seconds in moments)
        drawn = [layer_key(one, self._captions.style, self._form.display) for one in texts if one]
        film, framing = self._source.film, self._source.framing
        seen = framing and framing.between(film.pts_of(moments[0]), film.pts_of(moments[-1]))
        return key_of(
            "plate", _VERSION, film.sha256, film.video, self._form, seen, start, stop, drawn
        )
