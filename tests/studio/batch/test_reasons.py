"""Why an output is to be made: each change is named, and only what changed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from studio.batch.export import Order, export, prepare
from studio.batch.made import load_made
from studio.batch.reasons import gathered
from studio.batch.remark import Remark, from_plain, hint, to_plain, warning
from studio.batch.run import states
from studio.campaign.document import Campaign, StillRef
from studio.campaign.file import load_campaign
from studio.core.files import write_text
from studio.core.places import presets_folder
from studio.core.said import Said, said
from studio.typeset.adjust import Adjust
from tests.drawn import draw_film
from tests.studio.batch.conftest import CAMPAIGN, SRT

POSTER_CN, FILM_CN, POSTER_UK = (
    "cn/stall/stall-lamp-kakao.jpg",
    "cn/stall/stall-web-720p.mp4",
    "uk/stall/stall-lamp-kakao.jpg",
)
CUES = "\n".join(
    f"{n}\n00:00:0{n // 4},{n % 4 * 240:03} --> 00:00:0{n // 4},{n % 4 * 240 + 200:03}\nLine {n}\n"
    for n in range(1, 5)
)


@pytest.fixture(scope="module")
def made(tmp_path_factory, film):
    folder = tmp_path_factory.mktemp("reasons")
    (folder / "films").mkdir()
    (folder / "subtitles").mkdir()
    shutil.copyfile(film, folder / "films/stall.mp4")
    write_text(folder / "subtitles/stall.zh-Hans.srt", SRT.format("灯不大。"))
    write_text(folder / "subtitles/stall.en.srt", CUES)
    write_text(folder / "campaign.toml", CAMPAIGN)
    export(folder / "campaign.toml", load_campaign(folder / "campaign.toml"), Order(folder / "out"))
    return folder


@pytest.fixture
def copied(made, tmp_path):
    shutil.copytree(made, tmp_path / "made")
    return tmp_path / "made"


def told(folder: Path, campaign: Campaign | None = None) -> dict[str, tuple[str, ...]]:
    asked = campaign or load_campaign(folder / "campaign.toml")
    found = states(prepare(asked, folder).jobs, folder / "out")
    return {one.job.output: one.reasons for one in found if one.reasons}


def with_poster(folder: Path, **changes: object) -> Campaign:
    campaign = load_campaign(folder / "campaign.toml")
    poster = replace(campaign.films[0].posters[0], **changes)  # type: ignore[arg-type]
    return campaign.with_poster("stall", poster)


def test_what_is_up_to_date_has_no_reason(copied):
    assert told(copied) == {}


COPY = {"zh-Hans": "灯不大。", "en": "A small lamp."}
POSTERS = {
    "copy": ({"copy": COPY | {"en": "Night."}}, "The English line of poster lamp changed"),
    "title": ({"title": {"en": "X"}}, "The English title of stall changed"),
    "focus": ({"focus": (0.2, 0.5)}, "The focus of poster lamp moved"),
    "adjust": (
        {"adjust": {"en": (Adjust(1, size=1.2),)}},
        "Letters of poster lamp were set by hand",
    ),
    "place": ({"place": {"landscape": (0.5, 0.25)}}, "The copy of poster lamp was moved"),
    "still": ({"still": StillRef("00:00:00.9")}, "Poster lamp shows another still"),
    "template": ({"template": "centred-title"}, "Poster lamp uses another template"),
}


@pytest.mark.parametrize("name", POSTERS)
def test_a_change_of_a_poster_is_named(copied, name):
    changes, words = POSTERS[name]
    assert told(copied, with_poster(copied, **changes)) == {
        POSTER_CN: (words,),
        POSTER_UK: (words,),
    }


def test_two_changes_are_two_reasons_and_gathered_by_reason(copied):
    both = with_poster(copied, copy=COPY | {"zh-Hans": "夜。"}, focus=(0.2, 0.5))
    found = told(copied, both)
    line, focus = "The Simplified Chinese line of poster lamp changed", "The focus of poster lamp"
    assert found[POSTER_UK] == (f"{focus} moved",)
    assert sorted(found[POSTER_CN]) == [line, f"{focus} moved"] or set(found[POSTER_CN]) == {
        line,
        f"{focus} moved",
    }
    causes = gathered(found.items())
    assert [(one.text, len(one.outputs)) for one in causes] == [(f"{focus} moved", 2), (line, 1)]
    assert isinstance(causes[0].text, Said)


EDITS = {
    "one": (("Line 2", "Other"), "1 cue of English changed (2)"),
    "two": (("Line 2", "Other", "Line 4", "More"), "2 cues of English changed (2, 4)"),
    "removed": ((CUES.split("\n\n")[1] + "\n\n", ""), "1 cue of English was removed"),
    "all": (("Line", "Linie"), "Every cue of English changed"),
}


@pytest.mark.parametrize("name", EDITS)
def test_cues_that_changed_are_counted_and_named(copied, name):
    changes, words = EDITS[name]
    path = copied / "subtitles/stall.en.srt"
    text = path.read_text("utf-8")
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    assert told(copied) == {FILM_CN: (words,)}


def test_another_film_edited_presets_and_files_touched_outside_are_told(copied, monkeypatch):
    own = copied / "config/presets/captions"
    own.mkdir(parents=True)
    monkeypatch.setenv("LOBBYCARD_CONFIG", str(copied / "config"))
    style = (presets_folder() / "captions/clean.toml").read_text("utf-8")
    (own / "clean.toml").write_text(style.replace("size = 4.6", "size = 4.7", 1), "utf-8")
    (copied / "out" / POSTER_UK).unlink()
    (copied / "out" / POSTER_CN).write_bytes(b"edited")
    assert told(copied) == {
        POSTER_CN: ("The file was changed outside",),
        FILM_CN: ("Caption style clean was edited",),
        POSTER_UK: ("The file was removed outside",),
    }
    draw_film(copied / "films/stall.mp4", frames=20)
    assert told(copied)[FILM_CN] == (
        "The film stall was replaced",
        "Caption style clean was edited",
    )


def test_what_was_never_made_is_told_from_a_file_of_somebody_else(copied):
    (copied / "out/.lobbycard/made.jsonl").unlink()
    (copied / "out" / FILM_CN).unlink()
    assert told(copied) == {
        POSTER_CN: ("A file that was not made here is in its place",),
        FILM_CN: ("Never made",),
        POSTER_UK: ("A file that was not made here is in its place",),
    }


def test_versions_and_ledgers_of_before(copied, monkeypatch):
    monkeypatch.setattr("studio.batch.plan.makers", lambda: ("another",))
    monkeypatch.setattr("studio.batch.ingredients.makers", lambda: ("another",))
    assert set(told(copied).values()) == {("Made by an older version",)}
    ledger = copied / "out/.lobbycard/made.jsonl"
    old = ledger.read_text("utf-8").replace('"made_of"', '"made_for"')
    assert old
    lines = [
        f'{{"path": "{name}", "job": "{one.job}", "sha256": "{one.sha256}", "problems": ["warm"]}}'
        for name, one in load_made(copied / "out").items()
    ]
    ledger.write_text("\n".join(lines) + "\n", "utf-8")
    assert set(told(copied).values()) == {("Made before reasons were kept",)}
    assert load_made(copied / "out")[FILM_CN].problems == (hint("warm"),)


def test_a_remark_keeps_its_sentence_on_its_way_through_the_ledger():
    inner = said("{n} pixels", n=4)
    remark = warning(said("{what} is {size:.1f} wide, {more}", what="It", size=2.25, more=inner))
    again = from_plain(to_plain(remark))
    assert again == remark
    assert isinstance(again.message, Said)
    assert again.message.template == remark.message.template
    assert again.message.values == remark.message.values


HOSTILE = [
    ["{a:>999999999}", {"a": "x"}],
    ["{a.__class__}", {"a": "x"}],
    ["{a[0]}", {"a": "x"}],
    ["{b}", {"a": "x"}],
    ["another sentence", {}],
    "text",
]


@pytest.mark.parametrize("sentence", HOSTILE)
def test_a_sentence_that_is_not_ours_is_only_its_message(sentence):
    plain = {"severity": "hint", "message": "as it stands", "said": sentence}
    found = from_plain(plain)
    assert found == Remark("hint", "as it stands")
    assert not isinstance(found.message, Said)


@pytest.mark.parametrize("plain", [None, 1, {}, {"severity": "loud", "message": "x"}])
def test_what_is_no_remark_is_refused(plain):
    with pytest.raises(ValueError, match="no remark"):
        from_plain(plain)


def test_captions_that_come_or_go_are_told_once(copied):
    asked = load_campaign(copied / "campaign.toml")
    film = replace(asked.films[0], tracks=())
    mute = replace(asked, films=(film,))
    assert told(copied, mute) == {FILM_CN: ("web-720p is to have no captions now",)}
    export(copied / "campaign.toml", mute, Order(copied / "out"))
    assert told(copied, asked) == {FILM_CN: ("web-720p is to have captions now",)}
