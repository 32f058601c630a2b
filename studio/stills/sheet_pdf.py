"""Pages of a contact sheet as a PDF: type as outlines, pictures as JPEG with their profile."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Sequence

from studio.stills.sheet_layout import GOLD, Colour, Page, Words
from studio.typeset.face import UNITS, Setting, font

Jpeg = Callable[[int], tuple[bytes, int, int]]
"""The picture of an entry: its JPEG, its width and height in pixels."""

# Outlines are written in thousandths of an em.
_EM = 1000
_HAIRLINE = "0.78 G 0.25 w"


class _File:
    """Numbered objects of a PDF; the same content gives the same bytes."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    def add(self, body: bytes) -> int:
        """The number of a new object."""
        self._objects.append(body)
        return len(self._objects)

    def stream(self, data: bytes, entries: str, *, packed: bool = True) -> int:
        """A new stream object."""
        if packed:
            data, entries = zlib.compress(data, 9), entries + " /Filter /FlateDecode"
        head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode()
        return self.add(head + data + b"\nendstream")

    def reserve(self) -> int:
        """A number whose object is still to be `put`."""
        return self.add(b"")

    def put(self, number: int, body: bytes) -> None:
        """Fill a reserved object."""
        self._objects[number - 1] = body

    def whole(self, root: int, info: int) -> bytes:
        """The bytes of the file; its identity is the hash of what it holds."""
        made = bytearray(b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n")
        places = []
        for number, body in enumerate(self._objects, 1):
            places.append(len(made))
            made += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        name = hashlib.md5(bytes(made), usedforsecurity=False).hexdigest()
        start = len(made)
        made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        made += b"".join(b"%010d 00000 n \n" % place for place in places)
        trailer = (
            f"trailer\n<< /Size {len(places) + 1} /Root {root} 0 R /Info {info} 0 R "
            f"/ID [<{name}> <{name}>] >>\nstartxref\n{start}\n%%EOF\n"
        )
        return bytes(made + trailer.encode())


class _Glyphs:
    """Outlines as forms of the file, each once."""

    def __init__(self, file: _File) -> None:
        self._file = file
        self._known: dict[tuple[Setting, int], int | None] = {}

    def number(self, setting: Setting, glyph: int) -> int | None:
        """The object with the outline; None for a space."""
        key = setting, glyph
        if key not in self._known:
            pen = _Pen()
            font(setting).draw_glyph_with_pen(glyph, pen)
            entries = f"/Type /XObject /Subtype /Form /BBox [{-_EM} {-_EM} {3 * _EM} {2 * _EM}]"
            data = "\n".join((*pen.parts, "f")).encode()
            self._known[key] = self._file.stream(data, entries) if pen.parts else None
        return self._known[key]


def pdf(pages: Sequence[Page], picture: Jpeg, title: str, profile: bytes) -> bytes:
    """The file; `picture` is asked once for each entry, in the order of the pages."""
    file = _File()
    space = file.stream(profile, "/N 3 /Alternate /DeviceRGB")
    glyphs = _Glyphs(file)
    tree = file.reserve()
    kids = [_page(file, glyphs, page, picture, (tree, space)) for page in pages]
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    file.put(tree, f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>".encode())
    root = file.add(f"<< /Type /Catalog /Pages {tree} 0 R >>".encode())
    info = file.add(f"<< /Title <{_text(title)}> /Producer <{_text('Lobbycard')}> >>".encode())
    return file.whole(root, info)


def _page(file: _File, glyphs: _Glyphs, page: Page, picture: Jpeg, numbers: tuple[int, int]) -> int:
    tree, space = numbers
    used: dict[str, int] = {}
    parts: list[str] = []
    for at, box in page.pictures:
        data, width, height = picture(at)
        name = f"P{at}"
        used[name] = file.stream(
            data,
            f"/Type /XObject /Subtype /Image /Width {width} /Height {height} "
            f"/BitsPerComponent 8 /ColorSpace [/ICCBased {space} 0 R] /Filter /DCTDecode",
            packed=False,
        )
        low = page.height - box.bottom
        place = f"{_n(box.width)} 0 0 {_n(box.height)} {_n(box.x)} {_n(low)}"
        parts.append(f"q {place} cm /{name} Do Q")
        edge = f"{_n(box.x)} {_n(low)} {_n(box.width)} {_n(box.height)}"
        parts.append(f"q {_HAIRLINE} {edge} re S Q")
    for words in page.words:
        parts.append(_words(glyphs, words, page.height, used))
    for star in page.stars:
        corners = [f"{_n(x)} {_n(page.height - y)}" for x, y in star]
        parts.append(f"{_ink(GOLD)} {corners[0]} m {' l '.join(corners[1:])} l h f")
    content = file.stream("\n".join(parts).encode(), "")
    named = " ".join(f"/{name} {number} 0 R" for name, number in sorted(used.items()))
    return file.add(
        f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {_n(page.width)} {_n(page.height)}] "
        f"/Contents {content} 0 R /Resources << /XObject << {named} >> >> >>".encode()
    )


def _words(glyphs: _Glyphs, words: Words, height: float, used: dict[str, int]) -> str:
    parts = [_ink(words.colour)]
    for glyph in words.line.glyphs:
        number = glyphs.number(glyph.setting, glyph.id)
        if number is None:
            continue
        used[f"G{number}"] = number
        scale = _n(glyph.size / _EM, 6)
        x, y = words.x + glyph.x, height - words.y - glyph.y
        parts.append(f"q {scale} 0 0 {scale} {_n(x)} {_n(y)} cm /G{number} Do Q")
    return "\n".join(parts)


class _Pen:
    """Takes an outline, in the method names that font tools agree on, and writes PDF paths."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._at = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the name that is called
        self._line(point, "m")

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._line(point, "l")

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self.parts.append(" ".join(_point(one) for one in points) + " c")
        self._at = points[-1]

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:  # noqa: N802
        # PDF has cubics only: their handles reach two thirds of the way to the one of a quadratic.
        first = tuple(a + (c - a) * 2 / 3 for a, c in zip(self._at, control, strict=True))
        second = tuple(e + (c - e) * 2 / 3 for e, c in zip(end, control, strict=True))
        self.curveTo((first[0], first[1]), (second[0], second[1]), end)

    def closePath(self) -> None:  # noqa: N802
        self.parts.append("h")

    def endPath(self) -> None:  # noqa: N802
        """An open contour is filled as a closed one."""

    def _line(self, point: tuple[float, float], operator: str) -> None:
        self.parts.append(f"{_point(point)} {operator}")
        self._at = point


def _point(point: tuple[float, float]) -> str:
    return f"{_n(point[0] * _EM / UNITS, 1)} {_n(point[1] * _EM / UNITS, 1)}"


def _n(value: float, places: int = 3) -> str:
    """A number as PDF takes it: never with an exponent, no trailing zeros."""
    text = f"{value:.{places}f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def _ink(colour: Colour) -> str:
    return " ".join(_n(part / 255) for part in colour) + " rg"


def _text(text: str) -> str:
    """A text string in UTF-16 with its mark, as hexadecimal."""
    return (b"\xfe\xff" + text.encode("utf-16-be", "replace")).hex()
