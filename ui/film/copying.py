"""A frame on the clipboard: at its full size, in the colours that a saved still has."""

from __future__ import annotations

from PySide6.QtGui import QColorSpace, QGuiApplication, QImage

from studio.core.progress import Progress
from studio.core.said import said
from studio.core.time import timecode
from studio.media.film import Film
from studio.media.frames import FrameReader
from ui.jobs import Jobs
from ui.notices import Notices
from ui.widgets.language import tr


def full_picture(film: Film, pts: int) -> QImage:
    """The frame as posters show it, 8 bits, tagged sRGB. Raises CannotRead."""
    with FrameReader(film) as reader:
        pixels = reader.at_pts(pts).still()
    height, width, _ = pixels.shape
    image = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return image


def _copied(film: Film, pts: int, progress: Progress) -> QImage:
    image = full_picture(film, pts)
    progress.report(1.0)
    return image


def copy_frame(film: Film, pts: int, jobs: Jobs, notices: Notices) -> None:
    """Put the frame on the clipboard, read away from the window's thread; says when it is there."""
    words = tr("Frame {time} copied", time=timecode(film.index_of(pts), film.video.rate))
    job = jobs.start(said("Copying the frame"), _copied, film, pts, quiet=True)

    def done(image: QImage) -> None:
        # Not as QMimeData made here: what Python made lives on after the clipboard, and the
        # end of the program is then a crash (seen in PySide6 6.11).
        QGuiApplication.clipboard().setImage(image)
        notices.say(words)

    job.done.connect(done)
    job.failed.connect(notices.failed)
