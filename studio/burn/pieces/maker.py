"""Segments made: from the store where they are known, else painted and encoded.

Deliveries of one film that differ in their captions only are made side by side: where the pictures
are the same one piece serves them all, elsewhere one decoding feeds all their encoders.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, replace
from fractions import Fraction

import av

from studio.burn.captions.contrast import Weak
from studio.burn.edit.engine import VideoClip
from studio.burn.edit.lowering import Lowered, films_of
from studio.burn.edit.source import FilmSource
from studio.burn.edit.unset import Unset, gathered, unset_in
from studio.burn.picture.form import Form
from studio.burn.pieces.encoder import (
    FEW,
    LARGE,
    Encoding,
    at_once,
    cannot_encode,
    open_encoder,
    waiting_for,
)
from studio.burn.pieces.feeding import Feeder
from studio.burn.pieces.painting import Painter, Tools, walked
from studio.burn.pieces.room import Room
from studio.burn.pieces.segments import Packet, Piece, Segment
from studio.core.errors import CannotRead
from studio.core.memory import give_back
from studio.core.progress import Progress, Span
from studio.core.said import said
from studio.core.time import round_half_up
from studio.media.cache import Cache
from studio.media.frames import Frame

# Seconds between turns while an encoder is awaited.
_LOOK = 0.1
# Seconds between reports of how far a piece is.
_TELL = 0.03
_Moment = tuple[Fraction, list[av.VideoFrame]]
"""A time of the reel, and the picture of each delivery there."""


class Side:
    """One of the deliveries that are made side by side: its clip, and the room it has.

    `kept` counts its pieces that were there before.
    """

    def __init__(self, clip: VideoClip, room: Room) -> None:
        self.clip = clip
        self.room = room
        self.kept = 0


@dataclass(frozen=True, slots=True, eq=False)
class Wanted:
    """A segment of one of the deliveries."""

    side: Side
    segment: Segment


class Begun:
    """Pieces that end together, one of each delivery, as they come to be made.

    They may be taken in another thread than the one that makes them. What was taken is let go of: a
    piece of UHD may be 100 MB, and those of other deliveries may be long in the making.
    """

    def __init__(self) -> None:
        self._there: dict[int, Piece] = {}
        self._coming: dict[int, tuple[Future[list[Piece]], int]] = {}

    def there(self, places: Sequence[int], piece: Piece) -> None:
        """The piece of the deliveries at `places` was there before."""
        for place in places:
            self._there[place] = piece

    def coming(self, places: Sequence[Sequence[int]], future: Future[list[Piece]]) -> None:
        """`future` will give pieces: the first for the deliveries at the first of `places`."""
        for number, alike in enumerate(places):
            for place in alike:
                self._coming[place] = future, number

    def is_done(self, place: int) -> bool:
        """Whether `take` comes at once."""
        coming = self._coming.get(place)
        return place in self._there or (coming is not None and coming[0].done())

    def take(self, place: int, turn: Callable[[], None] = lambda: None) -> Piece:
        """The piece of the delivery at `place`, once; `turn` is called while it is awaited.

        Raises ToolFailed, CannotRead, and what `turn` raises.
        """
        while not self.is_done(place):
            turn()
            coming = self._coming.get(place)
            if coming is None:
                # Its turn has not come.
                time.sleep(_LOOK)
            else:
                wait((coming[0],), timeout=_LOOK)
        if place in self._there:
            return self._there.pop(place)
        future, number = self._coming.pop(place)
        return future.result()[number]


class PieceMaker:
    """Makes the pieces of deliveries that have the form and the encoding in common.

    Use it in a `with` block: it encodes in a thread of its own, one piece after the other, so that
    decoding and painting go on meanwhile. `apart`, it reads films by readers of its own, so that it
    may work beside another one of the same deliveries.
    """

    def __init__(
        self, form: Form, encoding: Encoding, store: Cache, *, apart: bool = False
    ) -> None:
        self._form = form
        self._apart = apart
        self._encoding = encoding
        self._store = store
        self._tools = Tools(form)
        self._painters: dict[Side, Painter] = {}
        self._sources: dict[tuple[object, object], FilmSource] = {}
        self._feeder: Feeder[_Moment, list[Piece]] = Feeder()

    def __enter__(self) -> PieceMaker:
        self._feeder.__enter__()
        return self

    def __exit__(self, *error: object) -> None:
        self._feeder.__exit__(*error)
        if self._apart:
            for source in self._sources.values():
                source.close()

    def begin(
        self,
        begun: Begun,
        wanted: Sequence[Wanted],
        progress: Progress,
        turn: Callable[[], None] = lambda: None,
    ) -> None:
        """Hand the pictures of segments that begin and end together to their encoders; `begun`
        tells of the pieces, which may be encoded yet on return.

        `turn` is called meanwhile. Raises ToolFailed, CannotRead, Cancelled.
        """
        places: dict[str, list[int]] = {}
        for place, one in enumerate(wanted):
            places.setdefault(one.segment.key or str(place), []).append(place)
        left: list[tuple[str, Wanted]] = []
        for name, alike in places.items():
            known = self._known(wanted[alike[0]].segment)
            if known is None:
                left.append((name, wanted[alike[0]]))
            for place in alike[known is None :]:
                wanted[place].side.kept += 1
            if known is not None:
                begun.there(alike, known)
        groups = list(self._groups(left))
        most = waiting_for(self._encoding, len(wanted))
        for number, group in enumerate(groups):
            part = Span(progress, number / len(groups), (number + 1) / len(groups))
            fed = self._fed([one for _, one in group], part, turn, most)
            begun.coming([places[name] for name, _ in group], fed)

    def _known(self, segment: Segment) -> Piece | None:
        known = self._store.get(segment.key) if segment.is_kept else None
        return Piece.unpack(known) if known is not None else None

    def _groups(self, left: list[tuple[str, Wanted]]) -> Iterator[list[tuple[str, Wanted]]]:
        """Those that show the same frames together, as many as may be at work at once."""
        same: dict[object, list[tuple[str, Wanted]]] = {}
        for name, one in left:
            film, start = one.segment.stretch.lowered, one.segment.stretch.start
            shown = film and (film.source.film, film.source.form, film.since - start)
            same.setdefault(shown or name, []).append((name, one))
        most = at_once(self._encoding)
        for group in same.values():
            for first in range(0, len(group), most):
                yield group[first : first + most]

    def _fed(
        self, group: list[Wanted], progress: Progress, turn: Callable[[], None], most: int
    ) -> Future[list[Piece]]:
        start, stop = group[0].segment.start, group[0].segment.stop
        at, last = start, 0.0
        known: list[_Known] = []
        # What several show is never drawn on in place.
        owned = most > FEW and len(group) == 1

        def moments() -> Iterator[_Moment]:
            nonlocal at
            for seconds, pictures in self._pictures(group, owned=owned):
                at = seconds
                yield seconds, pictures
            # Before the next piece is painted with the same painters.
            known.extend(_Known.of(one, self._painter(one)) for one in group)

        def looked() -> None:
            nonlocal last
            if time.monotonic() - last < _TELL:
                return
            last = time.monotonic()
            progress.report(float((at - start) / (stop - start)))
            turn()

        return self._feeder.feed(
            lambda taken: self._encoded(group, taken, known),
            moments(),
            looked,
            most,
        )

    def _encoded(
        self, group: list[Wanted], moments: Iterator[_Moment], known: list[_Known]
    ) -> list[Piece]:
        """In the encoder's thread: the pieces, kept in the store; `known` is there at the end."""
        lanes = [_Lane(one.segment, self._encoding, self._form) for one in group]
        pieces = []
        try:
            for seconds, pictures in moments:
                for place, picture in enumerate(pictures):
                    lanes[place].add(seconds, picture)
            for one, told in zip(group, known, strict=True):
                # Nothing else refers to the encoder: its memory is free before the piece is packed.
                pieces.append(lanes.pop(0).piece(told))
                self._keep(one, pieces[-1])
                if self._encoding.size.pixels > LARGE:
                    # Little beside the work on such pictures, and they are near the limit.
                    give_back()
        except av.error.FFmpegError as error:
            raise cannot_encode(self._encoding, error) from error
        return pieces

    def _keep(self, wanted: Wanted, piece: Piece) -> None:
        if wanted.segment.is_kept:
            packed = piece.pack()
            if wanted.side.room.may_keep(len(packed)):
                self._store.put(wanted.segment.key, packed)

    def _pictures(
        self, group: list[Wanted], *, owned: bool
    ) -> Iterator[tuple[Fraction, list[av.VideoFrame]]]:
        """(seconds, the picture of each) of all frames of the group's segments; `owned`, in memory
        that the decoder does not share."""
        segment, film = group[0].segment, group[0].segment.stretch.lowered
        if film is not None:
            film = self._shared(film)
            for seconds, frame in self._frames(segment, film):
                shaped = self._tools.shaped(film.source, frame)
                if owned:
                    # All that wait come from one pool; else it and the decoder's both grow to that.
                    shaped = self._tools.graphs.own(shaped, self._form.colour)
                yield seconds, self._captioned(group, shaped, seconds, owned=owned)
        elif self._form.rate is not None:
            rate = self._form.rate
            first, last = rate.nearest_frame(segment.start), rate.nearest_frame(segment.stop)
            for seconds in map(rate.seconds, range(first, last)):
                yield seconds, [_unfilmed(one, self._painter(one), seconds) for one in group]

    def _painter(self, wanted: Wanted) -> Painter:
        side = wanted.side
        if side not in self._painters:
            self._painters[side] = Painter(self._form, self._tools)
        return self._painters[side]

    def _shared(self, film: Lowered) -> Lowered:
        """The same stretch of film read by one reader, whichever delivery wants it."""
        key = film.source.film, film.source.form
        if key not in self._sources:
            self._sources[key] = film.source.again() if self._apart else film.source
        return replace(film, source=self._sources[key])

    def _frames(self, segment: Segment, film: Lowered) -> Iterator[tuple[Fraction, Frame]]:
        begin = segment.stretch.start
        if self._form.rate is None:
            yield from walked(film, segment.start, segment.stop)
            return
        rate = self._form.rate
        for number in range(rate.nearest_frame(segment.start), rate.nearest_frame(segment.stop)):
            seconds = rate.seconds(number)
            moment = film.since + seconds - begin
            yield seconds, film.source.moment(moment, doubled=self._form.doubled)

    def _captioned(
        self, group: list[Wanted], shaped: av.VideoFrame, seconds: Fraction, *, owned: bool
    ) -> list[av.VideoFrame]:
        made: list[av.VideoFrame] = []
        for number, one in enumerate(group):
            stretch = one.segment.stretch
            film = stretch.lowered
            picture = shaped
            if number + 1 < len(group):
                # Each draws on a frame of its own; the last may have the one that is left.
                picture = self._tools.graphs.again(shaped, self._form.colour)
            if film is not None:
                at = seconds - stretch.start
                picture = self._painter(one).captioned(film, picture, at, owned=owned)
            made.append(picture)
        return made


@dataclass(frozen=True, slots=True)
class _Known:
    """What painting a segment has told of its captions."""

    weak: tuple[Weak, ...]
    unset: Unset

    @classmethod
    def of(cls, wanted: Wanted, painter: Painter) -> _Known:
        segment = wanted.segment
        early = segment.start - segment.stretch.start
        weak = tuple(replace(one, seconds=one.seconds - early) for one in painter.weak())
        length = segment.stop - segment.start
        films = films_of(segment.stretch.side)
        return cls(weak, gathered(unset_in(film, early, length, painter.form) for film in films))


class _Lane:
    """One encoder at work on one segment."""

    def __init__(self, segment: Segment, encoding: Encoding, form: Form) -> None:
        self._segment = segment
        self._form = form
        self._encoding = encoding
        self._context = open_encoder(encoding)
        self._packets: list[Packet] = []

    def add(self, seconds: Fraction, picture: av.VideoFrame) -> None:
        """The next picture, at `seconds` of the reel."""
        picture.pts = round_half_up((seconds - self._segment.start) / self._form.time_base)
        picture.time_base = self._form.time_base
        # Left to the encoder: the decoder's choice would force its own.
        picture.pict_type = 0
        self._packets += [_packet(packet) for packet in self._context.encode(picture)]

    def piece(self, known: _Known) -> Piece:
        """All of it, when the last picture was added. Raises CannotRead where the film had none."""
        self._packets += [_packet(packet) for packet in self._context.encode(None)]
        segment = self._segment
        last = segment.stop == segment.stretch.stop
        # Where the rate varies, a picture may stand for longer than such a piece.
        if not self._packets and (self._encoding.segmentable or last):
            start = float(self._segment.start)
            raise CannotRead(
                said("The film has no picture from {start:.3f} s on.", start=start),
                hint=said("The film may be damaged; export it again."),
            )
        headers = self._context.extradata or b""
        return Piece(headers, tuple(self._packets), known.weak, known.unset)


def _unfilmed(one: Wanted, painter: Painter, seconds: Fraction) -> av.VideoFrame:
    """The picture at `seconds` of the reel where that is not a film alone."""
    stretch = one.segment.stretch
    if stretch.side is not None:
        return painter.shown(stretch.side, seconds - stretch.start)
    return painter.asked(one.side.clip, seconds)


def _packet(packet: av.Packet[av.VideoStream]) -> Packet:
    return Packet(packet.pts or 0, packet.is_keyframe, bytes(packet))
