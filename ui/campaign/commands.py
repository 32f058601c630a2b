"""The commands of the whole campaign, for menus, keys and the palette."""

from __future__ import annotations

from collections.abc import Callable

from studio.core.said import said
from ui.actions import Action
from ui.campaign.desk import CampaignDesk


def campaign_actions(desk: CampaignDesk) -> tuple[Action, ...]:
    """Those of the menu Campaign; all but none need an open campaign."""

    def is_open() -> bool:
        return desk.is_open

    listed: tuple[tuple[str, str, Callable[[], object], str, str], ...] = (
        ("markets", said("Markets and languages…"), desk.edit_markets, "grid", "deliver"),
        ("brand", said("Brand kit…"), desk.edit_brand, "star", "deliver"),
        ("deck-out", said("Export the copy deck…"), desk.export_deck, "export", "copy"),
        ("deck-in", said("Import a copy deck…"), desk.import_deck, "open", "copy"),
        ("duplicate", said("Duplicate a film or poster…"), desk.ask_duplicate, "", "parts"),
        ("package", said("Package…"), desk.ask_package, "folder", "files"),
        ("relink", said("Relink missing files…"), desk.ask_relink, "link", "files"),
    )
    return tuple(
        Action(f"campaign-{name}", text, run, "Campaign", (), sign, "", is_open, group)
        for name, text, run, sign, group in listed
    )
