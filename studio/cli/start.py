"""The command line with all its commands filed, in the order that its help shows them."""

from __future__ import annotations

from studio.cli import (
    burn,
    doctor,
    export,
    frame,
    make,
    new,
    poster,
    presets,
    probe,
    sample,
    shots,
    stills,
    subs,
)
from studio.cli.main import main

# Importing a command files it.
__all__ = [
    "burn",
    "doctor",
    "export",
    "frame",
    "main",
    "make",
    "new",
    "poster",
    "presets",
    "probe",
    "sample",
    "shots",
    "stills",
    "subs",
]
