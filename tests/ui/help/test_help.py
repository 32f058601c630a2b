"""Help: every topic opens at its section in both languages; the keys of a page; hints go away."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.app import Parts, build
from ui.help.help import PAGES, TOPICS, HelpWindow, page_text, topic_of
from ui.help.hints import HINTS, HintBar
from ui.settings import Settings


@pytest.fixture
def parts(themed: QApplication, qtbot: QtBot) -> Iterator[Parts]:
    made = build()
    yield made
    made.close()
    made.window.deleteLater()


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
@pytest.mark.parametrize("topic", sorted(TOPICS.values()))
def test_every_topic_opens_at_its_section(
    themed: QApplication, qtbot: QtBot, topic: str, language: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    window = HelpWindow(language, parent)
    window.open_topic(topic)
    name, _, section = topic.partition("#")
    place = window._section(name, section)
    assert place in window.reader.sections
    assert window.reader.textCursor().block().text() != ""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_another_language_has_the_same_sections(name: str) -> None:
    english, other = page_text(name, "en"), page_text(name, "zh-Hans")
    assert other.count("\n## ") == english.count("\n## ")


def test_the_nearest_part_says_what_it_is_about(qtbot: QtBot) -> None:
    page, part = QWidget(), QWidget()
    qtbot.addWidget(page)
    part.setParent(page)
    assert topic_of(part, 2) == TOPICS[2]
    page.setProperty("help", "window#keys")
    assert topic_of(part, 2) == "window#keys"


def test_the_keys_of_the_page_are_listed(parts: Parts) -> None:
    parts.window.guide.page = lambda: (2, "Subtitles")
    parts.window.guide.show_keys()
    assert parts.window.guide._help is not None
    text = parts.window.guide._help.reader.toPlainText()
    assert "Next finding" in text
    assert "F8" in text
    assert "Ctrl+S" in text


def test_a_hint_goes_away_for_ever_and_comes_back_when_asked(qtbot: QtBot) -> None:
    bar = HintBar(Settings())
    qtbot.addWidget(bar)
    for page in range(len(HINTS)):
        bar.show_for(page)
        assert not bar.isHidden()
        bar._done.click()
        assert bar.isHidden()
    again = HintBar(Settings())
    qtbot.addWidget(again)
    again.show_for(1)
    assert again.isHidden()
    again.again()
    assert not again.isHidden()
    again.show_for(-1)
    assert again.isHidden()
