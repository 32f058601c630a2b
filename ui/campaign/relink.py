"""The dialog for missing files: search a folder, look at what was found, relink."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTreeWidget, QTreeWidgetItem, QWidget

from studio.campaign.project import Project
from studio.campaign.relink import Found, Gone, Search, bring_in, readable, relinked, search
from ui.campaign.ticks import tick_style
from ui.campaign.working import WorkDialog
from ui.jobs import Jobs
from ui.widgets import tokens as t
from ui.widgets.icons import tinted
from ui.widgets.language import heard, tr

_FOUND = Qt.ItemDataRole.UserRole


class RelinkDialog(WorkDialog):
    """`paths` are the new paths by the old ones, once it was accepted."""

    def __init__(
        self, jobs: Jobs, gone: Sequence[Gone], folder: Path, parent: QWidget | None = None
    ) -> None:
        text = tr("Search the folder where they may lie now. They are known by their content.")
        super().__init__(jobs, tr("Missing files"), parent, text)
        self._folder = folder
        self._gone = tuple(gone)
        self._found: dict[str, Found] = {}
        self.paths: dict[str, str] = {}
        self.tree = QTreeWidget()
        self.tree.setObjectName("relink-list")
        self.tree.setAccessibleName(tr("Missing files"))
        self.tree.setHeaderLabels([tr("Missing"), tr("Found"), tr("Why")])
        self.tree.setRootIsDecorated(False)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        for column, width in enumerate((230, 290)):
            self.tree.setColumnWidth(column, width)
        self.tree.setStyleSheet(tick_style("QTreeView"))
        self.tree.itemChanged.connect(self._refresh)
        self.body.addWidget(self.tree, 1)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.note)
        self._look = self.add_button(tr("Search a folder…"), self._ask, aside=True)
        self._look.setObjectName("relink-search")
        self.add_cancel()
        self._go = self.add_button(tr("Relink"), self._bring_in, primary=True)
        self._go.setObjectName("relink-go")
        self.resize(860, 480)
        self._fill()

    def _ask(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Search a folder"), str(self._folder))
        if name:
            self.search(Path(name))

    def search(self, place: Path) -> None:
        """Look for what is not surely found yet in a folder and all below it."""
        wanted = [one for one in self._gone if not self._is_sure(one)]
        self.work(tr("Searching"), search, wanted, place, done=self._take)

    def _is_sure(self, gone: Gone) -> bool:
        found = self._found.get(gone.source.path)
        return found is not None and found.sure

    def _take(self, result: Search) -> None:
        for one in result.found:
            self._found[one.gone.source.path] = one
        self._fill()
        if not result.found:
            self.set_fault(tr("None of them is there."))

    def _fill(self) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        for gone in self._gone:
            found = self._found.get(gone.source.path)
            item = QTreeWidgetItem([gone.source.path, "", ""])
            item.setToolTip(0, gone.source.path)
            if found is None:
                item.setText(1, tr("not found yet"))
                item.setIcon(0, tinted("error", t.BAD))
                item.setForeground(1, self.palette().placeholderText())
            else:
                self._show_found(item, found)
            self.tree.addTopLevelItem(item)
        self.tree.blockSignals(False)
        self._refresh()

    def _show_found(self, item: QTreeWidgetItem, found: Found) -> None:
        why = readable(found)
        good = found.sure and not why
        item.setData(0, _FOUND, found.gone.source.path)
        item.setText(1, str(found.path))
        item.setToolTip(1, str(found.path))
        item.setText(2, heard(why or found.why))
        item.setIcon(2, tinted("check", t.GOOD) if good else tinted("warning", t.WARN))
        if not why:
            # What only has the name is not taken until the person says so.
            item.setCheckState(0, Qt.CheckState.Checked if good else Qt.CheckState.Unchecked)

    @property
    def chosen(self) -> tuple[Found, ...]:
        """What is ticked."""
        items = [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]
        ticked = [
            str(item.data(0, _FOUND))
            for item in items
            if item is not None and item.data(0, _FOUND)
            if item.checkState(0) == Qt.CheckState.Checked
        ]
        return tuple(self._found[name] for name in ticked)

    def _refresh(self) -> None:
        count = len(self.chosen)
        self._go.setText(_offer(count))
        self._go.setEnabled(count > 0 and not self.is_working)
        self._look.setEnabled(not self.is_working)

    def work_changed(self) -> None:
        """One search at a time."""
        self.tree.setEnabled(not self.is_working)
        self._refresh()

    def _bring_in(self) -> None:
        self.work(tr("Bringing in files"), bring_in, self.chosen, self._folder, done=self._done)

    def _done(self, paths: dict[str, str]) -> None:
        self.paths = paths
        self.accept()

    def edit(self) -> Callable[[Project], Project]:
        """The edit that names the files where they are now."""
        return _Relinking(self._folder, self.paths)


def _offer(count: int) -> str:
    if not count:
        return tr("Relink")
    return tr("Relink {n} files", n=count) if count > 1 else tr("Relink 1 file")


class _Relinking:
    """The edit of a project, apart from the dialog that is gone by then."""

    def __init__(self, folder: Path, paths: dict[str, str]) -> None:
        self._folder, self._paths = folder, paths

    def __call__(self, project: Project) -> Project:
        return relinked(project, self._folder, self._paths)
