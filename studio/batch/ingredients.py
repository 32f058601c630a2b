"""What an output is made of, part by part: kept in the ledger, so that a change can be named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from studio.batch.job import FilmWork, Job, TrackData, digest
from studio.batch.versions import makers
from studio.core.errors import StudioError
from studio.core.files import read_bytes, write_bytes
from studio.core.plain import unstructure
from studio.typeset.fonts import library

Parts = Mapping[str, str]
"""Name of a part to its digest, or to its own word where that is short."""

_SHORT = 16
_LIMIT = 64 * 1024 * 1024
# Fields of a work that are told by words of their own below.
_KNOWN = frozenset(["template", "seconds", "focus", "copy", "title", "legal", "captions", "tracks"])


def short(*parts: object) -> str:
    """A digest long enough to tell two versions of one part from each other."""
    return digest(*parts)[:_SHORT]


def parts_of(job: Job, presets: Mapping[str, object]) -> dict[str, str]:
    """The parts of a planned job; `presets` holds what each preset shows under a name."""
    parts = {
        "film": job.source_sha256[:_SHORT],
        "languages": "+".join(job.languages),
        "makers": _made_by(makers()),
        **{name: short(shown) for name, shown in presets.items()},
        **({"read_as": short(job.read_as)} if job.read_as else {}),
    }
    if job.poster_work is not None:
        work = job.poster_work
        parts |= {"template": work.template, "still": work.seconds, "focus": short(work.focus)}
        parts |= {f"copy:{language}": short(text) for language, text in work.copy.items()}
        parts |= {f"title:{language}": short(text) for language, text in work.title.items()}
        parts |= {"legal": short(work.legal)}
        parts |= _others(unstructure(work))
        texts = (work.copy, work.title, work.credits, work.honours)
        fonts = _machine_faces(tuple(sorted({one for each in texts for one in each.items()})))
    elif job.film_work is not None:
        parts["captions"] = job.film_work.captions
        parts |= _reel(job.film_work)
        parts |= {f"track:{one.language}": track_digest(one) for one in job.film_work.tracks}
        fonts = _machine_faces(tuple((one.language, _letters(one)) for one in job.film_work.tracks))
    else:
        fonts = ""
    return parts | ({"fonts": fonts} if fonts else {})


def _reel(work: FilmWork) -> dict[str, str]:
    """The parts of what stands around and over a film, each by the name of its field."""
    if work.reel is None:
        return {}
    plain: Mapping[str, Any] = unstructure(work.reel)
    slate = {name: plain[name] for name in _SLATE if name in plain}
    told = {f"reel:{name}": short(one) for name, one in plain.items() if name not in _SLATE}
    return told | ({"reel:slate": short(slate)} if slate else {})


_SLATE = frozenset(["title", "language", "rows", "subtitles"])


def _others(work: Mapping[str, Any]) -> dict[str, str]:
    """Parts that came later: each is told by the name of its field."""
    return {name: short(value) for name, value in work.items() if name not in _KNOWN}


@lru_cache(maxsize=4)
def _made_by(versions: tuple[str, ...]) -> str:
    return short(versions)


@lru_cache(maxsize=256)
def track_digest(track: TrackData) -> str:
    """The digest of a track's cues, times and texts."""
    return short([cue[1:] for cue in track.cues])


@lru_cache(maxsize=256)
def _letters(track: TrackData) -> str:
    return "".join(sorted(set("".join(cue[3] for cue in track.cues))))


@lru_cache(maxsize=1024)
def _machine_faces(texts: tuple[tuple[str, str], ...]) -> str:
    """The faces of this machine that set what no bundled face has; empty where none is needed."""
    found = set()
    for language, text in texts:
        for run in library().choose(text, language, (), 400):
            if run.face is not None and not run.face.bundled:
                found.add((run.face.family, run.face.style))
    return short(sorted(found)) if found else ""


# -- the cues of a track, kept once for all outputs that show it ----------------------------------


def _cues_path(folder: Path, track: str) -> Path:
    return folder / "tracks" / f"{track}.txt"


def cue_digests(track: TrackData) -> tuple[str, ...]:
    """A digest of each cue's times and text, in order."""
    return tuple(digest(cue[1:])[:12] for cue in track.cues)


def keep_cues(folder: Path, tracks: Iterable[TrackData]) -> None:
    """Write down the cues of tracks, unless they are there. Raises CannotWrite."""
    for track in tracks:
        path = _cues_path(folder, track_digest(track))
        if not path.is_file():
            write_bytes(path, "\n".join(cue_digests(track)).encode("ascii"))


def kept_cues(folder: Path, track: str) -> tuple[str, ...] | None:
    """The digests of the cues of a track of before; None where they are not known any more."""
    if not track.isalnum():
        return None
    try:
        text = read_bytes(_cues_path(folder, track), _LIMIT).decode("ascii", "replace")
    except StudioError:
        return None
    return tuple(text.split("\n")) if text else ()


def changed_names(before: Parts, now: Parts) -> Sequence[str]:
    """The names of the parts that differ, came or went, in the order of `now`."""
    return [
        name for name in dict.fromkeys((*now, *before)) if before.get(name, "") != now.get(name, "")
    ]
