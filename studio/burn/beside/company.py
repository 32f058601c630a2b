"""What goes with a reel: subtitle tracks and a poster frame in its file, or files beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from studio.burn.beside.cover import cover_of
from studio.burn.beside.names import cover_path
from studio.burn.beside.sidecars import in_delivery, sidecars
from studio.burn.edit.reel import Reel
from studio.core.files import write_bytes
from studio.media.film import Film
from studio.subs.cue import Track

if TYPE_CHECKING:
    from studio.subs.writing import Planned


@dataclass(frozen=True, slots=True)
class Files:
    """What is to be written beside a film."""

    subtitles: tuple[Planned, ...]
    cover: tuple[Path, bytes] | None

    def write(self) -> tuple[Path, ...]:
        """Put them in place. Raises CannotWrite."""
        for one in self.subtitles:
            one.write()
        if self.cover is not None:
            write_bytes(*self.cover)
        covers = (self.cover[0],) if self.cover is not None else ()
        return (*(one.path for one in self.subtitles), *covers)


@dataclass(frozen=True, slots=True)
class Company:
    """Tracks in the film's times, whether they go into the file `out` (`muxed`), and the film's
    second of the poster frame (None: the middle)."""

    film: Film
    out: Path
    tracks: Sequence[Track]
    muxed: bool
    poster_at: Fraction | None

    def into(self, reel: Reel) -> Reel:
        """The reel with what goes into its file. Raises CannotRead."""
        if self.muxed:
            reel = replace(reel, subtitles=self._spoken(reel))
        kind = reel.preset.poster_frame
        if kind and cover_path(self.out, kind) is None:
            reel = replace(reel, cover=self._cover(reel))
        return reel

    def beside(self, reel: Reel) -> Files:
        """The files that lie beside it; nothing is written yet. Raises CannotRead."""
        made = sidecars(self.out, self._spoken(reel), reel.preset.sidecars)
        path = cover_path(self.out, reel.preset.poster_frame)
        return Files(made, (path, self._cover(reel)) if path is not None else None)

    def _spoken(self, reel: Reel) -> tuple[Track, ...]:
        return tuple(in_delivery(track, reel.cuts, reel.rate) for track in self.tracks)

    def _cover(self, reel: Reel) -> bytes:
        middle = (reel.cuts[0].start + reel.cuts[-1].stop) / 2
        at = middle if self.poster_at is None else self.poster_at
        return cover_of(self.film, reel.form, at, reel.preset.poster_frame)
