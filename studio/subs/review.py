"""How far each cue is: draft, translated, reviewed, approved; notes; who and when; what changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, get_args

from studio.core.errors import BadValue
from studio.core.files import is_plain_name, read_text, write_text
from studio.core.plain import parse_toml, structure
from studio.core.said import said
from studio.subs.cue import Cue, Track
from studio.subs.finding import CueMark, found, mark

State = Literal["draft", "translated", "reviewed", "approved"]
STATES: tuple[State, ...] = get_args(State)
_APPROVED: tuple[State, ...] = ("approved",)
SCHEMA = 1
_NOTE = 4_000
"""Characters of a note."""
_ROUNDED = 10
"""Milliseconds; a start that is less away from what was saved was rounded by the format."""
_WHEN = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of one cue: `cue` is how it was when the state was set; `when` is UTC,
    2026-11-22T18:04:00Z. Raises BadValue for another form and for notes that are too long.

    `who` and `when` tell of the last touch, whether it set the state or wrote the note; `set_by`
    and `set_at`, `noted_by` and `noted_at` of the one before, where that was the other of the two.
    `now` stands in files only: the cue as it was saved, where it changed since the state was set.
    """

    cue: CueMark
    state: State = "draft"
    who: str = ""
    when: str = ""
    note: str = ""
    set_by: str = ""
    set_at: str = ""
    noted_by: str = ""
    noted_at: str = ""
    now: CueMark | None = None

    def __post_init__(self) -> None:
        for when in filter(None, (self.when, self.set_at, self.noted_at)):
            if not _WHEN.fullmatch(when):
                raise BadValue(
                    said("“{when}” is not a time.", when=when[:40]),
                    hint=said("Write it as 2026-11-22T18:04:00Z."),
                )
        if len(self.note) > _NOTE:
            raise BadValue(said("A note may have {most:,} characters.", most=_NOTE))

    @property
    def setter(self) -> tuple[str, str]:
        """Who set the state, and when; empty for a draft."""
        if self.state == "draft":
            return "", ""
        return (self.set_by, self.set_at) if self.set_at or self.set_by else (self.who, self.when)

    @property
    def noter(self) -> tuple[str, str]:
        """Who wrote the note, and when; empty without one."""
        if not self.note:
            return "", ""
        told = self.noted_by, self.noted_at
        return told if any(told) else (self.who, self.when)


@dataclass(frozen=True, slots=True)
class Review:
    """The marks of one track's cues; cues without one are drafts. `lost` are marks whose cue was
    not found in the file any more: they are kept, in case it comes back."""

    language: str
    marks: tuple[Mark, ...] = ()
    lost: tuple[Mark, ...] = ()

    def by_id(self) -> dict[int, Mark]:
        """Each cue's mark."""
        return {one.cue.id: one for one in self.marks}


def with_state(
    review: Review, track: Track, cue_ids: Collection[int], state: State, who: str, when: str
) -> Review:
    """The cues in a state, as they are now. Raises BadValue where no cue has one of the ids."""
    marks = review.by_id()
    for cue in _chosen(track, cue_ids):
        old = marks.get(cue.id)
        note = old.note if old is not None else ""
        by, at = old.noter if old is not None else ("", "")
        marks[cue.id] = Mark(mark(cue), state, who, when, note, noted_by=by, noted_at=at)
    return _ordered(review, track, marks)


def with_note(review: Review, track: Track, cue_id: int, note: str, who: str, when: str) -> Review:
    """A note on a cue, its state as it was, and who set that. An empty one takes it away. Raises
    BadValue where no cue has the id."""
    marks = review.by_id()
    (cue,) = _chosen(track, (cue_id,))
    old = marks.get(cue_id) or Mark(mark(cue))
    by, at = old.setter
    marks[cue_id] = Mark(old.cue, old.state, who, when, note, set_by=by, set_at=at)
    return _ordered(review, track, marks)


def _chosen(track: Track, cue_ids: Collection[int]) -> list[Cue]:
    wanted = set(cue_ids)
    found = [cue for cue in track.cues if cue.id in wanted]
    if len(found) < len(wanted):
        shown = ", ".join(map(str, sorted(wanted - {cue.id for cue in found})[:10]))
        raise BadValue(
            said("The track has no cue {shown}.", shown=shown),
            hint=said("It may have been deleted."),
        )
    return found


def _ordered(review: Review, track: Track, marks: Mapping[int, Mark]) -> Review:
    """In the track's order; marks of cues that are gone go with them."""
    listed = (marks[cue.id] for cue in track.cues if cue.id in marks)
    # A draft without a note is what a cue without a mark is.
    kept = tuple(one for one in listed if one.state != "draft" or one.note)
    return replace(review, marks=kept)


def without_gone(review: Review, track: Track) -> Review:
    """The review after cues were taken out of its track; the very same where none was."""
    there = {cue.id for cue in track.cues}
    if all(one.cue.id in there for one in review.marks):
        return review
    return replace(review, marks=tuple(one for one in review.marks if one.cue.id in there))


def changed_since(
    review: Review, track: Track, states: Collection[State] = _APPROVED
) -> tuple[int, ...]:
    """Ids of cues in one of these states whose text or start is not as it was then."""
    marks = review.by_id()
    return tuple(
        cue.id
        for cue in track.cues
        if (one := marks.get(cue.id)) is not None and one.state in states and one.cue != mark(cue)
    )


def counts(review: Review, track: Track) -> dict[State, int]:
    """How many cues are in each state."""
    marks = review.by_id()
    states = Counter(marks[cue.id].state if cue.id in marks else "draft" for cue in track.cues)
    return {state: states[state] for state in STATES}


@dataclass(frozen=True, slots=True)
class ReviewFound:
    """A review over today's track; `lost` are the marks whose cue is gone: listed, not dropped."""

    review: Review
    lost: tuple[Mark, ...]


def found_again(review: Review, track: Track) -> ReviewFound:
    """The review of a track that was edited elsewhere, its cues found as those of links are.

    States stay, so that what was approved and then changed is told by `changed_since`. Marks that
    are lost stay with the review, and are looked for again the next time.
    """
    places = found((one.now or one.cue for one in (*review.marks, *review.lost)), track)
    today = {cue.id: mark(cue) for cue in track.cues}
    marks: dict[int, Mark] = {}
    lost: list[Mark] = []
    for one in (*review.marks, *review.lost):
        # Taken out as they are used: a file that names a cue twice gets it once.
        cue_id = places.now.pop(one.now or one.cue, None)
        if cue_id is None:
            lost.append(one)
        else:
            marks[cue_id] = replace(one, cue=_then(one, today[cue_id]), now=None)
    kept = replace(review, lost=tuple(lost))
    return ReviewFound(_ordered(kept, track, marks), tuple(lost))


def _then(one: Mark, today: CueMark) -> CueMark:
    """The cue as it was when the state was set, by the id it has today."""
    saved, then = one.now or one.cue, replace(one.cue, id=today.id)
    rounded = saved.text == today.text and abs(saved.start - today.start) < _ROUNDED
    if rounded and one.now is None:
        # A format that counts in hundredths gives back another start than it was given.
        return replace(then, start=today.start)
    return then


def as_saved(review: Review, track: Track) -> Review:
    """The review as its file has it: marks of cues that changed since tell how they are now, so
    that they are found again."""
    today = {cue.id: mark(cue) for cue in track.cues}
    return replace(
        review,
        marks=tuple(
            replace(one, now=None if today.get(one.cue.id) == one.cue else today.get(one.cue.id))
            for one in review.marks
        ),
    )


@dataclass(frozen=True, slots=True)
class ReviewFile:
    """All that a `.review.toml` says: one review a language."""

    schema: int
    reviews: tuple[Review, ...] = ()

    def __post_init__(self) -> None:
        if self.schema != SCHEMA:
            raise BadValue(
                said("must have schema {schema}, has {schema2}", schema=SCHEMA, schema2=self.schema)
            )
        languages = [one.language for one in self.reviews]
        if len(set(languages)) != len(languages):
            raise BadValue(said("must name each language once"))


def review_name(film: str) -> str:
    """The file's name for a film's id. Raises BadValue for an id that cannot be a file name."""
    if not is_plain_name(film):
        raise BadValue(said("“{film}” cannot be part of a file name.", film=film))
    return f"{film}.review.toml"


def load_review(path: Path) -> ReviewFile:
    """Read a review file. Raises CannotRead, or BadValue with every problem in it."""
    return structure(parse_toml(read_text(path), str(path)), ReviewFile, str(path))


def save_review(path: Path, content: ReviewFile) -> None:
    """Write a review file, whole or not at all. Raises CannotWrite."""
    write_text(path, review_text(content))


def review_text(content: ReviewFile) -> str:
    """The file as text: one mark a line or two, in the order of cues, stable under diff."""
    lines = [f"schema = {content.schema}", ""]
    for review in content.reviews:
        lines += ["[[reviews]]", f"language = {_quoted(review.language)}", "marks = ["]
        lines += [f"  {_inline(one)}," for one in review.marks]
        lines.append("]")
        if review.lost:
            lines += ["lost = [", *(f"  {_inline(one)}," for one in review.lost), "]"]
        lines.append("")
    return "\n".join(lines)


def _inline(one: Mark) -> str:
    parts = [f"cue = {_place(one.cue)}"]
    told: Iterable[tuple[str, str]] = (
        ("state", one.state), ("who", one.who), ("when", one.when), ("note", one.note),
        ("set_by", one.set_by), ("set_at", one.set_at),
        ("noted_by", one.noted_by), ("noted_at", one.noted_at),
    )  # fmt: skip
    parts += [f"{name} = {_quoted(text)}" for name, text in told if text]
    if one.now is not None:
        parts.append(f"now = {_place(one.now)}")
    return f"{{ {', '.join(parts)} }}"


def _place(cue: CueMark) -> str:
    return f"{{ id = {cue.id}, start = {cue.start}, text = {_quoted(cue.text)} }}"


def _quoted(text: str) -> str:
    """A TOML basic string."""
    made = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda m: f"\\u{ord(m[0]):04x}", made) + '"'
