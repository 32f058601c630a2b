"""Subtitle text without its tags: what a viewer reads."""

from __future__ import annotations

import re

# Only tags that players know: “I <3 you”, “<sigh>” and “{note}” are text and stay.
TAG = re.compile(
    r"</?(?:i|b|u|s|font|v|c|lang|ruby|rt|rp|bold|italic|underline)"
    r"(?:[.\s=][^<>\n]{0,400})?/?>"
    r"|<\d{1,6}:\d{2}(?::\d{2})?[.,]\d{3}>",
    re.IGNORECASE,
)
OVERRIDE = re.compile(r"\{\s?\\[^{}\n]{0,4000}\}|\{/?[biu]\}", re.IGNORECASE)


def plain(text: str) -> str:
    """`text` without HTML-like tags, WebVTT time tags and ASS override blocks; the reading of ruby
    follows its base in brackets."""
    if "<" in text:
        if "<rt" in text:
            text = _READING.sub(r"(\1)", _FALLBACK.sub("", text))
        text = TAG.sub("", text)
    if "{" in text:
        text = OVERRIDE.sub("", text)
    return text


def plain_lines(text: str) -> tuple[str, ...]:
    """The lines a viewer sees: no tags, no space around them, no empty lines. May be empty."""
    return tuple(stripped for line in plain(text).split("\n") if (stripped := line.strip()))


def at_top(text: str) -> bool:
    """Whether an alignment tag (`{\\an7}` … `{\\an9}`) puts the cue at the top of the picture."""
    return _TOP.search(text) is not None


# What stands above its base in ruby stands after it where there is one line only.
_READING = re.compile(r"<rt(?:[.\s][^<>\n]{0,400})?>([^<>]+)")
_FALLBACK = re.compile(r"<rp>[^<>\n]{0,40}</rp>")
_TOP = re.compile(r"\{[^{}]{0,400}\\an[789]")
