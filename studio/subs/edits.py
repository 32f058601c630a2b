"""Edits of a track: pure functions that return a new one and keep the ids of its cues."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from fractions import Fraction

from studio.core.errors import BadValue
from studio.core.registry import Registry
from studio.core.said import said
from studio.subs.cue import Cue, Track
from studio.subs.language import canonical

EDITS: Registry[Callable[..., Track]] = Registry("edit")
"""Every edit by its name; a test walks them and undoes each. All take the track first."""


@EDITS.add("set-text")
def set_text(track: Track, cue_id: int, text: str) -> Track:
    """Another text for one cue. Raises BadValue where no cue has the id."""
    index = index_of(track, cue_id)
    return _with(track, index, replace(track.cues[index], text=text))


@EDITS.add("retime")
def retime(track: Track, cue_id: int, start: int, end: int) -> Track:
    """Other times (ms) for one cue; its place in the track stays. Raises BadValue unless
    start < end."""
    _check_times(start, end)
    index = index_of(track, cue_id)
    return _with(track, index, replace(track.cues[index], start=start, end=end))


@EDITS.add("insert")
def insert(track: Track, start: int, end: int, text: str = "") -> Track:
    """A new cue with a new id, before the first that starts later. Raises BadValue unless
    start < end."""
    _check_times(start, end)
    cues = track.cues
    place = next((n for n, cue in enumerate(cues) if cue.start > start), len(cues))
    made = Cue(track.next_id(), start, end, text)
    return track.with_cues((*cues[:place], made, *cues[place:]))


@EDITS.add("delete")
def delete(track: Track, cue_ids: Collection[int]) -> Track:
    """The track without these cues. Raises BadValue where no cue has one of the ids."""
    gone = frozenset(cue_ids)
    _known(track, gone)
    return track.with_cues(tuple(cue for cue in track.cues if cue.id not in gone))


@EDITS.add("split")
def split(track: Track, cue_id: int, at: int, position: int) -> Track:
    """One cue as two: the text cut before the character `position`, the time at `at` (ms).

    The first keeps the id. Raises BadValue unless `at` lies inside the cue's time and `position`
    in its text (0 to its length).
    """
    index = index_of(track, cue_id)
    cue = track.cues[index]
    if not cue.start < at < cue.end:
        raise BadValue(
            said(
                "{at} ms is not inside the cue ({start} to {end} ms).",
                at=at,
                start=cue.start,
                end=cue.end,
            ),
            hint=said("Choose a time after its start and before its end."),
        )
    if not 0 <= position <= len(cue.text):
        raise BadValue(
            said(
                "There is no place {position} in a text of {number} characters.",
                position=position,
                number=len(cue.text),
            )
        )
    first = replace(cue, end=at, text=cue.text[:position].rstrip())
    rest = replace(cue, id=track.next_id(), start=at, text=cue.text[position:].lstrip())
    return track.with_cues((*track.cues[:index], first, rest, *track.cues[index + 1 :]))


@EDITS.add("merge")
def merge(track: Track, cue_ids: Collection[int], *, keep_breaks: bool = True) -> Track:
    """Two or more cues as one, from the first start to the last end, with the first one's id.

    Texts stand below each other, or with `keep_breaks` False on one line: joined by a space, in
    Chinese and Japanese by nothing. Raises BadValue for fewer than two cues or an unknown id.
    """
    wanted = frozenset(cue_ids)
    _known(track, wanted)
    if len(wanted) < 2:
        raise BadValue(said("Merging needs at least two cues."), hint=said("Select one more."))
    parts = [cue for cue in track.cues if cue.id in wanted]
    joiner = "\n" if keep_breaks else _joiner(track.language)
    texts = [cue.text if keep_breaks else joiner.join(cue.text.split("\n")) for cue in parts]
    made = replace(
        parts[0],
        start=min(cue.start for cue in parts),
        end=max(cue.end for cue in parts),
        text=joiner.join(text for text in texts if text),
    )
    kept = (made if cue.id == made.id else cue for cue in track.cues)
    return track.with_cues(tuple(cue for cue in kept if cue.id not in wanted or cue is made))


@EDITS.add("shift")
def shift(track: Track, by: int, cue_ids: Collection[int] | None = None) -> Track:
    """Cues (all where `cue_ids` is None) moved by `by` ms; durations stay. Raises BadValue where
    no cue has one of the ids."""
    if cue_ids is not None:
        _known(track, cue_ids)
    chosen = None if cue_ids is None else frozenset(cue_ids)
    return track.with_cues(
        tuple(
            replace(cue, start=cue.start + by, end=cue.end + by)
            if chosen is None or cue.id in chosen
            else cue
            for cue in track.cues
        )
    )


@EDITS.add("stretch")
def stretch(
    track: Track, speed: Fraction, anchor: int = 0, cue_ids: Collection[int] | None = None
) -> Track:
    """Times of cues (all where `cue_ids` is None) `speed` times as far from `anchor` (ms).

    No cue becomes shorter than a millisecond by it. Raises BadValue for a speed of 0 or less and
    where no cue has one of the ids.
    """
    if speed <= 0:
        raise BadValue(said("A speed must be above 0."), hint=said("1 leaves the times alone."))
    if cue_ids is not None:
        _known(track, cue_ids)
    chosen = None if cue_ids is None else frozenset(cue_ids)
    return track.with_cues(
        tuple(
            _stretched(cue, speed, anchor) if chosen is None or cue.id in chosen else cue
            for cue in track.cues
        )
    )


def _stretched(cue: Cue, speed: Fraction, anchor: int) -> Cue:
    start, end = (anchor + round((ms - anchor) * speed) for ms in (cue.start, cue.end))
    return replace(cue, start=start, end=max(end, start + 1) if cue.end > cue.start else end)


@EDITS.add("paste-over")
def paste_over(
    track: Track, cue_id: int, pasted: Sequence[Cue], *, texts: bool = True, times: bool = False
) -> Track:
    """The texts, times or both of `pasted` put over a cue and those that follow it in the track.

    Styles and ids stay. Raises BadValue where fewer cues follow than are pasted: none is lost
    unsaid; for times that end before they start; and where no cue has the id.
    """
    index = index_of(track, cue_id)
    room = len(track.cues) - index
    if len(pasted) > room:
        raise BadValue(
            said("{number} are to be pasted over {room}.", number=len(pasted), room=room),
            hint=said("Insert cues first, or paste fewer."),
        )
    made = []
    for cue, other in zip(track.cues[index:], pasted, strict=False):
        if times:
            _check_times(other.start, other.end)
            cue = replace(cue, start=other.start, end=other.end)
        made.append(replace(cue, text=other.text) if texts else cue)
    return track.with_cues((*track.cues[:index], *made, *track.cues[index + len(made) :]))


@EDITS.add("sort")
def sort(track: Track) -> Track:
    """The cues in order of start, then end; equal ones keep their order."""
    return track.with_cues(tuple(sorted(track.cues, key=lambda cue: (cue.start, cue.end))))


def index_of(track: Track, cue_id: int) -> int:
    """Where the cue with an id stands. Raises BadValue."""
    for index, cue in enumerate(track.cues):
        if cue.id == cue_id:
            return index
    raise BadValue(
        said("The track has no cue {cue_id}.", cue_id=cue_id),
        hint=said("It may have been deleted."),
    )


def _with(track: Track, index: int, cue: Cue) -> Track:
    """One cue exchanged; the very same track where nothing changed, so that no step is made."""
    if cue == track.cues[index]:
        return track
    return track.with_cues((*track.cues[:index], cue, *track.cues[index + 1 :]))


def _known(track: Track, cue_ids: Collection[int]) -> None:
    unknown = sorted(set(cue_ids) - {cue.id for cue in track.cues})
    if unknown:
        shown = ", ".join(map(str, unknown[:10]))
        raise BadValue(
            said("The track has no cue {shown}.", shown=shown),
            hint=said("It may have been deleted."),
        )


def _check_times(start: int, end: int) -> None:
    if start >= end:
        raise BadValue(
            said("A cue cannot end at {end} ms when it starts at {start} ms.", end=end, start=start)
        )


def _joiner(language: str) -> str:
    return "" if canonical(language).split("-")[0] in ("zh", "ja", "yue") else " "
