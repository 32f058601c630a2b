"""Reels: films between cards and leaders, with cross-fades, a logo and music, for MoviePy."""
