"""Before and after an export: the document is on disk, and takes in the stills that were chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from studio.campaign.asking import with_chosen_stills
from studio.campaign.document import Campaign
from studio.core.said import said
from ui.session import Session
from ui.widgets.dialogs import ask
from ui.widgets.language import tr

_GO = 1


def is_saved(session: Session, save: Callable[[], bool], asker: QWidget | None) -> bool:
    """Whether the document is on disk, for an export runs on what is there; asks to save it."""
    if not session.unsaved:
        return True
    if session.path is None:
        return save()
    title, text = tr("Save the changes and go on?"), tr("An export is made of what is saved.")
    choices = tr("Cancel"), tr("Save and export")
    return ask(asker, title, text, choices, _GO) == _GO and save()


def take_stills(session: Session, chosen: Campaign, save: Callable[[], object]) -> None:
    """The stills of `chosen` are on disk already; the document takes them in.

    `save` tells the session so where nothing else was unsaved; nobody waits for it.
    """
    if with_chosen_stills(session.project.campaign, chosen) is session.project.campaign:
        return
    was_saved = not session.unsaved
    session.apply(
        said("Choose stills"),
        lambda p: p.with_campaign(with_chosen_stills(p.campaign, chosen)),
    )
    if was_saved:
        save()
