"""These tests use a window with two pages of the tests' own."""

from tests.ui.framing import answers, opened, stage

__all__ = ["answers", "opened", "stage"]
