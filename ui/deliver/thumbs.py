"""Pictures of outputs for the matrix: read when first seen, on another thread, and kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from studio.batch.made import thumb_path
from studio.core.kept import Kept
from studio.core.progress import Progress
from ui.jobs import Job, Jobs

_BYTES_KEPT = 96_000_000
_AT_ONCE = 48
_SIDE = 208
"""The longest side kept, in px: enough for a sign at twice the density."""


class Thumbs(QObject):
    """`picture` gives what is there and asks for the rest; `came` tells when more is there."""

    came = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._kept: Kept[tuple[Path, str], QPixmap] = Kept(_BYTES_KEPT, _weight)
        self._wanted: dict[tuple[Path, str], None] = {}
        self._reading: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._read)

    def picture(self, out: Path, key: str) -> QPixmap | None:
        """The picture of the output that the job `key` made; None while there is none."""
        if not key:
            return None
        place = (out, key)
        found = self._kept.get(place)
        if found is not None:
            return None if found.isNull() else found
        self._wanted[place] = None
        if self._reading is None:
            self._timer.start()
        return None

    def forget(self, keys: Sequence[str]) -> None:
        """These were made anew."""
        self._kept.drop(lambda place: place[1] in keys)

    def _read(self) -> None:
        if not self._wanted or self._reading is not None:
            return
        # The last asked for are those that are seen now.
        asked = list(self._wanted)[-_AT_ONCE:]
        for place in asked:
            del self._wanted[place]
        self._reading = self._jobs.start("", _images, asked, quiet=True)
        self._reading.done.connect(self._take)
        self._reading.ended.connect(self._ended)

    def _take(self, found: dict[tuple[Path, str], QImage]) -> None:
        for place, image in found.items():
            self._kept.put(place, QPixmap.fromImage(image))
        self.came.emit()

    def _ended(self) -> None:
        self._reading = None
        if self._wanted:
            self._timer.start()


def _weight(pixmap: QPixmap) -> int:
    return max(64, pixmap.width() * pixmap.height() * 4)


def _images(
    asked: Sequence[tuple[Path, str]], progress: Progress
) -> dict[tuple[Path, str], QImage]:
    """A null image stands for one that cannot be read."""
    found: dict[tuple[Path, str], QImage] = {}
    for place in asked:
        progress.report(len(found) / len(asked))
        found[place] = _image(thumb_path(*place))
    return found


def _image(path: Path) -> QImage:
    if not path.is_file():
        return QImage()
    reader = QImageReader(str(path))
    reader.setAutoTransform(False)
    size = reader.size()
    # Ours are 320 × 240 at most; whatever else lies there is not ours.
    if not size.isValid() or size.width() > 1024 or size.height() > 1024:
        return QImage()
    reader.setScaledSize(size.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
