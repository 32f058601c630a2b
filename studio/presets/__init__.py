"""Presets: what kinds there are, bundled and the person's own."""
