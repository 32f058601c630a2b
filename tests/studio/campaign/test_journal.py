"""The journal gives back the project as it was, whatever happened to the machine or to the file."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

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
from studio.campaign.journal import (
    SET_ASIDE,
    Journal,
    Kept,
    discard,
    folder_of,
    left_behind,
    open_elsewhere,
    own_folder,
    read_journal,
    set_aside,
)
from studio.campaign.packing import Packer
from studio.campaign.project import Marks, Project, TrackForm
from studio.core.errors import BadValue, CannotWrite, StudioError
from studio.core.said import Said, said
from studio.subs.cue import Cue, Frame, Piece, Track

WORDS = (
    "灯不大，\n够一个人回家。",
    "A lamp",
    "'''\"\\",
    "\ud83d",
    "\ude00\ud83d\ude00",
    "é",
    "",
    "<i>",
)


def word(rng: random.Random) -> str:
    return rng.choice(WORDS) + str(rng.randrange(1000))


def texts(rng: random.Random) -> dict[str, str]:
    return {language: word(rng) for language in rng.sample(["en", "zh-Hans", "ko"], 2)}


def a_still(rng: random.Random) -> StillRef:
    frame = picked(rng.randrange(10**9), Fraction(1, 24000), "ab" * 32, auto=rng.random() < 0.5)
    return rng.choice([StillRef(), StillRef("00:00:41.208"), frame])


def a_poster(rng: random.Random, name: str) -> PosterEntry:
    focus = rng.choice([None, (rng.random(), rng.random())])
    return PosterEntry(name, "split", a_still(rng), focus, texts(rng), texts(rng))


def a_film(rng: random.Random, name: str) -> FilmEntry:
    tracks = tuple(TrackEntry(tag, f"{name}.{tag}.srt") for tag in ("en", "zh-Hans"))
    posters = tuple(a_poster(rng, f"p{at}") for at in range(rng.randrange(3)))
    return FilmEntry(name, f"films/{name}.mp4", texts(rng), tracks, posters)


def a_track(rng: random.Random, language: str, count: int) -> Track:
    ids = rng.sample(range(1, count * 3 + 2), count)
    cues = (
        Cue(id, rng.randrange(-5, 10**7), rng.randrange(10**7), word(rng), word(rng)) for id in ids
    )
    return Track(language, tuple(cues))


def a_project(seed: int, cues: int = 40) -> Project:
    rng = random.Random(seed)
    films = tuple(a_film(rng, f"film-{at}") for at in range(rng.randrange(4)))
    numbers = tuple(rng.sample(range(10**6), 3))
    campaign = Campaign(
        name=word(rng),
        films=films,
        markets=(Market("cn", ("zh-Hans", "en"), word(rng), word(rng)),),
        deliverables=(Deliverable("kakao", posters=("p0",)), Deliverable(video="a")),
    )
    keys = [(film.id, track.language) for film in films for track in film.tracks]
    return Project(
        campaign,
        {key: a_track(rng, key[1], rng.randrange(cues)) for key in keys},
        {key: TrackForm(rng.choice(["srt", "ass"]), "utf-8") for key in keys},
        {film.id: Marks("cd" * 32, numbers, (), numbers[:1], ()) for film in films},
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "campaign.toml"


def head_of(place: Path) -> dict:
    return json.loads((place / "head.json").read_bytes().decode("utf-8", "surrogatepass"))


def kept(journal: Journal, folder: Path) -> Kept:
    return read_journal(journal.place, folder)


def dead(path: Path | None, folder: Path, *projects: Project) -> Path:
    """The journal of a window that ended without a word."""
    journal = Journal(path, folder)
    for project in projects:
        journal.write(project)
    journal._held.close()
    return journal.place


@pytest.mark.parametrize("seed", range(40))
def test_any_project_comes_back_as_it_was(path: Path, seed: int) -> None:
    project = a_project(seed)
    journal = Journal(path, path.parent)
    journal.write(project)
    assert kept(journal, path.parent).project == project
    journal.close()


@pytest.mark.parametrize("seed", range(10))
def test_edit_after_edit_the_last_one_comes_back(path: Path, seed: int) -> None:
    rng = random.Random(seed)
    journal = Journal(path, path.parent)
    cues = a_track(rng, "en", 3000).cues
    project = replace(a_project(seed), tracks={("film-0", "en"): Track("en", cues)})
    for step in range(8):
        cues = project.tracks["film-0", "en"].cues
        at = rng.randrange(len(cues))
        new = Cue(10_000 + step, 5, 6, word(rng))
        cues = (*cues[:at], new, *cues[at + rng.randrange(2) :])
        project = project.with_track("film-0", Track("en", cues))
        journal.write(project)
        assert kept(journal, path.parent).project == project
    journal.close()


def test_what_stood_beside_the_cues_comes_back_too(path: Path) -> None:
    pieces = tuple(Piece(id, "\n\n", f"{id}: as it stood") for id in range(1, 2001))
    frame = Frame("vtt", "WEBVTT\n\nSTYLE\n", pieces, "\n", "\r\n")
    cues = tuple(Cue(id, id * 1000, id * 1000 + 900, "x") for id in range(1, 2001))
    project = Project(tracks={("a", "en"): Track("en", cues, frame)})
    journal = Journal(path, path.parent)
    journal.write(project)
    again = kept(journal, path.parent).project
    assert again is not None
    assert again.tracks["a", "en"].frame == frame
    edited = project.with_track("a", project.tracks["a", "en"].with_cues(cues[1:]))
    packer = Packer()
    packer.pack(project)
    # What stands beside the cues is written once, however many edits follow.
    assert len(packer.pack(edited).fresh) == 1
    journal.close()


def test_one_changed_cue_writes_one_small_part(path: Path) -> None:
    cues = tuple(Cue(id, id * 1000, id * 1000 + 900, f"Line {id}") for id in range(1, 20_001))
    project = Project(tracks={("a", "en"): Track("en", cues)})
    packer = Packer()
    first = packer.pack(project)
    edited = replace(cues[7000], text="Another")
    track = Track("en", (*cues[:7000], edited, *cues[7001:]))
    second = packer.pack(project.with_track("a", track))
    assert len(second.fresh) == 1
    assert sum(map(len, second.fresh.values())) < 50_000
    inserted = Track("en", (*cues[:7000], Cue(30_001, 0, 1, "New"), *cues[7000:]))
    third = packer.pack(project.with_track("a", inserted))
    assert len(third.fresh) == 1
    assert len(first.names) > 30


def test_labels_come_back_for_any_language(path: Path) -> None:
    label = said("Add {name} to {film}", name="b.srt", film=said("the {n}th film", n=3))
    journal = Journal(path, path.parent)
    journal.write(Project(), ("plain", label))
    labels = kept(journal, path.parent).account.labels
    assert labels == ("plain", label)
    again = labels[1]
    assert isinstance(again, Said)
    assert (again.template, again.values) == (label.template, label.values)
    journal.close()


def test_a_label_made_to_harm_is_shown_as_it_stands(path: Path) -> None:
    odd = Said("{x}", {"x": 1})
    for template in ("{x:>99999999}", "{x.__class__}", "{y}", "{", "{0}"):
        odd.template = template
        journal = Journal(path, path.parent)
        journal.write(Project(), (odd,))
        assert kept(journal, path.parent).account.labels == (template,)
        journal.close()


def test_parts_that_nobody_names_are_swept(path: Path) -> None:
    journal = Journal(path, path.parent)
    for seed in range(6):
        journal.write(a_project(seed))
    named = len(Packer().pack(a_project(5)).names | Packer().pack(a_project(4)).names)
    assert len(list((journal.place / "parts").iterdir())) == named
    journal.close()


# -- whose it is --------------------------------------------------------------------------


def test_a_closed_journal_leaves_nothing(path: Path) -> None:
    journal = Journal(path, path.parent)
    journal.write(a_project(1))
    journal.close()
    assert left_behind(path) == ()
    assert list(folder_of(path).iterdir()) == []


def test_a_cleared_journal_goes_on(path: Path) -> None:
    journal = Journal(path, path.parent)
    journal.write(a_project(1))
    journal.clear()
    assert not (journal.place / "head.json").exists()
    journal.write(a_project(1))
    assert kept(journal, path.parent).project == a_project(1)
    journal.close()


def test_a_journal_in_use_is_not_offered_and_is_seen(path: Path) -> None:
    first = Journal(path, path.parent)
    first.write(a_project(1))
    assert left_behind(path) == ()
    assert open_elsewhere(path)
    assert not open_elsewhere(path, but=first.place)
    second = Journal(path, path.parent)
    second.write(a_project(2))
    assert kept(first, path.parent).project == a_project(1)
    second.close()
    first.close()
    assert not open_elsewhere(path)


def test_what_a_killed_process_held_is_free_again(path: Path) -> None:
    code = (
        "import os, sys, signal; from pathlib import Path\n"
        "from studio.campaign.journal import Journal\n"
        "from studio.campaign.project import Project\n"
        "journal = Journal(Path(sys.argv[1]), Path(sys.argv[1]).parent)\n"
        "journal.write(Project(), ('one', 'two'))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert done.returncode < 0
    (found,) = left_behind(path)
    assert found.account is not None
    assert found.account.labels == ("one", "two")
    assert not open_elsewhere(path)


def test_without_a_file_it_lies_in_the_person_s_folder(tmp_path: Path) -> None:
    place = dead(None, tmp_path, a_project(3))
    assert place.parent == own_folder()
    (found,) = left_behind(None)
    assert found.account is not None
    assert (found.account.path, found.account.folder) == ("", str(tmp_path))


def test_a_campaign_that_cannot_be_written_beside_is_kept_in_the_own_folder(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.mkdir

    def refuse(self: Path, *args: object, **kwargs: object) -> None:
        if ".lobbycard" in self.parts:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "mkdir", refuse)
    place = dead(path, path.parent, a_project(3))
    assert place.parent == own_folder()
    (found,) = left_behind(path)
    assert found.place == place
    assert left_behind(path.parent / "other.toml") == ()


def test_a_full_disk_keeps_what_was_kept_before(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(path, path.parent)
    journal.write(a_project(3))
    real = os.fsync
    for room in range(4):
        calls: list[int] = []

        def fsync(handle: int, room: int = room, calls: list[int] = calls) -> None:
            calls.append(handle)
            if len(calls) > room:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            real(handle)

        monkeypatch.setattr("studio.core.files.os.fsync", fsync)
        with pytest.raises(CannotWrite, match="No space left"):
            journal.write(a_project(5))
        monkeypatch.setattr("studio.core.files.os.fsync", real)
        assert kept(journal, path.parent).project == a_project(3)
    journal.write(a_project(5))
    assert kept(journal, path.parent).project == a_project(5)
    journal.close()


def test_a_step_is_there_before_a_busy_disk_has_answered(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(path, path.parent)
    journal.write(a_project(3))
    real, seen = os.fsync, []

    def fsync(handle: int) -> None:
        seen.append(kept(journal, path.parent))
        real(handle)

    monkeypatch.setattr("studio.core.files.os.fsync", fsync)
    journal.write(a_project(5))
    assert seen
    assert all(one.project == a_project(5) and one.is_last for one in seen)
    journal.close()


def test_a_process_that_ends_while_heads_change_leaves_the_state_before(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(path, path.parent)
    journal.write(a_project(3))
    real = Path.replace
    for ends in range(4):
        calls: list[Path] = []

        def replace(self: Path, target: Path, ends: int = ends, calls: list[Path] = calls) -> Path:
            if self.suffix == ".json" and target.suffix == ".json":
                calls.append(self)
                if len(calls) > ends:
                    raise KeyboardInterrupt
            return real(self, target)

        monkeypatch.setattr(Path, "replace", replace)
        with contextlib.suppress(KeyboardInterrupt):
            journal.write(a_project(5))
        monkeypatch.setattr(Path, "replace", real)
        wanted = a_project(3 if ends < 3 else 5)
        assert kept(journal, path.parent).project == wanted
    journal.close()


# -- set aside ----------------------------------------------------------------------------


def test_what_is_not_wanted_is_kept_among_the_versions(path: Path) -> None:
    place = dead(path, path.parent, a_project(3))
    target = set_aside(place)
    assert left_behind(path) == ()
    assert target.parent == path.parent / ".lobbycard" / "before"
    assert read_journal(target, path.parent).project == a_project(3)


def test_work_without_a_file_is_kept_in_the_person_s_folder(tmp_path: Path) -> None:
    target = set_aside(dead(None, tmp_path, a_project(3)))
    assert left_behind(None) == ()
    assert target.parent.parent == own_folder().parent
    assert read_journal(target, tmp_path).project == a_project(3)


def test_only_the_last_twenty_are_kept_aside(path: Path) -> None:
    for _ in range(22):
        set_aside(dead(path, path.parent, Project()))
    assert len(list((path.parent / ".lobbycard/before").glob(f"{SET_ASIDE}*"))) == 20


def test_what_was_recovered_can_go(path: Path) -> None:
    discard(dead(path, path.parent, a_project(3)))
    assert left_behind(path) == ()


# -- damage -------------------------------------------------------------------------------


def test_a_damaged_head_falls_back_to_the_one_before(path: Path) -> None:
    place = dead(path, path.parent, a_project(3), a_project(4))
    (place / "head.json").write_bytes(b"\x00" * 40)
    (found,) = left_behind(path)
    assert found.account is not None
    got = read_journal(place, path.parent)
    assert (got.project, got.is_last) == (a_project(3), False)


def test_a_damaged_journal_is_said_and_stays(path: Path) -> None:
    place = dead(path, path.parent, a_project(3))
    (place / "head.json").write_bytes(b"{")
    (found,) = left_behind(path)
    assert found.account is None
    assert "damaged" in found.problem
    assert (place / "head.json").read_bytes() == b"{"


def test_a_journal_of_another_age_is_said(path: Path) -> None:
    place = dead(path, path.parent, a_project(3))
    data = head_of(place)
    data["body"]["schema"] = 99
    (place / "head.json").write_text(json.dumps(data))
    with pytest.raises(StudioError):
        read_journal(place, path.parent)


def test_a_journal_that_names_films_elsewhere_is_refused(path: Path) -> None:
    film = FilmEntry("a", "../elsewhere.mp4")
    place = dead(path, path.parent, Project(Campaign(films=(film,))))
    with pytest.raises(BadValue, match="leaves the folder"):
        read_journal(place, path.parent)


def harmed(rng: random.Random, data: bytes) -> bytes:
    kind = rng.randrange(4)
    at = rng.randrange(len(data))
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]
    if kind == 2:
        return data[:at] + rng.randbytes(rng.randrange(1, 60)) + data[at:]
    return b"" if rng.random() < 0.5 else rng.randbytes(len(data))


@pytest.mark.parametrize("seed", range(60))
def test_harmed_bytes_never_give_a_traceback_nor_another_project(path: Path, seed: int) -> None:
    rng = random.Random(seed)
    states = a_project(seed, 8), a_project(seed + 1, 8)
    place = dead(path, path.parent, *states)
    files = [one for one in place.rglob("*") if one.is_file() and one.name != "lock"]
    for victim in rng.sample(files, min(len(files), rng.randrange(1, 4))):
        victim.write_bytes(harmed(rng, victim.read_bytes()) if victim.stat().st_size else b"x")
    before = {one: one.read_bytes() for one in files}
    left_behind(path)
    try:
        got: Project | None = read_journal(place, path.parent).project
    except StudioError:
        got = None
    assert got in (None, *states)
    assert {one: one.read_bytes() for one in files} == before


@pytest.mark.parametrize("seed", range(40))
def test_heads_that_say_odd_things_never_give_a_traceback(path: Path, seed: int) -> None:
    """A stranger's journal whose check is right and whose content is not."""
    rng = random.Random(seed)
    place = dead(path, path.parent, a_project(seed + 2, 8))
    head = head_of(place)
    odd = [None, 3, "x", [], {}, [[1, 2]], [["a"]], {"a": 1}, -1.5, True, ["../x"], "../lock"]
    body = head["body"]
    target = rng.choice([body, body["index"]])
    target[rng.choice(sorted(target))] = rng.choice(odd)
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    head["check"] = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    (place / "head.json").write_bytes(json.dumps(head).encode())
    left_behind(path)
    with contextlib.suppress(StudioError):
        read_journal(place, path.parent)
