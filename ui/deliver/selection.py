"""Which outputs are selected: one is the current one, from another a range is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Selection:
    """`current` has the ring; `anchor` is where a range begins; `chosen` are the selected ones."""

    current: str = ""
    anchor: str = ""
    chosen: set[str] = field(default_factory=set)

    def take(self, output: str) -> None:
        """Select this one alone; an empty name lets all go."""
        self.current = self.anchor = output
        self.chosen = {output} if output else set()

    def toggle(self, output: str) -> None:
        """Select this one too, or no longer."""
        self.current = self.anchor = output
        self.chosen ^= {output}

    def extend(self, output: str, order: Sequence[str]) -> None:
        """Select all from the anchor to this one, as they stand in `order`."""
        begin = self.anchor if self.anchor in order else output
        if output not in order:
            return
        first, last = sorted((order.index(begin), order.index(output)))
        self.chosen = set(order[first : last + 1])
        self.current, self.anchor = output, begin

    def go(self, output: str) -> None:
        """Make it the current one, and leave what is selected."""
        self.current = output

    def take_all(self, outputs: Iterable[str], *, more: bool = False) -> None:
        """Select these, or these too; the first becomes the current one."""
        listed = list(outputs)
        self.chosen = self.chosen | set(listed) if more else set(listed)
        if self.current not in self.chosen:
            self.current = listed[0] if listed else ""
        self.anchor = self.current

    def keep(self, known: Iterable[str]) -> None:
        """Let go what is not there any more."""
        there = set(known)
        self.chosen &= there
        if self.current not in there:
            self.current = self.anchor = ""
