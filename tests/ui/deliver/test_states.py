"""What the matrix knows and where it puts it, without a window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSizeF

from studio.batch.job import Job, Outcome
from studio.batch.remark import failure, hint, warning
from studio.batch.sources import Sources
from studio.campaign.document import Campaign, Deliverable, FilmEntry, Market, PosterEntry
from studio.core.progress import SILENT
from studio.media.film import Film
from ui.deliver.arrange import arrange, beside
from ui.deliver.row import AT_WORK, Row
from ui.deliver.selection import Selection
from ui.deliver.states import (
    ALL,
    BROKEN,
    CHOSEN,
    FAILED,
    MAKING,
    MISSING,
    NOTED,
    OPEN,
    READING,
    READY,
    REFUSED,
    STALE,
    WAITING,
    Cell,
    Known,
    after,
    counts,
    in_queue,
    in_words,
    look,
    passes,
)
from ui.deliver.words import ended_words

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
    assert "chosen" in str(cells[0].remarks[0])
    assert cells[0].reasons == ("Never made",)


def test_film_being_read_waits_and_an_unreadable_one_fails(drawn: Film, tmp_path: Path) -> None:
    asked = campaign(Deliverable(video="web-720p", captions="none"))
    sources = Sources({}, {}, {"lamp": "no such film"})
    waits = look(asked, sources, tmp_path, Known(frozenset({"lamp"})), SILENT)
    fails = look(asked, sources, tmp_path, Known(), SILENT)
    assert [one.state for one in waits] == [READING]
    assert [(one.state, one.remarks) for one in fails] == [(FAILED, (failure("no such film"),))]


def test_failure_stands_until_its_job_changes(drawn: Film, tmp_path: Path) -> None:
    asked = campaign(Deliverable(video="web-720p", captions="none"))
    sources = Sources({"lamp": drawn}, {})
    job = look(asked, sources, tmp_path, Known(), SILENT)[0].job
    failures = {job.output: (job.key, (failure("the disk is full"),))}
    stands = look(asked, sources, tmp_path, Known(failures=failures), SILENT)
    assert [(one.state, one.remarks) for one in stands] == [
        (FAILED, (failure("the disk is full"),))
    ]
    other = {job.output: ("another key", (failure("the disk is full"),))}
    assert look(asked, sources, tmp_path, Known(failures=other), SILENT)[0].state == MISSING


def test_outcomes_change_only_their_own_cell() -> None:
    cells = (cell("a", "cn", "lamp", "kakao", MISSING), cell("a", "kr", "lamp", "kakao", STALE))
    soft = warning("soft")
    made = Outcome(cells[0].output, "new", "a", "cn", "kakao", "lamp", "made", problems=(soft,))
    first, second = after(cells, made)
    assert (first.state, first.remarks, first.job.key) == (READY, (soft,), "new")
    assert first.has_warning
    assert second == cells[1]
    broken = failure("broken")
    failed = replace(made, state="failed", problems=(broken, broken))
    assert after(cells, failed)[0].remarks == (broken,)


def test_cells_in_the_queue_say_so_and_the_others_stay() -> None:
    cells = tuple(cell("a", "cn", "lamp", name, STALE) for name in ("one", "two", "three", "four"))
    rows = [
        Row(cells[0].job, AT_WORK, 0.4),
        Row(cells[1].job),
        Row(cells[2].job, "stopped"),
    ]
    found = in_queue(cells, rows)
    assert [one.state for one in found] == [MAKING, WAITING, STALE, STALE]
    assert found[0].fraction == 0.4
    assert in_queue(cells, ()) == cells


def test_counts_are_said_in_words() -> None:
    states = [READY, READY, STALE, FAILED]
    cells = [cell("a", "cn", "p", f"{n}", state) for n, state in enumerate(states)]
    assert counts(cells)[READY] == 2
    assert in_words(cells) == "2 ready  ·  1 to be made anew  ·  1 failed"


def test_what_cannot_be_made_yet_is_not_told_as_failed() -> None:
    made = Outcome("a", "key", "lamp", "uk", "kakao", "one", "made")
    refused = replace(made, path="b", job="", state="failed")
    assert ended_words((made,), 4.0) == "1 output in 0:04"
    assert ended_words((made, refused), 4.0) == "1 output in 0:04  ·  1 cannot be made yet"
    failed = replace(made, path="c", state="failed")
    assert ended_words((made, failed), 4.0) == "2 outputs, 1 failed, in 0:04"


def test_what_was_never_tried_has_not_failed() -> None:
    failed = cell("a", "cn", "p", "1", FAILED)
    refused = replace(failed, job=replace(failed.job, refusal="There is no copy in English."))
    assert (failed.shown, refused.shown) == (FAILED, REFUSED)
    assert in_words([failed, refused]) == "1 failed  ·  1 cannot be made yet"
    assert [passes(one, BROKEN) for one in (failed, refused)] == [True, True]


def test_filters_divide_the_cells() -> None:
    ready = replace(cell("a", "cn", "p", "1"), remarks=(hint("unverified"),))
    warned = replace(cell("a", "cn", "p", "2"), remarks=(warning("soft"),))
    failed, waiting = cell("a", "cn", "p", "3", FAILED), cell("a", "cn", "p", "4", WAITING)
    every = (ready, warned, failed, waiting)

    def shown(name: str) -> list[Cell]:
        return [one for one in every if passes(one, name, frozenset({ready.output}))]

    assert shown(ALL) == [*every]
    assert shown(OPEN) == [failed, waiting]
    assert shown(NOTED) == [warned]
    assert shown(BROKEN) == [failed]
    assert shown(CHOSEN) == [ready]


def test_each_output_has_a_place_of_its_own() -> None:
    films = [(f"f{n}", f"Film {n}") for n in range(8)]
    cells = [
        cell(film, market, poster, f"{n}")
        for film, _ in films
        for market, _ in MARKETS
        for poster in ("lamp", "")
        for n in range(12)
    ]
    laid = arrange(cells, films, MARKETS, QSizeF(900, 700))
    boxes = [sign.box for sign in laid.signs]
    assert len(boxes) == len(cells)
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    assert all(box.right() <= 900 for box in boxes)
    assert laid.height >= max(box.bottom() for box in boxes)


def test_signs_are_large_where_there_is_room() -> None:
    cells = [cell("a", "cn", "lamp", f"{n}") for n in range(4)]
    films = [("a", "A")]
    large = arrange(cells, films, MARKETS, QSizeF(900, 900)).signs[0].box.width()
    many = [cell("a", "cn", "lamp", f"{n}") for n in range(400)]
    small = arrange(many, films, MARKETS, QSizeF(900, 400)).signs[0].box.width()
    assert large > small


def test_several_posters_stand_in_lines_of_their_own() -> None:
    cells = [cell("a", "cn", poster, "kakao") for poster in ("", "lamp", "kite")]
    laid = arrange(cells, [("a", "A")], MARKETS, QSizeF(900, 900))
    assert sorted(word.text for word in laid.words) == ["3 of 3 ready", "A", "film", "kite", "lamp"]
    assert len({sign.box.y() for sign in laid.signs}) == 3


def test_arrow_keys_reach_every_sign_and_stop_at_the_edge() -> None:
    cells = [cell("a", market, "lamp", f"{n}") for market, _ in MARKETS for n in range(3)]
    signs = arrange(cells, [("a", "A")], MARKETS, QSizeF(900, 900)).signs
    at = beside(signs, "", 1, 0)
    seen = [at]
    for _ in range(8):
        at = beside(signs, at, 1, 0)
        seen.append(at)
    assert list(dict.fromkeys(seen)) == [one.job.output for one in cells]
    assert beside(signs, at, 0, 1) == at


def test_pictures_are_given_more_room_than_signs() -> None:
    cells = [cell("a", market, "lamp", f"{n}") for market, _ in MARKETS for n in range(30)]
    plain = arrange(cells, [("a", "A")], MARKETS, QSizeF(900, 300)).signs
    pictures = arrange(cells, [("a", "A")], MARKETS, QSizeF(900, 300), pictures=True).signs
    assert len(plain) == len(pictures) == 60
    assert pictures[0].box.width() >= 1.75 * plain[0].box.width()


def test_headings_take_all_that_stands_under_them() -> None:
    cells = [
        cell(film, market, poster, "kakao")
        for film in ("a", "b")
        for market, _ in MARKETS
        for poster in ("lamp", "kite", "")
    ]
    laid = arrange(cells, [("a", "A"), ("b", "B")], MARKETS, QSizeF(900, 900))

    def taken(x: float, y: float) -> set[str]:
        heading = laid.heading_at(x, y, 0)
        assert heading is not None
        return {one.output for one in cells if heading.takes(one)}

    assert taken(10, 10) == {one.output for one in cells}
    assert taken(laid.columns[1] + 20, 10) == {c.output for c in cells if c.job.market == "kr"}
    names = {word.text: word.box.center() for word in laid.words if word.text != "3 of 3 ready"}
    assert taken(20, names["B"].y()) == {one.output for one in cells if one.job.film == "b"}
    line = next(word for word in laid.words if word.film == "a" and word.poster == "kite")
    assert taken(20, line.box.center().y()) == {"cn/a-kite-kakao", "kr/a-kite-kakao"}


def test_selection_by_click_range_and_toggle() -> None:
    order = ["a", "b", "c", "d"]
    held = Selection()
    held.take("b")
    held.extend("d", order)
    assert (held.current, held.chosen) == ("d", {"b", "c", "d"})
    held.extend("a", order)
    assert held.chosen == {"a", "b"}
    held.toggle("d")
    assert (held.current, held.chosen) == ("d", {"a", "b", "d"})
    held.take_all(["c"], more=True)
    assert held.chosen == {"a", "b", "c", "d"}
    held.keep(["c"])
    assert (held.current, held.chosen) == ("", {"c"})
