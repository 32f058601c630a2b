"""A figure held to its limits, refused with both of them named."""

from __future__ import annotations

from studio.core.said import said


def within(name: str, value: float, least: float, most: float) -> None:
    """Raises ValueError, as documents' own checks do, where `value` is not `least` to `most`."""
    if not least <= value <= most:
        raise ValueError(
            said(
                "{name} must be {least} to {most}, is {value}",
                name=name,
                least=least,
                most=most,
                value=value,
            )
        )
