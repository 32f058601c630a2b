"""FFmpeg's sound arithmetic as every processor has it, so that the same bytes come out on all.

Sums of floating-point numbers come out otherwise where a processor adds four or eight at a time.
FFmpeg decides once, when a codec or a filter is opened, which of its ways it takes; PyAV has no
name for that choice, so FFmpeg's own function is called in the library that PyAV brings.
"""

from __future__ import annotations

import ctypes
import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import av

_NO_FEATURES = 0
"""AV_CPU_FLAG_NONE of libavutil/cpu.h."""
_ONE_AT_A_TIME = threading.RLock()


@contextmanager
def portable_arithmetic() -> Iterator[None]:
    """What FFmpeg opens in this block computes alike on every processor of an architecture.

    For sound only, where that costs next to nothing; what other threads open meanwhile is slower
    and gives the same pictures. Where PyAV was built with an FFmpeg of the system's own, whose
    place is not known, nothing changes.
    """
    library = _libavutil()
    if library is None:
        yield
        return
    with _ONE_AT_A_TIME:
        before = library.av_get_cpu_flags()
        library.av_force_cpu_flags(_NO_FEATURES)
        try:
            yield
        finally:
            library.av_force_cpu_flags(before)


@functools.cache
def _libavutil() -> ctypes.CDLL | None:
    """The library that PyAV has loaded, from where its wheels keep it."""
    own = Path(av.__file__).parent
    for folder in (own.parent / "av.libs", own / ".dylibs"):
        for path in sorted(folder.glob("*avutil*")):
            # The same file is not loaded twice: this is the one that PyAV uses.
            library = ctypes.CDLL(str(path))
            library.av_get_cpu_flags.restype = ctypes.c_int
            library.av_force_cpu_flags.argtypes = (ctypes.c_int,)
            library.av_force_cpu_flags.restype = None
            return library
    return None
