"""How good each frame of a film is as a still: ranks within the film, combined."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from studio.core.geometry import Rect, Size
from studio.shots.analyse import Analysis
from studio.shots.looking import Bytes
from studio.shots.structure import Floats
from studio.stills.closeup import CLOSE, Closeup, headroom
from studio.stills.eyes import CLOSED, OPEN
from studio.stills.placing import Placing, boxes

# Frames whose calm grids are taken at once.
_ROWS = 8192

# What a still is judged by and how much each counts. Values cannot be compared between films, ranks
# can: the sharpest frame of a soft film is still its sharpest. The first seven are known of every
# frame, the others of those that were looked at closely. There poise, which is the subject's,
# replaces stillness, which is the whole picture's; and room and legible replace calm where placings
# of the copy are given.
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "sharpness": 0.16,
        "stillness": 0.12,
        "exposure": 0.15,
        "contrast": 0.11,
        "colour": 0.11,
        "fullness": 0.08,
        "calm": 0.06,
        "focus": 0.16,
        "distinct": 0.10,
        "poise": 0.12,
        "face": 0.14,
        "headroom": 0.05,
        "eyes": 0.06,
        "room": 0.50,
        "legible": 0.12,
    }
)
# A frame among the worst of these is spoilt, whatever else it has; from these ranks on it is not.
_NEEDED = {"sharpness": 0.20, "exposure": 0.15, "stillness": 0.30, "poise": 0.30, "eyes": 0.35}
# Copy needs this much room, whatever the film's other frames are like.
_ROOM_ENOUGH = 0.6
# A face of this share of the picture's height is as good as any larger one; one that is seen from
# the side is worth this much less.
_FULL_FACE = 0.30
_FROM_THE_SIDE = 0.4
# A frame is blurred below this share of how sharp its shot gets within so many seconds of it, or
# where its subject is below this share of what is usual in the film.
_BLURRED = 0.80
_SOON = 3.0
_OUT_OF_FOCUS = 0.55
# A picture is a blur where this share of its contours moves and is soft; in a soft film where that
# is such a share of the soft contours of frames that keep still (with at most so much smear). And
# it is in the middle of a gradual change, whether that was found or not, where what stays gains or
# loses so much contrast (e to this power) within a third of a second.
_SMEARED, _SOFT_FILM, _STILL = 0.16, 0.65, 0.05
_CHANGING = 0.20
# Below this rank in sharpness, or this share of what is usual, a frame whose subject is no sharper
# than usual is soft all over.
_SOFT, _SOFT_SHARE = 0.20, 0.60
# So many lines of lettering are a title card, credits or a page.
_TITLE = 4
# What a closer look knows better.
_REPLACED = ("room", "stillness")


def ranks(values: Mapping[str, Floats]) -> dict[str, Floats]:
    """For each measure the share (0 to 1) of the film's frames that each frame beats."""
    found = {}
    for name, value in values.items():
        order = np.sort(value)
        beaten = np.searchsorted(order, value, side="left")
        found[name] = np.asarray(np.round(beaten / max(1, len(value)), 4), np.float32)
    return found


def scores(ranked: Mapping[str, Floats], weights: Mapping[str, float]) -> Floats:
    """The score 0 to 1 of each frame, rounded, from the ranks of whichever measures are there."""
    used = [name for name in ranked if weights.get(name, 0) > 0]
    total = sum(weights[name] for name in used)
    count = len(next(iter(ranked.values())))
    score = np.zeros(count, np.float64)
    for name in used:
        score += weights[name] / total * ranked[name]
    for name, least in _NEEDED.items():
        if name in used:
            score *= 0.5 + 0.5 * np.minimum(1.0, ranked[name] / least)
    return np.asarray(np.round(score, 4), np.float32)


def roomy(score: Floats, room: Floats) -> Floats:
    """The scores, down to a quarter of them where the copy has too little `room` (0 to 1)."""
    enough = 0.25 + 0.75 * np.minimum(1.0, room / _ROOM_ENOUGH)
    return np.asarray(np.round(score * enough, 4), np.float32)


def room_for(free: Bytes, placings: Sequence[Placing], picture: Size) -> Floats:
    """How calm (0 to 1) the best box is that each frame of `free` has in the worst of `placings`.

    A first guess, for any crop, of what a closer look at a few frames finds out.
    """
    worst = np.ones(len(free), np.float32)
    for placing in placings:
        offered = boxes(placing, picture)
        if offered:
            weight = np.stack([_share_of(free, box) for box in offered], axis=1)
            flat = free.reshape(len(free), -1)
            best = [
                (flat[at : at + _ROWS].astype(np.float32) @ weight).max(axis=1)
                for at in range(0, len(flat), _ROWS)
            ]
            worst = np.minimum(worst, np.concatenate(best) / 255)
    return np.asarray(np.round(worst, 4), np.float32)


def _share_of(free: Bytes, box: Rect) -> Floats:
    """How much each cell counts for the mean over a box; all nothing for an empty box."""
    height, width = free.shape[1:]
    part = np.outer(_overlap(height, box.y, box.bottom), _overlap(width, box.x, box.right)).ravel()
    return np.asarray(part / max(float(part.sum()), 1e-6), np.float32)


def looked_at(
    found: Sequence[Closeup], values: Mapping[str, Floats], ranked: Mapping[str, Floats]
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    """Values and ranks of the frames that were looked at closely, with what that found.

    NaN stands for a value that a frame does not have; what no frame has is left out. The ranks of
    what was found are shares of the frames that were looked at.
    """
    at = np.array([one.at for one in found])
    own = {name: value[at] for name, value in values.items() if name not in _REPLACED}
    rank = {name: value[at] for name, value in ranked.items() if name not in _REPLACED}
    for place, one in enumerate(found):
        for name in one.missed.keys() & own.keys():
            own[name][place] = one.missed[name]
            rank[name][place] = round(float((values[name] < own[name][place]).mean()), 4)
    for name in ("focus", "distinct", "poise", "room", "legible"):
        if all(name in one.values for one in found):
            own[name] = _column(found, name)
            rank |= ranks({name: own[name]})
    if any("face" in one.values for one in found):
        own["face"] = _column(found, "face")
        rank["face"] = np.array([_face_rank(one) for one in found], np.float32)
        own["headroom"] = _column(found, "headroom")
        rank["headroom"] = np.array([headroom(one) for one in found], np.float32)
    if any("eyes" in one.values for one in found):
        own["eyes"] = _column(found, "eyes")
        rank["eyes"] = np.array([_eyes_rank(one) for one in found], np.float32)
    return own, rank


def _column(found: Sequence[Closeup], name: str) -> Floats:
    return np.array([one.values.get(name, np.nan) for one in found], np.float32)


def _face_rank(one: Closeup) -> float:
    """No share of the film, which was not searched; and any good face is as good as another."""
    if "face" not in one.values:
        return 0.0
    size = 0.5 + 0.5 * min(1.0, one.values["face"] / _FULL_FACE)
    return round(size * (1 - _FROM_THE_SIDE * one.turn), 4)


def _eyes_rank(one: Closeup) -> float:
    """1 open, 0 closed, in the middle where nothing is claimed."""
    opening = one.values.get("eyes", (OPEN + CLOSED) / 2)
    return 1.0 if opening >= OPEN else 0.0 if opening <= CLOSED else 0.5


def unspoilt(
    analysis: Analysis, shots: NDArray[np.int64], found: Sequence[Closeup]
) -> tuple[int, ...]:
    """Places in `found` of the frames that are no blur, no title and in no gradual change.

    All of them where none is.
    """
    usual = float(np.median([one.values["focus"] for one in found]))
    most = max(_SMEARED, round(_SOFT_FILM * _softness(found), 4))
    good = [
        place
        for place, one in enumerate(found)
        if one.values["focus"] >= round(_OUT_OF_FOCUS * usual, 4)
        and not (one.values["focus"] < usual and _is_soft(analysis, one))
        and _crispness(analysis, shots, one) >= _BLURRED
        and one.lettering < _TITLE
        and one.movement.smear < most
        and one.movement.drift < _CHANGING
    ]
    return tuple(good) if good else tuple(range(len(found)))


def _softness(found: Sequence[Closeup]) -> float:
    """The share of soft contours that is usual in the frames that keep still; 0 where none do."""
    still = [one.movement.soft for one in found if one.movement.smear < _STILL]
    return float(np.median(still)) if still else 0.0


def _is_soft(analysis: Analysis, one: Closeup) -> bool:
    """Whether all of a picture is soft for this film; a close face softens any."""
    if one.values.get("face", 0.0) >= CLOSE:
        return False
    all_of_them = analysis.measures["sharpness"][analysis.measured]
    own = one.missed.get("sharpness", float(analysis.measures["sharpness"][one.at]))
    least = round(_SOFT_SHARE * float(np.median(all_of_them)), 4)
    return own < least or round(float((all_of_them < own).mean()), 4) < _SOFT


def _crispness(analysis: Analysis, shots: NDArray[np.int64], one: Closeup) -> float:
    """How sharp a frame is by the best that its shot shows soon before or after it.

    Across or down, whichever it does worse in: what moves is soft along its way alone.
    """
    reach = round(_SOON * float(analysis.rate.value))
    around = slice(max(0, one.at - reach), one.at + reach + 1)
    near = analysis.measured[around] & (shots[around] == shots[one.at])
    crisp = [1.0]
    for way in ("across", "down"):
        best = float(np.percentile(analysis.measures[way][around][near], 95)) if near.any() else 0
        if best > 0:
            crisp.append(one.missed.get(way, float(analysis.measures[way][one.at])) / best)
    return round(min(crisp), 4)


def _overlap(cells: int, low: float, high: float) -> NDArray[np.float32]:
    """How much of each of `cells` equal cells lies between `low` and `high` (0 to 1)."""
    edges = np.linspace(0, 1, cells + 1)
    covered = np.minimum(edges[1:], high) - np.maximum(edges[:-1], low)
    return np.asarray(np.clip(covered * cells, 0, 1), np.float32)
