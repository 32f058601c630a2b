"""Lists of shots as other programs read them: CSV, CMX 3600 EDL, OpenTimelineIO."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from studio.core.time import clock, timecode
from studio.media.film import Film
from studio.shots.detect import Detection
from studio.shots.shot import Shot, Transition

_MOST_EVENTS = 999


def csv_list(film: Film, found: Detection) -> str:
    """One row a shot, with a header; timecodes, seconds and PTS; CRLF as RFC 4180 wants."""
    stream = io.StringIO()
    rows = csv.writer(stream)
    rows.writerow(
        ["shot", "in", "start", "end", "start_seconds", "end_seconds", "start_pts", "end_pts"]
    )
    for number, shot in enumerate(found.shots, 1):
        rows.writerow(
            [
                number,
                shot.kind,
                _code(film, shot.start),
                _code(film, shot.end),
                f"{float(film.time_of(shot.start)):.6f}",
                f"{float(film.time_of(shot.end)):.6f}",
                shot.start,
                shot.end,
            ]
        )
    return stream.getvalue()


def edl_list(film: Film, found: Detection) -> str:
    """CMX 3600, source and record the same: a cut or a dissolve (D, in frames) for each shot.

    Numbers go to 999 and start again, as the format has three digits for them.
    """
    drop = "DROP FRAME" if film.video.rate.can_drop else "NON-DROP FRAME"
    lines = [f"TITLE: {_plain(film.path.stem)}", f"FCM: {drop}", ""]
    for number, shot in enumerate(found.shots):
        event = number % _MOST_EVENTS + 1
        span = f"{_code(film, shot.start)} {_code(film, shot.end)}"
        lines.append(f"{event:03}  AX       V     {_effect(film, found, shot)} {span} {span}")
        lines.append(f"* FROM CLIP NAME: {_plain(film.path.name)}")
        if shot.kind not in ("first", "cut"):
            lines.append(f"* BEGINS WITH A {shot.kind.upper()}")
    return "\r\n".join(lines) + "\r\n"


def otio_list(film: Film, found: Detection) -> str:
    """An OpenTimelineIO timeline (JSON): one clip a shot, transitions as metadata."""
    rate = float(film.video.rate.value)

    def at(frame: int) -> dict[str, Any]:
        return {"OTIO_SCHEMA": "RationalTime.1", "rate": rate, "value": float(frame)}

    def span(shot: Shot | Transition) -> dict[str, Any]:
        first, stop = film.index_of(shot.start), film.index_of(shot.end)
        return {
            "OTIO_SCHEMA": "TimeRange.1",
            "start_time": at(first),
            "duration": at(stop - first),
        }

    clips = [
        {
            "OTIO_SCHEMA": "Clip.1",
            "name": f"{film.path.stem} {number:03}",
            "source_range": span(shot),
            "media_reference": {
                "OTIO_SCHEMA": "ExternalReference.1",
                "target_url": film.path.name,
            },
            "metadata": {"lobbycard": {"in": shot.kind, "start": clock(film.time_of(shot.start))}},
        }
        for number, shot in enumerate(found.shots, 1)
    ]
    track = {"OTIO_SCHEMA": "Track.1", "name": "V1", "kind": "Video", "children": clips}
    timeline = {
        "OTIO_SCHEMA": "Timeline.1",
        "name": film.path.stem,
        "tracks": {"OTIO_SCHEMA": "Stack.1", "name": "tracks", "children": [track]},
        "metadata": {
            "lobbycard": {
                "transitions": [
                    {"kind": change.kind, "range": span(change)} for change in found.transitions
                ]
            }
        },
    }
    return json.dumps(timeline, ensure_ascii=False, indent=1) + "\n"


def _code(film: Film, pts: int) -> str:
    return timecode(film.index_of(pts), film.video.rate)


def _effect(film: Film, found: Detection, shot: Shot) -> str:
    for change in _around(found, shot.start):
        if change.kind == "dissolve":
            frames = film.index_of(change.end) - film.index_of(change.start)
            return f"D    {min(frames, 999):03}"
    return "C       "


def _around(found: Detection, pts: int) -> Iterator[Transition]:
    return (change for change in found.transitions if change.start <= pts < change.end)


def _plain(name: str) -> str:
    """A name that cannot break the line-based format."""
    return " ".join(name.split())
