"""Trials of documents: random edits, undone and done again, and files that say the same."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from benchmarks.material import LINES
from benchmarks.soaking.trial import require
from studio.campaign.document import Campaign, Deliverable, FilmEntry, Market, PosterEntry
from studio.campaign.document import TrackEntry as Entry
from studio.campaign.file import campaign_text, load_campaign, save_campaign
from studio.core.history import History
from studio.subs import edits
from studio.subs.cue import Cue, Track

T = TypeVar("T")
_WORDS = (
    "灯不大",
    "Small Lights",
    "",
    'a "quoted" one',
    "line\nbreak",
    "back\\slash",
    "# no comment",
    "👩‍👧",
)


def campaign_edits(chance: random.Random, folder: Path) -> str:
    """Edits go back and forth to the very documents; the file keeps comments and says the same."""
    states = _edited(_campaign(), _campaign_edit, chance)
    path = folder / "campaign.toml"
    path.write_text(
        campaign_text(states[0]).replace("[[films]]", "# a person's word\n[[films]]", 1),
        encoding="utf-8",
    )
    for state in states[1:]:
        save_campaign(state, path)
        require(load_campaign(path) == state, "the file says another campaign than was saved")
    held = "# a person's word" in path.read_text(encoding="utf-8")
    require(held or len(states[-1].films) == 0, "a comment was lost")
    return "kept"


def track_edits(chance: random.Random, _: Path) -> str:
    """Every edit of a track can be undone; ids stay unique."""
    cues = tuple(
        Cue(n + 1, n * 3000, n * 3000 + 2500, chance.choice(LINES["en"])) for n in range(12)
    )
    for track in _edited(Track("en", cues), track_edit, chance):
        ids = [cue.id for cue in track.cues]
        require(len(set(ids)) == len(ids), f"two cues have one id: {ids}")
        require(all(cue.start < cue.end for cue in track.cues), "a cue ends before it starts")
    return "kept"


def _edited(begin: T, edit: Callable[[T, random.Random], T], chance: random.Random) -> list[T]:
    """The states of a walk with undo, redo and new edits in between; the history must agree."""
    history, states, place = History(begin), [begin], 0
    for _ in range(chance.randint(5, 30)):
        kind = chance.random()
        if kind < 0.25 and history.undo() is not None:
            place -= 1
        elif kind < 0.4 and history.redo() is not None:
            place += 1
        else:
            made = edit(states[place], chance)
            history.commit(made, "edit")
            if made is not states[place]:
                states[place + 1 :] = [made]
                place += 1
        require(history.value is states[place], "the present is not where the walk stands")
    while history.undo() is not None:
        place -= 1
        require(history.value is states[place], "undo gave another document")
    while history.redo() is not None:
        place += 1
        require(history.value is states[place], "redo gave another document")
    return states


def _campaign() -> Campaign:
    film = FilmEntry("kite", "kite.mp4", {"en": "Kite"}, (Entry("en", "kite.en.srt"),))
    markets = (Market("uk", ("en",)), Market("cn", ("zh-Hans", "en")))
    deliveries = (Deliverable(format="kakao"), Deliverable(video="web-1080p"))
    return Campaign(films=(film,), markets=markets, deliverables=deliveries)


def _campaign_edit(campaign: Campaign, chance: random.Random) -> Campaign:
    film, kind = chance.choice(campaign.films), chance.randrange(5)
    word = chance.choice(_WORDS)
    if kind == 0:
        return campaign.with_film(
            replace(film, title={**film.title, chance.choice(("en", "ja")): word})
        )
    if kind == 1:
        focus = (round(chance.random(), 3), round(chance.random(), 3))
        copy = {"en": word, "zh-Hans": chance.choice(_WORDS)}
        name = f"poster-{chance.randrange(4)}"
        return campaign.with_poster(
            film.id, PosterEntry(name, "quiet-line", focus=focus, copy=copy)
        )
    if kind == 2:
        return campaign.with_film(replace(film, posters=film.posters[1:]))
    if kind == 3 and len(campaign.films) < 5:
        name = f"film-{max(len(one.id) for one in campaign.films)}-{len(campaign.films)}"
        return replace(campaign, films=(*campaign.films, FilmEntry(name, f"{name}.mp4")))
    return replace(campaign, name=word or "Untitled", version=f"v{chance.randrange(99):02}")


def track_edit(track: Track, chance: random.Random) -> Track:
    """A random edit of a random cue, or of the whole track."""
    cue = chance.choice(track.cues)
    kind = chance.randrange(8)
    if kind == 0:
        return edits.set_text(track, cue.id, chance.choice(_WORDS))
    if kind == 1:
        return edits.retime(track, cue.id, cue.start, cue.start + chance.randint(1, 9000))
    if kind == 2:
        return edits.insert(track, cue.end, cue.end + 900, chance.choice(_WORDS))
    if kind == 3 and len(track.cues) > 4:
        return edits.delete(track, [cue.id])
    if kind == 4 and cue.duration > 2:
        at = chance.randrange(cue.start + 1, cue.end)
        return edits.split(track, cue.id, at, chance.randint(0, len(cue.text)))
    if kind == 5 and len(track.cues) > 4:
        other = chance.choice([one.id for one in track.cues if one.id != cue.id])
        return edits.merge(track, [cue.id, other], keep_breaks=chance.random() < 0.5)
    return edits.shift(track, chance.randint(0, 500)) if kind == 6 else edits.sort(track)
