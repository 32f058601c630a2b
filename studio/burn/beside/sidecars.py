"""Subtitles that go with a delivery unburned: in its own times, as files beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studio.burn.asked.finding import Finding
from studio.burn.asked.wanted import Sidecar
from studio.burn.beside.names import sidecar_names
from studio.burn.captions.moments import Cut
from studio.core.later import named
from studio.core.said import said
from studio.core.time import FrameRate, round_half_up, visible_frames
from studio.subs.ass_look import looks_of
from studio.subs.cue import Cue, Track

if TYPE_CHECKING:
    from studio.subs.writing import Planned, planned
else:
    # What writes subtitle files is loaded where one is asked for.
    planned = named("studio.subs.writing", "planned")

# Our own tag for a sign's place in shares of the picture, which no subtitle file knows.
_SIGN = re.compile(r"\\at\([^()]*\)")
_EMPTY = re.compile(r"\{\s*\}")


def in_delivery(track: Track, cuts: Sequence[Cut], rate: FrameRate | None) -> Track:
    """The track as a delivery of these `cuts` shows it: times from its first frame, cues clipped to
    what is shown, those that would stand on no frame left out.

    What its file says of places and italics is in the texts; of the file itself nothing is kept.
    """
    looks = looks_of(track)
    found: list[tuple[int, int, str]] = []
    for cut in cuts:
        first, last = round_half_up(cut.start * 1000), round_half_up(cut.stop * 1000)
        later = round_half_up(cut.at * 1000) - first
        for cue in track.cues:
            start, end = max(cue.start, first) + later, min(cue.end, last) + later
            if cue.text.strip() and start < end and _is_seen(start, end, rate):
                found.append((start, end, _unplaced(looks.text(cue) if looks else cue.text)))
    found.sort(key=lambda one: one[:2])
    cues = (Cue(number, *one) for number, one in enumerate(found, start=1))
    return Track(track.language, tuple(cues))


def _is_seen(start: int, end: int, rate: FrameRate | None) -> bool:
    return rate is None or len(visible_frames(start, end, rate)) > 0


def _unplaced(text: str) -> str:
    return _EMPTY.sub("", _SIGN.sub("", text)) if "\\at(" in text else text


def sidecars(out: Path, tracks: Sequence[Track], kinds: Sequence[Sidecar]) -> tuple[Planned, ...]:
    """What is to be written beside `out` for tracks in its times; UTF-8, nothing written yet."""
    names = sidecar_names(out, [track.language for track in tracks], kinds)
    pairs = [(track, kind) for kind in kinds for track in tracks]
    return tuple(
        planned(track, path, format=kind) for (track, kind), path in zip(pairs, names, strict=True)
    )


def lost_beside(made: Iterable[Planned]) -> tuple[Finding, ...]:
    """What the files beside a delivery could not keep of the subtitles."""
    return tuple(
        Finding("sidecar", "hint", said("{name}: {loss}", name=one.path.name, loss=loss))
        for one in made
        for loss in one.losses
    )
