"""The whole line on real films: a campaign exports, keeps what holds, remakes what changed."""

import json
import shutil

import av
import pytest

from studio.cli.start import main
from studio.media.probe import probe

SOURCES = {
    "chaplin": ("chaplin_silent_360p25.mp4", None),
    "elephants": ("elephants_dream_excerpt_360p24.mp4", "elephants_dream_excerpt"),
    "sintel": ("sintel_trailer_720p24.mp4", "sintel"),
}
SECONDS = 8
OWN = {
    "zh-Hans": "1\n00:00:01,000 --> 00:00:03,000\n他不说话。\n\n"
    "2\n00:00:04,000 --> 00:00:07,000\n街也不说话。\n",
    "en": "1\n00:00:01,000 --> 00:00:03,000\nHe does not speak.\n\n"
    "2\n00:00:04,000 --> 00:00:07,000\nNeither does the street.\n",
}
COPY = '{ zh-Hans = "一路\\n没有回头。", en = "All the way, and never back." }'


def film_toml(film, source, tracks, still):
    rows = [
        f'[[films]]\nid = "{film}"\nsource = "films/{source}"\n'
        f'title = {{ zh-Hans = "短片", en = "{film.title()}" }}'
    ]
    rows += [f'[[films.tracks]]\nlanguage = "{one}"\nfile = "{tracks[one]}"' for one in tracks]
    rows.append(
        f'[[films.posters]]\nid = "road"\ntemplate = "quiet-line"\nstill = "{still}"\ncopy = {COPY}'
    )
    return "\n\n".join(rows)


def beginning(source, target):
    """The first seconds of a film up to a key picture, as they are coded."""
    with av.open(str(source)) as reader, av.open(str(target), "w") as writer:
        streams = {one: writer.add_stream_from_template(one) for one in reader.streams.get(0, 1)}
        for packet in reader.demux(*streams):
            late = packet.dts is None or packet.dts * packet.time_base >= SECONDS
            if late and packet.stream.type == "video" and (packet.is_keyframe or not packet.size):
                return
            packet.stream = streams[packet.stream]
            writer.mux(packet)


@pytest.fixture(scope="module")
def campaign(media, tmp_path_factory):
    """Three real films: two with their real tracks, one with tracks written for it."""
    folder = tmp_path_factory.mktemp("campaign")
    for name in ("films", "subtitles"):
        (folder / name).mkdir()
    parts = ['schema = 1\nname = "Three films"\nversion = "v01"']
    for film, (source, real) in SOURCES.items():
        beginning(media / "media/film" / source, folder / "films" / source)
        tracks = {}
        for language in ("zh-Hans", "en"):
            tracks[language] = f"subtitles/{film}.{language}.srt"
            target = folder / tracks[language]
            if real is None:
                target.write_text(OWN[language], encoding="utf-8")
            else:
                stem = source.removesuffix(".mp4")
                shutil.copyfile(media / "media/subs" / real / f"{stem}.{language}.srt", target)
        still = "auto" if film == "elephants" else "00:00:03.5"
        parts.append(film_toml(film, source, tracks, still))
    parts.append('[[markets]]\nid = "cn"\nlanguages = ["zh-Hans", "en"]')
    parts.append('[[markets]]\nid = "uk"\nlanguages = ["en"]')
    parts += [f'[[deliverables]]\nformat = "{one}"' for one in ("open-graph", "dooh-portrait")]
    parts.append('[[deliverables]]\nformat = "wechat-cover"\nmarkets = ["cn"]')
    parts.append(
        '[[deliverables]]\nvideo = "web-720p"\ncaptions = "cinema-bilingual"\nmarkets = ["cn"]'
    )
    (folder / "campaign.toml").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    return folder / "campaign.toml"


def export(capsys, campaign, *more):
    code = main(["export", str(campaign), "--json", *more])
    return code, json.loads(capsys.readouterr().out)["outputs"]


def test_a_campaign_of_real_films_is_made_kept_and_remade_exactly(campaign, capsys):
    out = campaign.parent / "out"
    code, first = export(capsys, campaign)
    assert code == 0, [one["problems"] for one in first if one["state"] == "failed"]
    assert {one["state"] for one in first} == {"made"}
    # 3 films × (2 markets × 2 formats + 1 format and the film for cn).
    assert len(first) == 3 * (2 * 2 + 1 + 1)
    for one in first:
        assert (out / one["path"]).stat().st_size > 1000
    for film, (source, _) in SOURCES.items():
        made = probe(out / f"cn/{film}/{film}-web-720p.mp4")
        given = probe(campaign.parent / "films" / source)
        assert made.video.frames == given.video.frames
        assert abs(made.duration - given.duration) < 0.05
        assert bool(made.audio) == bool(given.audio)
        assert made.video.colour.assumed == ()
    assert "auto = true" in campaign.read_text(encoding="utf-8")
    report = json.loads((out / "report.json").read_text(encoding="utf-8"))
    assert [one["path"] for one in report["outputs"]] == [one["path"] for one in first]
    assert "data:image/jpeg" in (out / "report.html").read_text(encoding="utf-8")

    code, second = export(capsys, campaign)
    assert code == 0
    assert {one["state"] for one in second} == {"kept"}
    assert [one["sha256"] for one in second] == [one["sha256"] for one in first]

    text = campaign.read_text(encoding="utf-8")
    head, mark, tail = text.partition('id = "sintel"')
    campaign.write_text(head + mark + tail.replace("没有回头", "没有停下"), encoding="utf-8")
    code, third = export(capsys, campaign)
    assert code == 0
    remade = {one["path"] for one in third if one["state"] == "made"}
    # Only what shows the Chinese line of that poster: the UK shows English alone.
    assert remade == {
        f"cn/sintel/sintel-road-{one}"
        for one in ("open-graph.png", "dooh-portrait.jpg", "wechat-cover.jpg")
    } or remade == {
        one["path"] for one in third if one["path"].startswith("cn/sintel/sintel-road-")
    }

    damaged = out / third[0]["path"]
    damaged.write_bytes(damaged.read_bytes()[:-10])
    code, fourth = export(capsys, campaign, "--only", "film=chaplin")
    assert [one["path"] for one in fourth if one["state"] == "made"] == [third[0]["path"]]


def test_a_film_that_cannot_be_read_fails_alone(campaign, capsys):
    broken = campaign.parent / "films" / SOURCES["chaplin"][0]
    whole = broken.read_bytes()
    broken.write_bytes(whole[:2000])
    try:
        code, outputs = export(capsys, campaign, "--only", "format=open-graph")
        assert code == 1
        states = {one["film"]: one["state"] for one in outputs}
        assert states == {"chaplin": "failed", "elephants": "kept", "sintel": "kept"}
        failed = [one for one in outputs if one["state"] == "failed"]
        assert all(SOURCES["chaplin"][0] in one["problems"][0]["message"] for one in failed)
    finally:
        broken.write_bytes(whole)


def test_a_dry_run_touches_nothing(campaign, capsys):
    before = {p: p.stat().st_mtime_ns for p in campaign.parent.rglob("*") if p.is_file()}
    code, outputs = export(capsys, campaign, "--dry-run")
    assert code == 0
    assert {one["state"] for one in outputs} <= {"kept", "missing", "stale"}
    assert {p: p.stat().st_mtime_ns for p in campaign.parent.rglob("*") if p.is_file()} == before
