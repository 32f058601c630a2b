"""No text of the window is shown that was not given to be translated: its code is read."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.i18n.gather import ROOT, literals

_SHOWN = {
    "setText": 0, "setToolTip": 0, "setPlaceholderText": 0, "setAccessibleName": 0,
    "setAccessibleDescription": 0, "setWindowTitle": 0, "setStatusTip": 0, "setTitle": 0,
    "setInformativeText": 0, "setDetailedText": 0, "setPrefix": 0, "setSuffix": 0,
    "setSpecialValueText": 0, "setTabText": 1, "setLabelText": 0, "setWhatsThis": 0,
    "setHorizontalHeaderLabels": 0, "setHeaderLabels": 0, "setNameFilter": 0, "setTabToolTip": 1,
    "QLabel": 0, "QPushButton": 0, "QToolButton": 0, "QCheckBox": 0, "QRadioButton": 0,
    "QGroupBox": 0, "QAction": 0, "QMenu": 0, "addAction": 0, "addMenu": 0, "addItem": 0,
    "addItems": 0, "addTab": 1, "addRow": 0, "addButton": 0, "say": 0, "apply": 0, "start": 0,
    "Action": 1, "Notice": 0, "drawText": None, "getText": 1, "getOpenFileName": 1,
    "getOpenFileNames": 1, "getSaveFileName": 1, "getExistingDirectory": 1, "question": 1,
    "information": 1, "warning": 1, "critical": 1, "show_notice": 0,
}  # fmt: skip
"""Callables by name, and the first of their arguments that is seen; all further ones are."""
# The gallery of all controls is looked at by who makes them only.
_OUTSIDE = ("ui/launch.py", "ui/widgets/gallery")
# These take names of commands, icons and steps besides.
_NAMING = ("Action", "apply", "start", "addButton", "addItem", "addRow")
_NO_WORDS = re.compile(
    r"[\W\d_]*|\w+\.toml|</?\w+>|</?p>+|&?[A-Z]|TOML \(\*\.toml\)|(?: – )?Lobbycard|"
    r"(?:File|Edit|View|Campaign|Film|Poster|Subtitles|Deliver|Play|Help)|"
    r" *(?:(?:Ctrl|Shift|Alt)\+)*(?:[A-Z][a-z]+|F\d+|PgUp|PgDown|\W|[A-Z0-9])|<p></p>"
)


def _bare(node: ast.expr) -> Iterator[tuple[int, str]]:
    """Line and text of what is written out below a node, but not within another call."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name not in ("join", "format", "strip"):
            return
    if isinstance(node, ast.JoinedStr):
        yield (
            node.lineno,
            "".join(str(one.value) for one in node.values if isinstance(one, ast.Constant)),
        )
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.lineno, node.value
    if isinstance(node, ast.FormattedValue):
        yield from _bare(node.value)
        return
    for child in ast.iter_child_nodes(node):
        # The constant parts of an f-string were taken together.
        if isinstance(child, ast.expr) and not (
            isinstance(node, ast.JoinedStr) and isinstance(child, ast.Constant)
        ):
            yield from _bare(child)


def unwrapped(source: str, name: str) -> list[str]:
    """Literals that would be shown in English only."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if called not in _SHOWN:
            continue
        first = _SHOWN[called] or 0
        shown = [*node.args[first:], *(k.value for k in node.keywords if k.arg in ("text", "hint"))]
        found += [
            f"{name}:{line}: {called}({text})"
            for argument in shown
            for line, text in _bare(argument)
            if not _NO_WORDS.fullmatch(text)
            and not (called in _NAMING and re.fullmatch(r"[a-z0-9_.\-{}]+", text))
        ]
    return found


def _modules() -> list[tuple[str, str]]:
    paths = sorted((ROOT / "ui").rglob("*.py"))
    named = [(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in paths]
    return [(source, name) for name, source in named if not name.startswith(_OUTSIDE)]


def test_nothing_is_shown_that_was_not_said() -> None:
    assert [one for source, name in _modules() for one in unwrapped(source, name)] == []


def test_an_unwrapped_text_is_found() -> None:
    source = 'button.setText("Make it")\nlabel = QLabel(f"{n} cues", self)\nx.setText(tr("Fine"))'
    assert [one.split(": ")[1] for one in unwrapped(source, "a.py")] == [
        "setText(Make it)",
        "QLabel( cues)",
    ]


def test_texts_are_written_out_where_they_are_said() -> None:
    """`tr(words)` could never be gathered."""
    wrong = [
        f"{name}:{node.lineno}: {ast.unparse(node)[:60]}"
        for source, name in _modules()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in ("tr", "said", "sentence")
        and not (node.args and literals(node.args[0]))
        and name != "ui/widgets/language.py"
    ]
    assert wrong == []
