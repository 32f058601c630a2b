"""Random copy in Chinese, Japanese and Korean, and what a line of it may never do."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence

from icu4py.breakers import LineBreaker

LANGUAGES = ("zh-Hans", "zh-Hant", "ja", "ko")

_HAN = "灯不大够一个人回家末班车雨夜海边窗前风筝黎明远处走着看见说话声音时间我们你他这那里二三十百"
_KANA = "あいうえおっゃゅょァィッャュョーが一のをはにでとスーパーバスゝ々ヶ"
_HANGUL = "작은등불하나집에가기엔충분하다마지막버스를기다리며우리말없이빗소리듣고있었다"
_MARKS = "，。、；：！？“”‘’（）《》「」『』【】·・…—～／〜々"
_WORDS = ("Lamp", "2024", "3.5", "1,200", "NO.7", "$30", "98%", "10:30", "20℃", "a/b", "2019–2024")

# Written out once more from the W3C's requirements (JLREQ appendix A, CLREQ 3.1.3, KLREQ 4.3), so
# that a slip in our tables is not its own judge.
_CLOSE = "’”）］｝〕》〉」』】)]}"
_KANA_LINE_START = (
    "ーヽヾゝゞ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
_NEVER_FIRST = {
    "zh": set(_CLOSE + "、，；：。．！？,.;:!?·～–／"),
    "ja": set(_CLOSE + "、，。．！？‼⁇⁈⁉・：；,.;:!?‐〜゠–" + _KANA_LINE_START + "℃°%％"),
    "ko": set(_CLOSE + "、，。．！？,.;:!?·・：；‐〜"),
}
_NEVER_LAST = set("‘“（［｛〔《〈「『【([{")
_RUN = re.compile("—{2,}|…{2,}|⋯{2,}|‥{2,}|[0-9０-９][0-9０-９.,:%℃]*|[0-9]+–[0-9]+|[A-Za-z]+")

_ICU = {"zh": "zh-u-lb-strict", "ja": "ja-u-lb-strict", "ko": "ko-u-lb-strict"}


def random_copy(language: str, dice: random.Random) -> str:
    """Four to fourteen words, marks and numbers in a row; Korean with spaces."""
    letters = {"ja": _HAN + _KANA, "ko": _HANGUL}.get(language, _HAN)
    parts = []
    for _ in range(dice.randint(4, 14)):
        kind = dice.random()
        if kind < 0.62:
            parts.append("".join(dice.choice(letters) for _ in range(dice.randint(1, 5))))
        elif kind < 0.82:
            parts.append(dice.choice((*_MARKS, "——", "……", "。”", "（")))
        else:
            parts.append(dice.choice(_WORDS))
        if dice.random() < (0.6 if language == "ko" else 0.06):
            parts.append(" ")
    return "".join(parts).strip() or "灯"


def faults(text: str, language: str, cuts: Sequence[int]) -> Iterator[str]:
    """What is wrong with breaking `text` before each of the characters `cuts`."""
    tag = language[:2]
    icu = {stop for _, stop in LineBreaker(text, _ICU[tag]).segments()}
    runs = [range(found.start() + 1, found.end()) for found in _RUN.finditer(text)]
    for cut in cuts:
        head, tail = text[:cut].rstrip(), text[cut:].lstrip()
        said = f"{text!r} at {cut}"
        if tail[0] in _NEVER_FIRST[tag]:
            yield f"{said}: {tail[0]} begins a line"
        if head[-1] in _NEVER_LAST:
            yield f"{said}: {head[-1]} ends a line"
        if any(cut in run for run in runs):
            yield f"{said}: inside a run, a number or a word"
        if tag == "ko" and not text[cut - 1].isspace():
            yield f"{said}: inside an eojeol"
        if cut not in icu:
            yield f"{said}: ICU's strict mode forbids it"


def cuts_of(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Where lines are divided: before the first character of all but the first."""
    return [start for (_, _), (start, _) in itertools.pairwise(spans)]
