"""An analysis as bytes for the cache, and back."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

# What is raised when bytes that somebody else wrote are unpacked and taken for ours.
FOREIGN = (ValueError, KeyError, TypeError, AttributeError, OverflowError, zlib.error)
_MAGIC = b"LCSHOTS1"
# Nothing that is unpacked may claim more: two hours at 60 frames a second need some 100 MB.
_LIMIT = 1 << 30


def pack(facts: Mapping[str, Any], arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """`facts` (plain JSON) and arrays in one block of bytes, the same for the same input."""
    body = bytearray()
    index = {}
    for name, array in arrays.items():
        plain = np.ascontiguousarray(array)
        index[name] = [plain.dtype.newbyteorder("<").str, list(plain.shape)]
        body += plain.astype(plain.dtype.newbyteorder("<"), copy=False).tobytes()
    head = json.dumps({"facts": facts, "arrays": index}).encode()
    return _MAGIC + len(head).to_bytes(8, "big") + head + zlib.compress(bytes(body), 1)


def unpack(data: bytes) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """What was packed. Raises ValueError for bytes that no `pack` made."""
    start = len(_MAGIC) + 8
    if data[: len(_MAGIC)] != _MAGIC:
        raise ValueError("not a packed analysis")
    length = int.from_bytes(data[len(_MAGIC) : start], "big")
    head = json.loads(data[start : start + length])
    unzip = zlib.decompressobj()
    body = unzip.decompress(data[start + length :], _LIMIT)
    arrays = {}
    at = 0
    for name, (kind, shape) in head["arrays"].items():
        dtype = np.dtype(kind)
        count = int(np.prod(shape, dtype=np.int64))
        arrays[name] = np.frombuffer(body, dtype, count, at).reshape(shape)
        at += count * dtype.itemsize
    if at != len(body):
        raise ValueError("a packed analysis is cut short")
    return head["facts"], arrays
