"""The subtitle file formats."""
