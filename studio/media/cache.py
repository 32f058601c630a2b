"""Bytes that can be made again, kept on disk under a key and bounded in size."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import os
import re
import tempfile
from pathlib import Path

from studio.core.places import cache_folder

DEFAULT_LIMIT = 4 * 1000**3
_KEY = re.compile(r"[0-9a-f]{64}")
_MAGIC = b"LCC1"
_DIGEST = 16
# After cleaning this much of the limit is used, so that not every put has to clean.
_KEEP = 0.9
# A put that comes after this share of the limit was written looks at the folder again.
_LOOK = 0.02


def key_of(*parts: object) -> str:
    """The key (64 hex digits) of what `str()` of the parts says, in this order."""
    digest = hashlib.sha256()
    for part in parts:
        text = str(part).encode("utf-8", "surrogatepass")
        digest.update(len(text).to_bytes(8, "big") + text)
    return digest.hexdigest()


def _sum(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()


class Cache:
    """A folder of entries; over `limit` bytes the least recently used ones go.

    Safe with several processes: entries appear whole, and one that is damaged counts as absent.
    Nothing here raises for a full or read-only disk: then there simply is nothing in the cache.
    """

    def __init__(self, folder: Path, limit: int = DEFAULT_LIMIT) -> None:
        self.folder = folder
        self.limit = limit
        self._written: int | None = None

    def path(self, key: str) -> Path:
        """Where the entry of `key` lies or would lie (ValueError for what `key_of` never makes)."""
        if not _KEY.fullmatch(key):
            raise ValueError(f"not a cache key: {key!r}")
        return self.folder / key[:2] / key[2:]

    def get(self, key: str) -> bytes | None:
        """The entry, or None; marks it as used now."""
        path = self.path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        body = data[len(_MAGIC) + _DIGEST :]
        if data[: len(_MAGIC)] != _MAGIC or data[len(_MAGIC) : len(_MAGIC) + _DIGEST] != _sum(body):
            _remove(path)
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return body

    def put(self, key: str, data: bytes) -> bool:
        """Keep `data`; False when it could not be kept (it can be made again at any time)."""
        path = self.path(key)
        if len(data) > self.limit:
            return False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Not core.files.written: the sum inside guards against a torn write, so no sync waits.
            handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        except OSError:
            return False
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(_MAGIC + _sum(data))
                stream.write(data)
            part.replace(path)
        except OSError:
            _remove(part)
            return False
        self._note(len(data))
        return True

    def has(self, key: str) -> bool:
        """Whether there is an entry; whether it is whole only `get` tells."""
        return self.path(key).is_file()

    def drop(self, key: str) -> None:
        """Let the entry go."""
        _remove(self.path(key))

    def size(self) -> int:
        """The bytes that all entries take now."""
        return sum(entry[1] for entry in self._entries())

    def clear(self) -> None:
        """Remove every entry."""
        for _, _, path in self._entries():
            _remove(path)
        self._written = 0

    def _note(self, count: int) -> None:
        if self._written is None or self._written + count > self.limit * _LOOK:
            self._clean()
            self._written = 0
        else:
            self._written += count

    def _clean(self) -> None:
        entries = sorted(self._entries())
        total = sum(entry[1] for entry in entries)
        if total <= self.limit:
            return
        for _, size, path in entries:
            if total <= self.limit * _KEEP:
                return
            _remove(path)
            total -= size

    def _entries(self) -> list[tuple[int, int, Path]]:
        """(time of last use in ns, bytes, path) of all files, leftovers of killed writers too."""
        found: list[tuple[int, int, Path]] = []
        for folder in _listed(self.folder):
            for path in _listed(folder):
                with contextlib.suppress(OSError):
                    status = path.stat()
                    found.append((status.st_mtime_ns, status.st_size, path))
        return found


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _remove(path: Path) -> None:
    # Another process may have been quicker.
    with contextlib.suppress(OSError):
        path.unlink()


def default_cache() -> Cache:
    """The cache of this person on this machine."""
    return _cache_at(cache_folder())


@functools.cache
def _cache_at(folder: Path) -> Cache:
    # One for all who ask: it remembers how much was written since it last looked at the folder.
    return Cache(folder)
