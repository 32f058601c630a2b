"""A placement: how large a file is, what it is for, and where nothing may stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal, get_args

from studio.core.errors import BadValue
from studio.core.geometry import Rect, Size
from studio.core.provenance import Provenance
from studio.core.said import said
from studio.core.words import nearest

#: `pdf` is for print (PDF/X-4), `pdf-screen` for reading; `psd` has layers, `png16` 16 bits.
Kind = Literal["png", "jpeg", "tiff", "psd", "pdf", "pdf-screen", "png16"]
KINDS: tuple[Kind, ...] = get_args(Kind)
EXTENSIONS: dict[str, str] = {
    "png": "png", "jpeg": "jpg", "tiff": "tif", "psd": "psd", "pdf": "pdf", "pdf-screen": "pdf",
    "png16": "png",
}  # fmt: skip
#: What files are called besides, where another kind of the same format has the same ending.
_MARKS = {"pdf-screen": "-screen", "png16": "-16-bit"}
SRGB = "sRGB"
#: The press condition of what is to be printed and names none: FOGRA39, whose profile comes along.
PRESS = "ISO Coated v2 300%"
#: Kinds that only screens show, so that they are in sRGB; of these inks only are printed.
_FOR_SCREENS = ("png", "jpeg", "pdf-screen", "png16")
MM_PER_INCH = 25.4
#: The most pixels a format may have: a one-sheet at 300 dpi and half as much again.
MOST_PIXELS = 150_000_000
#: What a phone shows across its width, in CSS pixels; screen formats are judged there.
PHONE_WIDTH = 390


def _within(name: str, value: float, least: float, most: float) -> None:
    if not least <= value <= most:
        raise ValueError(
            said(
                "{name} must be {least} to {most:,}, is {value}",
                name=name,
                least=least,
                most=most,
                value=value,
            )
        )


@dataclass(frozen=True, slots=True)
class Insets:
    """Margins as shares (0 to 0.49) of the file's width (left, right) and height (top, bottom)."""

    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0

    def __post_init__(self) -> None:
        for name in ("left", "top", "right", "bottom"):
            _within(name, getattr(self, name), 0, 0.49)


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of the file, in shares of its sides, where no copy may stand; `reason` says why."""

    x: float
    y: float
    width: float
    height: float
    reason: str

    @property
    def rect(self) -> Rect:
        """In shares of the file."""
        return Rect(self.x, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True)
class Format:
    """A preset of presets/formats.

    `width`, `height`: pixels of the file, bleed included. `trim_mm`: the finished size of what
    hangs or is printed; absent for screens. `dpi`: of the file. `scale`: the file's size to the
    finished one. `bleed_mm`: on each side of the file, at the file's scale. `icc`: the profile
    the file is written in, sRGB or that of a press by its description (whether it is on this
    machine shows when it is used); `intent`: the press condition or screen it is made for. `tac`:
    the most ink the owner takes, in per cent. `quality`: JPEG, 1 to 100, the most that is tried.
    `max_bytes`: what the owner accepts. `safe`: margins that copy keeps from the edge of the file.
    `viewing_distance_m`: from where it is read. `min_ppi`: what the owner asks of the picture at
    finished size. `seen_px`: of what is not printed, how wide it is where it is seen, in CSS
    pixels (each 0.0213 degrees): 390 across a phone, about 1000 for a screen in the street, 1440
    on a desk. Raises ValueError for figures out of bounds, and for pixels that do not make the
    finished size.
    """

    schema: int
    name: str
    summary: str
    provenance: Provenance
    width: int
    height: int
    kind: Kind = "jpeg"
    dpi: float = 72.0
    trim_mm: tuple[float, float] | None = None
    scale: str = "1:1"
    bleed_mm: float = 0.0
    icc: str = SRGB
    intent: str = ""
    quality: int = 93
    max_bytes: int | None = None
    safe: Insets = Insets()
    forbidden: tuple[Zone, ...] = ()
    viewing_distance_m: float | None = None
    min_ppi: float | None = None
    tac: float | None = None
    seen_px: float = PHONE_WIDTH

    def __post_init__(self) -> None:
        _within("width", self.width, 16, 40_000)
        _within("height", self.height, 16, 40_000)
        _within("dpi", self.dpi, 10, 2400)
        _within("quality", self.quality, 1, 100)
        _within("bleed_mm", self.bleed_mm, 0, 100)
        if self.tac is not None:
            _within("tac", self.tac, 100, 400)
        _within("seen_px", self.seen_px, 100, 8000)
        if self.width * self.height > MOST_PIXELS:
            raise ValueError(
                said(
                    "width × height must be at most {most_pixels:,} pixels", most_pixels=MOST_PIXELS
                )
            )
        if self.icc != SRGB and self.kind in _FOR_SCREENS:
            raise ValueError(
                said(
                    "icc must be sRGB for {kind}; CMYK is written as TIFF, PSD or PDF",
                    kind=self.kind,
                )
            )
        if self.icc == SRGB and self.kind == "pdf":
            raise ValueError(said("icc must be the profile of a press for a PDF for print"))
        reduction = float(self.reduction)
        for trim, pixels in zip(self.trim_mm or (), (self.width, self.height), strict=False):
            wanted = (trim * reduction + 2 * self.bleed_mm) / MM_PER_INCH * self.dpi
            if abs(wanted - pixels) > 1:
                raise ValueError(
                    said(
                        "trim_mm {trim:g} at {dpi:g} dpi makes {wanted:.0f} pixels",
                        trim=trim,
                        dpi=self.dpi,
                        wanted=wanted,
                    )
                )

    @property
    def pixels(self) -> Size:
        """The file's size."""
        return Size(self.width, self.height)

    @property
    def called(self) -> str:
        """What files in it are called after: kinds that share an ending are told apart."""
        return self.name + _MARKS.get(self.kind, "")

    @property
    def extension(self) -> str:
        """Of the file's name, without the dot."""
        return EXTENSIONS[self.kind]

    def in_kind(self, kind: Kind, icc: str = "") -> Format:
        """The same placement in another kind of file, `icc` its profile.

        Without one it keeps its own where the kind takes it; else it is sRGB for screens, PRESS
        for a PDF for print. Raises ValueError as the format itself.
        """
        own = icc or self.icc
        if not icc and kind in _FOR_SCREENS:
            own = SRGB
        if not icc and kind == "pdf" and own == SRGB:
            own = PRESS
        return replace(self, kind=kind, icc=own)

    @property
    def is_deep(self) -> bool:
        """Whether the file holds 16 bits, and so wants the still in as many."""
        return self.kind == "png16"

    @property
    def reduction(self) -> Fraction:
        """The file's size over the finished one: 1/4 for `1:4`. Raises ValueError."""
        one, mark, other = self.scale.partition(":")
        if not mark or not one.isdigit() or not other.isdigit() or not int(one) * int(other):
            raise ValueError(said("scale must be written as 1:4, is “{scale}”", scale=self.scale))
        return Fraction(int(one), int(other))

    @property
    def is_print(self) -> bool:
        """Whether it has a size in the world."""
        return self.trim_mm is not None

    @property
    def bleed_px(self) -> float:
        """Bleed on each side of the file, in pixels."""
        return self.bleed_mm / MM_PER_INCH * self.dpi

    def millimetres(self, pixels: float) -> float:
        """How long `pixels` of the file are on the finished poster; 0 for screens."""
        return pixels / self.dpi * MM_PER_INCH / float(self.reduction) if self.is_print else 0.0

    def finished_ppi(self, pixels_per_pixel: float) -> float:
        """The picture's own pixels an inch of the finished poster.

        `pixels_per_pixel`: pixels of the picture for each pixel of the file.
        """
        return pixels_per_pixel * self.dpi * float(self.reduction)

    def safe_rect(self, margin: float = 0.0) -> Rect:
        """Where copy may stand, in pixels: within `safe`, and `margin` (pixels) from the trim."""
        least = self.bleed_px + margin
        return Rect(0, 0, self.width, self.height).inset(
            max(least, self.safe.left * self.width),
            max(least, self.safe.top * self.height),
            max(least, self.safe.right * self.width),
            max(least, self.safe.bottom * self.height),
        )

    def zones(self) -> tuple[Rect, ...]:
        """The forbidden zones in pixels."""
        return tuple(zone.rect.scaled(self.width, self.height) for zone in self.forbidden)


def in_kind(form: Format, kind: str, icc: str = "") -> Format:
    """`form.in_kind` for a kind and a profile as a document names them; empty: the format's own.

    Raises BadValue for a kind that there is not, and for a profile that it is not written in.
    """
    for known in KINDS:
        if known == (kind or (form.kind if icc else "")):
            try:
                return form.in_kind(known, icc)
            except ValueError as error:
                raise BadValue(
                    said(
                        "{form} as {kind} in “{icc}”: {error}.",
                        form=form.name,
                        kind=known,
                        icc=icc,
                        error=error,
                    ),
                    hint=said("Choose another profile, or another kind of file."),
                ) from error
    if kind:
        raise BadValue(
            said("There is no kind of file called “{kind}”.", kind=kind), hint=nearest(kind, KINDS)
        )
    return form
