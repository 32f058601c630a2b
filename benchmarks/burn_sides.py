"""The sides of the burning benchmark: ours, every ffmpeg with libass, plain MoviePy."""

from __future__ import annotations

import shutil
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import av
import imageio_ffmpeg  # type: ignore[import-untyped]  # it carries no type information

from benchmarks.material import ass_text, spoken, srt_text
from benchmarks.measuring import ROOT, Run, command, forget

PAIR = ("zh-Hans", "en")
PAIRS = (PAIR, ("zh-Hant", "en"), ("ja", "en"), ("ko", "en"), ("fr", "en"))
CRF, THREADS = "20", "4"
_PRESET = """schema = 1
name = "bench"
summary = "as same-as-film, with the speed that is measured"
containers = ["mp4"]
[provenance]
source = "benchmarks"
date = "2026-11-22"
verified = false
[picture]
codec = "libx264"
crf = {crf}
preset = "{speed}"
threads = {threads}
keyframe_seconds = 10
[sound]
codec = "aac"
"""


class Bench:
    """A folder with a film, its captions in every form, and the commands of every side."""

    def __init__(self, folder: Path, film: Path, seconds: int, speed: str) -> None:
        self.folder, self.film, self.seconds, self.speed = folder, film, seconds, speed
        with av.open(str(film)) as opened:
            # Ten seconds, as our preset says.
            self.gop = str(round(10 * (opened.streams.video[0].average_rate or 25)))
        presets = folder / "config" / "presets" / "video"
        presets.mkdir(parents=True)
        text = _PRESET.format(crf=CRF, speed=speed, threads=THREADS)
        (presets / "bench.toml").write_text(text, encoding="utf-8")
        (folder / "fonts").symlink_to(ROOT / "resources" / "fonts")

    def write(self, share: Fraction) -> None:
        """Captions of all languages for `share` of the film."""
        cues = spoken(self.seconds, share)
        for one in {language for pair in PAIRS for language in pair}:
            (self.folder / f"{one}.srt").write_text(srt_text(one, cues), encoding="utf-8")
        for pair in PAIRS:
            text = ass_text(pair, cues)
            (self.folder / f"{_named(pair)}.ass").write_text(text, encoding="utf-8")

    def ours(self, *pairs: tuple[str, str]) -> Run:
        """`lobbycard burn`, as a person types it; the one pair, or several in one command."""
        made = [sys.executable, "-m", "studio", "burn", str(self.film), "--video", "bench"]
        for pair in pairs or (PAIR,):
            made += [part for one in pair for part in ("--subs", f"{one}.srt", "--language", one)]
            made += ["-o", f"ours-{_named(pair)}.mp4" if pairs else "ours.mp4"]
        return command([*made, "--json"], self.folder, LOBBYCARD_CACHE=str(self.folder / "cache"))

    def fresh(self) -> Run:
        """The one pair with nothing kept from before."""
        forget(self.folder / "cache")
        return self.ours()

    def all_fresh(self) -> Run:
        """All pairs with nothing kept from before."""
        forget(self.folder / "cache")
        return self.ours(*PAIRS)

    def ffmpeg(self, program: str, out: str, pair: tuple[str, str] = PAIR) -> Run:
        """ffmpeg with libass and the very settings of x264."""
        made = [program, "-nostdin", "-v", "error", "-y", "-i", str(self.film)]
        made += ["-vf", f"ass={_named(pair)}.ass:fontsdir=fonts", "-c:v", "libx264"]
        made += ["-preset", self.speed, "-crf", CRF, "-threads", THREADS, "-g", self.gop]
        made += ["-x264-params", "cpu-independent=1:open-gop=0", "-pix_fmt", "yuv420p"]
        made += ["-fps_mode", "passthrough", "-c:a", "copy", "-movflags", "+faststart", out]
        return command(made, self.folder)

    def ffmpeg_for_all(self, program: str) -> Run:
        """The same for every pair, one run after the other."""
        runs = [self.ffmpeg(program, f"peer-{_named(pair)}.mp4", pair) for pair in PAIRS]
        return Run(sum(run.wall for run in runs), sum(run.cpu for run in runs))

    def moviepy(self) -> Run:
        """Plain MoviePy: SubtitlesClip over VideoFileClip, written with the same settings."""
        made = [sys.executable, "-m", "benchmarks.moviepy_peer", str(self.film), *PAIR]
        return command([*made, self.speed, CRF, THREADS, "moviepy.mp4"], self.folder)


def _named(pair: tuple[str, str]) -> str:
    return "-".join(pair)


def builds() -> dict[str, str]:
    """Every ffmpeg at hand that has libass: its name to its path."""
    found = {}
    for program in (shutil.which("ffmpeg"), imageio_ffmpeg.get_ffmpeg_exe()):
        if program is None:
            continue
        said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False)
        if "--enable-libass" in said.stdout:
            found["ffmpeg " + said.stdout.split()[2]] = program
    if not found:
        print("No ffmpeg with libass was found: that side is skipped.\n")
    return found
