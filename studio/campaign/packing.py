"""A project as small parts named by their content, and the head that names them all."""

from __future__ import annotations

import hashlib
import json
import string
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, get_args, get_origin, get_type_hints

from studio.campaign.project import Project
from studio.core.errors import BadValue, CannotRead
from studio.core.plain import structure, unstructure
from studio.core.said import Said, said
from studio.subs.cue import Cue, Track

SCHEMA = 1
_CHUNK = 512
"""Cues of one part, about; it ends at a cue whose id is a multiple, so that a new cue in the middle
leaves all other parts as they are."""
_LABELS = 100


@dataclass(frozen=True, slots=True)
class Account:
    """What a journal tells of itself.

    `path` is the campaign's file, empty while it has none; `written` in seconds of the epoch;
    `labels` name the steps since the last save, oldest first.
    """

    path: str
    folder: str
    written: float
    labels: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """`index` says which parts make the project, `names` are all of them, `fresh` has the content
    of those that this packer made for the first time."""

    index: Mapping[str, Any]
    names: frozenset[str]
    fresh: Mapping[str, bytes]


@dataclass(slots=True)
class _Making:
    """What one packing gathers."""

    names: set[str] = field(default_factory=set)
    fresh: dict[str, bytes] = field(default_factory=dict)

    def part(self, data: Any) -> str:
        content = _dumped(data)
        name = hashlib.sha256(content).hexdigest()
        self.names.add(name)
        self.fresh[name] = content
        return name


class Packer:
    """Packs one project after another; values that are the same object are packed once."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[Any, Any, frozenset[str]]] = {}

    def pack(self, project: Project) -> Packed:
        """Every field of the project in parts."""
        made = _Making()
        known: dict[Hashable, tuple[Any, Any, frozenset[str]]] = {}
        index: dict[str, Any] = {}
        for one in fields(project):
            value = getattr(project, one.name)
            if isinstance(value, Mapping):
                index[one.name] = [
                    [key, self._packed((one.name, key), each, made, known)]
                    for key, each in value.items()
                ]
            else:
                index[one.name] = self._packed(one.name, value, made, known)
        self._known = known
        return Packed(index, frozenset(made.names), made.fresh)

    def _packed(self, key: Hashable, value: Any, made: _Making, known: dict[Hashable, Any]) -> Any:
        before = self._known.get(key)
        if before is not None and before[0] is value:
            known[key] = before
            made.names |= before[2]
            return before[1]
        mine = _Making()
        if isinstance(value, Track):
            entry = self._track(key, value, mine, known)
        else:
            entry = mine.part(unstructure(value))
        known[key] = (value, entry, frozenset(mine.names))
        made.names |= mine.names
        made.fresh.update(mine.fresh)
        return entry

    def _track(self, key: Hashable, track: Track, made: _Making, known: dict[Hashable, Any]) -> Any:
        parts: list[str] = []
        for chunk in _chunks(track.cues):
            place = key, chunk[0].id
            before = self._known.get(place)
            # Cues that were not touched are the same objects: comparing them is quick.
            if before is not None and before[0] == chunk:
                known[place] = before
                made.names |= before[2]
                parts.append(before[1])
            else:
                name = made.part([list(_ROW(cue)) for cue in chunk])
                known[place] = (chunk, name, frozenset((name,)))
                parts.append(name)
        return {"language": track.language, "cues": parts}


_COLUMNS = tuple(one.name for one in fields(Cue))
_ROW = attrgetter(*_COLUMNS)


def _chunks(cues: tuple[Cue, ...]) -> Iterator[tuple[Cue, ...]]:
    start = 0
    for at, cue in enumerate(cues):
        if at > start and (cue.id % _CHUNK == 0 or at - start >= 2 * _CHUNK):
            yield cues[start:at]
            start = at
    if start < len(cues):
        yield cues[start:]


def _dumped(data: Any) -> bytes:
    # Half characters, which files of strangers bring, are kept too.
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def _loaded(content: bytes, source: str) -> Any:
    try:
        return json.loads(content.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError) as error:
        raise CannotRead(said("{source} is damaged.", source=source)) from error


# -- the head -----------------------------------------------------------------------------


def head_bytes(account: Account, packed: Packed) -> bytes:
    """The head of a packed project, with a check over all it says."""
    body = {
        "schema": SCHEMA,
        "path": account.path,
        "folder": account.folder,
        "written": account.written,
        "name": account.name,
        "labels": [_label(one) for one in account.labels[-_LABELS:]],
        "index": packed.index,
    }
    return _dumped({"body": body, "check": hashlib.sha256(_dumped(body)).hexdigest()})


def read_head(content: bytes, source: str) -> tuple[Account, Mapping[str, Any]]:
    """What a head tells, and its index. Raises CannotRead when it is damaged or of another age."""
    data = _loaded(content, source)
    body = data.get("body") if isinstance(data, dict) else None
    if not isinstance(body, dict) or data.get("check") != hashlib.sha256(_dumped(body)).hexdigest():
        raise CannotRead(said("{source} is damaged.", source=source))
    if body.get("schema") != SCHEMA:
        raise CannotRead(
            said("{source} is of another version of Lobbycard.", source=source),
            hint=said("Open it with that version."),
        )
    told = {key: body.get(key) for key in ("path", "folder", "written", "name")}
    try:
        account = structure(told, Account, source)
        labels = tuple(_unlabelled(one) for one in body["labels"])
        index = body["index"]
    except (BadValue, KeyError, TypeError) as error:
        raise CannotRead(said("{source} is damaged.", source=source)) from error
    if not isinstance(index, dict):
        raise CannotRead(said("{source} is damaged.", source=source))
    return _with_labels(account, labels), index


def _with_labels(one: Account, labels: tuple[str, ...]) -> Account:
    return Account(one.path, one.folder, one.written, labels, one.name)


def _label(text: str) -> Any:
    if not isinstance(text, Said):
        return str(text)
    return [text.template, {key: _value(value) for key, value in text.values.items()}]


def _value(value: object) -> Any:
    if isinstance(value, str):
        return _label(value)
    return value if isinstance(value, int | float) else str(value)


def _unlabelled(data: Any) -> str:
    """A label again; one with odd gaps, which only a stranger writes, is shown as it stands."""
    if isinstance(data, str):
        return data
    template, values = data
    filled = {str(key): _unvalued(value) for key, value in values.items()}
    try:
        gaps = [one for one in string.Formatter().parse(str(template)) if one[1] is not None]
        if all(name in filled and spec in ("", ",", "bare") for _, name, spec, _ in gaps):
            return Said(str(template), filled)
    except (ValueError, KeyError):
        return str(template)
    return str(template)


def _unvalued(value: Any) -> Any:
    return value if isinstance(value, int | float) else _unlabelled(value)


# -- the way back -------------------------------------------------------------------------


def unpacked(index: Mapping[str, Any], part: Callable[[str], bytes], source: str) -> Project:
    """The project of an index; `part` gives the content of a part by its name.

    Raises CannotRead or BadValue, and whatever `part` raises.
    """
    kinds = get_type_hints(Project)
    unknown = sorted(set(index) - set(kinds))
    if unknown:
        raise CannotRead(
            said("{source} is of another version of Lobbycard.", source=source),
            hint=said("Open it with that version."),
        )

    def value(entry: Any, kind: Any) -> Any:
        if kind is Track:
            return _track_of(entry, part, source)
        return structure(_loaded(part(str(entry)), source), kind, source)

    def many(entries: Any, kind: Any) -> dict[Any, Any]:
        of_key, of_value = get_args(kind)
        return {structure(key, of_key, source): value(entry, of_value) for key, entry in entries}

    try:
        made: dict[str, Any] = {
            name: (many if _is_mapping(kinds[name]) else value)(entry, kinds[name])
            for name, entry in index.items()
        }
        return Project(**made)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise CannotRead(said("{source} is damaged.", source=source)) from error


def _is_mapping(kind: Any) -> bool:
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _track_of(entry: Any, part: Callable[[str], bytes], source: str) -> Track:
    rows = [row for name in entry["cues"] for row in _loaded(part(str(name)), source)]
    cues = tuple(structure(dict(zip(_COLUMNS, row, strict=True)), Cue, source) for row in rows)
    return Track(structure(entry["language"], str, source), cues)
