"""A task that knows at which niceness its module was imported."""

from __future__ import annotations

import os

from studio.core.progress import SILENT, Progress

RANK = os.nice(0) if hasattr(os, "nice") else 0


def rank_at_import(progress: Progress = SILENT) -> int:
    return RANK
