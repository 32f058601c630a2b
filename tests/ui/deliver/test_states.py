"""What the matrix knows and where it puts it, without a window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from studio.batch.job import Job, Outcome
from studio.batch.plan import Sources
from studio.campaign.document import Campaign, Deliverable, FilmEntry, Market, PosterEntry
from studio.core.progress import SILENT
from studio.media.film import Film
from ui.deliver.arrange import arrange, beside
from ui.deliver.states import (
    ALL,
    BROKEN,
    FAILED,
    MISSING,
    NOTED,
    OPEN,
    READING,
    READY,
    STALE,
    WAITING,
    Cell,
    Known,
    after,
    begun,
    counts,
    in_words,
    look,
    passes,
)

MARKETS = [("cn", "China"), ("kr", "Korea")]


def cell(film: str, market: str, poster: str, preset: str, state: str = READY) -> Cell:
    name = f"{market}/{film}-{poster}-{preset}"
    return Cell(Job("k", name, film, poster, market, preset, ("en",), "", ""), state)


def campaign(*asks: Deliverable) -> Campaign:
    lamp = PosterEntry("lamp", "quiet-line", copy={"en": "A light left on."})
    film = FilmEntry("lamp", "lamp.mp4", {"en": "Lamp"}, posters=(lamp,))
    return Campaign(films=(film,), markets=(Market("uk", ("en",)),), deliverables=asks)


def test_open_still_is_no_failure(drawn: Film, tmp_path: Path) -> None:
    asked = campaign(Deliverable("kakao"))
    cells = look(asked, Sources({"lamp": drawn}, {}), tmp_path, Known(), SILENT)
    assert [(c.state, c.aspect) for c in cells] == [(MISSING, 2.0)]
    assert "chosen" in cells[0].notes[0]


def test_film_being_read_waits_and_an_unreadable_one_fails(drawn: Film, tmp_path: Path) -> None:
    asked = campaign(Deliverable(video="web-720p", captions="none"))
    sources = Sources({}, {}, {"lamp": "no such film"})
    waits = look(asked, sources, tmp_path, Known(frozenset({"lamp"})), SILENT)
    fails = look(asked, sources, tmp_path, Known(), SILENT)
    assert [one.state for one in waits] == [READING]
    assert [(one.state, one.notes) for one in fails] == [(FAILED, ("no such film",))]


def test_failure_stands_until_its_job_changes(drawn: Film, tmp_path: Path) -> None:
    asked = campaign(Deliverable(video="web-720p", captions="none"))
    sources = Sources({"lamp": drawn}, {})
    job = look(asked, sources, tmp_path, Known(), SILENT)[0].job
    failures = {job.output: (job.key, ("the disk is full",))}
    stands = look(asked, sources, tmp_path, Known(failures=failures), SILENT)
    assert [(one.state, one.notes) for one in stands] == [(FAILED, ("the disk is full",))]
    other = {job.output: ("another key", ("the disk is full",))}
    assert look(asked, sources, tmp_path, Known(failures=other), SILENT)[0].state == MISSING


def test_outcomes_change_only_their_own_cell() -> None:
    cells = (cell("a", "cn", "lamp", "kakao", MISSING), cell("a", "kr", "lamp", "kakao", STALE))
    outputs = frozenset(one.job.output for one in cells)
    working = begun(cells, outputs)
    assert [one.state for one in working] == [WAITING, WAITING]
    made = Outcome(cells[0].job.output, "new", "a", "cn", "kakao", "lamp", "made", problems=("x",))
    first, second = after(working, made)
    assert (first.state, first.notes, first.job.key) == (READY, ("x",), "new")
    assert second == working[1]
    failed = replace(made, state="failed", problems=("broken", "broken"))
    assert after(working, failed)[0].notes == ("broken",)


def test_export_of_some_leaves_the_others_as_they_were() -> None:
    cells = (cell("a", "cn", "lamp", "kakao", MISSING), cell("a", "kr", "lamp", "kakao", READY))
    only = frozenset({cells[1].job.output})
    assert begun(cells, only) == cells


def test_counts_are_said_in_words() -> None:
    states = [READY, READY, STALE, FAILED]
    cells = [cell("a", "cn", "p", f"{n}", state) for n, state in enumerate(states)]
    assert counts(cells)[READY] == 2
    assert in_words(cells) == "2 ready, 1 to be made anew, 1 failed"


def test_filters_divide_the_cells() -> None:
    ready, noted = cell("a", "cn", "p", "1"), replace(cell("a", "cn", "p", "2"), notes=("n",))
    failed, waiting = cell("a", "cn", "p", "3", FAILED), cell("a", "cn", "p", "4", WAITING)
    every = (ready, noted, failed, waiting)

    def shown(name: str) -> list[Cell]:
        return [one for one in every if passes(one, name)]

    assert shown(ALL) == [*every]
    assert shown(OPEN) == [failed, waiting]
    assert shown(NOTED) == [noted]
    assert shown(BROKEN) == [failed]


def test_each_output_has_a_place_of_its_own() -> None:
    films = [(f"f{n}", f"Film {n}") for n in range(8)]
    cells = [
        cell(film, market, poster, f"{n}")
        for film, _ in films
        for market, _ in MARKETS
        for poster in ("lamp", "")
        for n in range(12)
    ]
    laid = arrange(cells, films, MARKETS, 900, 700)
    boxes = [sign.box for sign in laid.signs]
    assert len(boxes) == len(cells)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert all(box.right() <= 900 for box in boxes)
    assert laid.height >= max(box.bottom() for box in boxes)


def test_signs_are_large_where_there_is_room() -> None:
    cells = [cell("a", "cn", "lamp", f"{n}") for n in range(4)]
    films = [("a", "A")]
    large = arrange(cells, films, MARKETS, 900, 900).signs[0].box.width()
    many = [cell("a", "cn", "lamp", f"{n}") for n in range(400)]
    small = arrange(many, films, MARKETS, 900, 400).signs[0].box.width()
    assert large > small


def test_several_posters_stand_in_lines_of_their_own() -> None:
    cells = [cell("a", "cn", poster, "kakao") for poster in ("", "lamp", "kite")]
    laid = arrange(cells, [("a", "A")], MARKETS, 900, 900)
    assert [word.text for word in laid.words] == ["A", "3 of 3 ready", "lamp", "kite", "film"]
    assert len({sign.box.y() for sign in laid.signs}) == 3


def test_arrow_keys_reach_every_sign_and_stop_at_the_edge() -> None:
    cells = [cell("a", market, "lamp", f"{n}") for market, _ in MARKETS for n in range(3)]
    signs = arrange(cells, [("a", "A")], MARKETS, 900, 900).signs
    at = beside(signs, "", 1, 0)
    seen = [at]
    for _ in range(8):
        at = beside(signs, at, 1, 0)
        seen.append(at)
    assert list(dict.fromkeys(seen)) == [one.job.output for one in cells]
    assert beside(signs, at, 0, 1) == at
