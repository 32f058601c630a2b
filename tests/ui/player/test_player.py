"""The player shows exactly the frame it was asked for, and plays at the right pace."""

from __future__ import annotations

import threading
import time
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from studio.captions.style import CaptionStyle
from studio.media.film import Film
from studio.media.probe import probe
from studio.presets.store import caption_style
from studio.subs.cue import Cue, Track
from tests.drawn import read_number
from tests.ui.player.conftest import rgb, settle
from ui.player.player import Player


def seen(player: Player) -> int:
    """The number that the shown frame itself carries."""
    picture = player._picture.picture
    assert picture is not None
    film = player.film
    assert film is not None
    size = film.video.display
    return read_number(rgb(picture.image.scaled(size.width, size.height)))


def test_it_begins_at_the_first_frame(loaded: Player) -> None:
    assert (loaded.frame_index, loaded.position, seen(loaded)) == (0, Fraction(0), 0)


def test_a_seek_shows_the_frame_of_that_time(qtbot: QtBot, loaded: Player) -> None:
    for frame in (70, 3, 41, 95, 40, 0):
        loaded.seek(Fraction(frame, 24) + Fraction(1, 100))
        settle(qtbot, loaded, frame)
        assert seen(loaded) == frame
        assert loaded.position == Fraction(frame, 24)


def test_steps_go_both_ways_by_single_frames(qtbot: QtBot, loaded: Player) -> None:
    loaded.seek(Fraction(30, 24))
    settle(qtbot, loaded, 30)
    for step, frame in ((1, 31), (1, 32), (-1, 31), (-10, 21), (10, 31)):
        loaded.step(step)
        settle(qtbot, loaded, frame)
        assert seen(loaded) == frame


def test_steps_asked_for_faster_than_decoding_all_count(qtbot: QtBot, loaded: Player) -> None:
    for _ in range(25):
        loaded.step(1)
    for _ in range(5):
        loaded.step(-1)
    settle(qtbot, loaded, 20)
    assert seen(loaded) == 20


def test_steps_stop_at_either_end(qtbot: QtBot, loaded: Player) -> None:
    loaded.step(500)
    settle(qtbot, loaded, 95)
    loaded.step(-500)
    settle(qtbot, loaded, 0)


def test_the_newest_of_many_seeks_wins(qtbot: QtBot, loaded: Player) -> None:
    for frame in range(90, 10, -1):
        loaded.seek(Fraction(frame, 24))
    settle(qtbot, loaded, 11)
    qtbot.wait(60)
    assert seen(loaded) == 11


def test_playing_keeps_the_pace_and_ends_at_the_last_frame(qtbot: QtBot, loaded: Player) -> None:
    loaded.seek(Fraction(48, 24))
    settle(qtbot, loaded, 48)
    began = time.monotonic()
    loaded.play()
    qtbot.waitUntil(lambda: loaded.speed == 0, timeout=8000)
    spent = time.monotonic() - began
    assert loaded.frame_index == 95
    assert 1.8 < spent < 3.5


def test_pause_stands_at_what_is_seen(qtbot: QtBot, loaded: Player) -> None:
    loaded.play()
    qtbot.waitUntil(lambda: loaded.frame_index > 10)
    loaded.pause()
    stood = loaded.frame_index
    qtbot.wait(200)
    assert loaded.frame_index == stood
    loaded.step(1)
    settle(qtbot, loaded, stood + 1)


def test_playing_tells_its_speed(qtbot: QtBot, loaded: Player) -> None:
    speeds: list[int] = []
    loaded.playing_changed.connect(speeds.append)
    for direction in (1, 1, 1, 1, 1, -1, -1):
        loaded.shuttle(direction)
    loaded.pause()
    assert speeds == [1, 2, 4, 8, -1, -2, 0]


def test_backwards_goes_back_to_the_start(qtbot: QtBot, loaded: Player) -> None:
    loaded.seek(Fraction(40, 24))
    settle(qtbot, loaded, 40)
    loaded.shuttle(-1)
    loaded.shuttle(-1)
    qtbot.waitUntil(lambda: loaded.speed == 0, timeout=8000)
    assert loaded.frame_index == 0


def test_a_seek_while_playing_plays_on_from_there(qtbot: QtBot, loaded: Player) -> None:
    loaded.play()
    qtbot.waitUntil(lambda: loaded.frame_index > 3)
    loaded.seek(Fraction(2))
    qtbot.waitUntil(lambda: loaded.frame_index > 52)
    assert loaded.speed == 1


def test_play_at_the_end_begins_again(qtbot: QtBot, loaded: Player) -> None:
    loaded.go_to_end()
    settle(qtbot, loaded, 95)
    loaded.play()
    qtbot.waitUntil(lambda: 0 < loaded.frame_index < 60)
    assert loaded.speed == 1


def test_in_and_out_are_kept_and_out_stops(qtbot: QtBot, loaded: Player) -> None:
    for frame, out in ((10, False), (20, True)):
        loaded.seek(Fraction(frame, 24))
        settle(qtbot, loaded, frame)
        loaded.mark(out=out)
    assert loaded.marks == (Fraction(10, 24), Fraction(20, 24))
    loaded.seek(Fraction(8, 24))
    settle(qtbot, loaded, 8)
    loaded.play()
    qtbot.waitUntil(lambda: loaded.speed == 0)
    settle(qtbot, loaded, 20)


def test_an_out_before_the_in_takes_the_in_away(qtbot: QtBot, loaded: Player) -> None:
    loaded.seek(Fraction(20, 24))
    settle(qtbot, loaded, 20)
    loaded.mark(out=False)
    loaded.step(-5)
    settle(qtbot, loaded, 15)
    loaded.mark(out=True)
    assert loaded.marks == (None, Fraction(15, 24))
    loaded.mark(out=True)
    assert loaded.marks == (None, None)


def test_a_loop_goes_back_to_the_in(qtbot: QtBot, loaded: Player) -> None:
    loaded.seek(Fraction(80, 24))
    settle(qtbot, loaded, 80)
    loaded.mark(out=False)
    loaded._transport.press("loop")
    frames: list[int] = []
    loaded.moved.connect(lambda _: frames.append(loaded.frame_index))
    loaded.play()
    qtbot.waitUntil(lambda: frames.count(80) >= 2, timeout=8000)
    assert loaded.speed == 1
    assert min(frames) == 80


def test_a_typed_time_is_gone_to(qtbot: QtBot, loaded: Player) -> None:
    field = loaded.findChild(QLineEdit, "player-time")
    assert field is not None
    field.selectAll()
    qtbot.keyClicks(field, "00:00:02:05")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle(qtbot, loaded, 53)
    assert field.text() == "00:00:02:05"


def test_a_time_that_is_none_is_said_and_kept(qtbot: QtBot, loaded: Player) -> None:
    field = loaded.findChild(QLineEdit, "player-time")
    assert field is not None
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "noon")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "noon"
    assert "noon" in loaded._transport.word
    assert field.property("state") == "bad"


def test_captions_stand_on_their_frames_alone(qtbot: QtBot, loaded: Player) -> None:
    style: CaptionStyle = caption_style("cinema-bilingual")
    loaded.set_captions((Track("en", (Cue(1, 1000, 2000, "A small lamp."),)),), style)
    for frame, there in ((23, False), (24, True), (47, True), (48, False)):
        loaded.seek(Fraction(frame, 24))
        settle(qtbot, loaded, frame)
        picture = loaded._picture.picture
        assert picture is not None
        assert (picture.captions is not None) is there


def test_a_new_text_is_seen_without_a_seek(qtbot: QtBot, loaded: Player) -> None:
    style = caption_style("cinema-bilingual")
    loaded.set_captions((Track("en", (Cue(1, 0, 2000, "A small lamp."),)),), style)

    def patch() -> QImage | None:
        picture = loaded._picture.picture
        return picture.captions if picture is not None else None

    qtbot.waitUntil(lambda: patch() is not None)
    first = patch()
    loaded.set_captions((Track("en", (Cue(1, 0, 2000, "Another, longer text."),)),), style)
    qtbot.waitUntil(lambda: patch() is not None and patch() != first)


def test_the_picture_keeps_its_aspect_in_any_room(qtbot: QtBot, loaded: Player) -> None:
    film = loaded.film
    assert film is not None
    for size in ((900, 400), (420, 700)):
        loaded.resize(*size)
        qtbot.waitUntil(
            lambda: (
                loaded._picture.picture is not None
                and loaded._picture.picture.size == loaded._picture.picture_size()
            )
        )
        box = loaded._picture.picture_box()
        assert abs(box.width() / box.height() - float(film.video.display.aspect)) < 0.02
        assert loaded._picture.rect().contains(box.toRect())


def test_a_film_that_is_gone_is_said_in_its_place(
    qtbot: QtBot, player: Player, drawn: Film, tmp_path: Path
) -> None:
    path = tmp_path / "lamp.mp4"
    path.write_bytes(drawn.path.read_bytes())
    film = probe(path)
    path.unlink()
    player.set_film(film)
    qtbot.waitUntil(lambda: "lamp.mp4" in player.words)
    player.play()
    player.seek(Fraction(1))
    player.step(1)
    assert player.speed == 0


def test_without_a_film_every_command_is_quiet(player: Player) -> None:
    player.set_film(None, "Reading the film…")
    for action in player.commands("x"):
        assert not action.enabled()
        action.run()
    assert player.words == "Reading the film…"


def test_no_thread_outlives_its_film(qtbot: QtBot, loaded: Player, drawn: Film) -> None:
    loaded.play()
    qtbot.waitUntil(lambda: loaded.frame_index > 2)
    loaded.set_film(None)
    names = [thread.name for thread in threading.enumerate()]
    assert not [name for name in names if "lamp" in name]


def test_no_thread_outlives_a_player_that_is_deleted(
    qtbot: QtBot, themed: object, drawn: Film
) -> None:
    player = Player()
    player.set_film(drawn)
    qtbot.waitUntil(lambda: player.pts is not None)
    player.deleteLater()
    qtbot.waitUntil(
        lambda: not [one for one in threading.enumerate() if "lamp" in one.name], timeout=3000
    )
