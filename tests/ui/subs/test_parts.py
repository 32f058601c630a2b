"""The page's parts without a window: checking apart, names, lines that fit, the model's news."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from studio.core.progress import SILENT
from studio.core.time import FrameRate
from studio.presets import store
from studio.subs import edits
from studio.subs.cue import Cue, Track
from studio.subs.linking import link
from tests.ui.subs.conftest import CHINESE, ENGLISH, track_of
from ui.subs.cells import laid_out, row_height
from ui.subs.checking import Order, Places, look
from ui.subs.footage import near
from ui.subs.found import FoundPanel
from ui.subs.model import CueModel
from ui.subs.rows import rows
from ui.subs.timeline import Window, keyed
from ui.subs.view import View, goes_left, isolated, named
from ui.widgets.names import name_of

A, B = track_of("zh-Hans", CHINESE), track_of("en", ENGLISH)
VIEW = View(("zh-Hans", "en"), ("简体中文", "English"), FrameRate.parse("24"))


def order(known: bool = False) -> Order:
    pairing = link(A, B) if known else None
    return Order(A, B, pairing, store.profile("streaming"), FrameRate.parse("24"))


@pytest.mark.parametrize("known", [False, True])
def test_another_process_sees_what_a_thread_sees(
    monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    here = look(order(known), SILENT)
    monkeypatch.setattr("ui.subs.checking.LARGE", 0)
    apart = look(order(known), SILENT)
    assert apart.pairing == here.pairing == link(A, B)
    assert list(apart.places) == list(here.places)
    assert len(here.places) > 0


def test_findings_are_found_by_their_cue() -> None:
    places = look(order(), SILENT).places
    first = places[0]
    assert places.of(first.side, first.cue_id)[0] == first.finding
    assert places.index_of(first.side, first.cue_id, first.finding.check) == 0
    assert places.index_of(0, 99, "gap") == -1
    assert places.starts == sorted(places.starts)
    assert (len(Places()), list(Places().cues(0)), Places().of(1, 1)) == (0, [], [])


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("zh-Hans", "简体中文"),
        ("zh-Hant", "繁體中文"),
        ("en", "English"),
        ("ja", "日本語"),
        ("ko", "한국어"),
        ("fr", "Français"),
        ("", ""),
        ("und", "und"),
    ],
)
def test_languages_name_themselves(tag: str, name: str) -> None:
    assert name_of(tag) == name
    assert named("ja") == "日本語   ja"


def test_some_languages_go_from_right_to_left() -> None:
    assert [goes_left(one) for one in ("ar", "he", "en", "zh-Hant")] == [True, True, False, False]
    assert isolated("العربية") == "\u2068العربية\u2069"


def test_long_lines_flow_on_where_there_is_room_and_else_end_in_dots(themed: object) -> None:
    metrics = QFontMetrics(QFont())
    text = "one two three four five six seven"
    width = metrics.horizontalAdvance("one two three four five")
    lines = laid_out(text, metrics, width, 2)
    assert (len(lines), " ".join(lines)) == (2, text)
    assert all(metrics.horizontalAdvance(line) <= width for line in lines)
    (only,) = laid_out(text, metrics, width, 1)
    assert only.endswith("…")
    assert laid_out("short\n" + text, metrics, width, 2)[0] == "short"


def test_no_line_begins_with_a_closing_mark(themed: object) -> None:
    metrics = QFontMetrics(QFont())
    text = "一样呀布鲁格，就一样的。"
    for count in range(3, len(text)):
        lines = laid_out(text, metrics, metrics.horizontalAdvance(text[:count]), 9)
        assert not any(line.startswith(("，", "。")) for line in lines)


def test_rows_have_room_for_two_lines_and_grow_from_the_third() -> None:
    assert row_height(1) == row_height(2) < row_height(3)


def test_of_a_long_track_the_picture_gets_what_is_near() -> None:
    cues = tuple(Cue(n, n * 1000, n * 1000 + 900, "x") for n in range(2000))
    assert [cue.id for cue in near(Track("en", cues), 1_000_000).cues] == list(range(910, 1091))
    assert near(A, 0) is A


class Heard:
    """What a model tells its views."""

    def __init__(self, model: CueModel) -> None:
        self.said: list[tuple[str, int, int]] = []
        model.rowsInserted.connect(lambda _, a, b: self.said.append(("come", a, b)))
        model.rowsRemoved.connect(lambda _, a, b: self.said.append(("gone", a, b)))
        model.dataChanged.connect(lambda a, b: self.said.append(("new", a.row(), b.row())))
        model.modelReset.connect(lambda: self.said.append(("all", 0, 0)))


@pytest.fixture
def model(qtbot: QtBot) -> CueModel:
    made = CueModel()
    made.show_rows(rows(A, B, link(A, B)), VIEW)
    return made


def test_the_model_tells_only_what_changed(model: CueModel) -> None:
    heard = Heard(model)
    model.show_rows(rows(A, B, link(A, B)), VIEW)
    assert heard.said == []
    other = edits.set_text(A, 2, "other")
    model.replace_cues(0, [other.cues[1]])
    assert heard.said == [("new", 1, 1)]
    assert model.cue(1, 0) == other.cues[1]


def test_rows_come_and_go_where_cues_do(model: CueModel) -> None:
    heard = Heard(model)
    fewer = edits.delete(A, [1])
    model.show_rows(rows(fewer, edits.delete(B, [1]), link(fewer, edits.delete(B, [1]))), VIEW)
    assert heard.said == [("gone", 0, 0)]
    model.show_rows(rows(A, B, link(A, B)), VIEW)
    assert heard.said[1:] == [("come", 0, 0)]
    assert model.row_of(1, 4) == 3
    assert model.row_at(1700) == 1
    assert model.row_at(0) == -1
    # Between two rows the one before still counts; a long cue outlives a short one after it.
    assert model.row_at(1550) == 0
    assert model.row_at(1960) == 1


def test_another_language_begins_anew(model: CueModel) -> None:
    heard = Heard(model)
    model.show_rows(rows(A, None, None), View(("zh-Hans", ""), ("简体中文", "")))
    assert heard.said == [("all", 0, 0)]
    assert (model.rowCount(), model.columnCount()) == (3, 5)
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_a_cue_comes_into_view_as_a_whole() -> None:
    window = Window(0, 12_000, 60_000, 1200)
    assert window.holding(2_000, 5_000) is window
    assert window.holding(11_900, 14_400).start == 11_900 - 3_000
    assert window.holding(30_000, 41_000).start == 30_000 - 750


def test_keys_look_closer_and_move_along() -> None:
    window = Window(0, 12_000, 60_000, 1200)
    closer = keyed(window, Qt.Key.Key_Plus, 6_000)
    assert closer is not None
    assert closer.span < window.span
    assert closer.x(6_000) == pytest.approx(600, abs=1)
    along = keyed(window, Qt.Key.Key_PageDown, 0)
    assert along == window.at(9_000)
    assert keyed(window, Qt.Key.Key_A, 0) is None


def test_an_empty_list_of_findings_says_so_below_its_heading(qtbot: QtBot) -> None:
    panel = FoundPanel()
    qtbot.addWidget(panel)
    panel.show_places(Places(), VIEW)
    assert (panel.title, panel.says) == ("Findings", "Every cue passes the checks.")
    panel.show_places(look(order(), SILENT).places, VIEW)
    assert panel.says == ""
