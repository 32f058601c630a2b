"""The report of checks: one object for machines, a table, and one page that can be sent."""

from __future__ import annotations

import base64
import csv
import html
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from studio.core.provenance import cited
from studio.core.words import counted
from studio.subs.checks.base import CHECKS, CheckProfile, Finding, Severity
from studio.subs.cue import Cue, Track
from studio.subs.formats.times import clock_text
from studio.subs.plain import plain_lines

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LEVELS: tuple[Severity, ...] = ("error", "warning", "hint")


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file: its name, its track, what was found, and frames by the cue's index (JPEG)."""

    name: str
    track: Track
    findings: tuple[Finding, ...]
    grabs: Mapping[int, bytes] = field(default_factory=dict)


def findings_data(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Findings as the JSON that tools rely on has them; times in seconds, cues from 0."""
    return [
        {
            "check": finding.check,
            "severity": finding.severity,
            "cue": finding.cue,
            "start": finding.start / 1000,
            "measured": finding.measured,
            "limit": finding.limit,
            "message": finding.message,
            "source": finding.source,
            "fixable": finding.fixable,
        }
        for finding in findings
    ]


def report_data(files: Sequence[CheckedFile], profile: CheckProfile) -> dict[str, Any]:
    """The whole report for machines: the profile with its source, then every file."""
    told = profile.provenance
    return {
        "profile": {
            "name": profile.name,
            "source": told.source,
            "date": told.date,
            "verified": told.verified,
        },
        "files": [
            {
                "file": one.name,
                "language": one.track.language,
                "cues": len(one.track.cues),
                "findings": [
                    {**data, "end": cue.end / 1000, "text": cue.text}
                    for data, finding in zip(findings_data(one.findings), one.findings, strict=True)
                    for cue in (one.track.cues[finding.cue],)
                ],
            }
            for one in files
        ],
    }


def report_csv(files: Sequence[CheckedFile]) -> str:
    """One row a finding, cues counted from 1; texts that look like formulas are guarded by `'`."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(
        (
            *("file", "language", "cue", "start", "end", "severity", "check", "measured"),
            *("limit", "message", "source", "fixable", "text"),
        )
    )
    for one in files:
        for finding in one.findings:
            cue = one.track.cues[finding.cue]
            row = (
                *(one.name, one.track.language, finding.cue + 1, clock_text(cue.start, ".")),
                *(clock_text(cue.end, "."), finding.severity, finding.check),
                *(f"{finding.measured:g}", f"{finding.limit:g}", finding.message),
                *(finding.source, "yes" if finding.fixable else "no", cue.text),
            )
            writer.writerow([_guarded(cell) if isinstance(cell, str) else cell for cell in row])
    return stream.getvalue()


def _guarded(cell: str) -> str:
    number = cell.removeprefix("-").replace(".", "", 1).isdigit()
    return f"'{cell}" if cell.startswith(_FORMULA) and not number else cell


_STYLE = """
:root{color-scheme:light dark;--paper:#fff;--sheet:#f6f6f5;--ink:#1c1c1c;--quiet:#6a6a6a;
--line:#e2e2e0;
--error:#b3261e;--warning:#8a5a00;--hint:#5f6b7a}
@media(prefers-color-scheme:dark){:root{--paper:#181818;--sheet:#212121;--ink:#e8e8e8;
--quiet:#a0a0a0;
--line:#333;--error:#f2736b;--warning:#e3b341;--hint:#9aa7b5}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:1080px;padding:48px 32px 96px;background:var(--paper);
color:var(--ink);
font:15px/1.55 system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC","PingFang SC",
sans-serif;
font-variant-numeric:tabular-nums}
h1{font-size:28px;line-height:1.2;font-weight:600;margin:0 0 6px;letter-spacing:-.01em}
h2{font-size:18px;font-weight:600;margin:56px 0 4px;overflow-wrap:anywhere}
p{margin:0;color:var(--quiet)}
table{border-collapse:collapse;margin:28px 0 0;width:100%}
th{font-weight:400;color:var(--quiet);text-align:left}
th,td{padding:7px 16px 7px 0;border-bottom:1px solid var(--line)}
th.n,td.n{text-align:right;padding:7px 0 7px 16px}
.show{margin:28px 0 0;color:var(--quiet);display:flex;gap:20px;flex-wrap:wrap}
.show label{display:flex;gap:7px;align-items:center;cursor:pointer}
body:has(#error:not(:checked)) li.error,body:has(#warning:not(:checked)) li.warning,
body:has(#hint:not(:checked)) li.hint{display:none}
.kinds{margin:14px 0 8px;padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:6px 18px;
color:var(--quiet);font-size:13px}
.kinds b{font-weight:600;color:var(--ink)}
.cue{display:grid;grid-template-columns:64px minmax(0,1fr);gap:0 20px;padding:18px 0;
border-top:1px solid var(--line);
break-inside:avoid}
.pictured .cue{grid-template-columns:64px 224px minmax(0,1fr)}
.no{color:var(--quiet);text-align:right;padding-top:1px}
.no small{display:block;font-size:12px}
.cue img{width:224px;border-radius:4px;display:block;background:var(--sheet)}
.said{color:var(--ink);margin:0 0 8px;font-size:17px;line-height:1.45;
white-space:pre-line;overflow-wrap:anywhere}
.said.none{color:var(--quiet);font-style:italic}
ul.found{list-style:none;margin:0;padding:0}
ul.found li{padding:2px 0 2px 18px;position:relative;font-size:14px}
ul.found li::before{content:"";position:absolute;left:2px;top:10px;width:8px;height:8px;
border-radius:50%;background:currentColor}
ul.found li.warning::before{border-radius:1px;transform:rotate(45deg)}
ul.found li.hint::before{background:none;border:1.5px solid currentColor}
li.error{color:var(--error)}li.warning{color:var(--warning)}li.hint{color:var(--hint)}
ul.found span{color:var(--ink)}
ul.found em{font-style:normal;font-size:12px;margin-right:8px}
sup{font-size:11px;color:var(--quiet);margin-left:3px}
ol{margin:12px 0 0;padding-left:24px;color:var(--quiet);font-size:13px}
@media(max-width:720px){body{padding:24px 16px}.cue,
.pictured .cue{grid-template-columns:48px minmax(0,1fr)}
.cue img{grid-column:2;width:100%;margin-bottom:10px}.cue>div:last-child{grid-column:2}}
@media print{.show{display:none}body{max-width:none;padding:0;font-size:11px}}
"""


def report_html(
    files: Sequence[CheckedFile], profile: CheckProfile, title: str, notes: Sequence[str] = ()
) -> str:
    """One page that needs nothing beside it: counts, then every cue with what was found there.

    Sources stand at the end; unverified ones say so. `notes` are said below the title.
    """
    sources = {s: n for n, s in enumerate(_sources(files), start=1)}
    told = profile.provenance
    by = cited(told.source, told.date, verified=told.verified)
    parts = [
        "<!doctype html><html lang='en'><head><meta charset='utf-8'>",
        "<meta name='viewport' content='width=device-width,initial-scale=1'>",
        f"<title>{html.escape(title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{html.escape(title)}</h1>",
        f"<p>Checked by “{html.escape(profile.name)}”: {html.escape(by)}</p>",
        *(f"<p>{html.escape(note)}</p>" for note in notes),
        _table(files),
    ]
    if any(one.findings for one in files):
        parts.append(_switches(files))
    parts += [_file(one, sources) for one in files]
    if sources:
        listed = "".join(f"<li id='s{n}'>{html.escape(s)}</li>" for s, n in sources.items())
        parts.append(f"<h2>Where the limits come from</h2><ol>{listed}</ol>")
    parts.append("</body></html>\n")
    return "\n".join(parts)


def _sources(files: Sequence[CheckedFile]) -> list[str]:
    return list(dict.fromkeys(str(f.source) for one in files for f in one.findings))


def _table(files: Sequence[CheckedFile]) -> str:
    rows = []
    for one in files:
        levels = Counter(finding.severity for finding in one.findings)
        cells = "".join(f"<td class='n'>{levels[level] or '–'}</td>" for level in _LEVELS)
        rows.append(
            f"<tr><td>{html.escape(one.name)}</td><td>{html.escape(one.track.language)}</td>"
            f"<td class='n'>{len(one.track.cues):,}</td>{cells}</tr>"
        )
    head = "".join(f"<th class='n'>{name}</th>" for name in ("Cues", "Errors", "Warnings", "Hints"))
    return (
        f"<table><thead><tr><th>File</th><th>Language</th>{head}</tr></thead>"
        f"<tbody>{''.join(rows)}</tbody></table>"
    )


def _switches(files: Sequence[CheckedFile]) -> str:
    there = {finding.severity for one in files for finding in one.findings}
    boxes = "".join(
        f"<label><input type='checkbox' id='{level}' checked>{level}s</label>"
        for level in _LEVELS
        if level in there
    )
    return f"<div class='show'>Show {boxes}</div>"


def _file(one: CheckedFile, sources: Mapping[str, int]) -> str:
    parts = [
        f"<section class='{'pictured' if one.grabs else ''}'><h2>{html.escape(one.name)}</h2>",
    ]
    if not one.findings:
        parts.append("<p>Nothing was found.</p></section>")
        return "".join(parts)
    kinds = Counter(finding.check for finding in one.findings)
    listed = "".join(
        f"<li><b>{number:,}</b> {html.escape(CHECKS[name].summary)}</li>"
        for name, number in kinds.most_common()
    )
    parts.append(f"<ul class='kinds'>{listed}</ul>")
    ordered = sorted(one.findings, key=lambda finding: finding.cue)
    for index, found in groupby(ordered, key=lambda finding: finding.cue):
        parts.append(_cue(one, index, list(found), sources))
    parts.append("</section>")
    return "\n".join(parts)


def _cue(one: CheckedFile, index: int, found: Sequence[Finding], sources: Mapping[str, int]) -> str:
    cue = one.track.cues[index]
    rank = {level: place for place, level in enumerate(_LEVELS)}
    listed = "".join(
        f"<li class='{finding.severity}'><em>{finding.severity}</em>"
        f"<span>{html.escape(finding.message)}</span>"
        f"<sup>{sources[str(finding.source)]}</sup></li>"
        for finding in sorted(found, key=lambda finding: rank[finding.severity])
    )
    return (
        f"<div class='cue'><div class='no'>{index + 1}<small>{_clock(cue)}</small></div>"
        f"{_picture(one, index)}<div>{_text(cue, one.track.language)}"
        f"<ul class='found'>{listed}</ul></div></div>"
    )


def _clock(cue: Cue) -> str:
    """Without hours that are none, and without milliseconds: to find the place by."""
    return clock_text(cue.start, ".").split(".")[0].removeprefix("00:")


def _picture(one: CheckedFile, index: int) -> str:
    if not one.grabs:
        return ""
    data = one.grabs.get(index)
    if data is None:
        return "<div></div>"
    coded = base64.b64encode(data).decode("ascii")
    return f"<div><img alt='' loading='lazy' src='data:image/jpeg;base64,{coded}'></div>"


def _text(cue: Cue, language: str) -> str:
    lines = plain_lines(cue.text)
    if not lines:
        return "<p class='said none'>no text</p>"
    shown = html.escape("\n".join(lines))
    return f"<p class='said' dir='auto' lang='{html.escape(language, quote=True)}'>{shown}</p>"


def summary(files: Sequence[CheckedFile]) -> str:
    """`2 errors, 3 warnings, 1 hint`."""
    levels = Counter(finding.severity for one in files for finding in one.findings)
    words = (
        counted(levels["error"], "error"),
        counted(levels["warning"], "warning"),
        counted(levels["hint"], "hint"),
    )
    told = [str(word) for level, word in zip(_LEVELS, words, strict=True) if levels[level]]
    return ", ".join(told) or "no findings"
