"""The gallery as it was approved, at every scale; and nothing in it of Qt's own grey."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from studio.core.places import resources_folder
from tests.pictures import assert_like
from tests.ui.looking import seen
from ui.widgets import tokens
from ui.widgets.gallery import Gallery

ROOT = Path(__file__).resolve().parents[3]
TOKENS = sorted(
    {value.lower() for value in vars(tokens).values() if str(value).startswith("#")}
)  # fmt: skip


@pytest.fixture(scope="module")
def pictured(tmp_path_factory: pytest.TempPathFactory):
    """Picture and faults of the gallery at a scale, with our own faces and no one else's."""
    folder = tmp_path_factory.mktemp("gallery")
    fonts = folder / "fonts.conf"
    fonts.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><cachedir>{folder}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    taken: dict[float, tuple[Path, list[str]]] = {}

    def take(scale: float) -> tuple[Path, list[str]]:
        if scale not in taken:
            path = folder / f"{scale:g}.png"
            run = subprocess.run(
                [sys.executable, "-m", "tests.ui.widgets.pictured", str(path)],
                env={**os.environ, "QT_SCALE_FACTOR": f"{scale:g}", "FONTCONFIG_FILE": str(fonts)},
                cwd=ROOT,
                capture_output=True,
                text=True,
                timeout=120,
                check=False,
            )
            assert run.returncode == 0, run.stderr
            taken[scale] = path, json.loads(run.stdout)
        return taken[scale]

    return take


@pytest.mark.parametrize("scale", [1, 2])
def test_the_gallery_looks_as_approved(pictured, scale, tmp_path):
    path, _ = pictured(scale)
    picture = np.asarray(Image.open(path, formats=["PNG"]).convert("RGB"))
    assert_like(f"gallery-{scale}x", picture, tmp_path, worst=96, mean=0.4)


@pytest.mark.parametrize("scale", [1, 1.5, 2, 3])
def test_nothing_in_the_gallery_is_cut_or_blurred(pictured, scale):
    _, faults = pictured(scale)
    assert faults == []


@pytest.fixture
def gallery(themed: QApplication, qtbot: QtBot) -> Gallery:
    """Shown in this process."""
    made = Gallery()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_every_area_in_the_gallery_has_the_colour_of_a_token(gallery):
    """Edges of letters and corners are mixtures; what covers 3 × 3 pixels alike is an area."""
    pixels = _rgb(gallery.grab().toImage()).astype(int)
    one = pixels[:, :, 0] << 16 | pixels[:, :, 1] << 8 | pixels[:, :, 2]
    middle = one[1:-1, 1:-1]
    alike = np.ones_like(middle, dtype=bool)
    for down in range(3):
        for right in range(3):
            alike &= one[down : down + middle.shape[0], right : right + middle.shape[1]] == middle
    found = {f"#{int(colour):06x}" for colour in np.unique(middle[alike])}
    strange = {colour for colour in found if not any(_near(colour, token) for token in TOKENS)}
    assert strange == set()


def _near(one: str, other: str) -> bool:
    pairs = zip(QColor(one).getRgb(), QColor(other).getRgb(), strict=True)
    return max(abs(a - b) for a, b in pairs) <= 1


def test_every_widget_of_the_gallery_has_a_palette_of_tokens(gallery):
    roles = [
        role
        for role in QPalette.ColorRole
        if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles)
    ]
    groups = (
        QPalette.ColorGroup.Active,
        QPalette.ColorGroup.Inactive,
        QPalette.ColorGroup.Disabled,
    )
    strange = {
        f"{type(widget).__name__} {group.name} {role.name} {colour.name()}"
        for widget in seen(gallery)
        for group in groups
        for role in roles
        if (colour := widget.palette().color(group, role)).alpha() and colour.name() not in TOKENS
    }
    assert strange == set()


def test_whoever_has_the_keyboard_shows_it(gallery, qtbot):
    """Every control that can be reached by Tab looks different once it is."""
    gallery.activateWindow()
    reached = [
        widget
        for widget in seen(gallery)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
        and getattr(widget, "pose", "") != "focus"
    ]
    assert len(reached) > 20
    blind = []
    for widget in reached:
        gallery.setFocus()
        before = _rgb(widget.grab().toImage())
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        after = _rgb(widget.grab().toImage())
        changed = (np.abs(before.astype(int) - after.astype(int)).max(axis=2) > 40).sum()
        if changed < 12:
            blind.append(f"{type(widget).__name__} {widget.property('role')} {changed}")
    assert blind == []


def test_all_icons_stand_in_the_gallery(gallery):
    names = {path.stem for path in (resources_folder() / "icons").glob("*.svg")}
    assert names <= {widget.toolTip() for widget in gallery.findChildren(QWidget)}


def _rgb(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()
