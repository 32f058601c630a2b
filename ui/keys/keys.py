"""Which keys call which command: the sets that there are, and what the person changed in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from studio.core.errors import BadValue
from studio.core.files import write_text
from studio.core.places import resources_folder
from studio.core.plain import load_toml
from studio.core.said import said
from ui.settings import Settings

STANDARD = "lobbycard"
"""The set in which every command has the keys that it names itself."""
_CHOSEN, _CHANGED = "keys/set", "keys/own"


@dataclass(frozen=True, slots=True)
class KeySet:
    """Keys by command; a command that is not named keeps its own, an empty list takes them."""

    schema: int
    name: str
    title: str
    summary: str
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def key_sets() -> tuple[KeySet, ...]:
    """The sets in `resources/keys`, the standard one first. Raises BadValue, CannotRead."""
    paths = sorted((resources_folder() / "keys").glob("*.toml"))
    found = (load_toml(path, KeySet) for path in paths)
    return tuple(sorted(found, key=lambda one: (one.name != STANDARD, one.title)))


def portable(keys: str) -> str:
    """The one way of writing `keys`; empty when they are none."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


class Keys(QObject):
    """The keys in force: of the chosen set, with what the person changed; kept in the settings."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.sets = key_sets()
        settings.changed.connect(self._heard)

    def _heard(self, key: str) -> None:
        if key in (_CHOSEN, _CHANGED):
            self.changed.emit()

    @property
    def chosen(self) -> KeySet:
        """The set that the person chose."""
        name = self._settings.get(_CHOSEN, STANDARD)
        return next((one for one in self.sets if one.name == name), self.sets[0])

    def choose(self, name: str) -> None:
        """Take another set; what was changed in the one before is given up."""
        self._settings.set(_CHANGED, {})
        self._settings.set(_CHOSEN, name)

    @property
    def own(self) -> dict[str, tuple[str, ...]]:
        """What the person changed, by command."""
        kept = self._settings.get(_CHANGED, {})
        return {name: tuple(map(str, keys)) for name, keys in kept.items() if _is_list(keys)}

    def in_set(self, command: str, standard: Sequence[str]) -> tuple[str, ...]:
        """The keys that the chosen set gives a command whose own are `standard`."""
        return tuple(self.chosen.keys.get(command, standard))

    def of(self, command: str, standard: Sequence[str]) -> tuple[str, ...]:
        """The keys in force."""
        return self.own.get(command, self.in_set(command, standard))

    def change(self, wanted: Mapping[str, Sequence[str]]) -> None:
        """Give commands other keys, all at once."""
        own = self.own | {name: tuple(map(portable, keys)) for name, keys in wanted.items()}
        self._settings.set(_CHANGED, {name: list(keys) for name, keys in own.items()})

    def reset(self, command: str = "") -> None:
        """Give one command, or all, the keys of the set again."""
        kept = {} if not command else {n: list(k) for n, k in self.own.items() if n != command}
        self._settings.set(_CHANGED, kept)

    def write(self, path: Path, keys: Mapping[str, Sequence[str]]) -> None:
        """Write `keys` by command as a set of the person's own. Raises CannotWrite."""
        lines = ["schema = 1", 'name = "own"', f"title = {_quoted(path.stem)}", 'summary = ""']
        lines += ["", "[keys]"]
        for name, given in sorted(keys.items()):
            lines.append(f"{_quoted(name)} = [{', '.join(map(_quoted, given))}]")
        write_text(path, "\n".join(lines) + "\n")

    def read(self, path: Path, known: Sequence[str]) -> None:
        """Take the keys that a file names. Raises CannotRead, BadValue; nothing changes then."""
        read = load_toml(path, KeySet)
        for name, given in read.keys.items():
            bad = [one for one in given if not portable(one)]
            if bad:
                raise BadValue(
                    said("{path}: “{keys}” of {name} is no key.", path=path, keys=bad[0], name=name)
                )
        self.change({name: given for name, given in read.keys.items() if name in known})


def _is_list(value: object) -> bool:
    return isinstance(value, list)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
