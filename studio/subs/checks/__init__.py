"""Checks by profile; importing the package files every check in the registry."""

from studio.subs.checks import cuts, letters, pairs, reading, timing, writing

__all__ = ["cuts", "letters", "pairs", "reading", "timing", "writing"]
