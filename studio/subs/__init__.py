"""Subtitles: cues, tracks, links between tracks, edits, checks, files."""
