"""Checks of two languages together: missing partners, and lines on the shared screen."""

from __future__ import annotations

from collections.abc import Iterator

from studio.core.said import said
from studio.subs.checks.base import Seen, Subject, check_named
from studio.subs.plain import plain_lines


@check_named(
    "missing-partner", said("a cue that the other language has nothing for"), fixable=False
)
def missing_partner(subject: Subject) -> Iterator[Seen]:
    """Cues that stand in a link of one side only."""
    if subject.pairing is None or subject.partner is None:
        return
    where = {cue.id: index for index, cue in enumerate(subject.track.cues)}
    alone = {id for link in subject.pairing.links if not link.b for id in link.a}
    language = subject.partner.language or said("the other language")
    for index in sorted(where[id] for id in alone if id in where):
        yield Seen(
            index,
            0.0,
            1.0,
            said("Nothing in {language} stands for it.", language=language),
            said("Both languages say the same."),
        )


@check_named(
    "screen-lines", said("more lines of both languages than may stand at once"), fixable=False
)
def screen_lines(subject: Subject) -> Iterator[Seen]:
    """Lines of a cue and of the partner that it shares most of its time with."""
    screen = subject.profile.screen
    if screen is None or subject.pairing is None or subject.partner is None:
        return
    where = {cue.id: index for index, cue in enumerate(subject.track.cues)}
    partner = {cue.id: cue for cue in subject.partner.cues}
    seen: list[tuple[int, int]] = []
    for link in subject.pairing.links:
        if not link.b:
            continue
        most = max(
            (len(plain_lines(partner[id].text)) for id in link.b if id in partner), default=0
        )
        seen += [(where[id], most) for id in link.a if id in where]
    for index, most in sorted(seen):
        together = len(subject.lines[index]) + most
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
