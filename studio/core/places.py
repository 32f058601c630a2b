"""Where things lie: bundled presets and resources, the person's configuration, the cache."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from studio.core.errors import Missing
from studio.core.said import said

_ROOT = Path(__file__).resolve().parents[2]


def _bundled(folder: str) -> Path:
    return _found(_ROOT, folder)


@cache
def _found(root: Path, folder: str) -> Path:
    """Beside the packages in a checkout, below `lobbycard_data` in an installed wheel."""
    for place in (root / "lobbycard_data" / folder, root / folder):
        if place.is_dir():
            return place
    raise Missing(
        said("The folder “{folder}” of Lobbycard is not installed.", folder=folder),
        hint=said("Install Lobbycard again."),
    )


def presets_folder() -> Path:
    """The bundled presets: posters, formats, captions, video, checks."""
    return _bundled("presets")


def resources_folder() -> Path:
    """The bundled resources: fonts, icc, icons, i18n, models."""
    return _bundled("resources")


def docs_folder() -> Path:
    """The help for people, as Markdown; one folder below for each language but English."""
    return _bundled("docs")


def _home(variable: str, windows: str, mac: str, xdg: str, fallback: str) -> Path:
    if own := os.environ.get(variable):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get(windows, str(Path.home()))) / "Lobbycard"
    if sys.platform == "darwin":
        return Path.home() / "Library" / mac / "Lobbycard"
    return Path(os.environ.get(xdg) or Path.home() / fallback) / "lobbycard"


def config_folder() -> Path:
    """The person's own presets and settings; LOBBYCARD_CONFIG overrides. May not exist yet."""
    return _home("LOBBYCARD_CONFIG", "APPDATA", "Application Support", "XDG_CONFIG_HOME", ".config")


def cache_folder() -> Path:
    """Pixels, peaks, hashes; LOBBYCARD_CACHE overrides. Can be deleted at any time."""
    return _home("LOBBYCARD_CACHE", "LOCALAPPDATA", "Caches", "XDG_CACHE_HOME", ".cache")
