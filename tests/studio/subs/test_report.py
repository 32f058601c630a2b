"""Reports: whole, alone, escaped, with sources; pictures carry their captions."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from PIL import Image

from studio.core.time import FrameRate
from studio.media.probe import probe
from studio.presets import store
from studio.subs.checks.run import check
from studio.subs.cue import Cue, Track
from studio.subs.report import CheckedFile, report_csv, report_data, report_html, summary
from studio.subs.report_grabs import grabs

PROFILE = store.profile("bilingual-screen")
TRACK = Track(
    "en",
    (
        Cue(1, 0, 400, '<b>A & B</b> say… "yes"'),
        Cue(2, 1000, 3000, "=1+1"),
        Cue(3, 3010, 3500, "<script>alert(1)</script>"),
        Cue(4, 4000, 5000, "  "),
    ),
)


def checked() -> CheckedFile:
    return CheckedFile("a <b>.srt", TRACK, check(TRACK, PROFILE), {0: b"\xff\xd8not really"})


def test_the_page_needs_nothing_beside_it_and_escapes_what_it_shows() -> None:
    page = report_html([checked()], PROFILE, "Night <Stall>", ["Pictures of some."])
    assert "Night &lt;Stall&gt;" in page
    assert "<script" not in page
    assert "a &lt;b&gt;.srt" in page
    assert not re.search(r"(?:src|href)=['\"](?!data:|#)", page)
    assert "A &amp; B say…" in page
    assert "unverified" in page
    assert "data:image/jpeg;base64," in page
    assert page.count("class='cue'") == 3


def test_a_clean_file_says_so() -> None:
    page = report_html([CheckedFile("good.srt", Track("en"), ())], PROFILE, "T")
    assert "Nothing was found." in page
    assert summary([CheckedFile("good.srt", Track("en"), ())]) == "no findings"


def test_the_table_has_a_row_for_each_finding_and_no_formulas() -> None:
    one = checked()
    rows = list(csv.DictReader(io.StringIO(report_csv([one]))))
    assert len(rows) == len(one.findings)
    assert {"file", "cue", "check", "source", "text"} <= set(rows[0])
    sums = Track("en", (Cue(1, 0, 100, "=SUM(A1)"),))
    text = report_csv([CheckedFile("f", sums, check(sums, PROFILE))])
    assert ",'=SUM(A1)" in text


def test_the_object_names_profile_and_source() -> None:
    data = report_data([checked()], PROFILE)
    assert data["profile"]["verified"] is False
    first = data["files"][0]["findings"][0]
    assert (first["cue"], first["start"], first["end"]) == (0, 0.0, 0.4)


def test_pictures_show_the_cue(media: Path) -> None:
    film = probe(media / "media/film/elephants_dream_excerpt_360p24.mp4")
    assert film.video.rate == FrameRate.parse("24")
    style = store.caption_style("cinema-bilingual")
    track = Track("en", (Cue(1, 8000, 10_000, "WWWWWWWWWWWWWWWW"), Cue(2, 10**9, 10**9 + 1, "x")))
    bare = Track("en", (Cue(1, 8000, 10_000, ""),))
    with_text = grabs(film, [track], [(0, 0), (0, 1)], style)
    assert list(with_text) == [(0, 0)]
    pictures = [
        Image.open(io.BytesIO(data)).convert("L")
        for data in (with_text[0, 0], grabs(film, [bare], [(0, 0)], style)[0, 0])
    ]
    assert pictures[0].width == 480
    below = (0, pictures[0].height * 3 // 4, 480, pictures[0].height)
    bright = [sum(picture.crop(below).histogram()[230:]) for picture in pictures]
    assert bright[0] > bright[1] + 300
