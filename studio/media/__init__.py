"""Films: their streams, exact frames, sound and the cache of what was made from them."""
