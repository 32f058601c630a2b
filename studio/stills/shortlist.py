"""The shortlist: a few good frames that differ, each with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from studio.core.errors import BadValue, CannotRead
from studio.core.progress import SILENT, Progress, each
from studio.core.said import said
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.shots.analyse import Analysis
from studio.shots.detect import Detection
from studio.shots.shot import Still
from studio.shots.structure import Floats
from studio.stills.candidates import candidates, shots_of
from studio.stills.choosing import chosen
from studio.stills.closeup import Closeup, closeup
from studio.stills.placing import Placing
from studio.stills.reasons import reasons
from studio.stills.scoring import WEIGHTS, looked_at, ranks, room_for, roomy, scores, unspoilt

# Frames looked at closely, for each still that is asked for, and at least.
_LOOKED_AT = 4
_LEAST_LOOKED_AT = 32
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
    """At most `count` (1 to 200) stills, best first; fewer where the film has no more that differ.

    `room`: where copy stands in each format and language, from studio.poster.room: a frame is then
    ranked above all by what it offers the copy in the worst of them. Blurred frames are left out,
    unless the film has no others. Empty for a film without a usable frame. Raises BadValue,
    CannotRead.
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
    with FrameReader(film) as reader:
        # In the order of the film, which is read with fewer seeks than any other.
        for at in each(sorted(first), progress, said("Looking at frames")):
            frame = reader.at_pts(int(analysis.pts[at]))
            measured = bool(analysis.measured[at])
            found.append(closeup(frame, at, int(shots[at]), room, measured=measured))
    if not found:
        return ()
    own, rank = looked_at(found, values, ranked)
    score = scores(rank, weights)
    if weights.get("room", 0) > 0 and room:
        score = roomy(score, own["room"])
    score = np.round(score * _unlettered(found), 4)
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
    """The measures of every frame that a still is judged by."""
    named = {name: one for name, one in analysis.measures.items() if name in WEIGHTS}
    if room:
        del named["calm"]
        named["room"] = room_for(analysis.free, room, film.video.display)
    return named


def _unlettered(found: Sequence[Closeup]) -> Floats:
    """What is left of each score for the lettering in it: copy does not stand on copy."""
    lines = np.array([one.lettering for one in found], np.float32)
    return np.where(lines > 0, np.maximum(0.5, 0.85 - 0.1 * lines), 1.0).astype(np.float32)


def _row(table: Mapping[str, Floats], place: int) -> dict[str, float]:
    """What a table has to say about one frame; NaN is nothing."""
    row = {name: float(values[place]) for name, values in table.items()}
    return {name: value for name, value in row.items() if value == value}
