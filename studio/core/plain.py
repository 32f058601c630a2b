"""Between frozen dataclasses and plain data (TOML, JSON), with every problem named by its path."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import cattrs
from cattrs.errors import (
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from studio.core.colour import Colour
from studio.core.errors import BadValue, CannotRead
from studio.core.exact import exact
from studio.core.files import TEXT_LIMIT, read_text
from studio.core.said import Said, joined, said
from studio.core.time import FrameRate
from studio.core.words import nearest

T = TypeVar("T")
_PARTS = 32
_PART = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_DOTTED = re.compile(rf"{_PART}(?:\s*\.\s*{_PART}){{{_PARTS},}}")


@cache
def converter() -> cattrs.Converter:
    """The one converter: strict types, unknown keys refused, every problem collected."""
    made = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    made.register_structure_hook(str, _text)
    made.register_structure_hook(bool, _flag)
    made.register_structure_hook(int, _whole)
    made.register_structure_hook(float, _number)
    made.register_structure_hook(Colour, lambda value, _: Colour.parse(_text(value, str)))
    made.register_unstructure_hook(Colour, str)
    made.register_structure_hook(Fraction, _fraction)
    made.register_unstructure_hook(Fraction, str)
    made.register_structure_hook(FrameRate, _rate)
    made.register_unstructure_hook(FrameRate, str)
    made.register_structure_hook_factory(
        lambda kind: isinstance(kind, type) and is_dataclass(kind),
        lambda kind: _dataclass_hook(kind, made),
    )
    made.register_structure_hook_func(_is_tuple, _many)
    made.register_structure_hook_func(_is_dict, _table)
    made.register_unstructure_hook_factory(
        lambda kind: isinstance(kind, type) and is_dataclass(kind),
        lambda kind: make_dict_unstructure_fn(kind, made, _cattrs_omit_if_default=True),
    )
    return made


def _text(value: Any, _: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(said("must be text, is {value}", value=_named(value)))
    return value


def _flag(value: Any, _: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(said("must be true or false, is {value}", value=_named(value)))
    return value


def _whole(value: Any, _: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(said("must be a whole number, is {value}", value=_named(value)))
    return value


def _number(value: Any, _: Any) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(said("must be a number, is {value}", value=_named(value)))
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(said("must be a finite number"))
    return float(value)


def _fraction(value: Any, _: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError(said("must be a number or a fraction, is {value}", value=_named(value)))
    try:
        return exact(str(value))
    except BadValue:
        raise ValueError(
            said("must be a number or a fraction, is {value}", value=_named(value))
        ) from None


def _rate(value: Any, _: Any) -> FrameRate:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise TypeError(said("must be a frame rate, is {value}", value=_named(value)))
    return FrameRate.parse(str(value))


# What a wrong value in plain data raises on its way to a dataclass.
_WRONG = (
    ClassValidationError,
    IterableValidationError,
    TypeError,
    ValueError,
    KeyError,
    BadValue,
)


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _is_dict(kind: Any) -> bool:
    return get_origin(kind) is dict


def _many(value: Any, kind: Any) -> tuple[Any, ...]:
    """A tuple type; cattrs' own takes any iterable, text too, and loses what is wrong with one."""
    if not isinstance(value, list | tuple):
        raise TypeError(said("must be a list, is {value}", value=_named(value)))
    args = get_args(kind)
    kinds = [args[0]] * len(value) if args[-1:] == (...,) else list(args)
    if len(kinds) != len(value):
        raise ValueError(
            said("must have {wanted} items, has {given}", wanted=len(kinds), given=len(value))
        )
    return tuple(_each(zip(range(len(value)), value, kinds, strict=True), kind))


def _table(value: Any, kind: Any) -> dict[str, Any]:
    """A `dict[str, …]` type."""
    if not isinstance(value, Mapping):
        raise TypeError(said("must be a table, is {value}", value=_named(value)))
    inner = get_args(kind)[1]
    items = ((_text(key, str), item, inner) for key, item in value.items())
    return dict(zip(value, _each(items, kind), strict=True))


def _each(items: Iterable[tuple[int | str, Any, Any]], kind: Any) -> list[Any]:
    made: list[Any] = []
    wrong: list[Exception] = []
    for place, item, inner in items:
        try:
            made.append(converter().structure(item, inner))
        except _WRONG as error:
            error.add_note(IterableValidationNote(f"at {place}", place, inner))
            wrong.append(error)
    if wrong:
        raise IterableValidationError(f"while structuring {kind!r}", wrong, kind)
    return made


def _dataclass_hook(kind: Any, made: cattrs.Converter) -> Callable[[Any, Any], Any]:
    inner = make_dict_structure_fn(
        kind, made, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True
    )

    def structured(value: Any, target: Any) -> Any:
        if not isinstance(value, Mapping):
            raise TypeError(said("must be a table, is {value}", value=_named(value)))
        return inner(value, target)

    return structured


def _named(value: Any) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else shown[:37] + "…"


def structure(data: Mapping[str, Any], kind: type[T], source: str) -> T:
    """`data` as a value of the dataclass `kind`.

    Raises BadValue that names `source` and every problem by its path in it.
    """
    try:
        return converter().structure(data, kind)
    except _WRONG as error:
        problems = _problems(error, "", kind)
        if len(problems) > 20:
            problems[20:] = [said("and {number} more", number=len(problems) - 20)]
        listed = joined(problems, "{first}; {rest}")
        raise BadValue(
            said("{source}: {listed}.", source=source, listed=listed),
            hint=said("Correct the file and try again."),
        ) from error


def _problems(error: BaseException, path: str, kind: Any) -> list[str]:
    if isinstance(error, ClassValidationError):
        found: list[str] = []
        noted, plain = error.group_exceptions()
        for inner, note in noted:
            step = f"{path}.{note.name}" if path else str(note.name)
            found += _problems(inner, step, note.type)
        for inner in plain:
            found += _problems(inner, path, error.cl)
        return found
    if isinstance(error, IterableValidationError):
        noted_items, _ = error.group_exceptions()
        return [
            problem
            for inner, item in noted_items
            for problem in _problems(inner, _step(path, item.index), item.type)
        ]
    if isinstance(error, ForbiddenExtraKeysError):
        prefix = f"{path}." if path else ""
        known = _keys(error.cl)
        return [
            said(
                "{key} is not a known key ({hint:bare})",
                key=f"{prefix}{key}",
                hint=nearest(key, known),
            )
            for key in sorted(error.extra_fields)
        ]
    where = path or said("the file")
    if isinstance(error, KeyError):
        return [said("{where} is missing", where=where)]
    return [said("{where} {problem}", where=where, problem=_wrong(error, kind))]


def _step(path: str, place: int | str) -> str:
    return f"{path}[{place}]" if isinstance(place, int) else f"{path}.{place}".lstrip(".")


def _wrong(error: BaseException, kind: Any) -> str:
    text = str(error)
    reason = text if isinstance(text, Said) else Said(text, {})
    if text.startswith("must"):
        return said("{reason:bare}", reason=reason)
    if get_origin(kind) is not None and "Literal" in str(get_origin(kind)):
        return said("must be one of {names}", names=", ".join(map(str, get_args(kind))))
    if isinstance(error, BadValue) and error.hint:
        hint = error.hint if isinstance(error.hint, Said) else Said(error.hint, {})
        return said("is wrong: {reason:bare} ({hint:bare})", reason=reason, hint=hint)
    return said("is wrong: {reason:bare}", reason=reason)


def _keys(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


def unstructure(value: Any) -> Any:
    """A dataclass as plain data for TOML or JSON; fields at their default are left out."""
    return converter().unstructure(value)


def parse_toml(text: str, source: str) -> dict[str, Any]:
    """Raises CannotRead that names `source` and the line."""
    _check_keys(text, source)
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise CannotRead(
            said("{source} is not valid TOML: {error}.", source=source, error=error),
            hint=said("Correct that line."),
        ) from error


def _check_keys(text: str, source: str) -> None:
    # tomllib takes time by the square of a dotted key's parts: a minute for 100 kB.
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") <= _PARTS:
            continue
        for part in line.split("="):
            if _DOTTED.fullmatch(re.split(r"[,{\[]", part)[-1].strip(" \t\r]")):
                raise CannotRead(
                    said(
                        "{source}, line {number}: a key of more than {parts} parts.",
                        source=source,
                        number=number,
                        parts=_PARTS,
                    ),
                    hint=said("Correct that line."),
                )


def load_toml(path: Path, kind: type[T]) -> T:
    """A TOML file as a value of `kind`. Raises CannotRead or BadValue."""
    return structure(parse_toml(read_text(path), str(path)), kind, str(path))


def load_json(path: Path, limit: int = TEXT_LIMIT) -> Any:
    """Raises CannotRead."""
    try:
        return json.loads(read_text(path, limit))
    except (json.JSONDecodeError, RecursionError) as error:
        raise CannotRead(
            said("{path} is not valid JSON: {error}.", path=path, error=error)
        ) from error
