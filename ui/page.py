"""What a page is to the frame around it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.actions import Action

AnyPage = TypeVar("AnyPage", bound="Page")


class Page(QWidget):
    """A page of the window; `title` and `icon_name` stand on the rail."""

    title = ""
    icon_name = ""
    tallied = Signal(int, int)
    """How many outputs want a look, and how many are ready; from the page that knows."""

    shown = Signal(tuple)
    """The `key` of what is shown, when that is another one."""

    def growing(self) -> Iterator[None]:
        """What is left to do after it was made, in steps; nothing else is asked of it till then.

        A page takes longer to build than the window may stand still.
        """
        yield from ()

    @property
    def key(self) -> tuple[str, ...]:
        """What is shown, as the tree calls it: ("film", id), ("poster", film, id), …; or ()."""
        return ("film", self.film_id) if self.film_id else ()

    @property
    def film_id(self) -> str:
        """The film that is shown, empty where the page shows none or all."""
        return ""

    def commands(self) -> Sequence[Action]:
        """Its commands; their keys work while the page is shown. Asked for once."""
        return ()

    def entered(self) -> None:
        """The person came to the page."""

    def left(self) -> None:
        """The person went to another page: stop playing, settle what is being typed."""

    def place(self) -> object:
        """Where the person is on it, as plain JSON data: what is chosen, zoom, scroll, time."""
        return None

    def go_back(self, place: object) -> None:
        """Come back to a `place` of before, as far as the document still has it."""

    def show_focus(self, focus: object) -> bool:
        """Go to what an undone step was about; True when it was this page's."""
        return False


@dataclass(frozen=True, slots=True)
class Offer:
    """A page that stands on the rail and is built when it is first wanted."""

    title: str
    icon_name: str
    make: Callable[[QWidget], Page]
    """Given the widget that it will lie in: to be moved there later would cost as much again."""


def offer_of(page: Page | Offer) -> Offer:
    """A page that is there already, as an offer."""
    if isinstance(page, Offer):
        return page
    return Offer(page.title, page.icon_name, lambda _: page)


def whole(page: AnyPage) -> AnyPage:
    """The page, grown at once."""
    for _ in page.growing():
        pass
    return page
