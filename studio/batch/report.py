"""The report of an export: one JSON object, and one HTML page with thumbnails."""

from __future__ import annotations

import base64
import html
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any
from urllib.parse import quote

from studio.batch.job import Outcome
from studio.batch.made import thumb_path
from studio.batch.remark import ORDER, Remark, to_report
from studio.core.files import write_text
from studio.core.words import counted, duration_words

_STYLE = """
:root{color-scheme:dark}
body{margin:0;padding:32px;background:#1a1a1a;color:#e8e8e8;font:14px/1.5 system-ui,sans-serif}
h1{font-size:24px;font-weight:600;margin:0 0 4px}
h2{font-size:15px;font-weight:600;margin:32px 0 12px}
p{margin:0;color:#a6a6a6}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:16px}
figure{margin:0;background:#222;border-radius:8px;overflow:hidden}
.pic{height:150px;display:flex;align-items:center;justify-content:center;background:#161616}
.pic img{max-width:100%;max-height:150px}
figcaption{padding:8px 12px 12px}
figcaption a{color:#e8e8e8;text-decoration:none;overflow-wrap:anywhere}
figcaption a:hover{text-decoration:underline}
.state{font-size:12px;color:#a6a6a6}
.failed .state{color:#e5534b}
ul{margin:6px 0 0;padding-left:16px;font-size:12px;color:#e3b341}
.failed ul{color:#e5534b}
li{margin:0 0 6px}
li small{display:block;color:#8f8f8f}
li.hint{color:#a6a6a6}
li.error{color:#e5534b}
figure:has(details[open]){grid-column:span 2}
details{margin:6px 0 0;font-size:12px;color:#a6a6a6}
table{border-collapse:collapse;width:100%;margin:4px 0 0}
th,td{text-align:left;font-weight:400;padding:2px 6px 2px 0;vertical-align:top}
th{color:#8f8f8f}
.wrong td{color:#e3b341}
"""


def report_data(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """The JSON object that tools rely on: `{"outputs": […]}`."""
    return {
        "outputs": [
            {
                "path": one.path,
                "job": one.job,
                "film": one.film,
                "poster": one.poster,
                "market": one.market,
                "preset": one.preset,
                "state": one.state,
                "seconds": round(one.seconds, 3),
                "sha256": one.sha256,
                "problems": [to_report(problem) for problem in _by_severity(one)],
                "beside": list(one.beside),
                "checked": [asdict(row) for row in one.sheet],
            }
            for one in outcomes
        ]
    }


def summary(outcomes: Sequence[Outcome]) -> str:
    """`12 made, 3 kept, 1 failed`."""
    states = Counter(one.state for one in outcomes)
    said = [f"{states[state]} {state}" for state in ("made", "kept", "failed") if states[state]]
    return ", ".join(said) or "nothing to do"


def write_report(outcomes: Sequence[Outcome], out: Path, title: str, seconds: float) -> None:
    """`report.json` and `report.html` in the output folder. Raises CannotWrite."""
    data = json.dumps(report_data(outcomes), ensure_ascii=False, indent=1) + "\n"
    write_text(out / "report.json", data)
    write_text(out / "report.html", _page(outcomes, out, title, seconds))


def _page(outcomes: Sequence[Outcome], out: Path, title: str, seconds: float) -> str:
    parts = [
        "<!doctype html><html><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width'>",
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{html.escape(title)}</h1>",
        f"<p>{counted(len(outcomes), 'output')}: {summary(outcomes)}"
        f" in {duration_words(seconds)}</p>",
    ]
    ordered = sorted(outcomes, key=lambda one: (one.market, one.film))
    for (market, film), group in groupby(ordered, key=lambda one: (one.market, one.film)):
        parts.append(f"<h2>{html.escape(market)} · {html.escape(film)}</h2><div class='grid'>")
        parts += [_figure(one, out) for one in sorted(group, key=lambda one: one.state != "failed")]
        parts.append("</div>")
    parts.append("</body></html>\n")
    return "\n".join(parts)


def _figure(one: Outcome, out: Path) -> str:
    path = thumb_path(out, one.job)
    image = ""
    if one.state != "failed" and path.is_file():
        data = base64.b64encode(path.read_bytes()).decode("ascii")
        image = f"<img alt='' src='data:image/jpeg;base64,{data}'>"
    name = html.escape(one.path)
    took = f" · {one.seconds:.1f} s" if one.state == "made" else ""
    problems = "".join(_listed(problem) for problem in _by_severity(one))
    listed = f"<ul>{problems}</ul>" if problems else ""
    beside = "".join(f"<div>{_link(path)}</div>" for path in one.beside)
    return (
        f"<figure class='{one.state}'><div class='pic'>{image}</div><figcaption>"
        f"{name if one.state == 'failed' else _link(one.path)}{beside}"
        f"<div class='state'>{one.state}{took}</div>{listed}{_sheet(one)}</figcaption></figure>"
    )


def _link(path: str) -> str:
    # Quoted for the address too: ids may hold “#” and “%”.
    # A path breaks after a folder or at a hyphen rather than within a word.
    shown = html.escape(path).replace("/", "/<wbr>")
    return f"<a href='{html.escape(quote(path), quote=True)}'>{shown}</a>"


def _sheet(one: Outcome) -> str:
    """What was checked of a film, as a table that opens."""
    if not one.sheet:
        return ""
    rows = "".join(
        f"<tr class='{'right' if row.passes else 'wrong'}'><td>{html.escape(row.what)}</td>"
        f"<td>{html.escape(row.wanted)}</td><td>{html.escape(row.found)}</td></tr>"
        for row in one.sheet
    )
    wrong = sum(not row.passes for row in one.sheet)
    told = f"{counted(wrong, 'line')} not as asked for" if wrong else "all as asked for"
    return (
        f"<details><summary>Checked: {told}</summary><table><tr><th></th><th>asked for</th>"
        f"<th>in the file</th></tr>{rows}</table></details>"
    )


def _by_severity(one: Outcome) -> list[Remark]:
    return sorted(one.problems, key=lambda problem: ORDER.index(problem.severity))


def _listed(problem: Remark) -> str:
    """What it says, what to do about it, and whose rule it is."""
    more = [html.escape(text) for text in (problem.fix, problem.source) if text]
    small = f"<small>{' · '.join(more)}</small>" if more else ""
    return f"<li class='{problem.severity}'>{html.escape(problem.message)}{small}</li>"
