"""The shortlist: a few good frames that differ, each with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from studio.core.errors import BadValue, CannotRead
from studio.core.geometry import Size
from studio.core.progress import SILENT, Progress, each
from studio.core.said import said
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.shots.analyse import Analysis
from studio.shots.detect import Detection
from studio.shots.looking import Bytes, alone
from studio.shots.measures import CALM_CELL
from studio.shots.shot import Still
from studio.shots.structure import Floats
from studio.stills.beside import around
from studio.stills.candidates import candidates, shots_of
from studio.stills.choosing import chosen
from studio.stills.closeup import Closeup, closeup
from studio.stills.placing import Placing
from studio.stills.reasons import reasons
from studio.stills.scoring import WEIGHTS, looked_at, ranks, room_for, roomy, scores, unspoilt

# Frames looked at closely, for each still that is asked for, and at least.
_LOOKED_AT = 4
_LEAST_LOOKED_AT = 32
# What each share of smeared contours costs.
_SMEAR = 2.0
# More than this no person looks through.
MOST = 200


def shortlist(  # noqa: PLR0913 - the seam's own six, and the weights for whoever tunes them
    film: Film,
    analysis: Analysis,
    detection: Detection,
    count: int = 8,
    room: tuple[Placing, ...] = (),
    progress: Progress = SILENT,
    *,
    weights: Mapping[str, float] = WEIGHTS,
) -> tuple[Still, ...]:
    """At most `count` (1 to 200) stills, best first; fewer where no more are good and differ.

    `room`: where copy stands in each format and language, from studio.poster.room: a frame is then
    ranked above all by what it offers the copy in the worst of them. Blurred frames, titles and
    what is in a gradual change are left out, unless the film has nothing else. Empty for a film
    without a usable frame. Raises BadValue, CannotRead.
    """
    _check(film, analysis, count)
    values = _values(film, analysis, room)
    ranked = ranks(values)
    score = scores(ranked, weights)
    if weights.get("room", 0) > 0 and room:
        score = roomy(score, values["room"])
    per_shot = max(2, _LOOKED_AT * count // max(1, len(detection.shots)))
    first = candidates(analysis, detection, score, per_shot)
    first = first[: max(_LEAST_LOOKED_AT, _LOOKED_AT * count)]
    shots = shots_of(analysis, detection)
    found: list[Closeup] = []
    with alone(), FrameReader(film) as reader:
        # In the order of the film, which is read with fewer seeks than any other.
        for at in each(sorted(first), progress, said("Looking at frames")):
            measured = bool(analysis.measured[at])
            seen = around(reader, analysis, shots, at)
            found.append(closeup(seen, at, int(shots[at]), room, measured=measured))
    if not found:
        return ()
    own, rank = looked_at(found, values, ranked)
    score = scores(rank, weights)
    if weights.get("room", 0) > 0 and room:
        score = roomy(score, own["room"])
    score = np.round(score * _unlettered(found) * _unsmeared(found), 4)
    good = unspoilt(analysis, shots, found)
    listed = chosen(analysis, found, score, good, count)
    return tuple(
        Still(
            pts=int(analysis.pts[found[place].at]),
            shot=found[place].shot,
            score=float(score[place]),
            reasons=reasons(
                _row(own, place), _row(rank, place), weights, len(found), found[place].room
            ),
        )
        for place in listed
    )


def _check(film: Film, analysis: Analysis, count: int) -> None:
    if not 1 <= count <= MOST:
        raise BadValue(
            said("{count} stills are out of bounds.", count=count),
            hint=said("Ask for 1 to {most}.", most=MOST),
        )
    if film.sha256 != analysis.film_sha256:
        raise CannotRead(
            said("{film} is not the film that was analysed.", film=film.path),
            hint=said("Analyse it again."),
        )


def _values(film: Film, analysis: Analysis, room: Sequence[Placing]) -> dict[str, Floats]:
    """The measures of every frame that a still is judged by.

    Where it is calm is asked of the active picture; the others are the whole picture's.
    """
    named = {name: one for name, one in analysis.measures.items() if name in WEIGHTS}
    free, size = _active(film, analysis.free)
    if room:
        del named["calm"]
        named["room"] = room_for(free, room, size)
    elif film.active is not None:
        calm = (free >= CALM_CELL).mean(axis=(1, 2))
        named["calm"] = np.asarray(np.round(calm, 4), np.float32)
    return named


def _active(film: Film, free: Bytes) -> tuple[Bytes, Size]:
    """The cells (n, h, w) within the active picture, and its size in pixels."""
    display, part = film.video.display, film.active
    if part is None:
        return free, display
    high, wide = free.shape[1:]
    left, top = min(wide - 1, round(part.x * wide)), min(high - 1, round(part.y * high))
    right, bottom = max(left + 1, round(part.right * wide)), max(top + 1, round(part.bottom * high))
    size = Size(
        max(1, round(part.width * display.width)), max(1, round(part.height * display.height))
    )
    return free[:, top:bottom, left:right], size


def _unlettered(found: Sequence[Closeup]) -> Floats:
    """What is left of each score for the lettering in it: copy does not stand on copy."""
    lines = np.array([one.lettering for one in found], np.float32)
    return np.where(lines > 0, np.maximum(0.5, 0.85 - 0.1 * lines), 1.0).astype(np.float32)


def _unsmeared(found: Sequence[Closeup]) -> Floats:
    """What is left of each score for the share of the contours that a movement has softened."""
    smear = np.array([one.movement.smear for one in found], np.float32)
    return np.asarray(np.maximum(0.5, 1.0 - _SMEAR * smear), np.float32)


def _row(table: Mapping[str, Floats], place: int) -> dict[str, float]:
    """What a table has to say about one frame; NaN is nothing."""
    row = {name: float(values[place]) for name, values in table.items()}
    return {name: value for name, value in row.items() if value == value}
