"""Subtitle files as they come: what is wrong with each, its bytes, and the cues it means."""

from __future__ import annotations

_ONE = (1000, 2500, "灯不大，够一个人回家。")
_TWO = (3000, 4500, "末班车还没有来。")
_PLAIN = (
    "1\n00:00:01,000 --> 00:00:02,500\n灯不大，够一个人回家。\n\n"
    "2\n00:00:03,000 --> 00:00:04,500\n末班车还没有来。\n"
)
_BOTH = [_ONE, _TWO]

HAZARDS: dict[str, tuple[bytes, list[tuple[int, int, str]]]] = {
    "UTF-8": (_PLAIN.encode(), _BOTH),
    "UTF-8 with a mark": (_PLAIN.encode("utf-8-sig"), _BOTH),
    "UTF-16": (_PLAIN.encode("utf-16"), _BOTH),
    "GB18030": (_PLAIN.encode("gb18030"), _BOTH),
    "line ends CR": (_PLAIN.replace("\n", "\r").encode(), _BOTH),
    "dots for commas": (_PLAIN.replace(",0", ".0").replace(",5", ".5").encode(), _BOTH),
    "no numbers": (_PLAIN.replace("1\n00", "00").replace("2\n00", "00").encode(), _BOTH),
    "no hours": (_PLAIN.replace("00:00:0", "00:0").encode(), _BOTH),
    "no blank line between": (_PLAIN.replace("\n\n", "\n").encode(), _BOTH),
    "blank line within a text": (
        _PLAIN.replace("够一个人", "\n\n够一个人").encode(),
        [(1000, 2500, "灯不大，\n\n够一个人回家。"), _TWO],
    ),
    "a number as text": (
        _PLAIN.replace("灯不大，够一个人回家。", "2046\n灯").encode(),
        [(1000, 2500, "2046\n灯"), _TWO],
    ),
    "arrow of one dash": (_PLAIN.replace("-->", "->").encode(), _BOTH),
    "UTF-16 without a mark": (_PLAIN.encode("utf-16-le"), _BOTH),
    "spaces in the arrow": (_PLAIN.replace("-->", "-- >").encode(), _BOTH),
    "end of the file within a text": (
        _PLAIN.encode()[:-13],
        [_ONE, (3000, 4500, "末班车还")],
    ),
}
