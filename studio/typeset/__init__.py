"""Type: fonts, shaping, line breaking, fitting, masks and outlines."""
