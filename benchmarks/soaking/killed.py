"""Trials of work that is not saved: `kill -9` at any moment takes at most the last edit with it."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from benchmarks.material import LINES, spoken
from benchmarks.measuring import ROOT
from benchmarks.soaking.trial import require
from studio.campaign.document import Campaign, FilmEntry, TrackEntry
from studio.campaign.journal import left_behind, read_journal
from studio.campaign.project import Project, TrackForm
from studio.campaign.project_file import open_project, save_project
from studio.subs.cue import Cue, Track

FILM, LANGUAGES = "lamp", ("zh-Hans", "en")
_CUES = 1200
_LONGEST = 120.0
_WORKED = (0.2, 9.0)
"""Seconds of work before the end comes."""


def digest_of(track: Track) -> str:
    """What a track says, whatever its ids are and however a file closes up empty lines."""
    said = [
        (cue.start, cue.end, [line for line in cue.text.split("\n") if line.strip()])
        for cue in track.cues
    ]
    return hashlib.sha256(repr(said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def digest(project: Project) -> str:
    """What both tracks say."""
    return "+".join(digest_of(project.tracks[FILM, language]) for language in LANGUAGES)


@dataclass(slots=True)
class _Told:
    """What the process said before it was ended: states by their number, and saves."""

    states: list[tuple[int, str]] = field(default_factory=list)
    made: int = 0
    saves: list[str] = field(default_factory=list)
    saved: int = 0
    odd: list[str] = field(default_factory=list)


def killed_edits(chance: random.Random, folder: Path) -> str:
    """An editing script is killed; the next start finds all but at most its last edit."""
    place = folder / "killed"
    shutil.rmtree(place, ignore_errors=True)
    campaign = _campaign(place)
    told = _told(_worked(campaign, chance))
    require(not told.odd, f"said: {told.odd}")
    _require_whole(campaign, told)
    found = left_behind(campaign)
    project = (
        read_journal(found[0].place, campaign.parent).project
        if found
        else open_project(campaign).project
    )
    known = [number for number, state in told.states if state == digest(project)]
    require(bool(known), f"a state that never was; {told.made} made")
    missing = told.made - max(known)
    require(missing <= 1, f"{missing} edits of {told.made} are missing")
    return "the last edit missing" if missing == 1 else "all edits there"


def _worked(campaign: Path, chance: random.Random) -> list[str]:
    """What a process says that works on the campaign until it is killed."""
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.soaking.typist", str(campaign), str(chance.random())],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        bufsize=1,
    )
    late = threading.Timer(_LONGEST, child.kill)
    late.start()
    lines: list[str] = []
    try:
        end, word = _end_of(chance)
        for line in child.stdout or ():
            lines.append(line)
            if line.startswith(word) and time.monotonic() >= end[0]:
                break
            if line == "begun\n":
                end[0] = time.monotonic() + end[1]
        time.sleep(end[2])
    finally:
        late.cancel()
        os.kill(child.pid, signal.SIGKILL)
        lines += (child.stdout.read() if child.stdout is not None else "").splitlines(True)
        child.wait()
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def _end_of(chance: random.Random) -> tuple[list[float], str]:
    """When the end comes: no sooner than a moment after `begun`, a while after a word.

    At any moment, while a save is written, or while the journal is.
    """
    kind = chance.randrange(3)
    worked = chance.uniform(*_WORKED)
    if kind == 0:
        return [0.0, 0.0, worked], "begun"
    word = "save " if kind == 1 else "made"
    return [float("inf"), worked, chance.uniform(0.0, 0.08)], word


def _told(lines: list[str]) -> _Told:
    told = _Told()
    for line in lines:
        word, _, rest = line.partition(" ")
        number, _, state = rest.partition(" ")
        if word == "try":
            told.states.append((int(number), state))
        elif word == "made":
            told.made = int(number)
        elif word == "save":
            told.saves.append(state)
        elif word == "saved":
            told.saved = len(told.saves)
        elif word != "begun":
            told.odd.append(line)
    return told


def _require_whole(campaign: Path, told: _Told) -> None:
    """Each file of the campaign is as a save wrote it, none older than the last that was told."""
    opened = open_project(campaign)
    require(not opened.problems, f"problems on disk: {opened.problems[:3]}")
    states = [told.states[0][1], *told.saves][told.saved :]
    for place, language in enumerate(LANGUAGES):
        there = digest_of(opened.project.tracks[FILM, language])
        wanted = {state.split("+")[place] for state in states}
        require(there in wanted, f"{language} on disk is as no save wrote it")


def _campaign(place: Path) -> Path:
    place.mkdir(parents=True)
    (place / "lamp.mp4").write_bytes(b"not looked at here")
    times = spoken(_CUES * 3 + 60, Fraction(1))[:_CUES]
    entries = tuple(TrackEntry(one, f"lamp.{one}.srt") for one in LANGUAGES)
    tracks = {
        (FILM, one): Track(
            one,
            tuple(
                Cue(n + 1, start, end, f"{LINES[one][n % len(LINES[one])]} {n}")
                for start, end, n in times
            ),
        )
        for one in LANGUAGES
    }
    project = Project(
        Campaign(name="Killed", films=(FilmEntry(FILM, "lamp.mp4", tracks=entries),)),
        tracks,
        {key: TrackForm("srt", "utf-8") for key in tracks},
    )
    path = place / "campaign.toml"
    save_project(project, path, place, None)
    return path
