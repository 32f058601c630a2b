"""A reel: the MoviePy clip of a film delivery and the form it is delivered in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from studio.burn.asked.preset import MOST_TRACKS, VideoPreset
from studio.burn.captions.cues import Captions
from studio.burn.captions.moments import Cut, exact, slack
from studio.burn.edit.burnin import BurnIn
from studio.burn.edit.clip import FilmClip
from studio.burn.edit.engine import VideoClip, require_moviepy
from studio.burn.edit.lowering import Stretch, on_frames, same_form, stretches
from studio.burn.edit.plating import plates_for
from studio.burn.edit.source import FilmSource
from studio.burn.picture.form import Form, form_of, sdr_form, usual_rate
from studio.burn.picture.planes import Layout
from studio.burn.picture.tags import SDR
from studio.captions.style import CaptionStyle
from studio.core.errors import BadValue
from studio.core.geometry import Size
from studio.core.said import said
from studio.core.time import FrameRate, clock
from studio.media.film import Chapter, Film
from studio.subs.cue import Track


@dataclass(frozen=True, slots=True)
class Reel:
    """`clip` is any tree of MoviePy clips; `film` the one whose sound and tags are carried over.

    `chapters` count from the reel's beginning; `cuts` say which parts of the film it shows, for
    what goes with it in its own times. `subtitles` are tracks for the file, in its times; `cover`
    is a JPEG of the film for it.
    """

    clip: VideoClip
    form: Form
    preset: VideoPreset
    film: Film | None
    chapters: tuple[Chapter, ...] = ()
    cuts: tuple[Cut, ...] = ()
    subtitles: tuple[Track, ...] = ()
    cover: bytes = b""

    @property
    def size(self) -> Size:
        """The coded size of the delivered picture."""
        return self.form.size

    @property
    def rate(self) -> FrameRate | None:
        """The delivered rate; None where it varies with the film's."""
        return self.form.rate

    @property
    def seconds(self) -> Fraction:
        """How long it is."""
        return exact(self.clip.duration or 0)

    def plan(self, *, lower: bool = True) -> tuple[Form, tuple[Stretch, ...]]:
        """The form as it can really be delivered, and the stretches with borders on frames.

        With `lower` False everything is asked of MoviePy.
        """

        def fits(source: FilmSource) -> bool:
            own = source.form is None and self.form.view is None
            wanted = self.form if own else source.form
            return (
                lower
                and wanted is not None
                and same_form(wanted, self.form)
                and same_form(form_of(source.film, self.preset), self.form)
            )

        parts = stretches(self.clip, self.seconds, fits)
        asked = (Stretch(Fraction(0), self.seconds, None),)
        if not lower:
            parts = asked
        whole = all(part.side is not None for part in parts)
        form = self.form if whole else sdr_form(self.form)
        if form != self.form:
            parts = asked
        if form.rate is None:
            if len(parts) == 1 and parts[0].lowered is not None:
                return form, parts
            rate = usual_rate(FrameRate(Fraction(self.clip.fps).limit_denominator(1001)))
            form = replace(form, rate=rate, time_base=1 / rate.value)
        if form.rate is None:
            raise BadValue(said("A reel of several parts needs a constant rate."))
        return form, on_frames(parts, form.rate)


def film_reel(
    film: Film,
    tracks: tuple[Track, ...],
    style: CaptionStyle | None,
    preset: VideoPreset,
    start: Fraction | None = None,
    stop: Fraction | None = None,
) -> Reel:
    """The film from `start` to `stop` seconds with its captions (`style` None: textless).

    The film is read first where a window follows it or a style asks where plates are needed.

    Raises Missing without MoviePy; BadValue for a range outside the film, too many tracks and
    what the preset cannot do with this film.
    """
    require_moviepy()
    if style is not None and len(tracks) > MOST_TRACKS:
        raise BadValue(
            said(
                "{number} subtitle tracks were given; a picture takes {most_tracks} at most.",
                number=len(tracks),
                most_tracks=MOST_TRACKS,
            ),
            hint=said("Burn two languages into one file and the others into another."),
        )
    form = form_of(film, preset)
    source_form = form if form.view is not None or form.doubled else None
    clip: Any = FilmClip(film, source_form)
    first, last = _range(film, form, start, stop)
    if form.rate is not None:
        clip.fps = float(form.rate.value)
    if style is not None and tracks:
        source = FilmSource(film, source_form)
        captions = Captions(tracks, style, form.rate)
        try:
            plates = plates_for(source, form, captions, (first, last))
        finally:
            source.close()
        clip = clip.with_effects([BurnIn(tracks, style, form.rate, plates)])
    if first > 0 or last < film.duration:
        clip = clip.between(first, last)
    return Reel(clip, form, preset, film, chapters_of(film, first, last), (Cut(first, last),))


def chapters_of(film: Film, first: Fraction, last: Fraction) -> tuple[Chapter, ...]:
    """The film's chapters between `first` and `last`, from there on."""
    met = ((max(one.start, first), min(one.end, last), one.title) for one in film.chapters)
    return tuple(Chapter(a - first, b - first, title) for a, b, title in met if a < b)


def clip_reel(clip: VideoClip, preset: VideoPreset, film: Film | None = None) -> Reel:
    """A reel of any MoviePy clip: cards, compositions, somebody's own script.

    With `film` the form is that which the preset gives the film, else that of the clip: its size
    without odd rows, its rate, SDR in BT.709. Raises BadValue for a clip without end.
    """
    require_moviepy()
    if clip.duration is None:
        raise BadValue(
            said("The clip has no end."), hint=said("Give it a duration: clip.with_duration(5).")
        )
    if film is not None:
        return Reel(clip, form_of(film, preset), preset, film)
    size = Size(max(2, clip.size[0] // 2 * 2), max(2, clip.size[1] // 2 * 2))
    rate = FrameRate(Fraction(getattr(clip, "fps", None) or 25).limit_denominator(1001))
    if preset.rate not in ("film", "constant"):
        rate = FrameRate.parse(preset.rate)
    layout = Layout(8, 2, 2) if preset.picture.codec != "prores_ks" else Layout(10, 2, 1)
    codec = preset.picture.codec
    one = Fraction(1)
    form = Form(size, size, None, one, 0, rate, 1 / rate.value, layout, SDR, codec)
    return Reel(clip, form, preset, None)


def _range(
    film: Film, form: Form, start: Fraction | None, stop: Fraction | None
) -> tuple[Fraction, Fraction]:
    first = Fraction(0) if start is None else start
    last = film.duration if stop is None else min(stop, film.duration)
    if not 0 <= first < film.duration or last <= first:
        raise BadValue(
            said(
                "The range from {first} to {stop} is not in the film, which is {duration} long.",
                first=clock(first),
                stop=clock(stop or last),
                duration=clock(film.duration),
            ),
            hint=said("Write it as 00:00:10-00:00:20."),
        )
    if form.rate is None:
        if start is not None:
            first = _next_picture(film, first)
        return first, last
    begin, end = form.rate.nearest_frame(first), form.rate.nearest_frame(last)
    return form.rate.seconds(begin), form.rate.seconds(max(begin + 1, end))


def _next_picture(film: Film, seconds: Fraction) -> Fraction:
    """When the first picture at or after `seconds` starts; a film's rate may vary."""
    reader = FilmSource(film, None).reader
    with reader:
        walk = reader.walk(film.pts_of(seconds - slack(film)) + 1)
        return next((frame.seconds for frame in walk), seconds)
