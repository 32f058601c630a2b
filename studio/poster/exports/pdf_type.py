"""Live type in a PDF: the outlines of a poster's own clusters as a font that can be searched.

Each cluster, as it was shaped, is one character of a Type 3 font (ISO 32000-1, 9.6.5), drawn by the
same contours as the masks and told as Unicode by a map; so it is selected, copied and read aloud,
whatever face, weight or slant it is in, and looks the same in every reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from studio.poster.exports.pdf_file import PdfFile, number, numbers, table, text
from studio.poster.exports.pdf_page import path
from studio.poster.lockup import Piece
from studio.typeset.face import UNITS, Setting, font
from studio.typeset.outline import Contour, em_contours
from studio.typeset.shape import Glyph, Line

#: Characters are drawn in thousandths of an em.
_EM = 1000.0
#: Codes of one font: a simple font has one byte for each.
_CODES = 255


@dataclass(frozen=True, slots=True)
class Cluster:
    """Glyphs that stand for `words` together: of the first the place, of the others the offset.

    `parts` are (setting, glyph, x, y), offsets in em, y upwards. `tracking` in em belongs to its
    width: readers take letters that stand further apart than their widths for words.
    """

    words: str
    parts: tuple[tuple[Setting, int, float, float], ...]
    tracking: float

    def contours(self) -> tuple[Contour, ...]:
        """In thousandths of an em, y upwards."""
        return tuple(
            tuple(_moved(step, dx, dy) for step in contour)
            for setting, glyph, dx, dy in self.parts
            for contour in em_contours(setting, glyph)
        )

    def advance(self) -> float:
        """How wide its face has it, and the tracking, in em."""
        return self.tracking + max(
            dx + float(font(setting).get_glyph_h_advance(glyph)) / UNITS
            for setting, glyph, dx, _ in self.parts
        )


def _moved(step: tuple[float, ...], dx: float, dy: float) -> tuple[float, ...]:
    return tuple((part + (dy if place % 2 else dx)) * _EM for place, part in enumerate(step))


@dataclass(slots=True)
class LiveType:
    """The clusters of a file by their code, in the order in which they come."""

    known: dict[Cluster, int] = field(default_factory=dict)

    def show(self, piece: Piece) -> str:
        """The operators that set a piece, in pixels of the file, y downwards."""
        block = piece.block
        parts: list[str] = []
        for line, (x, y) in zip(block.lines, block.origins, strict=True):
            parts += self._line(line, block.style.tracking, (x + piece.x, y + piece.y))
        shown = "\n".join(("BT", *parts, "ET"))
        if not block.vertical:
            return shown
        # Readers take signs below each other for lines of one letter, and columns from the left.
        words = text(" ".join(" ".join(line.text for line in block.lines).split()))
        return f"/Span << /ActualText {words} >> BDC\n{shown}\nEMC"

    def _line(self, line: Line, tracking: float, place: tuple[float, float]) -> Iterator[str]:
        """Runs that share a font, a size and a baseline are strings, so that words stay whole."""
        run: list[tuple[Glyph, Cluster, int]] = []
        for first, cluster in clusters(line, tracking):
            code = self.known.setdefault(cluster, len(self.known))
            if run and not _continues(run[-1], first, code):
                yield _string(run, *place)
                run = []
            run.append((first, cluster, code))
        if run:
            yield _string(run, *place)

    def fonts(self, file: PdfFile) -> dict[str, int]:
        """Write the fonts; their objects by name."""
        every = list(self.known)
        return {
            f"T{start // _CODES}": _font(file, every[start : start + _CODES])
            for start in range(0, len(every), _CODES)
        }


def _continues(last: tuple[Glyph, Cluster, int], glyph: Glyph, code: int) -> bool:
    before = last[0]
    return (
        before.turned == glyph.turned
        and before.size == glyph.size
        and last[2] // _CODES == code // _CODES
        and (before.x == glyph.x if glyph.turned else before.y == glyph.y)
    )


def _string(run: list[tuple[Glyph, Cluster, int]], x: float, y: float) -> str:
    first, size = run[0][0], run[0][0].size
    # A turned sign's right is below, its top at the right.
    matrix = (0.0, size, size, 0.0) if first.turned else (size, 0.0, 0.0, -size)
    shown = []
    for (glyph, cluster, code), (other, _, _) in pairwise([*run, run[-1]]):
        shown.append(f"<{code % _CODES:02x}>")
        way = other.y - glyph.y if glyph.turned else other.x - glyph.x
        if other is not glyph:
            shown.append(number((cluster.advance() - way / size) * _EM, 2))
    place = numbers((*matrix, x + first.x, y + first.y), 4)
    return f"/T{run[0][2] // _CODES} 1 Tf {place} Tm [{' '.join(shown)}] TJ"


def clusters(line: Line, tracking: float = 0.0) -> Iterator[tuple[Glyph, Cluster]]:
    """The clusters of a line in the order in which they stand, each with its first glyph.

    Characters that have no glyph of their own (a space that became a gap) belong to the one before.
    """
    starts = sorted({glyph.cluster for glyph in line.glyphs})
    if not starts:
        return
    stops = dict(pairwise([*starts, len(line.text)]))
    run: list[Glyph] = []
    for glyph in line.glyphs:
        if run and glyph.cluster != run[0].cluster:
            yield run[0], _cluster(run, line.text[run[0].cluster : stops[run[0].cluster]], tracking)
            run = []
        run.append(glyph)
    yield run[0], _cluster(run, line.text[run[0].cluster : stops[run[0].cluster]], tracking)


def _cluster(run: list[Glyph], words: str, tracking: float) -> Cluster:
    first = run[0]
    parts = []
    for glyph in run:
        x, y = (glyph.x - first.x) / first.size, (glyph.y - first.y) / first.size
        dx, dy = (y, x) if first.turned else (x, -y)
        # Four places: one cluster has one code at whatever size it was worked out.
        parts.append((glyph.setting, glyph.id, round(dx, 4), round(dy, 4)))
    return Cluster(" ".join(words.split()) if words.strip() else " ", tuple(parts), tracking)


def _font(file: PdfFile, signs: list[Cluster]) -> int:
    names = {f"c{code}": _sign(file, sign) for code, sign in enumerate(signs)}
    widths = " ".join(number(sign.advance() * _EM, 1) for sign in signs)
    differences = " ".join(f"/c{code}" for code in range(len(signs)))
    unicodes = file.stream([_unicodes(signs).encode("ascii")])
    return file.add(
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0.001 0 0 0.001 0 0] "
        f"/FirstChar 0 /LastChar {len(signs) - 1} /Widths [{widths}] "
        f"/CharProcs {table(names)} /Resources << >> /ToUnicode {unicodes} 0 R "
        f"/Encoding << /Type /Encoding /Differences [0 {differences}] >> >>"
    )


def _sign(file: PdfFile, sign: Cluster) -> int:
    shape = sign.contours()
    points = [
        pair
        for contour in shape
        for step in contour
        for pair in zip(step[::2], step[1::2], strict=True)
    ]
    xs, ys = ([one[side] for one in points] or [0.0] for side in (0, 1))
    box = numbers((min(xs), min(ys), max(xs), max(ys)), 1)
    drawn = f"{path(shape)}\nf" if shape else ""
    return file.stream([f"{number(sign.advance() * _EM, 1)} 0 {box} d1\n{drawn}".encode("ascii")])


def _unicodes(signs: list[Cluster]) -> str:
    """The map from codes to Unicode (Adobe Technical Note 5014)."""
    lines = [f"<{code:02x}> <{sign.words.encode('utf-16-be').hex()}>" for code, sign in
             enumerate(signs)]  # fmt: skip
    # A block of the map holds at most a hundred.
    blocks = (lines[start : start + 100] for start in range(0, len(lines), 100))
    inside = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <ff>\nendcodespacerange\n{inside}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )
