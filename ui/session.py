"""The open campaign: the one place where the document changes, is undone, saved and replaced."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.campaign.project import Project
from studio.campaign.project_file import Opened, Saved, moved, save_project
from studio.core.history import History, Step
from studio.core.said import said


@dataclass(frozen=True, slots=True)
class Save:
    """What a save writes: the document as it was when it was asked for, and where.

    `before` is what lies there, None where nothing is known of it; `seen` as in `Opened`, None to
    replace what others wrote. `history` tells the document apart from one opened since.
    """

    project: Project
    target: Path
    folder: Path
    before: Project | None
    seen: Mapping[str, str] | None
    history: History[Project]
    agreed: frozenset[str] | None = None
    """What may be lost by it, as `WouldLose` says it; None: whatever is, is told afterwards."""

    def write(self) -> Saved:
        """On any thread. Raises ChangedOutside, WouldLose, CannotWrite, BadValue; nothing is then
        written."""
        return save_project(
            self.project, self.target, self.folder, self.before, self.seen, self.agreed
        )


class Session(QObject):
    """Holds the project's history. Views listen to `changed` and ask for edits by `apply`."""

    changed = Signal(object, object)
    """(before, after): two Projects."""
    leaving = Signal()
    """The open project is about to be left for another or for none; it is still there."""
    replaced = Signal()
    """Another project was opened, or none is open any more."""
    saved = Signal()
    """The present state has reached the disk, or is no longer the one there."""
    focus_wanted = Signal(object)
    """After undo and redo: the `focus` of the step, so that the person sees what changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history: History[Project] | None = None
        self._on_disk: Project | None = None
        self._seen: Mapping[str, str] = {}
        self._agreed: frozenset[str] = frozenset()
        self.path: Path | None = None
        """The campaign file; None while it was never saved."""
        self.folder: Path | None = None
        """What the sources in the document are relative to."""

    @property
    def is_open(self) -> bool:
        """Whether there is a project."""
        return self._history is not None

    @property
    def project(self) -> Project:
        """The present document; an empty one while none is open."""
        return self._history.value if self._history is not None else _EMPTY

    @property
    def unsaved(self) -> bool:
        """Whether closing would lose something."""
        return self._history is not None and (self._history.changed or self.path is None)

    @property
    def history(self) -> History[Project] | None:
        """For the history panel; None while nothing is open."""
        return self._history

    def open(self, opened: Opened) -> None:
        """Make another project the open one. The gate for unsaved changes is the caller's duty."""
        if self.is_open:
            self.leaving.emit()
        self._history = History(opened.project)
        self._on_disk = opened.project if opened.path is not None else None
        self._seen, self._agreed = opened.seen, frozenset()
        self.path, self.folder = opened.path, opened.folder
        self.replaced.emit()
        self.saved.emit()

    def close(self) -> None:
        """Leave the project without another."""
        if self.is_open:
            self.leaving.emit()
        self._history, self._on_disk, self._seen = None, None, {}
        self.path, self.folder = None, None
        self.replaced.emit()
        self.saved.emit()

    def apply(
        self,
        label: str,
        edit: Callable[[Project], Project],
        *,
        merge: Hashable = None,
        focus: object = None,
    ) -> None:
        """Make `edit(project)` the present document as one undoable step called `label`.

        Steps in a row with one `merge` key are one undo. What `edit` raises is the caller's.
        """
        if self._history is None:
            return
        before = self._history.value
        after = edit(before)
        if after is before or after == before:
            return
        self._history.commit(after, label, merge=merge, focus=focus)
        self.changed.emit(before, after)
        self.saved.emit()

    def undo(self) -> None:
        """Take the last step back."""
        if self._history is not None:
            before = self._history.value
            self._moved(before, self._history.undo())

    def redo(self) -> None:
        """Bring the last undone step back."""
        if self._history is not None:
            before = self._history.value
            self._moved(before, self._history.redo())

    def jump(self, position: int) -> None:
        """Go to the state at `position` of the history's steps."""
        if self._history is not None:
            before = self._history.value
            self._moved(before, self._history.jump(position))

    def _moved(self, before: Project, step: Step[Project] | None) -> None:
        if step is None:
            return
        self.changed.emit(before, self.project)
        self.saved.emit()
        if step.focus is not None:
            self.focus_wanted.emit(step.focus)

    def begin_save(self, path: Path | None = None, *, over: bool = False) -> Save | None:
        """The present document for a save; `path` moves the campaign there.

        Files that other programs changed meanwhile are replaced only with `over`. None while there
        is nothing to save or no place for it. `end_save` says that it was written.
        """
        target = path or self.path
        if self._history is None or target is None or self.folder is None:
            return None
        # What is typed on while it is written is another step, so that undo comes back to this one.
        self._history.hold()
        seen = None if over or target != self.path else self._seen
        before = self._on_disk
        return Save(self.project, target, self.folder, before, seen, self._history, self._agreed)

    def agree(self, losses: tuple[str, ...]) -> None:
        """The person knows of these losses, as `WouldLose` named them, and wants it saved so."""
        self._agreed |= frozenset(losses)

    def end_save(self, save: Save, written: Saved) -> None:
        """A save has reached the disk. Edits made since it began are unsaved.

        Raises BadValue when a campaign was moved and meanwhile got what cannot come along.
        """
        if self._history is not save.history:
            # Another campaign is open by now.
            return
        there = self.project is save.project
        if written.project is not save.project:
            folder, home = save.folder, save.target.parent
            to: Callable[[Project], Project] = (
                (lambda _: written.project) if there else (lambda now: moved(now, folder, home))
            )
            self.apply(said("Move the campaign"), to)
        if save.target != self.path:
            self._seen = {}
        self.path, self.folder = save.target, save.target.parent
        self._seen = {**self._seen, **written.seen}
        self._now_on_disk(written.project)

    def save(self, path: Path | None = None, *, over: bool = False) -> tuple[str, ...]:
        """Write what changed on this thread, all or nothing.

        Returns what a file format could not keep, in words. Raises as `Save.write`; the session is
        then as it was.
        """
        save = self.begin_save(path, over=over)
        if save is None:
            return ()
        written = replace(save, agreed=None).write()
        self.end_save(save, written)
        return written.notes

    def load_outside(self, opened: Opened) -> None:
        """Take over what another program made of the files, as one undoable step."""
        if self._history is None:
            return
        self.apply(said("Load what another program changed"), lambda _: opened.project)
        self._seen = opened.seen
        self._now_on_disk(self.project)

    def _now_on_disk(self, project: Project) -> None:
        if self._history is not None:
            self._on_disk = project
            self._history.mark_saved(project)
            self.saved.emit()


_EMPTY = Project()
