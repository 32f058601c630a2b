"""Cues and tracks as values; they know no file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Cue:
    """One subtitle. `start` and `end` in milliseconds from the film's first frame.

    `id` is stable within its track through every edit; `text` is the source text with its line
    breaks (`\\n`) and simple tags (`<i>`, `{\\an8}`) as they were written.
    """

    id: int
    start: int
    end: int
    text: str
    style: str = ""

    @property
    def duration(self) -> int:
        """Milliseconds; negative where the file says end before start."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Piece:
    """A cue as it stood in its file: what came before it since the last one, and its own lines."""

    id: int
    before: str
    source: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What a file holds beside the words and times of its cues, kept as it stood there.

    Styles, regions, notes, attachments and the fields of cues that `Cue` has no room for: a track
    that is written in the `format` it was read from gets them back, byte for byte where a cue was
    not changed. `head` + each piece's `before` and `source` + `tail` is the text that was read,
    with `\n` for its line ends, which were `newline`.
    """

    format: str
    head: str = ""
    pieces: tuple[Piece, ...] = ()
    tail: str = ""
    newline: str = "\n"


@dataclass(frozen=True, slots=True)
class Track:
    """The cues of one language (BCP 47: zh-Hans, zh-Hant, en, ja, ko …) in their order.

    `frame` is how they stood in their file; tracks with the same cues are equal whatever it is.
    """

    language: str
    cues: tuple[Cue, ...] = ()
    frame: Frame | None = field(default=None, compare=False, repr=False)

    def next_id(self) -> int:
        """An id that no cue has."""
        return max((cue.id for cue in self.cues), default=0) + 1

    def with_cues(self, cues: tuple[Cue, ...]) -> Track:
        """The same track with other cues."""
        return replace(self, cues=cues)
