"""Whatever is edited: the file says the campaign again, and keeps what a person wrote around it."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from fractions import Fraction

import pytest

from studio.campaign.document import (
    Campaign,
    Deliverable,
    FilmEntry,
    Market,
    PosterEntry,
    StillRef,
    TrackEntry,
    picked,
)
from studio.campaign.file import campaign_text
from studio.core.plain import structure

TEXT = """# our campaign
schema = 1
name = "Small Lights"   # the name
version = "v01"

# first film
[[films]]
id = "stall"
source = "films/stall.mp4"  # cut 4
title = { zh-Hans = "夜摊", en = "The Night Stall" } # both

[[films.tracks]]
language = "zh-Hans" # ours
file = "subtitles/stall.zh-Hans.srt"

[[films.tracks]]
language = "en"
file = "subtitles/stall.en.srt"

[[films.posters]]
id = "lamp"
template = "quiet-line" # quiet
still = "00:00:41.208"            # or auto
focus = [0.62, 0.40]
[films.posters.copy]
# two lines
zh-Hans = '''
灯不大，
够一个人回家。'''
en = "A small lamp." # short

[[films]]
id = "bus"
source = "films/bus.mp4" # last bus

[[markets]]
id = "cn"
languages = ["zh-Hans", "en"]      # primary first

[[markets]]
id = "uk"
languages = ["en"] # alone

[[deliverables]]
format = "wechat-cover"            # a poster
markets = ["cn"]

[[deliverables]]
format = "kakao" # wide

[[deliverables]]
video = "web-1080p" # for the site
captions = "cinema-bilingual"
"""


def read(text: str) -> Campaign:
    return structure(tomllib.loads(text), Campaign, "text")


def comments(text: str) -> set[str]:
    return {line.rpartition("#")[2].strip() for line in text.splitlines() if "#" in line}


WORDS = (
    *("灯", "A lamp", 'with "quotes"', "two\nlines", "# no comment"),
    *("\\ back", "é", "👩‍🚀", " ", "'''"),
)


def text(rng: random.Random) -> str:
    return rng.choice(WORDS) + str(rng.randrange(100))


def shuffled(rng: random.Random, values: tuple) -> tuple:
    return tuple(rng.sample(values, len(values)))


def edited_film(rng: random.Random, campaign: Campaign) -> Campaign:
    film = rng.choice(campaign.films)
    number = rng.randrange(1000)
    change = rng.choice(
        [
            {"source": f"films/{number}.mp4"},
            {"title": {"en": text(rng), "ko": text(rng)}},
            {"title": {}},
            {"tracks": (*film.tracks, TrackEntry(f"x{chr(97 + number % 26)}", f"{number}.srt"))},
            {"tracks": shuffled(rng, film.tracks)},
            {"tracks": ()},
            {"posters": (*film.posters, PosterEntry(f"p{number}", "split", copy={"en": "A"}))},
            {"posters": shuffled(rng, film.posters)},
        ]
    )
    if len({one.language for one in change.get("tracks", ())}) < len(change.get("tracks", ())):
        return campaign
    return campaign.with_film(replace(film, **change))


def edited_poster(rng: random.Random, campaign: Campaign) -> Campaign:
    film = rng.choice([film for film in campaign.films if film.posters] or [None])
    if film is None:
        return campaign
    change = rng.choice(
        [
            {"still": picked(rng.randrange(10**6), Fraction(1, 24000), "ab" * 32, auto=True)},
            {"still": StillRef("auto")},
            {"focus": (round(rng.random(), 3), 1.0)},
            {"focus": None},
            {"copy": {"en": text(rng)}},
            {"copy": {}},
            {"title": {"zh-Hans": text(rng), "en": text(rng)}},
            {"template": "split"},
        ]
    )
    return campaign.with_poster(film.id, replace(rng.choice(film.posters), **change))


def edited_whole(rng: random.Random, campaign: Campaign) -> Campaign:
    number = rng.randrange(1000)
    change = rng.choice(
        [
            {"name": text(rng)},
            {"outputs": "{market}/{film}-{preset}.{ext}"},
            {"films": (*campaign.films, FilmEntry(f"f{number}", "f.mp4", {"en": text(rng)}))},
            {"films": shuffled(rng, campaign.films)},
            {"markets": (*campaign.markets, Market(f"m{number}", ("en",), text(rng), text(rng)))},
            {"markets": shuffled(rng, campaign.markets)},
            {"deliverables": shuffled(rng, campaign.deliverables)},
            {"deliverables": (Deliverable("kakao", posters=("lamp",)), *campaign.deliverables)},
            {"deliverables": (*campaign.deliverables, Deliverable(video="a", captions="none"))},
        ]
    )
    return replace(campaign, **change)


@pytest.mark.parametrize("seed", range(60))
def test_any_edits_read_back_as_what_they_were(seed):
    rng = random.Random(seed)
    before, campaign = TEXT, read(TEXT)
    for _ in range(8):
        edit = rng.choice([edited_film, edited_poster, edited_whole])
        changed = edit(rng, campaign)
        after = campaign_text(changed, before)
        assert read(after) == changed
        # What edits took away takes its comments along; these stand on what is never taken away.
        stay = {"our campaign", "the name", "cut 4", "last bus", "primary first", "alone"}
        assert stay | {"a poster", "wide", "for the site"} <= comments(after)
        before, campaign = after, changed


def test_rows_in_another_order_take_their_comments_along():
    campaign = read(TEXT)
    turned = replace(campaign, films=campaign.films[::-1], deliverables=campaign.deliverables[::-1])
    after = campaign_text(turned, TEXT)
    assert read(after) == turned
    # What stands above a row belongs to the text, not to the row.
    assert comments(after) == comments(TEXT)
    assert after.index("last bus") < after.index("cut 4")
    assert after.index("for the site") < after.index("wide") < after.index("a poster")


def test_a_deliverable_taken_away_leaves_the_comments_of_the_others():
    campaign = read(TEXT)
    left = replace(campaign, deliverables=campaign.deliverables[1:])
    after = campaign_text(left, TEXT)
    assert read(after) == left
    assert comments(TEXT) - comments(after) == {"a poster"}


def test_an_edit_touches_its_lines_only():
    campaign = read(TEXT)
    poster = replace(campaign.films[0].posters[0], template="split", focus=(0.5, 0.5))
    after = campaign_text(campaign.with_poster("stall", poster), TEXT)
    old, new = TEXT.splitlines(), after.splitlines()
    assert len(old) == len(new)
    assert [(a, b) for a, b in zip(old, new, strict=True) if a != b] == [
        ('template = "quiet-line" # quiet', 'template = "split" # quiet'),
        ("focus = [0.62, 0.40]", "focus = [0.5, 0.5]"),
    ]


def test_a_file_of_windows_keeps_its_line_ends():
    campaign = read(TEXT)
    windows = TEXT.replace("\n", "\r\n")
    assert campaign_text(campaign, windows) == windows
    grown = replace(campaign, name="Other", outputs="{film}-{preset}.{ext}")
    grown = replace(grown, markets=(*grown.markets, Market("kr", ("ko",))))
    after = campaign_text(grown, windows)
    assert after.count("\n") == after.count("\r\n")
    assert read(after) == grown
    assert comments(after) == comments(TEXT)


ODD = {
    "inline films": 'films = [ { id = "a", source = "a.mp4" }, '
    '{ id = "b", source = "b.mp4" } ] # two\nname = "x"\nversion = "v01"\n',
    "dotted keys": 'name = "x"\n[[films]]\nid = "a"\nsource = "a.mp4"\ntitle.en = "A" # english\n'
    'title.ko = "가"\n[[films]]\nid = "b"\nsource = "b.mp4"\n',
    "quoted keys": '"name" = "x"\n[["films"]]\n"id" = "a"\n\'source\' = "a.mp4"\n'
    '[[films]]\nid = "b"\nsource = "b.mp4"\n',
    "tables out of order": '[[films]]\nid = "a"\nsource = "a.mp4"\n[[markets]]\nid = "cn"\n'
    'languages = ["en"]\n[[films.posters]]\nid = "p"\ntemplate = "split"\n[[films]]\nid = "b"\n'
    'source = "b.mp4"\n',
    "no end of line": 'name = "x"\n[[films]]\nid = "a"\nsource = "a.mp4"\n[[films]]\nid = "b"\n'
    'source = "b.mp4" # end',
    "broken": 'name = "x\n[[films',
    "another form": 'colour = "red"\n',
    "empty": "",
    "words only": "# nothing yet\n",
}  # fmt: skip


@pytest.mark.parametrize("name", ODD)
def test_files_written_in_odd_ways_can_be_edited(name):
    campaign = Campaign(
        name="New",
        films=(
            FilmEntry("b", "c.mp4", {"en": "B"}),
            FilmEntry("a", "a.mp4", {"en": "C"}, (TrackEntry("en", "a.srt"),)),
        ),
        markets=(Market("cn", ("zh-Hans", "en")),),
        deliverables=(Deliverable("kakao"),),
    )
    text = ODD[name]
    for _ in range(2):
        text = campaign_text(campaign, text)
        assert read(text) == campaign
    same = replace(campaign, films=campaign.films[::-1], outputs="{film}-{preset}.{ext}")
    assert read(campaign_text(same, ODD[name])) == same


def test_inline_rows_stay_inline():
    text = ODD["inline films"]
    campaign = read(text)
    renamed = campaign.with_film(replace(campaign.films[0], source="other.mp4"))
    after = campaign_text(renamed, text)
    assert after.splitlines()[0] == text.splitlines()[0].replace('"a.mp4"', '"other.mp4"')
    assert read(after) == renamed


def test_saving_twice_changes_nothing_more():
    campaign = replace(read(TEXT), name="Other")
    once = campaign_text(campaign, TEXT)
    assert campaign_text(campaign, once) == once
