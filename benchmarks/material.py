"""The films and captions that are measured: real ones from LOBBYCARD_MEDIA, else drawn here."""

from __future__ import annotations

import math
import os
import subprocess
from fractions import Fraction
from pathlib import Path

import av
import imageio_ffmpeg  # type: ignore[import-untyped]  # it carries no type information

from studio.core.geometry import Size
from tests.drawn import draw_film

LINES = {
    "zh-Hans": (
        "灯不大，够一个人回家。",
        "末班车还没有来。",
        "你听，雨停了。",
        "明天会是个好天气。",
    ),
    "zh-Hant": (
        "燈不大，夠一個人回家。",
        "末班車還沒有來。",
        "你聽，雨停了。",
        "明天會是個好天氣。",
    ),
    "ja": (
        "小さな灯りでも、帰り道には足りる。",
        "終バスはまだ来ない。",
        "ほら、雨がやんだ。",
        "明日は晴れるよ。",
    ),
    "ko": (
        "작은 등불 하나면 집에 갈 수 있다.",
        "막차는 아직 오지 않았다.",
        "들어 봐, 비가 그쳤어.",
        "내일은 맑을 거야.",
    ),
    "fr": (
        "Une petite lampe suffit pour rentrer.",
        "Le dernier bus n’est pas là.",
        "Écoute, la pluie a cessé.",
        "Il fera beau demain.",
    ),
    "en": (
        "A small lamp. Enough to get home by.",
        "The last bus has not come yet.",
        "Listen, the rain has stopped.",
        "Tomorrow will be a fine day.",
    ),
}
_NEARLY = Fraction(1, 20)
# Talk comes in scenes, with quiet between: so many lines of three seconds at a stretch.
_LINES_A_SCENE, _LINE, _SHOWN = 6, 3000, 2800


def media() -> Path | None:
    """The folder of real material, None where there is none."""
    given = os.environ.get("LOBBYCARD_MEDIA", "")
    return Path(given) if given and Path(given, "media").is_dir() else None


def film_of(folder: Path, height: int, seconds: int, given: Path | None = None) -> Path:
    """A film of about `seconds`: the one given, else real of 1080 or 720 lines, else a drawn one.

    Real and drawn ones that are shorter are shown again from the start, without re-encoding.
    """
    if given is not None:
        return given
    root = media()
    if root is not None:
        names = {1080: "big_buck_bunny_12s_1080p30.mp4", 720: "big_buck_bunny_full_720p24.mp4"}
        source = root / "media" / "film" / names[height]
    else:
        size = Size(height * 16 // 9, height)
        source = draw_film(folder / "drawn.mp4", size=size, frames=150, cuts=(40, 90), gop=150)
    return looped(source, folder / f"film-{height}-{seconds}.mp4", seconds)


def enlarged(folder: Path, height: int, seconds: int) -> Path:
    """The film of 1080 lines at `height` lines, as long; only its first seconds are encoded."""
    source = film_of(folder, 1080, 4)
    large = folder / f"large-{height}.mp4"
    scale = f"scale={height * 16 // 9}:{height}"
    made = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-v", "error", "-y", "-i", str(source)]
    made += ["-t", "4", "-vf", scale, "-c:v", "libx264", "-preset", "veryfast", "-crf", "20"]
    subprocess.run([*made, "-c:a", "copy", str(large)], check=True)
    return looped(large, folder / f"film-{height}-{seconds}.mp4", seconds)


def looped(source: Path, out: Path, seconds: int) -> Path:
    """The packets of `source` as often as `seconds` take, cut only before a key picture.

    Pictures keep an even rate; sound that is longer than the picture is left out.
    """
    length = _length(source, seconds)
    with av.open(str(source)) as reader, av.open(str(out), "w") as writer:
        kept = [reader.streams.video[0], *reader.streams.audio[:1]]
        streams = {one.index: writer.add_stream_from_template(one) for one in kept}
        # A film that is nearly long enough is not shown twice.
        for turn in range(max(1, math.ceil(seconds / length - _NEARLY))):
            reader.seek(0)
            for packet in reader.demux(kept):
                base = packet.time_base
                if packet.dts is None or packet.pts is None or packet.pts * base >= length:
                    continue
                if turn and packet.pts < 0:
                    # What AAC is primed with would fall into the turn before.
                    continue
                packet.pts += round(turn * length / base)
                packet.dts += round(turn * length / base)
                packet.stream = streams[packet.stream_index]
                writer.mux(packet)
    return out


def _length(source: Path, seconds: int) -> Fraction:
    """Seconds to the end, or to the first key picture at or after `seconds`."""
    with av.open(str(source)) as reader:
        picture = reader.streams.video[0]
        for packet in reader.demux(picture):
            if packet.pts is not None and packet.is_keyframe:
                at = packet.pts * packet.time_base
                if at >= seconds:
                    return at
        return Fraction(picture.frames or 1) / (picture.average_rate or Fraction(25))


def spoken(seconds: int, share: Fraction) -> list[tuple[int, int, int]]:
    """(start, end, number) in ms of lines that come in scenes and take `share` of the film."""
    scene = _LINES_A_SCENE * _LINE
    period = round(scene / share)
    found: list[tuple[int, int, int]] = []
    for begin in range(round((period - scene) / 2), seconds * 1000, period):
        for place in range(_LINES_A_SCENE):
            start = begin + place * _LINE
            if start + _SHOWN < seconds * 1000:
                found.append((start, start + _SHOWN, len(found)))
    return found


def srt_text(language: str, cues: list[tuple[int, int, int]]) -> str:
    """The lines of a language at these times, as SubRip; each says its number."""
    lines = LINES[language]
    return "".join(
        f"{n + 1}\n{_time(start)} --> {_time(end)}\n{lines[n % len(lines)]} {n + 1}\n\n"
        for start, end, n in cues
    )


def ass_text(pair: tuple[str, str], cues: list[tuple[int, int, int]]) -> str:
    """The same two languages for libass, in sizes, outline and shadow like cinema-bilingual's."""
    first, second = (LINES[one] for one in pair)
    head = (
        "[Script Info]\nScriptType: v4.00+\nPlayResX: 1920\nPlayResY: 1080\n\n[V4+ Styles]\n"
        "Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, BackColour, Bold,"
        " BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV\n"
        "Style: D,Noto Sans CJK SC,78,&H00FFFFFF,&H00000000,&H57000000,0,1,2.7,1.6,2,115,115,56\n\n"
        "[Events]\nFormat: Layer, Start, End, Style, Text\n"
    )
    return head + "\n".join(
        f"Dialogue: 0,{_ass_time(start)},{_ass_time(end)},D,"
        f"{first[n % len(first)]} {n + 1}\\N{{\\fnInter\\fs52}}{second[n % len(second)]} {n + 1}"
        for start, end, n in cues
    )


def _time(ms: int) -> str:
    return f"{ms // 3600000:02}:{ms // 60000 % 60:02}:{ms // 1000 % 60:02},{ms % 1000:03}"


def _ass_time(ms: int) -> str:
    return _time(ms)[1:-1].replace(",", ".")
