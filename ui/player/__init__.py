"""The one player of all pages: exact frames, sound, captions over the picture."""
