"""What stands in the shortlist, and why, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studio.shots.shot import Still
from ui.widgets.language import heard, tr


@dataclass(frozen=True, slots=True)
class Entry:
    """A frame of the list: `still` is None for one that a person starred outside of it."""

    pts: int
    still: Still | None
    starred: bool
    rejected: bool = False


def entries(
    stills: Sequence[Still], stars: Sequence[int], rejected: Sequence[int] = ()
) -> tuple[Entry, ...]:
    """The shortlist in its order, other starred frames in order of time, then what is rejected."""
    listed = {still.pts for still in stills}
    starred, no = set(stars), set(rejected)
    found = tuple(
        Entry(still.pts, still, still.pts in starred, still.pts in no) for still in stills
    )
    others = tuple(Entry(pts, None, starred=True) for pts in sorted(starred - listed))
    kept = tuple(one for one in found if not one.rejected)
    return (*kept, *others, *(one for one in found if one.rejected))


def pair_of(
    listed: Sequence[Entry], chosen: int | None, here: int | None
) -> tuple[Entry, Entry] | None:
    """What to compare: the chosen still with the frame `here`, else with the next of the list."""
    first = next((one for one in listed if one.pts == chosen), listed[0] if listed else None)
    if first is None:
        return None
    if here is not None and here != first.pts:
        there = next((one for one in listed if one.pts == here), None)
        return first, there or Entry(here, None, starred=False)
    others = [one for one in listed if one.pts != first.pts]
    return (first, others[0]) if others else None


def state_words(entry: Entry) -> str:
    """What a person said of a frame that shows no reasons."""
    return tr("Rejected") if entry.rejected else tr("Starred by hand")


def all_reasons(entry: Entry) -> str:
    """Every reason in full, for whoever asks."""
    if entry.still is None:
        return ""
    return "\n".join(heard(reason.text) for reason in entry.still.reasons)
