"""`lobbycard presets`: what presets there are, what one says, and what is wrong with them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.table import Table

from studio.cli.command import DONE, FINDINGS, command
from studio.cli.console import Console
from studio.core.errors import BadValue, StudioError
from studio.core.files import read_text
from studio.core.words import counted, nearest
from studio.presets import store
from studio.presets.kinds import KINDS, Preset


def _arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("action", choices=("list", "show", "check"))
    parser.add_argument("what", nargs="?", default="", help="a kind, KIND/NAME, or a file to check")


@command("presets", "list, show and check presets", _arguments)
def presets(request: argparse.Namespace, console: Console) -> int:
    """Exit code 1 when a preset is wrong."""
    if request.action == "show":
        return _show(request.what, console)
    if request.action == "check":
        return _check(request.what, console)
    return _list(request.what, console)


def _list(kind: str, console: Console) -> int:
    table = Table(box=None, pad_edge=False)
    for title in ("Kind", "Name", "", "Summary"):
        table.add_column(title)
    listed, wrong = [], []
    for entry in (entry for one in ((kind,) if kind else KINDS) for entry in store.entries(one)):
        try:
            preset = store.read(entry.path, entry.kind)
        except StudioError as error:
            # One that is broken hides none of the others.
            wrong.append(f"{error} {error.hint}".strip())
            continue
        listed.append(_described(entry, preset))
        mark = preset.provenance.mark
        mark = mark if entry.bundled else f"own {mark}".strip()
        table.add_row(entry.kind, entry.name, mark, escape(preset.summary))
    console.result({"presets": listed}, table)
    for said in wrong:
        console.warn(said)
    return FINDINGS if wrong else DONE


def _described(entry: store.Entry, preset: Preset) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "name": entry.name,
        "summary": preset.summary,
        "verified": preset.provenance.verified,
        "source": preset.provenance.source,
        "date": preset.provenance.date,
        "bundled": entry.bundled,
        "path": str(entry.path),
    }


def _show(what: str, console: Console) -> int:
    kind, _, name = what.partition("/")
    if not name:
        found = [(k, e) for k in KINDS for e in store.entries(k) if e.name == what]
    else:
        found = [(kind, e) for e in store.entries(kind) if e.name == name]
    if not found:
        known = [e.name for k in KINDS for e in store.entries(k)]
        raise BadValue(f"There is no preset “{what}”.", hint=nearest(name or what, known))
    if len(found) > 1:
        several = ", ".join(f"{k}/{e.name}" for k, e in found)
        raise BadValue(f"“{what}” is the name of several presets.", hint=f"Say which: {several}.")
    kind, entry = found[0]
    text = read_text(entry.path)
    console.result({"kind": kind, "name": entry.name, "path": str(entry.path), "text": text}, text)
    return DONE


def _check(what: str, console: Console) -> int:
    said = store.problems() if not what else _problems_of(Path(what))
    total = 1 if what else sum(len(store.entries(kind)) for kind in KINDS)
    shown = "\n".join(said) or f"{counted(total, 'preset')} checked, nothing wrong."
    console.result({"problems": list(said), "checked": total}, shown)
    return FINDINGS if said else DONE


def _problems_of(path: Path) -> tuple[str, ...]:
    kind = path.parent.name
    if kind not in KINDS:
        raise BadValue(
            f"{path} lies in no folder of presets.",
            hint=f"Put it into a folder called {', '.join(KINDS)}.",
        )
    try:
        store.read(path, kind)
    except StudioError as error:
        return (f"{error} {error.hint}".strip(),)
    return ()
