"""What of the captions could not be set as they are written: characters without a face, lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from studio.burn.asked.finding import Finding
from studio.burn.edit.lowering import Lowered
from studio.burn.picture.form import Form
from studio.core.said import said
from studio.core.words import counted

_MOST_SAID = 10


@dataclass(frozen=True, slots=True)
class Unset:
    """`missing` characters that no face has, `overflow` in words what did not fit; each once."""

    missing: tuple[str, ...] = ()
    overflow: tuple[str, ...] = ()


ALL_SET = Unset()


def unset_in(film: Lowered | None, begin: Fraction, length: Fraction, form: Form) -> Unset:
    """What cannot be set between `begin` seconds after the stretch's start and `length` later.

    A stretch that MoviePy gives has no captions that are known here.
    """
    missing: dict[str, None] = {}
    overflow: dict[str, None] = {}
    for captions, since in film.captions if film is not None else ():
        for texts in captions.all_texts(since + begin, since + begin + length):
            layer = captions.layer(texts, form.display)
            missing.update(dict.fromkeys(layer.missing))
            overflow.update(dict.fromkeys(layer.overflow))
    return Unset(tuple(missing), tuple(overflow))


def gathered(found: Iterable[Unset]) -> Unset:
    """All of it as one."""
    listed = tuple(found)
    missing = dict.fromkeys(each for one in listed for each in one.missing)
    overflow = dict.fromkeys(each for one in listed for each in one.overflow)
    return Unset(tuple(missing), tuple(overflow))


def misset(found: Unset) -> tuple[Finding, ...]:
    """What a person is told of it."""
    findings: list[Finding] = []
    if found.missing:
        text = said("No font here has {listed}.", listed=", ".join(map(_shown, found.missing)))
        findings.append(Finding("missing", "warning", text))
    findings += [Finding("overflow", "warning", text) for text in found.overflow[:_MOST_SAID]]
    if len(found.overflow) > _MOST_SAID:
        rest = counted(len(found.overflow) - _MOST_SAID, "more caption")
        findings.append(Finding("overflow", "warning", said("{rest} did not fit.", rest=rest)))
    return tuple(findings)


def _shown(character: str) -> str:
    codes = " ".join(f"U+{ord(one):04X}" for one in character)
    return f"“{character}” ({codes})" if character.isprintable() else codes
