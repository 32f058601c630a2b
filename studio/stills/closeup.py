"""What only a closer look at a frame tells: its subject, faces and their eyes, lettering."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from studio.core.geometry import Rect
from studio.media.frames import Frame
from studio.shots.live import live_area
from studio.shots.looking import close_look, look
from studio.shots.maps import maps
from studio.shots.measures import CALM_CELL
from studio.stills.eyes import eye_opening
from studio.stills.faces import Face, found_faces
from studio.stills.focus import focus
from studio.stills.interest import middle_of, point_of_interest, salience
from studio.stills.lettering import lettering
from studio.stills.likeness import Print, print_of
from studio.stills.placing import Placing, Room, Seen, room

Picture = npt.NDArray[np.uint8]
Plane = npt.NDArray[np.float32]

# The long side of the picture that is looked at.
_SIDE = 640
_EYES_SIDE = 1280
# The long side of the picture on which colours are compared with those of the rim.
_COARSE = 64
# The rim whose colours are what the subject stands in front of, and how grainy they may be.
_RIM = 3
_GRAIN = 20.0
# Outside of faces focus counts this much; salience below this share of its height does not.
_BESIDE = 0.02
# A face this near to the picture's edge is cut by it.
_CUT = 0.012
# Hair and air above a face, in its heights: with this much nothing presses on the head.
_HEADROOM = 0.30
#: From this share of the picture's height on a face is a close-up, which needs no headroom.
CLOSE = 0.45


@dataclass(frozen=True, slots=True, eq=False)
class Closeup:
    """A frame looked at: number `at`, in shot number `shot`.

    `values`: focus and distinct always; where there are faces also face (the largest one's share
    of the picture's height), headroom (in face heights) and, if they can be judged, eyes; where
    there are placings also room (0 to 1) and legible (a contrast ratio). `missed`: what the pass
    over the film would have measured, had it looked closely at this frame; empty where it did.
    `turn` is the largest face's, `cut` whether the picture's edge cuts it. `room` says where it
    is worst.
    """

    at: int
    shot: int
    values: dict[str, float]
    missed: Mapping[str, float]
    turn: float
    cut: bool
    lettering: int
    print: Print
    room: Room | None


def closeup(
    frame: Frame, at: int, shot: int, placings: Sequence[Placing], *, measured: bool
) -> Closeup:
    """Look closer at a frame, the `at`-th of the film, which the pass has `measured` or not."""
    picture = _without_bars(frame.small(_width(frame, _SIDE)))
    found = found_faces(picture)
    sharp = focus(
        np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), np.float32), _subject(picture, found)
    )
    values = {"focus": sharp, "distinct": _distinct(picture)}
    if found:
        values["face"] = found[0].box.height
        values["headroom"] = round(_above(found[0]), 3)
        # Eyes are small: they are looked at in a larger picture.
        opening = eye_opening(_without_bars(frame.small(_width(frame, _EYES_SIDE))), found[0])
        if opening is not None:
            values["eyes"] = opening
    offered = _room(picture, found, placings)
    if offered is not None:
        values["room"], values["legible"] = offered.room, offered.contrast
    return Closeup(
        at,
        shot,
        values,
        {} if measured else _missed(frame),
        found[0].turn if found else 0.0,
        bool(found) and _is_cut(found[0].box),
        len(lettering(picture)),
        print_of(picture),
        offered,
    )


def _missed(frame: Frame) -> Mapping[str, float]:
    video = frame.film.video
    seen = maps([close_look(frame.native, video, look(frame.native, video))])
    return {
        "sharpness": round(float(seen.sharpness[0]), 4),
        "across": round(float(seen.across[0]), 4),
        "down": round(float(seen.down[0]), 4),
        "calm": round(float((seen.calm[0] >= CALM_CELL).mean()), 4),
        "fullness": round(float(seen.fullness[0]), 4),
    }


def _width(frame: Frame, side: int) -> int:
    """The width at which the frame is `side` long; never more than it has."""
    size = frame.film.video.display
    return max(1, min(size.width, round(side * size.width / max(size.width, size.height))))


def _without_bars(picture: Picture) -> Picture:
    live = live_area(picture)
    x, y = int(live.x), int(live.y)
    return np.ascontiguousarray(picture[y : y + int(live.height), x : x + int(live.width)])


def _subject(picture: Picture, found: Sequence[Face]) -> Plane:
    """Where sharpness matters, 0 to 1: on the faces, without any where the eye is drawn."""
    height, width = picture.shape[:2]
    if not found:
        rgb = np.ascontiguousarray(picture[..., ::-1])
        drawn = cv2.resize(salience(rgb), (width, height), interpolation=cv2.INTER_LINEAR)
        return np.asarray(_BESIDE + (1 - _BESIDE) * np.square(drawn), np.float32)
    weight = np.full((height, width), _BESIDE, np.float32)
    for face in found:
        if face.box.area >= 0.3 * found[0].box.area:
            box = face.box.scaled(width, height)
            x, y = int(box.x), int(box.y)
            weight[y : round(box.bottom) + 1, x : round(box.right) + 1] = 1.0
    return weight


def _distinct(picture: Picture) -> float:
    """How far, in standard deviations, the colours of something within are from the rim's."""
    height, width = picture.shape[:2]
    scale = _COARSE / max(height, width)
    size = (max(16, round(width * scale)), max(16, round(height * scale)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    lab = np.asarray(cv2.cvtColor(small, cv2.COLOR_BGR2Lab), np.float32)
    # The lower rim is left out: what stands there is mostly what the picture is of.
    sides = (lab[:_RIM], lab[:, :_RIM], lab[:, -_RIM:])
    rim = np.concatenate([side.reshape(-1, 3) for side in sides])
    spread = np.linalg.inv(np.cov(rim.T) + np.eye(3) * _GRAIN)
    off = lab - rim.mean(axis=0)
    away = np.sqrt(np.einsum("hwi,ij,hwj->hw", off, spread, off))
    broad = cv2.GaussianBlur(away.astype(np.float32), (0, 0), 3)
    down, across = size[1] // 8, size[0] // 8
    return round(float(broad[down:-down, across:-across].max()), 2)


def _above(face: Face) -> float:
    return face.box.y / max(face.box.height, 1e-6)


def _is_cut(box: Rect) -> bool:
    """Whether an edge cuts the face: a close-up may lose its chin."""
    low = box.bottom > 1 - _CUT and box.height < CLOSE
    return box.x < _CUT or box.right > 1 - _CUT or low


def headroom(close: Closeup) -> float:
    """0 to 1: how freely the main face stands in the frame; 1 where there is none."""
    if "headroom" not in close.values:
        return 1.0
    free = min(1.0, close.values["headroom"] / _HEADROOM)
    if close.values["face"] >= CLOSE:
        free = max(free, 0.7)
    return round(free * (0.3 if close.cut else 1.0), 4)


def _room(picture: Picture, found: Sequence[Face], placings: Sequence[Placing]) -> Room | None:
    if not placings:
        return None
    rgb = np.ascontiguousarray(picture[..., ::-1])
    boxes = tuple(face.box for face in found)
    point = middle_of(boxes) if boxes else point_of_interest(rgb)
    return room(Seen(rgb, point, boxes, salience(rgb)), placings)
