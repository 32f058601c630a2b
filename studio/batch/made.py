"""What has been made: each output's job and hash, one line each, kept beside the outputs."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from studio.batch.beside import are_kept
from studio.batch.remark import Remark, from_plain, to_plain
from studio.burn.asked.finding import Checked
from studio.core.errors import CannotWrite, StudioError, os_words
from studio.core.files import read_bytes, sha256, write_text
from studio.core.lock import locked
from studio.core.plain import structure
from studio.core.said import said

FOLDER = ".lobbycard"
_LIMIT = 256 * 1024 * 1024
# The temporary names of studio.core.files.
_PART = re.compile(r"\..*\.[a-z0-9_]{8}\.part(\..*)?")


def thumb_path(out: Path, key: str) -> Path:
    """Where the thumbnail of a job's output lies."""
    return out / FOLDER / "thumbs" / f"{key}.jpg"


@dataclass(frozen=True, slots=True)
class Record:
    """One output on disk: the job that made it, its hash, and what was found about it.

    `made_of` are the parts that the job showed; `seconds` is what making its `amount` (megapixels)
    took, 0 where it was copied from another output. `beside` are the files that go with it, by
    relative path and hash; `sheet` is what was asked for beside what the file has.
    """

    job: str
    sha256: str
    problems: tuple[Remark, ...] = ()
    made_of: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    amount: float = 0.0
    preset: str = ""
    beside: Mapping[str, str] = field(default_factory=dict)
    sheet: tuple[Checked, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    path: str
    job: str
    sha256: str
    made_of: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0
    amount: float = 0.0
    preset: str = ""
    beside: dict[str, str] = field(default_factory=dict)
    sheet: tuple[Checked, ...] = ()


def _path(out: Path) -> Path:
    return out / FOLDER / "made.jsonl"


def load_made(out: Path) -> dict[str, Record]:
    """The records by relative path; none when there is no ledger, or it cannot be read.

    A damaged ledger only costs time: what it does not vouch for is made again.
    """
    return _load(out)[0]


def _load(out: Path) -> tuple[dict[str, Record], bool]:
    """The records, and whether the ledger holds exactly these lines."""
    path = _path(out)
    if not path.is_file():
        return {}, True
    try:
        text = read_bytes(path, _LIMIT).decode("utf-8", "replace")
    except StudioError:
        return {}, False
    records: dict[str, Record] = {}
    lines = text.split("\n")
    for line in lines:
        with contextlib.suppress(ValueError, RecursionError, StudioError):
            name, record = _record(json.loads(line))
            records[name] = record
    return records, len(lines) == len(records) + 1 and not lines[-1]


def _record(plain: dict[str, Any]) -> tuple[str, Record]:
    """Raises BadValue, ValueError."""
    if not isinstance(plain, dict) or not isinstance(plain.get("problems", []), list):
        raise ValueError("no record")
    problems = tuple(from_plain(one) for one in plain.pop("problems", []))
    one = structure(plain, _Line, "ledger")
    return one.path, Record(
        one.job,
        one.sha256,
        problems,
        one.made_of,
        one.seconds,
        one.amount,
        one.preset,
        one.beside,
        one.sheet,
    )


def _line(name: str, record: Record) -> str:
    plain: dict[str, Any] = {"path": name, "job": record.job, "sha256": record.sha256}
    plain["problems"] = [to_plain(one) for one in record.problems]
    more = {
        "made_of": dict(record.made_of),
        "seconds": round(record.seconds, 3),
        "amount": round(record.amount, 3),
        "preset": record.preset,
        "beside": dict(record.beside),
        "sheet": [asdict(one) for one in record.sheet],
    }
    plain |= {key: value for key, value in more.items() if value}
    return json.dumps(plain, ensure_ascii=False) + "\n"


@dataclass(slots=True)
class Ledger:
    """The records of an output folder while an export works in it."""

    out: Path
    records: dict[str, Record]

    def add(self, name: str, record: Record) -> None:
        """Write one more line: what an export costs does not grow with what was made before.

        Raises CannotWrite.
        """
        self.records[name] = record
        try:
            with _path(self.out).open("a", encoding="utf-8", newline="\n") as stream:
                stream.write(_line(name, record))
        except OSError as error:
            raise CannotWrite(
                said(
                    "{out} cannot be written: {strerror}.",
                    out=_path(self.out),
                    strerror=os_words(error),
                ),
                hint=said("Check its permissions and the room on the disk."),
            ) from error


@contextlib.contextmanager
def ledger(out: Path, folders: Iterable[Path] = ()) -> Iterator[Ledger]:
    """The ledger of `out`, which is this process's alone meanwhile.

    What an ended process left half written in `folders` is cleared away, before and after. Raises
    CannotWrite when another export is at work there, or the folder cannot be written.
    """
    with locked(out / FOLDER / "lock", said("Another export")):
        written = {out / FOLDER, out / FOLDER / "thumbs", *folders}
        for folder in written:
            _sweep(folder)
        records, clean = _load(out)
        _sweep_unused(out, records)
        if not clean:
            write_text(_path(out), "".join(_line(name, records[name]) for name in sorted(records)))
        try:
            yield Ledger(out, records)
        finally:
            # Of a worker that did not hear of a stop in time and was ended.
            for folder in written:
                _sweep(folder)


def _sweep_unused(out: Path, records: Mapping[str, Record]) -> None:
    """Cues of tracks and thumbnails that no record tells of any more."""
    tracks = {
        digest
        for record in records.values()
        for name, digest in record.made_of.items()
        if name.startswith("track:")
    }
    used = {"tracks": tracks, "thumbs": {record.job for record in records.values()}}
    for name, stems in used.items():
        folder = out / FOLDER / name
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.stem not in stems and path.is_file():
                with contextlib.suppress(OSError):
                    path.unlink()


def _sweep(folder: Path) -> None:
    for path in folder.iterdir() if folder.is_dir() else ():
        if _PART.fullmatch(path.name) and path.is_file():
            with contextlib.suppress(OSError):
                path.unlink()


def is_kept(
    out: Path,
    name: str,
    job: str,
    records: Mapping[str, Record],
    hashed: Callable[[Path], str] = sha256,
) -> bool:
    """Whether the output `name` was made by the job `job` and still has its bytes, and so has all
    that goes with it."""
    record = records.get(name)
    path = out / name
    if record is None or record.job != job or not path.is_file():
        return False
    try:
        return hashed(path) == record.sha256 and are_kept(out, record.beside, hashed)
    except StudioError:
        # An output that cannot be read is no good; it is made again.
        return False
