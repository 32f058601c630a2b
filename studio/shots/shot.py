"""Shots, transitions and stills as values; times are PTS of the film's picture stream."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shot:
    """From `start` up to, not including, `end`; `kind` says how it begins.

    `kind` is first, cut, dissolve, fade or wipe.
    """

    start: int
    end: int
    kind: str = "cut"


@dataclass(frozen=True, slots=True)
class Transition:
    """A gradual change between two shots: dissolve, fade or wipe."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a still was chosen: a measure, its value, and where it stands among this film's frames.

    `rank` is the share (0 to 1) of the film's frames that it beats; `text` says it in words.
    """

    name: str
    value: float
    rank: float
    text: str


@dataclass(frozen=True, slots=True)
class Still:
    """A frame of the shortlist; `shot` is the index of its shot, `score` 0 to 1."""

    pts: int
    shot: int
    score: float
    reasons: tuple[Reason, ...]
