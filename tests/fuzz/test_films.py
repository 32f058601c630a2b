from __future__ import annotations

import random
from fractions import Fraction
from pathlib import Path

import pytest

from studio.core.errors import StudioError
from studio.media.frames import FrameReader
from studio.media.probe import probe
from studio.media.sound import peaks
from tests.drawn import draw_film

FORMS = {
    "a.mp4": {"frames": 20},
    "a.mkv": {"frames": 20},
    "a.mov": {"frames": 6, "codec": "prores_ks", "pixel_format": "yuv422p10le"},
    "a.webm": {"frames": 12, "codec": "libvpx-vp9", "sound": "libopus"},
    "a.ts": {"frames": 20, "codec": "mpeg2video", "sound": "mp2"},
    "a.avi": {"frames": 20, "codec": "mpeg4", "sound": ""},
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Cut short, or with bytes changed anywhere, in the head or in the tail, or torn apart."""
    made = bytearray(data)
    kind = chance.randrange(4)
    if kind == 0:
        return bytes(made[: chance.randrange(len(made))])
    if kind == 1:
        at = chance.randrange(len(made))
        made[at : at + chance.randrange(2000)] = chance.randbytes(chance.randrange(2000))
        return bytes(made)
    for _ in range(chance.randrange(1, 40)):
        near = chance.randrange(min(3000, len(made)))
        places = (chance.randrange(len(made)), near, len(made) - 1 - near)
        made[chance.choice(places)] = chance.randrange(256)
    return bytes(made)


@pytest.mark.parametrize("name", FORMS)
def test_damaged_films_are_read_or_refused_in_words(tmp_path: Path, name: str) -> None:
    whole = draw_film(tmp_path / name, **FORMS[name]).read_bytes()
    chance = random.Random(name)
    read = 0
    refused: list[tuple[StudioError, Path]] = []
    for turn in range(12):
        path = tmp_path / f"{turn}-{name}"
        path.write_bytes(damaged(whole, chance))
        try:
            film = probe(path)
            with FrameReader(film) as reader:
                list(reader.walk())
                reader.at(film.duration / 2).rgb()
                reader.at(Fraction(0)).small(64)
            peaks(film)
        except StudioError as error:
            refused.append((error, path))
            continue
        read += 1
    assert read
    assert all(error.hint and str(path) in str(error) for error, path in refused)
