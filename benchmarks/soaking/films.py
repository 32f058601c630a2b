"""Trials of films: damaged ones never take us along; random frames are those of reading on."""

from __future__ import annotations

import random
import shutil
import subprocess
from fractions import Fraction
from pathlib import Path

import numpy as np

from benchmarks.material import media
from benchmarks.soaking.trial import Failed, require
from benchmarks.soaking.trial import mangled as rough
from studio.core.children import in_child
from studio.core.errors import StudioError, ToolFailed
from studio.core.geometry import Size
from studio.core.progress import SILENT, Progress
from studio.media.frames import FrameReader
from studio.media.probe import probe
from tests.drawn import Drawing, draw_film
from tests.oracle import seek_faults

_CODECS = (("mp4", "libx264"), ("mkv", "libx265"), ("mov", "mpeg4"), ("webm", "libvpx-vp9"))
_COUNT = 8
_SILENCE = 120.0
_SEEKS = 200


def read_all(paths: tuple[Path, ...], progress: Progress = SILENT) -> tuple[str, ...]:
    """In a child: probe each film and decode it; "read" or the kind of refusal for each."""
    found = []
    for number, path in enumerate(paths):
        progress.report(number / len(paths))
        try:
            with FrameReader(probe(path)) as reader:
                for frame in reader.walk():
                    frame.small(64)
            found.append("read")
        except StudioError as error:
            found.append(f"refused {type(error).__name__}")
    return tuple(found)


def mangled(chance: random.Random, folder: Path) -> str:
    """Damaged films are read or refused; a decoder's crash stays in the child."""
    data = _drawn(chance, folder).read_bytes()
    paths = []
    for number in range(_COUNT):
        path = folder / f"mangled-{number}.{chance.choice(('mp4', 'mkv', 'mov', 'webm'))}"
        path.write_bytes(rough(data, chance))
        paths.append(path)
    try:
        found = in_child(read_all, tuple(paths), seconds=_SILENCE)
    except ToolFailed as error:
        if error.__cause__ is not None:
            raise Failed(f"{error}: {error.__cause__}") from error
        return f"a crash stayed in its child: {error}"
    refused = sum(one != "read" for one in found)
    return "all read" if not refused else "some read, some refused"


def seeks(chance: random.Random, folder: Path) -> str:
    """Frames asked for at random are, bit for bit, those that reading from the start gives."""
    film = probe(_drawn(chance, folder))
    with FrameReader(film) as reader:
        whole = {frame.pts: frame.native.to_ndarray() for frame in reader.walk()}
    require(len(whole) == film.video.frames, f"{len(whole)} read, {film.video.frames} promised")
    stamps = sorted(whole)
    with FrameReader(film) as reader:
        for _ in range(25):
            pts = chance.choice(stamps)
            until = stamps[stamps.index(pts) + 1] if pts != stamps[-1] else pts + 1
            inside = Fraction(chance.randrange(1000), 1000) * (until - pts)
            asked = film.time_of(pts) + inside * film.video.time_base
            frame = reader.at(asked) if chance.random() < 0.5 else reader.at_pts(pts)
            require(frame.pts == pts, f"asked for {pts}, got {frame.pts}")
            same = np.array_equal(frame.native.to_ndarray(), whole[pts])
            require(same, f"the picture at {pts} differs from reading on")
    return "equal"


def real_seeks(chance: random.Random, folder: Path) -> str:
    """200 frames of a real film, of its whole length, are those of plain decoding."""
    films = _real(folder)
    if not films:
        return "there are no real films here"
    path = chance.choice(films)
    try:
        faults = seek_faults(path, _SEEKS, seed=chance.randrange(1 << 30))
    except StudioError as error:
        require(bool(error.hint), f"{path.name} is refused without a hint: {error}")
        return "refused plainly"
    require(not faults, f"{path.name}: {len(faults)} of {_SEEKS} wrong: {faults[:5]}")
    return f"{path.name}: {_SEEKS} right"


def _real(folder: Path) -> list[Path]:
    """The real films, and where FFmpeg's command line is there, what is derived from them."""
    home = media()
    if home is None:
        return []
    found = [*(home / "media" / "film").iterdir(), *(home / "media" / "odd").rglob("*")]
    script, derived = home / "media" / "derive.sh", folder / "derived"
    if script.is_file() and shutil.which("ffmpeg"):
        if not derived.is_dir():
            subprocess.run(["bash", str(script), str(derived)], check=True)
        found += derived.iterdir()
    return sorted(path for path in found if path.is_file())


def _drawn(chance: random.Random, folder: Path) -> Path:
    suffix, codec = chance.choice(_CODECS)
    plan = Drawing(
        size=Size(160, 96),
        rate=chance.choice((Fraction(25), Fraction(24000, 1001), Fraction(60))),
        frames=chance.randint(2, 70),
        codec=codec,
        gop=chance.choice((1, 5, 12, 250)),
        b_frames=chance.randint(0, 3),
        sound="" if suffix == "webm" else chance.choice(("", "aac")),
    )
    return draw_film(folder / f"drawn.{suffix}", plan)
