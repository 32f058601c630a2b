"""The window: which page is shown, what the frame says, and how it opens and closes."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from studio.core.said import said
from ui.actions import Action, keys_words
from ui.documents.documents import Documents
from ui.documents.recents import Recents
from ui.films import Films
from ui.help.guide import Guide
from ui.jobs import Jobs
from ui.keys.commands import TREE, Commands
from ui.keys.goals import cues, places
from ui.keys.keys import Keys
from ui.keys.keys_dialog import KeysDialog
from ui.keys.palette import Palette
from ui.notices import Notices
from ui.page import Offer, Page, offer_of
from ui.session import Session
from ui.settings import Settings
from ui.shell.built import BuiltPages, from_anywhere
from ui.shell.campaign_menu import CampaignMenu, RecentMenu
from ui.shell.following import Following
from ui.shell.frame import Frame
from ui.shell.landing import Landing
from ui.shell.own import own_commands
from ui.shell.panes import Panes, panes_of, takes_keys
from ui.shell.places import Kept, Places
from ui.shell.saved import saved_words, written_at
from ui.shell.side import Desk, Side
from ui.shell.strip import JobStrip
from ui.shell.top import TopBar
from ui.start.sampling import SampleBox
from ui.start.start import StartPage
from ui.tree.tree import spoken
from ui.widgets.language import heard, tr

_LATELY, _REMEMBERED = "palette", 20


@dataclass(frozen=True, slots=True)
class Around:
    """What the window has besides its pages: the person's settings, commands of other parts."""

    settings: Settings
    recents: Recents | None = None
    commands: tuple[Action, ...] = ()
    films: Films | None = None
    follows: bool = False
    """Whether another window stands there as yet, whose page and places are taken over."""


class Window(QMainWindow):
    """The main window. `pages` stand on the rail in their order; offers are built when wanted."""

    left = Signal()
    """Closed by the person, who had nothing against it."""

    def __init__(
        self,
        session: Session,
        jobs: Jobs,
        notices: Notices,
        documents: Documents,
        pages: Sequence[Page | Offer],
        around: Around | None = None,
    ) -> None:
        super().__init__()
        self._session, self._documents, self._notices = session, documents, notices
        self._offers = [offer_of(page) for page in pages]
        self._there = {number: page for number, page in enumerate(pages) if isinstance(page, Page)}
        self._places: dict[int, object] = {}
        self._saved_at = time.time()
        self._was_unsaved = False
        self._around = around or Around(Settings())
        self._follows = self._around.follows
        self.setAcceptDrops(True)
        self.setMinimumSize(1024, 640)
        self.commands = Commands(self, Keys(self._around.settings, self))
        self._kept = Places(self._around.settings)
        self._build(Desk(session, jobs, notices, self._around.settings, self._around.films))
        if not self._follows:
            self.complete()

    def complete(self) -> None:
        """Commands and pages: a step of its own for a window that follows another one."""
        self._add_commands()
        self._connect(self._notices)
        self._built = BuiltPages(self._offers, self._stack, self._page_built)
        self._made = self._built.made
        self._following = Following(self._built, self.show_page, self)
        for number, page in self._there.items():
            self._built.put(number, page)
        self._project_replaced()

    def _build(self, desk: Desk) -> None:
        settings, jobs, notices = desk.settings, desk.jobs, desk.notices
        recents = self._around.recents or Recents(self._session, settings, jobs, self)
        self._start = StartPage(self._documents, recents, SampleBox(settings, jobs), notices)
        self._top = TopBar(self.commands.menu, self.commands.menus["Campaign"])
        self.strip = JobStrip(jobs, notices)
        self._frame = Frame(self._offers, self._start, self._top, self.strip)
        self._stack = self._frame.stack
        self.setCentralWidget(self._frame)
        self.side = Side(desk, self._frame.side)
        self.guide = Guide(self.commands, settings, notices, self)
        self.guide.page = self._page_shown
        self._frame.middle.addWidget(self.guide.hints)
        self.landing = Landing(self._session, self._documents, notices, self)
        self.landing.key_at, self.landing.film_shown = self.side.tree.key_at, self._film_shown
        self._campaign = CampaignMenu(self._session, notices, self._top.edit_name, self)
        self._recent_menu = RecentMenu(recents, self._documents, self)

    def _connect(self, notices: Notices) -> None:
        session = self._session
        self._hears = (
            session.replaced.connect(self._project_replaced),
            session.saved.connect(self._refresh_state),
            session.focus_wanted.connect(self.go_to),
            session.leaving.connect(self.keep_places),
            notices.posted.connect(self._frame.bar.show_notice),
            self._documents.gate.idle.connect(self.close),
        )
        self._frame.rail.chosen.connect(self.show_page)
        self._frame.rail.tree.clicked.connect(self.side.toggle)
        self.side.toggled.connect(self._frame.rail.tree.setChecked)
        self.side.wanted.connect(self.go_to)
        self.side.tree.list.left.connect(self._to_page)
        self.side.tree.list.asked.connect(self.commands.refresh)
        self.side.tree.list.answered.connect(self.commands.release)
        self._top.renamed.connect(self._documents.rename)
        self._top.find_wanted.connect(self.show_palette)
        self.strip.tally.clicked.connect(self.commands["export"].trigger)
        self._top.export.clicked.connect(self.commands["export"].trigger)
        self.commands.refreshed.connect(self._name_undo)
        self.commands.keys.changed.connect(self._keys_changed)
        clock = QTimer(self)
        clock.timeout.connect(self._refresh_state)
        clock.start(5000)

    # -- commands -------------------------------------------------------------------------

    def _add_commands(self) -> None:
        self.commands.add(own_commands(self, self._session, self._documents, self._offers))
        self.commands.add(self.side.commands())
        self.commands.add(Panes(self._panes, self).commands())
        self.commands.add(self._campaign.commands())
        self.commands.menus["Campaign"].addMenu(self._recent_menu)
        self.commands.add(self.side.edits.commands(), self.side.tree, TREE)
        keys = Action("keys", said("Keys…"), self.show_keys, "Edit", (), "", "", group="keys")
        self.commands.add((keys,))
        self.commands.add(self.guide.commands())
        self.commands.add(self._around.commands)
        of_tree = [one.made for one in self.commands if one.page == TREE]
        relink = [one.made for one in self.commands if one.action.id == "campaign-relink"]
        self.side.tree.set_menu([*of_tree, *relink])
        self.commands.close_menus()
        self.commands.show_keys(self)
        self._keys_changed()

    def show_keys(self) -> None:
        """Let the person look up and change the keys of all commands."""
        while self.build_on():
            pass
        dialog = KeysDialog(self.commands, self)
        dialog.exec()
        dialog.deleteLater()

    def _keys_changed(self) -> None:
        keys = self.commands.keys_of(self.commands.command("palette").action)
        self._top.show_keys(keys_words(keys[:1]))

    def _name_undo(self) -> None:
        history = self._session.history
        undo = history.undo_label if history else None
        redo = history.redo_label if history else None
        self.commands["undo"].setText(tr("Undo: {step}", step=heard(undo)) if undo else tr("Undo"))
        self.commands["redo"].setText(tr("Redo: {step}", step=heard(redo)) if redo else tr("Redo"))

    def show_palette(self) -> None:
        """Let the person find a command, or anything that has a name."""
        self.commands.refresh()
        settings, project, language = self._around.settings, self._session.project, spoken()
        recent = settings.get(_LATELY, [])

        def used(name: str) -> None:
            listed = [name, *(one for one in recent if one != name)]
            settings.set(_LATELY, listed[:_REMEMBERED])

        goals = (*self.commands.goals(), *places(project, self.go_to, language))
        more = partial(cues, project, go=self.go_to, language=language)
        palette = Palette(goals, self, recent, more, used)
        self.commands.release()
        palette.exec()
        palette.deleteLater()

    # -- pages ----------------------------------------------------------------------------

    @property
    def page_number(self) -> int:
        """Which page is shown; -1 for the start page."""
        return self._stack.currentIndex() - 1

    def page(self, number: int) -> Page:
        """A page of the rail, built now if nobody wanted it before."""
        return self._built.whole(number)

    def _page_built(self, number: int, made: Page) -> None:
        self._frame.put(number, made)
        made.tallied.connect(self.strip.show_tally)
        made.shown.connect(self.side.tree.follow)
        show = partial(self.show_page, number)
        listed = [from_anywhere(action, show, self._session) for action in made.commands()]
        self.commands.add(listed, made, number)
        self.commands.show_keys(made)
        self.commands.show_for(self.page_number)
        self._kept.set_splitters(str(number), made)

    def build_on(self, number: int = -1) -> bool:
        """Build a page a little further before it is wanted; whether anything was left to build.

        Without a number the next one.
        """
        wanted = self._built.next() if number < 0 else number
        return wanted is not None and self._built.step(wanted)

    def show_page(self, number: int) -> None:
        """Go to a page of the rail; does nothing while no campaign is open."""
        if not self._session.is_open or number == self.page_number:
            return
        self._following.halt()
        page = self.page(number)
        if self.page_number >= 0:
            self._made[self.page_number].left()
        self._stack.setCurrentIndex(number + 1)
        self._frame.rail.mark(number)
        self.guide.hints.show_for(number)
        self.commands.show_for(number)
        page.entered()
        # A page may have given the keys to a part of it.
        if not page.isAncestorOf(self.focusWidget() or self):
            page.setFocus()
        if number in self._places:
            page.go_back(self._places.pop(number))
        self.side.tree.follow(page.key)

    def prepare_to_follow(self, other: Window) -> None:
        """Be laid out on the page of the other window while that one is still seen."""
        self.resize(other.size())
        self._stack.setCurrentIndex(other.page_number + 1)
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.show()
        self.hide()
        self.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
        self._stack.setCurrentIndex(0)

    def take_place_of(self, other: Window) -> None:
        """Stand where the other window stood, on its page and at its places."""
        self._follows = False
        self.restoreGeometry(other.saveGeometry())
        self._places = other.places()
        self.show_page(max(0, other.page_number))
        self.show()
        other.hide()

    def let_go(self) -> Iterator[None]:
        """Another one stands here: hear nothing more, and be deleted, a part at each step."""
        for one in self._hears:
            QObject.disconnect(one)
        yield from self._built.let_go()
        self.deleteLater()

    def places(self) -> dict[int, object]:
        """Where the person is on each page that was shown, by its number."""
        return self._places | {number: page.place() for number, page in self._made.items()}

    def keep_places(self) -> None:
        """Remember where the person is in the campaign, for the next time it is opened."""
        for number, page in self._made.items():
            self._kept.keep_splitters(str(number), page)
        if self._session.path is not None:
            tree = self.side.tree.open_lines()
            self._kept.keep(self._session.path, Kept(self.page_number, self.places(), tree))

    def stand(self) -> None:
        """Stand on the screen where the window of last time stood."""
        self._kept.set_window(self)

    def _come_back(self) -> None:
        """To where the person was in this campaign; the pages have heard of it by now."""
        kept = self._kept.of(self._session.path) if self._session.path is not None else None
        if kept is None or not self._session.is_open:
            return
        self._places = {n: one for n, one in kept.places.items() if 0 <= n < len(self._offers)}
        self.side.tree.set_open_lines(kept.tree)
        here = self.page_number
        if here == kept.page and here in self._places:
            self._made[here].go_back(self._places.pop(here))
        elif 0 <= kept.page < len(self._offers):
            self.show_page(kept.page)

    def go_to(self, focus: object) -> None:
        """Show the page that a focus belongs to, at what it names."""
        self._following.go(focus)

    def _project_replaced(self) -> None:
        is_open = self._session.is_open
        self._frame.rail.set_open(is_open=is_open)
        if not is_open:
            if self.page_number >= 0:
                self._made[self.page_number].left()
            self._stack.setCurrentIndex(0)
            self._frame.rail.mark(-1)
            self.guide.hints.show_for(-1)
            self._start.refresh()
        elif not self._follows:
            self._places.clear()
            if self.page_number < 0:
                self.show_page(0)
            # A turn later: pages that hear of the campaign after the window begin anew with it.
            QTimer.singleShot(0, self, self._come_back)
        self._saved_at = written_at(self._session.path)
        self._refresh_state()

    # -- state ----------------------------------------------------------------------------

    def _refresh_state(self) -> None:
        session = self._session
        if not session.is_open:
            self._top.show_nothing()
            self.setWindowTitle("Lobbycard")
            return
        campaign = session.project.campaign
        if not session.unsaved and self._was_unsaved:
            self._saved_at = time.time()
        self._was_unsaved = session.unsaved
        self._top.show_campaign(campaign.name, campaign.version, self._saved_words())
        self.setWindowTitle(f"{campaign.name}{'*' if session.unsaved else ''} – Lobbycard")

    def _saved_words(self) -> str:
        if self._session.path is None:
            return tr("● not saved yet")
        if self._session.unsaved:
            return tr("● unsaved changes")
        return saved_words(self._saved_at, time.time())

    # -- Qt -------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """One gate for unsaved changes; jobs are stopped when the window goes."""
        if self._documents.may_leave(closing=True):
            self.keep_places()
            self._kept.keep_window(self)
            event.accept()
            self.left.emit()
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on files that are dropped come here, whatever they are dropped on."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self.landing)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files can be dropped anywhere."""
        if event.mimeData().hasUrls():
            self.landing.drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Films, campaigns and subtitles are opened or added by what they are."""
        self.landing.drop(event)

    def _panes(self) -> list[QWidget]:
        page = self._stack.currentWidget() or self._start
        return [self._top, self._frame.rail, self.side.tree, *panes_of(page), self.guide.hints]

    def _to_page(self) -> None:
        page = self._made.get(self.page_number)
        first = takes_keys(page) if page is not None else None
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _page_shown(self) -> tuple[int, str]:
        number = self.page_number
        return number, heard(self._offers[number].title) if number >= 0 else ""

    def _film_shown(self) -> str:
        page = self._made.get(self.page_number)
        return page.film_id if page is not None else ""
