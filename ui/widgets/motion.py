"""How long things move: at most 150 ms, and not at all where the person or the system asks so."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QProcess, Qt
from PySide6.QtWidgets import QApplication

from ui.widgets import tokens as t

SETTING = "reduced-motion"
"""The key of the person's own wish; without it the system's counts."""
_STILL = "still"
_EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
    Qt.UIEffect.UI_AnimateToolBox,
)
_QUESTIONS = {
    "linux": (
        "gsettings",
        ("get", "org.gnome.desktop.interface", "enable-animations"),
        "false",
    ),
    "darwin": ("defaults", ("read", "com.apple.universalaccess", "reduceMotion"), "1"),
    "win32": (
        "reg",
        ("query", r"HKCU\Control Panel\Desktop", "/v", "UserPreferencesMask"),
        "",
    ),
}
"""By platform: the system's own tool, what it is asked, and the answer that means stillness."""
_CLIENT_AREA_ANIMATION = 0x02
"""Its bit in the fifth byte of Windows' UserPreferencesMask."""


def is_still() -> bool:
    """Whether nothing may move."""
    app = QApplication.instance()
    return app is None or bool(app.property(_STILL))


def lasts(wanted: int = t.MOTION_MS) -> int:
    """Milliseconds that a movement may take: `wanted`, at most 150; 0 where nothing may move."""
    return 0 if is_still() else min(wanted, t.MOST_MOTION_MS)


def set_still(still: bool) -> None:
    """Let nothing move from now on, or let it; Qt's own effects with it."""
    app = QApplication.instance()
    if app is None:
        return
    app.setProperty(_STILL, still)
    if still:
        for effect in _EFFECTS:
            QApplication.setEffectEnabled(effect, False)


def follow(wish: object, parent: QObject) -> None:
    """Keep to the person's own wish (True or False); without one ask the system, in passing."""
    if isinstance(wish, bool):
        set_still(wish)
        return
    asked = _QUESTIONS.get(sys.platform)
    if asked is None:
        return
    program, arguments, _ = asked
    process = QProcess(parent)
    process.finished.connect(lambda: _answered(process))
    process.errorOccurred.connect(process.deleteLater)
    process.start(program, list(arguments))


def _answered(process: QProcess) -> None:
    answer = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
    set_still(means_still(sys.platform, answer))
    process.deleteLater()


def means_still(platform: str, answer: str) -> bool:
    """Whether what the system's tool said means that nothing shall move."""
    if platform == "win32":
        mask = answer.split()[-1] if answer.split() else ""
        fifth = mask[8:10]
        try:
            return not int(fifth, 16) & _CLIENT_AREA_ANIMATION
        except ValueError:
            return False
    return answer.strip() == _QUESTIONS[platform][2] if platform in _QUESTIONS else False
