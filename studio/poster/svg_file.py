"""Reads a drawing in SVG: plain filled shapes with their colours, and plainly refuses the rest.

After SVG 1.1 (W3C, 2011), as far as drawing programs need it for a logo whose strokes and type
were turned into outlines.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from PIL import ImageColor

from studio.core.errors import CannotRead
from studio.core.later import later, named
from studio.core.said import said

if TYPE_CHECKING:
    from fontTools.misc import transform as affine
    from fontTools.svgLib.path import parse_path
else:
    affine = later("fontTools.misc.transform")
    parse_path = named("fontTools.svgLib.path", "parse_path")

#: How deep groups may lie in each other, and how many shapes there may be.
_DEEPEST, _MOST = 64, 20_000
_GROUPS = ("svg", "g", "a")
_SILENT = ("title", "desc", "metadata", "defs", "style", "namedview", "script")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_CALL = re.compile(r"([A-Za-z]+)\s*\(([^)]*)\)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_NOTE = re.compile(r"/\*.*?\*/", re.DOTALL)

Ink = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Shape:
    """`path` as SVG writes it, in the numbers of the drawing's own `matrix`; its fill.

    `opacity` 0 to 1; `even_odd`: filled by that rule, else by the one of winding.
    """

    path: str
    matrix: tuple[float, ...]
    ink: Ink
    opacity: float
    even_odd: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """What of the plane is shown, and the shapes, the lowest first."""

    x: float
    y: float
    width: float
    height: float
    shapes: tuple[Shape, ...]


class Odd(ValueError):
    """What stands in a drawing and is not read here; its message names it."""


@dataclass(frozen=True, slots=True)
class _Style:
    """What is inherited, as it is written."""

    fill: str = "black"
    opacity: float = 1.0
    even_odd: bool = False
    colour: str = "black"


def read_svg(data: bytes, path: str) -> Drawing:
    """The drawing in a file's bytes.

    Raises CannotRead for what is no SVG, and for what a logo here may not hold: strokes, type,
    gradients, pictures, masks, filters.
    """
    try:
        root = _root(data)
        rules = _rules(root)
        shapes = tuple(_shapes(root, affine.Identity, _Style(), rules, 0))
        if len(shapes) > _MOST:
            raise Odd(f"{len(shapes)} shapes")
        return Drawing(*_view(root), shapes)
    except Odd as error:
        raise CannotRead(
            said("The logo {path} holds what is not read: {what}.", path=path, what=str(error)),
            hint=said("Turn type and strokes into plain filled outlines, or export it as PNG."),
        ) from error
    except (ElementTree.ParseError, ValueError, OverflowError, RecursionError) as error:
        raise CannotRead(
            said("The logo {path} is no SVG that can be read: {error}.", path=path, error=error),
            hint=said("Export it as PNG with transparency."),
        ) from error


def _root(data: bytes) -> ElementTree.Element:
    # Entities can grow without bound.
    if b"<!ENTITY" in data:
        raise Odd("<!ENTITY>")
    root = ElementTree.fromstring(data)
    if _tag(root) != "svg":
        raise ValueError(f"<{_tag(root)}>")
    return root


def _tag(element: ElementTree.Element) -> str:
    # Comments and instructions have a function for a tag.
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _view(root: ElementTree.Element) -> tuple[float, float, float, float]:
    box = [float(one) for one in _NUMBER.findall(root.get("viewBox", ""))]
    if len(box) != 4:
        box = [0.0, 0.0, _length(root.get("width", "")), _length(root.get("height", ""))]
    if box[2] <= 0 or box[3] <= 0:
        raise ValueError("viewBox")
    return box[0], box[1], box[2], box[3]


def _length(text: str) -> float:
    number = _NUMBER.match(text.strip())
    rest = text.strip()[number.end() :] if number else text
    if number is None or rest not in ("", "px"):
        raise Odd(f"“{text}”")
    return float(number[0])


def _rules(root: ElementTree.Element) -> dict[str, dict[str, str]]:
    """What `<style>` says of classes and kinds of elements: `.a, path { fill: red }`."""
    found: dict[str, dict[str, str]] = {}
    for element in root.iter():
        if _tag(element) != "style":
            continue
        for names, body in _RULE.findall(_NOTE.sub("", element.text or "")):
            for name in names.split(","):
                found.setdefault(name.strip(), {}).update(_declared(body))
    return found


def _declared(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {key.strip(): value.strip() for key, mark, value in pairs if mark}


def _shapes(
    element: ElementTree.Element,
    matrix: Any,
    above: _Style,
    rules: Mapping[str, Mapping[str, str]],
    depth: int,
) -> Iterator[Shape]:
    """All shapes in an element that are seen, in the order in which they are laid down."""
    tag = _tag(element)
    if tag in ("", *_SILENT):
        return
    said_of = _attributes(element, tag, rules)
    if said_of.get("display") == "none" or said_of.get("visibility") == "hidden":
        return
    placed = matrix.transform(_matrix(said_of.get("transform", "")))
    style = _styled(above, said_of)
    if tag in _PATHS:
        yield from _shape(tag, said_of, placed, style)
        return
    if tag not in _GROUPS or depth > _DEEPEST:
        raise Odd(f"<{tag}>")
    # What lies over each other in a group would have to be seen through as one.
    if float(said_of.get("opacity", 1)) != 1:
        raise Odd(f"opacity, <{tag}>")
    for inner in element:
        yield from _shapes(inner, placed, style, rules, depth + 1)


def _attributes(
    element: ElementTree.Element, tag: str, rules: Mapping[str, Mapping[str, str]]
) -> dict[str, str]:
    """What is said of an element: by itself, then by rules, then by its own `style`."""
    found = dict(element.attrib)
    names = (tag, *(f".{one}" for one in element.get("class", "").split()))
    for name in names:
        found.update(rules.get(name, {}))
    found.update(_declared(element.get("style", "")))
    for key in ("filter", "mask", "clip-path"):
        if found.get(key, "none") != "none":
            raise Odd(key)
    return found


def _styled(above: _Style, said_of: Mapping[str, str]) -> _Style:
    if said_of.get("stroke", "none") != "none" and _some(said_of.get("stroke-width", "1")):
        raise Odd("stroke")
    return replace(
        above,
        fill=said_of.get("fill", above.fill),
        colour=said_of.get("color", above.colour),
        opacity=float(said_of.get("fill-opacity", above.opacity)),
        even_odd=said_of.get("fill-rule", "evenodd" if above.even_odd else "") == "evenodd",
    )


def _some(width: str) -> bool:
    number = _NUMBER.match(width)
    return number is None or float(number[0]) > 0


def _shape(tag: str, said_of: Mapping[str, str], matrix: Any, style: _Style) -> Iterator[Shape]:
    """The shape, if anything of it is seen."""
    fill = style.colour if style.fill.lower() == "currentcolor" else style.fill
    path = _PATHS[tag](said_of)
    if fill in ("none", "transparent") or not path:
        return
    if fill.startswith("url"):
        raise Odd("gradient")
    red, green, blue, *rest = ImageColor.getrgb(fill)
    opacity = style.opacity * float(said_of.get("opacity", 1)) * (rest[0] / 255 if rest else 1)
    opacity = min(1.0, max(0.0, opacity))
    yield Shape(path, tuple(matrix), (red, green, blue), opacity, style.even_odd)


def _matrix(text: str) -> Any:
    made = affine.Identity
    for name, inside in _CALL.findall(text):
        values = [float(one) for one in _NUMBER.findall(inside)]
        made = made.transform(_turned(name, values))
    return made


def _turned(name: str, values: list[float]) -> Any:
    """One call of a `transform`; angles are in degrees."""
    identity = affine.Identity
    match name, values:
        case "matrix", [a, b, c, d, e, f]:
            return affine.Transform(a, b, c, d, e, f)
        case "translate", [x, *rest] if len(rest) <= 1:
            return identity.translate(x, rest[0] if rest else 0.0)
        case "scale", [x, *rest] if len(rest) <= 1:
            return identity.scale(x, rest[0] if rest else x)
        case "rotate", [angle]:
            return identity.rotate(_radians(angle))
        case "rotate", [angle, x, y]:
            return identity.translate(x, y).rotate(_radians(angle)).translate(-x, -y)
        case "skewX", [angle]:
            return identity.skew(_radians(angle))
        case "skewY", [angle]:
            return identity.skew(0, _radians(angle))
    raise Odd(f"{name}(…)")


def _radians(degrees: float) -> float:
    return degrees * 3.141592653589793 / 180


def _rect(said_of: Mapping[str, str]) -> str:
    x, y, width, height = (_length(said_of.get(k, "0")) for k in ("x", "y", "width", "height"))
    across, down = (_length(said_of[k]) if k in said_of else -1.0 for k in ("rx", "ry"))
    across, down = (across if across >= 0 else down), (down if down >= 0 else across)
    across, down = min(max(0.0, across), width / 2), min(max(0.0, down), height / 2)
    if not across or not down:
        return f"M{x},{y}h{width}v{height}h{-width}z"
    turn = f"a{across},{down} 0 0 1 "
    return (
        f"M{x + across},{y}h{width - 2 * across}{turn}{across},{down}v{height - 2 * down}"
        f"{turn}{-across},{down}h{2 * across - width}{turn}{-across},{-down}"
        f"v{2 * down - height}{turn}{across},{-down}z"
    )


def _ellipse(said_of: Mapping[str, str]) -> str:
    x, y = _length(said_of.get("cx", "0")), _length(said_of.get("cy", "0"))
    both = said_of.get("r", "0")
    across, down = (_length(said_of.get(key, both)) for key in ("rx", "ry"))
    if not across or not down:
        return ""
    turn = f"a{across},{down} 0 0 1 "
    return f"M{x - across},{y}{turn}{2 * across},0{turn}{-2 * across},0z"


def _polygon(said_of: Mapping[str, str]) -> str:
    points = _NUMBER.findall(said_of.get("points", ""))
    return f"M{' '.join(points[: len(points) // 2 * 2])}z" if len(points) >= 4 else ""


_PATHS: dict[str, Callable[[Mapping[str, str]], str]] = {
    "path": lambda said_of: said_of.get("d", "").strip(),
    "rect": _rect,
    "circle": _ellipse,
    "ellipse": _ellipse,
    "polygon": _polygon,
    "polyline": _polygon,
    "line": lambda _: "",
}


def drawn(shape: Shape, pen: Any) -> None:
    """Draw the shape's path with a pen of fontTools. Raises ValueError for a path that is none."""
    parse_path(shape.path, pen)
