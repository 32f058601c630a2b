"""Takes a picture of the gallery in a process of its own, and says what is wrong in it.

python -m tests.ui.widgets.pictured FILE.png
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.looking import faults
from ui.widgets.gallery import Gallery
from ui.widgets.motion import set_still
from ui.widgets.theme import apply_theme

_SETTLES_MS = 300


def main() -> None:
    """Picture to the file named, faults as JSON to the output."""
    app = QApplication(sys.argv[:1])
    apply_theme(app, own_faces=True)
    set_still(True)
    gallery = Gallery()
    gallery.show()
    elsewhere = QWidget()
    elsewhere.setFocus()
    loop = QEventLoop()
    QTimer.singleShot(_SETTLES_MS, loop.quit)
    loop.exec()
    gallery.grab().save(sys.argv[1])
    found = [one for one in faults(gallery) if "each the first" not in one]
    print(json.dumps(found))  # noqa: T201 - the caller reads it
    elsewhere.deleteLater()


if __name__ == "__main__":
    main()
