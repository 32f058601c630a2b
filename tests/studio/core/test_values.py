from __future__ import annotations

import errno
import pickle
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.colour import Colour, contrast
from studio.core.errors import (
    BadValue,
    CannotRead,
    CannotWrite,
    Missing,
    StudioError,
    ToolFailed,
    explain,
)
from studio.core.geometry import Rect, Size, crop_window, fit
from studio.core.history import History
from studio.core.places import cache_folder, config_folder, presets_folder, resources_folder
from studio.core.progress import SILENT, Cancelled, Span, each
from studio.core.provenance import Provenance
from studio.core.registry import Registry
from studio.core.words import counted, duration_words, nearest, size_words

sides = st.integers(1, 9000)
sizes = st.builds(Size, sides, sides)


@given(sizes, sizes)
def test_fit_stays_in_the_box_and_touches_it(size: Size, box: Size) -> None:
    fitted = fit(size, box)
    assert 1 <= fitted.width <= box.width
    assert 1 <= fitted.height <= box.height
    assert fitted.width == box.width or fitted.height == box.height


@given(sizes, st.fractions(Fraction(1, 20), 20), st.floats(0, 1), st.floats(0, 1))
def test_a_crop_window_lies_in_the_picture(
    size: Size, aspect: Fraction, x: float, y: float
) -> None:
    window = crop_window(size, aspect, (x, y))
    assert Rect(0, 0, size.width, size.height).holds(window)
    assert window.width == size.width or window.height == size.height
    assert window.width >= 1
    assert window.height >= 1


def test_a_crop_window_follows_the_focus() -> None:
    size = Size(1920, 1080)
    assert crop_window(size, Fraction(1), (0.5, 0.5)) == Rect(420, 0, 1080, 1080)
    assert crop_window(size, Fraction(1), (0, 0)) == Rect(0, 0, 1080, 1080)
    assert crop_window(size, Fraction(1), (1, 1)) == Rect(840, 0, 1080, 1080)
    assert crop_window(size, Fraction(4), (0.5, 1)) == Rect(0, 600, 1920, 480)


def test_rectangles_meet_and_join() -> None:
    one, other = Rect(0, 0, 10, 10), Rect(5, 6, 10, 10)
    assert one.meet(other) == Rect(5, 6, 5, 4)
    assert one.join(other) == Rect(0, 0, 15, 16)
    assert one.meet(Rect(20, 20, 5, 5)).area == 0
    assert one.grown(1) == Rect(-1, -1, 12, 12)
    assert one.moved(2, 3).scaled(2, 2) == Rect(4, 6, 20, 20)
    assert one.centre == (5, 5)
    assert Rect(0, 0, -1, 5).area == 0


def test_colours_are_written_as_they_are_read() -> None:
    for text in ("#ff8000", "#00000080", "#ffffff"):
        assert str(Colour.parse(text)) == text
    assert Colour.parse("FF8000") == Colour(255, 128, 0)
    for wrong in ("", "red", "#fff", "#gggggg", "#ff80001"):
        with pytest.raises(BadValue):
            Colour.parse(wrong)


def test_contrast_is_that_of_wcag() -> None:
    white, black = Colour(255, 255, 255).luminance, Colour(0, 0, 0).luminance
    assert contrast(white, black) == contrast(black, white) == pytest.approx(21)
    assert contrast(Colour.parse("#767676").luminance, white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("kind", [CannotRead, CannotWrite, BadValue, ToolFailed, Missing])
def test_errors_keep_their_hint_across_processes(kind: type[StudioError]) -> None:
    back = pickle.loads(pickle.dumps(kind("what", hint="do this")))
    assert (type(back), str(back), back.hint) == (kind, "what", "do this")


def test_errors_are_explained_to_people() -> None:
    assert explain(BadValue("wrong", hint="right")).hint == "right"
    full = explain(OSError(errno.ENOSPC, "No space left on device", "/x/y"))
    assert (full.text, full.hint != "") == ("/x/y: No space left on device", True)
    assert "memory" in explain(MemoryError()).text
    odd = explain(ZeroDivisionError("division by zero"))
    assert odd.text == "ZeroDivisionError: division by zero"
    assert "ZeroDivisionError" in odd.details
    assert explain(BadValue("wrong")).details == ""


class Listener:
    def __init__(self, stop_at: float = 2.0) -> None:
        self.heard: list[tuple[float, str]] = []
        self.stop_at = stop_at

    def report(self, fraction: float, note: str = "") -> None:
        self.heard.append((round(fraction, 6), note))
        if fraction >= self.stop_at:
            raise Cancelled


def test_spans_are_parts_of_the_whole() -> None:
    whole = Listener()
    inner = Span(Span(whole, 0.5, 1.0, "outer"), 0.0, 0.5)
    inner.report(0.5)
    inner.report(1.0, "mine")
    assert whole.heard == [(0.625, "outer"), (0.75, "mine")]


def test_each_reports_before_every_item_and_at_the_end() -> None:
    listener = Listener()
    assert list(each("ab", listener, "n")) == ["a", "b"]
    assert listener.heard == [(0, "n"), (0.5, "n"), (1, "n")]
    assert list(each([], SILENT)) == []
    done = []
    with pytest.raises(Cancelled):
        done.extend(each("abc", Listener(0.3)))


def test_history_undoes_and_redoes_whole_documents() -> None:
    history = History("a")
    assert (history.undo(), history.redo(), history.changed) == (None, None, False)
    history.commit("b", "to b")
    history.commit("c", "to c")
    assert (history.undo_label, history.redo_label) == ("to c", None)
    undone = history.undo()
    assert undone is not None
    assert (undone.label, history.value, history.redo_label) == ("to c", "b", "to c")
    history.undo()
    assert (history.value, history.changed) == ("a", False)
    history.redo()
    history.redo()
    assert history.value == "c"
    history.undo()
    history.commit("d", "to d")
    assert history.redo() is None
    assert [step.value for step in history.steps] == ["a", "b", "d"]
    assert history.position == 2


def test_steps_with_one_key_are_one_undo_until_saved() -> None:
    history = History((0,))
    for n in range(1, 4):
        history.commit((n,), "typing", merge="line 1")
    history.mark_saved()
    assert not history.changed
    history.commit((4,), "typing", merge="line 1")
    history.commit((5,), "typing", merge="line 2")
    assert [step.value for step in history.steps] == [(0,), (3,), (4,), (5,)]
    history.undo()
    history.undo()
    assert not history.changed
    history.commit(history.value, "nothing")
    assert history.undo_label == "typing"


@given(st.lists(st.sampled_from(["commit", "undo", "redo"]), max_size=60))
def test_history_walks_like_a_list(moves: list[str]) -> None:
    history = History([0])
    line, place, fresh = [0], 0, 0
    for move in moves:
        if move == "commit":
            fresh += 1
            history.commit([fresh], "x")
            line, place = [*line[: place + 1], fresh], place + 1
        elif move == "undo":
            assert (history.undo() is None) == (place == 0)
            place = max(0, place - 1)
        else:
            assert (history.redo() is None) == (place == len(line) - 1)
            place = min(len(line) - 1, place + 1)
        assert [step.value[0] for step in history.steps] == line
        assert history.position == place
        assert history.value == [line[place]]


def test_history_is_bounded() -> None:
    history = History(0, depth=3)
    for n in range(1, 10):
        history.commit(n, "x")
    assert [step.value for step in history.steps] == [7, 8, 9]


def test_a_registry_files_names_once_in_order() -> None:
    things: Registry[str] = Registry("thing")
    things.add("one")("1")
    things.add("two")("2")
    assert (list(things), things.names(), things["two"], "two" in things) == (
        ["1", "2"],
        ("one", "two"),
        "2",
        True,
    )
    with pytest.raises(ValueError, match="two things are called 'one'"):
        things.add("one")("3")
    with pytest.raises(BadValue, match="no thing called “tow”") as caught:
        things["tow"]
    assert caught.value.hint == "Did you mean “two”?"


def test_words_for_people() -> None:
    assert nearest("zzz", ["a", "b"]) == "Known: a, b."
    assert nearest("x", []) == "There are none."
    assert (counted(1, "cue"), counted(2, "cue"), counted(1234, "cue")) == (
        "1 cue",
        "2 cues",
        "1,234 cues",
    )
    assert counted(2, "entry", "entries") == "2 entries"
    assert (duration_words(64), duration_words(3753), duration_words(-1)) == (
        "1:04",
        "1:02:33",
        "0:00",
    )
    assert (size_words(0), size_words(4_200_000), size_words(10**13)) == (
        "0 B",
        "4.2 MB",
        "10000.0 GB",
    )


def test_unverified_figures_are_marked() -> None:
    assert Provenance("a page", "2026-01-01", True).mark == ""
    assert Provenance("memory", "2026-01-01", False).mark == "unverified"


def test_places_follow_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LOBBYCARD_CACHE", str(tmp_path / "c"))
    monkeypatch.delenv("LOBBYCARD_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "x"))
    monkeypatch.setattr("sys.platform", "linux")
    assert (cache_folder(), config_folder()) == (tmp_path / "c", tmp_path / "x" / "lobbycard")
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("APPDATA", str(tmp_path / "w"))
    assert config_folder() == tmp_path / "w" / "Lobbycard"
    monkeypatch.setattr("sys.platform", "darwin")
    assert config_folder() == Path.home() / "Library" / "Application Support" / "Lobbycard"
    assert (resources_folder() / "fonts").is_dir()
    assert presets_folder().is_dir()


def test_a_missing_installation_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("studio.core.places._ROOT", tmp_path)
    with pytest.raises(Missing, match="presets"):
        presets_folder()
