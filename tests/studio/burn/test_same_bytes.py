"""The same bytes from two workers at once and without a processor's newer instructions; clicks."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from moviepy import concatenate_videoclips

from studio.burn.asked.wanted import LoudnessSettings
from studio.burn.burn import BurnOrder, burn_order
from studio.burn.edit.clip import FilmClip
from studio.burn.edit.reel import clip_reel
from studio.burn.encode import encode
from studio.core.geometry import Size
from studio.media.probe import probe
from studio.media.sound import pcm

PLAIN = """
import ctypes, hashlib, pathlib, pickle, sys
import av
orders, library = pickle.loads(bytes.fromhex(sys.argv[1]))
if library:
    # FFmpeg's own arithmetic without SSE and AVX: 0 is AV_CPU_FLAG_NONE.
    ctypes.CDLL(library).av_force_cpu_flags(0)
from studio.burn.burn import burn_order
print(*[burn_order(order).sha256 for order in orders])
"""
# What NumPy and OpenCV may have been built to use beyond their base.
_FEATURES = "SSE42 AVX F16C FMA3 AVX2 AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL"


def libavutil() -> str:
    """The very library that PyAV has loaded; "" where it cannot be told."""
    listed = Path("/proc/self/maps")
    if not listed.is_file():
        return ""
    found = (line.split()[-1] for line in listed.read_text().splitlines() if "libavutil" in line)
    return next(found, "")


def started(orders: list[BurnOrder], library: str = "", **more: str) -> subprocess.Popen[str]:
    told = pickle.dumps((orders, library)).hex()
    return subprocess.Popen(
        [sys.executable, "-c", PLAIN, told],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, **more},
    )


@pytest.mark.skipif(not libavutil(), reason="where libraries lie is known on Linux only")
def test_workers_and_processors_make_no_difference(
    films, style, tracks, quick, tmp_path, out
) -> None:
    film = films(frames=200, size=Size(160, 90), pixel_format="yuv422p")
    small = {"mode": "fit", "width": 128, "height": 128}
    heard = {"codec": "aac", "copy": False}
    loud = LoudnessSettings(-16, limiting=6)
    presets = (
        quick(),
        quick(picture={"pixel_format": "yuv420p"}, frame=small),
        quick(sound=heard),
        quick(sound=heard, loudness=loud),
    )
    orders = [
        BurnOrder(film, tracks, style, preset, out / f"{n}.mp4") for n, preset in enumerate(presets)
    ]
    # NumPy says so when it lacks a feature it was told to leave: only those it has are named.
    known = np.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    bare = started(
        orders,
        libavutil(),
        NPY_DISABLE_CPU_FEATURES=" ".join(one for one in _FEATURES.split() if one in known),
        OPENCV_CPU_DISABLE="AVX2,AVX512_SKX",
        # The C library has other ways of its own for powers and sines.
        GLIBC_TUNABLES="glibc.cpu.hwcaps=-AVX2,-AVX2_Usable,-FMA,-FMA_Usable,-FMA4,-AVX512F",
        LOBBYCARD_CACHE=str(tmp_path / "bare"),
    )
    # Two at once from one store: both make pieces, or take what the other has made.
    other = started([*reversed(orders)])
    whole = [burn_order(order).sha256 for order in orders]
    assert other.communicate(timeout=60)[0].split() == whole[::-1]
    assert bare.communicate(timeout=60)[0].split() == whole


def clicks(path: Path, seconds: Fraction) -> list[int]:
    loud = np.abs(pcm(probe(path), Fraction(0), seconds)[:, 0]) > 0.1
    return [int(n) for n in np.flatnonzero(loud) if not loud[max(0, n - 2000) : n].any()]


@pytest.mark.parametrize("codec", ["aac", "pcm_s16le"])
def test_every_click_is_in_its_place_through_trims_and_joins(films, quick, out, codec) -> None:
    film = films(frames=150, rate=Fraction(24000, 1001))
    frame = Fraction(1001, 24000)
    cuts = [(12, 60), (100, 140), (30, 90)]
    preset = quick(
        sound={"codec": codec, "copy": False}, containers=("mov",) if "pcm" in codec else ("mp4",)
    )
    with FilmClip(film) as clip:
        parts = [clip.between(a * frame, b * frame) for a, b in cuts]
        reel = clip_reel(concatenate_videoclips(parts, method="chain"), preset, film)
        done = encode(reel, out / f"a.{preset.container}")
    result = probe(done.path)
    assert done.frames == sum(b - a for a, b in cuts)
    assert result.duration == done.frames * frame
    with av.open(str(done.path)) as container:
        stream = container.streams.audio[0]
        length = stream.duration * stream.time_base
    assert abs(length - result.duration) <= Fraction(1, 48000)
    heard = clicks(done.path, result.duration)
    source = clicks(film.path, film.duration)
    wanted, at = [], Fraction(0)
    for a, b in cuts:
        first, last = round(a * frame * 48000), round(b * frame * 48000)
        wanted += [n - first + round(at * 48000) for n in source if first <= n < last]
        at += (b - a) * frame
    assert len(heard) == len(wanted) == 5
    assert np.abs(np.array(heard) - np.array(wanted)).max() <= 1
