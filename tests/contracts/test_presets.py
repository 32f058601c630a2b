"""What every bundled preset keeps: it loads, says where it is from, and paints without an error."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import pytest

from studio.core.geometry import Size
from studio.poster.document import PosterCopy
from studio.poster.make import make_poster
from studio.presets import store
from studio.presets.kinds import KINDS
from tests.drawn import Drawing, picture

EVERY = [(kind, entry.name) for kind in KINDS for entry in store.entries(kind)]
COPY = {
    "zh-Hans": "灯不大，\n够一个人回家。",
    "ja": "小さな灯り。\n帰り道には足りる。",
    "ko": "작은 불빛 하나면\n집에 갈 수 있다.",
    "en": "A small lamp. Enough to get home by.",
}
TITLE = {"zh-Hans": "夜摊", "ja": "夜の屋台", "ko": "밤의 노점", "en": "The Night Stall"}
PAIRS = (("zh-Hans", "en"), ("ja", "en"), ("ko", "en"), ("en",))
# Painting takes time by the pixel; the largest formats have their own tests on the sample.
MOST_PIXELS = 4_100_000


def test_there_are_presets_of_every_kind():
    for kind in KINDS:
        assert store.names(kind)
    assert store.problems() == ()


@pytest.mark.parametrize(("kind", "name"), EVERY)
def test_a_bundled_preset_loads_and_says_where_it_is_from(kind, name):
    entry = next(one for one in store.entries(kind) if one.name == name)
    preset = store.read(entry.path, kind)
    assert entry.bundled
    assert len(preset.summary) > 10
    assert len(preset.provenance.source) > 10
    # A date is checked when a preset is read; this one has been.
    day = datetime.fromisoformat(preset.provenance.date).replace(tzinfo=UTC)
    assert datetime(2025, 1, 1, tzinfo=UTC) <= day <= datetime.now(UTC)
    if "not verified" in preset.provenance.source or "Trade custom" in preset.provenance.source:
        assert not preset.provenance.verified


def still() -> np.ndarray:
    return picture(Drawing(size=Size(960, 540)), 7)


FORMATS = [
    name for name in store.names("formats") if (size := store.poster_format(name).pixels).width
    * size.height <= MOST_PIXELS
]  # fmt: skip


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_is_painted(form):
    """With one template and language pair each, so that all come to all in turn."""
    place, templates = FORMATS.index(form), store.names("posters")
    template, languages = templates[place % len(templates)], PAIRS[place % len(PAIRS)]
    copy = PosterCopy(languages, COPY, TITLE, "© 2026 Small Lights")
    made = make_poster(still(), store.template(template), store.poster_format(form), copy)
    assert made.image.size == (made.layout.form.width, made.layout.form.height)
    assert made.drawn == sum(piece.block.glyphs for piece in made.layout.pieces) > 0
    spoken = {piece.block.language for piece in made.layout.pieces}
    assert spoken >= set(languages)
    errors = [one.message for one in made.problems if one.severity == "error"]
    assert errors == []


@pytest.mark.parametrize("languages", PAIRS, ids="+".join)
@pytest.mark.parametrize("template", store.names("posters"))
def test_every_template_sets_every_pair_of_languages(template, languages):
    copy = PosterCopy(languages, COPY, TITLE)
    made = make_poster(still(), store.template(template), store.poster_format("kakao"), copy)
    lines = {
        piece.block.language: piece for piece in made.layout.pieces
        if piece.role in ("copy", "second")
    }  # fmt: skip
    assert set(lines) == set(languages)
    for first, second in pairwise(languages):
        assert lines[first].block.size >= lines[second].block.size
