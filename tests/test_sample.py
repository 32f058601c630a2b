"""The sample campaign: every output of five markets is there, and each is what it should be."""

import json
import time
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.batch.export import prepare
from studio.campaign.file import load_campaign
from studio.cli.start import main
from studio.core.geometry import Rect
from studio.core.time import visible_frames
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.poster.document import PosterCopy
from studio.poster.make import make_poster
from studio.presets import store
from studio.stills.faces import faces

MARKETS = {"cn", "kr", "jp", "uk", "us"}
FORMATS = {
    "one-sheet", "a2", "jis-b1", "six-sheet", "metro-lightbox", "dooh-portrait",
    "dooh-landscape", "wechat-cover", "xiaohongshu", "douyin-cover", "weibo-square", "kakao",
    "line-square", "youtube-thumbnail", "open-graph", "award-image",
}  # fmt: skip


def planned(folder):
    return prepare(load_campaign(folder / "campaign.toml"), folder).jobs


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The sample written and exported by the command line, as `run.py sample` does.

    But for the film in four of its markets: each is half a minute of encoding.
    """
    folder = tmp_path_factory.mktemp("sample")
    began = time.monotonic()
    assert main(["sample", str(folder)]) == 0
    campaign = folder / "campaign.toml"
    text = campaign.read_text(encoding="utf-8")
    assert {job.market for job in planned(folder) if job.film_work} == MARKETS
    fewer = text.replace('video = "web-720p"', 'video = "web-720p"\nmarkets = ["kr"]')
    assert fewer != text
    campaign.write_text(fewer, encoding="utf-8")
    assert main(["export", str(folder), "-o", str(folder / "out")]) == 0
    return folder, time.monotonic() - began


@pytest.fixture(scope="module")
def jobs(exported):
    return planned(exported[0])


def test_every_output_of_five_markets_is_present(exported, jobs):
    folder, _ = exported
    outputs = json.loads((folder / "out" / "report.json").read_text(encoding="utf-8"))["outputs"]
    assert {one["market"] for one in outputs} == MARKETS
    assert {one["preset"] for one in outputs} >= FORMATS
    assert {one["state"] for one in outputs} == {"made"}
    assert [one["path"] for one in outputs] == [job.output for job in jobs]
    for one in outputs:
        assert (folder / "out" / one["path"]).is_file()
    films = {one["market"] for one in outputs if not one["poster"]}
    assert films == {"kr"}


def made_of(job):
    """The poster again, with its layout, from the same inputs."""
    film = probe(Path(job.source))
    work = job.poster_work
    with FrameReader(film) as reader:
        picture = reader.at(Fraction(work.seconds)).rgb()
    found = faces(np.ascontiguousarray(picture[..., ::-1]))
    copy = PosterCopy(job.languages, work.copy, work.title, work.legal)
    template, form = store.template(work.template), store.poster_format(job.preset)
    return make_poster(picture, template, form, copy, work.focus, found), form


def test_every_poster_opens_and_its_type_is_whole(exported, jobs):
    folder, _ = exported
    seen = set()
    for job in jobs:
        if job.poster_work is None or (job.key in seen):
            continue
        seen.add(job.key)
        made, form = made_of(job)
        with Image.open(folder / "out" / job.output) as opened:
            assert opened.size == (form.width, form.height), job.output
            assert opened.info["icc_profile"], job.output
            dpi = opened.info.get("dpi")
            assert dpi is None or abs(dpi[0] - form.dpi) < 1, job.output
            small = opened.convert("RGB") if opened.mode != "CMYK" else None
            if small is not None:
                there = np.asarray(small.resize((200, 200), Image.Resampling.BOX), np.int16)
                again = made.image.resize((200, 200), Image.Resampling.BOX)
                # JPEG at work: on average less than two levels.
                assert np.abs(there - np.asarray(again, np.int16)).mean() < 2, job.output
        pieces = made.layout.pieces
        shaped = sum(piece.block.glyphs for piece in pieces)
        assert made.drawn == shaped > 0, job.output
        assert all(not piece.block.missing for piece in pieces), job.output
        assert all(0 not in {g.id for line in piece.block.lines for g in line.glyphs}
                   for piece in pieces), job.output  # fmt: skip
        spoken = {piece.block.language for piece in pieces if piece.role in ("copy", "second")}
        assert spoken >= set(job.languages), job.output
        for piece in pieces:
            ink = piece.block.ink.moved(piece.x, piece.y)
            assert made.layout.safe.holds(ink, 1.0), (job.output, piece.role, ink)
            for face in made.layout.faces:
                assert ink.meet(face).area == 0, job.output
    assert len(seen) > 30


def region(rgb, box):
    return rgb[int(box.y) : int(box.bottom), int(box.x) : int(box.right)].astype(np.int16)


def test_every_film_has_its_length_sound_and_captions(exported, jobs):
    folder, _ = exported
    for job in jobs:
        if job.film_work is None:
            continue
        given, made = probe(Path(job.source)), probe(folder / "out" / job.output)
        assert made.video.frames == given.video.frames
        assert abs(made.duration - given.duration) < Fraction(1, 24)
        assert made.audio
        assert made.video.colour.matrix == "bt709"
        assert made.video.colour.assumed == ()
        low = Rect(0, 0.7 * made.video.display.height, made.video.display.width, 200)
        with FrameReader(given) as before, FrameReader(made) as after:
            for cue in job.film_work.tracks[0].cues[:3]:
                frames = visible_frames(cue[1], cue[2], given.video.rate)
                inside, outside = frames[len(frames) // 2], frames.start - 2
                for number, wanted in ((inside, True), (outside, False)):
                    at = given.video.rate.seconds(number)
                    change = np.abs(
                        region(before.at(at).rgb(made.video.display), low)
                        - region(after.at(at).rgb(), low)
                    )
                    written = bool((change.max(axis=2) > 90).mean() > 0.002)
                    assert written == wanted, (job.output, number)


def test_a_second_export_remakes_nothing(exported, capsys):
    folder, _ = exported
    arguments = ["export", str(folder), "-o", str(folder / "out"), "--json"]
    assert main(arguments) == 0
    outputs = json.loads(capsys.readouterr().out)["outputs"]
    assert {one["state"] for one in outputs} == {"kept"}
