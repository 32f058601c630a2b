"""The head of the page: which film, which two tracks, how well they are linked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.core.said import said
from studio.core.words import counted
from studio.subs.linked import Linked
from studio.subs.linking import Pairing
from ui.subs.rows import doubtful, linked_share
from ui.subs.view import named
from ui.widgets import tokens as t
from ui.widgets.icons import lead, pixmap
from ui.widgets.language import heard, tr
from ui.widgets.words import Elided

NO_SECOND = said("No second")


class Head(QWidget):
    """Tells what was chosen; the page answers with `show_choice`."""

    film_chosen = Signal(str)
    tracks_chosen = Signal(str, str)
    lock_toggled = Signal()

    def __init__(self, add: Callable[[], None], begin: Callable[[], None]) -> None:
        super().__init__()
        self.film_box = _chooser(tr("Film"), 140)
        self.first_box = _chooser(tr("First language"), 148)
        self.second_box = _chooser(tr("Second language"), 148)
        self.film_box.activated.connect(lambda _: self._choose_film())
        self.first_box.activated.connect(lambda _: self._choose_tracks())
        self.second_box.activated.connect(lambda _: self._choose_tracks())
        self.links = QLabel()
        self.links.setProperty("role", "quiet")
        self.doubt = QLabel()
        self.doubt.setProperty("role", "warn")
        self.doubt.setToolTip(tr("Links marked with ? in the grid"))
        self.lock = self._lock_button()
        self.share, self.stale = Elided(role="quiet"), QLabel()
        self.stale.setProperty("role", "warn")
        self.stale.setToolTip(tr("Approved cues that changed since; Shift+F9 goes to the next"))
        self._lay(add, begin)

    def _lock_button(self) -> QPushButton:
        made = QPushButton()
        made.setObjectName("subs-timing")
        made.setProperty("role", "flat")
        made.setCheckable(True)
        made.setAccessibleName(tr("Locked boundaries"))
        made.clicked.connect(self._toggle_lock)
        return made

    def _toggle_lock(self, pressed: bool) -> None:
        # It shows what holds; whether that changes is for others to say.
        self.lock.setChecked(not pressed)
        self.lock_toggled.emit()

    def _lay(self, add: Callable[[], None], begin: Callable[[], None]) -> None:
        between = QLabel("↔")
        between.setProperty("role", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(t.SPACE[2], t.SPACE[1], t.SPACE[2], t.SPACE[1])
        row.setSpacing(t.SPACE[1])
        row.addWidget(self.film_box)
        row.addSpacing(t.SPACE[1])
        row.addWidget(self.first_box)
        row.addWidget(between)
        row.addWidget(self.second_box)
        row.addSpacing(t.SPACE[1])
        row.addWidget(self.links)
        row.addWidget(self.doubt)
        row.addWidget(self.lock)
        row.addSpacing(t.SPACE[1])
        row.addWidget(self.share)
        row.addWidget(self.stale)
        row.addStretch(1)
        row.addWidget(_button(tr("Begin a track…"), "new", begin))
        row.addWidget(_button(tr("Add a track…"), "plus", add))

    def show_choice(
        self,
        films: Sequence[tuple[str, str]],
        languages: Sequence[str],
        film: str,
        spoken: tuple[str, str],
    ) -> None:
        """`films` are (title, id); `film` and `spoken` are what is shown."""
        tracks = [(named(one), one) for one in languages]
        _fill(self.film_box, films, film)
        _fill(self.first_box, tracks, spoken[0])
        _fill(self.second_box, [*tracks, (heard(NO_SECOND), "")], spoken[1])
        self.second_box.setEnabled(len(languages) > 1)

    def show_links(self, pairing: Pairing | None, held: Linked | None, *, sure: bool) -> None:
        """How many links have both languages; `held` where the document has them, `sure` once the
        engine has compared them."""
        sure = sure or held is not None
        self._show_lock(pairing is not None, held is not None and held.locked)
        if pairing is None:
            self.links.setText("")
            self.doubt.setText("")
            return
        self.links.setText(
            tr("linked {pairing:.0%}", pairing=linked_share(pairing)) if sure else tr("linking…")
        )
        number = doubtful(pairing) if sure else 0
        self.doubt.setText(heard(counted(number, "doubtful", "doubtful")) if number else "")

    def _show_lock(self, there: bool, locked: bool) -> None:
        """Which of the two ways of timing holds, in words: a pressed button alone does not say."""
        self.lock.setVisible(there)
        self.lock.setChecked(locked)
        self.lock.setIcon(lead("link" if locked else "unlink"))
        self.lock.setText(tr("Locked boundaries") if locked else tr("Own timing"))
        self.lock.setToolTip(
            tr("Both languages of a link begin and end together. Press to give each its own times.")
            if locked
            else tr(
                "Each language has its own times. Press to let linked cues begin and end together."
            )
        )

    def show_review(self, share: str, stale: str) -> None:
        """How far the tracks are, and what changed since it was approved."""
        short = f"✓ {share}"
        self.share.show_text(tr("approved {shares}", shares=share), short)
        self.share.setMinimumWidth(self.share.fontMetrics().horizontalAdvance(short) + 1)
        self.share.setVisible(bool(share))
        self.stale.setText(stale)
        self.stale.setVisible(bool(stale))

    def _choose_film(self) -> None:
        self.film_chosen.emit(self.film_box.currentData() or "")

    def _choose_tracks(self) -> None:
        first, second = self.first_box.currentData() or "", self.second_box.currentData() or ""
        self.tracks_chosen.emit(first, second)


class Nothing(QWidget):
    """In place of the page while the film has no track: what will be here, and how to begin."""

    film_chosen = Signal(str)

    def __init__(self, add: Callable[[], None], begin: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        sign = QLabel()
        sign.setPixmap(pixmap("subtitles", t.FAINT, 40, 3))
        sign.setFixedSize(40, 40)
        self.word = QLabel()
        self.word.setProperty("role", "quiet")
        self.film_box = _chooser(tr("Film"), 240)
        self.film_box.activated.connect(
            lambda _: self.film_chosen.emit(self.film_box.currentData() or "")
        )
        self.add = QPushButton(tr("Add a subtitle file…"))
        self.add.setObjectName("subs-add")
        self.add.setProperty("role", "primary")
        self.add.clicked.connect(add)
        self.begin = QPushButton(tr("Begin a new track…"))
        self.begin.setObjectName("subs-begin")
        self.begin.clicked.connect(begin)
        column = QVBoxLayout(self)
        column.setSpacing(t.SPACE[3])
        column.addStretch(2)
        for button in (self.add, self.begin):
            button.setAutoDefault(True)
        for widgets in ((sign,), (self.word,), (self.film_box,), (self.add, self.begin)):
            column.addLayout(_centred(*widgets))
        column.addStretch(3)

    def show_choice(self, films: Sequence[tuple[str, str]], film: str) -> None:
        """The films that could have subtitles, and the one that is meant."""
        _fill(self.film_box, films, film)
        self.film_box.setVisible(len(films) > 1)
        title = next((name for name, key in films if key == film), "")
        self.word.setText(
            tr(
                "The subtitles of “{title}” stand here, source beside target. Drop a "
                "file, or begin with one of these.",
                title=title,
            )
            if title
            else tr("Subtitles stand here once the campaign has a film.")
        )
        for button in (self.add, self.begin):
            button.setEnabled(bool(film))
            button.setVisible(bool(film))


def _centred(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(t.SPACE[1])
    row.addStretch(1)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _chooser(name: str, width: int) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumWidth(width)
    box.setMaximumWidth(260)
    # As wide as what it lists, whenever that comes: Qt would keep to what it was first shown with.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


def _warning(tip: str) -> QLabel:
    made = QLabel()
    made.setProperty("role", "warn")
    made.setToolTip(tip)
    return made


def _button(text: str, sign: str, run: Callable[[], None]) -> QPushButton:
    button = QPushButton(lead(sign), text)
    button.setProperty("role", "flat")
    button.clicked.connect(run)
    return button


def _fill(box: QComboBox, listed: Sequence[tuple[str, str]], current: str) -> None:
    present = [(box.itemText(n), box.itemData(n)) for n in range(box.count())]
    if present != list(listed):
        box.clear()
        for text, key in listed:
            box.addItem(text, key)
    box.setCurrentIndex(box.findData(current))
