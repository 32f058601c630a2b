"""How a string is set: faces, weight, spacing and size, and which style a language takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from studio.core.limits import within
from studio.core.said import said

#: The scripts that presets give a style to, in the order in which they stand in for each other.
SCRIPTS = ("hans", "hant", "jpan", "kore", "latin", "arab", "hebr")

_STAND_INS = {
    "hans": ("hant", "jpan", "latin"),
    "hant": ("hans", "jpan", "latin"),
    "jpan": ("hans", "hant", "latin"),
    "kore": ("jpan", "hans", "latin"),
    "latin": (),
    "arab": ("latin",),
    "hebr": ("latin",),
}


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """What a template or a caption style says about type.

    `families`: wished for in this order; what they lack comes from the bundled faces.
    `weight`: 1 to 1000, as in CSS; a face that has no such weight gives its nearest.
    `tracking`: em, between all clusters. `leading`: line pitch as a multiple of the size.
    `size`: pixels an em. `gap`: em between Han or kana and Latin or digits (CLREQ and JLREQ: at
    most 1/4; display settings take about 1/8). `italic` slants what has an italic: never CJK.
    `optical`: the `opsz` that faces with that axis are set with, whatever the size, so that a
    line keeps its shape when the size is fitted. `features`: OpenType tags to switch on, or off
    with a leading minus. Raises ValueError for figures out of bounds.
    """

    families: tuple[str, ...] = ()
    weight: int = 400
    tracking: float = 0.0
    leading: float = 1.3
    size: float = 100.0
    gap: float = 0.25
    italic: bool = False
    optical: float = 24.0
    features: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        bounds = (
            ("weight", self.weight, 1, 1000),
            ("tracking", self.tracking, -0.3, 3),
            ("leading", self.leading, 0.5, 5),
            ("size", self.size, 0.01, 40_000),
            ("gap", self.gap, 0, 1),
            ("optical", self.optical, 1, 500),
        )
        for name, value, least, most in bounds:
            within(name, value, least, most)
        for tag in self.features:
            if len(tag.removeprefix("-")) != 4 or not tag.isascii():
                raise ValueError(
                    said("features: “{tag}” is not an OpenType tag of four letters", tag=tag)
                )

    def sized(self, size: float) -> TypeStyle:
        """The same style with `size` pixels an em."""
        return replace(self, size=size)


@lru_cache(maxsize=256)
def script_of(language: str) -> str:
    """One of SCRIPTS for a BCP 47 tag; what is not known is set as Latin."""
    parts = language.replace("_", "-").lower().split("-")
    tail = set(parts[1:])
    if parts[0] in ("zh", "yue", "cmn"):
        return "hant" if parts[0] == "yue" or tail & {"hant", "tw", "hk", "mo"} else "hans"
    plain = {"ja": "jpan", "ko": "kore", "he": "hebr", "iw": "hebr", "yi": "hebr"}
    plain |= dict.fromkeys(("ar", "fa", "ur", "ps", "ug", "ckb"), "arab")
    return plain.get(parts[0], "latin")


def style_for(styles: Mapping[str, TypeStyle], language: str) -> TypeStyle:
    """The style for `language` among those given by script; a near one where it has none."""
    script = script_of(language)
    for name in (script, *_STAND_INS[script]):
        if name in styles:
            return styles[name]
    return TypeStyle()
