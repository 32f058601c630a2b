"""What kinds of file are called on the screen."""

from __future__ import annotations

from studio.core.said import said
from studio.poster.format import KINDS
from ui.widgets.language import heard

_WORDS = {
    "png": said("PNG"),
    "png16": said("PNG, 16 bits"),
    "jpeg": said("JPEG"),
    "tiff": said("TIFF"),
    "psd": said("PSD, layers"),
    "pdf": said("PDF for print"),
    "pdf-screen": said("PDF for screens"),
}
_SHORT = {
    "png": said("PNG"),
    "png16": said("PNG 16"),
    "jpeg": said("JPEG"),
    "tiff": said("TIFF"),
    "psd": said("PSD"),
    "pdf": said("PDF"),
    "pdf-screen": said("Screen PDF"),
}


def kinds() -> tuple[str, ...]:
    """All that a placement can be written as, in the order in which they are offered."""
    known = [kind for kind in _WORDS if kind in KINDS]
    return (*known, *(kind for kind in KINDS if kind not in known))


def kind_words(kind: str) -> str:
    """`PDF for print`."""
    return heard(_WORDS.get(kind, kind.upper()))


def kind_sign(kind: str) -> str:
    """The same in a word or two, for where there is little room: `PDF`."""
    return heard(_SHORT.get(kind, kind.upper()))
