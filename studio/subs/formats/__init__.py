"""Subtitle formats; importing the package files every format in the registry."""

from studio.subs.formats import ass, sbv, srt, ttml, vtt

__all__ = ["ass", "sbv", "srt", "ttml", "vtt"]
