"""The help: pages of Markdown in a window of their own, opened where the person is working."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QTreeWidget, QTreeWidgetItem, QWidget

from studio.core.errors import Missing
from studio.core.files import read_text
from studio.core.places import docs_folder
from studio.core.said import said
from ui.help.reading import Reader, anchor
from ui.keys.commands import Commands
from ui.widgets import tokens as t
from ui.widgets.language import tr

PAGES = ("window", "designer", "localiser", "producer")
TOPICS = {
    -1: "window#begin",
    0: "designer#the-frame",
    1: "designer#the-poster",
    2: "localiser#editing",
    3: "producer#in-the-window",
}
"""What F1 opens on a page where nothing nearer says so by its property `help`."""
KEYS = "keys"
_PLACE = Qt.ItemDataRole.UserRole


def page_text(name: str, language: str) -> str:
    """A page in a language, in English where it is not written in it. Raises Missing."""
    for path in (docs_folder() / language / f"{name}.md", docs_folder() / f"{name}.md"):
        if path.is_file():
            return read_text(path)
    raise Missing(said("The help page “{name}” is not installed.", name=name))


def topic_of(widget: QWidget | None, page: int) -> str:
    """What F1 should open: by the nearest widget that names its help, else by the page."""
    while widget is not None:
        topic = widget.property("help")
        if topic:
            return str(topic)
        widget = widget.parentWidget()
    return TOPICS.get(page, TOPICS[-1])


class HelpWindow(QWidget):
    """Contents at the left, the page at the right; Escape closes it."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Help"))
        self.resize(1120, 720)
        self._language = language
        self._contents = QTreeWidget()
        self._contents.setHeaderHidden(True)
        self._contents.setAccessibleName(tr("Contents"))
        self._contents.setStyleSheet(
            f"QTreeView {{ background: {t.PANEL}; border: 0; padding: {t.SPACE[2]}px; }}"
        )
        self._contents.currentItemChanged.connect(self._chosen)
        self.reader = Reader()
        self.reader.setAccessibleName(tr("Help page"))
        self._shown = ""
        split = QSplitter(self)
        split.addWidget(self._contents)
        split.addWidget(self.reader)
        split.setSizes([352, 768])
        split.setStretchFactor(1, 1)
        self._split = split
        for name in PAGES:
            self._list(name, page_text(name, language))

    def _list(self, name: str, text: str) -> None:
        titles = re.findall(r"^(#{1,2}) (.+)$", text, re.MULTILINE)
        top = QTreeWidgetItem([titles[0][1] if titles else name])
        top.setData(0, _PLACE, name)
        for mark, title in titles:
            if mark == "##":
                item = QTreeWidgetItem(top, [title])
                item.setData(0, _PLACE, f"{name}#{anchor(title)}")
        self._contents.addTopLevelItem(top)
        top.setExpanded(True)

    def open_topic(self, topic: str) -> None:
        """Show `page#section`; sections are counted alike in every language."""
        name, _, section = topic.partition("#")
        self._show(name)
        self.reader.go_to(self._section(name, section))
        self.show()
        self.raise_()
        self.activateWindow()
        self.reader.setFocus()

    def _section(self, name: str, section: str) -> str:
        """The section of the English page by its place in the page that is shown."""
        english = re.findall(r"^#{1,3} (.+)$", page_text(name, "en"), re.MULTILINE)
        places = [anchor(title) for title in english]
        here = self.reader.sections
        if section in places and places.index(section) < len(here):
            return here[places.index(section)]
        return section

    def _show(self, name: str) -> None:
        if name != self._shown:
            self.reader.show_page(page_text(name, self._language))
            self._shown = name

    def show_keys(self, commands: Commands, page: int, title: str) -> None:
        """The keys of a page and those that work everywhere."""
        self.reader.show_page(keys_page(commands, page, title))
        self._shown = KEYS
        self.show()
        self.raise_()
        self.activateWindow()
        self.reader.setFocus()

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            name, _, section = str(item.data(0, _PLACE)).partition("#")
            self._show(name)
            self.reader.go_to(section)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The whole window is the page and its contents."""
        self._split.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def keys_page(commands: Commands, page: int, title: str) -> str:
    """The commands with keys of a page, and of the whole window, as Markdown."""
    here = [(one.made.text(), commands.words_of(one)) for one in commands if one.page == page]
    wide = [(one.made.text(), commands.words_of(one)) for one in commands if one.page < 0]
    parts = [f"# {tr('Keys')}"]
    for heading, rows in ((title, here), (tr("Everywhere"), wide)):
        listed = [(name, keys) for name, keys in rows if keys]
        if listed:
            parts.append(f"## {heading}\n\n{_table(listed)}")
    return "\n\n".join(parts)


def _table(rows: Sequence[tuple[str, str]]) -> str:
    lines = [f"| {tr('keys')} | {tr('does')} |", "|---|---|"]
    for name, keys in rows:
        lines.append(f"| {_plain(keys)} | {_plain(name)} |")
    return "\n".join(lines)


def _plain(text: str) -> str:
    return re.sub(r"([\\|*_`\[\]<>#])", r"\\\1", text)


def focused() -> QWidget | None:
    """Where the keys go now."""
    return QApplication.focusWidget()
