"""Words for people that another language can say again: a sentence, and what stands in its gaps."""

from __future__ import annotations

from collections.abc import Mapping


class Said(str):
    """English text as any other `str`; it also remembers the sentence and the values in it.

    The engine speaks English only. The window looks up `template` in its language and sets the
    `values` in again, each of which may be a Said itself. It survives pickling and `str(error)`.
    """

    template: str
    values: Mapping[str, object]

    def __new__(cls, template: str, values: Mapping[str, object]) -> Said:
        """Fill the gaps of `template`, named as `str.format` names them. Raises KeyError."""
        made = super().__new__(cls, template.format_map(values) if values else template)
        made.template, made.values = template, dict(values)
        return made

    def __str__(self) -> str:
        """Itself: an error that was given it still has it."""
        return self

    def __reduce__(self) -> tuple[object, ...]:
        return (Said, (self.template, self.values))


def said(template: str, /, **values: object) -> Said:
    """`said("{film} has no sound.", film=name)`: text for people, for any language.

    `template` must be a literal, so that it can be found and translated; without values it is
    taken as it stands, braces and all.
    """
    return Said(template, values)
