"""Preflight with every check filed: those of type and picture, and those of a brand."""

from __future__ import annotations

from studio.poster import preflight_brand
from studio.poster.preflight import CHECKS, preflight

__all__ = ["CHECKS", "preflight", "preflight_brand"]
