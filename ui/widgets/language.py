"""The language of the window: `tr` for its own words, `heard` for what the engine says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from studio.core.errors import Missing
from studio.core.places import resources_folder
from studio.core.said import Said

LANGUAGES = {"en": "English", "zh-Hans": "简体中文"}
"""By tag, each named in itself."""
_CONTEXT = "lobbycard"
_installed: list[QTranslator] = []


def tr(template: str, /, **values: object) -> str:
    """`tr("{n} cues", n=3)` in the window's language. `template` must be a literal."""
    return heard(Said(template, values))


def heard(text: str) -> str:
    """What the engine said, in the window's language; as it is where there are no words for it."""
    if not isinstance(text, Said):
        return _looked_up(text)
    if not text.values:
        return _looked_up(text.template)
    gaps = {key: heard(v) if isinstance(v, Said) else v for key, v in text.values.items()}
    return _looked_up(text.template).format_map(gaps)


def _looked_up(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text) if text else ""


def system_language() -> str:
    """The tag of LANGUAGES that the system's own language comes nearest to."""
    return "zh-Hans" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def set_language(tag: str) -> None:
    """Speak `tag` from now on; what is on the screen must be built anew. Raises Missing."""
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    QLocale.setDefault(QLocale(tag))
    if tag == "en":
        return
    translator = QTranslator()
    path = resources_folder() / "i18n" / f"lobbycard_{tag}.qm"
    if not translator.load(str(path)):
        raise Missing(f"The words for {LANGUAGES[tag]} are not installed.")
    QCoreApplication.installTranslator(translator)
    _installed.append(translator)
