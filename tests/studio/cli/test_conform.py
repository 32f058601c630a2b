"""`lobbycard conform`: times found in a new edit, and a campaign taken over to it."""

from __future__ import annotations

import json

import numpy as np
import pytest

from studio.campaign.file import load_campaign
from studio.cli.start import main
from studio.media.probe import probe
from tests.studio.conform.recut import Look, Piece, recut
from tests.studio.shots.conftest import scene, write_film

CAMPAIGN = """schema = 1
name = "Small Lights"
# A comment that stays.
[[films]]
id = "lamp"
source = "films/v1.mp4"

[[films.posters]]
id = "kept"
template = "quiet-line"
still = "00:00:02.9"

[[films.posters]]
id = "gone"
template = "quiet-line"
still = {{ pts = {gone}, time_base = "1/12288", sha256 = "{sha256}" }}

[[films]]
id = "bus"
source = "films/v1.mp4"
"""


@pytest.fixture(scope="module")
def edits(tmp_path_factory):
    """A folder with v1 of three shots (30 frames each) and v2 without the second."""
    folder = tmp_path_factory.mktemp("edits") / "films"
    folder.mkdir()
    shots = [scene(90 + at, 30, pan=1.2 + at) for at in range(3)]
    film = probe(write_film(folder / "v1.mp4", np.concatenate(shots)))
    recut(film, folder / "v2.mp4", (Piece(60, 90), Piece(0, 30)), Look((192, 108), gain=0.9))
    return folder, film


def test_times_are_found_or_told_to_be_gone(edits, capsys) -> None:
    folder, _ = edits
    asked = ["conform", str(folder / "v1.mp4"), str(folder / "v2.mp4"), "--json"]
    assert main([*asked, "--time", "00:00:00:12", "--time", "2"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert set(said) == {"old", "new", "kept", "spans", "added", "notes", "times"}
    assert [(one["old_start"], one["new_start"]) for one in said["spans"]] == [(0, 1.25), (2.5, 0)]
    assert set(said["spans"][0]) == {
        "old_start", "old_end", "new_start", "new_end", "speed", "confidence",
    }  # fmt: skip
    first, second = said["times"]
    assert (first["new"], second["new"]) == (1.75, None)
    assert first["confidence"] > 0.8


def test_a_campaign_goes_over_to_the_new_edit(edits, tmp_path, capsys) -> None:
    folder, film = edits
    (tmp_path / "films").mkdir()
    for name in ("v1.mp4", "v2.mp4"):
        (tmp_path / "films" / name).write_bytes((folder / name).read_bytes())
    text = CAMPAIGN.format(gone=512 * 40, sha256=film.sha256)
    (tmp_path / "campaign.toml").write_text(text)
    old, new = (str(tmp_path / "films" / name) for name in ("v1.mp4", "v2.mp4"))
    asked = ["conform", old, new, "--campaign", str(tmp_path), "--json"]
    assert main(asked) == 2
    assert "--film lamp|bus" in capsys.readouterr().err
    assert main([*asked, "--film", "lamp"]) == 1
    said = capsys.readouterr()
    carried = json.loads(said.out)["carried"]
    assert [(one["poster"], one["state"]) for one in carried] == [
        ("gone", "gone"),
        ("kept", "moved"),
    ]
    assert "1 decision not in the new edit" in said.err
    after = load_campaign(tmp_path / "campaign.toml").films
    assert [one.source for one in after] == ["films/v2.mp4", "films/v1.mp4"]
    kept, gone = after[0].posters
    # Frame 69 of the old edit is frame 9 of the new one.
    assert kept.still.text == "00:00:00.375"
    assert gone.still.pts == 512 * 40
    assert "# A comment that stays." in (tmp_path / "campaign.toml").read_text()


def test_a_new_edit_outside_of_the_campaign_is_refused(edits, tmp_path, capsys) -> None:
    folder, film = edits
    (tmp_path / "films").mkdir()
    (tmp_path / "films" / "v1.mp4").write_bytes((folder / "v1.mp4").read_bytes())
    (tmp_path / "campaign.toml").write_text(CAMPAIGN.format(gone=0, sha256=film.sha256))
    old = str(tmp_path / "films" / "v1.mp4")
    asked = ["conform", old, str(folder / "v2.mp4"), "--campaign", str(tmp_path), "--film", "lamp"]
    assert main(asked) == 2
    assert "Copy it there first" in capsys.readouterr().err


def test_an_edit_exported_over_the_old_one_is_known_by_what_was_analysed(
    edits, tmp_path, capsys
) -> None:
    folder, film = edits
    (tmp_path / "films").mkdir()
    path = tmp_path / "films" / "v1.mp4"
    path.write_bytes((folder / "v1.mp4").read_bytes())
    (tmp_path / "campaign.toml").write_text(CAMPAIGN.format(gone=512 * 70, sha256=film.sha256))
    asked = ["conform", str(path), str(path), "--campaign", str(tmp_path), "--film", "lamp"]
    path.write_bytes((folder / "v2.mp4").read_bytes())
    assert main(asked) == 2
    assert "Name the old edit's file as OLD." in capsys.readouterr().err
    path.write_bytes((folder / "v1.mp4").read_bytes())
    assert main(["shots", str(path), "--json"]) == 0
    path.write_bytes((folder / "v2.mp4").read_bytes())
    capsys.readouterr()
    before = (tmp_path / "campaign.toml").read_text()
    assert main([*asked, "--json", "--dry-run"]) == 0
    assert (tmp_path / "campaign.toml").read_text() == before
    capsys.readouterr()
    assert main([*asked, "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert len(said["notes"]) == 1
    assert {(one["poster"], one["state"]) for one in said["carried"]} == {
        ("gone", "moved"), ("kept", "moved"),
    }  # fmt: skip
    still = load_campaign(tmp_path / "campaign.toml").films[0].posters[1].still
    assert still.pts == 512 * 10
