"""Fixes of the text: written as the language writes it; and cues that show nothing taken out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from studio.core.said import said
from studio.subs.checks.writing import mends
from studio.subs.cue import Cue
from studio.subs.fixes.base import Bench, Edit, Offer, Offers, fix_for
from studio.subs.hans import in_own_forms
from studio.subs.language import canonical


def _mending(name: str) -> Offers:
    def offers(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
        mend = mends(bench.desk.tracks[side].language, bench.limits(side).writing).get(name)
        if mend is not None:
            yield _written(side, cue, mend)

    return offers


def _written(side: int, cue: Cue, mend: Callable[[str], str]) -> Offer | None:
    text = mend(cue.text)
    return (Edit(side, cue, replace(cue, text=text)),) if text != cue.text else None


_SAYS = {
    "spaces": said("spaces and empty lines are taken out"),
    "marks": said("one mark stays"),
    "ellipses": said("one character instead of dots"),
    "italics": said("tags are taken out or closed"),
    "stops": said("a space instead, at the end of a line nothing"),
    "wide-marks": said("full-width marks instead"),
    "quotes": said("curly quotes instead"),
    "dashes": said("speakers are marked as the language marks them"),
}
for _name, _what in _SAYS.items():
    fix_for(_name, _what, "text")(_mending(_name))


@fix_for("mixed-han", said("characters are exchanged for those of the own way of writing"), "text")
def own_forms(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """Where a character has one counterpart only."""
    language = canonical(bench.desk.tracks[side].language)
    yield _written(side, cue, lambda text: in_own_forms(text, language))


@fix_for("empty", said("the cue is taken out"), "cues")
def take_out(bench: Bench, side: int, cue: Cue) -> Iterator[Offer | None]:
    """Together with empty partners that it leaves alone."""
    yield (Edit(side, cue, None),)
    partners = bench.partners(side, cue.id)
    if partners and not any(other.text.strip() for other in partners):
        yield (Edit(side, cue, None), *(Edit(1 - side, other, None) for other in partners))
