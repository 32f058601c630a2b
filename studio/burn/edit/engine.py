"""What we take from MoviePy, typed at our border; without MoviePy, stand-ins that say so.

Everything of `studio.burn` that needs MoviePy imports it from here, so that posters and subtitles
work where it is missing and burning says plainly what is to be installed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NoReturn

import numpy as np
import numpy.typing as npt

from studio.core.errors import Missing
from studio.core.said import said

Pixels = npt.NDArray[np.uint8]
_MISSING: ImportError | None = None

if TYPE_CHECKING:

    class Clip:
        """What MoviePy's Clip has that we use; times in seconds as MoviePy has them: floats."""

        duration: float | None
        start: float
        end: float | None
        fps: float

        def copy(self) -> Any: ...
        def close(self) -> None: ...
        def get_frame(self, t: Any) -> Any: ...
        def with_updated_frame_function(self, frame_function: Callable[[Any], Any]) -> Any: ...
        def subclipped(self, start_time: Any = 0, end_time: Any = None) -> Any: ...

    class VideoClip(Clip):
        """Pictures: `frame_function(t)` gives RGB, uint8 (height, width, 3)."""

        size: Any
        mask: VideoClip | None
        audio: AudioClip | None
        frame_function: Callable[[Any], Any]
        pos: Callable[[float], Any]
        relative_pos: bool

        def __init__(self, duration: float | None = None) -> None: ...

    class AudioClip(Clip):
        """Sound: `frame_function(times)` gives float (n, channels)."""

        nchannels: int
        frame_function: Callable[[Any], Any]

        def __init__(
            self, frame_function: Callable[[Any], Any], duration: float, fps: int
        ) -> None: ...

    class CompositeVideoClip(VideoClip):
        """Clips laid over one another."""

        clips: list[VideoClip]

    class Effect:
        """Something that `with_effects` applies to a clip."""

    def convert_to_seconds(time: Any) -> float:
        """Seconds of 3.5, (1, 2.5), "00:01:02.5"."""
        ...

else:
    try:
        from moviepy import (
            AudioClip,
            CompositeVideoClip,
            Effect,
            VideoClip,
            convert_to_seconds,
        )
    except ImportError as error:
        _MISSING = error

        class _Absent:
            """Stands where a class of MoviePy would; making one says what is missing."""

            def __init__(self, *_: Any, **__: Any) -> None:
                require_moviepy()

        class VideoClip(_Absent):
            """No MoviePy here."""

        class AudioClip(_Absent):
            """No MoviePy here."""

        class CompositeVideoClip(_Absent):
            """No MoviePy here."""

        class Effect(_Absent):
            """No MoviePy here."""

        def convert_to_seconds(time: Any) -> NoReturn:
            """No MoviePy here."""
            require_moviepy()
            raise AssertionError


def require_moviepy() -> None:
    """Return when MoviePy is there. Raises Missing, which says how to install it."""
    if _MISSING is not None:
        raise Missing(
            said(
                "Burning a film needs MoviePy, which is not installed here ({missing}).",
                missing=_MISSING,
            ),
            hint=said("Install it: python -m pip install moviepy"),
        ) from _MISSING
