"""The shortlist: a few good frames that differ, each with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from studio.core.errors import BadValue, CannotRead
from studio.core.geometry import Rect
from studio.core.progress import SILENT, Progress, each
from studio.core.said import said
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.shots.analyse import Analysis
from studio.shots.candidates import bits_between, candidates, same_look, shots_of
from studio.shots.detect import Detection
from studio.shots.faces import faces
from studio.shots.lettering import lettering
from studio.shots.reasons import reasons
from studio.shots.scoring import WEIGHTS, ranks, room_in, roomy, scores
from studio.shots.shot import Still
from studio.shots.structure import Floats

# Frames searched for faces, for each still that is asked for, and at least.
_LOOKED_AT = 3
_LEAST_LOOKED_AT = 24
# More than this no person looks through.
MOST = 200
# A second frame of a shot, or a look much like one that is chosen, has to be this much better.
_SAME_SHOT = 0.15
_LIKENESS = 0.30
_ALIKE_BITS = 28
_SEEN_WIDTH = 640
# A face of this share of the picture's height is as good as any larger one.
_FULL_FACE = 0.30


@dataclass(frozen=True, slots=True)
class _Found:
    """A candidate that was looked at: frame and shot number, its faces, its lines of letters."""

    at: int
    shot: int
    faces: tuple[Rect, ...]
    lettering: int


def shortlist(  # noqa: PLR0913 - the seam's own six, and the weights for whoever tunes them
    film: Film,
    analysis: Analysis,
    detection: Detection,
    count: int = 8,
    room: tuple[Rect, ...] = (),
    progress: Progress = SILENT,
    *,
    weights: Mapping[str, float] = WEIGHTS,
) -> tuple[Still, ...]:
    """At most `count` (1 to 200) stills, best first; fewer where the film has no more that differ.

    `room` are the boxes (0 to 1 of the picture) that copy may take: a frame is then ranked by its
    calmest box that holds no face. Empty for a film without a usable frame. Raises BadValue,
    CannotRead.
    """
    _check(film, analysis, count)
    values = _values(analysis, room)
    ranked = ranks(values)
    score = _scored(values, ranked, weights)
    first = candidates(analysis, detection, score, per_shot=max(2, count // len(detection.shots)))
    first = first[: max(_LEAST_LOOKED_AT, _LOOKED_AT * count)]
    shots = shots_of(analysis, detection)
    found = []
    with FrameReader(film) as reader:
        for at in each(first, progress, said("Looking for faces")):
            picture = reader.at_pts(int(analysis.pts[at])).small(_SEEN_WIDTH)
            letters = len(lettering(picture))
            found.append(_Found(at, int(shots[at]), faces(picture), letters))
    if not found:
        return ()
    values, ranked = _narrowed(analysis, found, values, ranked, room)
    score = np.round(_scored(values, ranked, weights) * _unlettered(found), 4)
    chosen = _chosen(analysis, found, score, count)
    return tuple(
        Still(
            pts=int(analysis.pts[found[place].at]),
            shot=found[place].shot,
            score=float(score[place]),
            reasons=reasons(_row(values, place), _row(ranked, place), weights, len(found)),
        )
        for place in chosen
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


def _values(analysis: Analysis, room: tuple[Rect, ...]) -> dict[str, Floats]:
    named = {name: one for name, one in analysis.measures.items() if name in WEIGHTS}
    if room:
        del named["calm"]
        named["room"] = np.max([room_in(analysis.free, box) for box in room], axis=0)
    return named


def _scored(
    values: Mapping[str, Floats], ranked: Mapping[str, Floats], weights: Mapping[str, float]
) -> Floats:
    score = scores(ranked, weights)
    if weights.get("room", 0) > 0 and "room" in values:
        return roomy(score, values["room"])
    return score


def _narrowed(
    analysis: Analysis,
    found: Sequence[_Found],
    values: Mapping[str, Floats],
    ranked: Mapping[str, Floats],
    room: tuple[Rect, ...],
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """Values and ranks of the candidates only, with their faces taken into account."""
    at = np.array([one.at for one in found])
    own = {name: value[at] for name, value in values.items()}
    rank = {name: value[at] for name, value in ranked.items()}
    if room:
        own["room"] = np.array([_free_room(analysis, one, room) for one in found], np.float32)
        order = np.sort(values["room"])
        rank["room"] = np.round(np.searchsorted(order, own["room"]) / len(order), 4)
    heights = np.array([max((face.height for face in one.faces), default=0.0) for one in found])
    if heights.any():
        own["face"] = heights.astype(np.float32)
        # No share of the film, which was not searched; and any good face is as good as another.
        seen = 0.5 + 0.5 * np.minimum(1.0, heights / _FULL_FACE)
        rank["face"] = np.where(heights > 0, np.round(seen, 4), 0.0).astype(np.float32)
    return own, rank


def _unlettered(found: Sequence[_Found]) -> Floats:
    """What is left of each score for the lettering in it: copy does not stand on copy."""
    lines = np.array([one.lettering for one in found], np.float32)
    return np.where(lines > 0, np.maximum(0.5, 0.85 - 0.1 * lines), 1.0).astype(np.float32)


def _free_room(analysis: Analysis, one: _Found, room: Sequence[Rect]) -> float:
    """How calm the calmest box is that no face reaches into; 0 where all hold one."""
    free = [box for box in room if all(box.meet(face).area == 0 for face in one.faces)]
    frame = analysis.free[one.at : one.at + 1]
    return max((float(room_in(frame, box)[0]) for box in free), default=0.0)


def _chosen(
    analysis: Analysis, found: Sequence[_Found], score: Floats, count: int
) -> tuple[int, ...]:
    """Places in `found`, best first: each pick is the best after what its likeness costs it."""
    chosen: list[int] = []
    left = set(range(len(found)))
    while left and len(chosen) < count:
        worth = {}
        for place in sorted(left):
            cost = _cost(analysis, found, place, chosen)
            if cost is None:
                left.discard(place)
            else:
                worth[place] = round(float(score[place]) - cost, 4)
        if worth:
            best = max(worth, key=lambda place: (worth[place], -found[place].at))
            chosen.append(best)
            left.discard(best)
    return tuple(sorted(chosen, key=lambda place: (-float(score[place]), found[place].at)))


def _cost(
    analysis: Analysis, found: Sequence[_Found], place: int, chosen: Sequence[int]
) -> float | None:
    """What a candidate loses for being like those chosen; None where it shows the same."""
    if not chosen:
        return 0.0
    one = found[place]
    others = [found[place] for place in chosen]
    mates = [other for other in others if other.shot == one.shot]
    for other in others:
        if same_look(analysis, one.at, other.at, one_shot=other.shot == one.shot):
            return None
    bits = min(bits_between(analysis, one.at, other.at) for other in others)
    return _SAME_SHOT * len(mates) + _LIKENESS * max(0.0, 1.0 - bits / _ALIKE_BITS)


def _row(table: Mapping[str, Floats], place: int) -> dict[str, float]:
    return {name: float(values[place]) for name, values in table.items()}
