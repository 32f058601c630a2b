"""Subtitle files as they come, of all formats: their bytes, and the cues that each means."""

from __future__ import annotations

from dataclasses import dataclass

from tests.hazards.ass import ASS
from tests.hazards.srt import SRT
from tests.hazards.ttml import TTML
from tests.hazards.vtt import VTT

Cues = list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Hazard:
    """A file: what is wrong with it, its suffix, its bytes, the cues a person reads."""

    name: str
    suffix: str
    data: bytes
    wanted: Cues


_ONE = (1000, 2500, "灯不大，够一个人回家。")
_TWO = (3000, 4500, "末班车还没有来。")
_PLAIN = (
    "1\n00:00:01,000 --> 00:00:02,500\n灯不大，够一个人回家。\n\n"
    "2\n00:00:03,000 --> 00:00:04,500\n末班车还没有来。\n"
)
_JA = "これは小さな灯りです。"
_PLAIN_JA = f"1\n00:00:01,000 --> 00:00:02,500\n{_JA}\n"
_ENCODED: dict[str, tuple[bytes, Cues]] = {
    "UTF-8": (_PLAIN.encode(), [_ONE, _TWO]),
    "UTF-8 with a mark": (_PLAIN.encode("utf-8-sig"), [_ONE, _TWO]),
    "UTF-16 with a mark": (_PLAIN.encode("utf-16"), [_ONE, _TWO]),
    "UTF-16 without a mark": (_PLAIN.encode("utf-16-le"), [_ONE, _TWO]),
    "GB18030": (_PLAIN.encode("gb18030"), [_ONE, _TWO]),
    "Shift-JIS": (_PLAIN_JA.encode("cp932"), [(1000, 2500, _JA)]),
    "ISO-2022-JP": (_PLAIN_JA.encode("iso2022_jp"), [(1000, 2500, _JA)]),
    "line ends CR": (_PLAIN.replace("\n", "\r").encode(), [_ONE, _TWO]),
    "end of the file within a text": (_PLAIN.encode()[:-13], [_ONE, (3000, 4500, "末班车还")]),
}


def hazards() -> list[Hazard]:
    """All of them, those of the tests among them."""
    made = [Hazard(name, ".srt", *one) for name, one in _ENCODED.items()]
    for suffix, known in ((".srt", SRT), (".vtt", VTT), (".ass", ASS), (".ttml", TTML)):
        made += [
            Hazard(name, suffix, text.encode(), wanted)
            for name, (text, wanted, _, _) in known.items()
        ]
    return made
