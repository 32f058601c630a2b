"""XML as marks with their places: no entity of a file is ever expanded, nothing fetched."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

# Every repetition ends at the next “<”, so that a hostile text takes linear time.
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[A-Za-z_][\w.:-]{0,200})"
    r"(?P<attributes>(?:[^<>\"']|\"[^<\"]*\"|'[^<']*')*?)(?P<empty>/?)>"
)
_ATTRIBUTE = re.compile(r"([A-Za-z_][\w.:-]{0,200})\s{0,20}=\s{0,20}(?:\"([^\"<]*)\"|'([^'<]*)')")
_HIDDEN = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


@dataclass(frozen=True, slots=True)
class Mark:
    """A start tag, an end tag or text. `at` and `end` are its place in the text.

    `name` is local (without its prefix), `raw` as written; both empty for text. An empty element
    (`<br/>`) is one start tag with `empty`. `attributes` are filed by their names as written and,
    for those with a prefix, by their local names.
    """

    at: int
    end: int
    name: str = ""
    raw: str = ""
    close: bool = False
    empty: bool = False
    text: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)

    def value(self, name: str) -> str:
        """The attribute of that local name; one without a prefix comes first. Empty: none."""
        return self.attributes.get(name, "")


def marks(text: str) -> Iterator[Mark]:
    """The marks of an XML text in order. Comments, instructions and the document type are passed
    over; a “<” that begins nothing is text."""
    at = 0
    unended: set[str] = set()
    while at < len(text):
        opens = text.find("<", at)
        if opens < 0:
            opens = len(text)
        if opens > at:
            yield Mark(at, opens, text=resolved(text[at:opens]))
        if opens == len(text):
            return
        mark, at = _marked(text, opens, unended)
        if mark is not None:
            yield mark


def _marked(text: str, at: int, unended: set[str]) -> tuple[Mark | None, int]:
    match = _TAG.match(text, at)
    if match is not None:
        raw = match["name"]
        attributes = _attributes(match["attributes"]) if match["attributes"] else {}
        made = Mark(
            at, match.end(), raw.rpartition(":")[2], raw,
            close=bool(match["close"]), empty=bool(match["empty"]), attributes=attributes,
        )  # fmt: skip
        return made, match.end()
    for opening, closing in _HIDDEN:
        # What is not ended here is not ended further on: seeking it each time would take for ever.
        if closing in unended or not text.startswith(opening, at):
            continue
        end = text.find(closing, at + len(opening))
        if end < 0:
            unended.add(closing)
            continue
        inner = text[at + len(opening) : end]
        shown = Mark(at, end + 3, text=inner) if opening == "<![CDATA[" else None
        return shown, end + len(closing)
    if text.startswith("<!DOCTYPE", at):
        return None, _after_document_type(text, at)
    return Mark(at, at + 1, text="<"), at + 1


def _attributes(text: str) -> dict[str, str]:
    """By their names as written and by their local names."""
    found: dict[str, str] = {}
    for name, one, other in _ATTRIBUTE.findall(text):
        value = resolved(one or other)
        prefix, _, local = name.rpartition(":")
        found[name] = value
        if prefix:
            found.setdefault(local, value)
    return found


def _after_document_type(text: str, at: int) -> int:
    """Past `<!DOCTYPE …>` and the declarations in its brackets, none of which is looked at."""
    end = text.find(">", at)
    bracket = text.find("[", at, end if end >= 0 else None)
    if bracket >= 0:
        closed = text.find("]", bracket)
        end = text.find(">", closed) if closed >= 0 else -1
    return end + 1 if end >= 0 else at + len("<!DOCTYPE")


def resolved(text: str) -> str:
    """Character references and HTML's named characters resolved, each once; unknown ones stay."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def escaped(text: str) -> str:
    """Text for XML; what no XML may hold (control characters) is left out."""
    text = _FORBIDDEN.sub("", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
