"""Preflight with every check filed."""

from __future__ import annotations

from studio.poster.preflight.all import preflight

__all__ = ["preflight"]
