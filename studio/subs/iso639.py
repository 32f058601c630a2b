"""Language tags as film containers write them: three letters of ISO 639-2."""

from __future__ import annotations

# ISO 639-2/T by ISO 639-1, for the languages that films are subtitled in.
_THREE = {
    "af": "afr", "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben", "bs": "bos",
    "ca": "cat", "cs": "ces", "cy": "cym", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "et": "est", "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra", "ga": "gle",
    "gl": "glg", "gu": "guj", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye",
    "id": "ind", "is": "isl", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "km": "khm",
    "kn": "kan", "ko": "kor", "lo": "lao", "lt": "lit", "lv": "lav", "mk": "mkd", "ml": "mal",
    "mn": "mon", "mr": "mar", "ms": "msa", "mt": "mlt", "my": "mya", "nb": "nob", "ne": "nep",
    "nl": "nld", "no": "nor", "pa": "pan", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus",
    "si": "sin", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "sw": "swa",
    "ta": "tam", "te": "tel", "th": "tha", "tl": "tgl", "tr": "tur", "uk": "ukr", "ur": "urd",
    "uz": "uzb", "vi": "vie", "zh": "zho", "zu": "zul",
}  # fmt: skip
# QuickTime's own list has the older, bibliographic codes.
_BIBLIOGRAPHIC = {
    "zho": "chi", "deu": "ger", "nld": "dut", "ell": "gre", "isl": "ice", "ces": "cze",
    "fas": "per", "kat": "geo", "hye": "arm", "sqi": "alb", "mkd": "mac", "msa": "may",
    "mya": "bur", "ron": "rum", "slk": "slo", "cym": "wel", "eus": "baq",
}  # fmt: skip


def three_letters(tag: str) -> str:
    """The code of a BCP 47 tag: `zho` for zh-Hans and zh-Hant alike; `und` where none is known."""
    first = tag.partition("-")[0].lower()
    if len(first) == 3 and first.isascii() and first.isalpha():
        return first
    return _THREE.get(first, "und")


def quicktime(code: str) -> str:
    """The code as QuickTime's list has it."""
    return _BIBLIOGRAPHIC.get(code, code)
