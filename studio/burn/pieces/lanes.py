"""All pieces of deliveries: made one after the other or two abreast, joined in their order.

An encoder of four threads leaves two processors idle for a twentieth of its time (x264, whose
threads wait for one another); a second one beside it, at another place of the film, does not. Each
stays on its own half of the processors: measured, that alone saves three hundredths of the work,
for neither fills the other's caches.
"""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from studio.burn.pieces.encoder import at_once
from studio.burn.pieces.maker import Begun, PieceMaker, Side, Wanted
from studio.burn.pieces.planned import Planned
from studio.burn.pieces.segments import Piece, Segment, store
from studio.core.processors import all_on, halves, stay_on, worker_count
from studio.core.progress import Cancelled, Progress
from studio.core.said import said

Join = Callable[[int, int, Piece], None]
"""Takes the number of a delivery, that of its next piece, and the piece."""
# Seconds between turns while the second lane is awaited.
_LOOK = 0.05


def make_pieces(plans: Sequence[Planned], join: Join, progress: Progress, *, abreast: bool) -> None:
    """Make the pieces of `plans`, which begin and end together, and hand them to `join`, each as
    soon as those before it are there.

    `abreast`, a second lane makes pieces of film too, in a thread of its own: for one delivery, and
    where memory has room for two of its encoders. The pieces are the same. Raises as
    `PieceMaker.begin`, and what `join` and `progress` raise.
    """
    work = _Work(plans, join, progress)
    if not (abreast and _may_be_abreast(plans)):
        _make(work, lambda: None)
        return
    homes = _Homes()
    with contextlib.ExitStack() as lanes:
        lanes.callback(homes.leave)
        homes.stay(0)
        second = lanes.enter_context(_Second(work, homes))
        _make(work, second.check, homes.leave)
    work.first.side.kept += second.kept


class _Work:
    """What the lanes have in common."""

    def __init__(self, plans: Sequence[Planned], join: Join, progress: Progress) -> None:
        self.plans = plans
        self.first = plans[0]
        self.left = _Left(self.first.pieces)
        self.line = _Line(join, len(plans), len(self.first.pieces))
        self.shown = _Shown(progress, self.first.pieces)

    def maker(self, *, apart: bool = False) -> PieceMaker:
        return PieceMaker(self.first.form, self.first.encoding, store(), apart=apart)


def _make(work: _Work, check: Callable[[], None], leave: Callable[[], None] = lambda: None) -> None:
    """The first lane, which joins what both have made; `leave` is called when it has nothing left
    to begin, `check` all the while."""

    def turn() -> None:
        work.line.join_done()
        check()

    def waiting() -> None:
        work.shown.tell()
        check()

    with work.maker() as maker:
        for number in work.left.numbers():
            part = work.shown.of(number, aloud=True)
            part.report(0.0)
            wanted = [Wanted(one.side, one.pieces[number]) for one in work.plans]
            maker.begin(work.line.begun(number), wanted, part, turn)
            part.report(1.0)
            turn()
        leave()
        work.line.join_all(waiting)


def _may_be_abreast(plans: Sequence[Planned]) -> bool:
    first = plans[0]
    many = sum(one.stretch.lowered is not None for one in first.pieces) > 1
    able = first.encoding.segmentable and at_once(first.encoding) > 1
    return len(plans) == 1 and many and worker_count() > 1 and able


class _Left:
    """The numbers of pieces that nobody has begun; for several threads."""

    def __init__(self, pieces: Sequence[Segment]) -> None:
        self._pieces = pieces
        self._numbers = deque(range(len(pieces)))
        self._lock = threading.Lock()

    def numbers(self, *, film_only: bool = False) -> Iterator[int]:
        """The next each time, while there is one; `film_only` leaves what else is shown."""
        while True:
            with self._lock:
                found = next((one for one in self._numbers if self._fits(one, film_only)), None)
                if found is None:
                    return
                self._numbers.remove(found)
            yield found

    def _fits(self, number: int, film_only: bool) -> bool:
        return not film_only or self._pieces[number].stretch.lowered is not None


class _Line:
    """Pieces that were begun, in whatever order, and are to be joined in that of each delivery.

    Any thread may begin; one joins.
    """

    def __init__(self, join: Join, deliveries: int, count: int) -> None:
        self._join = join
        self._count = count
        self._next = [0] * deliveries
        self._begun: dict[int, Begun] = {}

    def begun(self, number: int) -> Begun:
        """What will tell of the pieces of that number, which are about to be begun."""
        self._begun[number] = Begun()
        return self._begun[number]

    def join_done(self) -> None:
        """Join what is encoded, without waiting."""
        for delivery in range(len(self._next)):
            while (begun := self._of_next(delivery)) is not None and begun.is_done(delivery):
                self._join_next(delivery, begun)

    def _of_next(self, delivery: int) -> Begun | None:
        return self._begun.get(self._next[delivery])

    def join_all(self, turn: Callable[[], None]) -> None:
        """Join all that is left; `turn` is called while it is awaited."""
        for delivery in range(len(self._next)):
            while self._next[delivery] < self._count:
                turn()
                begun = self._of_next(delivery)
                if begun is None:
                    # The other lane is at it.
                    threading.Event().wait(_LOOK)
                else:
                    self._join_next(delivery, begun, turn)

    def _join_next(
        self, delivery: int, begun: Begun, turn: Callable[[], None] = lambda: None
    ) -> None:
        piece = begun.take(delivery, turn)
        number = self._next[delivery]
        self._next[delivery] += 1
        if min(self._next) > number:
            del self._begun[number]
        self._join(delivery, number, piece)


class _Shown:
    """How far the pieces are, all together, by how long they last."""

    def __init__(self, progress: Progress, pieces: Sequence[Segment]) -> None:
        self._progress = progress
        self._lengths = [float(one.stop - one.start) for one in pieces]
        self._whole = sum(self._lengths)
        self._parts = [0.0] * len(pieces)
        self._note = ""

    def of(self, number: int, *, aloud: bool) -> _Part:
        """The progress of one piece; only that which is `aloud` is passed on, with its number."""
        if aloud:
            self._note = said(
                "Segment {number} of {number2}", number=number + 1, number2=len(self._parts)
            )
        return _Part(self, number, aloud)

    def set(self, number: int, fraction: float) -> None:
        self._parts[number] = fraction * self._lengths[number]

    def tell(self) -> None:
        """Pass on how far all of them are."""
        self._progress.report(min(1.0, sum(self._parts) / self._whole), self._note)


class _Part:
    """The progress of one piece."""

    def __init__(self, shown: _Shown, number: int, aloud: bool) -> None:
        self._shown, self._number, self._aloud = shown, number, aloud

    def report(self, fraction: float, note: str = "") -> None:
        self._shown.set(self._number, fraction)
        if self._aloud:
            self._shown.tell()


class _Homes:
    """Which processors the lanes run on, where the system can be told."""

    def __init__(self) -> None:
        self._halves = halves()

    def stay(self, lane: int) -> None:
        """The thread that calls, and all it starts, stay on the half of their lane."""
        if self._halves is not None:
            stay_on(self._halves[lane])

    def leave(self) -> None:
        """One lane has nothing left: whoever still works may run anywhere."""
        if self._halves is not None:
            all_on(self._halves[0] | self._halves[1])


class _Second:
    """The second lane: a thread with a reader, a painter and an encoder of its own.

    Use it in a `with` block; leaving it ends the thread.
    """

    def __init__(self, work: _Work, homes: _Homes) -> None:
        self._work, self._homes = work, homes
        plan = work.first
        self._side = Side(plan.side.clip, plan.room)
        self._stop = threading.Event()
        self._threads = ThreadPoolExecutor(1, "lane")
        self._running: Future[None] | None = None

    def __enter__(self) -> _Second:
        self._running = self._threads.submit(self._run)
        return self

    def __exit__(self, *error: object) -> None:
        self._stop.set()
        self._threads.shutdown(wait=True)

    @property
    def kept(self) -> int:
        """How many of its pieces were there before."""
        return self._side.kept

    def check(self) -> None:
        """Raises what ended the lane."""
        if self._running is not None and self._running.done():
            self._running.result()

    def _run(self) -> None:
        work = self._work
        self._homes.stay(1)
        with work.maker(apart=True) as maker:
            for number in work.left.numbers(film_only=True):
                part = work.shown.of(number, aloud=False)
                wanted = [Wanted(self._side, work.first.pieces[number])]
                maker.begin(work.line.begun(number), wanted, part, self._turn)
                part.report(1.0)
            # What was fed last is made to its end as the maker is left.
            self._homes.leave()

    def _turn(self) -> None:
        if self._stop.is_set():
            raise Cancelled
