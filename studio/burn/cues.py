"""Which captions stand on the picture at which time, and where that changes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from studio.burn.moments import frame_at
from studio.captions.layer import CaptionLayer, CaptionText, compose, layer_key, parted
from studio.captions.markup import marked
from studio.captions.style import CaptionStyle
from studio.core.geometry import Size
from studio.core.time import FrameRate, visible_frames
from studio.subs.ass_look import looks_of
from studio.subs.cue import Cue, Track

_SLANT = re.compile(r"<(?:i|em)\b|\\i1")
Texts = tuple[CaptionText, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """The cues of one track by place: `edges` in order, `texts[i]` from edge i to the next.

    Places are frame numbers where the rate is constant, milliseconds where it is not.
    """

    language: str
    rank: int
    edges: tuple[int, ...]
    texts: tuple[tuple[str, ...], ...]

    def at(self, place: Fraction | int) -> tuple[CaptionText, ...]:
        """What the language says there: one text, empty while it is silent, or one a place."""
        found = bisect_right(self.edges, place) - 1
        texts = self.texts[found] if found >= 0 else ()
        return tuple(CaptionText(self.language, text, self.rank) for text in texts or ("",))


@dataclass(frozen=True)
class Captions:
    """The captions of a picture: tracks in the order they are set, how they look, and the rate.

    `rate` None means a variable rate: then a cue stands on pictures with in ≤ t < out, else on
    the frames that `core.time.visible_frames` gives.
    """

    tracks: tuple[Track, ...]
    style: CaptionStyle
    rate: FrameRate | None

    @cached_property
    def _parts(self) -> tuple[_Part, ...]:
        # Not when it is made: the window makes these with each edit, and draws on another thread.
        return tuple(_part(track, self.rate, rank) for rank, track in enumerate(self.tracks))

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
        for edge in sorted(edges):
            texts = self._texts_on(edge)
            key = layer_key(texts, self.style, size) if texts else ""
            if not found or found[-1][1] != key:
                found.append((str(edge - first), key))
        return tuple(found)

    def all_texts(self, start: Fraction, stop: Fraction) -> tuple[Texts, ...]:
        """Every combination of texts that stands between `start` and `stop`, in order of time."""
        first, last = self._place(start), self._place(stop)
        edges = {edge for part in self._parts for edge in part.edges if first < edge < last}
        found = (self._texts_on(place) for place in (first, *sorted(edges)))
        return tuple(dict.fromkeys(texts for texts in found if texts))

    def _texts_on(self, place: Fraction | int) -> Texts:
        found = tuple(text for part in self._parts for text in part.at(place))
        return found if any(text.text for text in found) else ()

    def _place(self, seconds: Fraction) -> Fraction | int:
        return seconds * 1000 if self.rate is None else frame_at(seconds, self.rate)


def _part(track: Track, rate: FrameRate | None, rank: int) -> _Part:
    looks = looks_of(track)
    spans = [(*_span(cue, rate), cue) for cue in track.cues if cue.text.strip()]
    spans = [span for span in spans if span[0] < span[1]]
    edges = sorted({edge for start, stop, _ in spans for edge in (start, stop)})
    begin = sorted(spans, key=lambda span: span[0])
    texts: list[tuple[str, ...]] = []
    active: list[tuple[int, int, Cue]] = []
    following = 0
    for edge in edges:
        active = [span for span in active if span[1] > edge]
        while following < len(begin) and begin[following][0] <= edge:
            active.append(begin[following])
            following += 1
        # Cues that overlap stand together, the earlier above.
        shown = sorted(active, key=lambda span: (span[2].start, span[2].id))
        said = [looks.text(span[2]) if looks else span[2].text for span in shown]
        texts.append(_by_place(said))
    return _Part(track.language, rank, tuple(edges), tuple(texts))


def _by_place(texts: list[str]) -> tuple[str, ...]:
    """Texts that stand in the same place as one; a sign at the top takes no dialogue along."""
    if len(texts) < 2:
        return tuple(texts)
    groups: dict[tuple[object, ...], list[str]] = {}
    for text in texts:
        told = marked(text)
        group = groups.setdefault((told.anchor, told.at), [])
        if group and _SLANT.search(group[-1]):
            # What one cue began in italics ends with it.
            group[-1] += "{\\i0}"
        group.append(text)
    return tuple("\n".join(group) for group in groups.values())


def _span(cue: Cue, rate: FrameRate | None) -> tuple[int, int]:
    if rate is None:
        return cue.start, cue.end
    frames = visible_frames(cue.start, cue.end, rate)
    return frames.start, frames.stop
