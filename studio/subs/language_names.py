"""What languages are called where people of another language read it."""

from __future__ import annotations

from studio.core.said import said

_LANGUAGES = {
    "ar": said("Arabic"),
    "de": said("German"),
    "en": said("English"),
    "es": said("Spanish"),
    "fr": said("French"),
    "he": said("Hebrew"),
    "hi": said("Hindi"),
    "id": said("Indonesian"),
    "it": said("Italian"),
    "ja": said("Japanese"),
    "ko": said("Korean"),
    "nl": said("Dutch"),
    "pl": said("Polish"),
    "pt": said("Portuguese"),
    "ru": said("Russian"),
    "th": said("Thai"),
    "tr": said("Turkish"),
    "uk": said("Ukrainian"),
    "vi": said("Vietnamese"),
    "zh-Hans": said("Simplified Chinese"),
    "zh-Hant": said("Traditional Chinese"),
}


def language_name(tag: str) -> str:
    """The language of a tag in words; the tag itself where it is not known."""
    return _LANGUAGES.get(tag, tag)
