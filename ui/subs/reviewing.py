"""Review on the page: states and notes of cues, steps to what is to be looked at, and counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from studio.campaign.project import Project
from studio.core.errors import StudioError
from studio.core.said import said
from studio.core.words import counted
from studio.subs.review import STATES, State, with_note, with_state
from ui.actions import Action
from ui.notices import Notices
from ui.session import Session
from ui.settings import Settings
from ui.subs.desk import Desk
from ui.subs.model import TEXT_A, TEXT_B, side_of
from ui.subs.note_dialog import ask_note
from ui.subs.signs import NAMES, Sign, Signs, told
from ui.widgets.dialogs import ask_text
from ui.widgets.language import tr

_NAME = "review/name"
_SETS = {
    "draft": said("Mark as draft"),
    "translated": said("Mark as translated"),
    "reviewed": said("Mark as reviewed"),
    "approved": said("Mark as approved"),
}
_MENU = "Subtitles"


def now_utc() -> str:
    """The present moment as marks write it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Reviewing(QObject):
    """`follow` brings what is shown up to the document."""

    counted = Signal(str, str)
    """How many cues of each track are approved (`3/40 · 2/40`), and how many changed since."""

    def __init__(
        self, desk: Desk, session: Session, notices: Notices, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._notices = desk, session, notices
        self._signs = (Signs(), Signs())
        self._settings = Settings()

    # -- what is shown --------------------------------------------------------------------

    def follow(self) -> None:
        """Show the signs of the tracks on view as the document has them."""
        desk = self._desk
        for side, signs in enumerate(self._signs):
            language = desk.languages[side]
            review = self._session.project.reviews.get((desk.film_id, language))
            if signs.follow(desk.track(side), review):
                desk.model.show_signs(side, signs.by_id)
        self.counted.emit(self._share(), self._stale())

    def _share(self) -> str:
        """`3/40` for each track, once one has been looked at."""
        if not any(signs.by_id for signs in self._signs):
            return ""
        parts = []
        for side, signs in enumerate(self._signs):
            track = self._desk.track(side)
            if track is not None:
                done = sum(one.mark.state == "approved" for one in signs.by_id.values())
                parts.append(f"{done:,}/{len(track.cues):,}")
        return " · ".join(parts)

    def _stale(self) -> str:
        number = sum(len(signs.stale) for signs in self._signs)
        return tr("{n:,} changed", n=number) if number else ""

    # -- commands -------------------------------------------------------------------------

    def commands(self) -> Sequence[Action]:
        """States by Ctrl+Shift and a figure, steps by F9; the note has Subtitle Edit's key."""
        listed: list[tuple[str, str, Callable[[], object], tuple[str, ...], str]] = [
            (
                f"state-{state}",
                _SETS[state],
                partial(self.set_state, state),
                (f"Ctrl+Shift+{n}",),
                "",
            )
            for n, state in enumerate(STATES, 1)
        ]
        listed += [
            ("approve-on", said("Approve and go on"), self.approve_and_go_on, ("Alt+F9",), "check"),
            ("note", said("Note on the cue…"), self.write_note, ("Ctrl+Shift+B",), ""),
            ("next-open", said("Next cue that is not approved"),
             partial(self.step, self._is_open), ("F9",), ""),
            ("next-stale", said("Next cue that changed since it was approved"),
             partial(self.step, self._is_stale), ("Shift+F9",), ""),
            ("next-note", said("Next cue with a note"),
             partial(self.step, self._has_note), ("Ctrl+F9",), ""),
            ("reviewer", said("Your name in reviews…"), self.ask_name, (), ""),
        ]  # fmt: skip
        return tuple(
            Action(f"subs-{name}", text, run, _MENU, keys, sign, "", self._is_there, "review")
            for name, text, run, keys, sign in listed
        )

    def _is_there(self) -> bool:
        return self._desk.track(0) is not None

    # -- who ------------------------------------------------------------------------------

    def ask_name(self) -> str:
        """Ask who reviews here; empty where that was left."""
        given = ask_text(
            self._desk.grid.window(),
            tr("Your name in reviews"),
            tr("It stands beside each state and note that you set, with the time."),
            self._settings.get(_NAME, ""),
            tr("Keep"),
        )
        if given:
            self._settings.set(_NAME, given)
        return given

    def _who(self) -> str:
        """The person's name; asked the first time."""
        name = self._settings.get(_NAME, "")
        return name if name else self.ask_name()

    # -- states and notes -----------------------------------------------------------------

    def _here(self) -> tuple[int, list[int]]:
        """The side where the person is, and its selected cues by id."""
        desk = self._desk
        side = side_of(desk.grid.currentIndex().column()) if desk.languages[1] else 0
        rows = desk.grid.chosen_rows() or [desk.grid.currentIndex().row()]
        for one in (side, 1 - side):
            cues = [cue.id for row in rows if (cue := desk.model.cue(row, one)) is not None]
            if cues:
                return one, cues
        return side, []

    def set_state(self, state: State) -> bool:
        """The selected cues of the language where the person is."""
        self._desk.grid.settle()
        side, cues = self._here()
        who = self._who() if cues else ""
        if not who:
            return False
        label = said("{cues}: {state}", cues=counted(len(cues), "cue"), state=NAMES[state])
        edit = partial(_stated, cues=tuple(cues), state=state, who=who)
        return self._change(label, side, cues[0], edit)

    def approve_and_go_on(self) -> None:
        """Approve what is selected, and go to the next cue that is not."""
        if self.set_state("approved"):
            self.step(self._is_open)

    def write_note(self) -> None:
        """Ask for the note on the current cue; an empty one takes it away."""
        self._desk.grid.settle()
        side, _ = self._here()
        cue = self._desk.model.cue(self._desk.grid.currentIndex().row(), side)
        if cue is None:
            return
        sign = self._signs[side].by_id.get(cue.id)
        before = sign.mark.note if sign is not None else ""
        about = told(sign) if sign is not None and before else []
        note = ask_note(self._desk.grid.window(), cue.text, before, "\n".join(about[:1]))
        who = self._who() if note is not None and note != before else ""
        if note is None or not who:
            return
        label = said("Write a note") if note else said("Take the note away")
        self._change(label, side, cue.id, partial(_noted, cue_id=cue.id, note=note, who=who))

    def _change(
        self, label: str, side: int, cue_id: int, edit: Callable[[Project, str, str], Project]
    ) -> bool:
        film, language = self._desk.film_id, self._desk.languages[side]
        focus = ("subs", film, language, cue_id)
        try:
            self._session.apply(label, lambda project: edit(project, film, language), focus=focus)
        except StudioError as error:
            self._notices.failed(error)
            return False
        return True

    # -- steps ----------------------------------------------------------------------------

    def step(self, wanted: Callable[[int, int], bool]) -> None:
        """Go to the next cue for which `wanted(side, cue id)` says so; after the last comes the
        first."""
        self._desk.grid.settle()
        grid, model = self._desk.grid, self._desk.model
        sides = (0, 1) if self._desk.languages[1] else (0,)
        here = grid.currentIndex()
        count = model.rowCount() * len(sides)
        now = here.row() * len(sides) + (side_of(here.column()) if len(sides) > 1 else 0)
        for place in (*range(now + 1, count), *range(min(now + 1, count))):
            row, side = divmod(place, len(sides))
            cue = model.cue(row, side)
            if cue is not None and wanted(side, cue.id):
                grid.go_to(row, TEXT_B if side else TEXT_A)
                return
        self._notices.say(said("There is none."))

    def _sign(self, side: int, cue_id: int) -> Sign | None:
        return self._signs[side].by_id.get(cue_id)

    def _is_open(self, side: int, cue_id: int) -> bool:
        sign = self._sign(side, cue_id)
        return sign is None or sign.mark.state != "approved" or sign.changed

    def _is_stale(self, side: int, cue_id: int) -> bool:
        return cue_id in self._signs[side].stale

    def _has_note(self, side: int, cue_id: int) -> bool:
        sign = self._sign(side, cue_id)
        return sign is not None and bool(sign.mark.note)


def _stated(
    project: Project, film: str, language: str, cues: tuple[int, ...], state: State, who: str
) -> Project:
    track = project.tracks[film, language]
    review = project.review(film, language)
    return project.with_review(film, with_state(review, track, cues, state, who, now_utc()))


def _noted(project: Project, film: str, language: str, cue_id: int, note: str, who: str) -> Project:
    track = project.tracks[film, language]
    review = project.review(film, language)
    return project.with_review(film, with_note(review, track, cue_id, note, who, now_utc()))
