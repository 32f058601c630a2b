"""Undo and redo as a list of whole documents that share their unchanged parts."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Step(Generic[T]):
    """One state of the document, the words for what led to it, and where the person was."""

    value: T
    label: str
    merge: Hashable = None
    focus: object = None


class History(Generic[T]):
    """The present document, those before it, and those undone."""

    def __init__(self, value: T, depth: int = 500) -> None:
        self._past: list[Step[T]] = [Step(value, "")]
        self._future: list[Step[T]] = []
        self._saved: T | None = value
        self._held: T | None = None
        self._depth = depth

    @property
    def value(self) -> T:
        """The present document."""
        return self._past[-1].value

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, None when there is nothing."""
        return self._past[-1].label if len(self._past) > 1 else None

    @property
    def redo_label(self) -> str | None:
        """What redo would bring back, None when there is nothing."""
        return self._future[-1].label if self._future else None

    @property
    def changed(self) -> bool:
        """Whether the present document differs from the one last saved."""
        return self.value is not self._saved

    @property
    def steps(self) -> tuple[Step[T], ...]:
        """Every state from the oldest kept to the last undone, in order of making."""
        return (*self._past, *reversed(self._future))

    @property
    def position(self) -> int:
        """The index of the present state in `steps`."""
        return len(self._past) - 1

    @property
    def saved_position(self) -> int | None:
        """The index in `steps` of the state on disk; None when it is none of them."""
        places = (at for at, step in enumerate(self.steps) if step.value is self._saved)
        return next(places, None)

    def commit(self, value: T, label: str, *, merge: Hashable = None, focus: object = None) -> None:
        """Make `value` the present. Steps in a row with one `merge` key are one undo."""
        last = self._past[-1]
        if value is last.value:
            return
        joins = merge is not None and merge == last.merge and not self._future and self.changed
        if joins and last.value is not self._held:
            self._past.pop()
        self._past.append(Step(value, label, merge, focus))
        self._future.clear()
        del self._past[: max(0, len(self._past) - self._depth)]

    def undo(self) -> Step[T] | None:
        """Step back; returns the step that was undone, None when there was none."""
        if len(self._past) == 1:
            return None
        self._future.append(self._past.pop())
        return self._future[-1]

    def redo(self) -> Step[T] | None:
        """Step forward; returns the step that was brought back, None when there was none."""
        if not self._future:
            return None
        self._past.append(self._future.pop())
        return self._past[-1]

    def jump(self, position: int) -> Step[T] | None:
        """Go to the state at `position` of `steps`, or as near as there is.

        Returns the last step that was undone or brought back, None when that is the present one.
        """
        passed: Step[T] | None = None
        while self.position != position:
            step = self.undo() if self.position > position else self.redo()
            if step is None:
                break
            passed = step
        return passed

    def hold(self) -> None:
        """Keep the present document a step of its own, whatever is committed next."""
        self._held = self.value

    def mark_saved(self, value: T | None = None) -> None:
        """Remember the present document, or an earlier `value`, as the one on disk."""
        self._saved = self.value if value is None else value
