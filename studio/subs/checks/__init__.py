"""The checks a track is put through."""
