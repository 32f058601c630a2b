"""What every part of the engine speaks: time, geometry, colour, errors, progress, files."""
