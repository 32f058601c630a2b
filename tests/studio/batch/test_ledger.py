"""The ledger of an export: nothing half written stays behind it."""

from __future__ import annotations

import contextlib
from pathlib import Path

from studio.batch.made import ledger
from studio.core.progress import Cancelled


def test_a_stop_clears_away_what_an_ended_worker_left(tmp_path: Path) -> None:
    folder = tmp_path / "cn"
    folder.mkdir()
    (folder / "lamp-kakao.jpg").write_bytes(b"whole")
    with contextlib.suppress(Cancelled), ledger(tmp_path, [folder]):
        (folder / ".lamp-kakao.dz0dbqmv.part.jpg").write_bytes(b"half")
        raise Cancelled
    assert [path.name for path in folder.iterdir()] == ["lamp-kakao.jpg"]
