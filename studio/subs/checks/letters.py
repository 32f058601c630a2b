"""Checks of the characters themselves: their script, their form, their glyphs, words not to say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np

from studio.captions.layout import em_of, height_of, room_of
from studio.captions.style import CaptionStyle
from studio.core.provenance import cited
from studio.core.said import said
from studio.subs.checks.base import Around, Seen, Subject, check_named
from studio.subs.checks.pairs import rows
from studio.subs.checks.rules import WordList
from studio.subs.hans import foreign_forms, in_own_forms
from studio.subs.language import canonical, fallbacks, script_of
from studio.typeset.characters import is_ignorable
from studio.typeset.fonts import library
from studio.typeset.shape import shape_line
from studio.typeset.style import TypeStyle, style_for

_OWN_SCRIPTS = {
    "zh": {"han"}, "yue": {"han"}, "ja": {"han", "kana"}, "ko": {"hangul", "han"},
    "ru": {"cyrillic"}, "uk": {"cyrillic"}, "bg": {"cyrillic"}, "ar": {"arabic"},
    "fa": {"arabic"}, "he": {"hebrew"}, "el": {"greek"}, "th": {"thai"}, "hi": {"devanagari"},
}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]{2,}")


@check_named(
    "mixed-han",
    said("Simplified and Traditional characters mixed"),
    fixable=True,
)
def mixed_han(subject: Subject) -> Iterator[Seen]:
    """Common characters that the track's way of writing Chinese does not have."""
    language = canonical(subject.track.language)
    odd = foreign_forms(language) & subject.page.present
    if not odd:
        return
    pattern = re.compile(f"[{''.join(sorted(odd))}]")
    for index, _ in subject.page.matches(pattern):
        text = subject.page.texts[index]
        listed = "".join(dict.fromkeys(pattern.findall(text)))
        own = in_own_forms(listed, language)
        yield Seen(
            index,
            float(len(listed)),
            0.0,
            said(
                "{listed} is the other way of writing Chinese; here: {own}.", listed=listed, own=own
            )
            if own != listed
            else said("{listed} is the other way of writing Chinese.", listed=listed),
            said("One track keeps one way of writing."),
        )


@check_named("untranslated", said("a cue in the letters of another language"), fixable=False)
def untranslated(subject: Subject) -> Iterator[Seen]:
    """Three words or more, and not a letter of the track's own script."""
    own = _OWN_SCRIPTS.get(canonical(subject.track.language).split("-")[0])
    if own is None:
        return
    page = subject.page
    letters = [char for char in page.present if script_of(char) in own]
    for index in np.flatnonzero(page.counts_of(letters) == 0).tolist():
        text = page.texts[index]
        words = _WORDS.findall(text)
        if len(words) >= _SEVERAL:
            yield Seen(
                index,
                float(len(words)),
                0.0,
                said(
                    "Nothing in it is in the script of {language}.", language=subject.track.language
                ),
                said("A translation is in the letters of its language."),
            )


_SEVERAL = 3


@check_named(
    "glyphs", said("characters that no font here can show"), fixable=False, severity="error"
)
def glyphs(subject: Subject) -> Iterator[Seen]:
    """By the faces that the captions would be set in, and all others that are here."""
    style = subject.around.style
    if style is None:
        return
    type_style = style_for(style.scripts, subject.track.language)
    missing = [
        char
        for char in sorted(subject.page.present)
        if not char.isascii()
        and not char.isspace()
        and not is_ignorable(char)
        and not _has_face(char, subject.track.language, type_style.families, type_style.weight)
    ]
    missing += [char for char in subject.page.present if char < " " and char not in "\t\r\v\f"]
    if not missing:
        return
    pattern = re.compile(f"[{re.escape(''.join(missing))}]")
    for index, _ in subject.page.matches(pattern):
        listed = dict.fromkeys(pattern.findall(subject.page.texts[index]))
        yield Seen(
            index,
            float(len(listed)),
            0.0,
            said(
                "No font here has {listed}.",
                listed=", ".join(f"“{char}” U+{ord(char):04X}" for char in listed),
            ),
            said("What no font has is shown as an empty box."),
        )


@lru_cache(maxsize=20_000)
def _has_face(char: str, language: str, families: tuple[str, ...], weight: int) -> bool:
    runs = library().choose(char, language, families, weight)
    return all(run.face is not None for run in runs)


@check_named("line-width", said("a line that is wider than its room"), fixable=True)
def line_width(subject: Subject) -> Iterator[Seen]:
    """As the captions would set it, in the real face, without shrinking."""
    style = subject.around.style
    if style is None or not subject.track.cues:
        return
    language = subject.track.language
    type_style = _unit(style, language)
    room = room_in_em(subject.around, language)
    page = subject.page
    # What characters take each by themselves is within a few per cent of what they take together.
    widths = {char: _advance(char, language, type_style) for char in page.present}
    table = np.zeros(max(map(ord, page.present), default=0) + 0x1F, np.float32)
    for char, width in widths.items():
        table[ord(char)] = width
    likely = np.flatnonzero(page.sums(table[page.codes]) > 0.93 * room)
    worst: dict[int, tuple[float, str]] = {}
    for number in likely.tolist():
        text = page.line(number)
        if not text:
            continue
        width = line_em(text, language, type_style)
        cue = int(page.line_cue[number])
        if width > room and width > worst.get(cue, (0.0, ""))[0]:
            worst[cue] = (width, text)
    for index, (width, text) in worst.items():
        yield Seen(
            index,
            round(100 * width / room, 1),
            100.0,
            said("“{line}” takes {share:.0%} of its room.", line=text, share=width / room),
            said("The caption style “{name}”.", name=style.name),
        )


def _unit(style: CaptionStyle, language: str) -> TypeStyle:
    return style_for(style.scripts, language).sized(1.0)


def room_in_em(around: Around, language: str) -> float:
    """How many em a line may be long by the caption style of `around`. Raises ValueError where
    there is none."""
    style = around.style
    if style is None:
        raise ValueError("no caption style")
    em = em_of(style, around.frame) * style_for(style.scripts, language).size / 100
    em *= style.second if around.second else 1.0
    return room_of(style, around.frame, em) / em


@lru_cache(maxsize=20_000)
def _advance(char: str, language: str, style: TypeStyle) -> float:
    if char.isspace():
        return 0.25 if char != "\u3000" else 1.0
    return shape_line(char, language, style).advance


@lru_cache(maxsize=20_000)
def line_em(text: str, language: str, style: TypeStyle) -> float:
    """The width of a line in em, by its ink."""
    return shape_line(text, language, style).ink.width


@check_named("screen-height", said("both languages higher than the picture bears"), fixable=False)
def screen_height(subject: Subject) -> Iterator[Seen]:
    """The stack of both languages in the caption style, in per cent of the frame's height."""
    screen, style, partner = subject.profile.screen, subject.around.style, subject.partner
    if screen is None or style is None or partner is None or not screen.height:
        return
    first, second = subject.track.language, partner.track.language
    heights: dict[tuple[int, int], float] = {}
    most: dict[int, float] = {}
    for ours, theirs in rows(subject):
        for index in ours:
            counts = subject.page.line_counts, partner.page.line_counts
            pair = int(counts[0][index]), max((int(counts[1][n]) for n in theirs), default=0)
            if pair not in heights:
                told = ((first, pair[0]), (second, pair[1]))
                heights[pair] = height_of(
                    told[::-1] if subject.around.second else told, style, subject.around.frame
                )
            most[index] = heights[pair]
    for index in sorted(index for index, height in most.items() if height > screen.height):
        yield Seen(
            index,
            round(most[index], 1),
            screen.height,
            said(
                "Both languages take {height:.0f} % of the picture's height; at most {most:g} %.",
                height=most[index],
                most=screen.height,
            ),
            screen.cited,
        )


@check_named("forbidden-words", said("words that the market does not allow"), fixable=False)
def forbidden_words(subject: Subject) -> Iterator[Seen]:
    """By the word lists that were asked for, in the track's language."""
    tags = set(fallbacks(canonical(subject.track.language)))
    for listed in subject.around.words:
        if not tags.intersection(listed.languages):
            continue
        for index, word in subject.page.matches(_pattern(listed)):
            told = listed.provenance
            yield Seen(
                index,
                1.0,
                0.0,
                said(
                    "“{word}” may not be said in the market {market}.",
                    word=word,
                    market=listed.market,
                ),
                cited(told.source, told.date, verified=told.verified),
            )


@lru_cache(maxsize=64)
def _pattern(listed: WordList) -> re.Pattern[str]:
    # The longest first, so that the whole of what is said is named; whole words where there are.
    words = sorted(listed.words, key=lambda word: (-len(word), word))
    parts = [rf"\b{re.escape(one)}\b" if one[0].isascii() else re.escape(one) for one in words]
    return re.compile("|".join(parts), re.IGNORECASE)
