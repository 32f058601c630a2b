"""Checks of two languages together: partners, what both show at once, and what both say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from studio.core.said import said
from studio.core.words import counted
from studio.subs.checks.base import Seen, Subject, check_named
from studio.subs.plain import at_top
from studio.subs.quantities import named_numbers, quantities

_SAME = said("Both languages say the same.")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_LITTLE = 6
"""Frames: a quarter of a second."""


def rows(subject: Subject) -> Iterator[tuple[list[int], list[int]]]:
    """The links as indexes: cues of this track, cues of the partner."""
    if subject.pairing is None or subject.partner is None:
        return
    ours = {cue.id: index for index, cue in enumerate(subject.track.cues)}
    theirs = {cue.id: index for index, cue in enumerate(subject.partner.track.cues)}
    for link in subject.pairing.links:
        yield (
            [ours[id] for id in link.a if id in ours],
            [theirs[id] for id in link.b if id in theirs],
        )


@check_named(
    "missing-partner", said("a cue that the other language has nothing for"), fixable=False
)
def missing_partner(subject: Subject) -> Iterator[Seen]:
    """Cues that stand in a link of one side only."""
    if subject.partner is None:
        return
    alone = sorted(index for ours, theirs in rows(subject) if not theirs for index in ours)
    language = subject.partner.track.language or said("the other language")
    for index in alone:
        yield Seen(
            index,
            0.0,
            1.0,
            said("Nothing in {language} stands for it.", language=language),
            _SAME,
        )


@check_named(
    "screen-lines", said("more lines of both languages than may stand at once"), fixable=False
)
def screen_lines(subject: Subject) -> Iterator[Seen]:
    """Lines of a cue and of the partner that has most."""
    screen, partner = subject.profile.screen, subject.partner
    if screen is None or partner is None:
        return
    most: dict[int, int] = {}
    for ours, theirs in rows(subject):
        if theirs:
            lines = max(int(partner.page.line_counts[index]) for index in theirs)
            most |= dict.fromkeys(ours, lines)
    for index in sorted(most):
        together = int(subject.page.line_counts[index]) + most[index]
        if together > screen.lines:
            yield Seen(
                index,
                float(together),
                float(screen.lines),
                said(
                    "{together} lines of both languages at once; at most {lines}.",
                    together=together,
                    lines=screen.lines,
                ),
                screen.cited,
            )


@check_named(
    "screen-order", said("one language at the top, its partner at the bottom"), fixable=False
)
def screen_order(subject: Subject) -> Iterator[Seen]:
    """Linked cues that stand at two places, so that the languages change their order."""
    partner = subject.partner
    if partner is None:
        return
    marked = any("{" in cue.text for cue in (*subject.track.cues, *partner.track.cues))
    if not marked:
        return
    found: list[int] = []
    for ours, theirs in rows(subject):
        places = {at_top(partner.cue(index).text) for index in theirs}
        if places:
            found += [index for index in ours if {at_top(subject.cue(index).text)} != places]
    for index in sorted(found):
        yield Seen(
            index,
            1.0,
            0.0,
            said("Its partner stands at the other edge of the picture."),
            said("Two languages keep their order on the screen."),
        )


@check_named("identical", said("the same text in both languages"), fixable=False)
def identical(subject: Subject) -> Iterator[Seen]:
    """Linked cues of more than a word whose text is the same: not translated yet."""
    partner = subject.partner
    if partner is None or subject.track.language == partner.track.language:
        return
    found: list[tuple[int, str]] = []
    for ours, theirs in rows(subject):
        if not theirs:
            continue
        text = _joined(subject, ours)
        # A name or a number alone is the same everywhere.
        several = len(text.split()) > 1 or len(text) > 12
        if several and _LETTERS.search(text) and text == _joined(partner, theirs):
            found += [(index, partner.track.language) for index in ours]
    for index, language in sorted(found):
        yield Seen(
            index,
            1.0,
            0.0,
            said("The text is the same as in {language}.", language=language),
            said("A translation differs from what it translates."),
        )


def _joined(subject: Subject, indexes: list[int]) -> str:
    return " ".join(" ".join(subject.page.texts[index].split()) for index in indexes).strip()


@check_named("numbers", said("numbers that differ between the languages"), fixable=False)
def numbers(subject: Subject) -> Iterator[Seen]:
    """Numbers in figures that the partner does not have, neither in figures nor in words.

    3万 and 30,000 are the same. Small ones may be words on the other side; where that side has any
    word for a number, only figures that both sides write are compared.
    """
    partner = subject.partner
    if partner is None:
        return
    digits = "0123456789０１２３４５６７８９"
    if not (subject.page.has(digits) or partner.page.has(digits)):
        return
    found: list[tuple[int, str, str]] = []
    for ours, theirs in rows(subject):
        if not (ours and theirs):
            continue
        mine, other = _joined(subject, ours), _joined(partner, theirs)
        odd = _unlike(mine, other)
        if odd is not None:
            found.append((ours[0], *odd))
    for index, mine, other in sorted(found):
        yield Seen(
            index,
            1.0,
            0.0,
            said("It says {mine}; the other language says {other}.", mine=mine, other=other),
            _SAME,
        )


def _unlike(mine: str, other: str) -> tuple[str, str] | None:
    """What each side says, where they do not say the same."""
    left, right = Counter(quantities(mine)), Counter(quantities(other))
    only_left, only_right = left - right, right - left
    # “Twelve” for 12 is no slip: words are not read, so they speak for what figures lack.
    if only_right and named_numbers(mine):
        only_right = Counter()
    if only_left and named_numbers(other):
        only_left = Counter()
    if not (only_left or only_right):
        return None
    return _shown(left), _shown(right)


def _shown(values: Counter[float]) -> str:
    if not values:
        return said("no number")
    return ", ".join(f"{value:,g}" if value < 1e15 else str(value) for value in values.elements())


@check_named(
    "partner-times",
    said("linked cues that start or end a little apart"),
    fixable=True,
    severity="hint",
)
def partner_times(subject: Subject) -> Iterator[Seen]:
    """Edges of one-to-one links that differ by a few frames: neither together nor on purpose."""
    partner, rate = subject.partner, subject.rate
    if partner is None or subject.pairing is None or rate is None:
        return
    if subject.pairing.offset or subject.pairing.speed != 1:
        return
    found: list[tuple[int, int]] = []
    for ours, theirs in rows(subject):
        if len(ours) == 1 and len(theirs) == 1:
            a, b = subject.cue(ours[0]), partner.cue(theirs[0])
            apart = max(abs(a.start - b.start), abs(a.end - b.end)) * rate.value / 1000
            if Fraction(1, 2) < apart <= _LITTLE:
                found.append((ours[0], round(apart)))
    for index, frames in sorted(found):
        yield Seen(
            index,
            float(frames),
            0.0,
            said(
                "The other language comes or goes {frames} apart.",
                frames=counted(frames, "frame"),
            ),
            said("Two languages that change together are calmer to read."),
        )
