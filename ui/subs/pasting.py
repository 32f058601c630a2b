"""Cues through the clipboard: copied as SubRip, and put over the texts or times of those there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QApplication

from studio.core.errors import CannotRead
from studio.core.said import said
from studio.core.words import counted
from studio.subs.cue import Cue
from studio.subs.formats.base import FORMATS
from studio.subs.writing import composed
from ui.actions import Action
from ui.notices import Notices
from ui.subs.desk import Desk, chosen, settled, spot
from ui.subs.steps import Steps, named

_ARROW, _HOLE = "-->", re.compile(r"\n[ \t]*\n")


def cues_in(text: str) -> tuple[Cue, ...]:
    """The cues of a text: SubRip or WebVTT where it has time codes; else a cue for each paragraph,
    or where there is no empty line for each line. Their times are then 0.

    Raises CannotRead for time codes that cannot be read.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if _ARROW in plain:
        form = FORMATS["vtt" if plain.lstrip("\ufeff").startswith("WEBVTT") else "srt"]
        parsed = form.read(plain)
        if parsed.dropped:
            # Whoever pastes expects all of it, or none.
            raise CannotRead(
                said("In the clipboard, not a cue: {text}", text=parsed.dropped[0].text),
                hint=said("Copy it again, or paste the texts alone."),
            )
        return parsed.cues
    parts = _HOLE.split(plain) if _HOLE.search(plain) else plain.split("\n")
    texts = [part.strip("\n") for part in parts if part.strip()]
    return tuple(Cue(number, 0, 0, one) for number, one in enumerate(texts, 1))


class Pasting:
    """Works on the language where the person is."""

    def __init__(self, desk: Desk, steps: Steps, notices: Notices) -> None:
        self._desk, self._steps, self._notices = desk, steps, notices

    def commands(self) -> Sequence[Action]:
        """Pasting over has Aegisub's key; Subtitle Edit has none for it."""
        over, times = partial(self.paste, times=False), partial(self.paste, times=True)
        listed = (
            ("copy-cues", said("Copy the cues"), self.copy, ("Ctrl+C",)),
            ("paste-over", said("Paste over the texts"), over, ("Ctrl+Shift+V",)),
            ("paste-times", said("Paste over the times"), times, ("Ctrl+Alt+Shift+T",)),
        )
        return tuple(
            Action(f"subs-{name}", text, run, "Subtitles", keys, enabled=self._has_cue)
            for name, text, run, keys in listed
        )

    def _has_cue(self) -> bool:
        return spot(self._desk) is not None

    def copy(self) -> None:
        """The selected cues of the current language as SubRip."""
        at = settled(self._desk)
        track = self._desk.track(at.side) if at is not None else None
        if at is None or track is None:
            return
        wanted = frozenset(chosen(self._desk, at))
        cues = tuple(cue for cue in track.cues if cue.id in wanted)
        text = composed(track.with_cues(cues), FORMATS["srt"]).text
        QApplication.clipboard().setText(text)
        self._notices.say(said("Copied {cues}.", cues=counted(len(cues), "cue")))

    def paste(self, *, times: bool) -> None:
        """The clipboard's texts, or its times, over the current cue and those that follow."""
        at = settled(self._desk)
        if at is None:
            return
        try:
            pasted = cues_in(QApplication.clipboard().text())
        except CannotRead as error:
            self._notices.failed(error)
            return
        if times:
            pasted = tuple(cue for cue in pasted if cue.end > cue.start)
        if not pasted:
            self._notices.say(
                said("There are no times to paste.")
                if times
                else said("There is no text to paste.")
            )
            return
        edit = named("paste-over", at.cue.id, pasted, texts=not times, times=times)
        label = said("Paste over {cues}", cues=counted(len(pasted), "cue"))
        self._steps.apply(label, at.side, edit, at.cue.id)
