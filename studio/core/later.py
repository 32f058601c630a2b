"""Code that is imported when it is first used, not when the program starts.

For heavy modules that few runs need at once. Both are written beside an import under
`TYPE_CHECKING`, so that types are checked and the rules of who may import whom are kept:

    if TYPE_CHECKING:
        import cv2
        from studio.batch.perform import perform
    else:
        cv2 = later("cv2")
        perform = named("studio.batch.perform", "perform")
"""

from __future__ import annotations

import importlib
import types
from dataclasses import dataclass
from typing import Any


class _Later(types.ModuleType):
    """Stands for a module: the first look at one of its names imports it."""

    def __getattr__(self, name: str) -> Any:
        # What Python itself asks of any module must not bring the whole of it.
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(importlib.import_module(self.__name__), name)


@dataclass(frozen=True, slots=True)
class _Named:
    """Stands for a function; pickled it is two names, so that only who calls it imports it."""

    module: str
    name: str

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return getattr(importlib.import_module(self.module), self.name)(*args, **kwargs)


def later(module: str) -> Any:
    """The module, imported when one of its names is first used; that may raise ImportError."""
    return _Later(module)


def named(module: str, name: str) -> Any:
    """A function of a module, imported where it is first called: for tasks of child processes."""
    return _Named(module, name)
