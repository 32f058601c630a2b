"""Which captions stand on the picture at which time, and where that changes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from studio.burn.moments import frame_at
from studio.captions.layer import CaptionLayer, CaptionText, compose, layer_key
from studio.captions.style import CaptionStyle
from studio.core.geometry import Size
from studio.core.time import FrameRate, visible_frames
from studio.subs.cue import Cue, Track

Texts = tuple[CaptionText, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """The cues of one track by place: `edges` in order, `texts[i]` from edge i to the next.

    Places are frame numbers where the rate is constant, milliseconds where it is not.
    """

    language: str
    edges: tuple[int, ...]
    texts: tuple[str, ...]

    def at(self, place: Fraction | int) -> str:
        found = bisect_right(self.edges, place) - 1
        return self.texts[found] if found >= 0 else ""


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
        return tuple(_part(track, self.rate) for track in self.tracks)

    def texts(self, seconds: Fraction) -> Texts:
        """What stands on the picture at `seconds`; () where nothing does."""
        place = self._place(seconds)
        found = tuple(CaptionText(part.language, part.at(place)) for part in self._parts)
        return found if any(text.text for text in found) else ()

    def layer(self, texts: Texts, size: Size) -> CaptionLayer:
        """The drawn captions for a picture of `size`, upright and with square pixels."""
        return compose(texts, self.style, size)

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
        found = tuple(CaptionText(part.language, part.at(place)) for part in self._parts)
        return found if any(text.text for text in found) else ()

    def _place(self, seconds: Fraction) -> Fraction | int:
        return seconds * 1000 if self.rate is None else frame_at(seconds, self.rate)


def _part(track: Track, rate: FrameRate | None) -> _Part:
    spans = [(*_span(cue, rate), cue) for cue in track.cues if cue.text.strip()]
    spans = [span for span in spans if span[0] < span[1]]
    edges = sorted({edge for start, stop, _ in spans for edge in (start, stop)})
    begin = sorted(spans, key=lambda span: span[0])
    texts: list[str] = []
    active: list[tuple[int, int, Cue]] = []
    following = 0
    for edge in edges:
        active = [span for span in active if span[1] > edge]
        while following < len(begin) and begin[following][0] <= edge:
            active.append(begin[following])
            following += 1
        # Cues that overlap stand together, the earlier above.
        shown = sorted(active, key=lambda span: (span[2].start, span[2].id))
        texts.append("\n".join(span[2].text for span in shown))
    return _Part(track.language, tuple(edges), tuple(texts))


def _span(cue: Cue, rate: FrameRate | None) -> tuple[int, int]:
    if rate is None:
        return cue.start, cue.end
    frames = visible_frames(cue.start, cue.end, rate)
    return frames.start, frames.stop
