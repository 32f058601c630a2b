"""What stands in the shortlist, and why, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studio.shots.shot import Still
from ui.widgets.language import heard, tr

_REASONS = 3


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


def reasons_words(entry: Entry) -> str:
    """The strongest reasons, one a line, without what is the same in all of them."""
    if entry.rejected:
        return tr("Rejected")
    if entry.still is None:
        return tr("Starred by hand")
    texts = [heard(reason.text) for reason in entry.still.reasons[:_REASONS]]
    short = [_short(text) for text in texts]
    return "\n".join(text[:1].upper() + text[1:] for text in short)


def _short(text: str) -> str:
    text = text.split(" of the film")[0].split(" (")[0].split("（")[0]
    return text.replace("of the picture's height", "of the height")


def all_reasons(entry: Entry) -> str:
    """Every reason in full, for whoever asks."""
    if entry.still is None:
        return ""
    return "\n".join(heard(reason.text) for reason in entry.still.reasons)
