"""Headers that are cut off, changed or made up say nothing, and end."""

from __future__ import annotations

import random

import av
import pytest

from studio.media.headers import chroma_place
from tests.drawn import draw_film


@pytest.mark.parametrize(("codec", "option"), [("libx264", "x264"), ("libx265", "x265")])
@pytest.mark.parametrize("place", [1, 4])
def test_spoilt_headers_are_no_trouble(tmp_path, codec, option, place) -> None:
    told = {"preset": "ultrafast", f"{option}-params": f"chromaloc={place}:log-level=none"}
    # Of two pictures x265 now and then tells times of decoding that nobody set.
    path = draw_film(tmp_path / "a.mp4", codec=codec, frames=3, sound="", options=told)
    with av.open(str(path)) as container:
        context = container.streams.video[0].codec_context
        name, headers = context.codec.canonical_name, bytes(context.extradata)
    assert chroma_place(name, headers) == place
    chance = random.Random(7)
    for cut in range(0, len(headers), 3):
        assert chroma_place(name, headers[:cut]) in (None, place)
    for _ in range(300):
        spoilt = bytearray(headers)
        for _ in range(chance.randint(1, 6)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        found = chroma_place(name, bytes(spoilt))
        assert found is None or found >= 0
    for codec_name in ("h264", "hevc", "av1", "vp9"):
        for _ in range(100):
            made_up = chance.randbytes(chance.randint(0, 80))
            found = chroma_place(codec_name, made_up)
            assert found is None or found >= 0
