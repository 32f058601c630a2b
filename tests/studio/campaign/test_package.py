"""A package holds all that the campaign rests on, proved, or is not there at all."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest

from studio.campaign.document import Campaign, FilmEntry, PosterEntry, TrackEntry
from studio.campaign.file import load_campaign, save_campaign
from studio.campaign.package import package
from studio.campaign.sources import Known, load_known
from studio.core.errors import CannotRead, CannotWrite
from studio.core.progress import Cancelled

FILM = b"film" * 5000
SRT = b"1\n00:00:01,000 --> 00:00:02,000\nHello\n"


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    """Two films of which one and a track lie elsewhere, one file twice, files beside it."""
    home = tmp_path / "home"
    put(home / "films" / "stall.mp4", FILM)
    put(tmp_path / "disk" / "bus: cut?.mp4", FILM + b"2")
    put(tmp_path / "disk" / "bus.en.srt", SRT)
    put(home / "films" / "stall.marks.toml", b'sha256 = ""\nstars = [1]\n')
    put(home / "subtitles" / "stall.links.toml", b"schema = 1\n")
    put(home / "out" / "large.png", b"not wanted")
    films = (
        FilmEntry("stall", "films/stall.mp4", posters=(PosterEntry("lamp", "mine"),)),
        FilmEntry("stall-2", "films/stall.mp4"),
        FilmEntry(
            "bus", "../disk/bus: cut?.mp4", {}, (TrackEntry("en", "../disk/bus.en.srt"),)
        ),
    )  # fmt: skip
    path = home / "campaign.toml"
    path.write_text("# ours\n", "utf-8")
    save_campaign(Campaign(name="Home", films=films), path)
    return path


def listed(folder: Path) -> list[str]:
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


NAMES = [
    ".lobbycard/sources.json",
    "SHA256SUMS",
    "campaign.toml",
    "films/bus- cut-.mp4",
    "films/stall.marks.toml",
    "films/stall.mp4",
    "presets/posters/mine.toml",
    "subtitles/bus.en.srt",
    "subtitles/stall.links.toml",
]


def test_a_folder_has_everything_once_and_opens_by_itself(tmp_path: Path, campaign: Path) -> None:
    mine = put(tmp_path / "mine.toml", b"schema = 1\n")
    target = tmp_path / "packed"
    made = package(campaign, target, {"presets/posters/mine.toml": mine})
    assert listed(target) == NAMES == [file.name for file in made.files]
    loaded = load_campaign(target / "campaign.toml")
    assert [film.source for film in loaded.films] == [
        "films/stall.mp4",
        "films/stall.mp4",
        "films/bus- cut-.mp4",
    ]
    assert loaded.films[2].tracks[0].file == "subtitles/bus.en.srt"
    assert (target / "campaign.toml").read_text("utf-8").startswith("# ours\n")
    assert (target / "films" / "bus- cut-.mp4").read_bytes() == FILM + b"2"
    assert len(made.notes) == 3
    for line in (target / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ", 1)
        assert hashlib.sha256((target / name).read_bytes()).hexdigest() == digest
    known = load_known(target)["films/stall.mp4"]
    assert known == Known(len(FILM), hashlib.sha256(FILM).hexdigest())


def test_the_same_campaign_is_the_same_zip(tmp_path: Path, campaign: Path) -> None:
    for name in ("a.zip", "b.zip"):
        package(campaign, tmp_path / name, {})
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}
        assert sorted(archive.namelist()) == [n for n in NAMES if not n.startswith("presets")]
        archive.extractall(tmp_path / "out")
    assert load_campaign(tmp_path / "out" / "campaign.toml").name == "Home"


def test_the_campaign_itself_stays_as_it_is(tmp_path: Path, campaign: Path) -> None:
    before = {name: (campaign.parent / name).read_bytes() for name in listed(campaign.parent)}
    package(campaign, tmp_path / "packed", {})
    assert before == {n: (campaign.parent / n).read_bytes() for n in listed(campaign.parent)}


def test_every_missing_source_is_named(tmp_path: Path, campaign: Path) -> None:
    (campaign.parent / "films" / "stall.mp4").unlink()
    (tmp_path / "disk" / "bus.en.srt").unlink()
    with pytest.raises(CannotRead, match=r"films/stall\.mp4, \.\./disk/bus\.en\.srt") as caught:
        package(campaign, tmp_path / "packed", {})
    assert caught.value.hint
    assert not (tmp_path / "packed").exists()


@pytest.mark.parametrize("name", ["packed", "packed.zip"])
def test_a_stop_leaves_nothing_half(tmp_path: Path, campaign: Path, name: str) -> None:
    class Stop:
        calls = 0

        def report(self, fraction: float, note: str = "") -> None:
            assert 0 <= fraction <= 1
            self.calls += 1
            if self.calls == 4:
                raise Cancelled

    target = tmp_path / "to" / name
    with pytest.raises(Cancelled):
        package(campaign, target, {}, Stop())
    assert list(target.parent.iterdir()) == []


def test_what_is_there_is_not_written_over(tmp_path: Path, campaign: Path) -> None:
    put(tmp_path / "packed" / "mine.txt", b"x")
    with pytest.raises(CannotWrite, match="already there"):
        package(campaign, tmp_path / "packed", {})
    assert listed(tmp_path / "packed") == ["mine.txt"]
    (tmp_path / "empty").mkdir()
    package(campaign, tmp_path / "empty", {})
    assert "campaign.toml" in listed(tmp_path / "empty")


def test_progress_goes_up_to_the_end(tmp_path: Path, campaign: Path) -> None:
    seen: list[float] = []

    class Listen:
        def report(self, fraction: float, note: str = "") -> None:
            seen.append(fraction)

    package(campaign, tmp_path / "packed.zip", {}, Listen())
    assert seen == sorted(seen)
    assert seen[-1] == pytest.approx(1.0)
