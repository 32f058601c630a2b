"""What can be done with a line of the tree: each an undoable step, or a look at its file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from studio.campaign.arranging import (
    duplicate_film,
    duplicate_poster,
    remove_film,
    remove_poster,
    remove_track,
    rename_poster,
    retitle_film,
)
from studio.campaign.asking import remove_market
from studio.campaign.project import Project
from studio.core.errors import StudioError
from studio.core.said import said
from ui.actions import Action
from ui.campaign.titles import film_language, poster_name
from ui.notices import Notices
from ui.session import Session
from ui.tree.outline import Key
from ui.tree.tree import CampaignTree, source_of, spoken
from ui.widgets.language import tr
from ui.widgets.opening import open_path


class TreeEdits(QObject):
    """Edits what is marked in the tree."""

    def __init__(self, tree: CampaignTree, session: Session, notices: Notices) -> None:
        super().__init__(tree)
        self._tree = tree
        self._session = session
        self._notices = notices
        tree.named.connect(self._rename)

    def commands(self) -> tuple[Action, ...]:
        """Those of the tree; their keys work in it."""
        listed = (
            ("rename", said("Rename in the tree"), self._tree.rename, ("F2",), "", self._nameable),
            ("double", said("Duplicate in the tree"), self._duplicate, ("Ctrl+D",), "",
             self._doublable),
            ("remove", said("Remove in the tree"), self._remove, ("Del",), "trash",
             self._removable),
            ("reveal", said("Show in its folder"), self._reveal, ("Ctrl+Shift+R",), "folder",
             self._has_file),
        )  # fmt: skip
        return tuple(
            Action(f"tree-{name}", text, run, "Campaign", keys, sign, "", when, "tree")
            for name, text, run, keys, sign, when in listed
        )

    # -- whether --------------------------------------------------------------------------

    def _is(self, *kinds: str) -> bool:
        # The tree may be a moment behind the document: what is gone can be asked for no more.
        key = self._tree.current
        return len(key) > 1 and key[0] in kinds and _is_there(self._session.project, key)

    def _nameable(self) -> bool:
        return self._is("film", "poster", "market")

    def _doublable(self) -> bool:
        return self._is("film", "poster")

    def _removable(self) -> bool:
        return self._is("film", "poster", "track", "market")

    def _has_file(self) -> bool:
        return self._is("film", "track") and self._file is not None

    @property
    def _file(self) -> Path | None:
        return source_of(self._session, self._tree.current)

    # -- doing ----------------------------------------------------------------------------

    def _apply(self, label: str, edit: Callable[[Project], Project], key: Key) -> None:
        try:
            self._session.apply(label, edit, focus=focus_of(self._session.project, key))
        except StudioError as error:
            self._notices.failed(error)

    def _duplicate(self) -> None:
        key = self._tree.current
        if key[0] == "film":
            self._apply(said("Duplicate the film"), lambda p: duplicate_film(p, key[1]), key)
        else:
            poster = key[1], key[2]
            self._apply(said("Duplicate the poster"), lambda p: duplicate_poster(p, *poster), key)

    def _remove(self) -> None:
        key = self._tree.current
        label, edit = {
            "film": (said("Remove the film"), lambda p: remove_film(p, key[1])),
            "poster": (said("Remove the poster"), lambda p: remove_poster(p, key[1], key[2])),
            "track": (said("Remove the subtitles"), lambda p: remove_track(p, key[1], key[2])),
            "market": (said("Remove the market"), lambda p: _without_market(p, key[1])),
        }[key[0]]
        self._apply(label, edit, key)
        self._notices.say(tr("Removed; Undo brings it back"))

    def _rename(self, key: Key, name: str) -> None:
        plain = name.strip()
        # Of a poster without a name of its own the line shows another.
        unchanged = key[0] == "poster" and plain == poster_name(key[2])
        if not plain or unchanged or not _is_there(self._session.project, key):
            return
        if key[0] == "film":
            film = self._session.project.campaign.film(key[1])
            language = film_language(film, spoken())
            self._apply(
                said("Rename the film"),
                lambda p: retitle_film(p, key[1], language, plain),
                key,
            )
        elif key[0] == "poster":
            self._apply(
                said("Rename the poster"), lambda p: rename_poster(p, key[1], key[2], plain), key
            )
        else:
            self._apply(said("Rename the market"), lambda p: _named_market(p, key[1], plain), key)

    def _reveal(self) -> None:
        file = self._file
        if file is not None:
            open_path(file.parent, self._notices.say)


def focus_of(project: Project, key: Key) -> tuple[object, ...] | None:
    """What a page is told to show for a line of the tree; None for headings."""
    if len(key) < 2:
        return None
    if key[0] == "track":
        track = project.tracks.get((key[1], key[2]))
        first = track.cues[0].id if track is not None and track.cues else 0
        return ("subs", key[1], key[2], first)
    return ("deliver", *key[1:]) if key[0] == "market" else key


def _is_there(project: Project, key: Key) -> bool:
    campaign = project.campaign
    if key[0] == "market":
        return any(market.id == key[1] for market in campaign.markets)
    film = next((film for film in campaign.films if film.id == key[1]), None)
    if film is None or key[0] == "film":
        return film is not None
    if key[0] == "poster":
        return any(poster.id == key[2] for poster in film.posters)
    return film.track(key[2]) is not None


def _without_market(project: Project, market: str) -> Project:
    return project.with_campaign(remove_market(project.campaign, market))


def _named_market(project: Project, market: str, name: str) -> Project:
    campaign = project.campaign
    markets = (replace(one, name=name) if one.id == market else one for one in campaign.markets)
    return project.with_campaign(replace(campaign, markets=tuple(markets)))
