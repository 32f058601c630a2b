"""Memory that was let go of goes back to the system, where the C library would hold it (glibc)."""

from __future__ import annotations

import ctypes
import sys

# Of <malloc.h>.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
# More than a picture of 1080p: the system fills each block with zeros first.
_LARGE = 4 << 20
# Some pictures: what is let go at the end of a heap is soon wanted again.
_SPARE = 32 << 20


def keep_no_large() -> None:
    """From now on this process gives blocks of four megabytes and more back as it lets them go.

    The C library of Linux would keep them once it has seen some: what encoders hold, one after the
    other, then lies in pieces. Measured at 1080p: 770 MB instead of 861, in the same time.
    """
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "mallopt"):
        library.mallopt(_M_MMAP_THRESHOLD, _LARGE)
        library.mallopt(_M_TRIM_THRESHOLD, _SPARE)


def give_back() -> bool:
    """Give back what lies free between blocks that stay; whether there was a way and any of it.

    It takes some milliseconds, and what is wanted again comes filled with zeros.
    """
    if sys.platform == "linux" and hasattr(library := ctypes.CDLL(None), "malloc_trim"):
        return bool(library.malloc_trim(0))
    return False
