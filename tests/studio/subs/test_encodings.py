"""Bytes to text in every encoding that subtitles are found in."""

from __future__ import annotations

import codecs

import pytest

from studio.core.errors import BadValue
from studio.subs.encodings import ASK_BELOW, SURE, decode, named_encoding

_SIMPLIFIED = """你好，这里就是我们昨天说的那个小店。
他不知道你今天会来，所以没有准备好。
我想去看看外面有没有人，你在这里等我一下。
灯不大，够一个人回家。可是路还很长，你一个人走吗？
没关系，我已经习惯了。每天都是这样过的。
"""
_TRADITIONAL = """你好，這裡就是我們昨天說的那個小店。
他不知道你今天會來，所以沒有準備好。
我想去看看外面有沒有人，你在這裡等我一下。
燈不大，夠一個人回家。可是路還很長，你一個人走嗎？
沒關係，我已經習慣了。每天都是這樣過的。
"""
_JAPANESE = """こんにちは、ここが昨日話していた小さな店です。
あなたが今日来るとは知らなかったので、何も用意していません。
外に誰かいるか見てきますから、ここで待っていてください。
灯りは小さいけれど、一人で家に帰るには十分です。
"""
_KOREAN = """안녕하세요, 여기가 어제 우리가 말했던 그 작은 가게입니다.
당신이 오늘 올 줄은 몰라서 아무것도 준비하지 못했어요.
밖에 누가 있는지 보고 올 테니 여기서 기다려 주세요.
등불은 작지만 혼자 집에 가기에는 충분합니다.
"""
_RUSSIAN = """Здравствуйте, это та самая лавка, о которой мы говорили вчера.
Он не знал, что вы придёте сегодня, поэтому ничего не приготовил.
Лампа небольшая, но её хватит, чтобы одному дойти до дома.
Подождите меня здесь, я посмотрю, есть ли кто-нибудь снаружи.
"""
_GREEK = """Γεια σας, αυτό είναι το μικρό μαγαζί για το οποίο μιλήσαμε χθες.
Δεν ήξερε ότι θα έρθετε σήμερα, γι' αυτό δεν ετοίμασε τίποτα.
Η λάμπα είναι μικρή, αλλά φτάνει για να γυρίσει κανείς σπίτι του.
Περιμένετε εδώ, θα δω αν είναι κανείς έξω από την πόρτα.
"""
_ARABIC = """مرحبا، هذا هو المتجر الصغير الذي تحدثنا عنه أمس.
لم يكن يعرف أنك ستأتي اليوم، ولذلك لم يحضر شيئا.
المصباح صغير لكنه يكفي ليعود المرء إلى بيته.
انتظرني هنا حتى أرى إن كان هناك أحد في الخارج.
"""
_CZECH = """Dobrý den, tohle je ten malý obchůdek, o kterém jsme včera mluvili.
Nevěděl, že dnes přijdete, a proto nic nepřipravil, promiňte.
Lampa je malá, ale stačí na to, aby člověk došel domů.
Počkejte tady, půjdu se podívat, jestli venku někdo není.
Příliš žluťoučký kůň úpěl ďábelské ódy, říkal děda každý večer.
"""
_FRENCH = """Bonjour, voilà la petite échoppe dont nous avons parlé hier à la même heure.
Il ne savait pas que vous arriveriez, alors il n'a rien préparé.
La lampe n'est pas très grande, mais elle éclaire assez pour rentrer.
Où êtes-vous allée cet été ? Ça dépend, ça m'est égal, répéta-t-il.
"""
_TURKISH = """Merhaba, dün konuştuğumuz küçük dükkân işte burası, içeri girin.
Bugün geleceğinizi bilmiyordu, bu yüzden hiçbir şey hazırlamadı.
Işık küçük ama bir kişinin eve dönmesi için yeterli, değil mi?
Şimdi burada bekleyin, dışarıda kimse var mı diye bakacağım.
"""
_HEBREW = """שלום, זו החנות הקטנה שדיברנו עליה אתמול בערב.
הוא לא ידע שתבואו היום ולכן לא הכין שום דבר.
המנורה קטנה, אבל מספיקה כדי שאדם אחד יחזור הביתה.
חכו לי כאן, אני הולך לראות אם יש מישהו בחוץ.
"""
LONG = {
    "gb18030": _SIMPLIFIED,
    "big5": _TRADITIONAL,
    "cp932": _JAPANESE,
    "euc_jp": _JAPANESE,
    "cp949": _KOREAN,
    "cp1251": _RUSSIAN,
    "koi8_r": _RUSSIAN,
    "cp1253": _GREEK,
    "iso8859_7": _GREEK,
    "cp1256": _ARABIC,
    "cp1255": _HEBREW,
}
SHORT_OF_BYTES = {"cp1250": _CZECH, "cp1252": _FRENCH, "cp1254": _TURKISH}


def as_srt(text: str) -> str:
    cues = text.strip().split("\n")
    return "".join(
        f"{n}\n00:00:{2 * n:02},000 --> 00:00:{2 * n + 1:02},500\n{line}\n\n"
        for n, line in enumerate(cues, start=1)
    )


@pytest.mark.parametrize("encoding", LONG)
def test_a_code_page_is_found_and_sure_without_a_hint(encoding: str) -> None:
    text = as_srt(LONG[encoding] * 2)
    data = text.encode(encoding)
    assert sum(byte > 0x7F for byte in data) >= ASK_BELOW
    found = decode(data)
    assert found.text == text
    assert found.damage == ()
    assert found.confidence >= 0.6


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", _ARABIC), ("gb18030", _KOREAN), ("gb18030", _HEBREW), ("gb18030", _GREEK),
        ("gb18030", _RUSSIAN), ("euc_jp", _RUSSIAN),
    ],
)  # fmt: skip
def test_a_script_in_a_page_that_was_not_made_for_it_is_found(encoding: str, text: str) -> None:
    written = as_srt(text * 2)
    found = decode(written.encode(encoding))
    assert found.text == written
    assert found.confidence >= 0.6


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "euc_jp", "cp932"])
def test_full_width_marks_in_times_tell_the_page(encoding: str) -> None:
    text = "1\n00：00：01，000 --> 00：00：02，500\nHello\n"
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", SHORT_OF_BYTES)
def test_a_latin_page_is_found_but_a_person_is_asked(encoding: str) -> None:
    text = as_srt(SHORT_OF_BYTES[encoding])
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.confidence < SURE
    assert found.alternatives


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_or_strict_utf8_is_certain(encoding: str) -> None:
    text = as_srt(_SIMPLIFIED)
    found = decode(text.encode(encoding))
    assert (found.text, found.confidence, found.alternatives) == (text, 1.0, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [_SIMPLIFIED, _FRENCH, _RUSSIAN])
def test_utf16_without_a_mark_is_known_by_its_nuls(encoding: str, text: str) -> None:
    written = as_srt(text)
    found = decode(written.encode(encoding))
    assert (found.text, found.encoding) == (written, encoding)
    assert found.confidence >= SURE


@pytest.mark.parametrize(("encoding", "text"), [("iso2022_jp", _JAPANESE), ("iso2022_kr", _KOREAN)])
def test_iso2022_is_known_by_its_escapes(encoding: str, text: str) -> None:
    written = as_srt(text)
    found = decode(written.encode(encoding))
    assert found.text == written
    assert found.confidence >= SURE


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "cp932", "euc_jp", "cp949"])
def test_few_bytes_are_never_sure_and_offer_others(encoding: str) -> None:
    text = as_srt(LONG[encoding].split("\n")[0])
    found = decode(text.encode(encoding))
    assert found.confidence < SURE
    assert text in [found.text, *(one.text for one in found.alternatives)]


@pytest.mark.parametrize(
    ("encoding", "language"),
    [("gb18030", "zh-Hans"), ("big5", "zh-Hant"), ("cp932", "ja"), ("euc_jp", "ja"),
     ("cp949", "ko")],
)  # fmt: skip
def test_a_hint_settles_a_short_file(encoding: str, language: str) -> None:
    text = as_srt(LONG[encoding].split("\n")[1])
    assert decode(text.encode(encoding), language).text == text


def test_broken_utf8_stays_utf8_and_names_the_line() -> None:
    data = as_srt(_SIMPLIFIED).encode().replace("他".encode(), b"\xe4\xbb", 1)
    found = decode(data)
    assert found.encoding == "utf-8"
    assert found.damage == ((7, "1 byte sequence not readable as utf-8, shown as �"),)


def test_a_given_encoding_is_used() -> None:
    data = as_srt(_FRENCH).encode("cp1252")
    assert decode(data, encoding="latin-1").encoding == "iso8859-1"
    marked = codecs.BOM_UTF8 + "灯".encode()
    assert decode(marked, encoding="utf-8").text == "灯"


@pytest.mark.parametrize("name", ["klingon", "rot13", "base64", "", "hex", "a\x00b"])
def test_an_unknown_encoding_is_refused_with_a_hint(name: str) -> None:
    with pytest.raises(BadValue) as caught:
        named_encoding(name)
    assert caught.value.hint
