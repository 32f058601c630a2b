"""The pages of a window: built when they are wanted, or a step at a time while nobody waits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from ui.actions import Action
from ui.page import Offer, Page
from ui.session import Session


class BuiltPages:
    """`ready` hears of each page, once, when it is whole; `ground` is what they will lie in."""

    def __init__(
        self, offers: Sequence[Offer], ground: QWidget, ready: Callable[[int, Page], None]
    ) -> None:
        self._offers, self._ground, self._ready = offers, ground, ready
        self.made: dict[int, Page] = {}
        """Those that are whole, by their number."""
        self._growing: dict[int, tuple[Page, Iterator[None]]] = {}

    def whole(self, number: int) -> Page:
        """The page, built now as far as it is not there yet."""
        while self.step(number):
            pass
        return self.made[number]

    def next(self) -> int | None:
        """The page to build while nobody waits: what was begun, else the first; None: all done."""
        begun = next(iter(self._growing), None)
        missing = (number for number in range(len(self._offers)) if number not in self.made)
        return begun if begun is not None else next(missing, None)

    def step(self, number: int) -> bool:
        """Build a page a little further; whether there was anything left to do."""
        if number in self.made:
            return False
        if number not in self._growing:
            page = self._offers[number].make(self._ground)
            # It lies in its parent already, and is no part of what the parent shows.
            page.hide()
            self._growing[number] = page, page.growing()
            return True
        page, steps = self._growing[number]
        try:
            next(steps)
        except StopIteration:
            del self._growing[number]
            self.put(number, page)
        return True

    def put(self, number: int, page: Page) -> None:
        """Take a page that is whole."""
        self.made[number] = page
        self._ready(number, page)

    def let_go(self) -> Iterator[None]:
        """Delete them, a page at each step; none is built any more."""
        begun = [page for page, _ in self._growing.values()]
        there = [*begun, *self.made.values()]
        self._offers = ()
        self._growing.clear()
        self.made.clear()
        for page in there:
            page.deleteLater()
            yield


def from_anywhere(action: Action, show: Callable[[], None], session: Session) -> Action:
    """The command of a page as menus and palette reach it from anywhere: it shows its page."""

    def run() -> None:
        show()
        action.run()

    return replace(action, run=run, enabled=lambda: session.is_open and action.enabled())
