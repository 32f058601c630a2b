"""Makes the faces of the window from the bundled Noto Sans CJK and Inter, as TrueType outlines.

Qt darkens the stems of every CFF face, so that regular Chinese looks bold beside Latin at the sizes
of a window; TrueType outlines it leaves alone. The characters are those of GB 2312, JIS X 0208,
KS X 1001 and the first level of Big5; all others come from whatever face the system has. Inter is
cut into two weights, because Qt takes only the first of a variable face that is not installed.

python -m tools.ui_face
"""

from __future__ import annotations

from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable
from fontTools.varLib.instancer import instantiateVariableFont

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
SOURCE = RESOURCES / "fonts" / "NotoSansCJK-VF.otf.ttc"
LOOK = RESOURCES / "look"
LATIN = RESOURCES / "fonts" / "Inter-VF.ttf"
CJK_FAMILY, LATIN_FAMILY = "Lobbycard CJK", "Lobbycard Sans"
_OPTICAL_SIZE = 14
_SC = 2
"""The face of the collection: JP KR SC TC HK."""
_ERROR = 0.6
"""How far, in thousandths of an em, a curve may be from the one it was made from."""
_DATE = 3786912000
"""1 January 2024, counted from 1904."""
_GONE = ("CFF2", "VORG", "vhea", "vmtx", "VVAR", "HVAR", "MVAR", "fvar", "avar", "STAT", "BASE")
_GONE_TOO = ("GSUB", "GPOS", "GDEF", "DSIG")
_WIDE = (*range(0x3000, 0x3100), *range(0xFF00, 0xFFF0), *range(0x2010, 0x2040))
_SIGNS = (0x20, 0xB7, 0xD7, 0x2190, 0x2191, 0x2192, 0x2193)


def of_codec(codec: str, first: range = range(0x81, 0xFF)) -> set[int]:
    """The characters that a code page has in two bytes, the first of them in `first`."""
    found = set()
    for lead in first:
        for trail in range(0x40, 0xFF):
            text = bytes((lead, trail)).decode(codec, "ignore")
            found |= {ord(char) for char in text if ord(char) >= 0x2E80}
    return found


def main() -> None:
    """Write both faces."""
    common = of_codec("gb2312") | set(_WIDE) | set(_SIGNS)
    wide = common | of_codec("shift_jis") | of_codec("euc_kr")
    wide |= of_codec("big5", range(0xA4, 0xC7))
    make_cjk(wide, 400, "Regular")
    make_cjk(common, 650, "SemiBold")
    make_latin(400, "Regular")
    make_latin(600, "SemiBold")


def make_latin(weight: int, style: str) -> None:
    """Write Inter in one weight, with the figures of one width that timecodes need."""
    font = instantiateVariableFont(TTFont(LATIN), {"wght": weight, "opsz": _OPTICAL_SIZE})
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "tnum", "case", "calt"]
    cut = subset.Subsetter(options)
    cut.populate(unicodes=[code for code in font.getBestCmap() if code < 0x2E80])
    cut.subset(font)
    _save(font, LATIN_FAMILY, style, weight)


def make_cjk(characters: set[int], weight: int, style: str) -> None:
    """Write the face of one weight, with these characters."""
    source = TTCollection(SOURCE, lazy=True)
    font = source.fonts[_SC]
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    cut = subset.Subsetter(options)
    cut.populate(unicodes=characters)
    cut.subset(font)
    _to_truetype(font, weight)
    _save(font, CJK_FAMILY, style, 600 if style == "SemiBold" else 400)


def _save(font: TTFont, family: str, style: str, weight: int) -> None:
    _name(font, family, style, weight)
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = _DATE
    font.save(LOOK / f"{family.replace(' ', '')}-{style}.ttf")


def _to_truetype(font: TTFont, weight: int) -> None:
    outlines, order = font.getGlyphSet(location={"wght": weight}), font.getGlyphOrder()
    glyphs, widths = {}, font["hmtx"].metrics
    for name in order:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, _ERROR, reverse_direction=True))
        glyphs[name] = made = pen.glyph()
        made.recalcBounds(None)
        left = made.xMin if made.numberOfContours else 0
        widths[name] = (round(outlines[name].width), left)
    for tag in (*_GONE, *_GONE_TOO):
        if tag in font:
            del font[tag]
    font["loca"] = newTable("loca")
    table = font["glyf"] = newTable("glyf")
    table.glyphOrder, table.glyphs = order, glyphs
    font["maxp"] = most = newTable("maxp")
    most.tableVersion = 0x00010000
    most.numGlyphs = len(order)
    for field in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(most, f"max{field}", 0)
    most.maxZones, most.maxSizeOfInstructions, most.maxComponentElements = 1, 0, 0
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


def _name(font: TTFont, family: str, style: str, weight: int) -> None:
    plain = style == "Regular"
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17, 21, 22, 25) or record.nameID > 255:
            names.removeNames(nameID=record.nameID)
    whole = f"{family} {style}"
    said = {
        1: family if plain else whole,
        2: "Regular",
        3: whole,
        4: whole,
        6: whole.replace(" ", ""),
        16: family,
        17: style,
    }
    for number, text in said.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = 0x40 if plain else 0
    font["head"].macStyle = 0


if __name__ == "__main__":
    main()
