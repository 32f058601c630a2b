"""Posters: document, template, layout, paint, preflight, exports."""
