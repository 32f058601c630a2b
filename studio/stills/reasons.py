"""Why a still was chosen, in words that can be checked."""

from __future__ import annotations

from collections.abc import Mapping

from studio.core.said import Said, sentence
from studio.shots.shot import Reason
from studio.stills.placing import Room

# How each measure is said: a better share of the film's frames, then what it is, with its value.
_WORDS = {
    "sharpness": sentence("sharper than {rank} % of the film's frames ({value:.2f})"),
    "stillness": sentence("stiller than {rank} % of the film's frames ({value:.2f})"),
    "exposure": sentence("better exposed than {rank} % of the film's frames ({value:.2f})"),
    "contrast": sentence("more contrast than {rank} % of the film's frames ({value:.2f})"),
    "colour": sentence("more colour than {rank} % of the film's frames ({value:.1f})"),
    "fullness": sentence("a fuller picture than {rank} % of the film's frames ({value:.2f})"),
    "calm": sentence(
        "more calm area than {rank} % of the film's frames ({value:.0%} of the picture)"
    ),
    "focus": sentence(
        "a sharper subject than {rank} % of the {looked_at} frames looked at ({value:.2f})"
    ),
    "distinct": sentence(
        "stands out from its surroundings more than in {rank} % of the {looked_at} frames "
        "looked at ({value:.1f})"
    ),
    "poise": sentence(
        "its subject stiller than in {rank} % of the {looked_at} frames looked at ({value:.2f})"
    ),
    "face": sentence(
        "a face {value:.0%} of the picture's height ({looked_at} frames were searched)"
    ),
    "headroom": sentence(
        "the head stands free, {value:.0%} of its height above it "
        "({looked_at} frames were looked at)"
    ),
    "eyes": sentence("eyes open, {value:.2f} of their width ({looked_at} frames were looked at)"),
    "room": sentence(
        "room for the copy {value:.2f} at worst, in {worst}: more than in {rank} % of the "
        "{looked_at} frames looked at"
    ),
    "legible": sentence(
        "copy reads at {value:.1f}:1 at worst without help: more than in {rank} % of the "
        "{looked_at} frames looked at"
    ),
}
# Only what is clearly better than usual is a reason.
_LEAST = 0.55
# What is always told, and first, where copy is to be set.
_COPY = ("room", "legible")
_MOST = 4


def reasons(
    values: Mapping[str, float],
    ranked: Mapping[str, float],
    weights: Mapping[str, float],
    looked_at: int,
    room: Room | None = None,
) -> tuple[Reason, ...]:
    """The measures that spoke most for a frame, strongest first; before all what concerns the copy.

    `looked_at` is how many frames were looked at closely; `room` says where there is least.
    """
    strength = {
        name: weights.get(name, 0) * ranked[name]
        for name in values
        if weights.get(name, 0) > 0 and (ranked[name] >= _LEAST or name in _COPY)
    }
    order = sorted(strength, key=lambda name: (_first(name), -round(strength[name], 6), name))
    more = {"looked_at": looked_at, "worst": room.worst if room else ""}
    return tuple(_reason(name, values[name], ranked[name], more) for name in order[:_MOST])


def _first(name: str) -> int:
    return _COPY.index(name) if name in _COPY else len(_COPY)


def _reason(name: str, value: float, rank: float, more: Mapping[str, object]) -> Reason:
    # Rounded down: "sharper than 100 %" would be one frame too many. Ranks have four places.
    given = {"rank": int(rank * 100 + 1e-3), "value": value, **more}
    text = Said(_WORDS[name], given)
    return Reason(name, round(value, 4), round(rank, 4), text)
