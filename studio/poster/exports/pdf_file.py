"""PDF files, written object by object into a stream; the same content gives the same bytes."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

#: How hard pictures are packed: beyond this film grain gets hardly smaller, only slower.
_EFFORT = 4


class PdfFile:
    """A file in the making; objects are numbered in the order in which they are asked for."""

    def __init__(self, stream: BinaryIO, version: str) -> None:
        self._stream = stream
        self._hash = hashlib.md5(usedforsecurity=False)
        self._at = 0
        self._places: list[int] = []
        self._write(b"%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n" % version.encode("ascii"))

    def _write(self, data: bytes) -> None:
        self._stream.write(data)
        self._hash.update(data)
        self._at += len(data)

    def reserve(self) -> int:
        """A number whose object is still to be `put`."""
        self._places.append(0)
        return len(self._places)

    def put(self, number: int, body: str) -> None:
        """Write the object of a reserved number."""
        self._begin(number)
        self._write(body.encode("latin-1") + b"\nendobj\n")

    def _begin(self, number: int) -> None:
        self._places[number - 1] = self._at
        self._write(b"%d 0 obj\n" % number)

    def add(self, body: str) -> int:
        """The number of a new object."""
        number = self.reserve()
        self.put(number, body)
        return number

    def stream(self, chunks: Iterable[bytes], entries: str = "", *, packed: bool = True) -> int:
        """A new stream, packed unless its chunks already are (`entries` then names the filter)."""
        number, length = self.reserve(), self.reserve()
        kind = " /Filter /FlateDecode" if packed else ""
        self._begin(number)
        head = f"<< {entries}{kind} /Length {length} 0 R >>\nstream\n"
        self._write(head.encode("latin-1"))
        began = self._at
        for chunk in _deflated(chunks) if packed else chunks:
            self._write(chunk)
        size = self._at - began
        self._write(b"\nendstream\nendobj\n")
        self.put(length, str(size))
        return number

    def identity(self) -> str:
        """A hash of all that was written so far, as 32 hexadecimal digits."""
        return self._hash.copy().hexdigest()

    def finish(self, root: int, info: int, identity: str) -> None:
        """Write the table of objects and the trailer."""
        start = self._at
        table = [b"xref\n0 %d\n0000000000 65535 f \n" % (len(self._places) + 1)]
        table += [b"%010d 00000 n \n" % place for place in self._places]
        self._write(b"".join(table))
        self._write(
            f"trailer\n<< /Size {len(self._places) + 1} /Root {root} 0 R /Info {info} 0 R "
            f"/ID [<{identity}> <{identity}>] >>\nstartxref\n{start}\n%%EOF\n".encode("ascii")
        )


def _deflated(chunks: Iterable[bytes]) -> Iterator[bytes]:
    packing = zlib.compressobj(_EFFORT)
    for chunk in chunks:
        if data := packing.compress(chunk):
            yield data
    yield packing.flush()


def number(value: float, places: int = 3) -> str:
    """A number as PDF takes it: never with an exponent, no trailing zeros."""
    text = f"{value:.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("", "-0") else text


def numbers(values: Iterable[float], places: int = 3) -> str:
    """Numbers with spaces between them."""
    return " ".join(number(value, places) for value in values)


def text(words: str) -> str:
    """A text string in UTF-16 with its mark, as hexadecimal."""
    return "<" + (b"\xfe\xff" + words.encode("utf-16-be", "replace")).hex() + ">"


def name(words: str) -> str:
    """A name with what is not plain in it escaped (ISO 32000-1, 7.3.5)."""
    plain = words.encode("utf-8")
    kept = (
        chr(one) if 0x21 <= one <= 0x7E and chr(one) not in "#/()<>[]{}%" else f"#{one:02x}"
        for one in plain
    )
    return "/" + "".join(kept)


def table(entries: Mapping[str, int]) -> str:
    """A dictionary from names to numbers of objects, in the order of the names."""
    inside = " ".join(f"{name(key)} {entries[key]} 0 R" for key in sorted(entries))
    return f"<< {inside} >>"
