"""The acceptance sheet of a delivery: what was asked for, what the written file has."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from studio.burn.asked.finding import Checked, Finding
from studio.burn.asked.preset import VideoPreset
from studio.burn.asked.wanted import MEGABYTE, SHORT_FORM, LoudnessSettings
from studio.burn.edit.reel import Reel
from studio.burn.encode import Encoded
from studio.burn.picture.form import Form
from studio.burn.sound.loudness import Loudness
from studio.core.said import said
from studio.core.time import clock
from studio.core.words import size_words
from studio.media.film import Film
from studio.subs.iso639 import quicktime, three_letters

# Codecs as FFmpeg calls what its encoders make.
_MADE_BY = {"libx264": "h264", "libx265": "hevc", "prores_ks": "prores"}
# Two names of one matrix (ITU-T H.273, table 4: 5 and 6).
_SAME_MATRIX = {"bt470bg", "smpte170m"}
# libavfilter's readings have three digits; what is right to one is right.
_ROUNDED = 0.05


def picture_rows(result: Film, encoded: Encoded) -> list[Checked]:
    """Codec, size, rate, length, pixel format and colour of the file against the form."""
    form, video = encoded.form, result.video
    pairs: list[tuple[str, object, object]] = [
        (said("codec"), video.codec, _MADE_BY.get(form.codec, form.codec)),
        (said("size"), video.coded, form.size),
        (said("pixel format"), video.pixel_format.replace("yuvj", "yuv"), _as_read(form)),
        (said("pixel aspect"), video.sample_aspect, form.sample_aspect),
        (said("rotation"), video.rotation, form.rotation),
        (said("first field"), video.first_field if video.interlaced else "", form.fields),
        *(
            (
                said("colour {name}", name=said(name)),
                getattr(video.colour, name),
                getattr(form.colour, name),
            )
            for name in ("primaries", "transfer", "range")
        ),
    ]
    got, want = video.colour.matrix, form.colour.matrix
    if {got, want} == _SAME_MATRIX:
        got = want
    pairs.insert(6, (said("colour {name}", name=said("matrix")), got, want))
    length = encoded.seconds
    if form.rate is not None:
        pairs.append((said("rate"), video.rate, form.rate))
        length = encoded.frames / form.rate.value
    rows = [Checked(what, str(want), str(got), got == want) for what, got, want in pairs]
    near = abs(result.duration - length) <= 1 / video.rate.value
    rows.append(Checked(said("duration"), clock(length), clock(result.duration), near))
    # Square pixels, upright, whole pictures: what nobody would ask about is not listed.
    return [one for one in rows if not (one.passes and one.found in ("", "0", "1"))]


def _as_read(form: Form) -> str:
    """The pixel format that FFmpeg's decoder tells: it reads all ProRes of 4:4:4 as 12 bits."""
    if form.codec == "prores_ks" and form.pixel_format == "yuv444p10le":
        return "yuv444p12le"
    return form.pixel_format


def loudness_rows(
    heard: Sequence[Loudness], preset: VideoPreset, seconds: Fraction
) -> list[Checked]:
    """How loud each sound track of a file of so many seconds is, against the preset's figures where
    it has some."""
    rows: list[Checked] = []
    for number, one in enumerate(heard, start=1):
        name = said("sound {number}", number=number) if len(heard) > 1 else said("sound")
        rows += _heard_rows(name, one, None if one.is_silent else preset.loudness, seconds)
    return rows


def _heard_rows(
    name: str, one: Loudness, wanted: LoudnessSettings | None, seconds: Fraction
) -> list[Checked]:
    integrated = said("{value:.1f} LUFS", value=one.integrated)
    peak = said("{value:.1f} dBTP", value=one.peak)
    spread = said("{value:.1f} LU", value=one.range)
    loudest = said("{value:.1f} LUFS", value=one.short_term)
    asked = most = short = ""
    right = low = calm = True
    if wanted is not None:
        asked = said(
            "{value:.1f} ± {tolerance:g} LUFS",
            value=wanted.integrated,
            tolerance=wanted.tolerance,
        )
        most = said("at most {value:.1f} dBTP", value=wanted.peak)
        right = abs(one.integrated - wanted.integrated) <= wanted.tolerance + _ROUNDED
        low = one.peak <= wanted.peak + _ROUNDED
        if wanted.short_term is not None and seconds <= SHORT_FORM:
            short = said("at most {value:.1f} LUFS", value=wanted.short_term)
            calm = one.short_term <= wanted.short_term + _ROUNDED
    return [
        Checked(said("{track}: loudness", track=name), asked, integrated, right),
        Checked(said("{track}: loudest 3 s", track=name), short, loudest, calm),
        Checked(said("{track}: range", track=name), "", spread),
        Checked(said("{track}: true peak", track=name), most, peak, low),
    ]


def size_rows(size: int, preset: VideoPreset) -> list[Checked]:
    """How large the file is; with a limit also against it, and the quality that it took."""
    limit = round(preset.max_megabytes * MEGABYTE)
    if not limit:
        return [Checked(said("file size"), "", size_words(size))]
    most = said("at most {size}", size=size_words(limit))
    found = said("CRF {crf:g}", crf=preset.picture.crf)
    return [
        Checked(said("file size"), most, size_words(size), size <= limit),
        Checked(said("quality"), "", found),
    ]


def inside_rows(result: Film, reel: Reel) -> list[Checked]:
    """Subtitle tracks and chapters of the file, where there should be some or are some."""
    rows: list[Checked] = []
    quick = result.path.suffix.lower() == ".mov"
    codes = [three_letters(track.language) for track in reel.subtitles]
    wanted = [quicktime(code) if quick else code for code in codes]
    # What has no code is written as no language.
    found = [track.language or "und" for track in result.subtitles]
    if wanted or found:
        same = wanted == found
        rows.append(Checked(said("subtitle tracks"), ", ".join(wanted), ", ".join(found), same))
    chapters, there = len(reel.chapters), len(result.chapters)
    if chapters or there:
        rows.append(Checked(said("chapters"), str(chapters), str(there), there == chapters))
    return rows


def failed(rows: Sequence[Checked]) -> list[Finding]:
    """What a person is told of the rows that do not pass."""
    return [
        Finding(
            "result",
            "warning",
            said(
                "The file's {what} is {got}; {wanted} was asked for.",
                what=one.what,
                got=one.found,
                wanted=one.wanted,
            ),
        )
        for one in rows
        if not one.passes
    ]
