"""What a brand lends to a poster: its inks, its faces, its logo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import BytesIO
from math import sqrt
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image, UnidentifiedImageError

from studio.core.colour import Colour
from studio.core.errors import BadValue, CannotRead
from studio.core.files import read_bytes
from studio.core.geometry import Rect, Size
from studio.core.kept import Kept
from studio.core.said import said
from studio.poster.format import Format
from studio.poster.svg import rendered
from studio.poster.template import Template
from studio.typeset.style import SCRIPTS, TypeStyle

KINDS = ("PNG", "TIFF")
_MOST_BYTES = 32 * 1024 * 1024
_logos: Kept[tuple[str, str], npt.NDArray[np.uint8]] = Kept(
    64_000_000, lambda pixels: pixels.nbytes
)
"""Files as straight RGBA, each known by its path and hash."""
_MOST_PIXELS = 16_000_000
#: The logo's area, and its longest and tallest, as shares of the file's square root of area.
_SIZE, _WIDEST, _TALLEST = 0.075, 0.24, 0.09
#: Air around the logo, as a share of its height.
_AIR = 0.5
_SIZES = (0.4, 2.5)


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo's file (SVG, or PNG or TIFF with transparency) and its SHA-256.

    `width`, `height`: pixels; of an SVG those that it is brought to.
    """

    sha256: str
    width: int
    height: int
    light: float = 1.0
    """The relative luminance of its ink, 0 to 1."""
    path: str = ""
    """Where it lies on this machine; not a part of what it shows."""

    @property
    def size(self) -> Size:
        """In pixels of its own."""
        return Size(self.width, self.height)


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand as posters show it. Whatever is not given stays the template's.

    `light` and `dark` are the two inks as #rrggbb; `faces` families by script. `logo_light` stands
    on dark grounds, `logo_dark` on light ones, either for both where it is alone; `size` is a
    factor on the usual size of a logo, 0.4 to 2.5. Raises ValueError.
    """

    light: str = ""
    dark: str = ""
    faces: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    logo_light: Logo | None = None
    logo_dark: Logo | None = None
    size: float = 1.0

    def __post_init__(self) -> None:
        for colour in (self.light, self.dark):
            if colour:
                Colour.parse(colour)
        if not set(self.faces) <= set(SCRIPTS):
            raise ValueError(said("faces must be of some of {listed}", listed=", ".join(SCRIPTS)))
        if not _SIZES[0] <= self.size <= _SIZES[1]:
            raise ValueError(said("size must be 0.4 to 2.5, is {size}", size=self.size))

    def logo_on(self, *, light: bool) -> Logo | None:
        """The logo that goes with light ink, or with dark."""
        first, second = self.logo_light, self.logo_dark
        return (first or second) if light else (second or first)

    @property
    def logos(self) -> tuple[Logo, ...]:
        """Those it has."""
        return tuple(one for one in (self.logo_light, self.logo_dark) if one is not None)

    def placed(self, paths: Mapping[str, str]) -> Brand:
        """The same with the places of its logos on this machine, by their hash."""
        return self._with({one.sha256: paths.get(one.sha256, "") for one in self.logos})

    def bare(self) -> Brand:
        """The same without places: all that it shows."""
        return self._with({})

    def _with(self, paths: Mapping[str, str]) -> Brand:
        def moved(logo: Logo | None) -> Logo | None:
            return None if logo is None else replace(logo, path=paths.get(logo.sha256, ""))

        light, dark = moved(self.logo_light), moved(self.logo_dark)
        return replace(self, logo_light=light, logo_dark=dark)


def branded(template: Template, brand: Brand | None) -> Template:
    """The template in the brand's inks and faces."""
    if brand is None:
        return template
    return replace(
        template,
        light=Colour.parse(brand.light) if brand.light else template.light,
        dark=Colour.parse(brand.dark) if brand.dark else template.dark,
        scripts=_faced(template.scripts, brand),
        seconds=_faced(template.seconds, brand),
        small=_faced(template.small, brand),
        titles=_faced(template.titles, brand),
        credits=_faced(template.credits, brand),
    )


def _faced(styles: dict[str, TypeStyle], brand: Brand) -> dict[str, TypeStyle]:
    # The template's own come after: they have what the brand's may lack.
    return {
        script: replace(style, families=(*brand.faces.get(script, ()), *style.families))
        for script, style in styles.items()
    }


def logo_places(
    logo: Logo, brand: Brand, form: Format, safe: Rect, taken: Sequence[Rect]
) -> tuple[Rect, ...]:
    """Where the logo may stand: the corners of `safe` that are clear of what is `taken`.

    At the foot's end first, as on cinema posters, then at the head.
    """
    unit = sqrt(form.width * form.height)
    by = unit * _SIZE * brand.size / sqrt(logo.width * logo.height)
    by = min(
        by, unit * _WIDEST * brand.size / logo.width, unit * _TALLEST * brand.size / logo.height
    )
    by = min(by, safe.width * 0.5 / logo.width, safe.height * 0.3 / logo.height)
    width, height = logo.width * by, logo.height * by
    found = []
    for x, y in ((1.0, 1.0), (0.0, 1.0), (1.0, 0.0), (0.0, 0.0), (0.5, 1.0), (0.5, 0.0)):
        left = safe.x + x * (safe.width - width)
        top = safe.y + y * (safe.height - height)
        box = Rect(left, top, width, height)
        airy = box.grown(height * _AIR)
        if all(airy.meet(one).area <= 0 for one in taken):
            found.append(box)
    return tuple(found)


def read_logo(path: Path, digest: str) -> Logo:
    """A logo's file, checked. Raises CannotRead for other kinds, damage and too many pixels."""
    pixels = _pixels(str(path), digest)
    return Logo(digest, pixels.shape[1], pixels.shape[0], _light(pixels), str(path))


def _light(pixels: npt.NDArray[np.uint8]) -> float:
    """The relative luminance of what of straight RGBA is seen, by its opacity; 1 where nothing."""
    few = pixels[:: max(1, pixels.shape[0] // 200), :: max(1, pixels.shape[1] // 200)]
    alpha = few[..., 3].astype(np.int64)
    if not alpha.any():
        return 1.0
    mean = [int((few[..., one] * alpha).sum() // alpha.sum()) for one in range(3)]
    return round(Colour(*mean).luminance, 3)


def _pixels(path: str, digest: str) -> npt.NDArray[np.uint8]:
    return _logos.made((path, digest), lambda: _rgba(path))


def _rgba(path: str) -> npt.NDArray[np.uint8]:
    """Straight RGBA of the file."""
    data = read_bytes(Path(path), _MOST_BYTES)
    if Path(path).suffix.lower() == ".svg":
        return rendered(data, path)
    try:
        with Image.open(BytesIO(data), formats=KINDS) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise CannotRead(
                    said("The logo {path} has more than 16 million pixels.", path=path),
                    hint=said("Make it smaller."),
                )
            return np.array(image.convert("RGBA"))
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError,
    ) as error:  # fmt: skip
        raise CannotRead(
            said("The logo {path} is no PNG or TIFF that can be read.", path=path),
            hint=said("Export it as PNG with transparency."),
        ) from error


def logo_pixels(logo: Logo, size: Size) -> npt.NDArray[np.uint8]:
    """The logo as straight RGBA of `size`. Raises BadValue, CannotRead."""
    return np.array(_resized(logo, size).convert("RGBA"))


def _resized(logo: Logo, size: Size) -> Image.Image:
    """Premultiplied: colour that nobody sees must not come in at the edges."""
    if not logo.path:
        raise BadValue(said("The logo's file is not known here."), hint=said("Plan again."))
    image = Image.fromarray(_pixels(logo.path, logo.sha256))
    wanted = (size.width, size.height)
    return image.convert("RGBa").resize(wanted, Image.Resampling.LANCZOS)


def draw_logo(canvas: npt.NDArray[np.uint8], logo: Logo, box: Rect) -> None:
    """Lay the logo over `canvas` (h, w, 3) in `box`, in place. Raises BadValue, CannotRead."""
    size = max(1, round(box.width)), max(1, round(box.height))
    small = np.asarray(_resized(logo, Size(*size)))
    x, y = round(box.x), round(box.y)
    height, width = canvas.shape[:2]
    part = canvas[max(0, y) : min(height, y + size[1]), max(0, x) : min(width, x + size[0])]
    ink = small[max(0, -y) :, max(0, -x) :][: part.shape[0], : part.shape[1]].astype(np.uint16)
    clear = 255 - ink[..., 3:]
    part[...] = np.minimum(255, ink[..., :3] + (part * clear + 127) // 255).astype(np.uint8)
