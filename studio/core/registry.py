"""Named parts of one kind, in the order they were added."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

from studio.core.errors import BadValue
from studio.core.said import said
from studio.core.words import nearest

T = TypeVar("T")


class Registry(Generic[T]):
    """What a feature can be extended with: formats, checks, scorers, exports."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._items: dict[str, T] = {}

    def add(self, name: str) -> Callable[[T], T]:
        """Decorator: file the item under `name`; a name is taken once (ValueError)."""

        def file(item: T) -> T:
            if name in self._items:
                raise ValueError(f"two {self.kind}s are called {name!r}")
            self._items[name] = item
            return item

        return file

    def __getitem__(self, name: str) -> T:
        try:
            return self._items[name]
        except KeyError:
            raise BadValue(
                said("There is no {kind} called “{name}”.", kind=said(self.kind), name=name),
                hint=nearest(name, self.names()),
            ) from None

    def __iter__(self) -> Iterator[T]:
        return iter(self._items.values())

    def __contains__(self, name: str) -> bool:
        return name in self._items

    def names(self) -> tuple[str, ...]:
        """The names, in the order they were added."""
        return tuple(self._items)
