"""What a person marks on a film: stars, rejections, cuts; each can be undone."""

from __future__ import annotations

from collections.abc import Callable

from studio.campaign.marking import add_cut, move_cut, reject, remove_cut, star
from studio.campaign.project import Marks
from studio.core.said import said
from studio.shots.marks import cut_before
from ui.film.looking import Looking
from ui.notices import Notices
from ui.session import Session
from ui.widgets.language import tr


class Edits:
    """Applies edits of the marks to the document; says why where there is nothing to do."""

    def __init__(self, session: Session, looking: Looking, notices: Notices) -> None:
        self._session, self._looking, self._notices = session, looking, notices

    def star(self, pts: int) -> None:
        """Give the frame a star, or take it away."""
        starred = pts in self._looking.marks.stars
        label = said("Take a star away") if starred else said("Star a frame")
        self._mark(label, lambda marks: star(marks, pts))

    def reject(self, pts: int) -> None:
        """Put the frame to the end of the list, or back."""
        rejected = pts in self._looking.marks.rejected
        label = said("Take a still back") if rejected else said("Reject a still")
        self._mark(label, lambda marks: reject(marks, pts))

    def add_cut(self, pts: int | None) -> None:
        """Let a shot begin at the frame."""
        detection = self._looking.detection()
        if pts is None or detection is None:
            return
        if any(shot.start == pts for shot in detection.shots):
            self._notices.say(tr("A shot begins here already"))
            return
        self._mark(said("Add a cut"), lambda marks: add_cut(marks, pts))

    def remove_cut(self, pts: int | None) -> None:
        """Join the shot that the frame is in with the one before."""
        detection = self._looking.detection()
        if pts is None or detection is None:
            return
        cut = cut_before(detection, pts)
        if cut is None:
            self._notices.say(tr("This is the first shot"))
            return
        self._mark(said("Join two shots"), lambda marks: remove_cut(marks, cut))

    def move_cut(self, pts: int, to: int) -> None:
        """Let the shot that begins at `pts` begin at `to`."""
        if pts != to:
            self._mark(said("Move a cut"), lambda marks: move_cut(marks, pts, to))

    def move_nearest(self, to: int | None) -> None:
        """Let the cut that is nearest stand at a frame."""
        detection = self._looking.detection()
        if detection is None or to is None:
            return
        cuts = [shot.start for shot in detection.shots[1:]]
        if not cuts:
            self._notices.say(tr("There is no cut yet"))
        else:
            self.move_cut(min(cuts, key=lambda one: abs(one - to)), to)

    def _mark(self, label: str, edit: Callable[[Marks], Marks]) -> None:
        film_id, marks = self._looking.film_id, edit(self._looking.marks)
        self._session.apply(label, lambda p: p.with_marks(film_id, marks), focus=("film", film_id))
