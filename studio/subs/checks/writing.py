"""Checks of how a text is written: spaces, marks, quotes, dashes, italics, numbers in figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from studio.core.said import said
from studio.subs.checks.base import Seen, Subject, check_named
from studio.subs.checks.mending import (
    DASHES,
    balanced,
    curled,
    dashed,
    dotted,
    is_dialogue,
    single_marks,
    spaced,
    upright,
    widened,
    without_stops,
)
from studio.subs.checks.page import PART
from studio.subs.checks.rules import Writing

_SLIP = said("A slip of the keyboard in any language.")
_HAN_LANGUAGES = ("zh", "ja", "yue")
Mend = Callable[[str], str]


def mends(language: str, writing: Writing | None) -> dict[str, Mend]:
    """By check, how a text is made right by the rules of a language."""
    made: dict[str, Mend] = {
        "spaces": lambda text: spaced(text, language),
        "ellipses": dotted,
        "marks": single_marks,
        "italics": balanced,
    }
    if language.split("-")[0] in _HAN_LANGUAGES:
        made["quotes"] = curled
    if writing is not None:
        made |= _of_writing(writing)
    return made


def _of_writing(writing: Writing) -> dict[str, Mend]:
    made: dict[str, Mend] = {"dashes": lambda text: dashed(text, writing)}
    if not writing.italics:
        made["italics"] = upright
    if writing.no_stops:
        made["stops"] = lambda text: without_stops(text, writing.no_stops)
    if writing.wide:
        made["wide-marks"] = lambda text: widened(text, writing.wide)
    return made


def _seen(
    subject: Subject, name: str, cues: Iterable[int], message: str, source: str
) -> Iterator[Seen]:
    """Those of the cues whose text the mending would change."""
    mend = mends(subject.track.language, subject.limits.writing).get(name)
    if mend is None:
        return
    for index in cues:
        text = subject.cue(index).text
        if mend(text) != text:
            yield Seen(index, 1.0, 0.0, message, source)


def _with(subject: Subject, parts: Iterable[str]) -> list[int]:
    """The cues whose plain text holds one of these strings."""
    page = subject.page
    found = [
        part
        for part in parts
        if (part[0] in page.present or part[0] in _BETWEEN) and part in page.text
    ]
    if not found:
        return []
    pattern = re.compile("|".join(map(re.escape, found)))
    # What stands at an edge is found beside PART; the cue is that of the other character.
    places = [match.start() + (match[0][0] == PART) for match in pattern.finditer(page.text)]
    return sorted(set(page.cues_at(places)))


_BETWEEN = frozenset({PART, "\n"})


@check_named(
    "spaces", said("spaces or empty lines that are too many"), fixable=True, severity="hint"
)
def spaces(subject: Subject) -> Iterator[Seen]:
    """Two in a row, at the ends of lines, before marks."""
    page = subject.page
    text = page.text
    parts = [f" {char}" for char in page.following(" ") & _NOT_AFTER_SPACE]
    for edge in _BETWEEN:
        parts += [edge + char for char in page.following(edge) & {" ", "\n"}]
    parts += [f"\n{PART}"] if PART in page.following("\n") else []
    cues = set(_with(subject, [*parts, "\t"]))
    cues |= {0} if text[:1] in (" ", "\n") else set()
    cues |= {len(page.texts) - 1} if text[-1:] in (" ", "\n") else set()
    listed = sorted(cues)
    message = said("There are spaces or empty lines too many.")
    yield from _seen(subject, "spaces", listed, message, _SLIP)


_NOT_AFTER_SPACE = frozenset({" ", "\t", "\n", PART, *",.!?;:"})


@check_named("marks", said("marks typed twice"), fixable=True, severity="hint")
def marks(subject: Subject) -> Iterator[Seen]:
    """Commas in a row, three exclamation marks, a comma before a full stop."""
    parts = (
        ",,",
        ";;",
        "::",
        "，，",
        "、、",
        "；；",
        "：：",
        "!!!",
        "???",
        "！！！",
        "？？？",
        ",.",
        ".,",
    )
    yield from _seen(
        subject, "marks", _with(subject, parts), said("A mark stands there twice."), _SLIP
    )


@check_named("ellipses", said("full stops for an ellipsis"), fixable=True, severity="hint")
def ellipses(subject: Subject) -> Iterator[Seen]:
    """Rows of dots that are not the one character."""
    message = said("Dots in a row: an ellipsis is one character, “…”.")
    cues = _with(subject, ("..", "。。", "………", "⋯"))
    yield from _seen(subject, "ellipses", cues, message, _writing_source(subject))


def _writing_source(subject: Subject) -> str:
    writing = subject.limits.writing
    return writing.cited if writing is not None else subject.limits.cited


@check_named(
    "dashes", said("speakers marked as another language does"), fixable=True, severity="hint"
)
def dashes(subject: Subject) -> Iterator[Seen]:
    """Dialogue of two lines whose dashes are not those of the language."""
    writing = subject.limits.writing
    if writing is None or not writing.dash or not subject.page.has(DASHES):
        return
    wanted = {
        "both": said("Two speakers: a hyphen before both lines, without a space."),
        "both-space": said("Two speakers: a hyphen and a space before both lines."),
        "second": said("Two speakers: a hyphen before the second line only, without a space."),
        "second-space": said("Two speakers: a hyphen and a space before the second line only."),
    }[writing.dash]
    cues = (
        index
        for index in _with(subject, [f"\n{dash}" for dash in DASHES])
        if is_dialogue(subject.page.texts[index])
    )
    yield from _seen(subject, "dashes", cues, wanted, writing.cited)


@check_named("stops", said("commas or full stops where none are written"), fixable=True)
def stops(subject: Subject) -> Iterator[Seen]:
    """Characters that the guide replaces by a space."""
    writing = subject.limits.writing
    if writing is None or not subject.page.has(writing.no_stops):
        return
    message = said(
        "No {marks} in subtitles of this language: a space takes their place.",
        marks=" ".join(writing.no_stops),
    )
    cues = _with(subject, writing.no_stops)
    yield from _seen(subject, "stops", cues, message, writing.cited)


@check_named(
    "wide-marks", said("half-width marks beside ideographs"), fixable=True, severity="hint"
)
def wide_marks(subject: Subject) -> Iterator[Seen]:
    """? and ! where ？ and ！ are written."""
    writing = subject.limits.writing
    if writing is None or not subject.page.has(writing.wide):
        return
    message = said("Half-width marks beside ideographs; they are written full width.")
    cues = _with(subject, writing.wide)
    yield from _seen(subject, "wide-marks", cues, message, writing.cited)


@check_named("quotes", said("quotes that do not close, or straight ones"), fixable=True)
def quotes(subject: Subject) -> Iterator[Seen]:
    """Curly and corner quotes that stand alone in a cue and its neighbours; straight in CJK."""
    page = subject.page
    if not page.has('"“”「」『』«»'):
        return
    for index in _with(subject, '"“”「」『』«»'):
        text = page.texts[index]
        problem = _quote_problem(subject, index, text)
        if problem:
            yield Seen(index, 1.0, 0.0, problem, said("A quotation opens and closes."))


def _quote_problem(subject: Subject, index: int, text: str) -> str:
    own = subject.track.language.split("-")[0]
    if own in _HAN_LANGUAGES and curled(subject.cue(index).text) != subject.cue(index).text:
        return said("Straight quotes beside ideographs.")
    pairs = (("“", "”"), ("「", "」"), ("『", "』"), ("«", "»"))
    if own in ("de", "cs", "da", "sv", "fi", "hu", "pl", "bg", "hr", "sl", "sk", "is", "et", "lt"):
        # „…“ and »…« close where English opens.
        return ""
    texts = subject.page.texts
    around = "".join(texts[max(0, index - _NEAR) : index + _NEAR + 1])
    for opening, closing in pairs:
        if text.count(opening) != text.count(closing) and around.count(opening) != around.count(
            closing
        ):
            return said("A quote {mark} stands alone.", mark=opening + closing)
    return ""


_NEAR = 3
"""Cues before and after in which a quotation may go on."""


@check_named("opening", said("questions that ¿ or ¡ does not open"), fixable=False, severity="hint")
def opening(subject: Subject) -> Iterator[Seen]:
    """Where the language opens them; one may have been opened in the cue before."""
    writing = subject.limits.writing
    if writing is None or not writing.opening:
        return
    texts = subject.page.texts
    for index in _with(subject, "?!"):
        both = (texts[index - 1] if index else "") + texts[index]
        if not {"¿", "¡"} & set(both):
            mark = "?" if "?" in texts[index] else "!"
            yield Seen(
                index, 1.0, 0.0, said("Nothing opens the “{mark}”.", mark=mark), writing.cited
            )


@check_named("italics", said("italics where there are none, or unbalanced ones"), fixable=True)
def italics(subject: Subject) -> Iterator[Seen]:
    """Tags that are opened and not closed; any where the guide forbids italics."""
    if not subject.page.tagged:
        return
    writing = subject.limits.writing
    cues = [n for n, cue in enumerate(subject.track.cues) if "<" in cue.text or "{" in cue.text]
    if writing is not None and not writing.italics:
        message, source = said("This language is not set in italics."), writing.cited
    else:
        message = said("The italics are opened and closed unevenly.")
        source = said("A tag that is opened is closed.")
    yield from _seen(subject, "italics", cues, message, source)


# Both begin with the figure itself, which a search finds quickly, and look back from there.
_BESIDE = r"[\w.,:/$€£¥#+-]"
_ALONE = re.compile(rf"(?:1(?<!{_BESIDE}1)0?|[2-9](?<!{_BESIDE}[2-9]))(?![\w%°/:–]|[.,]\d|-\d)")
_FIRST = re.compile(
    rf"[0-9](?:(?<=\A[0-9])|(?<={PART}[0-9])|(?<={PART}[{DASHES}“\"][0-9])|(?<=[.!?][ \n][0-9]))"
)


@check_named(
    "figures", said("numbers in figures that are written as words"), fixable=False, severity="hint"
)
def figures(subject: Subject) -> Iterator[Seen]:
    """Small whole numbers, and numbers at the start of a sentence."""
    writing = subject.limits.writing
    if writing is None or not writing.spell_out or not subject.page.has("0123456789"):
        return
    small = dict(subject.page.matches(_ALONE))
    first = {cue for cue, _ in subject.page.matches(_FIRST)}
    begun = said("A number at the start of a sentence is written as a word.")
    source = writing.cited
    for index in sorted(small.keys() | first):
        if index in small and int(small[index]) <= writing.spell_out:
            text = said(
                "{number}: numbers up to {most} are written as words.",
                number=small[index],
                most=writing.spell_out,
            )
        elif index in first:
            text = begun
        else:
            continue
        yield Seen(index, 1.0, 0.0, text, source)
