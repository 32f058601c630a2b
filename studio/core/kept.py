"""What is kept ready so that it need not be made again: bounded in bytes, the oldest goes first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, Protocol, TypeVar
from weakref import WeakSet

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Holder(Protocol):
    """Holds things in memory only to have them at hand."""

    @property
    def held(self) -> int:
        """Bytes."""
        ...


_holders: WeakSet[Holder] = WeakSet()
_entering = threading.Lock()


def enlist(holder: Holder) -> None:
    """Count what `holder` holds in `held_by_all`, for as long as it lives."""
    with _entering:
        _holders.add(holder)


def held_by_all() -> int:
    """Bytes that this process holds only to have them at hand."""
    with _entering:
        return sum(one.held for one in tuple(_holders))


class Kept(Generic[K, V]):
    """Up to `most` bytes of values, as `weigh` counts them; any number of threads may use it.

    What was used last stays longest. The newest stays whatever it weighs.
    """

    def __init__(self, most: int, weigh: Callable[[V], int]) -> None:
        self._most, self._weigh = most, weigh
        self._lock = threading.Lock()
        self._there: OrderedDict[K, tuple[V, int]] = OrderedDict()
        self._held = 0
        enlist(self)

    @property
    def held(self) -> int:
        """Bytes."""
        return self._held

    def __len__(self) -> int:
        return len(self._there)

    def __contains__(self, key: K) -> bool:
        return key in self._there

    def get(self, key: K) -> V | None:
        """What is kept under `key`."""
        with self._lock:
            found = self._there.get(key)
            if found is None:
                return None
            self._there.move_to_end(key)
            return found[0]

    def put(self, key: K, value: V) -> None:
        """Keep `value`, in the place of what was there."""
        weight = self._weigh(value)
        with self._lock:
            self._take(key)
            self._there[key] = value, weight
            self._held += weight
            while self._held > self._most and len(self._there) > 1:
                self._take(next(iter(self._there)))

    def made(self, key: K, make: Callable[[], V]) -> V:
        """What is kept under `key`, else what `make` makes; two threads may both make it."""
        found = self.get(key)
        if found is None:
            found = make()
            self.put(key, found)
        return found

    def drop(self, gone: Callable[[K], bool]) -> None:
        """Let go of all whose key `gone` says so of."""
        with self._lock:
            for key in [key for key in self._there if gone(key)]:
                self._take(key)

    def clear(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._there.clear()
            self._held = 0

    def _take(self, key: K) -> None:
        _, weight = self._there.pop(key, (None, 0))
        self._held -= weight
