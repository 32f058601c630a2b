from __future__ import annotations

import hashlib
import os
import threading
from pathlib import Path

import pytest

from studio.core.errors import BadValue, CannotRead, CannotWrite
from studio.core.files import (
    inside,
    is_plain_name,
    read_bytes,
    read_text,
    sha256,
    write_bytes,
    write_text,
    write_together,
    written,
)
from studio.core.progress import Cancelled


def left_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "new" / "deep" / "夜摊.txt"
    write_text(path, "灯不大\r\nend")
    assert path.read_bytes() == "灯不大\r\nend".encode()
    assert left_in(path.parent) == ["夜摊.txt"]
    write_bytes(path, b"")
    assert path.read_bytes() == b""


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, Cancelled])
def test_what_breaks_off_leaves_the_version_before(
    tmp_path: Path, error: type[BaseException]
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")

    def break_off() -> None:
        with written(path) as part:
            part.write_text("half")
            raise error

    with pytest.raises(error):
        break_off()
    assert path.read_text() == "before"
    assert left_in(tmp_path) == ["a.txt"]


def test_the_temporary_name_keeps_the_suffix_and_hides(tmp_path: Path) -> None:
    with written(tmp_path / ("长" * 60 + ".png")) as part:
        assert part.suffix == ".png"
        assert part.name.startswith(".")


def test_new_files_are_as_readable_as_any_and_old_ones_keep_their_mode(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_text("x")
    write_text(tmp_path / "new", "x")
    assert (tmp_path / "new").stat().st_mode == plain.stat().st_mode
    plain.chmod(0o600)
    write_text(plain, "y")
    assert plain.stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder" / "full").mkdir(parents=True)
    for path in (tmp_path / "file" / "below", tmp_path / "folder", tmp_path / ("n" * 300)):
        with pytest.raises(CannotWrite, match="cannot be written") as caught:
            write_text(path, "y")
        assert caught.value.hint
    with pytest.raises(CannotWrite, match="character 3 is half of one"):
        write_text(tmp_path / "half", "ab\ud800")
    assert left_in(tmp_path) == ["file", "folder"]


def test_a_set_is_saved_together_or_not_at_all(tmp_path: Path) -> None:
    one, two, new = tmp_path / "one", tmp_path / "two", tmp_path / "new"
    one.write_text("1")
    two.write_text("2")
    write_together({one: b"1a", two: b"2a"})
    assert (one.read_bytes(), two.read_bytes()) == (b"1a", b"2a")
    folder = tmp_path / "folder"
    folder.mkdir()
    for files in (
        {one: b"1b", new: b"n", folder: b"x", two: b"2b"},
        {folder: b"x", one: b"1b"},
        {one: b"1b", two / "below": b"x"},
    ):
        with pytest.raises(CannotWrite):
            write_together(files)
        assert (one.read_bytes(), two.read_bytes(), new.exists()) == (b"1a", b"2a", False)
        assert left_in(tmp_path) == ["folder", "one", "two"]
    write_together({})


def test_writers_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a"
    contents = [bytes([n]) * 100_000 for n in range(6)]
    threads = [threading.Thread(target=write_bytes, args=(path, data)) for data in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_bytes() in contents
    assert left_in(tmp_path) == ["a"]


def test_reading_says_what_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(bytes(11))
    (tmp_path / "latin").write_bytes(b"caf\xe9")
    for path, words in (
        (tmp_path, "is a folder"),
        (tmp_path / "none", "is not there"),
        (tmp_path / "long", "the limit for such a file is 10 B"),
    ):
        with pytest.raises(CannotRead, match=words):
            read_bytes(path, 10)
    with pytest.raises(CannotRead, match=r"not UTF-8 \(byte 3\)"):
        read_text(tmp_path / "latin")
    (tmp_path / "bom").write_bytes(b"\xef\xbb\xbfok")
    assert read_text(tmp_path / "bom") == "ok"


def test_a_pipe_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(CannotRead):
        read_bytes(tmp_path / "pipe")


def test_sha256_is_that_of_the_content(tmp_path: Path) -> None:
    data = os.urandom(9_000_000)
    (tmp_path / "a").write_bytes(data)
    assert sha256(tmp_path / "a") == hashlib.sha256(data).hexdigest()
    with pytest.raises(CannotRead):
        sha256(tmp_path / "none")


def test_paths_stay_inside_their_folder(tmp_path: Path) -> None:
    home = tmp_path / "campaign"
    (home / "films").mkdir(parents=True)
    (home / "out").symlink_to(tmp_path)
    (home / "in").symlink_to(home / "films")
    assert inside(home, "films/夜 摊.mp4", "f") == home / "films/夜 摊.mp4"
    assert inside(home, "films\\a.mp4", "f") == home / "films/a.mp4"
    assert inside(home, "in/a.mp4", "f") == home / "in/a.mp4"
    assert inside(home, "films/../b.mp4", "f").resolve() == home / "b.mp4"
    for wrong in (
        "",
        "/etc/passwd",
        "../x",
        "films/../../x",
        "out/x",
        "C:\\x",
        "c:x",
        "\\\\server\\x",
        "..\\x",
        "a\0b",
    ):
        with pytest.raises(BadValue, match=r"films\[0\]\.source"):
            inside(home, wrong, "films[0].source")


def test_plain_names_work_on_every_system() -> None:
    for name in ("night-stall", "夜摊", "v01 final.mp4", "a" * 100):
        assert is_plain_name(name)
    for name in (
        *("", ".", "..", "a/b", "a\\b", "a:b", "con", "NUL.txt", "com1", "a ", "a.", " a"),
        *("a" * 101, "长" * 100, "a\nb", "x?", "a|b", '"a"'),
    ):
        assert not is_plain_name(name)
