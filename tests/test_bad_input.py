"""Whatever file a command is given: a sentence that names it, exit code 2, nothing written."""

import json
import shutil

import pytest

from studio.cli.start import main

NOT_FILMS = {
    "missing.mp4": None,
    "empty.mp4": b"",
    "words.mp4": b"<html>not found</html>",
    "playlist.mp4": b"#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
    "concat.mp4": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "zeros.mp4": bytes(4096),
    "half.mkv": b"\x1aE\xdf\xa3" + bytes(64),
    "pointer.mp4": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n",
    "picture.mp4": b"\x89PNG\r\n\x1a\n" + bytes(128),
}
NOT_SUBTITLES = {
    "missing.srt": None,
    "empty.srt": b"",
    "binary.srt": bytes(range(256)) * 8,
    "prose.srt": b"Dear all,\nplease find the film attached.\n",
    "film.srt": b"\x00\x00\x00\x18ftypmp42" + bytes(256),
}
NOT_CAMPAIGNS = {
    "missing.toml": b"",
    "broken.toml": b"schema = \n",
    "unknown.toml": b'schema = 1\nname = "x"\nfilm = []\n',
    "escaping.toml": b'schema = 1\n[[films]]\nid = "a"\nsource = "../../etc/passwd"\n',
    "binary.toml": bytes(range(256)),
    "deep.toml": b"a = " + b"[" * 100_000,
}


def placed(folder, name, content):
    path = folder / name
    if content is not None:
        path.write_bytes(content)
    return path


def refused(capsys, folder, *arguments):
    """Run the command; it must refuse in plain words and leave the folder as it was."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    code = main([str(one) for one in arguments])
    said = capsys.readouterr()
    assert code == 2, said
    assert said.out == ""
    assert 1 <= len(said.err.strip().splitlines()) <= 4
    assert "Traceback" not in said.err
    assert "unexpected" not in said.err
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return said.err


@pytest.mark.parametrize("name", NOT_FILMS)
@pytest.mark.parametrize(
    "command",
    [
        ("probe", "{film}"),
        ("shots", "{film}"),
        ("stills", "{film}", "-o", "{folder}/stills"),
        ("frame", "{film}", "1.0", "-o", "{folder}/frame.png"),
        ("burn", "{film}", "--subs", "{subs}", "-o", "{folder}/out.mp4"),
        (
            "poster", "--still", "{film}@1.0", "--template", "quiet-line", "--format", "kakao",
            "--copy", "en=A lamp.", "-o", "{folder}/posters",
        ),
    ],
    ids=lambda command: command[0],
)  # fmt: skip
def test_what_is_no_film_is_refused(tmp_path, capsys, command, name):
    film = placed(tmp_path, name, NOT_FILMS[name])
    subs = placed(tmp_path, "good.en.srt", b"1\n00:00:00,000 --> 00:00:01,000\nHello.\n")
    values = {"film": film, "folder": tmp_path, "subs": subs}
    said = refused(capsys, tmp_path, *(part.format(**values) for part in command))
    assert name in said


@pytest.mark.parametrize("name", NOT_SUBTITLES)
@pytest.mark.parametrize("command", ["check", "convert"])
def test_what_is_no_subtitle_is_refused(tmp_path, capsys, command, name):
    file = placed(tmp_path, name, NOT_SUBTITLES[name])
    tail = ["-o", tmp_path / "out.srt"] if command == "convert" else []
    code = main([str(one) for one in ("subs", command, file, *tail)])
    said = capsys.readouterr()
    assert code == 2
    assert name in said.err + said.out
    assert "Traceback" not in said.err
    assert not (tmp_path / "out.srt").exists()


@pytest.mark.parametrize("name", NOT_CAMPAIGNS)
def test_what_is_no_campaign_is_refused(tmp_path, capsys, name):
    content = None if name.startswith("missing") else NOT_CAMPAIGNS[name]
    path = placed(tmp_path, name, content)
    said = refused(capsys, tmp_path, "export", path)
    assert name in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["exprot", "x"], "Did you mean “export”?"),
        (["probe"], "required"),
        (["presets", "show", "one-shet"], "Did you mean “one-sheet”?"),
        (["export", "{folder}", "--only", "flim=x"], "not there"),
        (["make", "{folder}/a.mp4"], "Say where the outputs go"),
        (["make", "{folder}/a.mp4", "-o", "{folder}/o", "--poster", "x"], "A poster needs"),
        (["new", "{folder}"], "There are no films"),
        (["presets", "check", "{folder}/x.toml"], "lies in no folder of presets"),
    ],
)
def test_a_wrong_request_says_what_can_be_asked(tmp_path, capsys, arguments, said):
    code = main([part.format(folder=tmp_path) for part in arguments])
    shown = capsys.readouterr().err.replace("\n", " ")
    assert code == 2
    assert said in shown


def test_damaged_films_of_all_kinds_never_give_a_traceback(media, tmp_path, capsys):
    """Each is either read or refused; what is refused names the file."""
    odd = sorted(path for path in (media / "media" / "odd").rglob("*") if path.is_file())
    assert len(odd) > 30
    # Each file is read by the tests of probing; here some go the whole way of a command.
    for path in odd[::8]:
        # By its folder, so that a name with a leading dash is no option.
        code = main(["probe", str(path), "--json"])
        said = capsys.readouterr()
        assert code in (0, 2), path.name
        assert "Traceback" not in said.err
        assert "unexpected" not in said.err, (path.name, said.err)
        if code == 0:
            json.loads(said.out)
        else:
            assert path.name in said.err.replace("\n", "")


def test_an_output_that_is_there_survives_a_failed_run(media, tmp_path, capsys):
    damaged = tmp_path / "film.mp4"
    shutil.copyfile(media / "media/odd/truncated_5pct_sintel_trailer.mp4", damaged)
    out = tmp_path / "frame.png"
    out.write_bytes(b"what was there")
    assert main(["frame", str(damaged), "1", "-o", str(out)]) == 2
    assert out.read_bytes() == b"what was there"
