"""Edits of linked tracks: nothing lost, links whole, boundaries locked where they are to be."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from fractions import Fraction

import pytest

from studio.core.errors import BadValue
from studio.core.history import History
from studio.subs.cue import Cue, Track
from studio.subs.linked import Linked, Side, ids, in_time, locked, unlocked
from studio.subs.linked_edits import LINKED_EDITS
from studio.subs.linking import Link, Pairing, link

A = Track(
    "zh-Hans", (Cue(1, 0, 1000, "灯"), Cue(2, 2000, 4000, "够回家"), Cue(3, 5000, 6000, "走"))
)
B = Track(
    "en",
    (Cue(1, 100, 1100, "lamp"), Cue(2, 2000, 2900, "enough"), Cue(3, 3000, 3900, "to go home")),
)
PAIRING = Pairing((Link((1,), (1,), 0.9), Link((2,), (2, 3), 0.8), Link((3,), (), 1.0)))
OWN = Linked(A, B, PAIRING)
LOCKED = locked(OWN)


def edit(name: str, linked: Linked, *words: object, **more: object) -> Linked:
    return LINKED_EDITS[name](linked, *words, **more)


def times(track: Track) -> list[tuple[int, int]]:
    return [(cue.start, cue.end) for cue in track.cues]


def shapes(linked: Linked) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(one.a, one.b) for one in linked.pairing.links]


def check_whole(linked: Linked) -> None:
    """Every cue in exactly one link, in the order of time; locked boundaries are equal."""
    for side in ("a", "b"):
        listed = Counter(id for one in linked.pairing.links for id in ids(one, side))
        assert listed == Counter(cue.id for cue in linked.track(side).cues)
    assert in_time(linked, linked.pairing.links) is linked
    if linked.locked:
        ours, theirs = ({cue.id: cue for cue in track.cues} for track in (linked.a, linked.b))
        for one in linked.pairing.links:
            if one.a and one.b:
                left, right = [ours[id] for id in one.a], [theirs[id] for id in one.b]
                assert min(cue.start for cue in left) == min(cue.start for cue in right)
                assert max(cue.end for cue in left) == max(cue.end for cue in right)


def test_locking_brings_the_second_language_into_the_first_ones_boundaries() -> None:
    assert times(LOCKED.b) == [(0, 1000), (2000, 2947), (3052, 4000)]
    assert LOCKED.a == A
    check_whole(LOCKED)
    assert unlocked(LOCKED).b == LOCKED.b


def test_locking_takes_another_tempo_away() -> None:
    pairing = Pairing(PAIRING.links, 500, Fraction(24, 25))
    made = locked(Linked(A, B, pairing))
    assert (made.pairing.offset, made.pairing.speed) == (0, 1)
    check_whole(made)


def test_with_own_timing_the_other_side_never_moves() -> None:
    for made in (
        edit("retime", OWN, "a", 1, 300, 900),
        edit("shift", OWN, 250, "a"),
        edit("split", OWN, "a", 2, 3000, 1),
        edit("delete", OWN, (1,)),
    ):
        assert made.b is B
        check_whole(made)


def test_with_locked_boundaries_partners_follow() -> None:
    made = edit("retime", LOCKED, "a", 2, 2500, 4500)
    assert times(made.b)[1:] == [(2500, 3447), (3552, 4500)]
    made = edit("retime", LOCKED, "b", 3, 3052, 4400)
    assert times(made.a)[1] == (2000, 4400)
    made = edit("shift", LOCKED, 100, "b", (3,))
    assert times(made.a)[1] == (2100, 4100)
    with pytest.raises(BadValue):
        edit("retime", LOCKED, "a", 1, 10, 10)


def test_split_and_merge_stay_in_their_links() -> None:
    made = edit("split", OWN, "a", 2, 3000, 1)
    assert shapes(made)[1] == ((2, 4), (2, 3))
    made = edit("merge", made, "a", (2, 4))
    assert shapes(made) == shapes(OWN)
    made = edit("merge", OWN, "a", (1, 2))
    assert shapes(made) == [((1,), (1, 2, 3)), ((3,), ())]
    made = edit("merge-pairs", OWN, (0, 1))
    assert shapes(made) == [((1,), (1,)), ((3,), ())]
    assert made.b.cues[0].text == "lamp\nenough\nto go home"


def test_a_pair_is_split_on_both_sides() -> None:
    made = edit("split-pair", OWN, 0, 500, (1, 2))
    assert shapes(made)[:2] == [((1,), (1,)), ((4,), (4,))]
    assert [cue.text for cue in made.b.cues][:2] == ["la", "mp"]
    with pytest.raises(BadValue, match="one cue with one"):
        edit("split-pair", OWN, 1, 3000, (1, 2))


def test_a_pair_is_inserted_on_both_sides() -> None:
    made = edit("insert", OWN, "b", 7000, 8000, ("new", "新"))
    assert shapes(made)[-1] == ((4,), (4,))
    assert made.a.cues[-1] == Cue(4, 7000, 8000, "新")
    assert shapes(edit("insert", OWN, "a", 7000, 8000, ("x", None)))[-1] == ((4,), ())


def test_links_are_made_and_undone_by_hand() -> None:
    apart = edit("unlink", OWN, 1)
    assert shapes(apart)[1:4] == [((2,), ()), ((), (2,)), ((), (3,))]
    made = edit("link", apart, (1, 2))
    assert made.pairing.links[1] == Link((2,), (2,), 1.0, by_hand=True)


def test_a_shift_or_stretch_of_a_whole_track_is_known_to_the_links() -> None:
    made = edit("shift", OWN, 700, "b")
    assert made.pairing.offset == -700
    made = edit("stretch", OWN, Fraction(25, 24), 1000, "b")
    assert made.pairing.speed == Fraction(24, 25)
    assert [round(ms * made.pairing.speed) + made.pairing.offset for ms, _ in times(made.b)] == [
        100, 2000, 3000,
    ]  # fmt: skip
    made = edit("shift", OWN, 700)
    assert (made.pairing.offset, times(made.a)[0], times(made.b)[0]) == (
        0,
        (700, 1700),
        (800, 1800),
    )


def test_texts_are_pasted_over_and_none_is_lost_unsaid() -> None:
    pasted = (Cue(9, 0, 1, "一"), Cue(8, 1, 2, "二"))
    assert [cue.text for cue in edit("paste-over", OWN, "a", 2, pasted).a.cues] == [
        "灯",
        "一",
        "二",
    ]
    with pytest.raises(BadValue, match="pasted over"):
        edit("paste-over", OWN, "a", 3, pasted)


@pytest.mark.parametrize(
    "nonsense",
    [
        lambda: edit("retime", OWN, "a", 99, 0, 1),
        lambda: edit("delete", OWN, (99,)),
        lambda: edit("merge-pairs", OWN, (1,)),
        lambda: edit("link", OWN, (1, 1)),
        lambda: edit("shift", OWN, 5, None, (1,)),
        lambda: edit("shift", LOCKED, 5, "a", (99,)),
        lambda: edit("stretch", OWN, Fraction(-1)),
    ],
)
def test_nonsense_is_refused(nonsense: Callable[[], Linked]) -> None:
    with pytest.raises(BadValue):
        nonsense()


# -- random walks ---------------------------------------------------------------------------------

Walk = Callable[[Linked, random.Random], Linked]


def _side(chance: random.Random) -> Side:
    return "a" if chance.random() < 0.5 else "b"


def _cue(linked: Linked, side: Side, chance: random.Random) -> Cue:
    return chance.choice(linked.track(side).cues or (Cue(999, 0, 1, ""),))


def _text(linked: Linked, chance: random.Random) -> Linked:
    side = _side(chance)
    return edit("set-text", linked, side, _cue(linked, side, chance).id, str(chance.random()))


def _retime(linked: Linked, chance: random.Random) -> Linked:
    side = _side(chance)
    cue, start = _cue(linked, side, chance), chance.randint(-500, 30_000)
    return edit("retime", linked, side, cue.id, start, start + chance.randint(0, 3000))


def _insert(linked: Linked, chance: random.Random) -> Linked:
    start = chance.randint(0, 30_000)
    texts = ("new", chance.choice(("neu", None)))
    return edit("insert", linked, _side(chance), start, start + chance.randint(0, 900), texts)


def _delete(linked: Linked, chance: random.Random) -> Linked:
    return edit("delete", linked, (_cue(linked, "a", chance).id,), (_cue(linked, "b", chance).id,))


def _split(linked: Linked, chance: random.Random) -> Linked:
    side = _side(chance)
    cue = _cue(linked, side, chance)
    at = (cue.start + cue.end) // 2
    return edit("split", linked, side, cue.id, at, chance.randint(0, len(cue.text)))


def _merge(linked: Linked, chance: random.Random) -> Linked:
    side = _side(chance)
    some = {_cue(linked, side, chance).id for _ in range(3)}
    return edit("merge", linked, side, some, keep_breaks=chance.random() < 0.5)


def _places(linked: Linked, chance: random.Random) -> list[int]:
    return [chance.randrange(max(1, len(linked.pairing.links))) for _ in range(2)]


def _timed(linked: Linked, chance: random.Random) -> Linked:
    side = chance.choice(("a", "b", None))
    some = None if side is None or chance.random() < 0.5 else (_cue(linked, side, chance).id,)
    if chance.random() < 0.5:
        return edit("shift", linked, chance.randint(-900, 900), side, some)
    speed = chance.choice((Fraction(24, 25), Fraction(1001, 1000), Fraction(1, 50)))
    return edit("stretch", linked, speed, chance.randint(0, 9000), side, some)


def _pair(linked: Linked, chance: random.Random) -> Linked:
    simple = [n for n, one in enumerate(linked.pairing.links) if len(one.a) == len(one.b) == 1]
    place = chance.choice(simple or [0])
    cues = {cue.id: cue for cue in linked.a.cues}
    cue = cues[linked.pairing.links[place].a[0]] if simple else Cue(9, 0, 9, "")
    return edit("split-pair", linked, place, (cue.start + cue.end) // 2, (0, 0))


def _paste(linked: Linked, chance: random.Random) -> Linked:
    side = _side(chance)
    pasted = (Cue(1, 500, 900, "pasted"), Cue(2, 950, 1200, "over"))
    cue = _cue(linked, side, chance)
    return edit("paste-over", linked, side, cue.id, pasted, times=chance.random() < 0.5)


WALKS: dict[str, Walk] = {
    "set-text": _text,
    "retime": _retime,
    "insert": _insert,
    "delete": _delete,
    "split": _split,
    "split-pair": _pair,
    "merge": _merge,
    "merge-pairs": lambda linked, chance: edit("merge-pairs", linked, _places(linked, chance)),
    "link": lambda linked, chance: edit("link", linked, _places(linked, chance)),
    "confirm": lambda linked, chance: edit("confirm", linked, _places(linked, chance)),
    "link-anew": lambda linked, _: edit("link-anew", linked, link(linked.a, linked.b)),
    "unlink": lambda linked, chance: edit("unlink", linked, _places(linked, chance)[0]),
    "shift": _timed,
    "stretch": _timed,
    "sort": lambda linked, _: edit("sort", linked),
    "paste-over": _paste,
}
# These may take text away or bring it; all others keep every letter of both tracks.
_OF_TEXT = {"set-text", "insert", "delete", "paste-over"}


def _letters(linked: Linked) -> tuple[Counter[str], Counter[str]]:
    return tuple(
        Counter(char for cue in track.cues for char in cue.text if not char.isspace())
        for track in (linked.a, linked.b)
    )


def _drawn(chance: random.Random) -> Linked:
    """Two tracks of eight cues, linked one to one."""

    def track(language: str) -> Track:
        cues = []
        for n in range(1, 9):
            start = n * 2000 + chance.randint(0, 900)
            cues.append(Cue(n, start, start + chance.randint(300, 1500), f"{language} {n}"))
        return Track(language, tuple(cues))

    pairing = Pairing(tuple(Link((n,), (n,), 1.0) for n in range(1, 9)))
    return Linked(track("de"), track("en"), pairing)


def test_every_edit_is_walked() -> None:
    assert set(WALKS) == set(LINKED_EDITS.names())


@pytest.mark.parametrize("mode", ["own", "locked"])
def test_random_walks_lose_nothing_and_are_undone(mode: str) -> None:
    done: Counter[str] = Counter()
    for seed in range(40):
        chance = random.Random(f"{mode} {seed}")
        begin = _drawn(chance)
        history = History(locked(begin) if mode == "locked" else begin)
        states = [history.value]
        for _ in range(25):
            name = chance.choice(sorted(WALKS))
            before = history.value
            try:
                after = WALKS[name](before, chance)
            except BadValue:
                continue
            check_whole(after)
            assert after.locked == before.locked
            assert name in _OF_TEXT or _letters(after) == _letters(before)
            done[name] += 1
            if after is not before:
                history.commit(after, name)
                states.append(after)
        for state in reversed(states):
            assert history.value is state
            history.undo()
    assert min(done[name] for name in WALKS) >= 8
