"""Every poster format from one still beside a straightforward Pillow script.

    python -m benchmarks.posters [STILL …] [--all] [--rounds N]

Without --all only formats up to 4 megapixels, written as PNG by both sides. Without stills a drawn
one, and with LOBBYCARD_MEDIA three frames of real films: how long a layout is thought about depends
on the picture. All figures are medians of the rounds; how far the two sides' packing of the same
posters differs is told in bytes.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont, ImageOps

from benchmarks.material import media
from benchmarks.measuring import Run, call, heading, in_turn, median, table, times, workplace
from studio.core.places import resources_folder
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.poster.document import PosterCopy
from studio.poster.exports.write import export_poster
from studio.poster.format import Format
from studio.poster.make import poster_of
from studio.poster.still import Picture, still_of
from studio.presets import store

COPY = {"zh-Hans": "灯不大，\n够一个人回家。", "en": "A small lamp.\nEnough to get home by."}
#: Grass in the sun, a spaceship over the earth, a face in a dim room: the film and the second.
FILMS = {
    "bunny": ("big_buck_bunny_full_720p24.mp4", 150),
    "shuttle": ("nasa_shuttle_1080x608_vp8.webm", 20),
    "tears": ("tears_of_steel_battle_800x332_vp8.webm", 6),
}
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


def stills(given: list[Path]) -> Iterator[tuple[str, Picture]]:
    """The pictures that were named, else the drawn one and frames of real films."""
    for path in given:
        with Image.open(path, formats=("PNG", "JPEG", "TIFF")) as opened:
            yield path.stem, np.asarray(opened.convert("RGB"))
    if given:
        return
    yield "drawn", drawn_still()
    root = media()
    for name, (file, second) in FILMS.items() if root else ():
        with FrameReader(probe(Path(str(root), "media", "film", file))) as reader:
            yield name, np.ascontiguousarray(reader.at(Fraction(second)).still())


def packed_by_pillow(folder: Path, formats: tuple[Format, ...]) -> str:
    """How many bytes more our PNG files take than Pillow packs the same posters in, in per cent."""
    own = theirs = 0
    for form in formats:
        if form.kind == "png":
            path = folder / f"{form.name}.{form.extension}"
            own += path.stat().st_size
            stream = BytesIO()
            with Image.open(path) as image:
                image.save(stream, "PNG", **_SAVE["png"])
            theirs += stream.tell()
    return f"{own / theirs - 1:+.1%}" if theirs else ""


def measured(
    name: str, picture: Picture, formats: tuple[Format, ...], rounds: int, folder: Path
) -> list[str]:
    """A row of the table."""

    def mine() -> Run:
        return call(lambda: ours(picture, formats, folder))

    def script() -> Run:
        return call(lambda: pillow(picture, formats, folder))

    mine()
    found = in_turn({"Lobbycard": mine, "Pillow script": script}, rounds)
    own, other = median(found["Lobbycard"]), median(found["Pillow script"])
    return [
        name, f"{own.wall:.2f} s", f"{own.cpu:.2f} s", f"{other.wall:.2f} s", f"{other.cpu:.2f} s",
        times(own.wall / other.wall), times(own.cpu / other.cpu),
        packed_by_pillow(folder, formats),
    ]  # fmt: skip


def main() -> None:
    """Measure both sides in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("still", type=Path, nargs="*")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    formats = chosen(asked.all)
    millions = sum(form.pixels.pixels for form in formats) / 1e6
    kinds = "their own kinds" if asked.all else "PNG"
    with workplace() as folder:
        heading("posters", f"{len(formats)} formats, {millions:.0f} megapixels in all, {kinds}")
        rows = [
            measured(name, picture, formats, asked.rounds, folder)
            for name, picture in stills(asked.still)
        ]
        head = ["still", "wall", "CPU", "script: wall", "CPU", "wall", "CPU", "bytes of PNG"]
        print(table(head, rows))
        load = f"load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
        print(f"\nMedians of {asked.rounds} rounds; {load}")


if __name__ == "__main__":
    main()
