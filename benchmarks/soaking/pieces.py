"""Trials of the store of pieces: a burn killed at any moment loses what it was at, no more.

That is one piece, or two where two are made at a time.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path

from benchmarks.material import spoken, srt_text
from benchmarks.measuring import ROOT
from benchmarks.soaking.trial import Failed, require
from studio.burn.burn import BurnOrder
from studio.core.geometry import Size
from studio.core.places import cache_folder
from studio.media.cache import Cache
from studio.media.probe import probe
from studio.presets import store
from studio.subs.reading import read_track
from tests.drawn import draw_film

_LONGEST = 240.0
# The share of trials in which two pieces are made at a time.
_ABREAST = 0.6
_FRAMES = 900
_SCRIPT = """
import pickle, sys
from studio.burn.pieces import maker as pieces
from studio.burn.burn import burn_together
order, log, abreast = pickle.loads(bytes.fromhex(sys.argv[1]))
made = pieces.PieceMaker._encoded
def told(self, group, *more):
    with open(log, "a") as file:
        file.writelines(one.segment.key + "\\n" for one in group)
    return made(self, group, *more)
pieces.PieceMaker._encoded = told
print("ready", flush=True)
burn_together((order,), abreast=abreast)
"""


def killed(chance: random.Random, folder: Path) -> str:
    """A burn killed at a random moment, then run to its end: the same bytes, one piece lost."""
    place = folder / "pieces"
    order, wanted, seconds = _reference(place)
    kept = Cache(cache_folder() / "segments")
    kept.clear()
    order.out.unlink(missing_ok=True)
    abreast = chance.random() < _ABREAST
    begun = _run(order, place, chance.uniform(0, seconds), abreast=abreast)
    if order.out.exists():
        require(_sum(order.out) == wanted, "the film is half written after a kill")
    stored = _sound(kept)
    lost = [key for key in begun if key not in stored]
    require(len(lost) <= 1 + abreast, f"{len(lost)} of {len(begun)} pieces were lost")
    again = _run(order, place, None, abreast=abreast)
    require(_sum(order.out) == wanted, "other bytes after a kill")
    twice = [key for key, count in Counter([*begun, *again]).items() if count > 1]
    require(
        sorted(twice) == sorted(lost), f"{len(twice)} pieces were made twice, {len(lost)} were lost"
    )
    for part in order.out.parent.glob(".*"):
        part.unlink()
    return f"{len(lost)} pieces made twice{', two at a time' if abreast else ''}"


def _reference(place: Path) -> tuple[BurnOrder, str, float]:
    """The order, the SHA-256 of its undisturbed film, and how long that took."""
    known = place / "known"
    if not known.exists():
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        film = place / "film.mp4"
        draw_film(film, size=Size(480, 270), frames=_FRAMES, cuts=(100, 300, 450, 700))
        cues = spoken(_FRAMES // 25, Fraction(2, 3))
        for language in ("zh-Hans", "en"):
            (place / f"{language}.srt").write_text(srt_text(language, cues), encoding="utf-8")
        order = _order(place)
        began = time.monotonic()
        _run(order, place, None)
        known.write_text(f"{time.monotonic() - began} {_sum(order.out)}", encoding="utf-8")
    seconds, wanted = known.read_text(encoding="utf-8").split()
    return _order(place), wanted, float(seconds)


def _order(place: Path) -> BurnOrder:
    tracks = tuple(read_track(place / f"{one}.srt", one).track for one in ("zh-Hans", "en"))
    style, preset = store.caption_style("cinema-bilingual"), store.video("same-as-film")
    return BurnOrder(probe(place / "film.mp4"), tracks, style, preset, place / "out" / "a.mp4")


def _run(
    order: BurnOrder, place: Path, seconds: float | None, *, abreast: bool = False
) -> list[str]:
    """The keys of the pieces that were begun; it is killed `seconds` after it was ready."""
    log = place / "begun"
    log.write_text("", encoding="utf-8")
    told = pickle.dumps((order, str(log), abreast)).hex()
    child = subprocess.Popen(
        [sys.executable, "-c", _SCRIPT, told],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert child.stdout is not None
    child.stdout.readline()
    try:
        code = child.wait(_LONGEST if seconds is None else seconds)
        require(code == 0, f"burning ended with code {code}")
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()
        if seconds is None:
            raise Failed(f"burning took more than {_LONGEST} s") from None
    child.stdout.close()
    return log.read_text(encoding="utf-8").split()


def _sound(kept: Cache) -> set[str]:
    """The keys in the store, each of them whole by its sum."""
    found = set()
    for path in kept.folder.rglob("*"):
        if path.is_file() and not path.name.startswith("."):
            key = path.parent.name + path.name
            require(kept.get(key) is not None, f"the piece {key} is damaged")
            found.add(key)
    return found


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
