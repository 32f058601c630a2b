"""Subtitle formats; importing the package files every format in the registry."""

from studio.subs.formats import ass, srt, vtt

__all__ = ["ass", "srt", "vtt"]
