"""What kinds of presets there are, and the type that each file of a kind is checked against."""

from __future__ import annotations

from typing import Protocol

from studio.burn.asked.preset import VideoPreset
from studio.captions.style import CaptionStyle
from studio.core.provenance import Provenance
from studio.poster.format import Format
from studio.poster.template import Template
from studio.subs.checks.base import CheckProfile
from studio.subs.checks.rules import WordList


class Preset(Protocol):
    """What every preset says about itself."""

    @property
    def schema(self) -> int:
        """The version of the file's form, 1 today."""

    @property
    def name(self) -> str:
        """Its name: lower case with hyphens, the same as the file's."""

    @property
    def summary(self) -> str:
        """One line for people."""

    @property
    def provenance(self) -> Provenance:
        """Where its figures come from."""


KINDS: dict[str, type[Preset]] = {
    "posters": Template,
    "formats": Format,
    "captions": CaptionStyle,
    "video": VideoPreset,
    "checks": CheckProfile,
    "words": WordList,
}
