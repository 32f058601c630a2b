"""`campaign.toml`: strict reading, and writing that keeps what a person wrote around it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from studio.campaign.document import picked
from studio.campaign.file import campaign_text, load_campaign, save_campaign
from studio.core.errors import BadValue, CannotRead
from studio.typeset.adjust import Adjust

TEXT = """# our campaign
schema = 1
name = "Small Lights"   # the name
version = "v01"

[[films]]
id = "night-stall"
source = "films/night-stall.mp4"  # cut 4
title = { zh-Hans = "夜摊", en = "The Night Stall" }

[[films.tracks]]
language = "zh-Hans"
file = "subtitles/night-stall.zh-Hans.srt"

# the lamp
[[films.posters]]
id = "lamp"
template = "quiet-line"
still = "00:00:41.208"            # or auto
focus = [0.62, 0.40]
copy = { zh-Hans = "灯不大，\\n够一个人回家。", en = "A small lamp. Enough to get home by." }

[[markets]]
id = "cn"
languages = ["zh-Hans", "en"]      # primary first

[[deliverables]]
format = "wechat-cover"            # a poster
markets = ["cn"]

[[deliverables]]
video = "web-1080p"
captions = "cinema-bilingual"
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "campaign.toml"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_saving_what_was_loaded_changes_no_byte(path):
    save_campaign(load_campaign(path), path)
    assert path.read_text(encoding="utf-8") == TEXT


def test_every_comment_survives_an_edit(path):
    campaign = load_campaign(path)
    poster = replace(
        campaign.films[0].posters[0],
        still=picked(5, Fraction(1, 24000), "ab" * 32, auto=True),
        copy={"zh-Hans": "灯", "en": "A lamp"},
    )
    edited = campaign.with_poster("night-stall", poster)
    edited = edited.with_poster("night-stall", replace(poster, id="second", focus=None))
    save_campaign(edited, path)
    text = path.read_text(encoding="utf-8")
    assert load_campaign(path) == edited
    for comment in ("# our campaign", "# the name", "# cut 4", "# the lamp", "# a poster"):
        assert comment in text


def test_a_campaign_written_without_a_former_text_reads_back_the_same(path):
    campaign = load_campaign(path)
    path.write_text(campaign_text(campaign), encoding="utf-8")
    assert load_campaign(path) == campaign


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("template", "templat"), "Did you mean “template”?"),
        (("0.62", "1.62"), "must be two numbers from 0 to 1"),
        (("films/night-stall", "../night-stall"), "leaves the folder"),
        (("films/night-stall.mp4", "/etc/passwd"), "is not a path inside"),
        (('"cn"]', '"kr"]'), "there is no “kr”"),
        (('id = "lamp"', 'id = "a/b"'), "cannot be a file name"),
        (('["zh-Hans", "en"]', "[]"), "must name one or two languages"),
        (("schema = 1", "schema = 2"), "schema is 2"),
        (('still = "00:00:41.208"', "still = 41"), "must be “auto”"),
        (("captions =", "copy ="), "copy is not a known key"),
    ],
)
def test_what_is_wrong_is_named_by_its_path(path, wrong, said):
    path.write_text(TEXT.replace(*wrong, 1), encoding="utf-8")
    with pytest.raises(BadValue, match=str(path)) as caught:
        load_campaign(path)
    assert said in str(caught.value)


def test_all_problems_are_named_at_once(path):
    broken = TEXT.replace('template = "quiet-line"\n', "").replace("focus = [0.62", 'focus = ["a"')
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(BadValue) as caught:
        load_campaign(path)
    assert "template is missing" in str(caught.value)
    assert "focus[0] must be a number" in str(caught.value)


def test_a_file_that_is_no_toml_is_said_with_its_line(path):
    path.write_text(TEXT + "\nname", encoding="utf-8")
    with pytest.raises(CannotRead, match="not valid TOML"):
        load_campaign(path)


def test_sources_may_lie_outside_only_by_leave(path):
    path.write_text(TEXT.replace("films/night-stall", "../night-stall"), encoding="utf-8")
    assert load_campaign(path, outside=True).films[0].source == "../night-stall.mp4"


BY_HAND = """adjust."zh-Hans" = [{ at = 3, kern = -0.05 }, { at = 6, size = 1.2, shift = 0.1 }]
"""


def test_characters_set_by_hand_are_read_and_written(path):
    path.write_text(TEXT.replace("\n[[markets]]", BY_HAND + "\n[[markets]]", 1), encoding="utf-8")
    campaign = load_campaign(path)
    (poster,) = campaign.films[0].posters
    assert poster.adjust == {
        "zh-Hans": (Adjust(3, kern=-0.05), Adjust(6, size=1.2, shift=0.1)),
    }
    assert campaign_text(campaign, path.read_text(encoding="utf-8")) == path.read_text("utf-8")
    more = poster.with_adjust("en", (Adjust(0, kern=0.1),))
    save_campaign(campaign.with_poster("night-stall", more), path)
    assert load_campaign(path).films[0].posters == (more,)
    assert more.with_adjust("en", ()) == poster


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{ at = 0, kern = 9 }", "kern must be -1 to 3"),
        ("{ kern = 0.1 }", "at"),
        ("{ at = 0, wide = 1 }", "wide"),
        ('{ at = "a" }', "at"),
    ],
)
def test_a_wrong_adjustment_is_refused_by_its_name(path, row, said):
    text = TEXT.replace("\n[[markets]]", f"adjust.en = [{row}]\n\n[[markets]]", 1)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadValue, match=said):
        load_campaign(path)


def test_what_was_set_by_hand_follows_its_characters(path):
    (poster,) = load_campaign(path).films[0].posters
    kept = poster.with_adjust("zh-Hans", (Adjust(5, kern=0.2),)).with_adjust("en", (Adjust(0),))
    broken = kept.with_copy({"zh-Hans": "灯不大，够一个人回家。"})
    assert broken.adjust == {"zh-Hans": (Adjust(4, kern=0.2),)}


def test_where_copy_was_put_is_read_and_written(path):
    own = "place.portrait = [0.5, 0.25]\n"
    path.write_text(TEXT.replace("\n[[markets]]", own + "\n[[markets]]", 1), encoding="utf-8")
    campaign = load_campaign(path)
    assert campaign.films[0].posters[0].place == {"portrait": (0.5, 0.25)}
    assert campaign_text(campaign, path.read_text("utf-8")) == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("place.tall = [0.5, 0.5]", "tall must be one of column, portrait"),
        ("place.square = [0.5, 2]", "two numbers from 0 to 1"),
    ],
)
def test_a_place_that_is_none_is_refused(path, row, said):
    path.write_text(TEXT.replace("\n[[markets]]", f"{row}\n\n[[markets]]", 1), encoding="utf-8")
    with pytest.raises(BadValue, match=said):
        load_campaign(path)
