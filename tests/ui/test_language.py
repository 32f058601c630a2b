"""The window speaks Chinese as fully as English, and changes over while it runs."""

from __future__ import annotations

import re
import shutil
import string
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer, QTranslator
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studio.core.errors import Missing
from studio.core.said import Said, said
from tests.i18n.gather import FOLDER, LANGUAGES, ROOT, gathered, read_ts, release, wanted
from tests.ui.seen import nameless, texts
from ui.actions import keys_words
from ui.app import Parts, build
from ui.subs import tracks
from ui.widgets import language
from ui.widgets.dialogs import ask
from ui.widgets.language import CONTEXT, heard, language_now, set_language, tr

TS = FOLDER / "lobbycard_zh-Hans.ts"


@pytest.fixture(autouse=True)
def _english_again(themed: QApplication) -> Iterator[None]:
    yield
    set_language("en")


# -- the words ------------------------------------------------------------------------------


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_text_has_finished_words(tag: str) -> None:
    words = {one.source: one for one in read_ts(FOLDER / f"lobbycard_{tag}.ts")}
    there = wanted(tag)
    assert sorted(text for text in there if text not in words) == []
    assert sorted(text for text in words if text not in there) == []
    assert [one.source for one in words.values() if not one.finished or not one.translation] == []


def _gaps(template: str) -> list[tuple[str, str | None, str | None]]:
    return sorted(
        (name, spec or "", conversion or "")
        for _, name, spec, conversion in string.Formatter().parse(template)
        if name is not None
    )


def test_words_have_the_gaps_of_their_text() -> None:
    wrong = []
    for one in (one for one in read_ts(TS) if one.finished):
        try:
            same = _gaps(one.source) == _gaps(one.translation)
        except ValueError:
            # A text without values may hold braces of any kind; it is not formatted.
            same = one.source.count("{") == one.translation.count("{")
        if not same:
            wrong.append(one.source)
    assert wrong == []


_HAN = "[\u4e00-\u9fff]"


def test_chinese_is_set_as_chinese_is() -> None:
    wrong = []
    for one in read_ts(TS):
        text = re.sub(r"\{[^{}]*\}", "", one.translation)
        half_wide = re.search(rf"{_HAN}[,;:?]", text)
        # Between Han and Latin stands a space.
        close = re.search(rf"{_HAN}[A-Za-z0-9]|[A-Za-z0-9]{_HAN}", text)
        if "!" in text or "！" in text or half_wide or close:
            wrong.append(one.translation)
    assert wrong == []


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_is_loaded_was_made_of_these_words(tag: str, tmp_path: Path) -> None:
    ts = FOLDER / f"lobbycard_{tag}.ts"
    told = release(ts, tmp_path / "again.qm")
    assert "arning" not in told
    again, loaded = QTranslator(), QTranslator()
    assert again.load(str(tmp_path / "again.qm"))
    assert loaded.load(str(ts.with_suffix(".qm")))
    for one in read_ts(ts):
        assert loaded.translate(CONTEXT, one.source) == one.translation
        assert again.translate(CONTEXT, one.source) == one.translation


def test_gathering_again_changes_nothing(tmp_path: Path) -> None:
    """Whoever adds a text runs `python tests/i18n/gather.py` and writes its words."""
    assert set(LANGUAGES) == set(language.LANGUAGES)
    places = {place.rsplit(":", 1)[0] for where in gathered().values() for place in where}
    assert all((ROOT / place).is_file() for place in places)


# -- at work --------------------------------------------------------------------------------


def test_said_within_said_is_heard_whole(themed: QApplication) -> None:
    set_language("zh-Hans")
    inner = said("{path} is not there.", path="a.mp4")
    outer = said("is wrong: {reason:bare}", reason=inner)
    assert heard(outer) == "有误：a.mp4 不在那里"
    assert tr("Save") == "保存"
    assert heard("a.mp4") == "a.mp4"


def test_no_space_stands_between_han_and_han(themed: QApplication) -> None:
    set_language("zh-Hans")
    template = "The figures of {form} are unverified."
    assert tr(template, form="A2").startswith("A2 的数据")
    named = Said(template, {"form": Said("metro-lightbox", {})})
    assert heard(named).startswith("地铁灯箱的数据")


def test_dialogs_have_chinese_buttons(themed: QApplication) -> None:
    set_language("zh-Hans")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "取消"
    box.deleteLater()


def test_what_qts_own_words_lack_is_chinese_too() -> None:
    set_language("zh-Hans")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    dialog.deleteLater()
    assert "位置(&I)：" in labels
    assert not [text for text in labels if re.search("[a-z]{3}", text)]
    assert keys_words(("Ctrl+Up", "Alt+Left", "Return")) == "Ctrl+↑, Alt+←, Enter"
    set_language("en")
    assert keys_words(("Ctrl+Up",)) == "Ctrl+Up"


def test_missing_words_leave_the_language_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "resources_folder", lambda: tmp_path)
    with pytest.raises(Missing, match="简体中文"):
        set_language("zh-Hans")
    assert language_now() == "en"


_CAMPAIGN = """schema = 1
name = "灯"
version = "v01"

[[films]]
id = "lamp"
source = "lamp.mp4"
title = { zh-Hans = "灯", en = "灯" }

[[films.tracks]]
language = "zh-Hans"
file = "lamp.zh-Hans.srt"

[[films.tracks]]
language = "en"
file = "lamp.en.srt"

[[films.posters]]
id = "p1"
template = "quiet-line"
still = "00:00:02.500"

[films.posters.copy]
zh-Hans = "留一盏灯，\\n给晚归的人。"

[[markets]]
id = "cn"
name = "中国"
languages = ["zh-Hans", "en"]

[[deliverables]]
format = "one-sheet"

[[deliverables]]
format = "weibo-square"

[[deliverables]]
video = "web-720p"
"""
_CUES = "1\n00:00:00,500 --> 00:00:00,700\n{}\n\n2\n00:00:02,200 --> 00:00:03,600\n{}\n"


@pytest.fixture
def campaign(tmp_path: Path, drawn_path: Path) -> Path:
    """A campaign whose own words are Chinese or short, so that what is English is the window's."""
    shutil.copyfile(drawn_path, tmp_path / "lamp.mp4")
    for tag in ("zh-Hans", "en"):
        text = _CUES.format("夜很大，" * 9, "灯很小。")
        (tmp_path / f"lamp.{tag}.srt").write_text(text, "utf-8")
    path = tmp_path / "campaign.toml"
    path.write_text(_CAMPAIGN, "utf-8")
    return path


class _Dots(QTranslator):
    """A language without letters: what is still to be read was never given to be translated."""

    def __init__(self, known: frozenset[str]) -> None:
        super().__init__()
        self._known = known

    def translate(self, context: str, text: str, *_: object) -> str | None:
        if context == CONTEXT and text in self._known:
            parts = re.split(r"(\{[^{}]*\})", text)
            return "".join(p if p.startswith("{") else re.sub("[A-Za-z]", "·", p) for p in parts)
        return None

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


@pytest.fixture
def parts(
    themed: QApplication, qtbot: QtBot, campaign: Path, in_this_process: None
) -> Iterator[Parts]:
    """The window with the campaign open and its film read."""
    made = build()
    made.window.resize(1280, 800)
    made.window.show()
    made.documents.open(campaign)
    qtbot.waitUntil(lambda: made.films.film("lamp") is not None, timeout=30_000)
    yield made
    made.close()
    made.window.deleteLater()


def _each_page(parts: Parts, qtbot: QtBot) -> Iterator[int]:
    for number in range(4):
        parts.window.show_page(number)
        assert parts.window.page_number == number
        qtbot.wait(250)
        yield number


# Names, formats, keys and units that are the same in every language.
_DATA = re.compile(
    r"lamp|p1|cn|campaign|zh-Hans|zh|Hans|en|Lobbycard|quiet-line|one-sheet|weibo-square|web-720p|"
    r"(?:Ctrl|Shift|Alt|Meta|Home|End|Left|Right|Up|Down|Return|Enter|Space|Esc|Del|Ins|Tab|"
    r"Backspace|PgUp|PgDown|F\d+|Num|Print|Media \w+)(?=[+,; )]|$)|"
    r"centred-title|vertical-line|split|boxed|cinema-bilingual|clean|top-and-bottom|streaming|"
    r"bilingual-screen|English|Deutsch|mp4|srt|toml|BT|sRGB|RGB|CMYK|PNG|TIFF|JPEG|PDF|PSD|ISO|"
    r"[a-z]+(?:-[a-z0-9]+)+|[~/]\S+|https?://\S+|\.\w+|px|mm|kHz|kakao|xiaohongshu|separator|"
    r"Small|Lights|ms|Aegisub|Premiere Pro|Subtitle Edit|Media Composer|Avid|Python|Qt for|Qt|av|"
    r"moviepy|numpy|pillow|uharfbuzz|poster|[kMG]B|SubRip|WebVTT|UTF|"
    r"DCI-P3|Display P3|EBU|FCC|HLG|PQ|Log(?= \d)|SMPTE|xvYCC"
)


def _speak(parts: Parts, tag: str, qtbot: QtBot) -> None:
    before = parts.window
    parts.speak(tag)
    qtbot.waitUntil(lambda: parts.window is not before, timeout=20_000)


def _english(top: QWidget) -> set[str]:
    return {
        f"{text!r} at {where}"
        for where, text in texts(top)
        if re.search(r"[A-Za-z]{2,}", _DATA.sub(" ", text))
    }


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_text_of_the_window_is_given_to_be_translated(
    parts: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dots = _Dots(frozenset(gathered()))
    monkeypatch.setattr(language, "_translators", lambda tag: [dots] if tag == "zh-Hans" else [])
    _speak(parts, "zh-Hans", qtbot)
    seen: set[str] = set()
    for _ in _each_page(parts, qtbot):
        seen |= _english(parts.window)
    assert sorted(seen) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_language_changes_while_the_window_runs(parts: Parts, qtbot: QtBot) -> None:
    before = parts.window
    parts.window.show_page(2)
    qtbot.wait(100)
    with qtbot.waitSignal(before.destroyed, timeout=20_000):
        parts.speak("zh-Hans")
    assert parts.settings.get("language", "") == "zh-Hans"
    assert parts.window.page_number == 2
    # What outlives the window goes on; a call into the dead one would be an error here.
    parts.session.apply(said("Rename the campaign"), lambda project: project)
    parts.session.undo()
    parts.films.probed.emit("lamp")
    parts.notices.say(said("Saved"))
    qtbot.wait(200)
    top = parts.window
    assert "保存" in " ".join(text for _, text in texts(top))
    _speak(parts, "en", qtbot)
    assert isinstance(QApplication.instance(), QCoreApplication)
    assert any(text == "Save" for _, text in texts(parts.window))


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_keys_may_be_changed_while_the_window_before_goes(parts: Parts, qtbot: QtBot) -> None:
    before, changed = parts.window, []
    while before.build_on():
        pass

    def change() -> None:
        assert parts.window is not before
        parts.window.commands.keys.choose("subtitle-edit")
        changed.append(parts.window.commands.keys.chosen.name)

    page = next(iter(before._made.values()))
    page.destroyed.connect(lambda: changed or QTimer.singleShot(0, change))
    parts.speak("zh-Hans")
    qtbot.waitUntil(lambda: bool(changed), timeout=20_000)
    assert changed == ["subtitle-edit"]
    _speak(parts, "en", qtbot)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_window_of_a_dialog_goes_when_the_dialog_was_answered(
    parts: Parts, qtbot: QtBot
) -> None:
    before = parts.window
    kept: list[bool] = []

    def answer() -> None:
        kept.append(parts.window is before)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.accept()

    parts.speak("zh-Hans")
    QTimer.singleShot(2000, answer)
    assert ask(before, "Here", "Shall it be?", ("Yes",), 0) is None
    assert kept == [True]
    qtbot.waitUntil(lambda: parts.window is not before, timeout=20_000)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_what_can_be_worked_has_a_name_for_screen_readers(parts: Parts, qtbot: QtBot) -> None:
    wrong: set[str] = set()
    for _ in _each_page(parts, qtbot):
        wrong |= set(nameless(parts.window))
    assert sorted(wrong) == []


def test_the_gatherer_runs_as_it_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import tests.i18n.gather as g; print(len(g.gathered()) > 500)"],
        capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "True"
    assert Said("x", {}) == "x"
    assert QWidget is not None


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_work_under_way_ends_well_when_its_window_has_gone(parts: Parts, qtbot: QtBot) -> None:
    for number in (0, 1, 2, 3):
        before = parts.window
        before.show_page(number)
        tag = "en" if language_now() == "zh-Hans" else "zh-Hans"
        with qtbot.waitSignal(before.destroyed, timeout=20_000):
            before.commands[f"language-{tag}"].trigger()
        assert language_now() == tag
        assert parts.window.page_number == number
    qtbot.waitUntil(lambda: not parts.jobs.running, timeout=60_000)
    parts.films.analysed.emit("lamp")
    parts.session.replaced.emit()
    qtbot.wait(300)


_LEFT = re.compile(
    r"quit|close|save|export|sample|language-|full|make|reveal|open-|folder|cache|settings|report"
)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_every_text_of_the_dialogs_is_given_to_be_translated(
    parts: Parts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dots = _Dots(frozenset(gathered()))
    monkeypatch.setattr(language, "_translators", lambda tag: [dots] if tag == "zh-Hans" else [])
    _speak(parts, "zh-Hans", qtbot)
    for _ in _each_page(parts, qtbot):
        pass
    seen: set[str] = set()
    nameless_there: set[str] = set()
    shown = 0

    def look(dialog: QDialog) -> int:
        nonlocal shown
        shown += 1
        dialog.show()
        seen.update(_english(dialog))
        nameless_there.update(nameless(dialog))
        dialog.hide()
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    monkeypatch.setattr(QDialog, "open", look)
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    # Its list has languages by their own names.
    monkeypatch.setattr(tracks, "pick_language", lambda *_: "")
    parts.window.commands.refresh()
    for command in parts.window.commands:
        if not _LEFT.search(command.action.id) and command.action.enabled():
            command.action.run()
            qtbot.wait(1)
    seen |= _english(parts.window)
    assert shown > 5
    assert sorted(seen) == []
    assert sorted(nameless_there) == []
