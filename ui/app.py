"""Builds the window and everything in it; the only place where the parts are put together."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from studio.core.errors import explain
from studio.core.files import write_text
from studio.core.places import cache_folder
from ui.actions import Action
from ui.deliver.page import DeliverPage
from ui.film.page import FilmPage
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.poster.page import PosterPage
from ui.session import Session
from ui.settings import Settings
from ui.shell.documents import Documents
from ui.shell.window import Around, Window
from ui.subs.page import SubsPage
from ui.widgets.language import set_language, system_language
from ui.widgets.theme import apply_theme


@dataclass(slots=True)
class Parts:
    """The parts of a running window. All but the window itself outlive a change of language."""

    settings: Settings
    session: Session
    jobs: Jobs
    notices: Notices
    films: Films
    documents: Documents
    window: Window = field(init=False)

    def make_window(self) -> None:
        """Build the window and its pages in the present language."""
        session, films, jobs, notices = self.session, self.films, self.jobs, self.notices
        pages = (
            FilmPage(session, films, jobs, notices, self.documents.add_films),
            PosterPage(session, films, jobs, notices),
            SubsPage(session, films, jobs, notices),
            DeliverPage(session, films, jobs, notices, self.documents.save),
        )
        around = Around(self.settings, self.commands())
        self.window = Window(session, jobs, notices, self.documents, pages, around)

    def commands(self) -> tuple[Action, ...]:
        """The commands of parts that are neither window nor page; a line for each part."""
        return ()

    def speak(self, language: str) -> None:
        """Change the language at run time: another window takes the place of this one."""
        set_language(language)
        self.settings.set("language", language)
        before = self.window
        self.make_window()
        self.window.take_place_of(before)

    def close(self) -> None:
        """Stop all work and let the window go without asking."""
        self.session.close()
        self.jobs.close()
        self.window.close()


def build() -> Parts:
    """Make the window; the QApplication must be there and themed."""
    settings, session, jobs, notices = Settings(), Session(), Jobs(), Notices()
    films = Films(session, jobs)
    documents = Documents(session, jobs, notices)
    parts = Parts(settings, session, jobs, notices, films, documents)
    parts.make_window()
    return parts


def main(arguments: Sequence[str]) -> int:
    """Open the window, with the campaign or films named; returns the exit code."""
    app = QApplication(["lobbycard"])
    app.setApplicationName("Lobbycard")
    apply_theme(app)
    set_language(str(Settings().get("language", system_language())))
    parts = build()
    _catch(parts)
    parts.window.resize(1440, 900)
    parts.window.show()
    if arguments:
        QTimer.singleShot(0, lambda: parts.documents.dropped(list(arguments)))
    code = app.exec()
    parts.close()
    return code


def _catch(parts: Parts) -> None:
    """What no one caught is shown and written down; Ctrl-C in the terminal closes the window."""

    def unexpected(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        notice = explain(error.with_traceback(trace))
        write_text(cache_folder() / "last-fault.txt", notice.details or notice.text)
        parts.notices.post(notice)

    sys.excepthook = unexpected
    signal.signal(signal.SIGINT, lambda *_: parts.window.close())
    # Python sees signals only when it runs: give it a turn now and then.
    turn = QTimer(parts.session)
    turn.timeout.connect(lambda: None)
    turn.start(300)
