"""Type needs nothing of the system: neither its fonts nor its libraries for text."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from studio.core.places import resources_folder
from studio.typeset.block import TypeBox, fit_block
from studio.typeset.fonts import library
from studio.typeset.style import TypeStyle

COPY = {
    "zh-Hans": "灯不大，够一个人回家。",
    "zh-Hant": "燈不大，夠一個人回家。",
    "ja": "小さな灯り。帰るには、これで足りる。",
    "ko": "작은 등불 하나, 집에 가기엔 충분하다.",
    "en": "A small lamp. Enough to get home by.",
    "ar": "مصباح صغير 12",
    "he": "מנורה קטנה 12",
}

# What the process has open when it has set and drawn a line in every script.
_SET = """
import sys
from pathlib import Path
from pathlib import Path
from studio.typeset.block import TypeBox, fit_block
from studio.typeset.mask import mask
from studio.typeset.style import TypeStyle
copy = eval(sys.argv[1])
for language, text in copy.items():
    for vertical in (False, True):
        box = TypeBox(900, 900, max_lines=3, vertical=vertical)
        block = fit_block(text, language, TypeStyle(), box)
        assert not block.missing and mask(block).drawn == block.glyphs > 0, language
print(Path("/proc/self/maps").read_text())
"""


def test_no_font_of_the_machine_is_seen() -> None:
    assert library().installed == ()
    for language, text in COPY.items():
        block = fit_block(text, language, TypeStyle(), TypeBox(900, 900, max_lines=3))
        assert block.missing == ()
        faces = {glyph.face.path.parent for line in block.lines for glyph in line.glyphs}
        assert faces == {resources_folder() / "fonts"}


@pytest.mark.skipif(sys.platform != "linux", reason="the system tells what a process has open")
def test_neither_fribidi_nor_a_font_of_the_system_is_opened() -> None:
    environment = {**os.environ, "LOBBYCARD_SYSTEM_FONTS": "off"}
    command = [sys.executable, "-c", _SET, repr(COPY)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    opened = {line.split()[-1] for line in done.stdout.splitlines() if "/" in line}
    assert any(name.endswith("NotoSansCJK-VF.otf.ttc") for name in opened)
    for word in ("fribidi", "raqm", "fontconfig", "libicu", "pango"):
        assert not [name for name in opened if word in name.lower()]
    fonts = [name for name in opened if name.endswith((".ttf", ".otf", ".ttc", ".otc"))]
    assert {Path(name).parent for name in fonts} == {resources_folder() / "fonts"}
