"""A finding keeps its figure, its limit, its rule and its fix, in the ledger and in the reports."""

from __future__ import annotations

import json
from pathlib import Path

from studio.batch.job import Outcome
from studio.batch.remark import from_plain, hint, remark_of, to_plain, to_report
from studio.batch.report import report_data, write_report
from studio.core.said import Said, said
from studio.poster.problem import Action, Problem, by_severity

SMALL = Problem(
    "letter",
    "warning",
    6.7,
    9.0,
    said("{piece} is {own:.1f} px on a phone.", piece=said("The {l} copy", l="zh"), own=6.7),
    said("one arc minute from {distance:g} m", distance=2.0),
    said("Shorten it <now>."),
    Action("write", said("Go to the copy"), "zh"),
)


def test_a_finding_comes_back_from_the_ledger_as_it_was() -> None:
    remark = remark_of(SMALL)
    again = from_plain(json.loads(json.dumps(to_plain(remark))))
    assert again == remark
    assert isinstance(again.source, Said)
    assert again.source.template == "one arc minute from {distance:g} m"
    assert again.fix.template == "Shorten it <now>."
    assert from_plain(to_plain(hint("so"))) == hint("so")


def test_odd_figures_and_texts_of_a_ledger_are_passed_over() -> None:
    plain = to_plain(remark_of(SMALL)) | {"measured": "much", "check": 3, "fix": [1]}
    again = from_plain(plain)
    assert (again.measured, again.check, again.fix) == (0.0, "", "")
    assert again.message == SMALL.message


def test_reports_say_what_to_do_the_gravest_first(tmp_path: Path) -> None:
    bad = Problem("copy", "error", 0, 1, said("There is no copy."), said("the market"), said("Go."))
    remarks = tuple(remark_of(one) for one in (SMALL, bad))
    done = Outcome("a.png", "key", "film", "cn", "kakao", "lamp", "made", problems=remarks)
    listed = report_data([done])["outputs"][0]["problems"]
    assert listed == [to_report(remarks[1]), to_report(remarks[0])]
    assert listed[1] == {
        "severity": "warning",
        "check": "letter",
        "measured": 6.7,
        "limit": 9.0,
        "message": "The zh copy is 6.7 px on a phone.",
        "source": "one arc minute from 2 m",
        "fix": "Shorten it <now>.",
    }
    write_report([done], tmp_path, "Lights", 1.0)
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Shorten it &lt;now&gt;. · one arc minute from 2 m" in page
    assert page.index("There is no copy.") < page.index("px on a phone")


def test_findings_are_ordered_by_how_grave_they_are() -> None:
    grave = Problem("copy", "error", 0, 1, "a", "b")
    quiet = Problem("verified", "hint", 0, 1, "a", "b")
    assert by_severity((quiet, SMALL, grave)) == (grave, SMALL, quiet)
