"""Which captions stand on the picture at which time, and where that changes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from studio.burn.captions.fading import WHOLE, Stay, stay_of
from studio.burn.captions.moments import frame_at
from studio.captions.layer import CaptionLayer, CaptionText, compose, layer_key, parted
from studio.captions.markup import marked
from studio.captions.style import CaptionStyle
from studio.core.geometry import Size
from studio.core.time import FrameRate
from studio.subs.ass_look import looks_of
from studio.subs.cue import Track

_SLANT = re.compile(r"<(?:i|em)\b|\\i1")
Texts = tuple[CaptionText, ...]
Span = tuple[int, int]
"""From a place up to another: frame numbers, or milliseconds where the rate varies."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The cues of one track by place: `edges` in order, `texts[i]` from edge i to the next, each
    with its opacity (0 to 255); `spans`: from when to when each cue stands.

    Places are frame numbers where the rate is constant, milliseconds where it is not.
    """

    language: str
    rank: int
    edges: tuple[int, ...]
    texts: tuple[tuple[tuple[str, int], ...], ...]
    spans: tuple[Span, ...]

    def at(self, place: Fraction | int) -> tuple[CaptionText, ...]:
        """What the language says there: one text, empty while it is silent, or one a place."""
        found = bisect_right(self.edges, place) - 1
        texts = self.texts[found] if found >= 0 else ()
        return tuple(
            CaptionText(self.language, text, self.rank, opacity)
            for text, opacity in texts or (("", WHOLE),)
        )


@dataclass(frozen=True)
class Captions:
    """The captions of a picture: tracks in the order they are set, how they look, and the rate.

    `rate` None means a variable rate: then a cue stands on pictures with in ≤ t < out, else on
    the frames that `core.time.visible_frames` gives. `plates`: where a plate that stands only where
    it is needed stands, in frames, or in milliseconds where the rate varies.
    """

    tracks: tuple[Track, ...]
    style: CaptionStyle
    rate: FrameRate | None
    plates: tuple[Span, ...] = ()

    @cached_property
    def _parts(self) -> tuple[_Part, ...]:
        # Not when it is made: the window makes these with each edit, and draws on another thread.
        return tuple(_part(track, self, rank) for rank, track in enumerate(self.tracks))

    def texts(self, seconds: Fraction) -> Texts:
        """What stands on the picture at `seconds`; () where nothing does."""
        return self._texts_on(self._place(seconds))

    def layer(self, texts: Texts, size: Size) -> CaptionLayer:
        """The drawn captions for a picture of `size`, upright and with square pixels."""
        return compose(texts, self.style, size)

    def parted(self, texts: Texts, size: Size) -> tuple[CaptionLayer, tuple[CaptionLayer, ...]]:
        """The same without the letters' fill, and the fills alone, each with the same corner."""
        return parted(texts, self.style, size)

    def runs(self, start: Fraction, stop: Fraction, size: Size) -> tuple[tuple[str, str], ...]:
        """What is shown from `start` to `stop`: (place from the start, key of the layer)."""
        first, last = self._place(start), self._place(stop)
        edges = {first}
        for part in self._parts:
            edges.update(part.edges[bisect_left(part.edges, first) : bisect_left(part.edges, last)])
        found: list[tuple[str, str]] = []
        keys: dict[Texts, str] = {(): ""}
        for edge in sorted(edges):
            texts = self._texts_on(edge)
            whole = opaque(texts)
            if whole not in keys:
                keys[whole] = layer_key(whole, self.style, size)
            faded = "" if whole == texts else f" {[one.opacity for one in texts]}"
            key = keys[whole] + faded
            if not found or found[-1][1] != key:
                found.append((str(edge - first), key))
        return tuple(found)

    def all_texts(self, start: Fraction, stop: Fraction) -> tuple[Texts, ...]:
        """Every combination of texts that stands between `start` and `stop`, in order of time."""
        first, last = self._place(start), self._place(stop)
        edges = {edge for part in self._parts for edge in part.edges if first < edge < last}
        found = (self._texts_on(place) for place in (first, *sorted(edges)))
        return tuple(dict.fromkeys(opaque(texts) for texts in found if texts))

    def _texts_on(self, place: Fraction | int) -> Texts:
        found = tuple(text for part in self._parts for text in part.at(place))
        if not any(text.text for text in found):
            return ()
        plate = self.style.plate
        if plate is None or plate.when == "always" or self._is_plated(place):
            return found
        return tuple(replace(text, bare=True) for text in found)

    def _is_plated(self, place: Fraction | int) -> bool:
        at = bisect_right(self.plates, place, key=lambda one: one[0]) - 1
        return at >= 0 and place < self.plates[at][1]

    def stands(self) -> tuple[Span, ...]:
        """Where cues stand that overlap with each other, all of them together: a plate is there for
        the whole of it or not at all."""
        found: list[Span] = []
        for start, stop in sorted(span for part in self._parts for span in part.spans):
            if found and start < found[-1][1]:
                found[-1] = found[-1][0], max(found[-1][1], stop)
            else:
                found.append((start, stop))
        return tuple(found)

    def seconds_of(self, place: int) -> Fraction:
        """The time of a place that `stands` told."""
        return Fraction(place, 1000) if self.rate is None else self.rate.seconds(place)

    def _place(self, seconds: Fraction) -> Fraction | int:
        return seconds * 1000 if self.rate is None else frame_at(seconds, self.rate)


def opaque(texts: Texts) -> Texts:
    """The same texts as they are between coming and going."""
    if all(one.opacity == WHOLE for one in texts):
        return texts
    return tuple(replace(one, opacity=WHOLE) for one in texts)


def _part(track: Track, captions: Captions, rank: int) -> _Part:
    looks = looks_of(track)
    cues = (cue for cue in track.cues if cue.text.strip())
    met = (stay_of(cue, captions.style, captions.rate) for cue in cues)
    stays = [stay for stay in met if stay is not None]
    edges = sorted({edge for stay in stays for edge in stay.edges()})
    begin = sorted(stays, key=lambda stay: stay.start)
    texts: list[tuple[tuple[str, int], ...]] = []
    active: list[Stay] = []
    following = 0
    for edge in edges:
        active = [stay for stay in active if stay.stop > edge]
        while following < len(begin) and begin[following].start <= edge:
            active.append(begin[following])
            following += 1
        # Cues that overlap stand together, the earlier above.
        shown = sorted(active, key=lambda stay: (stay.cue.start, stay.cue.id))
        said = [
            (looks.text(stay.cue) if looks else stay.cue.text, stay.opacity(edge)) for stay in shown
        ]
        texts.append(_by_place(said))
    spans = tuple((stay.start, stay.stop) for stay in stays)
    return _Part(track.language, rank, tuple(edges), tuple(texts), spans)


def _by_place(texts: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Texts that stand in the same place as one; a sign at the top takes no dialogue along.

    Together they are as opaque as the most opaque of them.
    """
    if len(texts) < 2:
        return tuple(texts)
    groups: dict[tuple[object, ...], tuple[list[str], list[int]]] = {}
    for text, opacity in texts:
        told = marked(text)
        group, opacities = groups.setdefault((told.anchor, told.at), ([], []))
        if group and _SLANT.search(group[-1]):
            # What one cue began in italics ends with it.
            group[-1] += "{\\i0}"
        group.append(text)
        opacities.append(opacity)
    return tuple(("\n".join(group), max(opacities)) for group, opacities in groups.values())
