"""Trials of subtitle files: mangled ones are read or refused, good ones come back as they were."""

from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

from benchmarks.material import LINES, media, spoken, srt_text
from benchmarks.soaking.trial import mangled as rough
from benchmarks.soaking.trial import require
from studio.core.errors import StudioError
from studio.presets import store
from studio.subs.checks.run import check
from studio.subs.cue import Cue, Track
from studio.subs.reading import Reading, read_track, write_track

_SUFFIXES = (".srt", ".vtt", ".ass", ".ttml")
_ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be", "gb18030", "big5", "shift_jis", "euc-kr")
_MARKS = ("<i>", "</i>", "{\\an8}", "-->", "\t", "　", "♪", "👩‍👩‍👧", "é", "\u200f", "1", "&", "<")


def mangled(chance: random.Random, folder: Path) -> str:
    """A damaged file is read, with every time code accounted for, or refused in words."""
    name, data = _some_file(chance)
    path = folder / name
    path.write_bytes(rough(data, chance))
    try:
        reading = read_track(path)
    except StudioError as error:
        require(name in str(error), f"the refusal does not name the file: {error}")
        return "refused"
    accounted(reading)
    check(reading.track, store.profile("streaming"))
    try:
        write_track(reading.track, folder / f"again{chance.choice(_SUFFIXES)}")
    except StudioError as error:
        return f"read, not written: {type(error).__name__}"
    return "read"


def kept(chance: random.Random, folder: Path) -> str:
    """A track written as SubRip and read again has the same times and texts."""
    track = _drawn(chance)
    path = folder / "kept.srt"
    write_track(track, path)
    reading = read_track(path, track.language)
    accounted(reading)
    require(not reading.dropped, f"dropped {reading.dropped[:2]}")
    before = [(cue.start, cue.end, cue.text) for cue in track.cues]
    after = [(cue.start, cue.end, cue.text) for cue in reading.track.cues]
    differing = [pair for pair in zip(before, after, strict=False) if pair[0] != pair[1]]
    require(before == after, f"{len(before)} cues, {len(after)} back; {differing[:2]}")
    return "kept"


def accounted(reading: Reading) -> None:
    """Raises Failed unless every time code is a cue or told as dropped."""
    lost = sum(one.time_code for one in reading.dropped)
    made = len(reading.track.cues)
    require(
        made + lost == reading.time_codes,
        f"{made} cues and {lost} dropped of {reading.time_codes} time codes",
    )
    ids = [cue.id for cue in reading.track.cues]
    require(len(set(ids)) == len(ids), "two cues have one id")


def _some_file(chance: random.Random) -> tuple[str, bytes]:
    root = media()
    if root is not None and chance.random() < 0.7:
        files = sorted(
            path
            for path in (root / "corpus" / "subtitles").rglob("*")
            if path.suffix in _SUFFIXES and path.stat().st_size < 200_000
        )
        found = chance.choice(files)
        return f"mangled{found.suffix}", found.read_bytes()
    language = chance.choice(tuple(LINES))
    text = srt_text(language, spoken(chance.randint(20, 200), _third()))
    return "mangled.srt", text.encode(chance.choice(_ENCODINGS), "replace")


def _third() -> Fraction:
    return Fraction(1, 3)


def _drawn(chance: random.Random) -> Track:
    language = chance.choice(tuple(LINES))
    cues, start = [], 0
    for number in range(chance.randint(1, 60)):
        start += chance.randint(0, 5000)
        end = start + chance.randint(1, 7000)
        cues.append(Cue(number + 1, start, end, _text(language, chance)))
    return Track(language, tuple(cues))


def _text(language: str, chance: random.Random) -> str:
    words = list(chance.choice(LINES[language]))
    for _ in range(chance.randint(0, 3)):
        words.insert(chance.randrange(len(words)), chance.choice(_MARKS))
    text = "".join(words)
    if chance.random() < 0.3:
        text += "\n" + chance.choice(LINES[language])
    return text.strip()
