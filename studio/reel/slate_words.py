"""The words of a slate: what a delivery is, in the terms that broadcasters ask for."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from studio.burn.picture.form import Form
from studio.core.geometry import Size
from studio.core.time import FrameRate, timecode
from studio.media.film import Film
from studio.reel.slate import SlateText
from studio.subs.language_names import language_name

# How the shapes of pictures are called; others are said as a number to one.
_SHAPES = {(16, 9): "16:9", (9, 16): "9:16", (4, 3): "4:3", (1, 1): "1:1", (4, 5): "4:5"}
_LAYOUTS = {"mono": "Mono", "stereo": "Stereo", "5.1(side)": "5.1"}
_NEAR = 0.01


@dataclass(frozen=True, slots=True)
class SlateWords:
    """Gives the slate's text for the form and length that the reel comes to; no dates.

    `rows` are (label, value) that come first; `subtitles` the languages that are burned in.
    """

    film: Film
    title: str
    rows: tuple[tuple[str, str], ...] = ()
    language: str = "en"
    subtitles: tuple[str, ...] = ()

    def __call__(self, form: Form, length: Fraction) -> SlateText:
        rows = [
            *self.rows,
            ("Duration", _duration(length, form.rate)),
            ("Picture", _picture(form)),
            ("Sound", _sound(self.film)),
            # Broadcasters' staff read it, whatever the film speaks.
            ("Subtitles", ", ".join(language_name(one) for one in self.subtitles) or "None"),
        ]
        return SlateText(self.title, tuple(rows), self.language)


def _duration(length: Fraction, rate: FrameRate | None) -> str:
    if rate is None:
        return f"{float(length):g} s"
    return timecode(rate.nearest_frame(length), rate)


def _picture(form: Form) -> str:
    parts = [f"{form.display.width} × {form.display.height}", _shape(form.display)]
    if form.rate is not None:
        parts.append(f"{float(form.rate.value):.3f}".rstrip("0").rstrip(".") + " fps")
    if form.fields:
        parts.append(
            "interlaced, upper first" if form.fields == "top" else "interlaced, lower first"
        )
    return ", ".join(parts)


def _shape(size: Size) -> str:
    aspect = size.width / size.height
    for (wide, high), name in _SHAPES.items():
        if abs(aspect * high / wide - 1) < _NEAR:
            return name
    return f"{aspect:.2f}:1"


def _sound(film: Film) -> str:
    if not film.audio:
        return "None"
    layout = film.audio[0].layout
    return _LAYOUTS.get(layout, layout)
