"""The tokens of the look: colours, spaces, corners and type sizes, as window.md names them."""

from __future__ import annotations

GROUND = "#1a1a1a"
PANEL = "#222222"
RAISED = "#2b2b2b"
HOVER = "#343434"
FIELD = "#161616"
ALTERNATE = "#191919"
"""Every other row of a grid."""
HANDLE = "#4a4a4a"
"""Of scroll bars."""
LINE = "#383838"
TEXT = "#e8e8e8"
QUIET = "#a6a6a6"
FAINT = "#6f6f6f"
ACCENT = "#5aa9e6"
ACCENT_HOVER = "#74b8ec"
ON_ACCENT = "#0f1a22"
SELECTED = "#2a3d4c"
FOUND = "#5a4a1a"
"""Behind words that were looked for."""
GOOD = "#57ab5a"
WARN = "#e3b341"
BAD = "#e5534b"
BAD_TEXT = "#f0726b"
"""The same for words, which want more contrast than shapes."""
BAD_GROUND = "#3d2423"
"""Under what cannot be taken back, while the pointer is over it."""

SPACE = (4, 8, 12, 16, 24, 32)
"""The 4 px grid."""
CORNER = 4
CARD_CORNER = 8
SMALL, BODY, LARGE, TITLE = 11, 13, 15, 20
"""Type sizes in px."""
MOTION_MS = 120
MOST_MOTION_MS = 150
