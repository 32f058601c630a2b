"""Why an output is to be made, in words: what changed since the one on disk was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from studio.batch.beside import are_kept
from studio.batch.ingredients import changed_names, cue_digests, kept_cues, track_digest
from studio.batch.job import Job
from studio.batch.made import FOLDER, Record
from studio.campaign.document import NO_CAPTIONS
from studio.core.said import said
from studio.media.identity import content_hash
from studio.subs.language_names import language_name

NEVER_MADE = said("Never made")
REMOVED = said("The file was removed outside")
CHANGED_OUTSIDE = said("The file was changed outside")
BESIDE_CHANGED = said("A file that goes with it was changed or removed outside")
UNKNOWN_FILE = said("A file that was not made here is in its place")
BEFORE_REASONS = said("Made before reasons were kept")
OLDER_MAKER = said("Made by an older version")
_SHOWN_CUES = 6
_MOST_COMPARED = 4000


def reasons(job: Job, record: Record | None, out: Path) -> tuple[str, ...]:
    """Why the output of `job` is not up to date: at least one sentence, the weightiest first.

    `record` is what the ledger of `out` says of it.
    """
    there = (out / job.output).is_file()
    if record is None:
        return (UNKNOWN_FILE,) if (out / job.output).exists() else (NEVER_MADE,)
    if not there:
        return (REMOVED,)
    if record.job == job.key:
        lost = not are_kept(out, record.beside, content_hash)
        return (BESIDE_CHANGED if lost else CHANGED_OUTSIDE,)
    if not record.made_of:
        return (BEFORE_REASONS,)
    folder = out / FOLDER
    names = changed_names(record.made_of, job.made_of)
    told = [text for name in names if (text := _told(name, job, record.made_of, folder))]
    return tuple(dict.fromkeys(sorted(told, key=lambda text: text == OLDER_MAKER))) or (
        OLDER_MAKER,
    )


def _told(name: str, job: Job, before: Mapping[str, str], folder: Path) -> str:
    """What a changed part is called; empty when another part tells it already."""
    kind, _, detail = name.partition(":")
    if kind in _SUBTITLES and _turned(before, job):
        return _turned_words(job) if kind == "captions" else ""
    if kind == "track":
        return _track(job, detail, before.get(name, ""), folder)
    if kind in ("copy", "title"):
        return _text(job, kind, detail)
    if kind in ("reel", "card"):
        return _REEL.get(detail, _REEL["design"])(job)
    if kind in _FOLLOWS and before.get(_FOLLOWS[kind]) != job.made_of.get(_FOLLOWS[kind]):
        return ""
    words = _WORDS.get(kind)
    return words(job) if words else said("Another part of it changed: {part}", part=kind)


# What changes with captions that come or go, and is told with them.
_SUBTITLES = frozenset({"captions", "languages", "style", "track"})


def _turned(before: Mapping[str, str], job: Job) -> bool:
    """Whether an output with captions is to have none, or the other way round."""
    was, now = before.get("captions", ""), job.made_of.get("captions", "")
    return was != now and NO_CAPTIONS in (was, now)


def _turned_words(job: Job) -> str:
    if job.made_of.get("captions") == NO_CAPTIONS:
        return said("{name} is to have no captions now", name=job.preset)
    return said("{name} is to have captions now", name=job.preset)


def _text(job: Job, kind: str, language: str) -> str:
    if kind == "title":
        return said(
            "The {language} title of {film} changed",
            language=language_name(language),
            film=job.film,
        )
    return said(
        "The {language} line of poster {poster} changed",
        language=language_name(language),
        poster=job.poster,
    )


# The figures of a preset differ anyway when another one is named.
_FOLLOWS = {"look": "template", "style": "captions", "format": "icc"}
_WORDS: Mapping[str, Callable[[Job], str]] = {
    "film": lambda job: said("The film {film} was replaced", film=job.film),
    "read_as": lambda job: said("The film {film} is read in another way", film=job.film),
    "languages": lambda job: said(
        "The languages shown in market {market} changed", market=job.market
    ),
    "template": lambda job: said("Poster {poster} uses another template", poster=job.poster),
    "look": lambda job: said("Template {name} was edited", name=job.made_of["template"]),
    "format": lambda job: said("Format {name} was edited", name=job.preset),
    "still": lambda job: said("Poster {poster} shows another still", poster=job.poster),
    "focus": lambda job: said("The focus of poster {poster} moved", poster=job.poster),
    "legal": lambda job: said("The legal line of market {market} changed", market=job.market),
    "kind": lambda job: said("{name} is asked for in another kind of file", name=job.preset),
    "profile": lambda job: said("The colour profile of {name} is another one", name=job.preset),
    "icc": lambda job: said("{name} is asked for in another colour profile", name=job.preset),
    "adjust": lambda job: said("Letters of poster {poster} were set by hand", poster=job.poster),
    "place": lambda job: said("The copy of poster {poster} was moved", poster=job.poster),
    "credits": lambda job: said("The credits of {film} changed", film=job.film),
    "honours": lambda job: said("The honours of {film} changed", film=job.film),
    "number": lambda job: said("The series of {film} has other posters", film=job.film),
    "faces": lambda _: said("The model that finds faces came or went"),
    "captions": lambda job: said("{name} uses another caption style", name=job.preset),
    "style": lambda job: said("Caption style {name} was edited", name=job.made_of["captions"]),
    "video": lambda job: said("Video preset {name} was edited", name=job.preset),
    "fonts": lambda _: said("Fonts of this machine changed"),
    "brand": lambda _: said("The brand kit changed"),
    "makers": lambda _: OLDER_MAKER,
}


_REEL: Mapping[str, Callable[[Job], str]] = {
    "cuts": lambda job: said("Other parts of {film} are shown", film=job.film),
    "join": lambda job: said("The parts of {film} are joined in another way", film=job.film),
    "opening": lambda job: said("The opening card of {film} changed", film=job.film),
    "ending": lambda job: said("The end card of {film} changed", film=job.film),
    "music": lambda job: said("The music of {film} changed", film=job.film),
    "brand": lambda _: said("The brand kit changed"),
    "slate": lambda job: said("The slate of {film} changed", film=job.film),
    "design": lambda job: said("The design of a card of {film} was edited", film=job.film),
}


def _track(job: Job, language: str, before: str, folder: Path) -> str:
    """What changed in the cues of a language, as exactly as it is known."""
    name = language_name(language)
    tracks = job.film_work.tracks if job.film_work else ()
    track = next((one for one in tracks if one.language == language), None)
    if track is None:
        return said("The {language} subtitles of {film} are gone", language=name, film=job.film)
    if not before:
        return said("The {language} subtitles of {film} are new", language=name, film=job.film)
    old = kept_cues(folder, before)
    if old is None:
        return said("The {language} subtitles of {film} changed", language=name, film=job.film)
    changed, removed = _compared(before, track_digest(track), old, cue_digests(track))
    return _counted_cues(changed, removed, len(track.cues), name)


def _counted_cues(changed: tuple[int, ...], removed: int, total: int, language: str) -> str:
    if not changed:
        if removed == 1:
            return said("1 cue of {language} was removed", language=language)
        return said("{n} cues of {language} were removed", n=removed, language=language)
    if len(changed) == total and total > 1:
        return said("Every cue of {language} changed", language=language)
    if len(changed) == 1:
        return said("1 cue of {language} changed ({which})", language=language, which=changed[0])
    which = ", ".join(str(number) for number in changed[:_SHOWN_CUES])
    if len(changed) > _SHOWN_CUES:
        which += " …"
    return said(
        "{n} cues of {language} changed ({which})", n=len(changed), language=language, which=which
    )


_remembered: dict[tuple[str, str], tuple[tuple[int, ...], int]] = {}


def _compared(
    before: str, now: str, old: tuple[str, ...], new: tuple[str, ...]
) -> tuple[tuple[int, ...], int]:
    """The numbers (from 1) of cues that changed or came, and how many went; remembered."""
    key = (before, now)
    if key not in _remembered:
        if len(_remembered) > 64:
            _remembered.clear()
        _remembered[key] = _differing(old, new)
    return _remembered[key]


def _differing(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[tuple[int, ...], int]:
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    if len(a) == len(b) or max(len(a), len(b)) > _MOST_COMPARED:
        same = [one == other for one, other in zip(a, b, strict=False)]
        same += [False] * (len(b) - len(same))
        changed = tuple(start + n + 1 for n, equal in enumerate(same) if not equal)
        return changed, max(0, len(a) - len(b))
    numbers: list[int] = []
    removed = 0
    for kind, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind != "equal":
            numbers += [start + n + 1 for n in range(b1, b2)]
            removed += max(0, (a2 - a1) - (b2 - b1))
    return tuple(numbers), removed


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason, and the outputs that share it."""

    text: str
    outputs: tuple[str, ...]


def gathered(found: Iterable[tuple[str, Iterable[str]]]) -> tuple[Cause, ...]:
    """Pairs of an output and its reasons, by reason; the one with most outputs first."""
    by_text: dict[str, list[str]] = {}
    for output, why in found:
        for text in why:
            by_text.setdefault(text, []).append(output)
    causes = [Cause(text, tuple(outputs)) for text, outputs in by_text.items()]
    return tuple(sorted(causes, key=lambda cause: -len(cause.outputs)))
