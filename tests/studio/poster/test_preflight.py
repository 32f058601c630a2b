"""Every finding has its figure, its limit, whose rule it is, and what to do about it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from studio.core.geometry import Rect
from studio.core.said import Said
from studio.poster.brand import Brand
from studio.poster.branding import branded_layout
from studio.poster.document import PosterCopy
from studio.poster.format import Format, Zone
from studio.poster.layout import Layout
from studio.poster.make import make_poster
from studio.poster.preflight import fonts
from studio.poster.preflight.all import preflight
from studio.poster.preflight.base import CHECKS
from studio.poster.preflight.ink import most_ink
from studio.poster.preflight.spec import too_large
from studio.poster.preflight.stroke import thinnest
from studio.poster.problem import SEVERITIES, Problem
from studio.poster.still import Picture, still_of
from studio.poster.telling import told, tone_words
from studio.presets import store
from studio.typeset.adjust import Adjust
from studio.typeset.block import TypeBox, set_block
from studio.typeset.style import TypeStyle
from tests.studio.poster.conftest import copy_in, dusk

CHECKED = {
    "copy", "legal", "glyphs", "overflow", "zone", "face", "contrast", "letter", "stroke", "ppi",
    "tac", "licence", "region", "logo", "legal-size", "verified", "letters",
}  # fmt: skip


def shaped(width: int, height: int, **more: object) -> Format:
    """A format of that shape, seen on a phone."""
    asked = {"width": width, "height": height, "seen_px": 390.0, **more}
    return replace(store.poster_format("dooh-portrait"), **asked)


def placed(form: Format, copy: PosterCopy, picture: Picture | None = None) -> Layout:
    still = still_of(dusk() if picture is None else picture)
    return branded_layout(store.template("quiet-line"), form, copy, still)


def found(layout: Layout, canvas: Picture | None = None) -> dict[str, Problem]:
    """By the name of its check, the gravest of each."""
    return {one.check: one for one in reversed(preflight(layout, canvas))}


def test_all_checks_are_filed() -> None:
    assert set(CHECKS.names()) >= CHECKED


def test_findings_come_gravest_first_and_are_whole() -> None:
    provenance = replace(store.poster_format("dooh-portrait").provenance, verified=False)
    zone = Zone(0, 0, 1, 1, "a test")
    form = shaped(6000, 420, forbidden=(zone,), provenance=provenance)
    copy = PosterCopy(
        ("zh-Hans", "en"), {"zh-Hans": "灯\U000e0fff不大，够一个人。"}, {}, "©", Brand()
    )
    listed = preflight(placed(form, copy, dusk(320, 180)), None)
    ranks = [SEVERITIES.index(one.severity) for one in listed]
    assert ranks == sorted(ranks)
    assert {one.check for one in listed} >= {"copy", "glyphs", "zone", "letter", "ppi", "verified"}
    for one in listed:
        assert isinstance(one.message, Said)
        assert one.message
        assert one.fix, one
        assert one.source, one
        assert one.message.endswith("."), one.message
    actions = {one.check: one.action.kind for one in listed if one.action}
    assert actions["copy"] == "write"
    assert {one.action.language for one in listed if one.check == "copy"} == {"en"}


def test_letters_set_by_hand_beyond_the_copy_are_told() -> None:
    hand = {"en": (Adjust(2, kern=0.1), Adjust(90, size=2.0), Adjust(91, size=2.0))}
    copy = replace(copy_in("en"), adjusts=hand)
    one = found(placed(shaped(600, 900), copy))["letters"]
    assert (one.severity, one.measured, one.limit) == ("warning", 2, 0)
    assert one.action is not None
    assert (one.action.kind, one.action.language) == ("letters", "en")
    assert "2 letters" in one.message
    whole = replace(copy, adjusts={"en": hand["en"][:1]})
    assert "letters" not in found(placed(shaped(600, 900), whole))


def test_a_brand_without_a_legal_line_is_a_hint() -> None:
    plain, kit = copy_in("en"), replace(copy_in("en"), brand=Brand())
    assert "legal" not in found(placed(shaped(600, 900), plain))
    hint = found(placed(shaped(600, 900), kit))["legal"]
    assert (hint.severity, hint.action.kind) == ("hint", "legal")


def test_contrast_that_is_not_reached_says_what_was_done() -> None:
    layout = placed(shaped(600, 900), copy_in("en"), np.full((180, 320, 3), 128, np.uint8))
    tone = layout.tones[0]
    grey = np.full((900, 600, 3), 200, np.uint8)
    said = preflight(replace(layout, tones=(replace(tone, ink=replace(tone.ink, red=190, green=190,
                                                                     blue=190)),
                                            *layout.tones[1:])), grey)  # fmt: skip
    (bad,) = [one for one in said if one.check == "contrast" and "title" not in one.message]
    assert bad.severity == "error"
    assert bad.measured < 1.3 < bad.limit
    assert bad.action.kind == "still"


def test_letters_are_judged_where_they_are_seen() -> None:
    # So flat that there is no room for letters that could be read on a phone.
    phone = shaped(4000, 300)
    copy = copy_in("en", "zh-Hans")
    small = found(placed(phone, copy))["letter"]
    assert small.limit == 9
    assert small.measured < 9
    assert "phone" in small.message
    assert "letter" not in found(placed(replace(phone, seen_px=4000), copy))
    sheet = replace(store.poster_format("one-sheet"), viewing_distance_m=60.0)
    assert found(placed(sheet, copy))["letter"].source.startswith("letter height 1:400")


def test_a_picture_is_fine_enough_for_the_eye_that_sees_it() -> None:
    form = shaped(1080, 1080)
    for side, severity in ((800, None), (420, "hint"), (200, "warning")):
        picture = np.full((side, side, 3), 40, np.uint8)
        one = found(placed(form, copy_in("en"), picture)).get("ppi")
        assert (one.severity if one else None) == severity
    assert one.measured == 200
    owner = replace(store.poster_format("one-sheet"), min_ppi=150.0)
    assert found(placed(owner, copy_in("en")))["ppi"].limit == 150


def block(text: str, families: tuple[str, ...], weight: int = 400, size: float = 40.0):
    style = TypeStyle(families=families, weight=weight, size=size)
    return set_block(text, "zh-Hans", style, TypeBox(9000, 900, 1))


def test_the_thinnest_stroke_is_that_of_the_thin_horizontals() -> None:
    one = block("一", ("Noto Sans CJK",))
    assert thinnest(one) == pytest.approx(one.ink.height / 40, abs=0.01)
    serif = thinnest(block("永国警鬱", ("Noto Serif CJK",), 700))
    assert 0.015 < serif < 0.035 < thinnest(block("永国警鬱", ("Noto Sans CJK",))) < 0.07
    assert thinnest(block("永", ("Noto Sans CJK",), 200)) < thinnest(
        block("永", ("Noto Sans CJK",))
    )
    assert thinnest(block(" ", ("Noto Sans CJK",))) == 0


def test_thin_strokes_are_found_on_small_files() -> None:
    small = found(placed(shaped(320, 200), copy_in("zh-Hans")))
    assert small["stroke"].measured < small["stroke"].limit == 1.5
    assert "stroke" not in found(placed(shaped(1000, 1000), copy_in("zh-Hans")))


def press(**more: object) -> Format:
    return shaped(400, 600, **{"kind": "tiff", "icc": "ISO Coated v2 300%", **more})


def test_ink_keeps_the_press_s_limit() -> None:
    black = np.zeros((600, 400, 3), np.uint8)
    layout = placed(press(tac=240.0), copy_in("en"), np.full((180, 320, 3), 20, np.uint8))
    too_much = found(layout, black)["tac"]
    assert too_much.severity == "error"
    assert 240 < too_much.measured <= 301
    assert too_much.measured == most_ink(layout, black)
    assert "tac" not in found(placed(press(), copy_in("en")), black)
    assert "tac" not in found(placed(shaped(400, 600), copy_in("en")), black)
    lost = found(placed(press(icc="Nobody 3000"), copy_in("en")), black)["profile"]
    assert lost.severity == "error"


def test_a_file_within_its_limit_is_no_finding() -> None:
    form = store.poster_format("kakao")
    assert too_large(form, form.max_bytes) == ()
    (one,) = too_large(form, form.max_bytes + 1)
    assert (one.check, one.severity, one.limit) == ("size", "error", form.max_bytes)


@pytest.mark.parametrize(
    ("bits", "kind"),
    [
        (0, "free"), (2, "restricted"), (4, "print"), (8, "editable"), (0xC, "editable"),
        (0x200, "bitmaps"), (0x104, "print"),
    ],
)  # fmt: skip
def test_embedding_bits_are_read(bits: int, kind: str) -> None:
    assert fonts.embedding_of(bits) == kind


def test_faces_are_listed_and_foreign_ones_found(monkeypatch: pytest.MonkeyPatch) -> None:
    layout = placed(shaped(600, 900), copy_in("zh-Hans", "en"))
    listed = fonts.faces_used(layout)
    assert {one.file for one in listed} == {
        "EBGaramond-VF.ttf", "Inter-VF.ttf", "NotoSansCJK-VF.otf.ttc"
    }  # fmt: skip
    assert all(one.bundled and "Open Font License" in one.licence for one in listed)
    assert "licence" not in found(layout)
    foreign = fonts.FaceUsed("Corporate Sans", "corp.ttf", False, "restricted", "")
    monkeypatch.setattr(fonts, "faces_used", lambda _: (foreign,))
    assert found(layout)["licence"].severity == "warning"
    held = replace(layout, form=replace(layout.form, kind="pdf-screen"))
    assert found(held)["licence"].severity == "error"
    free = replace(foreign, embedding="free")
    monkeypatch.setattr(fonts, "faces_used", lambda _: (free,))
    assert found(held)["licence"].severity == "hint"


def test_a_poster_tells_its_type_and_its_faces() -> None:
    made = make_poster(dusk(), store.template("quiet-line"), shaped(600, 900), copy_in("ja", "en"))
    plain = told(made.layout, made.problems)
    assert plain["type"][0]["languages"] == ["ja", "en"]
    assert all(one["contrast"]["after"] >= one["contrast"]["needed"] for one in plain["type"])
    assert len(plain["problems"]) == len(made.problems)
    assert len(tone_words(made.layout)) == len(made.layout.tones)


def test_a_line_on_a_face_offers_the_next_still() -> None:
    layout = placed(shaped(600, 900), copy_in("en"))
    covered = replace(layout, faces=(Rect(0, 0, 600, 900),))
    assert found(covered)["face"].action.kind == "still"


def test_breaks_that_make_copy_small_can_be_taken_back() -> None:
    copy = PosterCopy(("en",), {"en": "One\nlamp\nis\nenough\nto\nget\nhome\nby."})
    small = found(placed(shaped(2000, 300), copy))["letter"]
    assert small.action.kind == "copy"
    assert (small.action.language, small.action.text) == (
        "en",
        "One lamp is enough to get home by.",
    )


def test_another_region_s_shapes_are_a_finding() -> None:
    layout = placed(shaped(600, 900), copy_in("ja"))
    first = layout.pieces[0]
    wrong = replace(first, block=replace(first.block, wrong_region=("灯", "道")))
    one = found(replace(layout, pieces=(wrong, *layout.pieces[1:])))["region"]
    assert one.measured == 2
    assert "灯 道" in one.message


def test_copy_that_somebody_put_on_a_face_is_to_be_moved() -> None:
    layout = placed(shaped(600, 900), replace(copy_in("en"), places={"portrait": (0.5, 0.5)}))
    bad = found(replace(layout, faces=(layout.pieces[0].ink,)))["face"]
    assert bad.fix == "Move the copy, or let the design place it."
