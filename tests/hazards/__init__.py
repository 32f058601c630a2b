"""Subtitle files as they come; what they mean was written by hand, beside each."""
