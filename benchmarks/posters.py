"""Every poster format from one still beside a straightforward Pillow script.

    python -m benchmarks.posters [STILL] [--all] [--rounds N]

Without --all only formats up to 4 megapixels, written as PNG by both sides.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageOps

from benchmarks.measuring import Run, call, heading, in_turn, median, table, times, workplace
from studio.core.places import resources_folder
from studio.poster.document import PosterCopy
from studio.poster.exports.write import export_poster
from studio.poster.format import Format
from studio.poster.make import poster_of
from studio.poster.still import Picture, still_of
from studio.presets import store

COPY = {"zh-Hans": "灯不大，\n够一个人回家。", "en": "A small lamp.\nEnough to get home by."}
_MOST = 4_000_000
_SAVE: dict[str, dict[str, Any]] = {
    "png": {"compress_level": 5},
    "jpeg": {"subsampling": "4:4:4"},
    "tiff": {"compression": "tiff_lzw"},
}


def drawn_still() -> Picture:
    """A dusk with a lamp and film grain, 2560 × 1440, when no still is given."""
    ys, xs = np.mgrid[0:1440, 0:2560].astype(np.float32)
    fall = ys / 1440
    lamp = 120 * np.exp(-np.hypot(xs - 1700, ys - 600) / 160)
    grain = np.random.default_rng(3).normal(0, 5, (1440, 2560))
    grey = 120 - 90 * fall + lamp + grain
    levels = np.clip(np.stack([grey + 10, grey, grey + 25], axis=2), 0, 255)
    return np.asarray(levels, np.uint8)


def ours(picture: Picture, formats: tuple[Format, ...], out: Path) -> None:
    """Laid out, painted, checked and written, as the batch does: the still is looked at once."""
    copy = PosterCopy(("zh-Hans", "en"), COPY, {"zh-Hans": "夜摊", "en": "The Night Stall"})
    template = store.template("quiet-line")
    still = still_of(picture)
    for form in formats:
        made = poster_of(still, template, form, copy)
        export_poster(made, out / f"{form.name}.{form.extension}", form, {})


def pillow(picture: Picture, formats: tuple[Format, ...], out: Path) -> None:
    """Cropped around the middle, darkened below, two lines of text at fixed places, written."""
    source = Image.fromarray(picture)
    fonts = resources_folder() / "fonts"
    for form in formats:
        size = (form.pixels.width, form.pixels.height)
        made = ImageOps.fit(source, size, Image.Resampling.LANCZOS)
        shade = Image.linear_gradient("L").resize(size).point(lambda level: level * 0.6)
        made.paste((0, 0, 0), (0, 0), shade)
        draw = ImageDraw.Draw(made)
        unit = min(size) / 100
        for name, text, points, down in (
            ("NotoSerifCJK-Bold.ttc", COPY["zh-Hans"], 7 * unit, 0.6),
            ("Inter-VF.ttf", COPY["en"], 3.5 * unit, 0.82),
        ):
            font = ImageFont.truetype(str(fonts / name), points)
            draw.multiline_text((size[0] * 0.08, size[1] * down), text, "white", font)
        path = out / f"pillow-{form.name}.{form.extension}"
        quality = {"quality": form.quality} if form.kind == "jpeg" else {}
        made.save(path, **quality, **_SAVE[form.kind])


def chosen(everything: bool) -> tuple[Format, ...]:
    """All formats as they are, or the small ones as PNG."""
    formats = [store.poster_format(name) for name in store.names("formats")]
    if everything:
        return tuple(formats)
    small = [form for form in formats if form.pixels.pixels <= _MOST]
    return tuple(replace(form, kind="png", max_bytes=None) for form in small)


def main() -> None:
    """Measure both sides in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("still", type=Path, nargs="?")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    picture = drawn_still()
    if asked.still:
        with Image.open(asked.still, formats=("PNG", "JPEG", "TIFF")) as opened:
            picture = np.asarray(opened.convert("RGB"))
    formats = chosen(asked.all)
    millions = sum(form.pixels.pixels for form in formats) / 1e6
    kinds = "their own kinds" if asked.all else "PNG"
    with workplace() as folder:
        heading("posters", f"{len(formats)} formats, {millions:.0f} megapixels in all, {kinds}")

        def mine() -> Run:
            return call(lambda: ours(picture, formats, folder))

        def theirs() -> Run:
            return call(lambda: pillow(picture, formats, folder))

        mine()
        found = in_turn({"Lobbycard": mine, "Pillow script": theirs}, asked.rounds)
        ours_, pillow_ = median(found["Lobbycard"]), median(found["Pillow script"])
        rows = [
            [
                "Lobbycard",
                f"{ours_.wall:.2f} s",
                f"{ours_.cpu:.2f} s",
                times(ours_.wall / pillow_.wall),
            ],
            ["Pillow script", f"{pillow_.wall:.2f} s", f"{pillow_.cpu:.2f} s", ""],
        ]
        print(table(["side", "wall", "CPU", "ours: wall"], rows))


if __name__ == "__main__":
    main()
