"""What is done with whole tracks: reviewed, sent to translators, exported, reported on."""

from __future__ import annotations

from collections.abc import Sequence

from ui.actions import Action
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.session import Session
from ui.subs.desk import Desk
from ui.subs.exporting import Exporting
from ui.subs.looking import Looker
from ui.subs.reporting import Reporting
from ui.subs.reviewing import Reviewing
from ui.subs.sheets import Sheets


class Errands:
    """Made for a page; each works on the tracks on view."""

    def __init__(self, desk: Desk, looker: Looker, session: Session, films: Films,
                 jobs: Jobs, notices: Notices) -> None:  # fmt: skip
        self.reviewing = Reviewing(desk, session, notices, looker)
        self.sheets = Sheets(desk, looker, session, jobs, notices)
        self.exporting = Exporting(desk, looker, session, notices)
        self.reporting = Reporting(desk, looker, session, films, jobs, notices)

    def commands(self) -> Sequence[Action]:
        """Of all of them."""
        hands = (self.reviewing, self.sheets, self.exporting, self.reporting)
        return tuple(action for one in hands for action in one.commands())
