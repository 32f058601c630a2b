"""About Lobbycard: its versions, whose work it stands on, where its data lie."""

from __future__ import annotations

import platform
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from studio.core.places import cache_folder, config_folder
from ui.widgets.dialogs import Dialog
from ui.widgets.language import tr
from ui.widgets.opening import open_path
from ui.widgets.words import words

_NONE = "–"
_PARTS = ("av", "moviepy", "pillow", "uharfbuzz", "numpy", "opencv-python-headless")


def versions() -> tuple[tuple[str, str], ...]:
    """What runs here, by name."""
    own = _version("lobbycard")
    found = [
        ("Lobbycard", tr("from its source") if own == _NONE else own),
        ("Python", platform.python_version()),
    ]
    found.append(("Qt for Python", PySide6.__version__))
    return (*found, *((name, _version(name)) for name in _PARTS))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return _NONE


class AboutDialog(Dialog):
    """Says it, and opens the folders."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("About Lobbycard"), parent, tr("Film cuts in, a campaign out."))
        self.setMinimumWidth(460)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        for name, version in versions():
            label = words(version, "", wraps=False)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(words(name, "quiet", wraps=False), label)
        self.body.addLayout(form)
        self.body.addWidget(
            words(
                tr(
                    "Lobbycard's own code is under the MIT licence. It stands on the work of others"
                    " under their licences, among them the GPL and the LGPL: THIRD-PARTY.md lists"
                    " them all."
                ),
                "quiet",
            )
        )
        self.add_button(tr("Open the settings folder"), self._open_settings, aside=True)
        self.add_button(tr("Open the cache folder"), self._open_cache, aside=True)
        self.add_button(tr("Close"), self.accept, primary=True).setFocus()

    def _open_settings(self) -> None:
        open_folder(config_folder(), self.set_fault)

    def _open_cache(self) -> None:
        open_folder(cache_folder(), self.set_fault)


def open_folder(folder: Path, say: Callable[[str], object]) -> None:
    """Show a folder of the program's own, made if it was never needed before."""
    folder.mkdir(parents=True, exist_ok=True)
    open_path(folder, say)
