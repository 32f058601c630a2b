"""Preflight: what a poster would be sent back for."""
