"""A film in pieces: borders, painting, the encoder, the store."""
