"""A language is found by any of its names and taken by the keyboard; markets keep their order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from studio.campaign.document import Campaign, Deliverable, Market
from studio.campaign.validity import _LANGUAGE
from ui.campaign.markets import Markets
from ui.campaign.order import LanguageOrder
from ui.campaign.picker import RECENT, LanguagePicker, recent_languages
from ui.campaign.tongues import TONGUES, found, own_name, tongue
from ui.settings import Settings

UP, DOWN, ENTER = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("chinese simp", "zh-Hans"), ("简体", "zh-Hans"), ("繁體", "zh-Hant"), ("繁体", "zh-Hant"),
        ("zh-Hant", "zh-Hant"), ("zh_tw", "zh-Hant"), ("zh-CN", "zh-Hans"), ("日语", "ja"),
        ("日本語", "ja"), ("korean", "ko"), ("한국", "ko"), ("francais", "fr"), ("FRANÇAIS", "fr"),
        ("brazil", "pt-BR"), ("العرب", "ar"), ("de-AT", "de-AT"), ("英语", "en"),
        ("hong kong", "zh-Hant-HK"),
    ],
)  # fmt: skip
def test_any_name_finds_it(typed: str, tag: str) -> None:
    assert found(typed)[0].tag == tag


def test_what_is_no_language_is_not_offered() -> None:
    assert found("qqqq") == ()
    assert found("../etc") == ()


def test_every_tag_is_one_that_a_campaign_takes_and_is_there_once() -> None:
    tags = [one.tag for one in TONGUES]
    assert len(set(tags)) == len(tags)
    assert all(_LANGUAGE.fullmatch(tag) for tag in tags)
    assert own_name("zh-Hant") == "繁體中文"
    assert own_name("de-AT") == "Deutsch (de-AT)"
    assert tongue("xx").own == "xx"


def test_the_picker_is_worked_by_the_keyboard(qtbot: QtBot, settings: Settings) -> None:
    picker = LanguagePicker(settings, taken=("zh-Hans",))
    qtbot.addWidget(picker)
    picker.show()
    qtbot.keyClicks(picker.field, "chinese")
    assert picker.list.currentIndex().data().endswith("zh-Hant")
    qtbot.keyClick(picker.field, DOWN)
    qtbot.keyClick(picker.field, ENTER)
    assert picker.tag == "zh-Hant-HK"
    assert picker.result() == LanguagePicker.DialogCode.Accepted.value
    assert recent_languages(settings) == ("zh-Hant-HK",)
    again = LanguagePicker(settings)
    qtbot.addWidget(again)
    assert again.list.currentIndex().data().endswith("zh-Hant-HK")
    qtbot.keyClicks(again.field, "qqqq")
    assert again.fault
    qtbot.keyClick(again.field, ENTER)
    assert again.tag == ""


def test_recent_languages_are_few_and_a_wrong_memory_is_none(settings: Settings) -> None:
    settings.set("recent-languages", [str(n) for n in range(20)])
    assert len(recent_languages(settings)) == RECENT
    settings.set("recent-languages", [3, "ko"])
    assert recent_languages(settings) == ("ko",)


def test_languages_are_put_in_order_by_keys(qtbot: QtBot, settings: Settings) -> None:
    order = LanguageOrder(settings)
    qtbot.addWidget(order)
    order.show_tags(("zh-Hans", "en"))
    with qtbot.waitSignal(order.edited):
        qtbot.keyClick(order.list, DOWN, Qt.KeyboardModifier.AltModifier)
    assert order.tags == ("en", "zh-Hans")
    qtbot.keyClick(order.list, Qt.Key.Key_Delete)
    assert order.tags == ("en",)
    qtbot.keyClick(order.list, Qt.Key.Key_Delete)
    assert order.tags == ("en",)
    order.take("en")
    order.take("ja")
    order.take("ko")
    assert order.tags == ("en", "ja")


def test_a_market_comes_with_what_is_usual_there(qtbot: QtBot, settings: Settings) -> None:
    dialog = Markets(Campaign(markets=(Market("uk", ("en",)),)), settings, None)
    qtbot.addWidget(dialog)
    dialog.show()
    field = dialog.findChild(QLineEdit, "market-id")
    field.setText("korea")
    qtbot.keyClick(field, ENTER)
    assert dialog.campaign.markets[1] == Market("kr", ("ko", "en"), "Korea")
    assert Deliverable("kakao", markets=("kr",)) in dialog.campaign.deliverables
    dialog.findChild(QCheckBox, "market-usual").setChecked(False)
    before = dialog.campaign.deliverables
    field.setText("jp")
    dialog.findChild(QPushButton, "market-add").click()
    assert dialog.campaign.deliverables == before
    field.setText("a/b")
    dialog.findChild(QPushButton, "asks-done").click()
    assert dialog.isVisible()
    assert "cannot be a folder's name" in dialog.fault
    field.clear()
    order = dialog.findChild(QListWidget, "market-languages")
    order.setCurrentRow(1)
    qtbot.keyClick(order, UP, Qt.KeyboardModifier.AltModifier)
    assert dialog.campaign.markets[2].languages == ("en", "ja")
    dialog.findChild(QPushButton, "market-remove").click()
    assert [one.id for one in dialog.campaign.markets] == ["uk", "kr"]
    dialog.findChild(QPushButton, "asks-done").click()
    assert not dialog.isVisible()
