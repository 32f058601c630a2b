"""What is wrong or odd in TTML files, a small text for each, and the cues that a person reads."""

from __future__ import annotations

from tests.hazards.srt import Hazard, two

_NS = 'xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"'
_NS += ' xmlns:tts="http://www.w3.org/ns/ttml#styling"'
_SECOND = '<p begin="3s" end="4s">Second</p>'


def _tt(body: str, root: str = "", head: str = "") -> str:
    return f"<tt {_NS} {root}><head>{head}</head><body>{body}</body></tt>"


def _two(first: str, root: str = "", head: str = "") -> str:
    return _tt(f"<div>{first}{_SECOND}</div>", root, head)


def _p(inner: str, more: str = "") -> str:
    return f'<p begin="1s" end="2s"{more}>{inner}</p>'


TTML: dict[str, Hazard] = {
    "no namespace": (
        '<tt><body><div><p begin="1s" end="2s">First</p>' + _SECOND + "</div></body></tt>",
        two("First"),
        [],
        "",
    ),
    "the namespace of 2006 with a prefix": (
        '<tt:tt xmlns:tt="http://www.w3.org/2006/10/ttaf1"><tt:body><tt:div>'
        '<tt:p begin="1s" end="2s">Fi<tt:br/>rst</tt:p></tt:div></tt:body></tt:tt>',
        [(1000, 2000, "Fi\nrst")],
        [],
        "",
    ),
    "frames at a rational rate": (
        _two(
            '<p begin="00:00:01:00" end="00:00:02:12">First</p>',
            'ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"',
        ),
        [(1000, 2501, "First"), (3000, 4000, "Second")],
        [],
        "",
    ),
    "labels of SMPTE at 24000/1001": (
        _tt(
            '<div><p begin="00:00:10:00" end="00:01:00:00">First</p></div>',
            'ttp:timeBase="smpte" ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"',
        ),
        [(10_010, 60_060, "First")],
        [],
        "",
    ),
    "labels that drop frames": (
        _tt(
            '<div><p begin="00:01:00:02" end="00:10:00:00">First</p></div>',
            'ttp:timeBase="smpte" ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"'
            ' ttp:dropMode="dropNTSC"',
        ),
        [(60_060, 599_999, "First")],
        [],
        "",
    ),
    "frames and ticks as offsets": (
        _tt(
            '<div><p begin="25f" end="50f">First</p><p begin="300t" end="400t">Second</p></div>',
            'ttp:frameRate="25" ttp:tickRate="100"',
        ),
        two("First"),
        [],
        "",
    ),
    "a multiplier written with a colon": (
        _two(
            '<p begin="25f" dur="25f">First</p>', 'ttp:frameRate="25" ttp:frameRateMultiplier="1:1"'
        ),
        two("First"),
        [],
        "",
    ),
    "a rate of nought": (
        _two(_p("First"), 'ttp:frameRate="0" ttp:frameRateMultiplier="0 0" ttp:tickRate="0"'),
        two("First"),
        [],
        "",
    ),
    "milliseconds, minutes and hours as offsets": (
        _tt('<div><p begin="1000ms" end="0.5m">First</p><p begin="1h" end="1.5h">Second</p></div>'),
        [(1000, 30_000, "First"), (3_600_000, 5_400_000, "Second")],
        [],
        "",
    ),
    "times of the parts around add up": (
        _tt(
            '<div begin="10s"><div begin="2s" end="9s"><p begin="1s" dur="3s">Deep</p></div></div>'
        ),
        [(13_000, 16_000, "Deep")],
        [],
        "",
    ),
    "a paragraph timed by its division": (
        _tt(
            '<div begin="1s" end="2s"><p>First</p></div>'
            '<div begin="3s" dur="1s"><p>Second</p></div>'
        ),
        two("First"),
        [],
        "",
    ),
    "one after the other": (
        _tt(
            '<div timeContainer="seq" begin="1s"><p dur="1s">First</p><p begin="1s" dur="1s">Second'
            "</p></div>"
        ),
        two("First"),
        [],
        "",
    ),
    "several divisions and no region": (
        _tt(f"<div>{_p('First')}</div><div/><div>{_SECOND}</div>"),
        two("First"),
        [],
        "",
    ),
    "white space that does not count": (
        _two(_p("\n      First\n      line <br/>\n      next\n   ")),
        two("First line\nnext"),
        [],
        "",
    ),
    "white space that counts": (
        _two(_p("a  b\n  c", ' xml:space="preserve"')),
        two("a  b\n  c"),
        [],
        "",
    ),
    "spans in spans": (
        _two(
            _p(
                'a<span tts:fontStyle="italic">b<span tts:fontWeight="bold">c</span>'
                '<span tts:fontStyle="normal">d</span></span>e'
            )
        ),
        two("a<i>b<b>c</b></i>de"),
        [],
        "",
    ),
    "italics by a style, and by the style of a style": (
        _two(
            _p('a <span style="two">b</span>'),
            head='<styling><style xml:id="one" tts:fontStyle="italic"/>'
            '<style xml:id="two" style="one"/></styling>',
        ),
        two("a <i>b</i>"),
        [],
        "",
    ),
    "styles that name each other in a ring": (
        _two(
            _p("First", ' style="a"'),
            head='<styling><style xml:id="a" style="b"/><style xml:id="b" style="a"/></styling>',
        ),
        two("First"),
        [],
        "",
    ),
    "a region at the top": (
        _two(
            _p("First", ' region="r"'),
            head='<layout><region xml:id="r" tts:origin="10% 10%" tts:displayAlign="before"/>'
            "</layout>",
        ),
        two("{\\an8}First"),
        [],
        "",
    ),
    "ruby": (
        _two(
            _p(
                '<span tts:ruby="container"> <span tts:ruby="base">歌</span>'
                '<span tts:ruby="delimiter">(</span><span tts:ruby="text">うた</span></span>です'
            )
        ),
        two("<ruby>歌<rt>うた</rt></ruby>です"),
        [],
        "",
    ),
    "metadata inside a paragraph": (
        _two(_p("<metadata><ttm:desc>not a word</ttm:desc></metadata>First")),
        two("First"),
        [],
        "",
    ),
    "characters and sections of XML": (
        _two(_p("A &amp; B &#x706F; <![CDATA[<3]]> &lt;i&gt;")),
        two("A & B 灯 <3 &lt;i>"),
        [],
        "",
    ),
    "entities of HTML and a bare ampersand": (
        _two(_p("Fish&nbsp;& chips &eacute;")),
        two("Fish\u00a0& chips é"),
        [],
        "",
    ),
    "entities of its own are never expanded": (
        '<!DOCTYPE tt [<!ENTITY a "lol"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
        + _two(_p("x &b; &c;")),
        two("x &b; &c;"),
        [],
        "",
    ),
    "a paragraph in a comment": (
        _two("<!-- " + _p("hidden") + " -->" + _p("First")),
        two("First"),
        [],
        "",
    ),
    "a comment that never ends": (
        _two(_p("First")).replace("</body>", "<!-- </body>"),
        two("First"),
        [],
        "",
    ),
    "paragraphs that are not closed": (
        f'<tt {_NS}><body><div><p begin="1s" end="2s">First<p begin="3s" end="4s">Second</div>'
        "</body></tt>",
        two("First"),
        [],
        "not closed",
    ),
    "the file ends in the middle": (
        f'<tt {_NS}><body><div>{_p("First")}<p begin="3s" end="4s">Sec',
        [*two("First")[:1], (3000, 4000, "Sec")],
        [],
        "not closed",
    ),
    "a time that is none": (
        _two('<p begin="soon" end="2s">Lost</p>'),
        [(3000, 4000, "Second")],
        ['<p begin="soon" end="2s">Lost</p>'],
        "",
    ),
    "no time at all": (
        _two("<p>Lost</p>"),
        [(3000, 4000, "Second")],
        ["<p>Lost</p>"],
        "",
    ),
    "times on its parts only": (
        _two('<p><span begin="1s" end="1.5s">Fi</span><span begin="1.5s" end="2s">rst</span></p>'),
        two("First"),
        [],
        "time is that of its parts",
    ),
    "no end": (
        _two('<p begin="1s">First</p>'),
        [(1000, 3000, "First"), (3000, 4000, "Second")],
        [],
        "no end",
    ),
    "seconds without a unit": (
        _two('<p begin="1.000" end="0:02">First</p>'),
        two("First"),
        [],
        "unusual",
    ),
    "inner times that count from the start": (
        _tt('<div begin="60s" end="90s"><p begin="61s" end="62s">First</p></div>'),
        [(61_000, 62_000, "First")],
        [],
        "count from the film's start",
    ),
    "a picture": (
        _tt(f'<div begin="1s" end="2s" smpte:backgroundImage="#a"/><div>{_SECOND}</div>'),
        [(3000, 4000, "Second")],
        ['<div begin="1s" end="2s" smpte:backgroundImage="#a"/>'],
        "",
    ),
    "an empty paragraph": (_two(_p("")), two(""), [], ""),
    "tags of another language": (
        _two(_p("<i>First</i> <font color='red'>line</font>")),
        two("First line"),
        [],
        "",
    ),
}
