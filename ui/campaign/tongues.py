"""Languages as people look for them: by English, Chinese and own name, and by BCP 47 tag."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale

from studio.subs.language import canonical, fallbacks

_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: BCP 47 tag, its name in English and in Chinese, and in itself."""

    tag: str
    english: str
    chinese: str
    own: str

    def answers(self, typed: str) -> bool:
        """Whether each typed word is the tag or begins a word of one of its names."""
        names = _folded(f"{self.english} {self.own} {self.tag} {self.tag.replace('-', ' ')}")
        words = names.split()
        # Chinese names are not set apart by spaces.
        return all(
            any(word.startswith(one) for word in words) or one in self.chinese or one in self.own
            for one in _folded(typed).split()
        )


def _folded(text: str) -> str:
    """Without case and accents, so that `francais` finds `français`."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


TONGUES = tuple(
    Tongue(*row)
    for row in (
        ("zh-Hans", "Chinese, Simplified", "简体中文", "简体中文"),
        ("zh-Hant", "Chinese, Traditional", "繁体中文", "繁體中文"),
        ("zh-Hant-HK", "Chinese, Traditional, Hong Kong", "繁体中文（香港）", "繁體中文（香港）"),
        ("zh-Hant-TW", "Chinese, Traditional, Taiwan", "繁体中文（台湾）", "繁體中文（台灣）"),
        ("yue", "Cantonese", "粤语", "粵語"),
        ("en", "English", "英语", "English"),
        ("en-GB", "English, British", "英式英语", "English (UK)"),
        ("en-US", "English, American", "美式英语", "English (US)"),
        ("ja", "Japanese", "日语", "日本語"),
        ("ko", "Korean", "韩语", "한국어"),
        ("fr", "French", "法语", "français"),
        ("fr-CA", "French, Canadian", "加拿大法语", "français (Canada)"),
        ("de", "German", "德语", "Deutsch"),
        ("es", "Spanish", "西班牙语", "español"),
        ("es-419", "Spanish, Latin American", "拉丁美洲西班牙语", "español (Latinoamérica)"),
        ("pt", "Portuguese", "葡萄牙语", "português"),
        ("pt-BR", "Portuguese, Brazilian", "巴西葡萄牙语", "português (Brasil)"),
        ("it", "Italian", "意大利语", "italiano"),
        ("nl", "Dutch", "荷兰语", "Nederlands"),
        ("sv", "Swedish", "瑞典语", "svenska"),
        ("nb", "Norwegian", "挪威语", "norsk"),
        ("da", "Danish", "丹麦语", "dansk"),
        ("fi", "Finnish", "芬兰语", "suomi"),
        ("is", "Icelandic", "冰岛语", "íslenska"),
        ("pl", "Polish", "波兰语", "polski"),
        ("cs", "Czech", "捷克语", "čeština"),
        ("sk", "Slovak", "斯洛伐克语", "slovenčina"),
        ("sl", "Slovenian", "斯洛文尼亚语", "slovenščina"),
        ("hu", "Hungarian", "匈牙利语", "magyar"),
        ("ro", "Romanian", "罗马尼亚语", "română"),
        ("bg", "Bulgarian", "保加利亚语", "български"),
        ("hr", "Croatian", "克罗地亚语", "hrvatski"),
        ("sr", "Serbian", "塞尔维亚语", "српски"),
        ("el", "Greek", "希腊语", "Ελληνικά"),
        ("tr", "Turkish", "土耳其语", "Türkçe"),
        ("ru", "Russian", "俄语", "русский"),
        ("uk", "Ukrainian", "乌克兰语", "українська"),
        ("kk", "Kazakh", "哈萨克语", "қазақ тілі"),
        ("lt", "Lithuanian", "立陶宛语", "lietuvių"),
        ("lv", "Latvian", "拉脱维亚语", "latviešu"),
        ("et", "Estonian", "爱沙尼亚语", "eesti"),
        ("ca", "Catalan", "加泰罗尼亚语", "català"),
        ("eu", "Basque", "巴斯克语", "euskara"),
        ("ga", "Irish", "爱尔兰语", "Gaeilge"),
        ("cy", "Welsh", "威尔士语", "Cymraeg"),
        ("ar", "Arabic", "阿拉伯语", "العربية"),
        ("he", "Hebrew", "希伯来语", "עברית"),
        ("fa", "Persian", "波斯语", "فارسی"),
        ("ur", "Urdu", "乌尔都语", "اردو"),
        ("hi", "Hindi", "印地语", "हिन्दी"),
        ("bn", "Bengali", "孟加拉语", "বাংলা"),
        ("ta", "Tamil", "泰米尔语", "தமிழ்"),
        ("te", "Telugu", "泰卢固语", "తెలుగు"),
        ("mr", "Marathi", "马拉地语", "मराठी"),
        ("th", "Thai", "泰语", "ไทย"),
        ("vi", "Vietnamese", "越南语", "Tiếng Việt"),
        ("id", "Indonesian", "印度尼西亚语", "Bahasa Indonesia"),
        ("ms", "Malay", "马来语", "Bahasa Melayu"),
        ("fil", "Filipino", "菲律宾语", "Filipino"),
        ("mn", "Mongolian", "蒙古语", "монгол"),
        ("bo", "Tibetan", "藏语", "བོད་ཡིག"),
        ("ug", "Uyghur", "维吾尔语", "ئۇيغۇرچە"),
    )
)
_BY_TAG = {one.tag: one for one in TONGUES}


def tongue(tag: str) -> Tongue:
    """The language of a tag; one that is in no list goes by what it is a kind of, and its tag."""
    for one in fallbacks(tag):
        known = _BY_TAG.get(one)
        if known is not None:
            return known if one == tag else Tongue(tag, known.english, known.chinese, known.own)
    return Tongue(tag, tag, tag, tag)


def own_name(tag: str) -> str:
    """What speakers call the language; the tag where nobody told."""
    known = _BY_TAG.get(tag)
    if known is not None:
        return known.own
    near = tongue(tag)
    return tag if near.own == tag else f"{near.own} ({tag})"


def other_name(tag: str) -> str:
    """Its name in the window's language."""
    near = tongue(tag)
    return near.chinese if QLocale().language() == QLocale.Language.Chinese else near.english


def languages_line(tags: Sequence[str]) -> str:
    """`简体中文 + English`: the languages of a market, primary first."""
    return " + ".join(own_name(tag) for tag in tags)


def found(typed: str, recent: Sequence[str] = ()) -> tuple[Tongue, ...]:
    """The languages that answer to what was typed; with nothing typed all, recent ones first.

    A tag that is in no list is offered as it stands, at the end.
    """
    if not typed.strip():
        first = tuple(tongue(tag) for tag in recent)
        return first + tuple(one for one in TONGUES if one.tag not in recent)
    fit = [one for one in TONGUES if one.answers(typed)]
    exact = canonical(typed) if re.fullmatch(r"[A-Za-z0-9_ -]+", typed.strip()) else ""
    known = _BY_TAG.get(exact)
    if known is not None and known not in fit:
        # zh-CN, zh_tw, chs: what other tools call it.
        fit.append(known)
    fit.sort(key=lambda one: (one.tag != exact, one.tag not in recent))
    if _TAG.fullmatch(exact) and exact != "und" and exact not in _BY_TAG and _is_kind(exact):
        fit.append(tongue(exact))
    return tuple(fit)


def _is_kind(tag: str) -> bool:
    """Whether it is a finer tag of a language that is known: de-AT, not `gibberish`."""
    return "-" in tag and tag.split("-")[0] in {one.tag.split("-")[0] for one in TONGUES}
