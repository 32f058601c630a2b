"""What the tests of burning share: small drawn films, cues and a style that leaves numbers free."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from studio.burn.asked.preset import FrameSettings, PictureSettings, SoundSettings, VideoPreset
from studio.captions.style import CaptionStyle
from studio.core.places import presets_folder
from studio.core.plain import load_toml
from studio.core.provenance import Provenance
from studio.media.film import Film
from studio.media.probe import probe
from studio.subs.cue import Cue, Track
from tests.drawn import draw_film

ChineseCue = "灯不大，够一个人回家。"
EnglishCue = "A small lamp. Enough to get home by."


@pytest.fixture(scope="session")
def films(
    _own_places_for_the_session: None, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., Film]:
    """`films(frames=…, …)`: a drawn film, probed; each is drawn once."""
    folder = tmp_path_factory.mktemp("films")
    made: dict[str, Film] = {}

    def film(suffix: str = "mp4", **changes: object) -> Film:
        key = f"{suffix} {sorted(changes.items())!r}"
        if key not in made:
            path = folder / f"film{len(made)}.{suffix}"
            made[key] = probe(draw_film(path, **changes))
        return made[key]

    return film


@pytest.fixture(scope="session")
def style() -> CaptionStyle:
    """Captions above the number that drawn films carry at their foot."""
    bundled = load_toml(presets_folder() / "captions" / "cinema-bilingual.toml", CaptionStyle)
    return replace(bundled, size=9.0, bottom=24.0)


@pytest.fixture
def tracks() -> tuple[Track, Track]:
    """One cue in two languages, from 0.4 s to 1.2 s."""
    return (
        Track("zh-Hans", (Cue(1, 400, 1200, ChineseCue),)),
        Track("en", (Cue(1, 400, 1200, EnglishCue),)),
    )


@pytest.fixture(scope="session")
def quick() -> Callable[..., VideoPreset]:
    """`quick(picture={…}, frame={…}, sound={…}, rate=…)`: same as the film, quickly encoded."""

    def preset(
        picture: dict[str, object] | None = None,
        frame: dict[str, object] | None = None,
        sound: dict[str, object] | None = None,
        **other: object,
    ) -> VideoPreset:
        told: dict[str, object] = {
            "codec": "libx264",
            "threads": 2,
            "crf": 10,
            "preset": "veryfast",
            **(picture or {}),
        }
        return VideoPreset(
            1,
            "quick",
            "For tests",
            Provenance("tests", "2025-11-22", True),
            other.pop("containers", ("mp4", "mov", "mkv")),  # type: ignore[arg-type]
            PictureSettings(**told),  # type: ignore[arg-type]
            FrameSettings(**(frame or {})),  # type: ignore[arg-type]
            SoundSettings(**(sound or {})),  # type: ignore[arg-type]
            **other,  # type: ignore[arg-type]
        )

    return preset


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder for deliveries."""
    return tmp_path / "out"
