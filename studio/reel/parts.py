"""A reel put together: leader, opening card, parts of a film, end card, with what joins them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from typing import Any

from studio.burn.asked.preset import VideoPreset
from studio.burn.captions.cues import Captions
from studio.burn.captions.moments import Cut
from studio.burn.edit.burnin import BurnIn
from studio.burn.edit.clip import SOUND_RATE, ExactClip, FilmClip
from studio.burn.edit.engine import require_moviepy
from studio.burn.edit.mixing import (
    Function,
    HeldFrames,
    MixedFrames,
    Ramp,
    Spliced,
    SplicedFrames,
    later,
)
from studio.burn.edit.plating import plates_for
from studio.burn.edit.reel import Reel, chapters_of
from studio.burn.edit.source import FilmSource
from studio.burn.edit.stamp import StampedFrames
from studio.burn.picture.form import Form, form_of, usual_rate
from studio.captions.style import CaptionStyle
from studio.core.errors import BadValue
from studio.core.geometry import Size
from studio.core.said import said
from studio.core.time import FrameRate, clock, round_half_up
from studio.media.film import Chapter, Film
from studio.poster.brand import Brand
from studio.reel.cards import Card, CardPicture, Motion, black
from studio.reel.form import size_in
from studio.reel.leader import LeaderFrames, leader_of
from studio.reel.limits import MOST_CUTS
from studio.reel.logo import logo_stamp
from studio.reel.music import Music, bed_of
from studio.reel.slate import SlateText
from studio.reel.sound import Heard, ReelSound, Score
from studio.subs.cue import Track


@dataclass(frozen=True, eq=False)
class CardPart:
    """A card of a reel: `picture` gives what it shows at a size, drawn when the reel is made.

    `fade` is the cross-fade with the film beside it, in seconds; 0 is a cut.
    """

    picture: Callable[[Size], CardPicture]
    seconds: Fraction
    fade: Fraction = Fraction(0)
    motion: Motion = field(default_factory=Motion)


@dataclass(frozen=True, eq=False)
class ReelParts:
    """What a film is delivered with. `cuts` are (in, out) seconds of the film; none: all of it.

    `join` is the cross-fade between cuts, in seconds. `slate` gives the words of the slate for
    the form and the length of the programme. `brand` lends the logo.
    """

    cuts: tuple[tuple[Fraction, Fraction], ...] = ()
    join: Fraction = Fraction(0)
    opening: CardPart | None = None
    ending: CardPart | None = None
    slate: Callable[[Form, Fraction], SlateText] | None = None
    brand: Brand | None = None
    music: Music | None = None


class ReelClip(ExactClip):
    """The MoviePy clip of a whole reel; `frames` are its parts in a row."""

    def __init__(
        self, frames: SplicedFrames, size: Size, rate: FrameRate, sound: ReelSound | None
    ) -> None:
        super().__init__(duration=float(frames.parts[-1].stop))
        self.size = (size.width, size.height)
        self.fps = float(rate.value)
        self.frame_function = frames
        self.audio = sound
        self.films: tuple[FilmClip, ...] = ()

    def close(self) -> None:
        """Let the films go."""
        for film in self.films:
            film.close()
        if self.audio is not None:
            self.audio.close()


_Found = tuple[Function, int, Fraction | None, int]
"""A part: its pictures, its frames, where in the film it begins if it is film, its own fade."""


@dataclass(frozen=True, eq=False)
class _Item:
    """A card or a part of the film: `start` and `frames` in the programme, `since` of the film."""

    function: Function
    start: int
    frames: int
    before: int
    after: int
    since: Fraction | None = None


def programme(
    film: Film,
    tracks: tuple[Track, ...],
    style: CaptionStyle | None,
    preset: VideoPreset,
    parts: ReelParts,
) -> Reel:
    """The reel of a film: what the preset's `reel` wants around it, and its own `parts`.

    The film is read first where a window follows it or a style asks where plates are needed.
    Everything begins and ends on frames of the delivery. Raises Missing without MoviePy; BadValue
    for cuts outside the film and fades longer than what they join; CannotRead.
    """
    require_moviepy()
    form = form_of(film, preset)
    if form.rate is None:
        rate = usual_rate(film.video.rate)
        form = replace(form, rate=rate, time_base=1 / rate.value)
    assert form.rate is not None
    made = _Assembly(film, form, form.rate, preset, parts)
    return made.reel(made.films(tracks, style))


class _Assembly:
    """What is known while a reel is put together."""

    def __init__(
        self, film: Film, form: Form, rate: FrameRate, preset: VideoPreset, parts: ReelParts
    ) -> None:
        self._film = film
        self._form = form
        self._rate = rate
        self._preset = preset
        self._parts = parts
        self._size = size_in(film, form)

    def reel(self, films: tuple[FilmClip, ...]) -> Reel:
        """The reel of the film, which is there twice."""
        items = self._items(films)
        settings = self._preset.reel
        length = items[-1].start + items[-1].frames
        text = SlateText(self._film.path.stem, ())
        if self._parts.slate is not None and settings.leader:
            text = self._parts.slate(self._form, self._rate.seconds(length))
        leader = leader_of(settings, self._size, self._rate, text)
        items = self._stamped(items)
        row: list[tuple[int, Function]] = []
        if leader.frames:
            row.append((leader.frames, LeaderFrames(leader)))
        row += self._row(items)
        hold, tail = self._frames(settings.hold), self._frames(settings.tail)
        if hold:
            last = items[-1]
            end = later(last.function, self._rate.seconds(last.frames - 1))
            row.append((hold, black(self._size) if last.after else HeldFrames(end)))
        if tail:
            row.append((tail, black(self._size)))
        frames = SplicedFrames(tuple(self._spliced(row)))
        sound = self._sound(items, leader.frames, sum(count for count, _ in row), leader.pop)
        clip = ReelClip(frames, self._size, self._rate, sound)
        clip.films = films
        chapters = self._chapters(items, leader.seconds)
        cuts = tuple(
            Cut(
                one.since,
                one.since + self._rate.seconds(one.frames),
                leader.seconds + self._rate.seconds(one.start),
            )
            for one in items
            if one.since is not None
        )
        return Reel(clip, self._form, self._preset, self._film, chapters, cuts)

    def films(self, tracks: tuple[Track, ...], style: CaptionStyle | None) -> tuple[FilmClip, ...]:
        """The film twice: neighbours in a cross-fade each read straight on."""
        film, form = self._film, self._form
        source_form = form if form.view is not None or form.doubled else None
        burned: BurnIn | None = None
        if style is not None and tracks:
            source = FilmSource(film, source_form)
            captions = Captions(tracks, style, self._rate)
            try:
                plates = plates_for(source, form, captions, (Fraction(0), film.duration))
            finally:
                source.close()
            burned = BurnIn(tracks, style, self._rate, plates)
        made: list[Any] = []
        for _ in range(2):
            clip: Any = FilmClip(film, source_form)
            clip.fps = float(self._rate.value)
            made.append(clip.with_effects([burned]) if burned is not None else clip)
        return tuple(made)

    def _frames(self, seconds: float | Fraction) -> int:
        return self._rate.nearest_frame(Fraction(seconds).limit_denominator(1_000_000))

    # -- the parts of the programme -------------------------------------------------------------

    def _items(self, films: tuple[FilmClip, ...]) -> list[_Item]:
        """Cards and cuts in order, with the frames that each shares with its neighbours."""
        rate, parts = self._rate, self._parts
        found: list[_Found] = []
        if parts.opening is not None:
            found.append(self._card(parts.opening))
        for number, (first, last) in enumerate(self._cuts()):
            clip: Any = films[number % 2]
            since = rate.seconds(first)
            cut = clip.between(since, rate.seconds(last))
            found.append((cut.frame_function, last - first, since, 0))
        if parts.ending is not None:
            found.append(self._card(parts.ending))
        joins = [self._join(one, other) for one, other in pairwise(found)]
        before = [self._frames(self._preset.reel.fade_in), *joins]
        after = [*joins, self._frames(self._preset.reel.fade_out)]
        items: list[_Item] = []
        start = 0
        for (function, frames, begun, _), a, b in zip(found, before, after, strict=True):
            if a + b > frames:
                raise BadValue(
                    said(
                        "A part that is {length} long cannot fade for {before} and {after}.",
                        length=clock(rate.seconds(frames)),
                        before=clock(rate.seconds(a)),
                        after=clock(rate.seconds(b)),
                    ),
                    hint=said("Make the part longer, or its fades shorter."),
                )
            items.append(_Item(function, start, frames, a, b, begun))
            start += frames - b
        return items

    def _join(self, one: _Found, other: _Found) -> int:
        """Frames in which two neighbours go over into each other."""
        if one[2] is not None and other[2] is not None:
            return self._frames(self._parts.join)
        return max(one[3], other[3])

    def _card(self, part: CardPart) -> tuple[Function, int, None, int]:
        frames = self._frames(part.seconds)
        picture = part.picture(self._size)
        seconds = self._rate.seconds(frames)
        card = Card(picture, self._size, seconds, motion=part.motion)
        return card.frame_function, frames, None, self._frames(part.fade)

    def _cuts(self) -> list[tuple[int, int]]:
        """First frame and the one after the last of each cut."""
        whole = self._rate.nearest_frame(self._film.duration)
        if not self._parts.cuts:
            return [(0, max(1, whole))]
        if len(self._parts.cuts) > MOST_CUTS:
            raise BadValue(said("A reel has at most {most} cuts.", most=MOST_CUTS))
        found: list[tuple[int, int]] = []
        for start, stop in self._parts.cuts:
            first = self._rate.nearest_frame(start)
            last = min(whole, self._rate.nearest_frame(stop))
            if not 0 <= first < last:
                raise BadValue(
                    said(
                        "The range from {first} to {stop} is not in the film, which is "
                        "{duration} long.",
                        first=clock(start),
                        stop=clock(stop),
                        duration=clock(self._film.duration),
                    ),
                    hint=said("Write it as 00:00:10-00:00:20."),
                )
            found.append((first, last))
        return found

    def _stamped(self, items: list[_Item]) -> list[_Item]:
        """The same with the logo over the film, from its first part to its last."""
        bug, brand = self._preset.reel.logo, self._parts.brand
        films = [item for item in items if item.since is not None]
        if bug is None or brand is None:
            return items
        span = (films[0].start, films[-1].start + films[-1].frames)
        stamp = logo_stamp(bug, brand, self._size, self._rate, span)
        if stamp is None:
            return items
        return [
            replace(
                item,
                function=StampedFrames(item.function, stamp, self._rate.seconds(item.start)),
            )
            if item.since is not None
            else item
            for item in items
        ]

    # -- picture, sound, chapters ---------------------------------------------------------------

    def _row(self, items: list[_Item]) -> list[tuple[int, Function]]:
        """(frames, function) one behind the other: parts alone, and what goes over between."""
        rate = self._rate
        row: list[tuple[int, Function]] = []
        first, last = items[0], items[-1]
        if first.before:
            row.append((first.before, self._mixed(black(self._size), first.function, first.before)))
        for place, item in enumerate(items):
            alone = item.frames - item.before - item.after
            if alone:
                row.append((alone, later(item.function, rate.seconds(item.before))))
            if item.after:
                going = later(item.function, rate.seconds(item.frames - item.after))
                coming = black(self._size) if item is last else items[place + 1].function
                row.append((item.after, self._mixed(going, coming, item.after)))
        return row

    def _mixed(self, one: Function, other: Function, frames: int) -> MixedFrames:
        return MixedFrames(one, other, Ramp(self._rate.seconds(frames), self._rate))

    def _spliced(self, row: list[tuple[int, Function]]) -> list[Spliced]:
        found: list[Spliced] = []
        at = 0
        for frames, function in row:
            start, stop = self._rate.seconds(at), self._rate.seconds(at + frames)
            found.append(Spliced(start, stop, function))
            at += frames
        return found

    def _sample(self, frames: int) -> int:
        return round_half_up(self._rate.seconds(frames) * SOUND_RATE)

    def _sound(
        self, items: list[_Item], leader: int, frames: int, pop: int | None
    ) -> ReelSound | None:
        heard: list[Heard] = []
        for item in items if self._film.audio else ():
            if item.since is None:
                continue
            start = leader + item.start
            at, end = self._sample(start), self._sample(start + item.frames)
            into = self._sample(start + item.before) - at
            out = end - self._sample(start + item.frames - item.after)
            first = round_half_up(item.since * SOUND_RATE)
            heard.append(Heard(first, at, end - at, into, out))
        pops: tuple[tuple[int, int], ...] = ()
        if pop is not None:
            pops = ((self._sample(pop), self._sample(pop + 1) - self._sample(pop)),)
        begin = self._sample(leader)
        stop = self._sample(leader + items[-1].start + items[-1].frames)
        music = self._parts.music
        bed = bed_of(music, self._film, heard, (begin, stop)) if music is not None else None
        if not heard and not pops and bed is None:
            return None
        return ReelSound(Score(self._film, tuple(heard), self._sample(frames), pops, bed))

    def _chapters(self, items: list[_Item], leader: Fraction) -> tuple[Chapter, ...]:
        """The film's chapters where the reel shows them."""
        found: list[Chapter] = []
        for item in items:
            if item.since is None:
                continue
            begin = leader + self._rate.seconds(item.start)
            end = item.since + self._rate.seconds(item.frames - item.after)
            found += [
                Chapter(one.start + begin, one.end + begin, one.title)
                for one in chapters_of(self._film, item.since, end)
            ]
        return tuple(found)
