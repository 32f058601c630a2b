"""The command line with all its commands filed, in the order that its help shows them."""

from __future__ import annotations

from studio.cli import presets
from studio.cli.main import main

# Importing a command files it.
__all__ = ["main", "presets"]
