"""Full checks and fixes of linked pairs with cuts, captions and the shared screen, in CPU seconds.

python -m benchmarks.subtitle_checks [--pairs N] [--rounds N]
"""

from __future__ import annotations

import argparse
from fractions import Fraction

from benchmarks.material import LINES, spoken
from benchmarks.measuring import call, heading, in_turn, median, table
from studio.core.time import FrameRate
from studio.presets import store
from studio.subs.checks.base import Around
from studio.subs.checks.run import check
from studio.subs.cue import Cue, Track
from studio.subs.fixes.base import Desk
from studio.subs.fixes.run import proposed
from studio.subs.linking import Link, Pairing, flipped

_CUT = 4
"""Seconds between two cuts."""


def desk(count: int) -> Desk:
    """Chinese and English lines, each with a number, at the same times; a cut every 4 s."""
    times = spoken(count * 3 + 60, Fraction(1))[:count]
    tracks = [
        Track(
            language,
            tuple(
                Cue(n + 1, start, end, f"{LINES[language][n % len(LINES[language])]} {n + 1}")
                for start, end, n in times
            ),
        )
        for language in ("zh-Hans", "en")
    ]
    links = tuple(Link((n + 1,), (n + 1,), 1.0) for n in range(len(times)))
    last = times[-1][1] // 1000
    around = Around(
        cuts=tuple(Fraction(second) for second in range(_CUT, last, _CUT)),
        style=store.caption_style("cinema-bilingual"),
        words=store.words_for("cn"),
    )
    profile = store.profile("bilingual-screen")
    return Desk(tracks[0], profile, tracks[1], Pairing(links), FrameRate.parse("24"), around)


def checks(work: Desk, *, film: bool) -> int:
    """Both sides, with or without what is known of the film; the number of findings."""
    found = 0
    for side, track in enumerate(work.tracks):
        other = work.tracks[1 - side]
        pairing = work.pairing
        linked = flipped(pairing) if side and pairing is not None else pairing
        around = work.around_of(side) if film else Around()
        rate = work.rate if film else None
        found += len(check(track, work.profile, rate, other, linked, around))
    return found


def main() -> None:
    """Medians, and how many findings there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    heading("subtitle checks", f"{asked.pairs:,} linked pairs")
    work = desk(asked.pairs)
    small = desk(min(asked.pairs, 200))
    bare = checks(work, film=False)
    full = checks(work, film=True)
    mended = proposed(small)
    left = sum(map(len, mended.after))
    works = {
        f"all checks of two tracks ({bare:,} findings)": lambda: call(
            lambda: checks(work, film=False)
        ),
        f"the same with cuts, widths, glyphs, words ({full:,} findings)": lambda: call(
            lambda: checks(work, film=True)
        ),
        f"all fixes of {len(small.a.cues)} pairs ({len(mended.steps)} steps, {left} left)": (
            lambda: call(lambda: proposed(small))
        ),
    }
    rows = []
    for name, runs in in_turn(works, asked.rounds).items():
        one = median(runs)
        rows.append([name, f"{one.wall:.2f} s", f"{one.cpu:.2f} s"])
    print(table(["what", "wall", "CPU"], rows), flush=True)


if __name__ == "__main__":
    main()
