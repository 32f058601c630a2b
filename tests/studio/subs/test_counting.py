"""Counting by language, as the publishers' guides count."""

from __future__ import annotations

import pytest

from studio.subs.counting import Counting, count


@pytest.mark.parametrize(
    ("text", "counting", "expected"),
    [
        ("Enough to get home by.", "grapheme", 22),
        ("one\ntwo", "grapheme", 6),
        ("e\u0301te\u0301", "grapheme", 3),
        ("👩‍👩‍👧 ok 👍🏽", "grapheme", 6),
        ("🇨🇳", "grapheme", 1),
        ("灯不大，", "full-half", 4),
        ("MV第2部", "full-half", 3.5),
        ("“等……”", "full-half", 5),
        ("café", "full-half", 2),
        ("ｶﾅ", "full-half", 1),
        ("한국어 ABC.", "hangul", 5.5),
        ("“한”", "hangul", 2),
        ("한글", "hangul", 2),
        ("مَرْحَبًا", "arabic", 5),
        ("", "grapheme", 0),
    ],
)
def test_a_text_counts_as_its_language_counts(
    text: str, counting: Counting, expected: float
) -> None:
    assert count(text, counting) == expected
