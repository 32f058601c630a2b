"""Why a still was chosen, in words that can be checked."""

from __future__ import annotations

from collections.abc import Mapping

from studio.core.said import Said, sentence
from studio.shots.shot import Reason

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
    "room": sentence(
        "calmer where the copy stands than {rank} % of the film's frames ({value:.2f})"
    ),
    "face": sentence(
        "a face {value:.0%} of the picture's height ({looked_at} frames were searched)"
    ),
}
# Only what is clearly better than usual is a reason.
_LEAST = 0.55
_MOST = 4


def reasons(
    values: Mapping[str, float],
    ranked: Mapping[str, float],
    weights: Mapping[str, float],
    looked_at: int,
) -> tuple[Reason, ...]:
    """The measures that spoke most for a frame, strongest first; room is always among them.

    `looked_at` is how many frames were searched for faces.
    """
    strength = {
        name: weights.get(name, 0) * rank
        for name, rank in ranked.items()
        if weights.get(name, 0) > 0 and (rank >= _LEAST or name == "room")
    }
    order = sorted(strength, key=lambda name: (name != "room", -round(strength[name], 6), name))
    return tuple(_reason(name, values[name], ranked[name], looked_at) for name in order[:_MOST])


def _reason(name: str, value: float, rank: float, looked_at: int) -> Reason:
    # Rounded down: "sharper than 100 %" would be one frame too many. Ranks have four places.
    given = {"rank": int(rank * 100 + 1e-3), "value": value, "looked_at": looked_at}
    text = Said(_WORDS[name], given)
    return Reason(name, round(value, 4), round(rank, 4), text)
