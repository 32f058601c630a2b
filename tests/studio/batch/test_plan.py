"""The plan: its names and order, what it refuses, and keys that change with what is shown only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from studio.batch.job import Job
from studio.batch.plan import Only, outline, plan
from studio.batch.prepare import gather
from studio.batch.remark import hint, warning
from studio.batch.sources import Sources
from studio.campaign.document import Campaign, Deliverable, Market, StillRef, picked
from studio.campaign.file import load_campaign
from studio.core.errors import BadValue
from studio.core.places import presets_folder
from studio.typeset.adjust import Adjust


@pytest.fixture
def campaign(campaign_file: Path) -> Campaign:
    return load_campaign(campaign_file)


@pytest.fixture
def sources(campaign: Campaign, campaign_file: Path) -> Sources:
    found, problems = gather(campaign, campaign_file.parent)
    assert problems == ()
    return found


def keys(campaign: Campaign, sources: Sources) -> dict[str, str]:
    jobs = plan(campaign, sources)
    assert not [job.refusal for job in jobs if job.refusal]
    return {job.output: job.key for job in jobs}


POSTER_CN, FILM_CN, POSTER_UK = (
    "cn/stall/stall-lamp-kakao.jpg",
    "cn/stall/stall-web-720p.mp4",
    "uk/stall/stall-lamp-kakao.jpg",
)


def test_jobs_stand_in_the_order_of_the_file(campaign, sources):
    jobs = plan(campaign, sources)
    assert [job.output for job in jobs] == [POSTER_CN, FILM_CN, POSTER_UK]
    assert [job.languages for job in jobs] == [("zh-Hans", "en"), ("zh-Hans", "en"), ("en",)]


def poster(campaign: Campaign, **changes: object) -> Campaign:
    one = campaign.films[0].posters[0]
    return campaign.with_poster("stall", replace(one, **changes))  # type: ignore[arg-type]


def market(campaign: Campaign, **changes: object) -> Campaign:
    first = replace(campaign.markets[0], **changes)  # type: ignore[arg-type]
    return replace(campaign, markets=(first, *campaign.markets[1:]))


COPY = {"zh-Hans": "灯不大。", "en": "A small lamp."}
EDITS = {
    "the primary copy": (lambda c: poster(c, copy=COPY | {"zh-Hans": "夜。"}), {POSTER_CN}),
    "the secondary copy": (
        lambda c: poster(c, copy=COPY | {"en": "Night."}),
        {POSTER_CN, POSTER_UK},
    ),
    "the focus": (lambda c: poster(c, focus=(0.2, 0.5)), {POSTER_CN, POSTER_UK}),
    "characters set by hand": (
        lambda c: poster(c, adjust={"zh-Hans": (Adjust(1, kern=0.1),)}),
        {POSTER_CN},
    ),
    "the place of the copy in this shape": (
        lambda c: poster(c, place={"landscape": (0.5, 0.25)}),
        {POSTER_CN, POSTER_UK},
    ),
    "its place in another shape": (lambda c: poster(c, place={"banner": (0.5, 0.25)}), set()),
    "the still": (lambda c: poster(c, still=StillRef("00:00:00.9")), {POSTER_CN, POSTER_UK}),
    "the template": (lambda c: poster(c, template="centred-title"), {POSTER_CN, POSTER_UK}),
    "the poster's own title": (lambda c: poster(c, title={"zh-Hans": "摊"}), {POSTER_CN}),
    "the film's title": (
        lambda c: c.with_film(replace(c.films[0], title={"zh-Hans": "夜摊", "en": "Stall"})),
        {POSTER_CN, POSTER_UK},
    ),
    "the legal line": (lambda c: market(c, legal="© 2026"), {POSTER_CN}),
    "the order of languages": (
        lambda c: market(c, languages=("en", "zh-Hans")),
        {POSTER_CN, FILM_CN},
    ),
    "the name of the campaign": (lambda c: replace(c, name="Other", version="v02"), set()),
    "the name of a market": (lambda c: market(c, name="China"), set()),
    "a language that no market speaks": (
        lambda c: poster(c, copy=COPY | {"ko": "작은 불빛."}),
        set(),
    ),
    "another poster": (
        lambda c: c.with_poster("stall", replace(c.films[0].posters[0], id="other")),
        set(),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_a_key_changes_exactly_with_what_is_shown(campaign, sources, name):
    change, expected = EDITS[name]
    before, after = keys(campaign, sources), keys(change(campaign), sources)
    assert {output for output in before if before[output] != after[output]} == expected


def test_credits_count_for_posters_that_show_them(campaign, sources):
    def credited(one: Campaign) -> Campaign:
        return one.with_film(
            replace(one.films[0], credits={"en": "by Lin Wan"}, honours={"en": "Rotterdam"})
        )

    assert keys(credited(campaign), sources) == keys(campaign, sources)
    festival = poster(campaign, template="festival-one-sheet")
    (work,) = (
        job.poster_work
        for job in plan(credited(festival), sources)
        if job.poster_work is not None and job.market == "uk"
    )
    assert (work.credits, work.honours) == ({"en": "by Lin Wan"}, {"en": "Rotterdam"})
    before, after = keys(festival, sources), keys(credited(festival), sources)
    assert {name for name in before if before[name] != after[name]} == {
        name for name in before if "kakao" in name
    }


def test_posters_of_a_series_have_their_number(campaign):
    film = campaign.films[0]
    assert film.number(film.posters[0]) == ""
    series = replace(film, posters=(*film.posters, replace(film.posters[0], id="rain")))
    assert [series.number(one) for one in series.posters] == ["1 / 2", "2 / 2"]


def test_a_cue_changes_the_film_that_shows_it(campaign, sources, campaign_file):
    before = keys(campaign, sources)
    path = campaign_file.parent / "subtitles/stall.en.srt"
    for old, new in (("small", "little"), ("01,200", "01,160")):
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
        after = keys(campaign, gather(campaign, campaign_file.parent)[0])
        assert {output for output in before if before[output] != after[output]} == {FILM_CN}
        before = after


def test_the_films_content_changes_all_and_its_name_nothing(campaign, sources, campaign_file):
    before = keys(campaign, sources)
    path = campaign_file.parent / "films/stall.mp4"
    moved = path.rename(path.with_name("cut 5.mp4"))
    renamed = campaign.with_film(replace(campaign.films[0], source="films/cut 5.mp4"))
    assert keys(renamed, gather(renamed, campaign_file.parent)[0]) == before
    # A free atom of four bytes more: another content, the same film.
    moved.write_bytes(moved.read_bytes() + b"\x00\x00\x00\x08free")
    after = keys(renamed, gather(renamed, campaign_file.parent)[0])
    assert all(before[output] != after[output] for output in before)


@pytest.mark.parametrize(
    ("kind", "name", "changed"),
    [
        ("posters", "quiet-line", {POSTER_CN, POSTER_UK}),
        ("formats", "kakao", {POSTER_CN, POSTER_UK}),
        ("captions", "clean", {FILM_CN}),
        ("video", "web-720p", {FILM_CN}),
    ],
)
def test_a_presets_figures_count_and_what_it_says_of_itself_does_not(
    campaign, sources, monkeypatch, tmp_path, kind, name, changed
):
    before = keys(campaign, sources)
    text = (presets_folder() / kind / f"{name}.toml").read_text("utf-8")
    own = tmp_path / "config" / "presets" / kind
    own.mkdir(parents=True)
    monkeypatch.setenv("LOBBYCARD_CONFIG", str(tmp_path / "config"))
    said = text.replace('source = "', 'source = "Ours, after: ').replace(
        'summary = "', 'summary = "My '
    )
    (own / f"{name}.toml").write_text(said, "utf-8")
    assert keys(campaign, sources) == before
    figure = {
        "posters": ("margin = 0.07", "margin = 0.08"),
        "formats": ("width = 800", "width = 820"),
        "captions": ("size = 4.6", "size = 4.7"),
        "video": ("crf = 20", "crf = 21"),
    }[kind]
    assert figure[0] in said
    (own / f"{name}.toml").write_text(said.replace(*figure, 1), "utf-8")
    after = keys(campaign, sources)
    assert {output for output in before if before[output] != after[output]} == changed


def test_versions_of_what_makes_it_count(campaign, sources, monkeypatch):
    before = keys(campaign, sources)
    monkeypatch.setattr("studio.batch.plan.makers", lambda: ("another",))
    assert not set(before.values()) & set(keys(campaign, sources).values())


def test_a_model_of_faces_that_is_gone_changes_posters_only(campaign, sources, monkeypatch):
    before = keys(campaign, sources)
    monkeypatch.setattr("studio.batch.plan.faces_available", lambda: False)
    after = keys(campaign, sources)
    assert {output for output in before if before[output] != after[output]} == {
        POSTER_CN,
        POSTER_UK,
    }


def refusals(campaign: Campaign, sources: Sources) -> dict[str, str]:
    return {job.output: job.refusal for job in plan(campaign, sources) if job.refusal}


def test_a_poster_without_the_primary_copy_is_refused_for_that_market_alone(campaign, sources):
    told = refusals(poster(campaign, copy={"en": "A lamp."}), sources)
    assert list(told) == [POSTER_CN]
    assert "no copy in zh-Hans" in told[POSTER_CN]


def test_a_missing_secondary_is_said_and_the_primary_set_alone(campaign, sources):
    job = plan(poster(campaign, copy={"zh-Hans": "灯"}), sources)[0]
    assert job.languages == ("zh-Hans",)
    assert job.notes == (warning("No copy in en: only zh-Hans is set."),)


def test_a_film_without_tracks_is_refused_unless_it_goes_without_captions(campaign, sources):
    bare = replace(sources, tracks={})
    assert "no subtitles in zh-Hans" in refusals(campaign, bare)[FILM_CN]
    asks = (campaign.deliverables[0], Deliverable(video="web-720p", captions="none"))
    assert refusals(replace(campaign, deliverables=asks), bare) == {}


def silent(campaign: Campaign, captions: str) -> Campaign:
    """Nobody speaks in its film."""
    asks = (campaign.deliverables[0], replace(campaign.deliverables[1], captions=captions))
    film = replace(campaign.films[0], tracks=())
    return replace(campaign, films=(film, *campaign.films[1:]), deliverables=asks)


def test_a_film_that_has_no_track_is_the_one_without_captions_and_that_is_said(campaign, sources):
    nothing = replace(sources, tracks={})
    job = plan(silent(campaign, ""), nothing)[1]
    assert (job.output, job.refusal, job.languages) == (FILM_CN, "", ())
    assert job.notes == (hint("No subtitles: this film has no subtitle track."),)
    plain = plan(silent(campaign, "none"), nothing)[1]
    assert (plain.key, plain.notes) == (job.key, ())


def test_a_missing_track_is_graver_where_captions_were_to_be_expected(campaign, sources):
    told = (warning("No subtitles: this film has no subtitle track."),)
    assert plan(silent(campaign, "clean"), replace(sources, tracks={}))[1].notes == told
    others = {("other", "en"): sources.tracks["stall", "en"]}
    assert plan(silent(campaign, ""), replace(sources, tracks=others))[1].notes == told


def test_subtitles_that_are_left_out_as_asked_are_named(campaign, sources):
    asks = (Deliverable(video="web-720p", captions="none", markets=("cn",)),)
    job = plan(replace(campaign, deliverables=asks), sources)[0]
    told = "No captions are asked for here; the film has subtitles in zh-Hans."
    assert job.notes == (hint(told),)


def test_a_track_that_cannot_be_read_refuses_what_would_show_it(campaign, campaign_file):
    (campaign_file.parent / "subtitles/stall.en.srt").unlink()
    found, problems = gather(campaign, campaign_file.parent)
    told = refusals(campaign, found)
    assert list(told) == [FILM_CN]
    assert "stall.en.srt" in told[FILM_CN]
    assert "stall.en.srt" in problems[0]


def test_a_still_of_another_version_is_said(campaign, sources):
    base = sources.films["stall"].video.time_base
    other = poster(campaign, still=picked(int(1 / base / 2), base, "ab" * 32, auto=False))
    assert "another version of the film" in str(plan(other, sources)[0].notes[0])
    same = picked(int(1 / base / 2), base, sources.films["stall"].sha256, auto=False)
    assert plan(poster(campaign, still=same), sources)[0].notes == ()


def test_an_open_still_is_planned_and_one_without_a_frame_refused(campaign, sources):
    waiting = poster(campaign, still=StillRef("auto"))
    job = plan(waiting, sources)[0]
    assert (job.refusal, job.poster_work.seconds) == ("", "")
    assert job.notes == (hint("The still is chosen when it is exported."),)
    none = replace(sources, unchosen={"stall": "no frame"})
    assert set(refusals(waiting, none).values()) == {"no frame"}


@pytest.mark.parametrize("still", ["soon", "99:99", "-1"])
def test_a_still_that_is_no_time_is_refused_with_its_words(campaign, sources, still):
    told = refusals(poster(campaign, still=StillRef(still)), sources)
    assert set(told) == {POSTER_CN, POSTER_UK}
    assert still in told[POSTER_CN]


def asks(campaign: Campaign, *more: Deliverable) -> Campaign:
    return replace(campaign, deliverables=more)


def test_what_is_asked_for_twice_is_made_once(campaign):
    twice = asks(campaign, Deliverable("kakao"), Deliverable("kakao", markets=("cn",)))
    assert [one.blank.output for one in outline(twice)] == [POSTER_CN, POSTER_UK]


def test_two_outputs_of_one_name_are_refused(campaign):
    flat = replace(campaign, outputs="{film}-{preset}.{ext}")
    with pytest.raises(BadValue, match=r"two outputs would be called stall-kakao\.jpg"):
        outline(flat)
    video = Deliverable(video="web-720p", captions="clean")
    both = asks(campaign, video, replace(video, captions="boxed"))
    with pytest.raises(BadValue, match="two outputs") as caught:
        outline(both)
    assert "{captions}" in caught.value.hint
    named = replace(both, outputs="{market}/{film}-{preset}-{captions}.{ext}")
    assert len(outline(named)) == 4


def test_an_unknown_preset_is_named_before_anything_is_read(campaign):
    with pytest.raises(BadValue, match="no preset “kakoa”") as caught:
        outline(asks(campaign, Deliverable("kakoa")))
    assert "kakao" in caught.value.hint


def test_more_outputs_than_anybody_wants_are_refused_soon(campaign):
    markets = tuple(Market(f"m{n}", ("en",)) for n in range(150))
    films = tuple(replace(campaign.films[0], id=f"f{n}") for n in range(500))
    with pytest.raises(BadValue, match="more than 20,000 outputs"):
        outline(replace(campaign, markets=markets, films=films))


@pytest.mark.parametrize(
    ("only", "outputs"),
    [
        (Only(market=frozenset({"uk"})), {POSTER_UK}),
        (Only(format=frozenset({"kakao"})), {POSTER_CN, POSTER_UK}),
        (Only(video=frozenset({"web-720p"})), {FILM_CN}),
        (Only(poster=frozenset({"lamp"}), market=frozenset({"cn"})), {POSTER_CN}),
        (
            Only(format=frozenset({"kakao"}), video=frozenset({"web-720p"})),
            {POSTER_CN, FILM_CN, POSTER_UK},
        ),
    ],
)  # fmt: skip
def test_only_takes_what_was_asked_for(campaign, only, outputs):
    assert {one.blank.output for one in outline(campaign, only)} == outputs


@pytest.mark.parametrize("field", ["film", "market", "format", "video", "poster"])
def test_only_names_what_is_there(campaign, field):
    with pytest.raises(BadValue, match=f"no {field} “stal”"):
        outline(campaign, Only(**{field: frozenset({"stal"})}))


def test_a_job_crosses_the_wire_unchanged(campaign, sources):
    for job in plan(poster(campaign, focus=(0.25, 0.5)), sources):
        assert Job.from_plain(job.to_plain()) == job
