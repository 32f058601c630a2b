"""The one way from the hands of the Subtitles page to the document: an edit is a step with a name.

Two tracks on view are edited with their links (`LINKED_EDITS`), a single one by itself (`EDITS`).
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial

from studio.campaign.project import Project
from studio.core.errors import StudioError
from studio.subs.cue import Track
from studio.subs.edits import EDITS
from studio.subs.linked import Linked, Side
from studio.subs.linked_edits import LINKED_EDITS
from ui.notices import Notices
from ui.session import Session
from ui.subs.desk import Desk
from ui.subs.looking import Looker


@dataclass(frozen=True, slots=True)
class Edit:
    """What is done with two linked tracks, one of which is meant, and with a track alone."""

    pair: Callable[[Linked, Side], Linked]
    alone: Callable[[Track], Track]


def named(name: str, *words: object, **more: object) -> Edit:
    """An edit that both registries have under one name and with the same words."""
    return Edit(
        lambda linked, side: LINKED_EDITS[name](linked, side, *words, **more),
        lambda track: EDITS[name](track, *words, **more),
    )


class Steps:
    """Works on the tracks that a desk shows.

    The document gets the links with the first edit after the engine has found them; while they are
    a guess, an edit follows the guess and the document gets the tracks alone.
    """

    def __init__(self, desk: Desk, looker: Looker, session: Session, notices: Notices) -> None:
        self._desk, self._looker = desk, looker
        self._session, self._notices = session, notices

    @property
    def linked(self) -> Linked | None:
        """The two tracks on view with their links, as far as those are sure; a may be the second
        on view. None for a single track."""
        return self._linked_in(self._session.project)

    def side_in(self, linked: Linked, side: int) -> Side:
        """How the links call a side of the page (0 or 1)."""
        return "a" if linked.a.language == self._desk.languages[side] else "b"

    def apply(
        self, label: str, side: int, edit: Edit, cue_id: int = -1, merge: Hashable = None
    ) -> bool:
        """Make an edit; what it raises is said, and False returned."""
        film, language = self._desk.film_id, self._desk.languages[side]
        change = partial(self._changed, film=film, side=side, edit=edit)
        try:
            self._session.apply(label, change, merge=merge, focus=("subs", film, language, cue_id))
        except StudioError as error:
            self._notices.failed(error)
            return False
        return True

    def change_links(self, label: str, change: Callable[[Linked], Linked], cue: int = -1) -> bool:
        """The same for what is done with sure links, whatever side they are seen from."""
        first = self._desk.track(0)
        if first is None or self.linked is None:
            return False
        return self.apply(label, 0, Edit(lambda linked, _: change(linked), lambda t: t), cue)

    def take_back(self, *merges: Hashable) -> None:
        """Undo the last step where it was made under one of these; redo still has it."""
        history = self._session.history
        if history is not None and history.steps[history.position].merge in merges:
            self._session.undo()

    def _linked_in(self, project: Project) -> Linked | None:
        film, (one, two) = self._desk.film_id, self._desk.languages
        if not two:
            return None
        held = project.linked(film, one, two)
        return held if held is not None or not self._looker.sure else self._guessed(project)

    def _guessed(self, project: Project) -> Linked | None:
        """The tracks with the links on view, which the document does not hold."""
        film, (one, two) = self._desk.film_id, self._desk.languages
        a, b = project.tracks.get((film, one)), project.tracks.get((film, two))
        pairing = self._looker.pairing
        return None if a is None or b is None or pairing is None else Linked(a, b, pairing)

    def _changed(self, project: Project, film: str, side: int, edit: Edit) -> Project:
        linked = self._linked_in(project)
        if linked is not None:
            made = edit.pair(linked, self.side_in(linked, side))
            # Nothing was done: then the document does not get the links either.
            return project if made is linked or made == linked else project.with_linked(film, made)
        guessed = self._guessed(project) if self._desk.languages[1] else None
        if guessed is None:
            return self._changed_alone(project, film, side, edit)
        made = edit.pair(guessed, self.side_in(guessed, side))
        self._looker.expect(made)
        for before, track in ((guessed.a, made.a), (guessed.b, made.b)):
            project = project if track is before else project.with_track(film, track)
        return project

    def _changed_alone(self, project: Project, film: str, side: int, edit: Edit) -> Project:
        language = self._desk.languages[side]
        for pair, held in project.links.items():
            linked = project.linked(*pair) if pair[0] == film and language in pair[1:] else None
            if linked is not None and held.locked:
                # Its partner is not on view, but their boundaries are one.
                return project.with_linked(
                    film, edit.pair(linked, "a" if pair[1] == language else "b")
                )
        track = project.tracks[film, language]
        edited = edit.alone(track)
        return project if edited is track else project.with_track(film, edited)
