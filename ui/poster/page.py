"""The Posters page: the series, the canvas, the inspector, and every format at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from studio.campaign.adding import add_poster
from studio.campaign.document import FilmEntry, Market, PosterEntry, StillRef
from studio.campaign.project import Project
from studio.core.errors import StudioError
from studio.core.time import clock, parse_time
from studio.presets import store
from ui.actions import Action
from ui.films import Films
from ui.jobs import Jobs
from ui.notices import Notices
from ui.page import Page
from ui.poster.canvas import Canvas
from ui.poster.inspector import Inspector
from ui.poster.render import Painted, Painter, Wish, copy_for, seconds_of
from ui.poster.stills import choose_still
from ui.poster.tiles import Tile, Tiles
from ui.session import Session
from ui.widgets import tokens as t
from ui.widgets.icons import icon

_SERIES, _SHEET = 150, 92
_ANY = Market("all", ("en",))
_SAMPLE_FORMATS = ("one-sheet", "weibo-square", "dooh-landscape", "wechat-cover")


class PosterPage(Page):
    """Posters of all films of the campaign."""

    title = "Posters"
    icon_name = "poster"

    def __init__(self, session: Session, films: Films, jobs: Jobs, notices: Notices) -> None:
        super().__init__()
        self._session, self._films, self._jobs = session, films, jobs
        self._notices = notices
        self._painter = Painter(jobs, self)
        self._painter.on_fault(self._not_painted)
        self._film = self._poster = ""
        self._market = self._format = ""
        self._choosing: set[tuple[str, str]] = set()
        self._build()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(60)
        self._later.timeout.connect(self._paint)
        session.replaced.connect(self._start_over)
        session.changed.connect(self._project_changed)
        films.probed.connect(lambda _: self._refresh())

    # -- building -------------------------------------------------------------------------

    def _build(self) -> None:
        self._series = Tiles(_SERIES, "Series", across=False)
        self._series.chosen.connect(self._choose_key)
        self._sheet = Tiles(_SHEET, "All formats", across=True)
        self._sheet.chosen.connect(self._choose_format)
        self._canvas = Canvas()
        self._canvas.focus_dragged.connect(self._drag_focus)
        self._canvas.focus_dropped.connect(self._drop_focus)
        self._inspector = Inspector()
        self._inspector.set_templates(_templates())
        self._inspector.copy_typed.connect(self._type_copy)
        self._inspector.template_chosen.connect(self._choose_template)
        self._inspector.still_typed.connect(self._type_still)
        self._inspector.still_auto.connect(self._auto_still)
        self._inspector.focus_reset.connect(self._reset_focus)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addLayout(self._left())
        upper.addLayout(self._middle(), 1)
        upper.addWidget(self._inspector)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(_scrolled(self._sheet, _SHEET + 18 + 16 + 10))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty())
        self._stack.addWidget(whole)

    def _left(self) -> QVBoxLayout:
        new = QPushButton(icon("plus"), "New poster")
        new.setObjectName("poster-new")
        new.clicked.connect(self._new)
        left = QVBoxLayout()
        left.setContentsMargins(0, t.SPACE[1], 0, t.SPACE[1])
        scroll = _scrolled(self._series, 0)
        scroll.setFixedWidth(_SERIES + 16 + 10)
        left.addWidget(scroll, 1)
        row = QHBoxLayout()
        row.setContentsMargins(t.SPACE[1], 0, t.SPACE[1], 0)
        row.addWidget(new)
        left.addLayout(row)
        return left

    def _middle(self) -> QVBoxLayout:
        self._markets = QComboBox()
        self._markets.setAccessibleName("Market")
        self._markets.activated.connect(lambda _: self._choose_market())
        self._formats = QComboBox()
        self._formats.setAccessibleName("Format")
        self._formats.activated.connect(lambda _: self._choose_format(self._formats.currentData()))
        self._size = QLabel()
        self._size.setProperty("role", "faint")
        safe = QPushButton(icon("safe"), "Safe area")
        safe.setCheckable(True)
        safe.setProperty("role", "flat")
        safe.clicked.connect(self._canvas.toggle_safe)
        row = QHBoxLayout()
        row.setContentsMargins(t.SPACE[3], t.SPACE[1], t.SPACE[3], t.SPACE[1])
        row.setSpacing(t.SPACE[1])
        row.addWidget(self._formats)
        row.addWidget(self._markets)
        row.addWidget(self._size)
        row.addStretch(1)
        row.addWidget(safe)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._canvas, 1)
        middle.addLayout(row)
        return middle

    def _empty(self) -> QWidget:
        word = QLabel("Posters stand here: a still from the film with one quiet line over it.")
        word.setProperty("role", "quiet")
        begin = QPushButton("Make the first poster")
        begin.setObjectName("poster-first")
        begin.setProperty("role", "primary")
        begin.clicked.connect(self._new)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(word, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        return page

    def commands(self) -> Sequence[Action]:
        """New, duplicate, remove, copy, zoom."""

        def there() -> bool:
            return self._entry() is not None

        def write() -> None:
            market = self._market_entry()
            self._inspector.edit_copy(market.languages[0])

        menu = "Poster"
        listed: tuple[tuple[str, str, Callable[[], object], tuple[str, ...], str], ...] = (
            ("poster-edit", "Write the copy", write, ("F2",), ""),
            ("poster-duplicate", "Duplicate the poster", self._duplicate, ("Ctrl+D",), ""),
            ("poster-remove", "Remove the poster", self._remove, ("Ctrl+Backspace",), "trash"),
            ("poster-auto", "Choose the still", self._auto_still, ("Ctrl+Shift+A",), "star"),
            ("poster-fit", "Fit the poster", self._canvas.fit, ("Ctrl+0",), "fit"),
            ("poster-1to1", "Show 1:1", self._canvas.whole_size, ("Ctrl+Alt+1",), ""),
            ("poster-safe", "Show the safe area", self._canvas.toggle_safe, ("Ctrl+;",), "safe"),
        )
        new = Action("poster-new", "New poster", self._new, menu, ("Ctrl+Shift+N",), "plus")
        return (
            new,
            *(Action(a, b, run, menu, keys, sign, "", there) for a, b, run, keys, sign in listed),
        )

    # -- the document ---------------------------------------------------------------------

    def _all(self) -> list[tuple[FilmEntry, PosterEntry]]:
        films = self._session.project.campaign.films
        return [(film, poster) for film in films for poster in film.posters]

    def _entry(self) -> tuple[FilmEntry, PosterEntry] | None:
        wanted = (self._film, self._poster)
        return next((one for one in self._all() if (one[0].id, one[1].id) == wanted), None)

    def _market_entry(self) -> Market:
        markets = self._session.project.campaign.markets or (_ANY,)
        return next((one for one in markets if one.id == self._market), markets[0])

    def _asked_formats(self) -> list[str]:
        market = self._market_entry().id
        asked = [
            ask.format
            for ask in self._session.project.campaign.deliverables
            if ask.format
            and (not ask.markets or market in ask.markets)
            and (not ask.films or self._film in ask.films)
            and (not ask.posters or self._poster in ask.posters)
        ]
        known = set(store.names("formats"))
        return [name for name in dict.fromkeys(asked) if name in known] or list(_SAMPLE_FORMATS)

    def _edit(
        self, label: str, change: Callable[[PosterEntry], PosterEntry], merge: str = ""
    ) -> None:
        film, poster = self._film, self._poster

        def edit(project: Project) -> Project:
            entry = project.campaign.film(film)
            found = next((one for one in entry.posters if one.id == poster), None)
            if found is None:
                return project
            return project.with_campaign(project.campaign.with_poster(film, change(found)))

        key = (merge, film, poster) if merge else None
        self._session.apply(label, edit, merge=key, focus=("poster", film, poster))

    def _new(self) -> None:
        films = self._session.project.campaign.films
        if not films:
            self._notices.say("Add a film first")
            return
        film = self._film or films[0].id
        market = self._market_entry()
        entry = PosterEntry("poster", "quiet-line", StillRef("auto"))
        self._session.apply(
            "New poster", partial(add_poster, film_id=film, poster=entry), focus=("poster", film)
        )
        self._film, self._poster = film, self._session.project.campaign.film(film).posters[-1].id
        self._refresh()
        self._inspector.edit_copy(market.languages[0])

    def _duplicate(self) -> None:
        found = self._entry()
        if found is not None:
            film, poster = found
            self._session.apply(
                "Duplicate the poster",
                partial(add_poster, film_id=film.id, poster=poster),
                focus=("poster", film.id),
            )
            self._poster = self._session.project.campaign.film(film.id).posters[-1].id
            self._refresh()

    def _remove(self) -> None:
        found = self._entry()
        if found is None:
            return
        film, poster = found
        left = replace(film, posters=tuple(one for one in film.posters if one.id != poster.id))
        self._session.apply(
            "Remove the poster",
            lambda p: p.with_campaign(p.campaign.with_film(left)),
            focus=("poster", film.id, poster.id),
        )

    def _type_copy(self, language: str, text: str) -> None:
        def change(poster: PosterEntry) -> PosterEntry:
            others = {key: value for key, value in poster.copy.items() if key != language}
            return replace(poster, copy={**others, language: text} if text.strip() else others)

        self._edit(f"Write the copy in {language}", change, f"copy-{language}")

    def _choose_template(self, name: str) -> None:
        self._edit("Change the template", lambda poster: replace(poster, template=name))

    def _type_still(self, text: str) -> None:
        film = self._films.film(self._film)
        try:
            parse_time(text, film.video.rate if film else None)
        except StudioError as error:
            self._notices.failed(error)
            self._refresh()
            return
        self._edit("Change the still", lambda poster: replace(poster, still=StillRef(text.strip())))

    def _auto_still(self) -> None:
        self._edit("Choose the still", lambda poster: replace(poster, still=StillRef("auto")))

    def _drag_focus(self, dx: float, dy: float) -> None:
        def change(poster: PosterEntry) -> PosterEntry:
            x, y = poster.focus or (0.5, 0.5)
            moved = (min(1.0, max(0.0, x - dx)), min(1.0, max(0.0, y - dy)))
            return replace(poster, focus=(round(moved[0], 3), round(moved[1], 3)))

        self._edit("Move the picture", change, "focus")

    def _drop_focus(self) -> None:
        self._refresh()

    def _reset_focus(self) -> None:
        self._edit("Centre the picture", lambda poster: replace(poster, focus=None))

    # -- choosing -------------------------------------------------------------------------

    def _choose_key(self, key: str) -> None:
        self._film, _, self._poster = key.partition("/")
        self._refresh()

    def _choose_format(self, name: str) -> None:
        self._format = name
        self._canvas.fit()
        self._refresh()

    def _choose_market(self) -> None:
        self._market = self._markets.currentData()
        self._refresh()

    def show_focus(self, focus: object) -> bool:
        """Undo of a poster's edit comes back to that poster."""
        if not (isinstance(focus, tuple) and len(focus) > 1 and focus[0] == "poster"):
            return False
        self._film = focus[1]
        self._poster = focus[2] if len(focus) > 2 else self._poster
        self._refresh()
        return True

    def entered(self) -> None:
        """Paint what may have changed on other pages."""
        self._refresh()

    # -- showing --------------------------------------------------------------------------

    def _start_over(self) -> None:
        self._film = self._poster = self._market = self._format = ""
        self._painter.forget()
        self._refresh()

    def _project_changed(self, before: Project, now: Project) -> None:
        if before.campaign is not now.campaign:
            self._refresh()

    def _refresh(self) -> None:
        posters = self._all()
        self._stack.setCurrentIndex(1 if posters else 0)
        if posters and self._entry() is None:
            self._film, self._poster = posters[0][0].id, posters[0][1].id
        found = self._entry()
        if found is None:
            return
        film, poster = found
        market = self._market_entry()
        self._market = market.id
        formats = self._asked_formats()
        if self._format not in formats:
            self._format = formats[0]
        self._fill_choices(formats)
        languages = dict.fromkeys((*market.languages, *poster.copy))
        self._inspector.set_languages(list(languages))
        self._inspector.show_values(dict(poster.copy), poster.template, self._still_text(poster))
        self._series.show_tiles([_series_tile(f, p) for f, p in posters], f"{film.id}/{poster.id}")
        tiles = [
            Tile(name, name, float(store.poster_format(name).pixels.aspect)) for name in formats
        ]
        self._sheet.show_tiles(tiles, self._format)
        self._later.start()

    def _fill_choices(self, formats: Sequence[str]) -> None:
        markets = self._session.project.campaign.markets or (_ANY,)
        for box, rows, current in (
            (self._markets, [(one.name or one.id, one.id) for one in markets], self._market),
            (self._formats, [(name, name) for name in formats], self._format),
        ):
            if [box.itemData(place) for place in range(box.count())] != [key for _, key in rows]:
                box.clear()
                for text, key in rows:
                    box.addItem(text, key)
            box.setCurrentIndex(box.findData(current))

    def _still_text(self, poster: PosterEntry) -> str:
        film = self._films.film(self._film)
        if film is None or not poster.still.picked:
            return "" if poster.still.text == "auto" else poster.still.text
        seconds = seconds_of(poster, film)
        return clock(seconds) if seconds is not None else ""

    # -- painting -------------------------------------------------------------------------

    def _paint(self) -> None:
        self._painter.forget()
        found = self._entry()
        if found is None or not self.isVisible():
            return
        film, poster = found
        form = store.poster_format(self._format)
        self._size.setText(f"{form.pixels} px   {form.provenance.mark}".rstrip())
        room = self._canvas.room
        self._ask("canvas", film, poster, self._format, max(room.width(), room.height()))
        for name in self._sheet.keys:
            self._ask(f"sheet/{name}", film, poster, name, _SHEET * 2)
        for one_film, one in self._all():
            key = f"{one_film.id}/{one.id}"
            self._ask(f"series/{key}", one_film, one, "dooh-portrait", _SERIES * 2)

    def _ask(self, place: str, film: FilmEntry, poster: PosterEntry, form: str, limit: int) -> None:
        probed = self._films.film(film.id)
        if probed is None:
            self._say(place, "The film has not been read yet.")
            return
        try:
            seconds = seconds_of(poster, probed)
            if seconds is None:
                self._say(place, "Choosing a still…")
                self._pick(film, poster)
                return
            copy = copy_for(film, poster, self._market_entry())
        except StudioError as error:
            self._say(place, f"{error} {error.hint}")
            return
        wish = Wish(probed, Fraction(seconds), poster.template, form, copy, poster.focus, limit)
        self._painter.ask(place, wish, partial(self._painted, place))

    def _say(self, place: str, text: str) -> None:
        if place == "canvas":
            self._canvas.show_word(text)
            self._inspector.show_problems(())

    def _painted(self, place: str, painted: Painted) -> None:
        grave = [one for one in painted.problems if one.severity != "hint"]
        bad = any(one.severity == "error" for one in grave)
        mark = f"▲ {len(grave)}" if grave else ""
        kind, _, key = place.partition("/")
        if kind == "sheet":
            self._sheet.set_image(key, painted.image, mark, bad=bad)
        elif kind == "series":
            self._series.set_image(key, painted.image, "", bad=False)
        else:
            form = store.poster_format(painted.wish.format)
            safe = form.safe
            inner = QRectF(
                safe.left, safe.top, 1 - safe.left - safe.right, 1 - safe.top - safe.bottom
            )
            self._canvas.show_image(painted.image, inner)
            self._inspector.show_problems(painted.problems)

    def _not_painted(self, place: str, error: BaseException) -> None:
        if place == "canvas":
            self._canvas.show_word(str(error))
            self._notices.failed(error)

    def _pick(self, film: FilmEntry, poster: PosterEntry) -> None:
        """Have the still chosen as an export would; it comes as a step of its own."""
        key = (film.id, poster.id)
        probed = self._films.film(film.id)
        if probed is None or key in self._choosing:
            return
        self._choosing.add(key)
        campaign = self._session.project.campaign
        job = self._jobs.start(
            f"Choosing a still in {film.id}", choose_still, campaign, probed, key
        )

        def done(still: StillRef) -> None:
            def edit(project: Project) -> Project:
                entry = project.campaign.film(film.id)
                now = next((one for one in entry.posters if one.id == poster.id), None)
                if now is None or now.still.picked or now.still.text != "auto":
                    return project
                changed = replace(now, still=still)
                return project.with_campaign(project.campaign.with_poster(film.id, changed))

            self._session.apply("Choose the still", edit, focus=("poster", film.id, poster.id))

        job.done.connect(done)
        job.failed.connect(self._notices.failed)
        job.ended.connect(lambda: self._choosing.discard(key))


def _templates() -> list[tuple[str, str]]:
    found = (store.read(entry.path, "posters") for entry in store.entries("posters"))
    return [(preset.name, preset.summary) for preset in found]


def _series_tile(film: FilmEntry, poster: PosterEntry) -> Tile:
    first = next(iter(poster.copy.values()), "").replace("\n", " ")
    return Tile(f"{film.id}/{poster.id}", first or poster.id, 9 / 16)


def _scrolled(widget: QWidget, height: int) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    if height:
        area.setFixedHeight(height)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    else:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
