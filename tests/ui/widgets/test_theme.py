"""The look: tokens that can be read, a style sheet without gaps, icons in every state."""

import re

import pytest
from PySide6.QtGui import QIcon, QPalette
from PySide6.QtWidgets import QApplication

from studio.core.colour import Colour, contrast
from studio.core.errors import Missing
from studio.core.places import resources_folder
from ui.widgets import tokens
from ui.widgets.icons import icon, icon_file, pixmap
from ui.widgets.theme import apply_theme, tabular

ICONS = sorted(path.stem for path in (resources_folder() / "icons").glob("*.svg"))


GROUNDS = ("GROUND", "PANEL", "RAISED", "FIELD", "ALTERNATE")
UNDER_HAND = ("HOVER", "SELECTED")
"""What a row or a button stands on while it is pointed at or chosen."""


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((text, ground) for text in ("TEXT", "QUIET") for ground in (*GROUNDS, *UNDER_HAND)),
        *(
            (text, ground)
            for text in ("GOOD", "WARN", "BAD_TEXT", "ACCENT")
            for ground in GROUNDS
        ),
        ("ON_ACCENT", "ACCENT"),
        ("ON_ACCENT", "ACCENT_HOVER"),
        ("TEXT", "BAD_GROUND"),
    ],
)  # fmt: skip
def test_words_reach_a_contrast_of_four_and_a_half(text, ground):
    assert _contrast(text, ground) >= 4.5


@pytest.mark.parametrize("mark", ["GOOD", "WARN", "BAD", "ACCENT"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_signs_and_rings_reach_a_contrast_of_three(mark, ground):
    assert _contrast(mark, ground) >= 3


def test_words_that_are_faint_are_words_of_what_cannot_be_used():
    """FAINT is too dark to read for long: the style sheet gives it to disabled texts only."""
    sheet = (resources_folder() / "look" / "theme.qss").read_text(encoding="utf-8")
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", sheet)
    faint = [where.strip() for where, how in rules if re.search(r"[^-]color: @FAINT@", " " + how)]
    assert faint
    assert [where for where in faint if ":disabled" not in where] == []


def _contrast(one: str, other: str) -> float:
    first, second = (Colour.parse(getattr(tokens, name)).luminance for name in (one, other))
    return contrast(first, second)


def test_the_theme_leaves_no_placeholder_and_no_default_role(qapp: QApplication):
    apply_theme(qapp)
    sheet = qapp.styleSheet()
    assert not re.search(r"@[A-Za-z:-]+@", sheet)
    known = {str(value).lower() for value in vars(tokens).values() if str(value).startswith("#")}
    palette = qapp.palette()
    groups = QPalette.ColorGroup
    for group in (groups.Active, groups.Inactive, groups.Disabled):
        for role in QPalette.ColorRole:
            if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
                assert palette.color(group, role).name() in known, (group, role)


def test_the_theme_names_only_tokens():
    sheet = (resources_folder() / "look" / "theme.qss").read_text(encoding="utf-8")
    for name in re.findall(r"@([A-Z_]+)@", sheet):
        assert hasattr(tokens, name), name
    for name, colour in re.findall(r"@icon:([a-z-]+):([A-Z_]+)@", sheet):
        assert name in ICONS
        assert hasattr(tokens, colour)


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_is_drawn_in_every_state(qapp: QApplication, name):
    made = icon(name)
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        assert not made.pixmap(20, mode).toImage().isNull()
    image = pixmap(name, tokens.TEXT, 20, 2).toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(40) for y in range(40))
    assert inked > 10


def test_a_tinted_icon_is_written_once(qapp: QApplication):
    first = icon_file("check", tokens.ACCENT)
    stamp = first.stat().st_mtime_ns
    assert icon_file("check", tokens.ACCENT).stat().st_mtime_ns == stamp
    assert tokens.ACCENT in first.read_text(encoding="utf-8")


def test_an_icon_that_is_not_there_is_said(qapp: QApplication):
    with pytest.raises(Missing, match="nothing-like-it"):
        icon("nothing-like-it")


def test_figures_of_one_width_are_asked_for(qapp: QApplication):
    assert tabular(qapp.font()).isFeatureSet(tabular(qapp.font()).featureTags()[0])
