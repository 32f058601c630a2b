"""The edit: MoviePy clips over exact frames, effects on them, and what needs no way through RGB."""
