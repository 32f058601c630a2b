"""A caption line with outline and shadow at 1080p beside Pillow's stroked text.

python -m benchmarks.type [--lines N]
"""

from __future__ import annotations

import argparse
import random
import statistics
import string
import time
from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from benchmarks.measuring import heading, table, times, workplace
from studio.captions.layer import CaptionText, compose
from studio.captions.style import CaptionStyle
from studio.core.geometry import Size
from studio.core.places import resources_folder
from studio.presets import store

FRAME = Size(1920, 1080)
_SIZE, _STROKE, _BLUR = 54, 3, 5
_FONTS = {"zh-Hans": ("NotoSansCJK-VF.otf.ttc", 2), "en": ("Inter-VF.ttf", 0)}


def pillow_font(language: str) -> ImageFont.FreeTypeFont:
    """The face that our captions take for the language, at its size and weight."""
    name, index = _FONTS[language]
    font = ImageFont.truetype(str(resources_folder() / "fonts" / name), _SIZE, index)
    font.set_variation_by_axes([500] if len(font.get_variation_axes()) == 1 else [14, 500])
    return font


def stroked(text: str, font: ImageFont.FreeTypeFont) -> Image.Image:
    """White text with a black stroke on a patch that just holds it."""
    left, top, right, bottom = font.getbbox(text, stroke_width=_STROKE)
    patch = Image.new("RGBA", (round(right - left), round(bottom - top)))
    draw = ImageDraw.Draw(patch)
    draw.text((-left, -top), text, "white", font, stroke_width=_STROKE, stroke_fill="black")
    return patch


def shadowed(text: str, font: ImageFont.FreeTypeFont) -> Image.Image:
    """The same over a blurred shadow, as Pillow's users make it."""
    line = stroked(text, font)
    size = (line.width + 4 * _BLUR, line.height + 4 * _BLUR)
    patch = Image.new("RGBA", size)
    patch.paste((0, 0, 0, 168), (2 * _BLUR, 2 * _BLUR + 2), line.getchannel("A"))
    patch = patch.filter(ImageFilter.GaussianBlur(_BLUR))
    patch.alpha_composite(line, (2 * _BLUR, 2 * _BLUR))
    return patch


def milliseconds(sides: dict[str, Callable[[str], object]], lines: list[str]) -> dict[str, float]:
    """The median for each side, line by line in turn; the first five lines warm up."""
    found: dict[str, list[float]] = {name: [] for name in sides}
    for number, line in enumerate(lines):
        for name, side in sides.items():
            began = time.perf_counter()
            side(line)
            if number >= 5:
                found[name].append((time.perf_counter() - began) * 1000)
    return {name: statistics.median(values) for name, values in found.items()}


def written(language: str, chance: random.Random) -> str:
    """A line of 14 common Chinese characters, or of about 38 letters, never twice the same."""
    if language == "en":
        words = ("".join(chance.choices(string.ascii_lowercase, k=5)) for _ in range(6))
        return " ".join(words).capitalize() + "."
    # Rows 16 to 55 of GB 2312 hold the common characters, by sound.
    rows = ((chance.randint(0xB0, 0xD6), chance.randint(0xA1, 0xFE)) for _ in range(14))
    return "".join(bytes(place).decode("gb2312") for place in rows)


def measured(language: str, style: CaptionStyle, count: int) -> list[list[object]]:
    """The rows of one language."""
    font, chance = pillow_font(language), random.Random(11)
    lines = [written(language, chance) for _ in range(count)]
    # Sides of ours that share no line: what one has drawn must not help the other.
    pairs = {
        line: (CaptionText("zh-Hans", written("zh-Hans", chance)), CaptionText("en", line[::-1]))
        for line in lines
    }

    def alone(line: str) -> object:
        return compose((CaptionText(language, line),), style, FRAME)

    def both(line: str) -> object:
        return compose(pairs[line], style, FRAME)

    sides: dict[str, Callable[[str], object]] = {
        "Lobbycard, one line": alone,
        "Lobbycard, zh-Hans and en": both,
        "Pillow, stroked": lambda line: stroked(line, font),
        "Pillow, stroked with a shadow": lambda line: shadowed(line, font),
    }
    found = milliseconds(sides, lines)
    mine = found["Lobbycard, one line"]
    return [
        [language, name, f"{value:.2f} ms", times(mine / value)] for name, value in found.items()
    ]


def main() -> None:
    """Measure Chinese and English lines, every one another text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=100)
    asked = parser.parse_args()
    with workplace():
        heading("type", f"{asked.lines} lines, {FRAME}, cinema-bilingual: outline and soft shadow")
        style = store.caption_style("cinema-bilingual")
        rows = [row for language in _FONTS for row in measured(language, style, asked.lines)]
        print(table(["language", "side", "median a line", "our line is"], rows))


if __name__ == "__main__":
    main()
