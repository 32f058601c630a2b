"""Faces are chosen by what they cover, bundled ones first, with the region of the language."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.core.errors import CannotRead
from studio.core.places import cache_folder, resources_folder
from studio.typeset.face import Face, faces_in, font, identity, opened, setting_for
from studio.typeset.fonts import FontLibrary, library
from studio.typeset.installed import font_folders, installed
from studio.typeset.shape import shape_line
from studio.typeset.style import TypeStyle, script_of, style_for

FONTS = resources_folder() / "fonts"


@pytest.fixture
def bundled_only() -> FontLibrary:
    return FontLibrary(library().bundled, ())


def families(found, text):
    return [(text[run.start : run.stop], run.face and run.face.family) for run in found]


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("zh-Hans", "Noto Sans CJK SC"),
        ("zh", "Noto Sans CJK SC"),
        ("zh-CN", "Noto Sans CJK SC"),
        ("zh-Hant", "Noto Sans CJK TC"),
        ("zh-TW", "Noto Sans CJK TC"),
        ("zh-Hant-HK", "Noto Sans CJK HK"),
        ("ja", "Noto Sans CJK JP"),
        ("ko-KR", "Noto Sans CJK KR"),
        ("en", "Noto Sans CJK SC"),
    ],
)
def test_the_face_of_a_collection_follows_the_language(bundled_only, language, family):
    (run,) = bundled_only.choose("直", language, ("Noto Sans CJK",), 400)
    assert run.face is not None
    assert run.face.family == family


def test_each_region_has_its_own_shape():
    glyphs = {
        language: shape_line("愉分", language, TypeStyle()).glyphs
        for language in ("zh-Hans", "zh-Hant", "ja", "ko")
    }
    shapes = {tuple(glyph.id for glyph in line) for line in glyphs.values()}
    assert len(shapes) == 4


def test_locl_gives_the_region_even_in_another_regions_face():
    """A family asked for by the name of one region is set with the shapes of the language."""
    asked = TypeStyle(families=("Noto Sans CJK JP",))
    plain = TypeStyle(families=("Noto Sans CJK",))
    assert shape_line("直", "zh-Hans", asked).glyphs == shape_line("直", "zh-Hans", plain).glyphs


def test_what_a_family_lacks_comes_from_the_others(bundled_only):
    text = "灯光 Light שלום مرحبا"
    found = bundled_only.choose(text, "zh-Hans", ("Inter",), 500)
    assert families(found, text) == [
        ("灯光 ", "Noto Sans CJK SC"),
        ("Light ", "Inter"),
        ("שלום ", "Noto Sans Hebrew"),
        ("مرحبا", "Noto Naskh Arabic"),
    ]


def test_a_serif_is_filled_up_from_serifs(bundled_only):
    text = "Light 灯"
    found = bundled_only.choose(text, "en", ("EB Garamond",), 400)
    assert families(found, text) == [("Light ", "EB Garamond"), ("灯", "Noto Serif CJK SC")]


def test_ambiguous_marks_stay_with_the_ideographs_and_leave_words_alone(bundled_only):
    text = "他说“好”——it’s 2–3"
    found = bundled_only.choose(text, "zh-Hans", ("Inter",), 400)
    assert families(found, text) == [
        ("他说“好”——", "Noto Sans CJK SC"),
        ("it’s 2–3", "Inter"),
    ]


def test_clusters_are_never_divided(bundled_only):
    # Inter has the letter; the combining sign must not go to another face than its letter.
    text = "e\u0301a\u0302"
    assert len(bundled_only.choose(text, "en", ("Inter",), 400)) == 1
    text = "か\u3099"
    (run,) = bundled_only.choose(text, "ja", ("Inter",), 400)
    assert (run.start, run.stop) == (0, 2)


def test_what_no_face_has_is_a_run_without_a_face(bundled_only):
    text = "ab\U0001f600c"
    found = bundled_only.choose(text, "en", (), 400)
    assert families(found, text) == [("ab", "Inter"), ("\U0001f600", None), ("c", "Inter")]


def test_an_unknown_family_is_passed_over(bundled_only):
    (run,) = bundled_only.choose("abc", "en", ("No Such Family",), 400)
    assert run.face is not None
    assert run.face.family == "Inter"


def test_a_static_face_gives_its_nearest_weight(bundled_only):
    light = bundled_only.find("Noto Naskh Arabic", "ar", 300)
    black = bundled_only.find("Noto Naskh Arabic", "ar", 900)
    assert light is not None
    assert black is not None
    assert (light.weights, black.weights) == ((400, 400), (700, 700))
    assert setting_for(black, 900, 24, False).weight == 700


def test_an_italic_face_is_taken_where_there_is_one(bundled_only):
    upright = bundled_only.find("EB Garamond", "en", 400)
    italic = bundled_only.find("EB Garamond", "en", 400, True)
    assert upright is not None
    assert italic is not None
    assert (upright.italic, italic.italic) == (False, True)


def test_the_weight_of_a_variable_face_is_always_set():
    cjk = library().find("Noto Sans CJK", "zh-Hans", 400)
    assert cjk is not None
    assert font(setting_for(cjk, 400, 24, False)).get_var_coords_design() == [400.0]


def test_the_machine_is_not_looked_through_for_what_is_bundled(tmp_path):
    asked = FontLibrary(library().bundled, (tmp_path / "nowhere",))
    asked.choose("灯 Light 작은", "ko", ("Noto Sans CJK", "Inter"), 400)
    assert asked._installed is None


def test_a_family_of_the_machine_is_found_by_name(tmp_path):
    (tmp_path / "fonts" / "deep").mkdir(parents=True)
    (tmp_path / "fonts" / "deep" / "own.ttf").write_bytes(
        (FONTS / "SmileySans-Oblique.ttf").read_bytes()
    )
    mine = FontLibrary(faces_in(FONTS / "Inter-VF.ttf", True), (tmp_path / "fonts",))
    text = "灯 a"
    assert families(mine.choose(text, "zh-Hans", ("Smiley Sans",), 400), text) == [
        ("灯 a", "Smiley Sans")
    ]
    assert families(mine.choose(text, "zh-Hans", (), 400), text) == [
        ("灯 ", "Smiley Sans"),
        ("a", "Inter"),
    ]
    assert mine.families() == ("Inter", "Smiley Sans")


def test_the_index_of_installed_fonts_is_remembered_and_made_anew_when_damaged(tmp_path):
    copy = tmp_path / "a.ttf"
    copy.write_bytes((FONTS / "NotoSansHebrew-Bold.ttf").read_bytes())
    first = installed((tmp_path,))
    (index,) = cache_folder().glob("fonts-*.json")
    kept = index.read_text()
    assert installed((tmp_path,)) == first
    for damage in ("", "[1]", '{"files": 3}', '{"files": {"a": 3}}', '{"x": 3}'):
        index.write_text(damage)
        assert installed((tmp_path,)) == first
        assert index.read_text() == kept


def test_files_that_are_no_fonts_are_passed_over(tmp_path):
    (tmp_path / "page.ttf").write_text("<!doctype html><p>not a font</p>")
    (tmp_path / "empty.otf").write_bytes(b"")
    (tmp_path / "cut.ttf").write_bytes((FONTS / "Inter-VF.ttf").read_bytes()[:4000])
    (tmp_path / "noise.ttc").write_bytes(b"ttcf" + bytes(range(256)) * 40)
    assert installed((tmp_path,)) == ()


def test_the_persons_own_fonts_can_be_left_out(monkeypatch):
    monkeypatch.setenv("LOBBYCARD_SYSTEM_FONTS", "off")
    assert font_folders() == ()
    monkeypatch.delenv("LOBBYCARD_SYSTEM_FONTS")
    assert font_folders()[0].name == "fonts"


def test_a_font_is_known_by_its_content(tmp_path):
    one, two = tmp_path / "one.ttf", tmp_path / "two.ttf"
    one.write_bytes(b"abc")
    two.write_bytes(b"abc")
    assert identity(one) == identity(two)
    before = identity(one)
    one.write_bytes(b"abcd")
    assert identity(one) != before


def test_a_font_that_is_gone_is_said(tmp_path):
    with pytest.raises(CannotRead, match=r"gone\.ttf"):
        identity(tmp_path / "gone.ttf")
    with pytest.raises(CannotRead, match=r"gone\.ttf"):
        opened(tmp_path / "gone.ttf", 0)


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("zh-Hans", "hans"),
        ("zh_TW", "hant"),
        ("yue", "hant"),
        ("ja-JP", "jpan"),
        ("ko", "kore"),
        ("en-GB", "latin"),
        ("ar", "arab"),
        ("fa", "arab"),
        ("he", "hebr"),
        ("ru", "latin"),
        ("", "latin"),
    ],
)
def test_the_script_of_a_language(tag, script):
    assert script_of(tag) == script


def test_a_script_without_a_style_takes_that_of_a_near_one():
    hans, latin = TypeStyle(weight=300), TypeStyle(weight=700)
    styles = {"hans": hans, "latin": latin}
    assert style_for(styles, "ja") == hans
    assert style_for(styles, "zh-Hant") == hans
    assert style_for(styles, "he") == latin
    assert style_for({}, "en") == TypeStyle()


@pytest.mark.parametrize(
    "wrong",
    [
        {"weight": 0},
        {"weight": 1200},
        {"tracking": -1},
        {"leading": 0},
        {"size": 0},
        {"size": float("nan")},
        {"gap": 2},
        {"features": ("kerning",)},
    ],
)
def test_figures_out_of_bounds_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        TypeStyle(**wrong)


def test_a_face_says_what_people_call_it():
    face = Face(Path("x.ttc"), 2, "Noto Sans CJK SC", "Bold", region="SC")
    assert (face.group, face.named) == ("Noto Sans CJK", "Noto Sans CJK SC Bold")
