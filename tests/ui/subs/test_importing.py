"""Files come in through a report: how they were read, another encoding, two languages in one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton

from studio.campaign.project import TrackForm
from studio.campaign.project_file import open_project
from studio.cli.start import main
from tests.ui.subs.conftest import Stage
from tests.ui.subs.test_reviewing import answer
from ui.subs.import_dialog import ImportDialog

BOTH = (
    "1\n00:00:00,500 --> 00:00:01,500\n灯不大，够一个人回家。\nIt is a small lamp.\n\n"
    "2\n00:00:01,600 --> 00:00:02,400\n末班车到了\nThat was the last bus and it is gone\n\n"
    "3\n00:00:02,500 --> 00:00:03,000\n灯塔在海边\nYou and I have been there before\n\n"
    "4\n00:00:03,100 --> 00:00:03,600\nAnd then 好\n走吧\nLet us go\n走\n\n"
)


def shown(does: Callable[[ImportDialog], object]) -> None:
    answer(does, ImportDialog)  # type: ignore[arg-type]


def press(stage: Stage, dialog: ImportDialog, name: str) -> None:
    button = dialog.findChild(QPushButton, name) or dialog.findChild(QRadioButton, name)
    assert button is not None
    stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def keys(stage: Stage) -> list[str]:
    return [one.language for one in stage.session.project.campaign.film("lamp").tracks]


def test_a_clean_file_is_added_and_told_in_a_line(empty: Stage) -> None:
    path = empty.folder / "lamp.en.srt"
    path.write_text("1\n00:00:00,500 --> 00:00:01,500\nA small lamp.\n", encoding="utf-8")
    told: list[str] = []
    empty.page._notices.said.connect(lambda text, *_: told.append(str(text)))
    empty.page._tracks.add([path])
    assert keys(empty) == ["en"]
    assert told == ["lamp.en.srt: UTF-8, 1 cue, 0 repairs, 0 dropped"]


def test_a_doubtful_encoding_is_shown_and_another_one_chosen(empty: Stage) -> None:
    path = empty.folder / "lamp.zh-Hans.srt"
    text = (
        "1\n00:00:00,500 --> 00:00:01,500\n灯不大\n\n2\n00:00:01,600 --> 00:00:02,400\n末班车到了\n"
    )
    path.write_bytes(text.encode("gb18030"))
    seen: list[str] = []

    def choose(dialog: ImportDialog) -> None:
        seen.append(dialog.reading.encoding)
        first = next(iter(dialog.reading.track.cues)).text
        press(empty, dialog, "encoding-big5" if dialog.reading.encoding != "big5" else "")
        seen.append(dialog.reading.encoding)
        assert next(iter(dialog.reading.track.cues)).text != first
        press(empty, dialog, f"encoding-{seen[0]}")
        press(empty, dialog, "import-add")

    shown(choose)
    empty.page._tracks.add([path])
    assert seen == ["gb18030", "big5"]
    entry = empty.session.project.campaign.film("lamp").tracks[0]
    assert (entry.language, entry.encoding) == ("zh-Hans", "gb18030")
    assert empty.texts(0) == ["灯不大", "末班车到了"]


def test_text_that_was_encoded_twice_comes_in_as_it_was_meant_and_is_saved_so(empty: Stage) -> None:
    path = empty.folder / "lamp.zh-Hans.srt"
    line = "灯不大，够一个人回家。末班车到了"
    text = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},900\n{line}\n\n" for n in (1, 2, 3))
    path.write_bytes(text.encode("utf-8").decode("latin-1").encode("utf-8"))
    chosen: list[str] = []

    def choose(dialog: ImportDialog) -> None:
        way = next(one.encoding for one in dialog.reading.alternatives if "/" in one.encoding)
        chosen.append(way)
        press(empty, dialog, f"encoding-{way}")
        press(empty, dialog, "import-add")

    shown(choose)
    empty.page._tracks.add([path])
    assert chosen
    assert empty.texts(0)[0] == line
    empty.session.save(empty.folder / "campaign.toml")
    again = open_project(empty.folder / "campaign.toml")
    assert again.problems == ()
    assert (
        again.project.tracks["lamp", "zh-Hans"].cues[0].text == "灯不大，够一个人回家。末班车到了"
    )


def test_repairs_and_what_was_left_out_are_listed_and_leaving_adds_nothing(empty: Stage) -> None:
    path = empty.folder / "lamp.en.srt"
    path.write_text(
        "1\n00:00:00.500 --> 00:00:01,500\nA small lamp.\n\n2\n00:00:99,600 -> 00:0x\nlost\n",
        encoding="utf-8",
    )
    rows: list[tuple[str, ...]] = []

    def look(dialog: ImportDialog) -> None:
        rows.extend(dialog.told)
        empty.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    shown(look)
    empty.page._tracks.add([path])
    assert rows
    assert all(row[1] for row in rows)
    assert keys(empty) == []


def test_a_bilingual_file_becomes_two_tracks_as_the_command_line_splits_it(
    empty: Stage, tmp_path: Path
) -> None:
    path = empty.folder / "lamp.srt"
    path.write_text(BOTH, encoding="utf-8")

    def take(dialog: ImportDialog) -> None:
        press(empty, dialog, "import-add")

    shown(take)
    empty.page._tracks.add([path])
    assert keys(empty) == ["zh-Hans", "en"]
    assert empty.page.languages == ("zh-Hans", "en")
    history = empty.session.history
    assert history is not None
    assert history.position == 1
    empty.session.save(empty.folder / "campaign.toml")
    out = tmp_path / "out"
    out.mkdir()
    assert main(["subs", "split", str(path), "-o", str(out)]) in (0, 1)
    for language in ("zh-Hans", "en"):
        ours = empty.folder / "subtitles" / f"lamp.{language}.srt"
        assert ours.read_bytes() == (out / f"lamp.{language}.srt").read_bytes()
    assert path.read_text(encoding="utf-8") == BOTH


def test_undecided_cues_are_decided_by_a_person(empty: Stage) -> None:
    path = empty.folder / "lamp.srt"
    path.write_text(BOTH, encoding="utf-8")
    asked: list[int] = []

    def decide(dialog: ImportDialog) -> None:
        undecided = dialog._undecided
        assert undecided is not None
        asked.extend(undecided.boxes)
        box = undecided.boxes[4]
        box.setFocus()
        while box.currentData() != 2:
            empty.qtbot.keyClick(box, Qt.Key.Key_Down)
        press(empty, dialog, "import-add")

    shown(decide)
    empty.page._tracks.add([path])
    assert asked == [4]
    assert empty.texts(0)[3] == "And then 好\n走吧"
    assert empty.texts(1)[3] == "Let us go\n走"


def test_a_bilingual_file_may_stay_one_track(empty: Stage) -> None:
    path = empty.folder / "lamp.zh-Hans.srt"
    path.write_text(BOTH, encoding="utf-8")

    def keep(dialog: ImportDialog) -> None:
        press(empty, dialog, "import-one")
        press(empty, dialog, "import-add")

    shown(keep)
    empty.page._tracks.add([path])
    assert keys(empty) == ["zh-Hans"]
    form = empty.session.project.forms["lamp", "zh-Hans"]
    assert form == TrackForm("srt", "utf-8")
