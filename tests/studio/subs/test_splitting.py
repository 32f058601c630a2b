"""A bilingual track taken apart by language, and put together again to the same bytes."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.cli.start import main
from studio.core.errors import BadValue
from studio.subs.bilingual import Together, bilingual, stacked
from studio.subs.cue import Cue, Track
from studio.subs.formats.base import FORMATS, Format
from studio.subs.linking import link
from studio.subs.reading import read_track
from studio.subs.splitting import rejoined, split_languages
from studio.subs.writing import write_track


def track(*texts: str) -> Track:
    cues = (Cue(n, n * 2000, n * 2000 + 1500, text) for n, text in enumerate(texts, start=1))
    return Track("zh-Hans+en", tuple(cues))


PLAIN = (
    "灯不大。\nThe lamp is not big.",
    "够一个人回家。\nBut it is enough for you and me.",
    "末班车到了\nWhat is this? We have to go.",
)


def written(one: Track, form: Format) -> str:
    return form.write(one).text


def texts(one: Track) -> list[str]:
    return [cue.text for cue in one.cues]


def test_lines_go_to_their_languages_and_keep_ids_and_times() -> None:
    made = split_languages(track(*PLAIN))
    assert (made.first.language, made.second.language) == ("zh-Hans", "en")
    assert texts(made.first) == ["灯不大。", "够一个人回家。", "末班车到了"]
    assert texts(made.second) == [text.split("\n")[1] for text in PLAIN]
    assert [(cue.id, cue.start, cue.end) for cue in made.second.cues] == [
        (cue.id, cue.start, cue.end) for cue in track(*PLAIN).cues
    ]
    assert (made.both, made.undecided) == (3, ())


def test_latin_names_and_numbers_stay_in_the_chinese_line() -> None:
    made = split_languages(track(*PLAIN, "我用 Windows 98 上网\nI use Windows 98", "OK！\nOkay!"))
    assert texts(made.first)[3:] == ["我用 Windows 98 上网"]
    assert texts(made.second)[3:] == ["I use Windows 98", "OK！\nOkay!"]


def test_the_order_is_learned_from_the_file() -> None:
    made = split_languages(track(*("\n".join(text.split("\n")[::-1]) for text in PLAIN)))
    assert (made.first.language, made.second.language) == ("en", "zh-Hans")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The other way\n反过来", "another order"),
        ("- 你好\n- Hello\n- 再见\n- Bye", "another order"),
        ("♪", "no letters"),
        ("你好 Hello my dear friend of old 你好", "cannot be told"),
        ("<i>斜体\nin italics</i>", "tag goes across"),
        ("{\\an8}上\n{\\an8}{\\i1}above", ""),
        ("{\\an8}上\n{\\an8}above", ""),
    ],
)
def test_what_is_not_sure_stays_whole_and_is_listed(text: str, reason: str) -> None:
    made = split_languages(track(*PLAIN, text))
    if reason:
        assert [(one.cue, one.text) for one in made.undecided] == [(4, text)]
        assert reason in made.undecided[0].reason
        assert texts(made.first)[3:] == [text]
    assert rejoined(made, track(*PLAIN, text)) == track(*PLAIN, text)


def test_a_position_counts_for_both_languages_and_is_said_once() -> None:
    made = split_languages(track(*PLAIN, "{\\an8}在上面\nup there"))
    assert texts(made.second)[3] == "{\\an8}up there"
    assert stacked([texts(made.first)[3], texts(made.second)[3]]) == "{\\an8}在上面\nup there"


def test_two_languages_of_one_script_are_told_by_their_words() -> None:
    pairs = (
        ("Wir haben das nicht gewusst.", "We did not know that."),
        ("Und was ist mit mir?", "And what about you and me?"),
        ("Das ist die Maschine.", "This is the machine."),
        ("Ich weiß nicht, was es ist.", "I do not know what it is."),
    )
    made = split_languages(track(*("\n".join(pair) for pair in pairs)))
    assert (made.first.language, made.second.language) == ("de", "en")
    assert texts(made.second) == [pair[1] for pair in pairs]


@pytest.mark.parametrize("only", [("灯", "大"), ("Hello", "you"), ("1", "♪"), ()])
def test_a_track_of_one_language_is_refused(only: tuple[str, ...]) -> None:
    with pytest.raises(BadValue, match="two languages"):
        split_languages(track(*only))


def test_japanese_beside_chinese() -> None:
    made = split_languages(track("灯不大。\nランプは小さい。", "回家\n家に帰る", "到了\n着いた"))
    assert (made.first.language, made.second.language) == ("zh-Hans", "ja")
    assert made.undecided == ()


LINES = st.sampled_from(
    ["灯不大。", "够一个人回家", "A small lamp.", "Enough, Emo!", "♪", "Emo", "1999", "<i>灯</i>",
     "<i>lamp</i>", "{\\an8}灯塔", "- 你好", "- Hello you", "混 mixed up words", "…", "OK"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(LINES, min_size=1, max_size=4), min_size=1, max_size=6),
    st.sampled_from(["srt", "ass"]),
)
def test_split_then_put_together_is_the_same(cues: list[list[str]], name: str) -> None:
    whole = track(*PLAIN, *("\n".join(lines) for lines in cues))
    form = FORMATS[name]
    text = written(whole, form)
    parsed = form.read(text)
    read = Track("zh-Hans+en", parsed.cues, parsed.frame)
    made = split_languages(read)
    assert rejoined(made, read) == read
    assert written(rejoined(made, read), form) == text
    # Nothing is lost on the way: every line stands in one of the two tracks.
    said = "\n".join((*texts(made.first), *texts(made.second)))
    assert all(line in said for lines in cues for line in lines)
    # And through files: each track written and read for itself, then linked anew.
    sides = [form.read(written(one, form)) for one in (made.first, made.second)]
    a, b = (Track("xx", one.cues, one.frame) for one in sides)
    assert written(bilingual(a, b, link(a, b)), form) == text


def test_real_tracks_come_apart_and_together(media: Path) -> None:
    folder = media / "media/subs/elephants_dream"
    names = ("zh-Hans", "de", "ja")
    tracks = [read_track(folder / f"elephants_dream.{name}.srt", name).track for name in names]
    for a, b in combinations(tracks, 2):
        both = bilingual(a, b, link(a, b))
        made = split_languages(both)
        assert {made.first.language, made.second.language} == {a.language, b.language}
        assert rejoined(made, both) == both
        assert len(made.undecided) <= 2
        for form in (FORMATS["srt"], FORMATS["ass"]):
            text = written(both, form)
            sides = [form.read(written(one, form)) for one in (made.first, made.second)]
            left, right = (Track("xx", one.cues, one.frame) for one in sides)
            assert written(bilingual(left, right, link(left, right)), form) == text


def test_cues_of_two_styles_stay_apart() -> None:
    a = Track("zh-Hans", (Cue(1, 0, 1000, "灯", "Chinese"),))
    b = Track("en", (Cue(1, 0, 1000, "lamp", "English"),))
    assert bilingual(a, b, link(a, b)).cues == (
        Cue(1, 0, 1000, "灯", "Chinese"),
        Cue(2, 0, 1000, "lamp", "English"),
    )


def test_the_other_language_above_and_styles_apart() -> None:
    a, b = Track("zh-Hans", (Cue(1, 0, 1000, "灯"),)), Track("en", (Cue(1, 9, 990, "lamp"),))
    assert texts(bilingual(a, b, link(a, b), Together(above="b"))) == ["lamp\n灯"]
    apart = bilingual(a, b, link(a, b), Together(apart=True, style_b="Below"))
    assert apart.cues == (Cue(1, 0, 1000, "灯"), Cue(2, 9, 990, "lamp", "Below"))


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, Any]:
    code = main(["subs", *map(str, words), "--json"])
    out = capsys.readouterr().out
    return code, json.loads(out) if out else None


@pytest.mark.parametrize("suffix", ["srt", "ass", "vtt"])
def test_split_and_pair_on_the_command_line_give_the_same_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    whole, a, b = (tmp_path / f"{name}.{suffix}" for name in ("film", "a", "b"))
    write_track(track(*PLAIN, "只有中文", "English only"), whole)
    code, told = run(capsys, "split", whole, "-o", a, b)
    assert code == 0
    assert told == {
        "file": str(whole),
        "a": {"file": str(a), "language": "zh-Hans", "cues": 4},
        "b": {"file": str(b), "language": "en", "cues": 4},
        "both": 3,
        "undecided": [],
        "same_bytes": True,
    }
    again = tmp_path / f"again.{suffix}"
    assert run(capsys, "pair", a, b, "-o", again)[0] == 0
    assert again.read_bytes() == whole.read_bytes()


def test_many_files_are_split_and_paired(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    films = [tmp_path / "one.srt", tmp_path / "two.srt"]
    for film in films:
        write_track(track(*PLAIN, "♪"), film)
    apart, together = tmp_path / "apart", tmp_path / "together"
    apart.mkdir()
    together.mkdir()
    code, told = run(capsys, "split", *films, "-o", apart)
    assert code == 1
    assert [one["undecided"][0]["reason"] for one in told["files"]] == ["it has no letters"] * 2
    names = ["one.en.srt", "one.zh-Hans.srt", "two.en.srt", "two.zh-Hans.srt"]
    assert sorted(path.name for path in apart.iterdir()) == names
    files = sorted(apart.iterdir(), reverse=True)
    code, told = run(capsys, "pair", *files, "-o", together, "--format", "srt")
    assert (code, [len(one["links"]) for one in told["pairs"]]) == (0, [4, 4])
    for film in films:
        assert (together / film.name).read_bytes() == film.read_bytes()
    code, told = run(capsys, "pair", *files)
    assert (code, [len(one["links"]) for one in told["pairs"]]) == (0, [4, 4])


@pytest.mark.parametrize(
    "words",
    [
        ("split", "both.srt", "-o", "a.srt", "b.srt", "c.srt"),
        ("split", "both.srt", "-o", "a.srt", "a.srt"),
        ("split", "both.srt", "-o", "both.srt", "b.srt"),
        ("split", "both.srt", "both.srt", "-o", "a.srt", "b.srt"),
        ("split", "one.en.srt", "-o", "a.srt", "b.srt"),
        ("pair", "one.en.srt"),
        ("pair", "one.en.srt", "both.srt", "two.en.srt"),
        ("pair", "one.en.srt", "both.srt", "-o", "."),
    ],
)
def test_wrong_requests_are_said_and_nothing_is_written(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
) -> None:
    monkeypatch.chdir(tmp_path)
    write_track(track(*PLAIN), tmp_path / "both.srt")
    write_track(track("Hello you", "and me"), tmp_path / "one.en.srt")
    write_track(track("Hello you", "and me"), tmp_path / "two.en.srt")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert main(["subs", *words]) == 2
    assert capsys.readouterr().err.strip()
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
