"""Fixes by check; importing the package files every fix in the registry."""

from studio.subs.fixes import breaks, texts, times

__all__ = ["breaks", "texts", "times"]
