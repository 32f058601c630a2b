"""Films with one picture made in one go: languages that share decoding, and processes that help."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.batch.course import Course
from studio.batch.export import Order, export, prepare
from studio.batch.job import Job
from studio.batch.made import load_made
from studio.batch.orders import Orders
from studio.batch.perform import perform, perform_group
from studio.batch.run import follow
from studio.campaign.file import load_campaign
from studio.core.progress import SILENT
from studio.presets import store
from tests.studio.batch.conftest import whole

CN, UK = "cn/stall/stall-web-720p.mp4", "uk/stall/stall-web-720p.mp4"


@pytest.fixture
def both(campaign_file: Path, edit) -> Path:
    """The campaign with its film for two markets, and no posters."""
    edit('markets = ["cn"]', 'markets = ["cn", "uk"]')
    edit('[[deliverables]]\nformat = "kakao"\n', "")
    return campaign_file


def planned(path: Path) -> tuple[Job, ...]:
    return prepare(load_campaign(path), path.parent).jobs


def test_films_that_differ_in_language_are_made_in_one_go(both):
    names = [CN, UK]
    begun: list[tuple[str, float]] = []

    class Heard:
        def advanced(self, output, fraction, note):
            begun.append((output, fraction))

        def ended(self, outcome):
            begun.append((outcome.path, 1.0))

    out = both.parent / "both"
    course = Course(planned(both))
    follow(course, out, Heard(), workers=1)
    assert begun[:2] == [(name, 0.0) for name in names]
    assert load_made(out).keys() == set(names)
    alone = both.parent / "alone"
    for job in planned(both):
        perform({"job": job.to_plain(), "out": str(alone)}, SILENT)
    made = whole(out)
    assert {name: made[name] for name in names} == {n: (alone / n).read_bytes() for n in names}


def test_of_films_made_in_one_go_one_may_fail_alone(both):
    out = both.parent / "one"
    (out / UK).mkdir(parents=True)
    done = export(both, load_campaign(both), Order(out, workers=1))
    assert {one.path: one.state for one in done.outcomes} == {CN: "made", UK: "failed"}


def test_a_process_without_work_helps_where_there_are_processors_enough(both, monkeypatch):
    jobs = planned(both)
    orders = Orders(Course(jobs), both.parent / "out")
    threads = store.video("web-720p").picture.threads
    monkeypatch.setattr("studio.batch.orders.worker_count", lambda: 2 * threads - 1)
    first = orders.take()
    assert len(first["jobs"]) == 2
    assert orders.take() is None
    monkeypatch.setattr("studio.batch.orders.worker_count", lambda: 2 * threads)
    helping = orders.take()
    assert (helping["jobs"], helping["help"]) == ([], first["jobs"])
    assert orders.take() is None
    assert perform_group(helping, SILENT) == []
    assert orders.ended(helping) == ()
    answers = perform_group(first, SILENT)
    # All pieces were there.
    assert [one["share"] for one in answers] == [0, 0]
    assert orders.ended(first) == jobs
    assert orders.is_over()
