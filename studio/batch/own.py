"""Which presets of the person's own a campaign uses, so that they can be packed with it."""

from __future__ import annotations

from pathlib import Path

from studio.campaign.document import Campaign
from studio.presets import store


def own_presets(campaign: Campaign) -> dict[str, Path]:
    """Files by their place in a package, `presets/{kind}/{name}.toml`; bundled ones are not."""
    asks = campaign.deliverables
    used = {
        "posters": {poster.template for film in campaign.films for poster in film.posters},
        "formats": {ask.format for ask in asks},
        "video": {ask.video for ask in asks},
        "captions": {ask.captions for ask in asks},
    }
    return {
        f"presets/{kind}/{entry.name}.toml": entry.path
        for kind, names in used.items()
        for entry in store.entries(kind)
        if entry.name in names and not entry.bundled
    }
