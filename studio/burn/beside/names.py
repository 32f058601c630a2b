"""What the files are called that go with a delivery: after its own name, in its folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from studio.burn.asked.preset import VideoPreset
from studio.burn.asked.wanted import PosterFrame, Sidecar


def beside_names(out: Path, languages: Sequence[str], preset: VideoPreset) -> list[Path]:
    """All files that may go with the delivery `out`."""
    cover = cover_path(out, preset.poster_frame)
    names = sidecar_names(out, languages, preset.sidecars)
    return [*names, cover] if cover is not None else names


def sidecar_names(out: Path, languages: Sequence[str], kinds: Iterable[Sidecar]) -> list[Path]:
    """The names of the files beside `out`, kind by kind: `film.zh-Hans.srt`."""
    found: list[Path] = []
    for kind in kinds:
        for number, language in enumerate(languages):
            # A language that comes twice gets a number; one that is not known its usual tag.
            again = languages[:number].count(language)
            tag = f"{language or 'und'}{f'.{again + 1}' if again else ''}"
            found.append(out.with_name(f"{out.stem}.{tag}.{kind}"))
    return found


def cover_path(out: Path, kind: PosterFrame) -> Path | None:
    """Where the poster frame lies; None where it goes into the file. QuickTime has no place for an
    attached picture."""
    if not kind or (kind == "attached" and out.suffix.lower() != ".mov"):
        return None
    return out.with_name(f"{out.stem}.poster.{'jpg' if kind == 'attached' else kind}")
