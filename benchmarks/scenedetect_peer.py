"""Run by the peer's own Python: where each usual detector of PySceneDetect finds boundaries.

python scenedetect_peer.py FILM… prints JSON: for each film and detector the seconds of each find.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Mapping, Sequence
from typing import Any

# Names of what to run together, all with their own defaults.
DETECTORS: Mapping[str, Sequence[str]] = {
    "content": ("ContentDetector",),
    "adaptive": ("AdaptiveDetector",),
    "hash": ("HashDetector",),
    "hist": ("HistogramDetector",),
    "threshold": ("ThresholdDetector",),
    "content + threshold": ("ContentDetector", "ThresholdDetector"),
}


def found(peer: Any, path: str, names: Sequence[str]) -> list[float]:
    """Seconds from the film's first picture at which a scene begins, the first scene left out."""
    film = peer.open_video(path)
    first = float(film.base_timecode.seconds)
    manager = peer.SceneManager()
    for name in names:
        manager.add_detector(getattr(peer, name)())
    manager.detect_scenes(film)
    return [float(start.seconds) - first for start, _ in manager.get_scene_list()[1:]]


def main() -> None:
    """Every film that is named, with every detector."""
    peer = importlib.import_module("scenedetect")
    made = {
        path: {kind: found(peer, path, names) for kind, names in DETECTORS.items()}
        for path in sys.argv[1:]
    }
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main()
