"""Captions: lines of text in, a picture layer out; they know no cue."""
