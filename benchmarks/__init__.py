"""Measured comparisons with other tools, and the long soak; see README.md here."""
