"""What stands around a film in its deliveries: cards, cuts, music, rows of the slate."""
