"""What only a closer look at a frame tells: its subject and how that moves, faces, lettering."""

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
from studio.stills.movement import Beside, Movement, grey_of, movement
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
# A subject that moves by this share of the long side a frame has lost half its poise.
_HALF_POISE = 0.004
#: From this share of the picture's height on a face is a close-up, which needs no headroom.
CLOSE = 0.45


@dataclass(frozen=True, slots=True, eq=False)
class Closeup:
    """A frame looked at: number `at`, in shot number `shot`.

    `values`: focus, distinct and poise (0 to 1, how little the subject moves) always; where there
    are faces also face (the largest one's share of the picture's height), headroom (in face
    heights) and, if they can be judged, eyes; where there are placings also room (0 to 1) and
    legible (a contrast ratio). `missed`: what the pass over the film would have measured, had it
    looked closely at this frame; empty where it did. `turn` is the largest face's, `cut` whether
    the picture's edge cuts it. `room` says where it is worst.
    """

    at: int
    shot: int
    values: dict[str, float]
    missed: Mapping[str, float]
    turn: float
    cut: bool
    lettering: int
    movement: Movement
    print: Print
    room: Room | None


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """A frame and others of its shot: those right before and after it, and two further away.

    `span`: the distance of the far ones by what is usual.
    """

    frame: Frame
    near: tuple[Frame, ...] = ()
    far: tuple[Frame, ...] = ()
    span: float = 1.0


def closeup(
    around: Around, at: int, shot: int, placings: Sequence[Placing], *, measured: bool
) -> Closeup:
    """Look closer at a frame, the `at`-th of the film, which the pass has `measured` or not.

    Where a person chose an active picture that is looked at, without bars in any case.
    """
    frame = around.frame
    whole = _shown(frame, _SIDE)
    live = live_area(whole)
    picture = _part(whole, live)
    found = found_faces(picture)
    weight = _subject(picture, found)
    grey = grey_of(picture)
    moved = movement(grey, weight, _beside(around, live))
    values = {
        "focus": focus(grey.astype(np.float32), weight),
        "distinct": _distinct(picture),
        "poise": round(_HALF_POISE / (_HALF_POISE + moved.motion), 3),
    }
    if found:
        values["face"] = found[0].box.height
        values["headroom"] = round(_above(found[0]), 3)
        # Eyes are small: they are looked at in a larger picture.
        large = _shown(frame, _EYES_SIDE)
        opening = eye_opening(_part(large, live_area(large)), found[0])
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
        moved,
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


def _shown(frame: Frame, side: int) -> Picture:
    """BGR, of the active part where the film has one; `side` long, if it has as much."""
    size = frame.film.video.display
    _, _, width, height = part = frame.part or (0, 0, size.width, size.height)
    scale = min(1.0, side / max(width, height))
    picture = frame.small(max(1, round(size.width * scale)))
    if frame.part is None:
        return picture
    ratio = picture.shape[1] / size.width
    return _part(picture, Rect(*part).scaled(ratio, ratio))


def _part(picture: Picture, box: Rect) -> Picture:
    x, y = round(box.x), round(box.y)
    right, bottom = max(x + 1, round(box.right)), max(y + 1, round(box.bottom))
    return np.ascontiguousarray(picture[y:bottom, x:right])


def _beside(around: Around, live: Rect) -> Beside:
    """The other frames as grey pictures, cut like the still."""

    def grey(frame: Frame) -> npt.NDArray[np.uint8]:
        return grey_of(_part(_shown(frame, _SIDE), live))

    near, far = (tuple(grey(one) for one in frames) for frames in (around.near, around.far))
    return Beside(near, far, around.span)


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
