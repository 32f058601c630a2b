"""The one place that opens a film: local regular files of known containers, within limits."""

from __future__ import annotations

import os
import stat
from contextlib import ExitStack
from pathlib import Path

import av
from av.container import InputContainer

from studio.core.errors import CannotRead
from studio.core.said import said

# Containers that hold their own picture and times. Left out on purpose: playlists and manifests
# (hls, dash, concat, sdp, rtsp …) and image sequences, which name other files or hosts, and raw
# streams, which have no times.
CONTAINERS = (
    "mov,mp4,m4a,3gp,3g2,mj2",
    "matroska,webm",
    "avi",
    "mxf",
    "mpegts",
    "mpeg",
    "flv",
    "asf",
    "ogg",
    "nut",
    "ivf",
    "gif",
    "dv",
    "gxf",
)
SOUND_ONLY = ("wav", "w64", "aiff", "flac", "mp3", "aac", "caf")
MAX_STREAMS = 64
MAX_PIXELS = 8192 * 8192
_SECONDS = 60.0
_HEAD = 512

# FFmpeg's remarks go to stderr unless told otherwise; what matters is raised or counted by us.
av.logging.set_libav_level(av.logging.PANIC)


def open_sound(path: Path) -> InputContainer:
    """The same for a file of sound alone, such as music; films will do too. Raises CannotRead."""
    return _opened(path, (*CONTAINERS, *SOUND_ONLY))


def open_media(path: Path) -> InputContainer:
    """The container of the film at `path`; whoever calls closes it.

    Only the file itself is ever read: no network, no playlist, no second file. Raises CannotRead
    for what is missing, not a regular file, empty, of no known kind or over the limits.
    """
    return _opened(path, CONTAINERS)


def _opened(path: Path, kinds: tuple[str, ...]) -> InputContainer:
    address = _address(path)
    try:
        container = av.open(
            address,
            "r",
            # The demuxers' own guards: what is not listed is refused before it reads anything.
            container_options={
                "protocol_whitelist": "file",
                "format_whitelist": ",".join(kinds),
                "max_streams": str(MAX_STREAMS),
            },
            metadata_errors="replace",
            timeout=_SECONDS,
        )
    except (av.error.FFmpegError, ValueError) as error:
        raise _refusal(path, error) from error
    with ExitStack() as held:
        held.callback(container.close)
        _judge(path, container, kinds)
        held.pop_all()
    return container


def _address(path: Path) -> str:
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError | NotADirectoryError)
        gone = said("{path} is not there.", path=path)
        locked = said("{path} cannot be read: {error}.", path=path, error=_reason(error))
        raise CannotRead(gone if missing else locked, hint=said("Check the path.")) from error
    if stat.S_ISDIR(status.st_mode):
        raise CannotRead(
            said("{path} is a folder, not a film.", path=path), hint=said("Name a film file in it.")
        )
    if not stat.S_ISREG(status.st_mode):
        raise CannotRead(
            said("{path} is not a regular file.", path=path),
            hint=said("Name a film file on a disk."),
        )
    if status.st_size == 0:
        raise CannotRead(said("{path} is empty.", path=path), hint=said("Copy or export it again."))
    if not os.access(path, os.R_OK):
        raise CannotRead(
            said("{path} may not be read.", path=path), hint=said("Check its permissions.")
        )
    # The prefix keeps names such as `-film.mp4` or `concat:a.mp4` from meaning something else.
    address = f"file:{path.absolute()}"
    try:
        address.encode()
    except UnicodeEncodeError as error:
        shown = os.fsencode(path).decode("utf-8", "replace")
        raise CannotRead(
            said("The name {shown} is not UTF-8.", shown=shown), hint=said("Rename the file.")
        ) from error
    return address


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else "") or str(error)


def _refusal(path: Path, error: Exception) -> CannotRead:
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as trouble:
        return CannotRead(
            said("{path} cannot be read: {trouble}.", path=path, trouble=_reason(trouble)),
            hint=said("Try again."),
        )
    if head.startswith(b"version https://git-lfs"):
        return CannotRead(
            said("{path} is a Git LFS pointer, not the film itself.", path=path),
            hint=said("Fetch it: git lfs pull."),
        )
    if _is_text(head):
        return CannotRead(
            said("{path} is a text file, not a film.", path=path),
            hint=said("Playlists and web pages are not read; name the film file itself."),
        )
    if isinstance(error, av.error.ExitError):
        return CannotRead(
            said("{path} was not read within {seconds:.0f} seconds.", path=path, seconds=_SECONDS),
            hint=said("Try again."),
        )
    if head[4:8] in (b"ftyp", b"moov", b"mdat", b"free", b"wide", b"skip") or head.startswith(
        b"\x1a\x45\xdf\xa3"
    ):
        return CannotRead(
            said("{path} is damaged or not complete: its index cannot be read.", path=path),
            hint=said("Copy or export it again; a broken-off copy looks like this."),
        )
    return CannotRead(
        said("{path} is not a film of a known kind.", path=path),
        hint=said("Use MP4, MOV, MKV, WebM, MXF, AVI or MPEG files."),
    )


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # A character that the end of the sample cut in two is no sign of binary data.
        if error.start < len(head) - 3:
            return False
        text = head[: error.start].decode("utf-8-sig")
    return bool(text) and all(char.isprintable() or char in "\t\r\n\f" for char in text)


def _judge(path: Path, container: InputContainer, kinds: tuple[str, ...]) -> None:
    if container.format.name not in kinds:
        raise CannotRead(
            said(
                "{path} is of the kind “{format}”, which is not read.",
                path=path,
                format=container.format.name,
            ),
            hint=said("Use MP4, MOV, MKV, WebM, MXF, AVI or MPEG files."),
        )
    if len(container.streams) > MAX_STREAMS:
        raise CannotRead(
            said(
                "{path} has {number} streams; the limit is {max_streams}.",
                path=path,
                number=len(container.streams),
                max_streams=MAX_STREAMS,
            ),
            hint=said("Write the tracks that are needed to a new file."),
        )
    for stream in container.streams.video:
        context = stream.codec_context
        if context is not None and context.width * context.height > MAX_PIXELS:
            raise CannotRead(
                said(
                    "{path} is {width}×{height} pixels large; the limit is {max_pixels:,} pixels.",
                    path=path,
                    width=context.width,
                    height=context.height,
                    max_pixels=MAX_PIXELS,
                ),
                hint=said("Make a smaller version of it."),
            )
