"""What languages are called in themselves."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_PLAIN = {"en": "English", "es": "Español"}


def name_of(language: str) -> str:
    """A language's name in itself, such as 简体中文 or English; the tag where it has none."""
    if not language:
        return ""
    locale = QLocale(language)
    if locale.language() == QLocale.Language.C:
        return language
    # Qt names English and Spanish by a country even where the tag has none.
    name = _PLAIN.get(language) or locale.nativeLanguageName()
    return name[:1].upper() + name[1:] if name else language
