"""A contact sheet: a film's stills with timecode, shot and stars, as PDF or PNG pages."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from io import BytesIO
from pathlib import Path

from PIL import Image

from studio.core.errors import BadValue
from studio.core.files import write_together
from studio.core.geometry import Size
from studio.core.places import resources_folder
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.media.film import Film
from studio.media.frames import FrameReader
from studio.stills.sheet_layout import PAPERS, Page, Sheet, SheetEntry, pages
from studio.stills.sheet_pdf import pdf
from studio.stills.sheet_png import png

__all__ = ["MOST", "PAPERS", "Sheet", "SheetEntry", "contact_sheet"]

#: Stills of one sheet: more is a film strip, and no choice.
MOST = 2000
# Printed at 300 to the inch a picture shows no pixels; more only makes the file heavy.
_DOTS = 300 / 72
_QUALITY = 90


def contact_sheet(
    film: Film,
    entries: Sequence[SheetEntry],
    path: Path,
    sheet: Sheet | None = None,
    progress: Progress = SILENT,
) -> tuple[Path, ...]:
    """Write the stills of `entries`, in their order, to `path`; the kind is the name's ending.

    `.pdf` is one file; `.png` one file a page, the further ones called `name-2.png` and so on.
    Returns what was written. Pictures are what stills are: upright, the active part, sRGB. The
    same film and entries give the same bytes. Raises BadValue for another ending, for none or
    more than MOST entries, CannotRead for a PTS that the film does not have, CannotWrite.
    """
    wanted = sheet or Sheet()
    kind = path.suffix.lower()
    _check(path, kind, entries, wanted)
    with FrameReader(film) as reader:
        pictures = _Pictures(reader, entries, progress)
        made = pages(film, entries, pictures.aspect, wanted)
        if kind == ".png":
            files = _png(path, made, pictures)
        else:
            files = _pdf(path, made, pictures, wanted.title or film.path.name)
    write_together(files)
    progress.report(1.0, said("Contact sheet"))
    return tuple(files)


def _check(path: Path, kind: str, entries: Sequence[SheetEntry], sheet: Sheet) -> None:
    if kind not in (".pdf", ".png"):
        raise BadValue(
            said("{path}: a contact sheet is not written as “{kind}”.", path=path, kind=kind),
            hint=said("Name it .pdf or .png."),
        )
    if not 1 <= len(entries) <= MOST:
        raise BadValue(
            said("A contact sheet of {count} stills is out of bounds.", count=len(entries)),
            hint=said("Choose 1 to {most}.", most=MOST),
        )
    if sheet.paper not in PAPERS:
        raise BadValue(
            said("“{paper}” is no paper that is known.", paper=sheet.paper),
            hint=said("Use {listed}.", listed=", ".join(PAPERS)),
        )


class _Pictures:
    """The stills, each read when it is wanted."""

    def __init__(
        self, reader: FrameReader, entries: Sequence[SheetEntry], progress: Progress
    ) -> None:
        self._reader, self._entries, self._progress = reader, entries, progress
        self.profile = (resources_folder() / "icc" / "sRGB-v2-micro.icc").read_bytes()
        first = self._read(0)
        self.aspect = Fraction(first.width, first.height)

    def _read(self, at: int) -> Image.Image:
        self._progress.report(at / len(self._entries), said("Contact sheet"))
        return Image.fromarray(self._reader.at_pts(self._entries[at].pts).still())

    def sized(self, at: int, size: Size) -> Image.Image:
        """The picture of an entry at a size."""
        picture = self._read(at)
        return picture.resize((size.width, size.height), Image.Resampling.LANCZOS)

    def jpeg(self, at: int, width: float) -> tuple[bytes, int, int]:
        """The picture of an entry for `width` points on paper, never larger than it is."""
        picture = self._read(at)
        if picture.width > width * _DOTS:
            wide = max(1, round(width * _DOTS))
            high = max(1, round(wide * picture.height / picture.width))
            picture = picture.resize((wide, high), Image.Resampling.LANCZOS)
        stream = BytesIO()
        picture.save(stream, "JPEG", quality=_QUALITY, subsampling=0, icc_profile=self.profile)
        return stream.getvalue(), picture.width, picture.height


def _pdf(path: Path, made: Sequence[Page], pictures: _Pictures, title: str) -> dict[Path, bytes]:
    width = made[0].pictures[0][1].width
    return {path: pdf(made, lambda at: pictures.jpeg(at, width), title, pictures.profile)}


def _png(path: Path, made: Sequence[Page], pictures: _Pictures) -> dict[Path, bytes]:
    return {
        path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}"): png(
            page, pictures.sized, pictures.profile
        )
        for number, page in enumerate(made, 1)
    }
