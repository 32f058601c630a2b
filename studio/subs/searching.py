"""Find and replace in the texts of tracks: as it stands or by a pattern, tags left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from studio.core.errors import BadValue
from studio.core.progress import SILENT, Progress
from studio.core.said import said
from studio.subs.cue import Track
from studio.subs.plain import OVERRIDE, TAG

#: A pattern of so many characters is no person's.
_LONGEST = 1000
#: `$1`, `${name}`, `$0` or `$$` in what a pattern is replaced by.
_GROUP = re.compile(r"\$(?:(\$)|(\d{1,2})|\{(\w{1,40})\})")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for. `pattern` is a regular expression with `regex`, else plain text.

    `case`: capitals count. `whole`: only whole words.
    """

    pattern: str
    regex: bool = False
    case: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the text of a cue: characters `start` to `stop` of it, tags counted.

    `instead` is what would stand there; None where nothing is to be replaced.
    """

    cue_id: int
    start: int
    stop: int
    instead: str | None = None


def check(wish: Wish, by: str | None = None) -> None:
    """Raises BadValue where `search` would for the pattern or the replacement."""
    _parts(wish, by)


def search(
    tracks: Mapping[int, Track], wish: Wish, by: str | None = None, progress: Progress = SILENT
) -> dict[int, tuple[Hit, ...]]:
    """All places in each of the `tracks`, under the same keys, in the order of the cues.

    `by`: what they would be replaced by; in a pattern's `$1` and `${name}` stand for its groups,
    `$0` for all that was found. Words that tags part are found as a viewer reads them; empty
    places are not. Raises BadValue for a pattern, or a replacement, that cannot be.

    A pattern of a person's own may take for ever (`(a+)+$`): run those where they can be ended.
    """
    found, instead = _parts(wish, by)
    made: dict[int, tuple[Hit, ...]] = {}
    for number, (key, track) in enumerate(tracks.items()):
        progress.report(number / len(tracks))
        made[key] = tuple(_hits(track, found, instead))
    progress.report(1.0)
    return made


def _parts(wish: Wish, by: str | None) -> tuple[re.Pattern[str], _Instead | None]:
    found = _compiled(wish)
    if by is None:
        return found, None
    return found, _template(found, by) if wish.regex else _Instead((by,))


def replaced(track: Track, hits: Iterable[Hit]) -> Track:
    """The track with `instead` at each of the `hits`; the very same where nothing changes.

    Raises BadValue where a hit is not in the track.
    """
    by_cue: dict[int, list[Hit]] = {}
    for hit in hits:
        by_cue.setdefault(hit.cue_id, []).append(hit)
    texts = {cue.id: cue.text for cue in track.cues}
    for cue_id, here in by_cue.items():
        if cue_id not in texts:
            raise BadValue(
                said("The track has no cue {cue_id}.", cue_id=cue_id),
                hint=said("It may have been deleted."),
            )
        texts[cue_id] = _spliced(texts[cue_id], here)
    cues = tuple(
        cue if texts[cue.id] == cue.text else replace(cue, text=texts[cue.id]) for cue in track.cues
    )
    changed = any(new is not old for new, old in zip(cues, track.cues, strict=True))
    return track.with_cues(cues) if changed else track


def _spliced(text: str, hits: list[Hit]) -> str:
    """From the end, so that places further ahead stay what they are."""
    for hit in sorted(hits, key=lambda one: one.start, reverse=True):
        if hit.instead is None:
            continue
        if hit.stop > len(text):
            raise BadValue(
                said(
                    "There is no place {position} in a text of {number} characters.",
                    position=hit.stop,
                    number=len(text),
                )
            )
        # Tags between what was found stay behind what comes in its place: none is left open.
        tags = "".join(text[start:stop] for start, stop in _tags(text, hit.start, hit.stop))
        text = text[: hit.start] + hit.instead + tags + text[hit.stop :]
    return text


def _tags(text: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[int, int]]:
    """Where its tags and override blocks stand, from the left."""
    if "<" not in text and "{" not in text:
        return
    every = (*TAG.finditer(text), *OVERRIDE.finditer(text))
    last = len(text) if stop is None else stop
    for tag in sorted(every, key=lambda one: one.start()):
        if start <= tag.start() and tag.end() <= last:
            yield tag.span()


def _hits(track: Track, found: re.Pattern[str], instead: _Instead | None) -> Iterator[Hit]:
    for cue in track.cues:
        seen, places = _shown(cue.text)
        for match in found.finditer(seen):
            start, stop = match.span()
            if start == stop:
                continue
            if places is not None:
                start, stop = places[start], places[stop - 1] + 1
            yield Hit(cue.id, start, stop, None if instead is None else instead(match))


def _shown(text: str) -> tuple[str, list[int] | None]:
    """The text without tags, and where each of its characters stood; None: where it stands."""
    tags = list(_tags(text))
    if not tags:
        return text, None
    hidden = {place for start, stop in tags for place in range(start, stop)}
    places = [place for place in range(len(text)) if place not in hidden]
    return "".join(text[place] for place in places), places


def _compiled(wish: Wish) -> re.Pattern[str]:
    if not wish.pattern or len(wish.pattern) > _LONGEST:
        raise BadValue(said("What is looked for has 1 to {most} characters.", most=_LONGEST))
    plain = wish.pattern if wish.regex else re.escape(wish.pattern)
    whole = rf"(?<!\w)(?:{plain})(?!\w)" if wish.whole else plain
    try:
        # By itself first: what comes around it must not close what it leaves open.
        re.compile(plain)
        return re.compile(whole, re.MULTILINE | (0 if wish.case else re.IGNORECASE))
    except (re.error, OverflowError, RecursionError) as error:
        raise BadValue(
            said("The pattern cannot be: {error}.", error=error),
            hint=said("Put \\ before a sign that stands for itself, such as \\( or \\?."),
        ) from error


class _Instead:
    """What comes in the place of a match."""

    def __init__(self, parts: tuple[str | int, ...]) -> None:
        self._parts = parts

    def __call__(self, match: re.Match[str]) -> str:
        return "".join(
            part if isinstance(part, str) else match.group(part) or "" for part in self._parts
        )


def _template(found: re.Pattern[str], by: str) -> _Instead:
    r"""`by` with its groups; `\n` is a line break."""
    parts: list[str | int] = []
    last = 0
    for sign in _GROUP.finditer(by):
        parts.append(by[last : sign.start()].replace("\\n", "\n"))
        parts.append("$" if sign[1] else _group(found, sign[2] or sign[3]))
        last = sign.end()
    parts.append(by[last:].replace("\\n", "\n"))
    return _Instead(tuple(parts))


def _group(found: re.Pattern[str], name: str) -> int:
    number = int(name) if name.isdecimal() else found.groupindex.get(name, -1)
    if not 0 <= number <= found.groups:
        raise BadValue(
            said("The pattern has no group {name}.", name=name),
            hint=said("It has {number}, each between ( and ).", number=found.groups),
        )
    return number
