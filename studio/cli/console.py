"""What a command says: to people by rich on a terminal, to machines as one JSON object."""

from __future__ import annotations

import contextlib
import json
import sys
import time
from collections.abc import Iterator, Mapping
from typing import Any

from rich.console import Console as RichConsole
from rich.console import RenderableType
from rich.markup import escape
from rich.progress import (
    BarColumn,
    TaskID,
    TaskProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as RichProgress

from studio.core.errors import Notice
from studio.core.progress import SILENT, Progress

_SHOW_AFTER = 0.5
_IN_A_PIPE = 1000


class _Rich(RichConsole):
    """Rich would end the process when nobody reads any more; the command line does it itself."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class _Bar:
    """A progress bar that only appears when the task takes longer than half a second."""

    def __init__(self, rich: RichProgress, task: TaskID) -> None:
        self._rich = rich
        self._task = task
        self._began = time.monotonic()
        self._shown = False

    def report(self, fraction: float, note: str = "") -> None:
        if not self._shown and time.monotonic() - self._began > _SHOW_AFTER:
            self._rich.start()
            self._shown = True
        if self._shown:
            self._rich.update(self._task, completed=fraction, note=escape(note))


class Console:
    """Where a command speaks. With `json`, stdout holds one object and nothing else."""

    def __init__(self, *, json: bool = False) -> None:
        self.json = json
        # In a pipe or a file a row of a table stays one line.
        wide = None if sys.stdout.isatty() else _IN_A_PIPE
        self._out = _Rich(highlight=False, soft_wrap=wide is not None, width=wide)
        self._err = _Rich(stderr=True, highlight=False, soft_wrap=not sys.stderr.isatty())

    @contextlib.contextmanager
    def progress(self, title: str) -> Iterator[Progress]:
        """A listener for a long task; shows a bar with time left on a terminal."""
        if not self._err.is_terminal:
            yield SILENT
            return
        rich = RichProgress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            TaskProgressColumn(),
            TimeRemainingColumn(compact=True),
            TextColumn("[dim]{task.fields[note]}"),
            console=self._err,
            transient=True,
        )
        task = rich.add_task(escape(title), total=1.0, note="")
        try:
            yield _Bar(rich, task)
        finally:
            rich.stop()

    def result(self, data: Mapping[str, Any], shown: RenderableType | None = None) -> None:
        """The result: `data` as JSON for machines, `shown` (text is taken literally) for people."""
        if self.json:
            # Where stdout is not UTF-8, escapes: what is written must stay JSON.
            plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
            sys.stdout.write(json.dumps(data, ensure_ascii=plain, indent=1) + "\n")
            sys.stdout.flush()
        elif shown is not None:
            self._out.print(shown, markup=False) if isinstance(shown, str) else self._out.print(
                shown
            )

    def say(self, text: str) -> None:
        """A line for people; not shown with `--json`."""
        if not self.json:
            self._out.print(text, markup=False)

    def warn(self, text: str) -> None:
        """A line on stderr."""
        self._err.print(f"[yellow]{escape(text)}[/]")

    def notice(self, notice: Notice) -> None:
        """An error, on stderr: what is wrong, then what to do."""
        self._err.print(f"[red]{escape(notice.text)}[/]")
        if notice.hint:
            self._err.print(escape(notice.hint))
        if notice.details:
            self._err.print(escape(notice.details))
