"""Which language a track is in: from its file name, from its script; and tags made canonical."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from studio.core.said import said

# Names that subtitle files carry for languages, beside BCP 47 itself.
_ALIASES = {
    "chs": "zh-Hans", "sc": "zh-Hans", "gb": "zh-Hans", "zh-cn": "zh-Hans", "zh-sg": "zh-Hans",
    "zho": "zh-Hans", "chi": "zh-Hans", "zh": "zh-Hans", "zh-hans-cn": "zh-Hans",
    "cn": "zh-Hans", "cht": "zh-Hant", "tc": "zh-Hant", "big5": "zh-Hant", "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant", "zh-mo": "zh-Hant", "zh-hant-tw": "zh-Hant", "zh-hant-hk": "zh-Hant",
    "eng": "en", "english": "en", "jpn": "ja", "jp": "ja", "jap": "ja", "japanese": "ja",
    "kor": "ko", "kr": "ko", "korean": "ko", "fra": "fr", "fre": "fr", "french": "fr",
    "deu": "de", "ger": "de", "german": "de", "spa": "es", "spanish": "es", "ara": "ar",
    "arabic": "ar", "rus": "ru", "russian": "ru", "ita": "it", "por": "pt",
    "heb": "he", "iw": "he", "ell": "el", "gre": "el", "tha": "th", "vie": "vi", "tur": "tr",
    "pol": "pl", "nld": "nl", "dut": "nl", "swe": "sv", "ces": "cs", "cze": "cs", "ukr": "uk",
    "hin": "hi", "czech": "cs", "greek": "el", "italian": "it", "portuguese": "pt", "swedish": "sv",
    "polish": "pl", "dutch": "nl", "turkish": "tr", "hebrew": "he", "thai": "th", "ind": "id",
    "simplified": "zh-Hans", "traditional": "zh-Hant", "chinese": "zh-Hans",
}  # fmt: skip
_KNOWN = frozenset(
    {
        *("af", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es"),
        *(
            "et",
            "eu",
            "fa",
            "fi",
            "fil",
            "fr",
            "ga",
            "gl",
            "gu",
            "he",
            "hi",
            "hr",
            "hu",
            "hy",
            "id",
        ),
        *("is", "it", "ja", "ka", "kk", "km", "kn", "ko", "lo", "lt", "lv", "mk", "ml", "mn", "mr"),
        *("ms", "mt", "my", "nb", "ne", "nl", "no", "pa", "pl", "pt", "ro", "ru", "si", "sk", "sl"),
        *(
            "sq",
            "sr",
            "sv",
            "sw",
            "ta",
            "te",
            "th",
            "tl",
            "tr",
            "uk",
            "ur",
            "uz",
            "vi",
            "yue",
            "zh",
        ),
        "zu",
    }
)
_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?", re.IGNORECASE)
_MAX_READ = 20_000


@dataclass(frozen=True, slots=True)
class Guess:
    """A language (`und` where nothing tells) and what it was guessed from."""

    language: str
    reason: str


def known_words(language: str) -> frozenset[str]:
    """Small words by which texts of a language are known; empty for one without any."""
    return _WORD_SETS.get(language, frozenset())


def canonical(tag: str) -> str:
    """A tag as the project writes it: zh-CN → zh-Hans, EN_us → en-US; `und` for nothing."""
    plain = tag.strip().replace("_", "-")
    if not plain:
        return "und"
    known = _ALIASES.get(plain.lower())
    if known:
        return known
    match = _TAG.fullmatch(plain)
    if match is None:
        return plain
    language, script, region = match.groups()
    parts = [_ALIASES.get(language.lower(), language.lower()) if not script else language.lower()]
    if script:
        parts.append(script.title())
    if region:
        parts.append(region.upper())
    return "-".join(parts)


def fallbacks(tag: str) -> Iterable[str]:
    """The tag, then what it is a kind of: zh-Hans-CN, zh-Hans, zh."""
    parts = tag.split("-")
    for size in range(len(parts), 0, -1):
        yield "-".join(parts[:size])


def guess_language(path: Path, texts: Iterable[str]) -> Guess:
    """By the file's name (`film.zh-Hans.srt`, `film_en.vtt`), else by the script of its texts."""
    named = of_name(path.name)
    if named:
        return Guess(named, said("the file's name"))
    return of_script(texts)


# Only the last part, set apart: a word in a film's title is not a language.
_IN_NAMES = tuple(
    map(re.compile, (r"[._ ]([A-Za-z]{2,10}(?:[-_][A-Za-z]{2,4}){0,2})$", r"-([A-Za-z]{2,3})$"))
)


def of_name(name: str) -> str:
    """The language that a file name ends with before its suffix; empty where it names none."""
    return _in_name(name)[1]


def without_language(name: str) -> str:
    """A file name without its suffix and the language before it: what is left names the film."""
    return _in_name(name)[0]


def _in_name(name: str) -> tuple[str, str]:
    stem = Path(name).stem
    for pattern in _IN_NAMES:
        match = re.search(pattern, stem)
        if match is None:
            continue
        part = match[1].replace("_", "-")
        tries = [part, *(part.partition("-")[2:])]
        for one in tries:
            tag = canonical(one) if one else "und"
            if tag.split("-")[0] in _KNOWN:
                return stem[: -len(one) - 1], tag
    return stem, ""


_SCRIPTS = (
    ("HIRAGANA", "kana"), ("KATAKANA", "kana"), ("HANGUL", "hangul"), ("CJK", "han"),
    ("CYRILLIC", "cyrillic"), ("ARABIC", "arabic"), ("HEBREW", "hebrew"), ("GREEK", "greek"),
    ("THAI", "thai"), ("DEVANAGARI", "devanagari"), ("LATIN", "latin"),
)  # fmt: skip
_BY_SCRIPT = {
    "kana": "ja", "hangul": "ko", "cyrillic": "ru", "arabic": "ar", "hebrew": "he", "greek": "el",
    "thai": "th", "devanagari": "hi",
}  # fmt: skip
_WORDS = {
    "en": "the you and that it is of to what this not are have we for with was on do your",
    "fr": "le la les des et vous je est pas que une pour dans nous ce qui il elle c'est mais",
    "de": "der die das und ich nicht ist du sie es wir ein eine mit was zu auf den mir aber",
    "es": "el los las que una por para con está es no y pero muy como más qué eso lo del",
    "it": "il che di è non per una sono con ma mi lo gli questo della cosa hai come ho ti",
    "pt": "o que não uma para com você é os as isso em mas por um eu da do está se",
    "nl": "de het een van ik je niet is dat wat en te zijn maar we hij er met op voor",
    "cs": "je to se na že jsem ne co jsi tak ale jak si už za by mi do aby když ty já můžeš",
    "pl": "nie się na jest to że co jak ale mnie czy tak za po jestem ty do był może tylko już",
    "tr": "bir bu ne ve için çok değil var mı da de ama ben sen evet hayır gibi daha şey",
    "sv": "och jag att det är du inte en som på har vi för med ett han den så kan vad",
}
_WORD_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}


@cache
def script_of(char: str) -> str:
    """`han`, `kana`, `hangul`, `latin` …; empty for what belongs to no script we tell apart."""
    if not char.isalpha():
        return ""
    name = unicodedata.name(char, "")
    return next((script for start, script in _SCRIPTS if name.startswith(start)), "")


def of_script(texts: Iterable[str]) -> Guess:
    """The language that the scripts of the texts speak for."""
    sample = _sample(texts)
    scripts = Counter(filter(None, map(script_of, sample)))
    letters = sum(scripts.values())
    if not letters:
        return Guess("und", said("there are no letters"))
    if scripts["kana"] * 8 >= letters - scripts["latin"] and scripts["kana"] > 1:
        return Guess("ja", said("its kana"))
    # Latin names stand in every language's text, so Latin only counts when it has the field.
    rest = {name: n for name, n in scripts.items() if name != "latin" and n * 4 > letters}
    if not rest:
        return _latin(sample)
    script = max(rest, key=lambda name: (rest[name], name))
    if script == "han":
        return _chinese(sample)
    if script == "cyrillic" and any(char in "іїєґ" for char in sample):
        return Guess("uk", said("its letters"))
    return Guess(_BY_SCRIPT.get(script, "und"), said("its script"))


def _sample(texts: Iterable[str]) -> str:
    taken: list[str] = []
    size = 0
    for text in texts:
        taken.append(text)
        size += len(text)
        if size > _MAX_READ:
            break
    return "\n".join(taken)[:_MAX_READ]


def _chinese(sample: str) -> Guess:
    """Simplified or Traditional by characters that only one of the two national sets has."""
    han = {char for char in sample if script_of(char) == "han"}
    simplified = sum(_in(char, "gb2312") and not _in(char, "big5") for char in han)
    traditional = sum(_in(char, "big5") and not _in(char, "gb2312") for char in han)
    if traditional > simplified:
        return Guess("zh-Hant", said("its characters"))
    return Guess("zh-Hans", said("its characters"))


def _in(char: str, charset: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


def _latin(sample: str) -> Guess:
    words = Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", sample.lower()))
    scores = {
        language: sum(words[word] for word in known) for language, known in _WORD_SETS.items()
    }
    best, score = max(scores.items(), key=lambda item: (item[1], item[0]))
    different = sum(words[word] > 0 for word in _WORD_SETS[best])
    rival = max(number for language, number in scores.items() if language != best)
    if different < 3 or score < 1.3 * rival or score * 20 < sum(words.values()):
        return Guess("und", said("too few known words"))
    return Guess(best, said("its words"))
