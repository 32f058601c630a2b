"""Campaign files that nobody writes in good faith: refused in words and soon."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator

import pytest

from studio.batch.prepare import gather
from studio.campaign.adding import free_id
from studio.campaign.document import Campaign, Deliverable, FilmEntry, Market, PosterEntry
from studio.campaign.file import campaign_text, load_campaign
from studio.core.errors import BadValue, CannotRead
from studio.core.files import is_plain_name

_NOBODY = 65534
HEAD = 'schema = 1\nname = "x"\n'


def refused(tmp_path, text: str) -> str:
    path = tmp_path / "campaign.toml"
    path.write_text(text, encoding="utf-8")
    began = time.monotonic()
    with pytest.raises((BadValue, CannotRead)) as caught:
        load_campaign(path)
    assert time.monotonic() - began < 10
    assert str(path) in str(caught.value)
    assert len(str(caught.value)) < 20_000
    assert caught.value.hint
    return str(caught.value)


def film(name: str, source: str = "a.mp4") -> str:
    return f"[[films]]\nid = {name!r}\nsource = {source!r}\n"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("../a.mp4", "leaves the folder"),
        ("films/../../a.mp4", "leaves the folder"),
        ("..\\a.mp4", "leaves the folder"),
        ("/etc/passwd", "is not a path inside"),
        ("\\\\server\\share\\a.mp4", "is not a path inside"),
        ("C:a.mp4", "is not a path inside"),
        ("c:\\a.mp4", "is not a path inside"),
        ("", "is not a path inside"),
        ("link/a.mp4", "leaves the folder"),
        ("file.mp4", "leaves the folder"),
    ],
)
def test_sources_never_leave_the_folder(tmp_path, source, said):
    home = tmp_path / "home"
    home.mkdir()
    (home / "link").symlink_to(tmp_path)
    (home / "file.mp4").symlink_to("/etc/passwd")
    assert said in refused(home, HEAD + film("a", source))
    track = f"[[films.tracks]]\nlanguage = 'en'\nfile = {source!r}\n"
    assert said in refused(home, HEAD + film("a") + track)


@pytest.mark.parametrize("source", ["one/a.mp4", "x" * 5000, "/".join(["y"] * 3000)])
def test_links_in_a_circle_and_endless_names_are_refused_or_merely_missing(tmp_path, source):
    """What the system says of them differs; a traceback it never is."""
    (tmp_path / "one").symlink_to("two")
    (tmp_path / "two").symlink_to("one")
    path = tmp_path / "campaign.toml"
    path.write_text(HEAD + film("a", source), encoding="utf-8")
    with contextlib.suppress(BadValue):
        found, _ = gather(load_campaign(path), tmp_path)
        assert list(found.unreadable) == ["a"]


def test_a_path_with_half_an_end_is_refused(tmp_path):
    nul = '[[films]]\nid="a"\nsource="a\\u0000b"\n'
    assert "is not a path inside" in refused(tmp_path, HEAD + nul)


@pytest.mark.parametrize(
    ("ids", "said"),
    [
        (("Stall", "stall"), "is there twice"),
        (("straße", "STRASSE"), "is there twice"),
        (("caf\u00e9", "cafe\u0301"), "is there twice"),
        (("..",), "cannot be a file name"),
        (("a/b",), "cannot be a file name"),
        (("con",), "cannot be a file name"),
        (("NUL.mp4",), "cannot be a file name"),
        (("x" * 101,), "cannot be a file name"),
        ((" a",), "cannot be a file name"),
        (("a.",), "cannot be a file name"),
        (("",), "cannot be a file name"),
    ],
)
def test_ids_are_names_of_different_files(tmp_path, ids, said):
    assert said in refused(tmp_path, HEAD + "".join(film(one) for one in ids))
    posters = "".join(f"[[films.posters]]\nid = {one!r}\ntemplate = 'split'\n" for one in ids)
    assert said in refused(tmp_path, HEAD + film("a") + posters)
    markets = "".join(f"[[markets]]\nid = {one!r}\nlanguages = ['en']\n" for one in ids)
    assert said in refused(tmp_path, HEAD + markets)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[markets]]\nid = "cn"\nlanguages = ["en", "en"]', "names en twice"),
        ('[[markets]]\nid = "cn"\nlanguages = ["english!"]', "is not a language"),
        ('[[deliverables]]\nformat = "a"\nvideo = "b"', "either a format or a video"),
        ("[[deliverables]]\ncaptions = 'x'", "either a format or a video"),
        ("[[films]]\nid = 'a'\nsource = 'a'\n[[films.posters]]\nid = 'p'\ntemplate = 't'\n"
         "title = { 'e n' = 'x' }", "is not a language"),
        ("[[films]]\nid = 'a'\nsource = 'a'\n[[films.posters]]\nid = 'p'\ntemplate = 't'\n"
         "focus = [nan, 0.5]", "must be a finite number"),
        ("[[films]]\nid = 'a'\nsource = 'a'\n[[films.posters]]\nid = 'p'\ntemplate = 't'\n"
         "still = { pts = 1, time_base = '1/0', sha256 = 'ab' }", "time_base"),
        ("[[films]]\nid = 'a'\nsource = 'a'\n[[films.posters]]\nid = 'p'\ntemplate = 't'\n"
         f"still = {{ pts = 1, time_base = '1e{'9' * 9}', sha256 = 'ab' }}", "time_base"),
        ("version = 1", "version must be text"),
        ("films = 3", "films must be a list"),
        ("films = [1]", "films[0] must be a table"),
        ("schema = 9223372036854775808", "schema"),
    ],
)  # fmt: skip
def test_odd_values_are_named(tmp_path, text, said):
    head = "" if "schema" in text else "schema = 1\n"
    assert said in refused(tmp_path, head + text)


def test_far_more_films_than_any_campaign_has_are_counted_only(tmp_path):
    many = "".join(f'[[films]]\nid="{n}"\nsource="a"\n' for n in range(100_000))
    assert "films are 100,000, at most 1,000 are read" in refused(tmp_path, HEAD + many)


def test_very_many_problems_are_named_by_the_first(tmp_path):
    asks = "[[deliverables]]\nformat = 'kakao'\nmarkets = [" + "'zz'," * 900 + "]\n"
    markets = "".join(f'[[markets]]\nid="m{n}"\nlanguages=["en"]\n' for n in range(900))
    said = refused(tmp_path, HEAD + markets + asks * 300)
    assert said.count("there is no “zz”") == 20
    assert said.endswith("; and more.")


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 50_000,
        "a." * 50_000 + "b = 1",
        "x = { " + "'a' . " * 50_000 + "b = 1 }",
        "[" + "a." * 50_000 + "b]",
        "x" * 9_000_000,
        "x" * 7_000_000,
        "",
    ],
    ids=["nested", "dotted", "dotted inside", "dotted header", "large", "one word", "empty"],
)
def test_what_is_no_campaign_is_refused_soon(tmp_path, text):
    refused(tmp_path, text)


@pytest.mark.parametrize(
    "wanted",
    [
        *("con", "nul", "...", "", "🙂", "A — Small (lamp)"),
        *("x" * 300, "é" * 90, "漢" * 300, "\U00020000" * 100),
    ],
)
def test_ids_made_of_file_names_always_load(tmp_path, wanted):
    first = free_id(wanted, frozenset())
    second = free_id(wanted.upper(), frozenset({first}))
    assert is_plain_name(first)
    assert first.casefold() != second.casefold()
    campaign = Campaign(
        films=(FilmEntry(first, "a.mp4", posters=(PosterEntry(second, "split"),)),),
        markets=(Market("cn", ("en",)),),
        deliverables=(Deliverable("youtube-thumbnail"),),
    )
    path = tmp_path / "campaign.toml"
    path.write_text(campaign_text(campaign), encoding="utf-8")
    assert load_campaign(path) == campaign


@contextlib.contextmanager
def _as_anybody() -> Iterator[None]:
    """Root reads everything: for a while be a user who owns nothing."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="leave to read is kept otherwise there")
def test_a_file_without_leave_to_read_is_said(tmp_path):
    path = tmp_path / "campaign.toml"
    path.write_text(HEAD, encoding="utf-8")
    path.chmod(0)
    with _as_anybody(), pytest.raises(CannotRead, match="cannot be read"):
        load_campaign(path)
