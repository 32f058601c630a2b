"""Edits of two linked tracks: frozen values in, frozen values out; undo is the history of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from fractions import Fraction

from studio.core.errors import BadValue
from studio.core.registry import Registry
from studio.core.said import said
from studio.subs import edits
from studio.subs.cue import Cue, Track
from studio.subs.linked import Linked, Side, ids, in_time, link_with, other, put_in_time, tied
from studio.subs.linking import Link, Pairing
from studio.subs.tempo import Tempo

LINKED_EDITS: Registry[Callable[..., Linked]] = Registry("edit of linked tracks")
"""Every edit by its name; a test walks them. All take the linked tracks first. With locked
boundaries the edited side leads and its partners follow; else only what is named is changed."""


@LINKED_EDITS.add("set-text")
def set_text(linked: Linked, side: Side, cue_id: int, text: str) -> Linked:
    """Another text for one cue. Raises BadValue where no cue has the id."""
    return linked.with_track(side, edits.set_text(linked.track(side), cue_id, text))


@LINKED_EDITS.add("retime")
def retime(linked: Linked, side: Side, cue_id: int, start: int, end: int) -> Linked:
    """Other times (ms) for one cue. Raises BadValue as `edits.retime`, and where locked partners
    have no room."""
    place = linked.link_of(side, cue_id)
    made = linked.with_track(side, edits.retime(linked.track(side), cue_id, start, end))
    return put_in_time(tied(made, side, (place,)), made.pairing.links, (place,))


@LINKED_EDITS.add("insert")
def insert(
    linked: Linked, side: Side, start: int, end: int, texts: tuple[str, str | None] = ("", None)
) -> Linked:
    """A new cue, and with a second text a partner for it, linked to it: at the same times, in the
    partner's own track's time. Raises BadValue unless start < end."""
    track = linked.track(side)
    made_id = track.next_id()
    made = linked.with_track(side, edits.insert(track, start, end, texts[0]))
    link = link_with(Link((), (), 1.0, texts[1] is not None), side, (made_id,))
    if texts[1] is not None:
        facing = made.track(other(side))
        times = (carried(linked.pairing, side, ms) for ms in (start, end))
        first, last = times
        link = link_with(link, other(side), (facing.next_id(),))
        put = edits.insert(facing, first, max(last, first + 1), texts[1])
        made = made.with_track(other(side), put)
    links = (*made.pairing.links, link)
    return put_in_time(made, links, (len(links) - 1,))


@LINKED_EDITS.add("delete")
def delete(linked: Linked, of_a: Collection[int] = (), of_b: Collection[int] = ()) -> Linked:
    """Without these cues. Partners that are left keep their times; with locked boundaries so do
    the links: what is left of a side fills them. Raises BadValue for an unknown id."""
    made = linked.with_track("a", edits.delete(linked.a, of_a)) if of_a else linked
    made = made.with_track("b", edits.delete(linked.b, of_b)) if of_b else made
    gone_a, gone_b = frozenset(of_a), frozenset(of_b)
    links = list(linked.pairing.links)
    leading: dict[Side, list[int]] = {"a": [], "b": []}
    for place, link in enumerate(linked.pairing.links):
        if gone_a.isdisjoint(link.a) and gone_b.isdisjoint(link.b):
            continue
        left_a = tuple(id for id in link.a if id not in gone_a)
        left_b = tuple(id for id in link.b if id not in gone_b)
        links[place] = replace(link, a=left_a, b=left_b)
        # The side that lost nothing holds the boundaries.
        leading["b" if left_b == link.b else "a"].append(place)
    made = replace(made, pairing=replace(made.pairing, links=tuple(links)))
    for side in _SIDES:
        made = tied(made, side, leading[side])
    return put_in_time(made, links, (*leading["a"], *leading["b"]))


@LINKED_EDITS.add("split")
def split(linked: Linked, side: Side, cue_id: int, at: int, position: int) -> Linked:
    """One cue as two within its link. Raises BadValue as `edits.split`."""
    place = linked.link_of(side, cue_id)
    track = linked.track(side)
    made = linked.with_track(side, edits.split(track, cue_id, at, position))
    link = linked.pairing.links[place]
    own = ids(link, side)
    where = own.index(cue_id) + 1
    longer = (*own[:where], track.next_id(), *own[where:])
    return _with_link(made, place, link_with(link, side, longer))


@LINKED_EDITS.add("split-pair")
def split_pair(linked: Linked, place: int, at: int, positions: tuple[int, int]) -> Linked:
    """A link of one cue and one as two such links, both sides cut at `at` (ms in a's time).

    Raises BadValue for another kind of link, and as `edits.split`.
    """
    link = linked.pairing.links[place]
    if len(link.a) != 1 or len(link.b) != 1:
        raise BadValue(
            said("Only a link of one cue with one can be split on both sides."),
            hint=said("Split the cues of one side."),
        )
    new = replace(link, a=(linked.a.next_id(),), b=(linked.b.next_id(),))
    there = carried(linked.pairing, "a", at)
    made = linked.with_track("a", edits.split(linked.a, link.a[0], at, positions[0]))
    made = made.with_track("b", edits.split(linked.b, link.b[0], there, positions[1]))
    links = (*linked.pairing.links, new)
    return put_in_time(made, links, (len(links) - 1,))


@LINKED_EDITS.add("merge")
def merge(
    linked: Linked, side: Side, cue_ids: Collection[int], *, keep_breaks: bool = True
) -> Linked:
    """Cues of one side as one; the links in which they stood become one. Raises BadValue as
    `edits.merge`."""
    track = linked.track(side)
    made = linked.with_track(side, edits.merge(track, cue_ids, keep_breaks=keep_breaks))
    kept = next(cue.id for cue in track.cues if cue.id in set(cue_ids))
    return _joined(made, [linked.link_of(side, id) for id in cue_ids], {side: (set(cue_ids), kept)})


@LINKED_EDITS.add("merge-pairs")
def merge_pairs(linked: Linked, places: Collection[int], *, keep_breaks: bool = True) -> Linked:
    """Links as one link of one cue and one: each side's cues merged. Raises BadValue for fewer
    than two links."""
    if len(set(places)) < 2:
        raise BadValue(said("Merging needs at least two links."), hint=said("Select one more."))
    made, changed = linked, {}
    for side in _SIDES:
        wanted = {id for place in places for id in ids(linked.pairing.links[place], side)}
        if len(wanted) > 1:
            track = linked.track(side)
            made = made.with_track(side, edits.merge(track, wanted, keep_breaks=keep_breaks))
            kept = next(cue.id for cue in track.cues if cue.id in wanted)
            changed[side] = (wanted, kept)
    return _joined(made, places, changed)


@LINKED_EDITS.add("link")
def link_together(linked: Linked, places: Collection[int]) -> Linked:
    """Links as one, by a person's word: all their cues say the same. With locked boundaries b
    follows a. Raises BadValue for fewer than two links."""
    if len(set(places)) < 2:
        raise BadValue(said("Linking needs at least two links."), hint=said("Select one more."))
    return _joined(linked, places, {}, 1.0)


@LINKED_EDITS.add("unlink")
def unlink(linked: Linked, place: int) -> Linked:
    """A link taken apart by a person's word: each of its cues alone."""
    link = linked.pairing.links[place]
    alone = [Link((id,), (), 1.0, by_hand=True) for id in link.a]
    alone += [Link((), (id,), 1.0, by_hand=True) for id in link.b]
    links = (*linked.pairing.links[:place], *alone, *linked.pairing.links[place + 1 :])
    return put_in_time(linked, links, range(place, place + len(alone)))


@LINKED_EDITS.add("confirm")
def confirm(linked: Linked, places: Collection[int]) -> Linked:
    """Links that a person has looked at: certain from now on, and theirs."""
    links = list(linked.pairing.links)
    for place in places:
        links[place] = replace(links[place], confidence=1.0, by_hand=True)
    return put_in_time(linked, links, places)


@LINKED_EDITS.add("link-anew")
def link_anew(linked: Linked, pairing: Pairing) -> Linked:
    """The links that were found anew for the same tracks, but for those that a person made: they
    stay, and their cues leave the others. With locked boundaries b follows a. Raises BadValue
    where a pairing of other cues is given."""
    kept = [one for one in linked.pairing.links if one.by_hand]
    links = list(kept)
    for side in _SIDES:
        cues = sorted(id for one in pairing.links for id in ids(one, side))
        if cues != sorted(cue.id for cue in linked.track(side).cues):
            raise BadValue(
                said("The subtitles changed while they were looked at."),
                hint=said("Ask for it again."),
            )
    of_a = {id for one in kept for id in one.a}
    of_b = {id for one in kept for id in one.b}
    for one in pairing.links:
        if of_a.isdisjoint(one.a) and of_b.isdisjoint(one.b):
            links.append(one)
        else:
            left_a = tuple(id for id in one.a if id not in of_a)
            left_b = tuple(id for id in one.b if id not in of_b)
            links.append(replace(one, a=left_a, b=left_b))
    # With locked boundaries b was taken into a's time: there is no offset any more.
    bare = Pairing(()) if linked.locked else replace(pairing, links=())
    made = in_time(replace(linked, pairing=bare), links)
    return _ordered(tied(made, "a", range(len(made.pairing.links))))


@LINKED_EDITS.add("shift")
def shift(
    linked: Linked, by: int, side: Side | None = None, cue_ids: Collection[int] | None = None
) -> Linked:
    """Cues of one side (of both where it is None; all where `cue_ids` is None) moved by `by` ms.

    With locked boundaries whole links move, both sides. Raises BadValue for an unknown id.
    """
    return _timed(linked, side, cue_ids, lambda track, some: edits.shift(track, by, some), (by, 1))


@LINKED_EDITS.add("stretch")
def stretch(
    linked: Linked,
    speed: Fraction,
    anchor: int = 0,
    side: Side | None = None,
    cue_ids: Collection[int] | None = None,
) -> Linked:
    """As `shift`: times `speed` times as far from `anchor` (ms). Raises BadValue as
    `edits.stretch`."""
    away = round(anchor * (1 - speed))
    return _timed(
        linked,
        side,
        cue_ids,
        lambda track, some: edits.stretch(track, speed, anchor, some),
        (away, speed),
    )


@LINKED_EDITS.add("sort")
def sort(linked: Linked) -> Linked:
    """Both tracks in order of time."""
    return replace(linked, a=edits.sort(linked.a), b=edits.sort(linked.b))


@LINKED_EDITS.add("paste-over")
def paste_over(
    linked: Linked,
    side: Side,
    cue_id: int,
    pasted: Sequence[Cue],
    *,
    texts: bool = True,
    times: bool = False,
) -> Linked:
    """Texts, times or both put over a cue and those that follow it. Raises BadValue as
    `edits.paste_over`."""
    track = linked.track(side)
    made = linked.with_track(
        side, edits.paste_over(track, cue_id, pasted, texts=texts, times=times)
    )
    if not times:
        return made
    first = edits.index_of(track, cue_id)
    over = {cue.id for cue in track.cues[first : first + len(pasted)]}
    return _ordered(tied(made, side, _places_of(linked, side, over)))


_SIDES: tuple[Side, Side] = ("a", "b")
_Edit = Callable[[Track, Collection[int] | None], Track]


def _timed(
    linked: Linked,
    side: Side | None,
    cue_ids: Collection[int] | None,
    edit: _Edit,
    change: tuple[int, Fraction | int],
) -> Linked:
    """An edit of times on one side or both; whole tracks change how b's times become a's."""
    if cue_ids is not None and side is None:
        raise BadValue(said("Cues of which track?"), hint=said("Name a or b."))
    if linked.locked and cue_ids is not None and side is not None:
        return _links_timed(linked, _places_of(linked, side, set(cue_ids)), edit)
    made, pairing = linked, linked.pairing
    for one in _SIDES:
        if linked.locked or side in (None, one):
            made = made.with_track(one, edit(made.track(one), cue_ids))
            if cue_ids is None:
                pairing = _retempo(pairing, one, change)
    if cue_ids is not None and side is not None:
        return put_in_time(made, pairing.links, _places_of(linked, side, set(cue_ids)))
    made = replace(made, pairing=pairing)
    # Rounding may have parted boundaries of very short cues.
    return _ordered(tied(made, "a", range(len(pairing.links))))


def _links_timed(linked: Linked, places: Collection[int], edit: _Edit) -> Linked:
    made = linked
    for side in _SIDES:
        of = {id for place in places for id in ids(linked.pairing.links[place], side)}
        made = made.with_track(side, edit(made.track(side), of))
    return put_in_time(tied(made, "a", places), made.pairing.links, places)


def _retempo(pairing: Pairing, side: Side, change: tuple[int, Fraction | int]) -> Pairing:
    """How b's times become a's once a whole track's times are `time × speed + by`."""
    by, speed = change
    if side == "a":
        return replace(
            pairing, offset=round(pairing.offset * speed) + by, speed=pairing.speed * speed
        )
    made = pairing.speed / Fraction(speed)
    return replace(pairing, offset=pairing.offset - round(by * made), speed=made)


def _places_of(linked: Linked, side: Side, cue_ids: set[int]) -> list[int]:
    """The links in which cues stand. Raises BadValue for one that stands in none."""
    places = [
        place
        for place, link in enumerate(linked.pairing.links)
        if not cue_ids.isdisjoint(ids(link, side))
    ]
    found = {id for place in places for id in ids(linked.pairing.links[place], side)}
    for id in sorted(cue_ids - found):
        linked.link_of(side, id)
    return places


def _joined(
    linked: Linked,
    places: Collection[int],
    merged: dict[Side, tuple[set[int], int]],
    confidence: float | None = None,
) -> Linked:
    """Links as one; on each side that is in `merged` its cues are now the one that is kept."""
    wanted = sorted(set(places))
    parts = [linked.pairing.links[place] for place in wanted]
    sure = min(one.confidence for one in parts) if confidence is None else confidence
    hand = confidence is not None or any(one.by_hand for one in parts)
    made = Link((), (), sure, hand)
    for side in _SIDES:
        gone, kept = merged.get(side, (set(), -1))
        own = [kept if id in gone else id for one in parts for id in ids(one, side)]
        made = link_with(made, side, tuple(dict.fromkeys(own)))
    links = [one for place, one in enumerate(linked.pairing.links) if place not in set(wanted)]
    joined = replace(linked, pairing=replace(linked.pairing, links=(*links, made)))
    leads: Side = "b" if list(merged) == ["b"] else "a"
    if not ids(made, leads):
        leads = other(leads)
    made_one = tied(joined, leads, (len(links),))
    return put_in_time(made_one, made_one.pairing.links, (len(links),))


def _with_link(linked: Linked, place: int, link: Link) -> Linked:
    links = linked.pairing.links
    return put_in_time(linked, (*links[:place], link, *links[place + 1 :]), (place,))


def _ordered(linked: Linked) -> Linked:
    return in_time(linked, linked.pairing.links)


def carried(pairing: Pairing, side: Side, ms: int) -> int:
    """A time (ms) of one side in the other's."""
    if side == "b":
        return Tempo(pairing.offset, pairing.speed).moved(ms)
    return round((ms - pairing.offset) / pairing.speed)
