"""Words for people that another language can say again: a sentence, and what stands in its gaps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from numbers import Number
from types import MappingProxyType

_NOTHING: Mapping[str, object] = MappingProxyType({})


class Said(str):
    """English text as any other `str`; it also remembers the sentence and the values in it.

    The engine speaks English only. The window looks up `template` in its language and sets the
    `values` in again, each of which may be a Said itself. It survives pickling and `str(error)`.
    """

    # Findings of a long track hold many thousands of these: each search for garbage walks them all.
    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Said:
        """Fill the gaps of `template`, named as `str.format` names them. Raises KeyError.

        Numbers and texts stay what they are; of all else (paths, errors) its text is kept.
        """
        kept = {name: _kept(value) for name, value in values.items()}
        made = super().__new__(cls, template.format_map(kept) if kept else template)
        made.template, made.values = template, kept or _NOTHING
        return made

    def __format__(self, spec: str) -> str:
        """As any text; `{reason:bare}` sets it in without the stop at its end."""
        return self.rstrip(".。") if spec == "bare" else super().__format__(spec)

    def __str__(self) -> str:
        """Itself: an error that was given it still has it."""
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return (Said, (self.template, dict(self.values)))


def said(template: str, /, **values: object) -> Said:
    """`said("{film} has no sound.", film=name)`: text for people, for any language.

    `template` must be a literal, so that it can be found and translated; without values it is
    taken as it stands, braces and all.
    """
    return Said(template, values) if values else _plain(template)


@lru_cache(4096)
def _plain(template: str) -> Said:
    return Said(template, {})


def sentence(template: str) -> str:
    """A template that is kept until its values are known; marked so that it can be found."""
    return template


def joined(parts: Iterable[str], pair: str = "{first}, {rest}") -> str:
    """All parts in one text, each pair of neighbours as `pair` says (a literal, as in `said`)."""
    listed = tuple(parts)
    whole = listed[-1] if listed else ""
    for part in reversed(listed[:-1]):
        whole = Said(pair, {"first": part, "rest": whole})
    return whole


def _kept(value: object) -> object:
    return value if isinstance(value, (str, Number)) else str(value)
