"""New edits of films found again frame by frame: how right, and at what price beside analysing.

python -m benchmarks.conform [FILM …] [--seeds 1-3]

Each seed cuts shots out, trims, moves and puts in; each film is then encoded anew at another size,
grade, rate or with bars. The truth is known for each frame. A frame of the old edit counts as found
when what is shown there differs by at most one frame, or is the very same picture. One that was cut
out counts as wrongly found when it is found all the same, and apart from that where what is shown
there is the very same picture, of a shot that keeps still. Frames that are black or nearly so are
not counted: they look the same everywhere.
"""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from benchmarks.material import film_of, media
from benchmarks.measuring import call, heading, table, workplace
from studio.conform.conform import Conformed, conform
from studio.conform.seeing import Seer, apart
from studio.media.film import Film
from studio.media.probe import probe
from studio.media.sound import peaks
from studio.shots.analyse import Analysis, analyse
from tests.studio.conform.recut import Look, Piece, recut

_FILMS = (
    "sintel_trailer_720p24.mp4",
    "elephants_dream_excerpt_360p24.mp4",
    "tears_of_steel_battle_800x332_vp8.webm",
    "cosmos_laundromat_50s_sdr_640x268.mp4",
)
# Two pictures of one shot that are this near (1 less their correlation) are the same one.
_SAME = 0.004
# Black and fog have no place of their own: only frames with this much contrast are asked for.
_SHOWN = 0.1


@dataclass(frozen=True)
class Outcome:
    """Old frames that were kept and found, and that are gone and found all the same.

    Of the latter those are `alike` whose very picture is shown where they were found.
    """

    kept: int
    right: int
    gone: int
    wrong: int
    alike: int


def looks(film: Film, seed: int) -> tuple[str, Look]:
    """A way to make the new edit: its name and how; another for each seed."""
    display = film.video.display
    width = min(640, display.width // 2 * 2)
    height = round(width * display.height / display.width / 2) * 2
    ways = (
        ("graded", Look((width, height), gain=0.85, lift=0.03, gamma=1.1)),
        ("24 to 25", Look((width, height), rate=film.video.rate.value * 25 / 24, gamma=0.85)),
        ("with bars", Look((width, height), canvas=(width, height + height // 3 // 2 * 2))),
        ("in 29.97", Look((width, height), rate=Fraction(30000, 1001), repeat=True)),
    )
    return ways[seed % len(ways)]


def pieces(analysis: Analysis, seed: int) -> list[Piece]:
    """The shots in a new order: some out, some trimmed, one moved, something put in."""
    rng = np.random.default_rng(seed)
    starts = [analysis.index_of(shot.start) for shot in analysis.detect().shots]
    made: list[Piece] = []
    for start, stop in zip(starts, [*starts[1:], len(analysis.pts)], strict=True):
        chance, part = rng.random(), max(1, (stop - start) // 4)
        if chance < 0.15:
            continue
        if chance < 0.4:
            start, stop = start + int(rng.integers(0, part)), stop - int(rng.integers(0, part))
        made.append(Piece(start, stop))
        if chance > 0.9:
            made.append(Piece(foreign=int(rng.integers(10, 80))))
    if len(made) > 6:
        made.insert(len(made) - 2, made.pop(3))
    return made


def outcome(
    film: Film, seen: Analysis, new: Analysis, made: Conformed, truth: np.ndarray
) -> Outcome:
    """What was found, frame by frame."""
    where: dict[int, list[int]] = {}
    for at, number in enumerate(truth):
        where.setdefault(int(number), []).append(at)
    places = {film.index_of(int(pts)): at for at, pts in enumerate(seen.pts)}
    kept = right = gone = wrong = alike = 0
    with Seer(film, seen) as seer:

        def same(at: int, number: int) -> bool:
            shown = places.get(int(truth[number]))
            return shown is not None and apart(seer.picture(at), seer.picture(shown)) < _SAME

        for at, pts in enumerate(seen.pts):
            if seen.measures["flat"][at] or seen.measures["contrast"][at] < _SHOWN:
                continue
            found = made.new_frame(int(pts))
            number = None if found is None else new.index_of(found.pts)
            there = where.get(film.index_of(int(pts)))
            if there is None:
                gone, wrong = gone + 1, wrong + (number is not None)
                alike += number is not None and same(at, number)
                continue
            kept += 1
            if number is None:
                continue
            near = min(abs(number - one) for one in there) <= 1
            right += near or same(at, number)
    return Outcome(kept, right, gone, wrong, alike)


def main() -> None:
    """Print a row for each film and seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("films", nargs="*", type=Path)
    parser.add_argument("--seeds", default="1-3", help="from-to")
    given = parser.parse_args()
    first, _, last = given.seeds.partition("-")
    folder = media()
    with workplace() as place:
        os.environ["LOBBYCARD_CACHE"] = str(place / "cache")
        known = [folder / "media" / "film" / name for name in _FILMS] if folder else []
        films = given.films or known or [film_of(place, 360, 30)]
        heading("A new edit found again")
        rows = []
        for path in films:
            for seed in range(int(first), int(last or first) + 1):
                rows.append(_row(path, seed, place))
                print(" | ".join(rows[-1]), flush=True)
        print(
            table(
                (
                    "film",
                    "as",
                    "kept",
                    "found",
                    "gone",
                    "found all the same",
                    "of these the very picture",
                    "CPU of analysing",
                ),
                rows,
            )
        )


def _row(path: Path, seed: int, place: Path) -> tuple[str, ...]:
    film = probe(path)
    seen = analyse(film)
    name, look = looks(film, seed)
    target = place / f"{seed}.mp4"
    truth = recut(film, target, pieces(seen, seed), look)
    edit = probe(target)
    looked: list[Analysis] = []
    price = call(lambda: looked.append(analyse(edit)))
    # The pass brings the sound along; it is no part of the comparison.
    peaks(film)
    peaks(edit)
    made: list[Conformed] = []
    run = call(lambda: made.append(conform(film, seen, edit, looked[0])))
    found = outcome(film, seen, looked[0], made[0], truth)
    return (
        f"{path.name}, seed {seed}",
        name,
        str(found.kept),
        f"{found.right / max(1, found.kept):.4f}",
        str(found.gone),
        str(found.wrong),
        str(found.alike),
        f"{run.cpu / price.cpu:.2f}× ({run.cpu:.1f} s)",
    )


if __name__ == "__main__":
    main()
