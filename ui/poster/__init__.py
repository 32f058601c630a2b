"""The Posters page: series, canvas, inspector, all formats."""
