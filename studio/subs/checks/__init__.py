"""Checks by profile; importing the package files every check in the registry."""

from studio.subs.checks import pairs, reading, timing

__all__ = ["pairs", "reading", "timing"]
