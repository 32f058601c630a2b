"""Files from elsewhere that are brought into a campaign's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.campaign.carrying import brought_in
from studio.core.errors import BadValue


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "campaign"
    folder.mkdir()
    (folder / "lamp.mp4").write_bytes(b"lamp")
    return folder


@pytest.fixture
def bus(tmp_path: Path) -> Path:
    path = tmp_path / "bus.mp4"
    path.write_bytes(b"bus")
    return path


def test_strangers_are_copied_and_others_stay_where_they_lie(home: Path, bus: Path) -> None:
    with brought_in(home, "films", (home / "lamp.mp4", bus)) as placed:
        assert placed == (home / "lamp.mp4", home / "films" / "bus.mp4")
    assert placed[1].read_bytes() == b"bus"
    assert bus.is_file()


def test_what_lies_there_already_is_taken_and_nothing_is_overwritten(home: Path, bus: Path) -> None:
    with brought_in(home, "films", (bus,)) as first:
        pass
    with brought_in(home, "films", (bus,)) as again:
        assert again == first
    bus.write_bytes(b"another bus")
    with pytest.raises(BadValue, match="already there"), brought_in(home, "films", (bus,)):
        pass
    assert first[0].read_bytes() == b"bus"


def test_copies_go_again_when_what_is_done_with_them_fails(home: Path, bus: Path) -> None:
    def use() -> None:
        with brought_in(home, "films", (bus,)) as placed:
            assert placed[0].is_file()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        use()
    assert sorted(path.name for path in home.iterdir()) == ["lamp.mp4"]
    assert bus.is_file()
