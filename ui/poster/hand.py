"""What the hand does on the canvas: the picture under the copy, and the copy itself, are moved."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from studio.campaign.document import StillRef
from studio.core.said import said
from ui.poster import edits
from ui.poster.canvas import COPY, Canvas
from ui.poster.canvas_view import Ghost
from ui.poster.gallery import Gallery
from ui.poster.grip import Grip, dragged, focus_in_file
from ui.poster.snapping import Grasp, Rest, at_place, grasp_of, rest_of
from ui.poster.words import share_words
from ui.session import Session
from ui.widgets.language import heard

Edit = Callable[[str, edits.Change, str], None]
"""(label, change, what it merges with)"""
_SNAP = 8.0
"""Within so many logical pixels a block snaps."""
_PICTURE, _COPY = said("Move the picture"), said("Move the copy")


class Hand(QObject):
    """Follows the canvas; each drag is one step, and so is each key."""

    def __init__(
        self, session: Session, gallery: Gallery, canvas: Canvas, edit: Edit, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._gallery, self._canvas, self._edit = session, gallery, canvas, edit
        self.shown: Callable[[], StillRef | None] = lambda: None
        """The still of the poster that is looked at."""
        self.placed: Callable[[], Mapping[str, tuple[float, float]]] = dict
        """Where its copy was put, by orientation."""
        self._grip: Grip | None = None
        self._grasp: Grasp | None = None
        self._strokes = 0
        canvas.gripped.connect(self._take)
        canvas.dragged.connect(self._drag)
        canvas.dropped.connect(self.drop)
        canvas.escaped.connect(self._let_go)
        canvas.nudged.connect(self._nudge)

    @property
    def strokes(self) -> int:
        """Steps with another number do not merge."""
        return self._strokes

    def next_stroke(self) -> None:
        """What comes now is another step for undo."""
        self._strokes += 1

    def _take(self, held: str) -> None:
        self.next_stroke()
        self._hold(held)

    def _hold(self, held: str) -> None:
        present = self._gallery.present
        if present is None:
            return
        if held == COPY:
            self._grasp = grasp_of(present.layout)
        else:
            self._grip = present.grip

    def _drag(self, across: float, down: float, may_snap: bool) -> None:
        if self._grasp is not None:
            reach = _SNAP * self._canvas.devicePixelRatioF() / self._canvas.zoom
            self._move_copy(rest_of(self._grasp, across, down, reach if may_snap else 0.0))
        elif self._grip is not None:
            self._move_picture(self._grip, across, down)

    def _move_picture(self, grip: Grip, across: float, down: float) -> None:
        still = self.shown()
        if still is None:
            return
        focus = dragged(grip, across, down)
        self._edit(_PICTURE, edits.with_focus(focus, still), f"focus-{self._strokes}")
        present = self._gallery.present
        if present is not None:
            self._canvas.show_point(focus_in_file(present.grip, focus), share_words(focus))

    def _move_copy(self, rest: Rest) -> None:
        if self._grasp is None:
            return
        change = edits.with_place(self._grasp.shape, rest.place)
        self._edit(_COPY, change, f"place-{self._strokes}")
        self._canvas.show_ghost(_ghost(rest))

    def drop(self) -> None:
        """The hand is empty."""
        self._grip = self._grasp = None
        self._canvas.show_ghost(None)
        self._canvas.show_point(None)
        self.next_stroke()

    def _let_go(self) -> None:
        """Take the drag back."""
        label = self._session.history.undo_label if self._session.history else None
        holds = self._grip is not None or self._grasp is not None
        if holds and label in (_PICTURE, _COPY):
            self._session.undo()
        self.drop()

    def _nudge(self, held: str, across: float, down: float) -> None:
        if self._grip is not None or self._grasp is not None:
            return
        self._hold(held)
        self._catch_up()
        self._drag(across, down, False)
        self._grip = self._grasp = None
        self._canvas.show_point(None)
        self._canvas.show_ghost(None)

    def _catch_up(self) -> None:
        """Keys come faster than pictures: on from where the copy is put, not where it is seen."""
        if self._grasp is not None:
            self._grasp = at_place(self._grasp, self.placed().get(self._grasp.shape))


def _ghost(rest: Rest) -> Ghost:
    """What is marked, and in words to what it snapped; else where it stands."""
    named = dict.fromkeys(heard(line[1]) for line in (rest.across, rest.down) if line is not None)
    return Ghost(
        rest.ink,
        rest.across[0] if rest.across is not None else None,
        rest.down[0] if rest.down is not None else None,
        " · ".join((share_words(rest.place), *named)),
    )
