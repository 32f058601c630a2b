"""The window's own commands: whole documents, undo, going to pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from studio.core.said import said
from ui.actions import Action
from ui.documents.documents import Documents
from ui.page import Offer
from ui.session import Session


class Shown(Protocol):
    """What these commands ask of the window."""

    def show_page(self, number: int) -> None: ...
    def show_palette(self) -> None: ...
    def close(self) -> bool: ...


def own_commands(
    window: Shown, session: Session, documents: Documents, pages: Sequence[Offer]
) -> tuple[Action, ...]:
    """Those of the menus File, Edit and View."""

    def is_open() -> bool:
        return session.is_open

    def undoable() -> bool:
        return session.history is not None and session.history.undo_label is not None

    def redoable() -> bool:
        return session.history is not None and session.history.redo_label is not None

    deliver = partial(window.show_page, len(pages) - 1)
    own, always, find = documents, _always, window.show_palette
    listed: list[_Row] = [
        ("new", said("New campaign…"), own.new, "File", ("Ctrl+N",), "new", always, "begin"),
        ("open", said("Open…"), own.ask_open, "File", ("Ctrl+O",), "open", always, "begin"),
        ("sample", said("Open the sample campaign…"), own.sample, "File", (), "", always, "begin"),
        ("add-films", said("Add films…"), own.add_films, "File", (), "film", is_open, "add"),
        ("save", said("Save"), own.save_behind, "File", ("Ctrl+S",), "save", is_open, "save"),
        ("save-as", said("Save as…"), own.save_as, "File", ("Ctrl+Shift+S",), "", is_open, "save"),
        ("export", said("Export…"), deliver, "File", ("Ctrl+E",), "export", is_open, "save"),
        ("close", said("Close the campaign"), own.close, "File", ("Ctrl+W",), "", is_open, "end"),
        ("quit", said("Quit"), window.close, "File", ("Ctrl+Q",), "", always, "end"),
        ("undo", said("Undo"), session.undo, "Edit", ("Ctrl+Z",), "undo", undoable, ""),
        ("redo", said("Redo"), session.redo, "Edit", _REDO, "redo", redoable, ""),
        ("palette", said("Find a command"), find, "View", ("Ctrl+K",), "search", always, ""),
    ]  # fmt: skip
    for number, page in enumerate(pages):
        go = partial(window.show_page, number)
        keys = (f"Alt+{number + 1}",)
        row = (f"page-{number}", page.title, go, "View", keys, page.icon_name, is_open, "pages")
        listed.append(row)
    return tuple(
        Action(name, text, run, menu, keys, sign, "", when, group)
        for name, text, run, menu, keys, sign, when, group in listed
    )


_Row = tuple[str, str, Callable[[], object], str, tuple[str, ...], str, Callable[[], bool], str]


_REDO = ("Ctrl+Shift+Z", "Ctrl+Y")


def _always() -> bool:
    return True
