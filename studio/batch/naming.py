"""The names of output files, from the campaign's pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping

from studio.core.errors import BadValue
from studio.core.files import is_plain_name
from studio.core.said import said
from studio.core.words import nearest

TOKENS = (
    "market",
    "film",
    "poster",
    "preset",
    "captions",
    "ext",
    "campaign",
    "version",
    "languages",
)
_TOKEN = re.compile(r"\{([^{}]*)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_UNSAFE = re.compile(r'[<>:"\\|?*\x00-\x1f/]+')


def output_name(pattern: str, values: Mapping[str, str]) -> str:
    """The relative path that `pattern` gives, with `/`.

    A part in [brackets] is left out when a token in it is empty. Raises BadValue when the pattern
    names an unknown token or the path would leave the output folder.
    """
    kept = _OPTIONAL.sub(lambda match: _optional(match[1], values), pattern)
    path = _TOKEN.sub(lambda match: _value(match[1], values), kept)
    parts = path.split("/")
    if not all(is_plain_name(part) for part in parts):
        raise BadValue(
            said(
                "outputs: “{pattern}” gives “{path}”, "
                "which is not a path inside the output folder.",
                pattern=pattern,
                path=path,
            ),
            hint=said("Use names joined by “/”, such as {market}/{film}/{film}-{preset}.{ext}."),
        )
    return path


def _optional(part: str, values: Mapping[str, str]) -> str:
    tokens = _TOKEN.findall(part)
    return part if tokens and all(_value(token, values) for token in tokens) else ""


def _value(token: str, values: Mapping[str, str]) -> str:
    if token not in TOKENS:
        raise BadValue(
            said("outputs: {token} is not known.", token=f"{{{token}}}"),
            hint=nearest(token, TOKENS),
        )
    return _UNSAFE.sub("-", values.get(token, ""))
