"""How the cues of two tracks are laid beside each other: clues, band, weights, ways, tempo."""
