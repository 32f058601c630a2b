"""The templates and formats that can be worked with, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from studio.core.errors import StudioError, in_full
from studio.poster.format import Format
from studio.poster.template import Template
from studio.presets import store


@dataclass(frozen=True, slots=True)
class Designs:
    """By name, in order. `faults`: what is wrong with presets that cannot be read, in words."""

    templates: Mapping[str, Template]
    formats: Mapping[str, Format]
    faults: tuple[str, ...] = ()


def designs() -> Designs:
    """All of this machine; a preset that cannot be read is left out and said."""
    templates: dict[str, Template] = {}
    formats: dict[str, Format] = {}
    faults = []
    for name in store.names("posters"):
        try:
            templates[name] = store.template(name)
        except StudioError as error:
            faults.append(in_full(error))
    for name in store.names("formats"):
        try:
            formats[name] = store.poster_format(name)
        except StudioError as error:
            faults.append(in_full(error))
    return Designs(templates, formats, tuple(faults))
