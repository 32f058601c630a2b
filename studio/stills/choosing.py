"""Which of the frames that were looked at make the list: good ones that differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from studio.shots.analyse import Analysis
from studio.shots.structure import Floats
from studio.stills.candidates import same_look
from studio.stills.closeup import Closeup
from studio.stills.likeness import likeness

# Each further frame of a shot has to be so much better; more of one shot than these are too many.
_SAME_SHOT = 0.12
_MOST_OF_A_SHOT = 2
# From this likeness on two frames are the same picture, within a shot already from the lower one;
# below the last they owe each other nothing, in between the second has to be up to so much better.
SAME_PICTURE = 0.86
SAME_IN_A_SHOT = 0.70
_UNLIKE = 0.55
# A list of some length ends where frames are worth less than this share of its best: nobody thanks
# for a weak one.
_LEAST = 0.50
_SOME = 4
_LIKENESS = 0.60


def chosen(
    analysis: Analysis,
    found: Sequence[Closeup],
    score: Floats,
    good: Sequence[int],
    count: int,
) -> tuple[int, ...]:
    """Places in `found`, best first, out of `good`: each the best after what its likeness costs."""
    taken: list[int] = []
    alike = dict.fromkeys(good, _UNLIKE)
    while alike and len(taken) < count:
        worth = {place: _worth(place, found, score, (alike, taken)) for place in alike}
        best = max(worth, key=lambda place: (worth[place], -found[place].at))
        if len(taken) >= _SOME and score[best] < _LEAST * float(score[taken].max()):
            del alike[best]
            continue
        taken.append(best)
        alike = _after(analysis, found, taken, alike)
    return tuple(sorted(taken, key=lambda place: (-float(score[place]), found[place].at)))


def _worth(
    place: int,
    found: Sequence[Closeup],
    score: Floats,
    known: tuple[Mapping[int, float], Sequence[int]],
) -> float:
    """The score after what a frame loses for being like those that are taken."""
    alike, taken = known
    mates = sum(found[other].shot == found[place].shot for other in taken)
    share = (alike[place] - _UNLIKE) / (SAME_PICTURE - _UNLIKE)
    return round(float(score[place]) - _LIKENESS * share - _SAME_SHOT * mates, 4)


def _after(
    analysis: Analysis, found: Sequence[Closeup], taken: Sequence[int], alike: Mapping[int, float]
) -> dict[int, float]:
    """How like those taken the others are, without those that now would show too much the same."""
    newest = found[taken[-1]]
    full = sum(found[other].shot == newest.shot for other in taken) >= _MOST_OF_A_SHOT
    left = {}
    for place, known in alike.items():
        one = found[place]
        mates = one.shot == newest.shot
        if place in taken or (full and mates):
            continue
        own = likeness(one.print, newest.print)
        most = SAME_IN_A_SHOT if mates else SAME_PICTURE
        if own < most and not same_look(analysis, one.at, newest.at, one_shot=mates):
            left[place] = max(known, own)
    return left
