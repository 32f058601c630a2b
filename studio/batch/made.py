"""What has been made: each output's job and hash, kept beside the outputs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from studio.core.errors import StudioError
from studio.core.files import sha256, write_text
from studio.core.plain import load_json, structure

FOLDER = ".lobbycard"


@dataclass(frozen=True, slots=True)
class Record:
    """One output on disk: the job that made it, its hash, and what was found about it."""

    job: str
    sha256: str
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ledger:
    schema: int = 1
    outputs: Mapping[str, Record] = field(default_factory=dict)


def _path(out: Path) -> Path:
    return out / FOLDER / "made.json"


def load_made(out: Path) -> dict[str, Record]:
    """The records by relative path; none when there is no ledger, or it cannot be read.

    A damaged ledger only costs time: what it does not vouch for is made again.
    """
    path = _path(out)
    if not path.is_file():
        return {}
    try:
        return dict(structure(load_json(path), _Ledger, str(path)).outputs)
    except StudioError:
        return {}


def save_made(out: Path, records: Mapping[str, Record]) -> None:
    """Write the ledger, sorted. Raises CannotWrite."""
    data = {"schema": 1, "outputs": {name: asdict(records[name]) for name in sorted(records)}}
    write_text(_path(out), json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def is_kept(out: Path, name: str, job: str, records: Mapping[str, Record]) -> bool:
    """Whether the output `name` was made by the job `job` and still has its bytes."""
    record = records.get(name)
    path = out / name
    return (
        record is not None
        and record.job == job
        and path.is_file()
        and sha256(path) == record.sha256
    )
