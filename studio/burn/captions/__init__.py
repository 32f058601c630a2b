"""Captions in time: which stand on which picture, how they come and go, how far they stand out."""
