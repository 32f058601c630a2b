"""Burned films: the reel of MoviePy clips, the encoder, the segment store."""
