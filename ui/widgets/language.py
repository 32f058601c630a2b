"""The language of the window: `tr` for its own words, `heard` for what the engine says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from studio.core.errors import Missing
from studio.core.places import resources_folder
from studio.core.said import Said, said
from ui.widgets.names import name_of

LANGUAGES = {"en": "English", "zh-Hans": "简体中文"}
"""By tag, each named in itself."""
CONTEXT = "lobbycard"
"""Under which all words lie in the files of `resources/i18n`."""
_QTS_OWN = {"zh-Hans": "qtbase_zh_CN"}
_HAN = re.compile("[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_SPACED = re.compile(rf"((?<={_HAN.pattern}) )?(\{{\w+(?::[^{{}}]*)?\}})( (?={_HAN.pattern}))?")
_installed: list[QTranslator] = []
_now = ["en"]


class _Translator(QTranslator):
    """Keeps the bytes that it looks its words up in."""

    words = b""


def tr(template: str, /, **values: object) -> str:
    """`tr("{n} cues", n=3)` in the window's language. `template` must be a literal."""
    return heard(Said(template, values))


def heard(text: str) -> str:
    """What the engine said, in the window's language; as it is where there are no words for it."""
    if not isinstance(text, Said):
        return _looked_up(text)
    if not text.values:
        return _looked_up(text.template)
    # What was said inside of it stays a Said, so that its gap can still ask for it bare.
    gaps = {key: Said(heard(v), {}) if isinstance(v, Said) else v for key, v in text.values.items()}
    gaps |= {key: name_of(v) for key in _tags(gaps) if type(v := gaps[key]) is str}
    return _without_gap(_looked_up(text.template), gaps).format_map(gaps)


def _tags(gaps: Mapping[str, object]) -> set[str]:
    """The gaps in which the engine names a language by its tag: here it is called by its name."""
    tags = {"language", "primary"} & gaps.keys()
    return tags | {"one"} if "primary" in tags else tags


def _without_gap(template: str, gaps: Mapping[str, object]) -> str:
    """The template without the spaces that stand there for Latin: none between Han and Han."""
    if not _SPACED.search(template):
        return template

    def closed(found: re.Match[str]) -> str:
        before, gap, after = found.groups()
        value = str(gaps.get(gap.strip("{}").partition(":")[0], ""))
        left = before[:-1] if before and _HAN.match(value[:1]) else before or ""
        right = after[1:] if after and _HAN.match(value[-1:]) else after or ""
        return f"{left}{gap}{right}"

    return _SPACED.sub(closed, template)


def _looked_up(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text) if text else ""


@cache
def everywhere(text: str) -> tuple[str, ...]:
    """A text in all languages of the window: what it is found by, whichever is spoken."""
    plain = text.template if isinstance(text, Said) else text
    words = (_words_of(tag).translate(CONTEXT, plain) for tag in LANGUAGES)
    return tuple(dict.fromkeys(one for one in (plain, *words) if one))


@cache
def _words_of(tag: str) -> QTranslator:
    """Ours alone, apart from what is spoken; without words where they are not installed."""
    return _loaded(resources_folder() / "i18n" / f"lobbycard_{tag}.qm") or QTranslator()


def system_language() -> str:
    """The tag of LANGUAGES that the system's own language comes nearest to."""
    return "zh-Hans" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def language_now() -> str:
    """The tag of the language that is spoken."""
    return _now[0]


def set_language(tag: str) -> None:
    """Speak `tag` from now on; what is on the screen must be built anew.

    Raises Missing where its words are not installed; then the language stays what it was.
    """
    spoken = _translators(tag)
    while _installed:
        QCoreApplication.removeTranslator(_installed.pop())
    QLocale.setDefault(QLocale(tag))
    _now[0] = tag
    for translator in spoken:
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)


def _translators(tag: str) -> list[QTranslator]:
    """Ours; Qt's own for its dialogs and keys, which the window can do without; ours over these.

    All is written in English; its own words are the names of what the presets call by slugs.
    """
    ours = _loaded(resources_folder() / "i18n" / f"lobbycard_{tag}.qm")
    if tag == "en":
        return [ours] if ours is not None else []
    if tag not in LANGUAGES or ours is None:
        raise Missing(
            said("The words for {language} are not installed.", language=LANGUAGES.get(tag, tag)),
            hint=said("Install Lobbycard again."),
        )
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qts = (folder / f"{_QTS_OWN[tag]}.qm", resources_folder() / "i18n" / f"qt_{tag}.qm")
    # Those installed last are asked first.
    return [*(one for one in map(_loaded, qts) if one is not None), ours]


def _loaded(path: Path) -> QTranslator | None:
    # From memory: Qt would map the file, and end the process were it replaced by an update.
    words = path.read_bytes() if path.is_file() else b""
    translator = _Translator()
    translator.words = words
    return translator if translator.load(words) else None
