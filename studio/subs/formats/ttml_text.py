"""The words of a TTML paragraph: white space, line breaks, slant, weight, lines under, ruby."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from studio.subs.formats.markup import Mark
from studio.subs.plain import TAG

_SPACES = re.compile(r"[ \t\n\r]+")
_BR = "\x01"
_AROUND_BR = re.compile(rf"[ ]*{_BR}[ ]*")
# A space on both sides of a tag is one space; a tag around nothing is none.
_ACROSS = re.compile(r" ((?:</?[a-z]{1,4}>){1,9}) ")
_NOTHING = re.compile(r"<([ibu])></\1>")
_LETTERS = ("i", "b", "u")
_SPECIAL = re.compile("[\x00-\x08]")
_DEPTH = 16


@dataclass(frozen=True, slots=True)
class Look:
    """What of an element's style has a simple tag."""

    i: bool = False
    b: bool = False
    u: bool = False


def look_of(mark: Mark, styles: Mapping[str, Mark], inherited: Look) -> Look:
    """An element's own look: what it or the styles it names say, else what it inherits."""
    slant, weight, line = (
        _said(mark, name, styles) for name in ("fontStyle", "fontWeight", "textDecoration")
    )
    return Look(
        slant in ("italic", "oblique") if slant else inherited.i,
        weight == "bold" if weight else inherited.b,
        "underline" in line.split() if line else inherited.u,
    )


def _said(mark: Mark, name: str, styles: Mapping[str, Mark], depth: int = 0) -> str:
    own = mark.value(name)
    if own or depth > _DEPTH:
        return own
    for reference in reversed(mark.value("style").split()[:_DEPTH]):
        if reference in styles and (found := _said(styles[reference], name, styles, depth + 1)):
            return found
    return ""


def style_value(mark: Mark, name: str, styles: Mapping[str, Mark]) -> str:
    """A property as the element or a style that it names says it; empty where none does."""
    return _said(mark, name, styles)


@dataclass(slots=True)
class Ruby:
    """A ruby container that is open: what stands below, and above."""

    base: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Words:
    """The text of one paragraph while it is read."""

    parts: list[str] = field(default_factory=list)
    ruby: Ruby | None = None
    above: bool = False
    kept: bool = False

    def add(self, text: str, *, keep: bool) -> None:
        """Text as it stands; `keep` says that its white space counts."""
        text = _SPECIAL.sub("", text)
        if not keep:
            text = _SPACES.sub(" ", text)
        self.kept = self.kept or keep
        if self.ruby is not None and not text.strip():
            return
        if "<" in text and TAG.search(text):
            # Words that look like a tag must not become one.
            text = text.replace("<", "&lt;")
        self._into(text)

    def br(self) -> None:
        """A line break."""
        self._into(_BR)

    def turn(self, before: Look, after: Look) -> None:
        """From one look to another."""
        for letter in _LETTERS:
            was, now = getattr(before, letter), getattr(after, letter)
            if was != now:
                self._into(f"<{letter}>" if now else f"</{letter}>")

    def open_ruby(self) -> None:
        """A ruby container begins."""
        if self.ruby is None:
            self.ruby = Ruby()

    def close_ruby(self) -> None:
        """It ends: the base, above it its reading."""
        if self.ruby is None:
            return
        base, above = "".join(self.ruby.base).strip(), "".join(self.ruby.above).strip()
        self.ruby = None
        self.parts.append(f"<ruby>{base}<rt>{above}</rt></ruby>" if above else base)

    def _into(self, text: str) -> None:
        if self.ruby is None:
            self.parts.append(text)
        else:
            (self.ruby.above if self.above else self.ruby.base).append(text)

    def text(self) -> str:
        """The whole, with `\\n` for line breaks."""
        self.close_ruby()
        text = "".join(self.parts)
        while (less := _NOTHING.sub("", text)) != text:
            text = less
        if not self.kept:
            text = _SPACES.sub(" ", _ACROSS.sub(r" \1", text)).strip(" ")
            text = _AROUND_BR.sub(_BR, text)
        return text.replace(_BR, "\n")
