"""Trials of deliveries: killed without warning at any moment, run again, the same bytes."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from fractions import Fraction
from pathlib import Path

from benchmarks.material import spoken, srt_text
from benchmarks.measuring import ROOT
from benchmarks.soaking.trial import Failed, require
from studio.core.geometry import Size
from tests.drawn import draw_film

_LONGEST = 240.0
_CAMPAIGN = """schema = 1
name = "Soak"

[[films]]
id = "drawn"
source = "film.mp4"
title = { en = "Drawn", zh-Hans = "画" }
tracks = [{ language = "en", file = "en.srt" }, { language = "zh-Hans", file = "zh-Hans.srt" }]

[[films.posters]]
id = "one"
template = "quiet-line"
still = "auto"
copy = { en = "A small lamp.", zh-Hans = "灯不大。" }

[[markets]]
id = "cn"
languages = ["zh-Hans", "en"]

[[deliverables]]
format = "kakao"

[[deliverables]]
format = "line-square"

[[deliverables]]
video = "same-as-film"
captions = "cinema-bilingual"
"""


def killed_burn(chance: random.Random, folder: Path) -> str:
    """`lobbycard burn` killed with all its processes, then run to the end."""
    place = _material(folder)
    subs = [part for one in ("zh-Hans", "en") for part in ("--subs", f"{one}.srt")]
    return _killed(["burn", "film.mp4", *subs, "-o", "out/burned.mp4"], chance, place)


def killed_export(chance: random.Random, folder: Path) -> str:
    """`lobbycard export` of a campaign killed with all its workers, then run to the end."""
    return _killed(["export", "campaign.toml", "--json"], chance, _material(folder))


def _killed(arguments: list[str], chance: random.Random, place: Path) -> str:
    wanted, seconds = _reference(arguments, place)
    _clean(place)
    kills = 0
    for _ in range(chance.randint(1, 3)):
        kills += _started(arguments, place, chance.uniform(0.2, seconds * 1.05))
        for path in _outputs(place):
            got = _sum(path)
            require(got == wanted[path.name], f"{path.name} is half written after a kill")
    _started(arguments, place, None)
    found = {path.name: _sum(path) for path in _outputs(place)}
    require(found == wanted, f"after {kills} kills: {found} for {wanted}")
    return "the same bytes"


def _reference(arguments: list[str], place: Path) -> tuple[dict[str, str], float]:
    """SHA-256 of each output by name when nothing disturbs, made once, and how long that took."""
    known = place / f"{arguments[0]}.known"
    if not known.exists():
        _clean(place)
        began = time.monotonic()
        _started(arguments, place, None)
        lines = [f"{time.monotonic() - began}"]
        lines += [f"{_sum(path)} {path.name}" for path in _outputs(place)]
        known.write_text("\n".join(lines), encoding="utf-8")
    first, *lines = known.read_text(encoding="utf-8").splitlines()
    return {line.split(" ", 1)[1]: line.split(" ", 1)[0] for line in lines}, float(first)


def _started(arguments: list[str], place: Path, seconds: float | None) -> int:
    """Run, and kill it after `seconds`; 1 when it was killed. Raises Failed when it fails."""
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "LOBBYCARD_CACHE": str(place / "cache"),
    }
    child = subprocess.Popen(
        [sys.executable, "-m", "studio", *arguments],
        cwd=place,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        said, _ = child.communicate(timeout=_LONGEST if seconds is None else seconds)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()
        if seconds is None:
            raise Failed(f"{arguments[0]} took more than {_LONGEST} s") from None
        return 1
    code = child.returncode
    require(code in (0, 1), f"{arguments[0]}: code {code}: {said.decode(errors='replace')[-800:]}")
    return 0


def _material(folder: Path) -> Path:
    place = folder / "exports"
    if not place.exists():
        place.mkdir()
        draw_film(place / "film.mp4", size=Size(480, 270), frames=600, cuts=(100, 300, 450))
        for language in ("zh-Hans", "en"):
            text = srt_text(language, spoken(24, Fraction(2, 3)))
            (place / f"{language}.srt").write_text(text, encoding="utf-8")
    return place


def _clean(place: Path) -> None:
    for name in ("out", "cache", ".lobbycard"):
        shutil.rmtree(place / name, ignore_errors=True)
    # The export writes the stills it chose into the campaign; a new start needs the text as new.
    (place / "campaign.toml").write_text(_CAMPAIGN, encoding="utf-8")


def _outputs(place: Path) -> list[Path]:
    """What was delivered: neither reports, which hold times, nor parts of a killed run."""
    kinds = (".mp4", ".png", ".jpg", ".jpeg")
    found = (path for path in (place / "out").rglob("*") if path.suffix in kinds)
    return sorted(path for path in found if not path.name.startswith("."))


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
