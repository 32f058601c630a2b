"""Links by time: every cue in exactly one, over real tracks and drawn ones."""

from __future__ import annotations

import random
import time
from collections import Counter
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest

from studio.core.progress import Cancelled
from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing, flipped, link
from studio.subs.reading import read_track


def track(*times: tuple[int, int], first: int = 1) -> Track:
    return Track("en", tuple(Cue(n, a, b, "x") for n, (a, b) in enumerate(times, start=first)))


def whole(a: Track, b: Track, pairing: Pairing) -> bool:
    """Every cue of both stands in exactly one link."""
    of_a = Counter(id for one in pairing.links for id in one.a)
    of_b = Counter(id for one in pairing.links for id in one.b)
    return of_a == Counter(cue.id for cue in a.cues) and of_b == Counter(cue.id for cue in b.cues)


def folder(media: Path, pattern: str) -> list[Track]:
    return [read_track(path).track for path in sorted(media.glob(pattern))]


def test_five_languages_cut_alike_link_one_to_one(media: Path) -> None:
    tracks = folder(media, "corpus/pairs/wwa_captions_*.vtt")
    assert len(tracks) == 5
    for a, b in combinations(tracks, 2):
        pairing = link(a, b)
        assert [(one.a, one.b) for one in pairing.links] == [
            ((x.id,), (y.id,)) for x, y in zip(a.cues, b.cues, strict=True)
        ]
        assert (pairing.offset, pairing.speed) == (0, 1)
        assert min(one.confidence for one in pairing.links) >= 0.8


def test_missing_partners_stand_alone(media: Path) -> None:
    tracks = {one.language: one for one in folder(media, "corpus/pairs/deadline_*.vtt")}
    for a, b in combinations(tracks.values(), 2):
        assert whole(a, b, link(a, b))
    pairing = link(tracks["es"], tracks["pt-BR"])
    # 18 Spanish cues, 12 Portuguese: these moments have no Portuguese at all.
    alone = [one.a[0] for one in pairing.links if not one.b]
    spanish = {cue.id: cue for cue in tracks["es"].cues}
    for id in alone:
        cue = spanish[id]
        shared = sum(
            max(0, min(cue.end, other.end) - max(cue.start, other.start))
            for other in tracks["pt-BR"].cues
        )
        assert shared < cue.duration / 2
    assert len(alone) >= 6


def test_a_whole_film_links_in_twelve_languages(media: Path) -> None:
    tracks = {one.language: one for one in folder(media, "media/subs/elephants_dream/*.srt")}
    assert len(tracks) == 12
    began = time.process_time()
    for other in tracks.values():
        pairing = link(tracks["de"], other)
        assert whole(tracks["de"], other, pairing)
        assert pairing.speed == 1
        linked = sum(1 for one in pairing.links if one.a and one.b)
        assert linked >= 0.85 * len(tracks["de"].cues)
    assert time.process_time() - began < 5


def test_one_long_cue_links_to_two_short_ones() -> None:
    a = track((0, 4000), (6000, 8000))
    b = track((0, 1900), (2000, 4100), (6100, 8000), first=11)
    assert [(one.a, one.b) for one in link(a, b).links] == [((1,), (11, 12)), ((2,), (13,))]


def test_straddling_cues_link_two_to_two() -> None:
    a = track((0, 1000), (1000, 4000))
    b = track((0, 3000), (3000, 4000), first=11)
    assert [(one.a, one.b) for one in link(a, b).links] == [((1, 2), (11, 12))]


def test_a_cue_without_partner_does_not_move_the_others() -> None:
    a = track((0, 1000), (2000, 3000), (4000, 5000))
    b = track((0, 1000), (4000, 5000), first=11)
    assert link(a, b).links == (
        Link((1,), (11,), 1.0),
        Link((2,), (), 1.0),
        Link((3,), (12,), 1.0),
    )


def test_tracks_out_of_order_and_with_slips_still_link_whole() -> None:
    a = track((4000, 5000), (0, 1000), (2000, 1500), (0, 0), (-500, 200))
    b = track((0, 1000), (4100, 5000), (4100, 5000), first=11)
    assert whole(a, b, link(a, b))


@pytest.mark.parametrize(("a", "b"), [((), ()), (((0, 1),), ()), ((), ((0, 1), (2, 3)))])
def test_empty_tracks_link_whole(
    a: tuple[tuple[int, int], ...], b: tuple[tuple[int, int], ...]
) -> None:
    assert whole(track(*a), track(*b), link(track(*a), track(*b)))


def changed(base: Track, seed: int, speed: Fraction, offset: int) -> tuple[Track, set[Link]]:
    """The track as another person might have cut it, and the links that are true."""
    rng = random.Random(seed)
    made: list[tuple[int, int]] = []
    truth: list[tuple[tuple[int, ...], int]] = []
    cues = list(base.cues)
    while cues:
        cue = cues.pop(0)
        kind = rng.random()
        if kind < 0.05:
            truth.append(((cue.id,), 0))
        elif kind < 0.15 and cue.duration > 1600:
            middle = (cue.start + cue.end) // 2
            made += [(cue.start, middle - 40), (middle + 40, cue.end)]
            truth.append(((cue.id,), 2))
        elif kind < 0.25 and cues and cues[0].start - cue.end < 800:
            after = cues.pop(0)
            made.append((cue.start, after.end))
            truth.append(((cue.id, after.id), 1))
        else:
            made.append((cue.start, cue.end))
            truth.append(((cue.id,), 1))
    moved = []
    for number, (start, end) in enumerate(made, start=1):
        start, end = (round(ms * speed) + offset + rng.randint(-150, 150) for ms in (start, end))
        moved.append(Cue(number, start, max(end, start + 200), "x"))
    links = set()
    number = 1
    for ids, count in truth:
        links.add(Link(ids, tuple(range(number, number + count)), 0.0))
        number += count
    return Track("xx", tuple(moved)), links


@pytest.mark.parametrize("offset", [-30_000, 0, 12_345])
@pytest.mark.parametrize("speed", ["1", "24/25", "25/24", "1000/1001"])
def test_offset_and_speed_are_found_first(media: Path, speed: str, offset: int) -> None:
    base = read_track(media / "media/subs/elephants_dream/elephants_dream.zh-Hans.srt").track
    other, truth = changed(base, 7, Fraction(speed), offset)
    pairing = link(base, other)
    assert whole(base, other, pairing)
    assert pairing.speed == 1 / Fraction(speed)
    assert abs(pairing.offset + offset / Fraction(speed)) < 40
    found = {Link(one.a, one.b, 0.0) for one in pairing.links}
    assert len(found & truth) >= 0.93 * len(truth)


def test_a_small_habit_of_timing_is_no_offset() -> None:
    times = [(n * 3000, n * 3000 + 2000) for n in range(40)]
    b = track(*((start + 40, end + 40) for start, end in times))
    pairing = link(track(*times), b)
    assert (pairing.offset, pairing.speed) == (0, 1)


def test_a_pairing_seen_from_the_other_side() -> None:
    pairing = Pairing((Link((1,), (2, 3), 0.9),), offset=960, speed=Fraction(24, 25))
    assert flipped(pairing) == Pairing((Link((2, 3), (1,), 0.9),), -1000, Fraction(25, 24))


def test_two_thousand_cues_link_in_well_under_two_seconds() -> None:
    rng = random.Random(1)
    at, times = 0, []
    for _ in range(2000):
        at += rng.randint(50, 3000)
        times.append((at, at + rng.randint(800, 4000)))
        at = times[-1][1]
    base = track(*times)
    other, truth = changed(base, 2, Fraction(24, 25), 7000)
    began = time.process_time()
    pairing = link(base, other)
    assert time.process_time() - began < 2
    assert len({Link(one.a, one.b, 0.0) for one in pairing.links} & truth) > 0.95 * len(truth)


def test_cues_all_at_one_moment_end_in_bounded_time() -> None:
    same = track(*((0, 1000) for _ in range(3000)))
    began = time.process_time()
    assert whole(same, same, link(same, same))
    assert time.process_time() - began < 5


def test_linking_can_be_stopped() -> None:
    class Stop:
        def report(self, fraction: float, note: str = "") -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        link(track((0, 1)), track((0, 1)), Stop())
