"""The report of checks as files: .html with frames of the film, .csv, .json."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from studio.captions.style import CaptionStyle
from studio.core.errors import BadValue
from studio.core.files import write_bytes, write_text
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.media.film import Film
from studio.subs.checks.base import CheckProfile, Finding
from studio.subs.checks.run import check
from studio.subs.fixes.base import Desk
from studio.subs.linking import flipped
from studio.subs.report import CheckedFile, report_csv, report_data, report_html, summary
from studio.subs.report_grabs import MOST, by_file, grabs

ENDINGS = (".html", ".csv", ".json")


def findings_of(desk: Desk, side: int) -> tuple[Finding, ...]:
    """What is found in one track of a desk (0 or 1), beside the other where there is one."""
    other = None if desk.b is None else (desk.a if side else desk.b)
    linked = flipped(desk.pairing) if side and desk.pairing is not None else desk.pairing
    return check(desk.tracks[side], desk.profile, desk.rate, other, linked, desk.around_of(side))


def refuse_ending(path: Path) -> None:
    """Raises BadValue for a name that no report has."""
    if path.suffix.lower() not in ENDINGS:
        raise BadValue(
            said(
                "{path}: a report is not written as “{ending}”.",
                path=path,
                ending=path.suffix or path.name,
            ),
            hint=said("Name it {endings}.", endings=", ".join(ENDINGS)),
        )


def write_reports(
    paths: Sequence[Path],
    files: Sequence[CheckedFile],
    profile: CheckProfile,
    film: Film | None,
    style: CaptionStyle | None,
    progress: Progress = SILENT,
) -> None:
    """Write what was found in `files` to each of `paths`, by its ending; whole or not at all.

    A page has frames of `film` with the captions in `style`, where both are given; both languages
    on them where the profile is for two. Raises BadValue, CannotRead, CannotWrite.
    """
    for path in paths:
        refuse_ending(path)
    notes: list[str] = []
    if film is not None and style is not None and any(map(_is_page, paths)):
        wanted = [(n, found.cue) for n, one in enumerate(files) for found in one.findings]
        together = len(files) == 2 and profile.screen is not None
        tracks = [one.track for one in files]
        made = by_file(grabs(film, tracks, wanted, style, progress, together=together), len(files))
        files = [replace(one, grabs=own) for one, own in zip(files, made, strict=True)]
        if len(set(wanted)) > MOST:
            notes.append(f"Pictures are of the first {MOST} cues.")
    for path in paths:
        _write(path, files, profile, notes)


def _is_page(path: Path) -> bool:
    return path.suffix.lower() == ".html"


def _write(
    path: Path, files: Sequence[CheckedFile], profile: CheckProfile, notes: Sequence[str]
) -> None:
    ending = path.suffix.lower()
    if ending == ".html":
        told = [summary(files), *notes]
        write_text(path, report_html(files, profile, "Subtitle checks", told))
    elif ending == ".csv":
        # With a mark: spreadsheets take a CSV without one for the system's old code page.
        write_bytes(path, report_csv(files).encode("utf-8-sig"))
    else:
        data = json.dumps(report_data(files, profile), ensure_ascii=False, indent=1)
        write_text(path, data + "\n")
