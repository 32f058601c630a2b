"""What it costs to end a line at a place: nothing after a pause, much inside a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

import budoux

from studio.typeset.characters import Kind, clusters, is_han, kind_of
from studio.typeset.style import script_of

#: What a break costs, in the units of the balance (see wrapping): after a sentence, after a
#: comma, before a clause, between phrases, after a word that leans on the next, inside a phrase,
#: inside a name or a title.
SENTENCE, COMMA, CLAUSE, PHRASE, POOR, INSIDE, NAME = 0.0, 0.04, 0.35, 0.45, 0.7, 1.0, 1.6

_MODELS = {
    "hans": budoux.load_default_simplified_chinese_parser,
    "hant": budoux.load_default_traditional_chinese_parser,
    "jpan": budoux.load_default_japanese_parser,
}
_FULL_STOPS = frozenset("。．！？.!?…—")
_COMMAS = frozenset("，、；：,;:）》】）)")
_PAUSES = frozenset("，、；：。．！？,;:.!?")
#: Beside a pause, but not at it: worse than between any phrases.
BESIDE = 0.85
_CLOSING_QUOTES = "」』”’»"

#: Words that should not be left at the end of a line: articles, prepositions, pronouns, by the
#: language; English stands in for those that are not listed.
_LEANING = {
    "en": "a an the of to in on at by for from with and or but as is i my your his her its our "
    "their no not than into onto over he she it we you they who is are was were be been has have "
    "had will would can could may must do does did very so too more most all every this these "
    "those some any each just only never if when where because until while one",
    "de": "der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur "
    "im in am an auf mit für ist nicht kein keine mein dein sein ihr",
    "fr": "le la les un une des du de au aux et ou à en dans sur par pour avec ne se je tu il "
    "elle on mon ma mes ton ta tes son sa ses",
    "es": "el la los las un una unos unas de del al a en y o con por para no mi tu su sus",
    "it": "il lo la i gli le un uno una di del della dei a al alla e o in nel nella con per non "
    "mio tuo suo",
    "pt": "o a os as um uma de do da dos das em no na e ou com por para não meu teu seu",
    "nl": "de het een van in op aan met en of voor te niet mijn jouw zijn haar",
}
#: Before these a clause begins: a good place to breathe.
_CLAUSES = frozenset(
    (
        *("and", "but", "or", "that", "which", "who", "when", "where", "while", "because"),
        *("until", "though", "if"),
    )
)
#: Chinese words of one character that lean on what follows, and those that end what precedes.
_HAN_LEANING = frozenset(
    "在把被從从向往和與与跟對对給给讓让將将就都也還还才又再很最更只不沒没是這这那每"
)
_HAN_TRAILING = frozenset("的了嗎吗呢吧們们么麼")
HAN_NUMERALS = frozenset("〇零一二三四五六七八九十百千萬万億亿两兩")
_DATED = frozenset("年月日号號届屆点點时時")
_KANA_TRAILING = frozenset("とをがはにのでもや")
#: A number with its measure word: 一个|人 is no place to breathe.
_MEASURED = re.compile(
    "[一二两兩三四五六七八九十几幾每这這那半0-9０-９]"
    "[个個位张張盏盞条條本部句杯只隻片座件间間艘封朵颗顆束扇把首支段种種家名群双雙滴阵陣]$"
)
#: 回不去, 等不到: what cannot be done is said in one breath.
#: 还在, 就是, 也没: an adverb and its verb are one breath, which begins before it.
_ADVERBIAL = re.compile("[还還就都也才又再正仍][在没沒有不要会會能想是]")
_POTENTIAL = re.compile("不[到去来來了起住下上出开開完见見动動得]")
_TITLED = re.compile("[《〈『][^》〉』]{1,10}[》〉』]")
#: Korean determiners and adverbs of one syllable lean on the next word; dependent nouns on the one
#: before.
_KOREAN_LEANING = frozenset("그이저한두세네내제안못더잘참왜좀새첫온각매") | {
    *("모든", "어떤", "무슨", "이런", "그런", "저런", "다른", "여러", "아주", "가장", "너무"),
}
_KOREAN_TRAILING = re.compile("것|때|뿐|듯|만큼|동안|(?:수|줄|채)(?=[가는도를은이로 ]|$)")
_KOREAN_COUNTERS = frozenset("년월일시분초개명번회층살원")
_KATAKANA = re.compile("[ァ-ヺーヽヾ・]")


@dataclass(frozen=True, slots=True)
class Pauses:
    """One text's places to breathe: where phrases begin, and its titles as (start, stop)."""

    text: str
    language: str
    phrases: frozenset[int]
    titles: tuple[tuple[int, int], ...]
    headline: bool

    def cost(self, index: int) -> float:
        """The cost of ending a line before character `index`."""
        text = self.text
        head = text[:index].rstrip()
        if any(start < index < stop for start, stop in self.titles):
            return NAME
        if self._is_said(head, index):
            return SENTENCE
        if (head.rstrip(_CLOSING_QUOTES) or head)[-1] in _COMMAS and not self._trails(index):
            return COMMA
        east = script_of(self.language) in _MODELS
        found = self._han(index, head) if east else self._spaced(index, head)
        near = self._is_near_pause(index) if east else self._is_word_from_pause(index, head)
        return BESIDE if near and CLAUSE < found < BESIDE else found

    def _is_near_pause(self, index: int) -> bool:
        """Whether a pause is only one or two characters away: there one would rather breathe."""
        text = self.text
        end = len(text.rstrip("".join(_PAUSES) + _CLOSING_QUOTES))
        after = text[index + 1 : min(index + 3, end)]
        return bool(_PAUSES & {*text[max(0, index - 3) : index], *after})

    def _is_word_from_pause(self, index: int, head: str) -> bool:
        before, after = head.split(), self.text[index:].split()
        late = len(before) > 1 and before[-2][-1] in _PAUSES
        return late or (len(after) > 1 and after[0][-1] in _PAUSES)

    def _is_said(self, head: str, index: int) -> bool:
        """Whether a sentence ends here: what is quoted may yet go on in the one that quotes it."""
        bare = head.rstrip(_CLOSING_QUOTES)
        if not bare or bare[-1] not in _FULL_STOPS or _is_initial(bare):
            return False
        return not self._trails(index)

    def _trails(self, index: int) -> bool:
        """Whether what follows a mark still belongs to what it closes: “……”的, 「…」と."""
        if self._is_chinese:
            return self.text[index] in _HAN_TRAILING
        follows = script_of(self.language) == "jpan" and self.text[index] in _KANA_TRAILING
        return follows and self.text[index - 1] in _CLOSING_QUOTES and index not in self.phrases

    def _han(self, index: int, head: str) -> float:
        text, one, two = self.text, head[-1], self.text[index]
        if text[index - 1].isspace() and not (one.isascii() and two.isascii()):
            # A space that somebody typed between ideographs stands for a comma.
            return COMMA if not two.isascii() else PHRASE
        if _is_name(one, two) or (self._is_chinese and _MEASURED.search(one + two)):
            return NAME
        if _is_counted(one, two) or (one.isascii() and two.isascii() and one.isalnum()):
            return INSIDE
        if self._is_chinese and self._is_one_breath(index, head):
            return INSIDE
        begins = self._is_chinese and _ADVERBIAL.match(text, index) and one not in _HAN_LEANING
        if index not in self.phrases and not begins:
            return INSIDE
        return POOR if self._is_chinese and one in _HAN_LEANING else PHRASE

    def _is_one_breath(self, index: int, head: str) -> bool:
        """Whether what stands here in Chinese is said in one breath."""
        text = self.text
        trails = _MEASURED.search(head) or text[index] in _HAN_TRAILING
        potential = _POTENTIAL.search(text, index - 1, index + 2)
        return bool(trails or potential or _ADVERBIAL.match(text, index - 1))

    def _spaced(self, index: int, head: str) -> float:
        if not self.text[index - 1].isspace():
            return INSIDE
        before, after = head.split()[-1], self.text[index:].split()[0]
        if script_of(self.language) == "kore":
            counted = before[-1].isdigit() and after[0] in _KOREAN_COUNTERS
            if counted or _KOREAN_TRAILING.match(after):
                return INSIDE
            return POOR if before in _KOREAN_LEANING else PHRASE
        if script_of(self.language) != "latin":
            return PHRASE
        if self._is_in_name(before, after, head):
            return INSIDE
        if re.split("[“‘’\"'(«]", before.lower())[-1] in _leaning(self.language):
            return POOR
        return CLAUSE if after.lower() in _CLAUSES else PHRASE

    @property
    def _is_chinese(self) -> bool:
        return script_of(self.language) in ("hans", "hant")

    def _is_in_name(self, before: str, after: str, head: str) -> bool:
        """Two words with capitals where others have none: New York; German nouns all have them."""
        if self.headline or self.language.lower().startswith("de"):
            return False
        begins = len(head.split()) == 1
        return before[0].isupper() and after[0].isupper() and not begins and before != "I"


def pauses(text: str, language: str) -> Pauses:
    """The places to breathe of `text`: BudouX's phrases for Chinese and Japanese, words else."""
    script = script_of(language)
    titles = tuple(found.span() for found in _TITLED.finditer(text)) if script in _MODELS else ()
    words = [word for word in text.split() if word[0].isalpha()]
    capital = sum(word[0].isupper() for word in words)
    return Pauses(text, language, _phrases(text, script), titles, capital * 2 > len(words))


def _is_initial(head: str) -> bool:
    """Whether the stop only shortens a name: “J.” ends no sentence."""
    return len(head) > 1 and head[-1] == "." and head[-2].isupper() and not head[-3:-2].isalpha()


def _is_name(one: str, two: str) -> bool:
    """Inside a name from abroad (its parts are joined by a dot), or a date."""
    katakana = _KATAKANA.match(one) and _KATAKANA.match(two)
    return one in "·・" or bool(katakana) or (one in HAN_NUMERALS and two in _DATED)


def _is_counted(one: str, two: str) -> bool:
    """A number and its counter, or 第 and its number: 12届, 第3."""
    return (one.isdigit() and is_han(two)) or (one in "第约約" and two.isdigit())


@cache
def _leaning(language: str) -> frozenset[str]:
    tag = language.replace("_", "-").lower().split("-")[0]
    return frozenset(_LEANING.get(tag, _LEANING["en"]).split())


@cache
def _parser(script: str) -> budoux.Parser:
    return _MODELS[script]()


def _phrases(text: str, script: str) -> frozenset[int]:
    """Where phrases begin, by BudouX's model; nothing for scripts it has none of."""
    if script not in _MODELS:
        return frozenset()
    found: set[int] = set()
    place = 0
    for part in _parser(script).parse(text):
        place += len(part)
        found.add(place)
    return frozenset(found)


def is_single(text: str, language: str) -> bool:
    """Whether `text` would be a widow on a line of its own.

    Chinese and Japanese: fewer than two characters besides marks; Korean: fewer than two
    syllables; others: a single word of at most four letters.
    """
    kinds = [kind_of(text[start], True) for start, _ in clusters(text)]
    letters = sum(kind in (Kind.HAN, Kind.HANGUL, Kind.WORD) for kind in kinds)
    if script_of(language) in (*_MODELS, "kore"):
        return letters < 2
    return len(text.split()) < 2 and letters <= 4
