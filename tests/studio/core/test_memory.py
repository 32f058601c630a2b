"""Memory between blocks that stay goes back to the system."""

from __future__ import annotations

import platform
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest

from studio.core.memory import give_back

_BLOCK, _COUNT = 100_000, 2000


def _resident() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


def _before_and_after() -> tuple[int, int]:
    blocks = [bytes([1]) * _BLOCK for _ in range(_COUNT)]
    stay = blocks[::10]
    del blocks
    before = _resident()
    given = give_back()
    assert given
    assert len(stay) == _COUNT // 10
    return before, _resident()


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc holds it")
def test_what_lies_between_blocks_that_stay_is_given_back() -> None:
    with get_context("spawn").Pool(1) as pool:
        before, after = pool.apply(_before_and_after)
    assert before - after > _BLOCK * _COUNT // 2


def test_where_there_is_nothing_to_do_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert give_back() is False
