"""What a person writes with MoviePy alone: two subtitle tracks over a film. Run by burn.py."""

from __future__ import annotations

import sys
from pathlib import Path

from moviepy import CompositeVideoClip, TextClip, VideoFileClip
from moviepy.video.tools.subtitles import SubtitlesClip

from studio.core.places import resources_folder

FONTS = {"zh-Hans": "NotoSerifCJK-Bold.ttc", "en": "Inter-VF.ttf"}


def subtitles(language: str, film: VideoFileClip, size: float, bottom: float) -> SubtitlesClip:
    """The track of a language, its lines standing with their feet `bottom` above the edge."""
    font = str(resources_folder() / "fonts" / FONTS[language])

    def line(text: str) -> TextClip:
        return TextClip(
            font=font,
            text=text,
            font_size=round(film.h * size),
            color="white",
            stroke_color="black",
            stroke_width=max(1, round(film.h * size * 0.05)),
        )

    clip = SubtitlesClip(f"{language}.srt", make_textclip=line, encoding="utf-8")
    return clip.with_position(("center", round(film.h * (1 - bottom - size * 1.4))))


def main(path: str, pair: tuple[str, str], encoding: tuple[str, str, str], out: Path) -> None:
    """Burn both tracks and write the film with the same encoder settings."""
    speed, crf, threads = encoding
    film = VideoFileClip(path)
    tracks = [subtitles(pair[0], film, 0.05, 0.1), subtitles(pair[1], film, 0.033, 0.05)]
    CompositeVideoClip([film, *tracks]).with_duration(film.duration).write_videofile(
        str(out),
        codec="libx264",
        preset=speed,
        threads=int(threads),
        audio_codec="aac",
        ffmpeg_params=["-crf", crf, "-pix_fmt", "yuv420p"],
        logger=None,
    )


if __name__ == "__main__":
    film_path, one, two, x264, quality, count, written = sys.argv[1:]
    main(film_path, (one, two), (x264, quality, count), Path(written))
