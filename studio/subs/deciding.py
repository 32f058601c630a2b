"""What a person decides about cues of a bilingual file that could not be told apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from studio.core.errors import BadValue
from studio.core.said import said
from studio.subs.cue import Cue, Track
from studio.subs.splitting import Split

_BLOCK = re.compile(r"(?:\{\\[^{}\n]{0,400}\})+")
_SIMPLE_TAG = re.compile(r"<(/?)([ibus]|font)\b[^<>\n]{0,400}>", re.IGNORECASE)


def ways(text: str) -> tuple[int, ...]:
    """After how many of its lines a cue can be cut: 0 gives all to the second language, the number
    of its lines all to the first. Never within a tag that goes over the cut."""
    lines = text.split("\n")
    inner = [n for n in range(1, len(lines)) if not _open("\n".join(lines[:n]))]
    return (0, *inner, len(lines))


def _open(text: str) -> bool:
    count: Counter[str] = Counter()
    for closing, name in _SIMPLE_TAG.findall(text):
        count[name.lower()] += -1 if closing else 1
    return any(count.values())


def decided(split: Split, whole: Track, cuts: Mapping[int, int]) -> Split:
    """The split with undecided cues cut as `cuts` say, by id: after how many of the lines the
    second language begins. `whole` is the bilingual track.

    Those that `cuts` does not name stay undecided. Raises BadValue for a cue that was decided
    already, and for a cut that is none of its `ways`.
    """
    open_ones = {one.cue: one for one in split.undecided}
    first = {cue.id: cue for cue in split.first.cues}
    second = {cue.id: cue for cue in split.second.cues}
    both = split.both
    for cue_id, cut in cuts.items():
        if cue_id not in open_ones or cut not in ways(open_ones[cue_id].text):
            raise BadValue(
                said("The cue {cue} cannot be cut after {n} of its lines.", cue=cue_id, n=cut)
            )
        cue = first.pop(cue_id)
        above, below = _parts(cue, cut)
        if above is not None:
            first[cue_id] = above
        if below is not None:
            second[cue_id] = below
        both += above is not None and below is not None
    return replace(
        split,
        first=_ordered(split.first, whole, first),
        second=_ordered(split.second, whole, second),
        both=both,
        undecided=tuple(one for one in split.undecided if one.cue not in cuts),
    )


def _parts(cue: Cue, cut: int) -> tuple[Cue | None, Cue | None]:
    lines = cue.text.split("\n")
    if cut == 0:
        return None, cue
    if cut == len(lines):
        return cue, None
    above, below = "\n".join(lines[:cut]), "\n".join(lines[cut:])
    block = _BLOCK.match(above)
    # Where it stands on the screen is said once, for both.
    below = (block[0] if block is not None else "") + below
    return replace(cue, text=above), replace(cue, text=below)


def _ordered(track: Track, whole: Track, cues: Mapping[int, Cue]) -> Track:
    return track.with_cues(tuple(cues[cue.id] for cue in whole.cues if cue.id in cues))
