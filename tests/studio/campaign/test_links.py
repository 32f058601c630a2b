"""Links are part of the document: saved beside the tracks, found again, kept by the journal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from studio.campaign.adding import add_track
from studio.campaign.arranging import duplicate_film, remove_film, remove_track, rename_film
from studio.campaign.differences import differences
from studio.campaign.document import Campaign, FilmEntry, TrackEntry
from studio.campaign.journal import Journal, read_journal
from studio.campaign.project import Links, Project
from studio.campaign.project_file import ChangedOutside, open_project, save_project
from studio.core.errors import CannotRead
from studio.subs import edits
from studio.subs.cue import Cue, Track
from studio.subs.linked import Linked
from studio.subs.linked_edits import LINKED_EDITS
from studio.subs.linking import Link, Pairing, flipped
from studio.subs.writing import write_track

TEXTS = ("A small lamp.", "The last bus", "has come", "The lighthouse")
PAIRING = Pairing(
    (Link((1,), (1,), 1.0), Link((2,), (2, 3), 0.7), Link((3,), (4,), 1.0, by_hand=True))
)
KEY = ("lamp", "zh-Hans", "en")
FILE = "subtitles/lamp.links.toml"


def track(language: str, *texts: str) -> Track:
    return Track(
        language,
        tuple(Cue(n, n * 1000, n * 1000 + 900, text) for n, text in enumerate(texts, 1)),
    )


A, B = track("zh-Hans", "灯", "末班车", "灯塔"), track("en", *TEXTS)


def project_of(*languages: str) -> Project:
    entries = tuple(TrackEntry(one, f"subtitles/lamp.{one}.srt") for one in languages)
    campaign = Campaign(name="x", films=(FilmEntry("lamp", "lamp.mp4", {"en": "L"}, entries),))
    return Project(campaign, {("lamp", one): track(one, *TEXTS) for one in languages})


@pytest.fixture
def project() -> Project:
    made = project_of("zh-Hans", "en").with_track("lamp", A)
    return made.with_linked("lamp", Linked(A, B, PAIRING))


@pytest.fixture
def saved(project: Project, tmp_path: Path) -> Path:
    (tmp_path / "lamp.mp4").touch()
    path = tmp_path / "campaign.toml"
    save_project(project, path, tmp_path, None)
    return path


def test_links_are_saved_and_read_again(project: Project, saved: Path) -> None:
    opened = open_project(saved)
    assert opened.project.links == project.links == {KEY: Links(FILE, PAIRING)}
    assert opened.problems == ()
    text = (saved.parent / FILE).read_text(encoding="utf-8")
    assert 'file = "lamp.zh-Hans.srt"' in text
    assert text.count("by_hand = true") == 1


def test_boundaries_that_are_locked_stay_so(project: Project, saved: Path) -> None:
    linked = project.linked("lamp", "zh-Hans", "en")
    assert linked is not None
    save_project(
        project.with_linked("lamp", replace(linked, locked=True)), saved, saved.parent, project
    )
    assert open_project(saved).project.links[KEY].locked


def test_only_links_that_differ_are_written_again(project: Project, saved: Path) -> None:
    opened = open_project(saved).project
    stamp = (saved.parent / FILE).stat().st_mtime_ns
    same = save_project(opened, saved, saved.parent, opened)
    assert FILE not in same.seen
    edited = opened.with_track("lamp", edits.set_text(opened.tracks["lamp", "en"], 1, "Other"))
    assert FILE in save_project(edited, saved, saved.parent, opened).seen
    assert (saved.parent / FILE).stat().st_mtime_ns != stamp


def test_links_find_their_cues_after_the_track_was_edited_elsewhere(saved: Path) -> None:
    shifted = edits.shift(track("en", "A title.", *TEXTS), 4000)
    write_track(shifted, saved.parent / "subtitles/lamp.en.srt")
    opened = open_project(saved)
    links = opened.project.links[KEY].pairing.links
    assert [(one.a, one.b) for one in links if one.a] == [
        ((1,), (2,)),
        ((2,), (3, 4)),
        ((3,), (5,)),
    ]
    assert Link((), (1,), 0.0) in links
    assert opened.problems == ()


def test_what_is_not_found_again_is_told_and_the_other_language_stays(saved: Path) -> None:
    write_track(track("en", *TEXTS[:3]), saved.parent / "subtitles/lamp.en.srt")
    opened = open_project(saved)
    assert opened.project.links[KEY].pairing.links[-1] == Link((3,), (), 0.5)
    (told,) = opened.problems
    assert told == f"{FILE}: 1 linked cue not found in the subtitles any more: en 00:00:04.000."


def test_a_links_file_that_cannot_be_read_is_told_and_left_alone(saved: Path) -> None:
    (saved.parent / FILE).write_text("links = 7", encoding="utf-8")
    opened = open_project(saved)
    assert opened.project.links == {}
    assert any(FILE in one for one in opened.problems)
    save_project(opened.project, saved, saved.parent, opened.project, opened.seen)
    assert (saved.parent / FILE).read_text(encoding="utf-8") == "links = 7"


def test_links_that_others_wrote_are_not_replaced_unasked(saved: Path) -> None:
    opened = open_project(saved)
    with (saved.parent / FILE).open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    linked = opened.project.linked("lamp", "zh-Hans", "en")
    changed = opened.project.with_linked("lamp", LINKED_EDITS["confirm"](linked, [1]))
    with pytest.raises(ChangedOutside, match=r"lamp\.links\.toml"):
        save_project(changed, saved, saved.parent, opened.project, opened.seen)


def test_a_track_that_is_edited_by_itself_takes_its_links_along(project: Project) -> None:
    deleted = project.with_track("lamp", edits.delete(B, [2]))
    assert deleted.links[KEY].pairing.links[1] == Link((2,), (3,), 0.7)
    typed = project.with_track("lamp", edits.set_text(B, 2, "Other"))
    assert typed.links is project.links


def test_seen_from_the_other_track_links_stay_as_they_are_kept(project: Project) -> None:
    linked = project.linked("lamp", "en", "zh-Hans")
    assert linked is not None
    assert linked.a.language == "zh-Hans"
    turned = Linked(B, A, flipped(PAIRING))
    assert project.with_linked("lamp", turned).links == project.links


def test_a_second_pair_of_a_film_has_a_file_of_its_own(tmp_path: Path) -> None:
    project = project_of("zh-Hans", "en", "ko")
    for one, other in (("zh-Hans", "en"), ("zh-Hans", "ko")):
        a, b = project.tracks["lamp", one], project.tracks["lamp", other]
        pairing = Pairing(tuple(Link((n,), (n,), 1.0) for n in range(1, 5)))
        project = project.with_linked("lamp", Linked(a, b, pairing))
    (tmp_path / "lamp.mp4").touch()
    save_project(project, tmp_path / "campaign.toml", tmp_path, None)
    assert open_project(tmp_path / "campaign.toml").project.links == project.links
    assert (tmp_path / "subtitles/lamp.zh-Hans.ko.links.toml").is_file()
    # A cue that goes leaves the links of both pairs.
    linked = project.linked("lamp", "zh-Hans", "en")
    gone = project.with_linked("lamp", LINKED_EDITS["delete"](linked, [1]))
    assert gone.links["lamp", "zh-Hans", "ko"].pairing.links[0] == Link((), (1,), 1.0)


def test_films_and_tracks_that_are_arranged_take_their_links_along(project: Project) -> None:
    renamed = rename_film(project, "lamp", "light")
    assert renamed.links == {("light", *KEY[1:]): Links("subtitles/light.links.toml", PAIRING)}
    twice = duplicate_film(project, "lamp")
    assert twice.links["lamp-2", "zh-Hans", "en"].file == "subtitles/lamp-2.links.toml"
    assert remove_track(project, "lamp", "en").links == {}
    assert remove_film(twice, "lamp").links.keys() == {("lamp-2", "zh-Hans", "en")}


def test_the_journal_keeps_links_and_packs_only_what_changed(project: Project, saved: Path) -> None:
    journal = Journal(saved, saved.parent)
    journal.write(project)
    parts = journal.place / "parts"
    before = {one.name for one in parts.iterdir()}
    linked = project.linked("lamp", "zh-Hans", "en")
    confirmed = project.with_linked("lamp", LINKED_EDITS["confirm"](linked, [1]))
    journal.write(confirmed)
    assert read_journal(journal.place, saved.parent).project == confirmed
    assert len({one.name for one in parts.iterdir()} - before) == 1
    assert differences(project, confirmed) == ("The links between zh-Hans and en in lamp differ.",)
    wrong = replace(project, links={KEY: Links(FILE, Pairing(PAIRING.links[1:]))})
    journal.write(wrong)
    journal.write(wrong)
    with pytest.raises(CannotRead, match="damaged"):
        read_journal(journal.place, saved.parent)
    journal.close()


def test_a_track_added_later_has_no_links_yet(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "lamp.ko.srt"
    write_track(track("ko", *TEXTS), path)
    grown = add_track(project, tmp_path, path, "lamp", "ko")
    assert grown.linked("lamp", "zh-Hans", "ko") is None
    assert grown.links == project.links
