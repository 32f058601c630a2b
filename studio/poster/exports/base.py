"""What an export is: a made poster and its metadata in, a file out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import BinaryIO, Protocol

from studio.core.progress import Progress
from studio.core.registry import Registry
from studio.poster.format import Format
from studio.poster.make import Made

Meta = Mapping[str, str]


class Export(Protocol):
    """A file kind that a poster can be written as."""

    #: The lowest quality that is tried to keep a size limit; None where there is none to lower.
    floor: int | None

    def first(self, form: Format) -> int:
        """The quality that is tried first."""

    def write(
        self,
        made: Made,
        stream: BinaryIO,
        meta: Meta,
        quality: int,
        progress: Progress,
    ) -> None:
        """Write the file to `stream`, empty and seekable, in the form that `made.layout` names.

        The same arguments give the same bytes. May raise Cancelled.
        """


class Lossless:
    """For a kind that loses nothing: a size limit can only be reported."""

    floor: int | None = None

    def first(self, form: Format) -> int:
        """The format's own: there is nothing to lower."""
        return form.quality


EXPORTS: Registry[Export] = Registry("export")


def told(meta: Meta) -> str:
    """The metadata as lines, for kinds that only take a text."""
    return "\n".join(f"{key}: {meta[key]}" for key in sorted(meta))
