"""Looks in the background for ways to break the copy of the poster that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from PySide6.QtCore import QObject, QTimer, Signal

from studio.core.progress import Progress
from studio.core.said import said
from studio.poster.arranging import arranged
from studio.poster.layout import Layout
from studio.poster.lockup import Piece, styled
from studio.typeset.alternatives import Alternative, alternatives
from studio.typeset.block import TypeBox
from ui.jobs import Job, Jobs, while_there

Ways = Mapping[str, tuple[Alternative, ...]]
"""By language, best first."""
_SECOND_LINES = 4
_CALM_MS = 400
"""Ways are looked for when the hand rests: the tiles come first."""


def ways_of(placed: Layout, progress: Progress) -> dict[str, tuple[Alternative, ...]]:
    """Up to three ways for each language of a layout, in its own box. Raises BadValue."""
    found = {}
    for number, piece in enumerate(one for one in placed.pieces if one.role in _ROLES):
        progress.report(number / 2)
        found[piece.block.language] = _ways(placed, piece)
    return found


_ROLES = ("copy", "second")


def _ways(placed: Layout, piece: Piece) -> tuple[Alternative, ...]:
    """Of one piece: the copy may have the lines of the design, the second language four."""
    block = piece.block
    arrangement = arranged(placed.template, placed.form, placed.copy)
    style, lines = block.style, _SECOND_LINES
    if piece.role == "copy":
        em = arrangement.size * sqrt(placed.form.width * placed.form.height)
        style = styled(placed.template.scripts, block.language, em)
        lines = arrangement.lines
    wide, tall = block.box.width, block.box.height
    # The box of a block that was set is as wide as its lines are: they may also fill the room.
    room = TypeBox(
        max(wide, placed.room.width * arrangement.measure) if not block.vertical else wide,
        max(tall, placed.room.height * arrangement.depth),
        lines,
        style.size * 0.1,
        vertical=block.vertical,
    )
    text = placed.copy.copy.get(block.language, "")
    return alternatives(text, block.language, style, room)


class Breaking(QObject):
    """The newest layout's ways; what was found for the same copy and design comes at once."""

    found = Signal(object)
    """Ways."""

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._known: tuple[object, Ways] | None = None
        self._job: Job | None = None
        self._next: Layout | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_CALM_MS)
        self._soon.timeout.connect(self._begin_next)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is looked for."""
        return self._job is None and not self._soon.isActive()

    def ask(self, placed: Layout | None) -> None:
        """Look for the ways of a layout; None: there are none."""
        self._next = placed
        if placed is None:
            self.found.emit({})
        elif self._known is not None and self._known[0] == _key(placed):
            self.found.emit(self._known[1])
        elif self._job is None:
            self._soon.start()

    def _begin_next(self) -> None:
        if self._next is not None and self._job is None:
            self._begin(self._next)

    def _begin(self, placed: Layout) -> None:
        job = self._jobs.start(said("Breaking lines"), ways_of, placed, quiet=True)
        self._job = job
        job.done.connect(while_there(self, lambda ways: self._came(placed, ways)))
        # A text that is too long to balance is told by preflight; there is nothing to choose.
        job.failed.connect(while_there(self, lambda _: self._came(placed, {})))
        job.ended.connect(while_there(self, lambda: self._ended(placed)))

    def _came(self, placed: Layout, ways: Ways) -> None:
        self._known = _key(placed), ways
        if self._next is not None and _key(self._next) == _key(placed):
            self.found.emit(ways)

    def _ended(self, placed: Layout) -> None:
        self._job = None
        if self._next is not None and _key(self._next) != _key(placed):
            self._begin(self._next)


def _key(placed: Layout) -> object:
    copy = placed.copy
    texts = tuple((one, copy.copy.get(one, "")) for one in copy.languages)
    return texts, placed.template.name, placed.form.name, placed.room
