"""How the page names things: languages, posters, formats, findings."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QLocale

from studio.campaign.document import PosterEntry
from studio.core.said import Said, joined
from studio.core.words import counted, noun
from studio.poster.format import Format
from studio.poster.problem import Problem
from ui.widgets.language import heard, tr

SEVERITIES = ("error", "warning", "hint")
_PLAIN = {"en": "English", "es": "Español"}


def language_name(language: str) -> str:
    """A language's name in itself, such as 简体中文; the tag where it has none."""
    locale = QLocale(language)
    if locale.language() == QLocale.Language.C:
        return language
    # Qt names English and Spanish by a country even where the tag has none.
    name = _PLAIN.get(language) or locale.nativeLanguageName()
    return name[:1].upper() + name[1:] if name else language


def poster_line(poster: PosterEntry, language: str) -> str:
    """Its copy on one line, in `language` or the first one written; empty without copy."""
    text = poster.copy.get(language, "") or next(iter(poster.copy.values()), "")
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    whole = lines[0] if lines else ""
    for following in lines[1:]:
        # Ideographs and their punctuation stand without a space; Korean does not.
        whole += following if _is_wide(whole[-1]) and _is_wide(following[0]) else f" {following}"
    return whole


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF" and not "\uac00" <= letter <= "\ud7a3"


def sorted_problems(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The gravest first, otherwise in the order of the checks."""
    return tuple(sorted(problems, key=lambda one: SEVERITIES.index(one.severity)))


def grave(problems: Sequence[Problem]) -> tuple[str, int]:
    """The gravest severity above a hint, and how many findings are above one."""
    found = [one for one in problems if one.severity != "hint"]
    worst = sorted_problems(found)[0].severity if found else ""
    return worst, len(found)


_NOUNS = {"error": noun("error"), "warning": noun("warning"), "hint": noun("hint")}


def problems_words(problems: Sequence[Problem]) -> str:
    """`1 error, 2 warnings`, or that nothing was found."""
    counts = {one: sum(p.severity == one for p in problems) for one in SEVERITIES}
    words = [counted(count, _NOUNS[name]) for name, count in counts.items() if count]
    return heard(joined(words)) if words else tr("Nothing found")


def problem_words(text: str) -> str:
    """A finding's words, with the format in them called as in the lists."""
    if isinstance(text, Said) and isinstance(text.values.get("form"), str):
        text = Said(text.template, {**text.values, "form": Said(str(text.values["form"]), {})})
    return heard(text)


def format_words(form: Format) -> str:
    """Its size, and on paper how large it hangs."""
    size = f"{form.width:,} × {form.height:,} px"
    if form.trim_mm is None:
        return size
    across, down = (round(side) for side in form.trim_mm)
    return f"{size} · {across:,} × {down:,} mm"


def format_tip(form: Format, problems: Sequence[Problem] = ()) -> str:
    """All that a tile does not have room for."""
    lines = [heard(form.name), heard(form.summary), f"{format_words(form)} · {form.kind.upper()}"]
    if form.provenance.mark:
        lines.append(heard(form.provenance.mark))
    lines += [
        f"– {problem_words(one.message)}"
        for one in sorted_problems(problems)
        if one.severity != "hint"
    ]
    return "\n".join(lines)


def share_words(focus: tuple[float, float]) -> str:
    """A point of the picture: `66 %, 58 %`."""
    return f"{focus[0] * 100:.0f} %, {focus[1] * 100:.0f} %"


def zoom_words(zoom: float) -> str:
    """`40 %`, and with a decimal where it is small."""
    return f"{zoom * 100:.1f} %" if zoom < 0.095 else f"{zoom * 100:.0f} %"
