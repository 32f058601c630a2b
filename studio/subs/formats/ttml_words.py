"""A cue's words as TTML: simple tags as styled spans, ruby as ruby, foreign tags counted."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from studio.core.said import said
from studio.subs.formats.markup import escaped
from studio.subs.plain import OVERRIDE, TAG

_RUBY = r"<ruby>(?P<base>[^<>]{0,400})<rt>(?P<above>[^<>]{0,400})</rt></ruby>"
_TOKEN = re.compile(f"{_RUBY}|{TAG.pattern}|{OVERRIDE.pattern}", re.IGNORECASE)
_SIMPLE = re.compile(r"<(/?)([ibu])>|\{\\([ibu])([01])\}", re.IGNORECASE)
_SAYS = {
    "i": 'fontStyle="italic"',
    "b": 'fontWeight="bold"',
    "u": 'textDecoration="underline"',
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a document names things: the prefix of its elements (`tt:` or nothing), the prefix of
    styling, and its declaration where the document has none."""

    prefix: str
    styling: str
    declared: str


def rendered(text: str, dialect: Dialect, lost: Counter[str]) -> str:
    """`text` with its simple tags as the inside of a paragraph."""
    active: list[str] = []
    parts: list[str] = []
    at = 0
    for match in _TOKEN.finditer(text):
        parts.append(_run(text[at : match.start()], active, dialect, lost))
        at = match.end()
        simple = _SIMPLE.fullmatch(match[0])
        if simple is not None:
            letter = (simple[2] or simple[3]).lower()
            on = not simple[1] if simple[2] else simple[4] == "1"
            active = [one for one in active if one != letter] + ([letter] if on else [])
        elif match["base"] is not None:
            parts.append(_ruby(match["base"], match["above"], dialect))
        else:
            lost[said("voice, font and other foreign tags")] += 1
    parts.append(_run(text[at:], active, dialect, lost))
    return "".join(parts)


def _run(text: str, active: list[str], dialect: Dialect, lost: Counter[str]) -> str:
    if not text:
        return ""
    safe = escaped(text)
    if len(safe) < len(text):
        lost[said("control characters, which XML cannot hold")] += 1
    inner = safe.replace("\n", f"<{dialect.prefix}br/>")
    if not active:
        return inner
    says = "".join(f" {dialect.styling}:{_SAYS[one]}" for one in sorted(active))
    return f"<{dialect.prefix}span{dialect.declared}{says}>{inner}</{dialect.prefix}span>"


def _ruby(base: str, above: str, dialect: Dialect) -> str:
    def span(kind: str, inner: str) -> str:
        said_so = f'{dialect.declared} {dialect.styling}:ruby="{kind}"'
        return f"<{dialect.prefix}span{said_so}>{inner}</{dialect.prefix}span>"

    return span("container", span("base", escaped(base)) + span("text", escaped(above)))
