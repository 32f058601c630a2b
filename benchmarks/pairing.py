"""How right links between two languages are, by tracks cut anew with known truth.

python -m benchmarks.pairing [--trials N] [--seed WORD] [--woven] [--tuning]
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from benchmarks.material import media
from benchmarks.measuring import heading, table
from studio.subs.cue import Cue, Track
from studio.subs.linking import SURE, link
from studio.subs.reading import read_track
from tests.recut import Change, Ids, Recut, recut

ELEPHANTS = "media/subs/elephants_dream/elephants_dream.{}.srt"
TEARS = "media/subs/tears_of_steel/tears_of_steel.{}.srt"
# The track, and whose words the other side has; "" its own, in letters that share no word with it.
TUNING = ((ELEPHANTS, "de", "fr"), (ELEPHANTS, "de", "ja"), (ELEPHANTS, "fr", "de"))
TUNING += ((ELEPHANTS, "es", ""), (ELEPHANTS, "sv", ""))
JUDGING = ((ELEPHANTS, "zh-Hans", "it"), (ELEPHANTS, "it", "zh-Hans"), (ELEPHANTS, "ru", ""))
JUDGING += ((ELEPHANTS, "ar", ""), (ELEPHANTS, "he", ""), (ELEPHANTS, "pt-BR", ""))
JUDGING += ((TEARS, "en", ""),)
SPEEDS = tuple(map(Fraction, ("24/25", "25/24", "1000/1001", "1001/1000", "960/1001", "1001/960")))

Links = Sequence[tuple[Ids, Ids]]
Rule = Callable[[Track, Track], Links]


@dataclass(slots=True)
class Score:
    """What one side has got right over all trials."""

    pairs: list[int] = field(default_factory=lambda: [0, 0, 0])
    whole: list[int] = field(default_factory=lambda: [0, 0, 0])
    offsets: list[float] = field(default_factory=list)
    speeds: list[float] = field(default_factory=list)
    sure: int = 0
    wrong: int = 0
    seconds: float = 0.0

    def add(self, links: Links, truth: Recut) -> None:
        """Count links and the pairs of cues in them against the truth."""
        found = {(x, y) for of_a, of_b in links for x in of_a for y in of_b}
        _count(self.pairs, found, truth.pairs)
        _count(self.whole, set(links), truth.links)

    def figures(self) -> list[str]:
        """Precision and recall of pairs of cues, then of whole links."""
        return [_share(one[0], one[n]) for one in (self.pairs, self.whole) for n in (1, 2)]


def _count(into: list[int], found: Iterable[object], true: Iterable[object]) -> None:
    ours, theirs = set(found), set(true)
    for place, number in enumerate((len(ours & theirs), len(ours), len(theirs))):
        into[place] += number


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "—"


def by_position(a: Track, b: Track) -> Links:
    """The first with the first, the second with the second."""
    return [((x.id,), (y.id,)) for x, y in zip(a.cues, b.cues, strict=False)]


def by_first_overlap(a: Track, b: Track) -> Links:
    """Each cue with the first one of the other track that shares a millisecond with it."""
    free = list(b.cues)
    links: list[tuple[Ids, Ids]] = []
    for cue in a.cues:
        other = next((one for one in free if one.start < cue.end and cue.start < one.end), None)
        if other is None:
            links.append(((cue.id,), ()))
        else:
            free.remove(other)
            links.append(((cue.id,), (other.id,)))
    return [*links, *(((), (one.id,)) for one in free)]


RULES: dict[str, Rule] = {"position": by_position, "first overlap": by_first_overlap}


def one_trial(
    base: Track,
    texts: tuple[str, ...],
    chance: random.Random,
    woven: bool,
    scores: dict[str, Score],
) -> None:
    """One track cut anew; every side links it."""
    change = Change(chance.randint(-30_000, 30_000), chance.choice(SPEEDS), woven=woven)
    truth = recut(base, texts, change, chance)
    ours, began = scores["Lobbycard"], time.process_time()
    pairing = link(base, truth.track)
    ours.seconds += time.process_time() - began
    ours.add([(one.a, one.b) for one in pairing.links], truth)
    ours.offsets.append(abs(pairing.offset - change.offset))
    ours.speeds.append(abs(float(pairing.speed / change.speed) - 1))
    sure = [one for one in pairing.links if one.confidence >= SURE]
    ours.sure += len(sure)
    ours.wrong += sum((one.a, one.b) not in truth.links for one in sure)
    right = truth.track.with_cues(tuple(_moved(cue, change) for cue in truth.track.cues))
    for name, rule in RULES.items():
        scores[name].add(rule(base, truth.track), truth)
        scores[f"{name}, times set right"].add(rule(base, right), truth)


def _moved(cue: Cue, change: Change) -> Cue:
    start, end = (round(ms * change.speed) + change.offset for ms in (cue.start, cue.end))
    return Cue(cue.id, start, end, cue.text)


def veiled(text: str) -> str:
    """A text in letters that no track has: its length and marks stay, its words are nobody's."""
    return "".join(
        chr(0x10D0 + ord(char.casefold()[0]) % 33) if char.isalpha() else char for char in text
    )


def track_of(folder: Path, name: str, language: str) -> Track:
    """One of the real tracks."""
    return read_track(folder / name.format(language), language).track


def trials(asked: argparse.Namespace, folder: Path) -> dict[str, Score]:
    """All trials of all tracks."""
    names = [
        "Lobbycard",
        *(f"{name}{more}" for name in RULES for more in ("", ", times set right")),
    ]
    scores = {name: Score() for name in names}
    for name, language, other in TUNING if asked.tuning else JUDGING:
        base = track_of(folder, name, language)
        words = track_of(folder, name, other).cues if other else base.cues
        texts = tuple(cue.text if other else veiled(cue.text) for cue in words)
        for number in range(asked.trials):
            chance = random.Random(f"{asked.seed} {language} {other} {name} {number}")
            one_trial(base, texts, chance, asked.woven, scores)
    return scores


def main() -> None:
    """The table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--trials", type=int, default=30, help="of each track")
    parser.add_argument("--seed", default="open")
    parser.add_argument("--woven", action="store_true", help="split, then merged, then left out")
    parser.add_argument("--tuning", action="store_true", help="the tracks that figures were set on")
    asked = parser.parse_args()
    folder = media()
    if folder is None:
        parser.error("Name a folder of real films and subtitles in LOBBYCARD_MEDIA.")
    heading("pairing", f"seed {asked.seed}, {asked.trials} trials of each track")
    scores = trials(asked, folder)
    head = ["side", "precision", "recall", "precision of whole links", "recall of whole links"]
    print(table(head, [[name, *score.figures()] for name, score in scores.items()]), "\n")
    ours = scores["Lobbycard"]
    count, offsets = len(ours.offsets), ours.offsets
    print(
        f"offset: median {statistics.median(offsets):.0f} ms, worst {max(offsets):.0f} ms;"
        f" speed: worst {100 * max(ours.speeds):.4f} %; wrong among {ours.sure} links at {SURE} or"
        f" more: {ours.wrong}; for review {100 * (1 - ours.sure / ours.whole[1]):.1f} % of"
        f" {ours.whole[1]}; {1000 * ours.seconds / count:.0f} ms of CPU a trial, {count} trials"
    )


if __name__ == "__main__":
    main()
