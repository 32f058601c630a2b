"""Where a person is on the Film page, as plain data that lasts between sessions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ui.player.view import FARTHEST, NEAREST, View


@dataclass(frozen=True, slots=True)
class Place:
    """`pts` and `still` are frames of the film; `span` seconds of the strip, None for all of it."""

    film: str
    pts: int | None = None
    span: tuple[float, float] | None = None
    still: int | None = None
    sensitivities: dict[str, float] = field(default_factory=dict)
    view: View = field(default_factory=View)

    def plain(self) -> dict[str, Any]:
        """As JSON data."""
        return {
            "film": self.film,
            "pts": self.pts,
            "span": list(self.span) if self.span is not None else None,
            "still": self.still,
            "sensitivities": self.sensitivities,
            "view": [self.view.zoom, self.view.x, self.view.y],
        }


def read_place(data: object) -> Place | None:
    """What `plain` gave; what is not as it should be is left out, None where nothing is."""
    if not isinstance(data, dict) or not isinstance(data.get("film"), str):
        return None
    chosen = data.get("sensitivities")
    return Place(
        data["film"],
        _whole(data.get("pts")),
        _span(data.get("span")),
        _whole(data.get("still")),
        {
            str(film): float(value)
            for film, value in (chosen.items() if isinstance(chosen, dict) else ())
            if _is_share(value)
        },
        _view(data.get("view")),
    )


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_share(value: object) -> bool:
    return isinstance(value, int | float) and 0 <= value <= 1


def _span(value: object) -> tuple[float, float] | None:
    if not isinstance(value, list) or len(value) != 2 or not all(map(_is_number, value)):
        return None
    start, stop = map(float, value)
    return (start, stop) if 0 <= start < stop else None


def _view(value: object) -> View:
    if not isinstance(value, list) or len(value) != 3:
        return View()
    zoom, x, y = value
    near = zoom is None or (_is_number(zoom) and FARTHEST <= zoom <= NEAREST)
    return View(zoom, x, y) if near and _is_share(x) and _is_share(y) else View()
