"""How often type over real frames can be read afterwards, and what was done for it.

    python -m benchmarks.readable [--pairs N] [--looked N] [--films NAME …] [--pictures DIR]

Frames of the films in LOBBYCARD_MEDIA, the hardest of each among them (the brightest, the busiest,
the one with the largest faces), each with the copy of five languages in turn, over five formats
and all templates. Measured on the finished poster's ground at the file's full size: the contrast
of the worst 5 % of the pixels under the glyphs of every piece of type. Another `--looked` takes
other frames.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from benchmarks.material import LINES, media
from benchmarks.measuring import heading, table
from studio.core.geometry import Rect
from studio.core.said import Said
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.poster.branding import branded_layout
from studio.poster.document import PosterCopy
from studio.poster.layout import Layout
from studio.poster.paint import ground, lettered
from studio.poster.preflight.all import preflight
from studio.poster.preflight.sight import contrasts
from studio.poster.scrim import coverage
from studio.poster.still import Picture, Still, still_of
from studio.presets import store
from studio.stills.faces import faces

FORMATS = ("one-sheet", "dooh-landscape", "xiaohongshu", "wechat-cover", "youtube-thumbnail")
PAIRS = (("zh-Hans", "en"), ("zh-Hant", "en"), ("ja", "en"), ("ko", "en"), ("en", "zh-Hans"))
TITLES = {
    "zh-Hans": "夜摊",
    "zh-Hant": "夜攤",
    "ja": "夜の屋台",
    "ko": "밤의 노점",
    "en": "The Night Stall",
}
FILMS = (
    "big_buck_bunny_full_720p24.mp4",
    "sintel_trailer_720p24.mp4",
    "tears_of_steel_battle_800x332_vp8.webm",
    "elephants_dream_excerpt_360p24.mp4",
    "cosmos_laundromat_50s_sdr_640x268.mp4",
    "chaplin_silent_360p25.mp4",
    "popeye_1936_4x3_1440x1074_pgs.mkv",
    "nasa_shuttle_1080x608_vp8.webm",
    "iphone_vertical_hlg_editlist_vfr_1080p.mp4",
    "vertical_hdr10_av1_720x1280.mp4",
)
_LEGAL = "© 2026 Small Lights"
#: Of the frames that are looked at, so many of a film are kept: the hardest, and the rest evenly.
_KEPT = 4
#: Darker than this, of 255, is a fade.
_BLACK = 14.0


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A frame of a film, and why it was taken."""

    name: str
    why: str
    picture: Picture
    faces: tuple[Rect, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """A frame and copy, and where they are to come together."""

    shown: Shown
    languages: tuple[str, ...]
    form: str
    template: str
    number: int


@dataclass(frozen=True, slots=True)
class Score:
    """What became of a pair.

    `bare` and `after`: whether all its type can be read with nothing done but place and ink, and
    with all; `worst`: the least share of what is needed; `told`: whether preflight found it.
    """

    pair: str
    form: str
    template: str
    language: str
    why: str
    bare: bool
    after: bool
    worst: float
    told: bool
    strongest: float
    on_face: float
    steps: tuple[str, ...]


def frames_of(path: Path, looked: int) -> list[Shown]:
    """The hardest of `looked` frames of a film, and others."""
    film = probe(path)
    found: list[Shown] = []
    with FrameReader(film) as reader:
        for place in range(looked):
            at = film.duration * Fraction(2 * place + 1, 2 * looked)
            picture = reader.at(at).still()
            if picture.mean() >= _BLACK:
                own = faces(np.ascontiguousarray(picture[..., ::-1]))
                found.append(Shown(f"{path.stem}@{float(at):.2f}", "even", picture, own))
    if not found:
        return []
    hardest = {
        "bright": max(found, key=lambda one: one.picture.mean()),
        "busy": max(found, key=lambda one: _busy(one.picture)),
        "faces": max(found, key=lambda one: sum(face.area for face in one.faces)),
    }
    taken = {one.name: replace(one, why=why) for why, one in hardest.items()}
    rest = [one for one in found if one.name not in taken]
    for one in rest[:: max(1, len(rest) // _KEPT)]:
        if len(taken) < _KEPT:
            taken[one.name] = one
    return list(taken.values())


def _busy(picture: Picture) -> float:
    small = cv2.resize(picture, (320, 180), interpolation=cv2.INTER_AREA)
    return float(np.abs(cv2.Laplacian(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), cv2.CV_32F)).mean())


def pairs_of(shown: Sequence[Shown], count: int) -> Iterator[Pair]:
    """`count` pairs: every frame with every language, formats and templates in turn."""
    templates = store.names("posters")
    for number in range(count):
        frame, turn = number % len(shown), number // len(shown)
        yield Pair(
            shown[frame],
            PAIRS[(turn + frame) % len(PAIRS)],
            FORMATS[(frame + 2 * turn) % len(FORMATS)],
            templates[(frame // len(FORMATS) + turn) % len(templates)],
            number,
        )


def laid_out(pair: Pair) -> tuple[Layout, Still]:
    """The poster of a pair."""
    lines = {one: LINES[one][pair.number % len(LINES[one])] for one in pair.languages}
    copy = PosterCopy(pair.languages, lines, TITLES, _LEGAL)
    still = still_of(pair.shown.picture, None, pair.shown.faces)
    template, form = store.template(pair.template), store.poster_format(pair.form)
    return branded_layout(template, form, copy, still), still


def bare(layout: Layout) -> Layout:
    """With nothing done but place and ink."""
    tones = (replace(one, scrim=None, soft=None, shadow=0.0, plate=None) for one in layout.tones)
    return replace(layout, tones=tuple(tones))


def scored(pair: Pair, pictures: Path | None) -> Score:
    """Measured at full size."""
    layout, still = laid_out(pair)
    canvas = ground(layout, still)
    told = any(one.check == "contrast" for one in preflight(layout, canvas))
    worst = min((found.share for _, found in contrasts(layout, canvas, 1.0)), default=9.0)
    plain = bare(layout)
    before = ground(plain, still)
    ready = all(found.share >= 1 for _, found in contrasts(plain, before, 1.0))
    name = f"{pair.number:03}-{pair.shown.name}-{pair.form}-{pair.template}"
    if pictures is not None:
        _pictured(pictures / f"{name}.jpg", (plain, before), (layout, canvas))
    return Score(
        name,
        pair.form,
        pair.template,
        pair.languages[0],
        pair.shown.why,
        ready,
        worst >= 1,
        round(worst, 3),
        told,
        max(tone.strength for tone in layout.tones),
        _on_faces(layout),
        # Without their strengths, so that they can be counted.
        tuple(
            step.template if isinstance(step, Said) else step
            for tone in layout.tones
            for step in tone.done
        ),
    )


def _on_faces(layout: Layout) -> float:
    """The strongest any scrim is in the middle of a face."""
    most = 0.0
    for tone in layout.tones:
        if tone.scrim is None:
            continue
        cover = coverage(tone.scrim, layout.form.pixels, layout.faces)
        down, across = cover.shape[0] / layout.form.height, cover.shape[1] / layout.form.width
        for face in layout.faces:
            inner = face.inset(*(side * 0.15 for side in (face.width, face.height) * 2))
            part = inner.scaled(across, down)
            seen = cover[int(part.y) : int(part.bottom) + 1, int(part.x) : int(part.right) + 1]
            most = max(most, float(seen.max(initial=0.0)))
    return round(most, 3)


def _pictured(path: Path, *sides: tuple[Layout, Picture]) -> None:
    """Before and after, side by side, no larger than a screen."""
    made = []
    for layout, canvas in sides:
        lettered(canvas, layout)
        image = Image.fromarray(canvas)
        image.thumbnail((900, 900))
        made.append(image)
    whole = Image.new("RGB", (sum(one.width for one in made) + 8, made[0].height), "white")
    whole.paste(made[0], (0, 0))
    whole.paste(made[1], (made[0].width + 8, 0))
    path.parent.mkdir(parents=True, exist_ok=True)
    whole.save(path, quality=90)


def told(scores: Sequence[Score]) -> None:
    """The tables."""
    rows = []
    for group in ("all", "form", "template", "language", "why"):
        kinds = sorted({getattr(one, group) for one in scores}) if group != "all" else ["all"]
        for kind in kinds:
            own = [one for one in scores if group == "all" or getattr(one, group) == kind]
            rows.append(_row(kind, own))
    print(table(["pairs", "number", "before", "after", "silent", "strongest", "on a face"], rows))
    steps = Counter(step for one in scores for step in one.steps)
    print("\n" + "\n".join(f"- {count} × {step}" for step, count in steps.most_common()))
    for one in sorted(scores, key=lambda score: score.worst):
        if not one.after:
            print(f"- {one.worst:.2f} {one.pair} {', '.join(one.steps)}")


def _row(kind: str, own: Sequence[Score]) -> list[object]:
    def share(count: int) -> str:
        return f"{count / len(own):.1%}"

    silent = sum(not one.after and not one.told for one in own)
    strongest, on_face = max(one.strongest for one in own), max(one.on_face for one in own)
    return [
        kind, len(own), share(sum(one.bare for one in own)), share(sum(one.after for one in own)),
        silent, f"{strongest:.0%}", f"{on_face:.0%}",
    ]  # fmt: skip


def main() -> None:
    """Measure all pairs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=200)
    parser.add_argument("--looked", type=int, default=25, help="frames of each film")
    parser.add_argument("--films", nargs="+", default=list(FILMS))
    parser.add_argument("--pictures", type=Path)
    asked = parser.parse_args()
    root = media()
    if root is None:
        raise SystemExit("LOBBYCARD_MEDIA names no folder with films.")
    films = [root / "media" / "film" / name for name in asked.films]
    shown = [one for film in films for one in frames_of(film, asked.looked)]
    heading("readable", f"{asked.pairs} pairs of {len(shown)} frames from {len(asked.films)} films")
    told([scored(pair, asked.pictures) for pair in pairs_of(shown, asked.pairs)])


if __name__ == "__main__":
    main()
