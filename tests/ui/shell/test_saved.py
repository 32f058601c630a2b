"""The top bar says when the campaign was written, not when it was opened."""

from __future__ import annotations

import os
import time

import pytest

from tests.ui.framed import Stage
from ui.shell.saved import saved_words, written_at


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (0, "saved"),
        (-30, "saved"),
        (20, "saved 20 s ago"),
        (150, "saved 2 min ago"),
        (7300, "saved 2 h ago"),
    ],
)
def test_a_save_of_today_is_so_long_ago(ago: int, words: str) -> None:
    assert saved_words(1e9, 1e9 + ago) == words


def test_an_older_save_has_its_date() -> None:
    words = saved_words(1e9, 1e9 + 90_000)
    assert words.startswith("saved on ")
    assert "01" in words


def test_a_campaign_that_is_opened_was_saved_when_its_file_was_written(opened: Stage) -> None:
    path = opened.session.path
    assert path is not None
    before = time.time() - 7300
    os.utime(path, (before, before))
    opened.documents.open(path)
    assert opened.window._saved_words() == "saved 2 h ago"
    path.unlink()
    assert written_at(path) == pytest.approx(time.time(), abs=60)
