"""Running a plan: what holds is kept, a failure stands alone, and nothing half made is left."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studio.batch.export import Order, export, prepare
from studio.batch.made import Record, ledger, load_made
from studio.batch.remark import hint
from studio.batch.run import run, states
from studio.campaign.file import load_campaign
from studio.core.errors import CannotWrite
from studio.core.progress import Cancelled
from tests.drawn import draw_film
from tests.studio.batch.conftest import report_of, whole

POSTER_CN, FILM_CN, POSTER_UK = (
    "cn/stall/stall-lamp-kakao.jpg",
    "cn/stall/stall-web-720p.mp4",
    "uk/stall/stall-lamp-kakao.jpg",
)


def exported(path: Path, out: Path, workers: int = 1) -> dict[str, str]:
    done = export(path, load_campaign(path), Order(out, workers=workers))
    return {one.path: one.state for one in done.outcomes}


def planned(path: Path):
    return prepare(load_campaign(path), path.parent).jobs


@pytest.fixture(scope="module")
def made(tmp_path_factory, film):
    """A finished export; tests copy what they change."""
    from tests.studio.batch.conftest import CAMPAIGN, SRT

    folder = tmp_path_factory.mktemp("made")
    (folder / "films").mkdir()
    (folder / "subtitles").mkdir()
    shutil.copyfile(film, folder / "films/stall.mp4")
    for language, text in (("zh-Hans", "灯不大。"), ("en", "A small lamp.")):
        (folder / f"subtitles/stall.{language}.srt").write_text(SRT.format(text), "utf-8")
    (folder / "campaign.toml").write_text(CAMPAIGN, "utf-8")
    assert set(exported(folder / "campaign.toml", folder / "out").values()) == {"made"}
    return folder


@pytest.fixture
def copied(made, tmp_path):
    shutil.copytree(made, tmp_path / "made")
    return tmp_path / "made/campaign.toml"


def posters_only(path: Path) -> str:
    """The campaign's text without its film delivery."""
    return path.read_text("utf-8").partition("[[deliverables]]\nvideo")[0]


def test_what_is_up_to_date_is_kept_and_each_other_state_is_told(copied):
    out = copied.parent / "out"
    before = {path: path.stat().st_mtime_ns for path in out.rglob("*.*") if path.suffix != ".json"}
    (out / POSTER_UK).unlink()
    (out / FILM_CN).write_bytes((out / FILM_CN).read_bytes()[:-1])
    jobs = planned(copied)
    assert [one.state for one in states(jobs, out)] == ["kept", "stale", "missing"]
    assert exported(copied, out) == {POSTER_CN: "kept", FILM_CN: "made", POSTER_UK: "made"}
    assert (out / POSTER_CN).stat().st_mtime_ns == before[out / POSTER_CN]
    assert [one.state for one in states(jobs, out)] == ["kept"] * 3


def test_one_worker_and_two_give_the_same_bytes(copied, made):
    out = copied.parent / "again"
    assert set(exported(copied, out, workers=2).values()) == {"made"}
    assert whole(out) == whole(made / "out")


def test_the_report_is_what_the_command_says_and_escapes_names(copied):
    text = copied.read_text("utf-8").replace('id = "stall"', 'id = "a#b & c%41"')
    copied.write_text(text.replace('"Drawn"', "'<script>alert(1)</script>'"), "utf-8")
    out = copied.parent / "out"
    done = export(copied, load_campaign(copied), Order(out, workers=1))
    told = report_of(out)
    fields = ["path", "job", "film", "poster", "market", "preset", "state", "seconds", "sha256"]
    fields += ["problems", "beside", "checked"]
    assert [list(one) for one in told] == [fields] * 3
    assert [one["path"] for one in told] == [one.path for one in done.outcomes]
    page = (out / "report.html").read_text("utf-8")
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "href='cn/a%23b%20%26%20c%2541/a%23b%20%26%20c%2541-lamp-kakao.jpg'" in page


def test_a_job_that_fails_leaves_what_was_there_and_the_others_go_on(copied):
    out = copied.parent / "out"
    old = (out / POSTER_UK).read_bytes()
    # A folder where a file should stand.
    (out / POSTER_CN).unlink()
    (out / POSTER_CN).mkdir()
    copied.write_text(copied.read_text("utf-8").replace("A small lamp.", "Night."), "utf-8")
    assert exported(copied, out) == {POSTER_CN: "failed", FILM_CN: "kept", POSTER_UK: "made"}
    assert (out / POSTER_UK).read_bytes() != old
    assert list((out / POSTER_CN).iterdir()) == []


def test_the_same_content_for_two_markets_is_made_once_and_a_copy_may_fail_alone(copied):
    text = posters_only(copied).replace('languages = ["en"]', 'languages = ["zh-Hans", "en"]')
    copied.write_text(text, "utf-8")
    out = copied.parent / "twins"
    (out / POSTER_UK).mkdir(parents=True)
    done = export(copied, load_campaign(copied), Order(out, workers=1)).outcomes
    assert {one.path: one.state for one in done} == {
        POSTER_CN: "made",
        POSTER_UK: "failed",
    }
    assert "cannot be written" in str(done[1].problems[0])
    (out / POSTER_UK).rmdir()
    done = export(copied, load_campaign(copied), Order(out, workers=1)).outcomes
    assert [one.state for one in done] == ["kept", "made"]
    shutil.rmtree(out)
    done = export(copied, load_campaign(copied), Order(out, workers=1)).outcomes
    assert done[0].sha256 == done[1].sha256
    assert (out / POSTER_CN).read_bytes() == (out / POSTER_UK).read_bytes()


def test_notes_belong_to_the_job_and_not_to_the_picture(copied):
    """Two markets show the same English poster, but only one lacks its second language."""
    text = posters_only(copied).replace('["zh-Hans", "en"]', '["en", "ko"]')
    copied.write_text(text, "utf-8")
    out = copied.parent / "notes"
    for _ in range(2):
        done = export(copied, load_campaign(copied), Order(out, workers=1)).outcomes
        notes = {
            one.path: [str(said) for said in one.problems if "ko" in str(said)] for one in done
        }
        assert notes[POSTER_CN] == ["No copy in ko: only en is set."]
        assert notes[POSTER_UK] == []
        assert done[0].job == done[1].job


def test_a_film_that_changes_meanwhile_fails_its_jobs_and_old_outputs_stay(copied):
    out = copied.parent / "out"
    jobs = planned(copied)
    copied.write_text(copied.read_text("utf-8").replace("small", "little"), "utf-8")
    before = whole(out)
    jobs = planned(copied)
    draw_film(copied.parent / "films/stall.mp4", frames=20)
    outcomes = run(jobs, out, 1)
    assert [one.state for one in outcomes] == ["failed", "kept", "failed"]
    assert "has changed since" in str(outcomes[0].problems[0])
    assert whole(out) == before


def test_thumbnails_that_were_removed_do_not_disturb_the_report(copied):
    out = copied.parent / "out"
    shutil.rmtree(out / ".lobbycard/thumbs")
    assert set(exported(copied, out).values()) == {"kept"}
    assert "<img" not in (out / "report.html").read_text("utf-8")


def test_a_damaged_ledger_costs_time_only(copied):
    out = copied.parent / "out"
    path = out / ".lobbycard/made.jsonl"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    damaged = (
        lines[0] + "\x00\n[]\n" + "[" * 5000 + '\n{"path": 1}\n' + lines[1][: len(lines[1]) // 2]
    )
    path.write_bytes(damaged.encode() + b"\xff")
    found = exported(copied, out)
    assert sorted(found.values()) == ["kept", "made", "made"]
    assert without_times(path.read_text("utf-8").splitlines()) == without_times(lines)


def without_times(lines):
    told = [json.loads(line) for line in lines]
    return {one["path"]: {**one, "seconds": 0} for one in told}


def test_the_ledger_grows_by_a_line_for_each_output(tmp_path):
    out = tmp_path / "out"
    with ledger(out) as held:
        size = 0
        for number in range(600):
            held.add(f"{number}.jpg", Record("ab" * 32, "cd" * 32))
            now = (out / ".lobbycard/made.jsonl").stat().st_size
            assert now - size < 220
            size = now
        held.add("0.jpg", Record("ef" * 32, "cd" * 32, (hint("warm"),)))
    assert load_made(out)["0.jpg"] == Record("ef" * 32, "cd" * 32, (hint("warm"),))
    with ledger(out) as held:
        assert len(held.records) == 600
    assert len((out / ".lobbycard/made.jsonl").read_text("utf-8").splitlines()) == 600


def test_a_second_export_into_the_same_folder_is_refused(copied):
    out = copied.parent / "out"
    before = whole(out)
    with ledger(out), pytest.raises(CannotWrite, match="Another export is at work in") as caught:
        exported(copied, out)
    assert str(out) in str(caught.value)
    assert whole(out) == before
    assert set(exported(copied, out).values()) == {"kept"}


def test_an_output_folder_that_cannot_be_is_said_at_once(copied):
    taken = copied.parent / "file"
    taken.write_text("here", "utf-8")
    with pytest.raises(CannotWrite, match="cannot be written"):
        exported(copied, taken)
    assert taken.read_text("utf-8") == "here"


class StopAt:
    def __init__(self, fraction):
        self.fraction = fraction

    def report(self, fraction, note=""):
        if fraction >= self.fraction:
            raise Cancelled


def test_a_stop_leaves_no_part_and_keeps_what_is_finished(copied):
    out = copied.parent / "stopped"
    jobs = planned(copied)
    heard = []
    with pytest.raises(Cancelled):
        run(jobs, out, 1, StopAt(0.45), heard.append)
    assert not list(out.rglob(".*.part*"))
    finished = {one.path for one in heard}
    assert finished < {job.output for job in jobs}
    assert {job.job.output for job in states(jobs, out) if job.state == "kept"} == finished


SCRIPT = "import sys; from ui.launch import main; sys.exit(main(sys.argv[1:]))"


def started(path: Path, out: Path, workers: int = 2) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, "export", str(path), "-o", str(out), f"--jobs={workers}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def a_part_is_there(out: Path) -> None:
    until = time.monotonic() + 30
    while not list(out.rglob(".*.part*")):
        assert time.monotonic() < until
        time.sleep(0.005)


@pytest.fixture(scope="module")
def long_film(tmp_path_factory):
    path = tmp_path_factory.mktemp("long") / "stall.mp4"
    return draw_film(path, frames=180, cuts=(15, 120), gop=50)


@pytest.fixture
def long(copied, long_film):
    """The campaign with a film that takes some seconds to burn."""
    shutil.copyfile(long_film, copied.parent / "films/stall.mp4")
    shutil.rmtree(copied.parent / "out")
    return copied


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_leaves_no_half_file(long, sign):
    """To the whole group, as a terminal does it; a scheduler's terminate goes to the parent."""
    out = long.parent / "out"
    child = started(long, out)
    a_part_is_there(out)
    os.killpg(child.pid, sign) if sign == signal.SIGINT else child.send_signal(sign)
    said = child.communicate(timeout=20)
    assert child.returncode == 130, said
    assert said[1].strip() == "Stopped; nothing half-written was left."
    assert not list(out.rglob(".*.part*"))


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds the worker in /proc")
def test_ctrl_c_while_a_process_is_being_born_is_as_quiet(long):
    """Before its imports are done, it would die with a traceback of its own."""
    child = started(long, long.parent / "out")
    until = time.monotonic() + 30
    while not workers_of(child.pid):
        assert time.monotonic() < until
        time.sleep(0.005)
    os.killpg(child.pid, signal.SIGINT)
    said = child.communicate(timeout=20)
    assert (child.returncode, said[1].strip()) == (130, "Stopped; nothing half-written was left.")


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
def test_a_killed_export_goes_on_and_equals_a_clean_one(long):
    out = long.parent / "out"
    child = started(long, out)
    a_part_is_there(out)
    os.killpg(child.pid, signal.SIGKILL)
    child.communicate(timeout=20)
    assert list(out.rglob(".*.part*"))
    assert "failed" not in exported(long, out, 2).values()
    clean = long.parent / "clean"
    exported(long, clean, 2)
    assert whole(out) == whole(clean)


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="finds the worker in /proc")
def test_a_killed_worker_fails_its_job_only(long):
    out = long.parent / "out"
    child = started(long, out, 1)
    try:
        a_part_is_there(out)
        (worker,) = workers_of(child.pid)
        os.kill(worker, signal.SIGKILL)
    finally:
        child.communicate(timeout=60)
    assert child.returncode == 1
    failed = [one for one in report_of(out) if one["state"] == "failed"]
    assert [one["path"] for one in failed] == [FILM_CN]
    assert "ended (code -9)" in str(failed[0]["problems"])
    assert set(exported(long, out).values()) == {"kept", "made"}
    assert not list(out.rglob(".*.part*"))


def workers_of(pid: int) -> list[int]:
    """The processes below `pid` that were spawned to work."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [
        int(one) for one in children if "spawn_main" in Path(f"/proc/{one}/cmdline").read_text()
    ]


def test_what_no_record_tells_of_any_more_is_swept(tmp_path):
    out = tmp_path / "out"
    with ledger(out) as held:
        held.add("a.mp4", Record("ef" * 32, "cd" * 32, made_of={"track:en": "abc", "film": "old"}))
    kept = [f"tracks/{name}.txt" for name in ("abc", "old")]
    kept += [f"thumbs/{name * 32}.jpg" for name in ("ef", "aa")]
    for name in kept:
        path = out / ".lobbycard" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    with ledger(out):
        left = sorted(
            path.relative_to(out / ".lobbycard").as_posix()
            for path in (out / ".lobbycard").glob("*/*")
        )
    assert left == [f"thumbs/{'ef' * 32}.jpg", "tracks/abc.txt"]
