"""One track that shows two languages: the first above, the second below, by their links."""

from __future__ import annotations

from studio.subs.cue import Cue, Track
from studio.subs.linking import Link, Pairing


def bilingual(a: Track, b: Track, pairing: Pairing) -> Track:
    """A cue for each link: the texts of a, under them those of b, from the first start to the
    last end of a (of b where a has none). Cues that stand alone keep their own time.

    The language is `a+b`, which is no BCP 47 tag: a bilingual file is in no one language.
    """
    ours, theirs = ({cue.id: cue for cue in track.cues} for track in (a, b))
    made: list[Cue] = []
    for link in pairing.links:
        made.append(_joined(link, ours, theirs, pairing))
    ordered = sorted(made, key=lambda cue: (cue.start, cue.end))
    return Track(
        f"{a.language}+{b.language}",
        tuple(
            Cue(number, cue.start, cue.end, cue.text, cue.style)
            for number, cue in enumerate(ordered, start=1)
        ),
    )


def _joined(link: Link, ours: dict[int, Cue], theirs: dict[int, Cue], pairing: Pairing) -> Cue:
    of_a = [ours[id] for id in link.a]
    of_b = [theirs[id] for id in link.b]
    text = "\n".join(cue.text for cue in (*of_a, *of_b) if cue.text)
    if of_a:
        return Cue(0, of_a[0].start, max(cue.end for cue in of_a), text, of_a[0].style)
    start, end = of_b[0].start, max(cue.end for cue in of_b)
    return Cue(0, _moved(start, pairing), _moved(end, pairing), text, of_b[0].style)


def _moved(ms: int, pairing: Pairing) -> int:
    """A time of b in a's time."""
    return round(ms * pairing.speed) + pairing.offset
