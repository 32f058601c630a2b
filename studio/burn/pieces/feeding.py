"""Pictures handed to a thread that encodes: decoding and painting go on while it works."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from typing import Generic, TypeVar

from studio.core.progress import Cancelled

Item = TypeVar("Item")
Made = TypeVar("Made")

# Seconds between looks whether somebody wants it to stop.
_LOOK = 0.1


class _End(Enum):
    END = 0


class Feeder(Generic[Item, Made]):
    """Gives one series of items after the other to `make`, which runs in a thread of its own.

    Use it in a `with` block: leaving it by an error ends the thread first, else what was fed is
    made to its end. One series is made at a time, in the order they were fed.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, "encoder")
        self._given_up = threading.Event()

    def __enter__(self) -> Feeder[Item, Made]:
        return self

    def __exit__(self, *error: object) -> None:
        failed = any(part is not None for part in error)
        if failed:
            self._given_up.set()
        self._threads.shutdown(wait=True, cancel_futures=failed)

    def feed(
        self,
        make: Callable[[Iterator[Item]], Made],
        items: Iterable[Item],
        turn: Callable[[], None],
        most: int,
    ) -> Future[Made]:
        """What `make` will have made of `items`, all of which were handed over on return.

        At `most` so many wait, so that who ends one series finds the next one begun.
        `turn` is called with each of them and while the thread is behind; what it raises ends the
        feeding. Raises what `make` raises, as far as that is known by then.
        """
        waiting: queue.Queue[Item | _End] = queue.Queue(most)
        future = self._threads.submit(lambda: make(self._taken(waiting)))
        for item in items:
            self._put(waiting, item, future, turn)
        self._put(waiting, _End.END, future, turn)
        return future

    def _put(
        self,
        waiting: queue.Queue[Item | _End],
        item: Item | _End,
        future: Future[Made],
        turn: Callable[[], None],
    ) -> None:
        while True:
            turn()
            if future.done():
                # It has failed: nobody takes any more.
                future.result()
            try:
                waiting.put(item, timeout=_LOOK)
            except queue.Full:
                continue
            return

    def _taken(self, waiting: queue.Queue[Item | _End]) -> Iterator[Item]:
        while True:
            try:
                item = waiting.get(timeout=_LOOK)
            except queue.Empty:
                item = None
            if self._given_up.is_set():
                # A series that ends early must not be taken for a whole one.
                raise Cancelled
            if item is _End.END:
                return
            if item is not None and not isinstance(item, _End):
                yield item
