"""Gathers all texts that the window can show into `resources/i18n`, keeping what is translated.

`python tests/i18n/gather.py` writes the .ts files of Qt Linguist anew, tells how many texts still
wait for words, and makes the .qm files that the window loads; those of `qt_*.ts` too, which are
written by hand.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = {"zh-Hans": "zh_CN", "en": "en_GB"}
"""Our tag, and Linguist's name for it. English has words only for what the files call by slugs."""
CONTEXT = "lobbycard"
# Whose first argument is a text, and where a pair for `joined` may stand.
_SAYERS = ("said", "tr", "heard", "sentence", "Said")
_COUNTERS = ("counted", "noun")
# The command line says nothing in the window; the gallery is for who makes the controls.
_OUTSIDE = ("studio/cli/", "ui/widgets/gallery")
_NAMED = ("captions", "formats", "posters", "video")


@dataclass(frozen=True, slots=True)
class Words:
    """What one text is in the other language; `places` are `file:line`."""

    source: str
    translation: str = ""
    finished: bool = False
    places: tuple[str, ...] = ()


def gathered() -> dict[str, tuple[str, ...]]:
    """Every text of the window and the engine, with the places (`file:line`) where it stands."""
    found: dict[str, list[str]] = {}
    for text, place in (*_of_code(), *_of_presets()):
        if not text:
            continue
        places = found.setdefault(text, [])
        if place not in places:
            places.append(place)
    return {text: tuple(places) for text, places in found.items()}


def wanted(tag: str) -> dict[str, tuple[str, ...]]:
    """The texts that need words in a language: all of them, in English the names of presets."""
    there = gathered()
    if tag != "en":
        return there
    slugs = {path.stem for kind in _NAMED for path in (ROOT / "presets" / kind).glob("*.toml")}
    return {text: places for text, places in there.items() if text in slugs}


def _of_code() -> Iterator[tuple[str, str]]:
    for folder in ("studio", "ui"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            if not name.startswith(_OUTSIDE):
                yield from of_source(path.read_text("utf-8"), name)


def of_source(source: str, name: str) -> Iterator[tuple[str, str]]:
    """The texts of one module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            for text in _of_call(node):
                yield text, f"{name}:{node.lineno}"
        # The pair that `joined` takes unless told otherwise.
        elif isinstance(node, ast.FunctionDef) and node.name == "joined":
            for default in node.args.defaults:
                yield from ((text, f"{name}:{node.lineno}") for text in literals(default))


def _of_call(node: ast.Call) -> Iterator[str]:
    called = getattr(node.func, "id", getattr(node.func, "attr", ""))
    texts = [literals(one) for one in node.args]
    if called in (*_SAYERS, "Registry"):
        yield from (texts or [()])[0]
    elif called in _COUNTERS:
        words = [one for text in texts for one in text]
        if words:
            yield "{number:,} " + words[0]
            yield "{number:,} " + (words[1] if len(words) > 1 else words[0] + "s")
    elif called == "joined":
        yield from (one for text in texts[1:] for one in text)


def literals(node: ast.expr) -> tuple[str, ...]:
    """The texts that an argument may be, where it is written out."""
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    return (node.value,) if isinstance(node, ast.Constant) and isinstance(node.value, str) else ()


def _of_presets() -> Iterator[tuple[str, str]]:
    """Names, summaries and sources of presets and sets of keys; why a zone is forbidden."""
    folders = (ROOT / "presets", ROOT / "resources" / "keys")
    for path in sorted(path for folder in folders for path in folder.rglob("*.toml")):
        name = path.relative_to(ROOT).as_posix()
        data = tomllib.loads(path.read_text("utf-8"))
        for key, text in (*_names_of(name, data), *_texts_of(data)):
            lines = enumerate(path.read_text("utf-8").split("\n"), 1)
            yield text, f"{name}:{next((n for n, one in lines if one.startswith(key)), 1)}"


def _names_of(name: str, data: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What formats, templates and presets of films are called in a list of the window."""
    if name.startswith(tuple(f"presets/{kind}/" for kind in _NAMED)):
        yield "name", str(data["name"])


def _texts_of(data: object) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in ("summary", "reason", "source") and isinstance(value, str):
                yield key, value
            else:
                yield from _texts_of(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts_of(value)


def read_ts(path: Path) -> tuple[Words, ...]:
    """The entries of a Linguist file that are not marked as vanished."""
    if not path.exists():
        return ()
    return tuple(
        Words(
            message.findtext("source") or "",
            message.findtext("translation") or "",
            message.find("translation").get("type") is None,  # type: ignore[union-attr]
            tuple(f"{at.get('filename')}:{at.get('line')}" for at in message.findall("location")),
        )
        for message in ET.parse(path).getroot().iter("message")
        if message.find("translation").get("type") not in ("vanished", "obsolete")  # type: ignore[union-attr]
    )


def vanished(path: Path) -> dict[str, str]:
    """Words of texts that are said no more; they come back when the text does."""
    return {
        message.findtext("source") or "": message.findtext("translation") or ""
        for message in ET.parse(path).getroot().iter("message")
        if message.find("translation").get("type") == "vanished"  # type: ignore[union-attr]
    }


def entries(texts: Mapping[str, tuple[str, ...]], known: Mapping[str, str]) -> tuple[Words, ...]:
    """All texts in the order of where they stand first, with the words that are known of them."""
    order = sorted(texts, key=lambda text: (_place(texts[text][0]), text))
    return tuple(Words(one, known.get(one, ""), bool(known.get(one)), texts[one]) for one in order)


def _place(place: str) -> tuple[str, int]:
    name, line = place.rsplit(":", 1)
    return name, int(line)


def write_ts(
    path: Path, language: str, words: Iterable[Words], gone: Mapping[str, str] | None = None
) -> None:
    """A Linguist file; `gone` is kept at its end, marked as vanished."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for one in words:
        message = ET.SubElement(context, "message")
        for place in one.places:
            name, line = _place(place)
            ET.SubElement(message, "location", filename=f"../../{name}", line=str(line))
        ET.SubElement(message, "source").text = one.source
        translation = ET.SubElement(message, "translation")
        translation.text = one.translation
        if not one.finished:
            translation.set("type", "unfinished")
    for source, text in sorted((gone or {}).items()):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = source
        ET.SubElement(message, "translation", type="vanished").text = text
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode", short_empty_elements=False)
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(f"{head}{body}\n", "utf-8", newline="\n")


def release(ts: Path, qm: Path) -> str:
    """Make the .qm of a .ts; returns what the tool said."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    done = subprocess.run(
        [str(tool), "-nounfinished", str(ts), "-qm", str(qm)], capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout + done.stderr


def update(tag: str, known: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Gather anew for a language; returns the texts that have no words yet.

    `known` are further words, by text.
    """
    path = FOLDER / f"lobbycard_{tag}.ts"
    before = {one.source: one.translation for one in read_ts(path) if one.translation}
    gone = vanished(path) if path.exists() else {}
    words = gone | before | dict(known or {})
    texts = wanted(tag)
    made = entries(texts, words)
    write_ts(path, LANGUAGES[tag], made, {k: v for k, v in words.items() if v and k not in texts})
    release(path, path.with_suffix(".qm"))
    return tuple(one.source for one in made if not one.finished)


if __name__ == "__main__":
    tell = sys.stdout.write
    for language in LANGUAGES:
        waiting = update(language)
        tell(f"{language}: {len(wanted(language))} texts, {len(waiting)} without words\n")
        for text in waiting:
            tell(f"  {text}\n")
    for own in sorted(FOLDER.glob("qt_*.ts")):
        release(own, own.with_suffix(".qm"))
