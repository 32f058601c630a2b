"""Lists of shots as other programs read them: CSV, CMX 3600 EDL, OpenTimelineIO."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from studio.core.time import clock, timecode
from studio.media.film import Film
from studio.shots.detect import Detection
from studio.shots.shot import Shot, Transition

_MOST_EVENTS = 999
_COLUMNS = (
    "shot",
    "in",
    "start",
    "end",
    "start_seconds",
    "end_seconds",
    "start_pts",
    "end_pts",
    "short",
)


def csv_list(film: Film, found: Detection) -> str:
    """One row a shot, with a header; timecodes, seconds and PTS; CRLF as RFC 4180 wants.

    `short` is yes where a shot has but a few frames, and empty elsewhere.
    """
    stream = io.StringIO()
    rows = csv.writer(stream)
    rows.writerow(_COLUMNS)
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
                "yes" if found.is_short(shot) else "",
            ]
        )
    return stream.getvalue()


def edl_list(film: Film, found: Detection, stars: Sequence[int] = ()) -> str:
    """CMX 3600, source and record the same: a cut or a dissolve (D, in frames) for each shot.

    A dissolve begins where the film's does, with a line of no length for the shot it comes from,
    as the format wants. `stars` are PTS; they stand as `* LOC:` markers below their event. At 29.97
    and 59.94 timecodes drop frames; a variable rate is counted on the grid that it stands on, and a
    comment says so. Numbers go to 999 and start again: the format has three digits for them.
    """
    rate = film.video.rate
    lines = [
        f"TITLE: {_plain(film.path.stem)}",
        f"FCM: {'DROP' if rate.can_drop else 'NON-DROP'} FRAME",
    ]
    if not film.video.constant_rate:
        lines.append(f"* VARIABLE FRAME RATE: TIMECODES COUNT {rate} FRAMES A SECOND")
    lines.append("")
    starts = [_begin(found, shot) for shot in found.shots]
    ends = [*starts[1:], found.shots[-1].end] if found.shots else []
    for number, (shot, start, end) in enumerate(zip(found.shots, starts, ends, strict=True)):
        event = f"{number % _MOST_EVENTS + 1:03}  AX       V    "
        span = f"{_code(film, start)} {_code(film, end)}"
        effect = "C       "
        if start != shot.start:
            point = f"{_code(film, start)} {_code(film, start)}"
            lines.append(f"{event} C        {point} {point}")
            effect = f"D    {_length(film, found, shot):03}"
        lines.append(f"{event} {effect} {span} {span}")
        lines.append(f"* FROM CLIP NAME: {_plain(film.path.name)}")
        if shot.kind not in ("first", "cut"):
            lines.append(f"* BEGINS WITH A {shot.kind.upper()}")
        if found.is_short(shot):
            lines.append("* A SHORT ONE: LOOK WHETHER IT IS A SHOT")
        marks = (pts for pts in sorted(stars) if start <= pts < end)
        lines += [f"* LOC: {_code(film, pts)} YELLOW  STAR" for pts in marks]
    return "\r\n".join(lines) + "\r\n"


def otio_list(film: Film, found: Detection, stars: Sequence[int] = ()) -> str:
    """An OpenTimelineIO timeline (JSON): one clip a shot, dissolves between them, stars as markers.

    Times count the film's frames; of a variable rate those of the grid that it stands on.
    """
    count = _Frames(film)
    children: list[dict[str, Any]] = []
    for number, shot in enumerate(found.shots, 1):
        for change in _around(found, shot.start):
            if change.kind == "dissolve" and change.start < shot.start:
                children.append(count.dissolve(change, shot.start))
        children.append(count.clip(shot, number, stars, short=found.is_short(shot)))
    track = {"OTIO_SCHEMA": "Track.1", "name": "V1", "kind": "Video", "children": children}
    timeline = {
        "OTIO_SCHEMA": "Timeline.1",
        "name": film.path.stem,
        "global_start_time": count.at(0),
        "tracks": {"OTIO_SCHEMA": "Stack.1", "name": "tracks", "children": [track]},
        "metadata": {
            "lobbycard": {
                "transitions": [
                    {"kind": one.kind, "range": count.span(one.start, one.end)}
                    for one in found.transitions
                ],
                "constant_rate": film.video.constant_rate,
            }
        },
    }
    return json.dumps(timeline, ensure_ascii=False, indent=1) + "\n"


class _Frames:
    """The parts of a timeline, counted in the film's frames."""

    def __init__(self, film: Film) -> None:
        self._film = film
        self._rate = float(film.video.rate.value)

    def at(self, frame: int) -> dict[str, Any]:
        return {"OTIO_SCHEMA": "RationalTime.1", "rate": self._rate, "value": float(frame)}

    def span(self, start: int, end: int) -> dict[str, Any]:
        first, stop = self._film.index_of(start), self._film.index_of(end)
        return {
            "OTIO_SCHEMA": "TimeRange.1",
            "start_time": self.at(first),
            "duration": self.at(stop - first),
        }

    def clip(self, shot: Shot, number: int, stars: Sequence[int], *, short: bool) -> dict[str, Any]:
        film = self._film
        whole = self.span(film.video.first_pts, film.pts_of(film.duration))
        marked = [pts for pts in sorted(stars) if shot.start <= pts < shot.end]
        seen = {"in": shot.kind, "start": clock(film.time_of(shot.start)), "short": short}
        return {
            "OTIO_SCHEMA": "Clip.1",
            "name": f"{film.path.stem} {number:03}",
            "source_range": self.span(shot.start, shot.end),
            "media_reference": {
                "OTIO_SCHEMA": "ExternalReference.1",
                "target_url": film.path.name,
                "available_range": whole,
            },
            "markers": [self._marker(pts) for pts in marked],
            "metadata": {"lobbycard": seen},
        }

    def dissolve(self, change: Transition, cut: int) -> dict[str, Any]:
        """Around the cut between two clips, which reach that far into each other."""
        begin, middle, end = (self._film.index_of(one) for one in (change.start, cut, change.end))
        return {
            "OTIO_SCHEMA": "Transition.1",
            "name": "Dissolve",
            "transition_type": "SMPTE_Dissolve",
            "in_offset": self.at(middle - begin),
            "out_offset": self.at(max(0, end - middle)),
        }

    def _marker(self, pts: int) -> dict[str, Any]:
        frame = self._film.index_of(pts)
        return {
            "OTIO_SCHEMA": "Marker.2",
            "name": "Star",
            "color": "YELLOW",
            "marked_range": {
                "OTIO_SCHEMA": "TimeRange.1",
                "start_time": self.at(frame),
                "duration": self.at(1),
            },
        }


def _code(film: Film, pts: int) -> str:
    return timecode(film.index_of(pts), film.video.rate)


def _begin(found: Detection, shot: Shot) -> int:
    """Where its event begins: a dissolved-in shot with the dissolve, any other where it starts."""
    changes = (one for one in _around(found, shot.start) if one.kind == "dissolve")
    return next((one.start for one in changes), shot.start)


def _length(film: Film, found: Detection, shot: Shot) -> int:
    """Frames of the dissolve that the shot begins with, as many as the format can say."""
    change = next(one for one in _around(found, shot.start) if one.kind == "dissolve")
    return min(film.index_of(change.end) - film.index_of(change.start), 999)


def _around(found: Detection, pts: int) -> Iterator[Transition]:
    return (change for change in found.transitions if change.start <= pts < change.end)


def _plain(name: str) -> str:
    """A name that cannot break the line-based format."""
    return " ".join(name.split())
