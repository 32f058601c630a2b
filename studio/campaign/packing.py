"""A project as small parts named by their content, and the head that names them all."""

from __future__ import annotations

import hashlib
import json
import string
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from operator import attrgetter
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from studio.campaign.project import Links, Project
from studio.core.errors import BadValue, CannotRead
from studio.core.plain import structure, unstructure
from studio.core.said import Said, said
from studio.subs.cue import Cue, Frame, Track
from studio.subs.linking import Link, Pairing

T = TypeVar("T")
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
        elif isinstance(value, Links):
            entry = self._links(key, value, mine, known)
        else:
            entry = mine.part(unstructure(value))
        known[key] = (value, entry, frozenset(mine.names))
        made.names |= mine.names
        made.fresh.update(mine.fresh)
        return entry

    def _track(self, key: Hashable, track: Track, made: _Making, known: dict[Hashable, Any]) -> Any:
        parts = self._rows((key, "cues"), _chunks(track.cues), made, known)
        entry: dict[str, Any] = {"language": track.language, "cues": parts}
        if track.frame is not None:
            entry["frame"] = self._packed((key, "frame"), track.frame, made, known)
        return entry

    def _links(self, key: Hashable, links: Links, made: _Making, known: dict[Hashable, Any]) -> Any:
        pairing = links.pairing
        parts = self._rows((key, "links"), _link_chunks(pairing.links), made, known)
        return {
            "file": links.file,
            "locked": links.locked,
            "offset": pairing.offset,
            "speed": str(pairing.speed),
            "links": parts,
        }

    def _rows(
        self,
        key: Hashable,
        chunks: Iterator[tuple[Any, ...]],
        made: _Making,
        known: dict[Hashable, Any],
    ) -> list[str]:
        """Each chunk as a part, known again by its first value where nothing in it changed."""
        parts: list[str] = []
        for chunk in chunks:
            first = chunk[0]
            place = key, (first.id if isinstance(first, Cue) else (first.a, first.b))
            before = self._known.get(place)
            # Values that were not touched are the same objects: comparing them is quick.
            if before is not None and before[0] == chunk:
                known[place] = before
                made.names |= before[2]
                parts.append(before[1])
            else:
                row = _ROW if isinstance(first, Cue) else _LINK_ROW
                name = made.part([list(row(one)) for one in chunk])
                known[place] = (chunk, name, frozenset((name,)))
                parts.append(name)
        return parts


_COLUMNS = tuple(one.name for one in fields(Cue))
_ROW = attrgetter(*_COLUMNS)
_LINK_COLUMNS = tuple(one.name for one in fields(Link))
_LINK_ROW = attrgetter(*_LINK_COLUMNS)


def _chunks(cues: tuple[Cue, ...]) -> Iterator[tuple[Cue, ...]]:
    return _cut(cues, (cue.id for cue in cues))


def _link_chunks(links: tuple[Link, ...]) -> Iterator[tuple[Link, ...]]:
    return _cut(links, ((one.a or one.b)[0] for one in links))


def _cut(values: tuple[T, ...], ids: Iterable[int]) -> Iterator[tuple[T, ...]]:
    start = 0
    for at, id in enumerate(ids):
        if at > start and (id % _CHUNK == 0 or at - start >= 2 * _CHUNK):
            yield values[start:at]
            start = at
    if start < len(values):
        yield values[start:]


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
        if kind is Links:
            return _links_of(entry, part, source)
        return structure(_loaded(part(str(entry)), source), kind, source)

    def many(entries: Any, kind: Any) -> dict[Any, Any]:
        of_key, of_value = get_args(kind)
        return {structure(key, of_key, source): value(entry, of_value) for key, entry in entries}

    try:
        made: dict[str, Any] = {
            name: (many if _is_mapping(kinds[name]) else value)(entry, kinds[name])
            for name, entry in index.items()
        }
        project = Project(**made)
        _check_links(project, source)
        return project
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise CannotRead(said("{source} is damaged.", source=source)) from error


def _is_mapping(kind: Any) -> bool:
    origin = get_origin(kind)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _check_links(project: Project, source: str) -> None:
    """Raises CannotRead where links and cues do not belong together."""
    for pair in project.links:
        linked = project.linked(*pair)
        if linked is None:
            continue
        for side, track in enumerate((linked.a, linked.b)):
            held = [id for one in linked.pairing.links for id in (one.b if side else one.a)]
            if sorted(held) != sorted(cue.id for cue in track.cues):
                raise CannotRead(said("{source} is damaged.", source=source))


def _links_of(entry: Any, part: Callable[[str], bytes], source: str) -> Links:
    rows = [row for name in entry["links"] for row in _loaded(part(str(name)), source)]
    links = [structure(dict(zip(_LINK_COLUMNS, row, strict=True)), Link, source) for row in rows]
    told = {"links": (), "offset": entry["offset"], "speed": entry["speed"]}
    pairing = replace(structure(told, Pairing, source), links=tuple(links))
    file, locked = structure(entry["file"], str, source), structure(entry["locked"], bool, source)
    return Links(file, pairing, locked)


def _track_of(entry: Any, part: Callable[[str], bytes], source: str) -> Track:
    rows = [row for name in entry["cues"] for row in _loaded(part(str(name)), source)]
    cues = tuple(structure(dict(zip(_COLUMNS, row, strict=True)), Cue, source) for row in rows)
    language = structure(entry["language"], str, source)
    if "frame" not in entry:
        return Track(language, cues)
    frame = structure(_loaded(part(str(entry["frame"])), source), Frame, source)
    return Track(language, cues, frame)
