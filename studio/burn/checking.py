"""A delivery compared with what was asked: probed again after writing, before it takes its name."""

from __future__ import annotations

import av

from studio.burn.asked.finding import Checked, Finding
from studio.burn.edit.reel import Reel
from studio.burn.encode import Encoded
from studio.burn.picture.form import Form
from studio.burn.sheet import (
    failed,
    inside_rows,
    loudness_rows,
    picture_rows,
    size_rows,
)
from studio.burn.sound.loudness import loudness_in
from studio.core.errors import ToolFailed
from studio.core.progress import SILENT, Progress
from studio.core.said import joined, said
from studio.core.words import counted
from studio.media.film import Film
from studio.media.tone import needs_tone


def check_result(
    result: Film, reel: Reel, encoded: Encoded, progress: Progress = SILENT
) -> tuple[tuple[Checked, ...], tuple[Finding, ...]]:
    """The acceptance sheet of the file that was written, and where it is not as it should be.

    Raises ToolFailed when pictures are missing or the size is wrong: such a file is no delivery.
    """
    form, video = encoded.form, result.video
    if video.frames is not None and video.frames != encoded.frames:
        raise ToolFailed(
            said(
                "{pictures} were encoded, but the file holds {frames}.",
                pictures=counted(encoded.frames, "picture"),
                frames=video.frames,
            ),
            hint=said("Try again; if it happens again, report it."),
        )
    if video.coded != form.size:
        raise ToolFailed(
            said("The file is {coded} large instead of {size}.", coded=video.coded, size=form.size)
        )
    rows = picture_rows(result, encoded)
    if reel.preset.loudness is not None and result.audio:
        heard = loudness_in(result.path, progress)
        rows += loudness_rows(heard, reel.preset, reel.seconds)
    rows += inside_rows(result, reel)
    rows += size_rows(result.path.stat().st_size, reel.preset)
    findings = failed(rows)
    if bool(result.audio) != (reel.clip.audio is not None):
        findings.append(Finding("sound", "warning", said("The file has no sound.")))
    return tuple(rows), (*findings, *_unkept(result, reel))


def _unkept(result: Film, reel: Reel) -> list[Finding]:
    """What was to be carried over beside picture and sound and is not in the file."""
    findings: list[Finding] = []
    light = reel.film.video.light if reel.film is not None else None
    if light is not None and result.video.colour.hdr and result.video.light != light:
        text = said("The mastering display and light levels of the HDR film are not carried over.")
        findings.append(Finding("hdr", "warning", text))
    return findings


def lost(film: Film, form: Form) -> tuple[Finding, ...]:
    """What of the film is not in the delivery, apart from sound."""
    findings: list[Finding] = []
    if film.subtitles:
        text = said(
            "{tracks} inside {film} left out.",
            tracks=counted(len(film.subtitles), "subtitle track"),
            film=film.path.name,
        )
        findings.append(Finding("subtitles", "hint", text))
    if needs_tone(film.video.colour) and not needs_tone(form.colour):
        text = said("The film is HDR or of a wide gamut; it was brought to SDR (BT.709).")
        findings.append(Finding("hdr", "hint", text))
    elif film.video.dynamic:
        text = said(
            "The scene by scene metadata ({listed}) of the HDR film are not carried over.",
            listed=", ".join(film.video.dynamic),
        )
        findings.append(Finding("hdr", "warning", text))
    if film.video.colour.assumed:
        text = said(
            "The film does not say its colour {properties}; the delivery says what was assumed.",
            properties=joined([said(name) for name in film.video.colour.assumed]),
        )
        findings.append(Finding("colour", "hint", text))
    if any(part.is_alpha for part in av.VideoFormat(film.video.pixel_format).components):
        text = said("The film has a transparent ground; the delivery has none.")
        findings.append(Finding("alpha", "hint", text))
    findings += _fields_told(film, form)
    if form.view is None and form.size != film.video.coded:
        text = said(
            "The film is {coded} large, the delivery {size}: the format takes no part of a "
            "colour sample.",
            coded=film.video.coded,
            size=form.size,
        )
        findings.append(Finding("size", "hint", text))
    return tuple(findings)


def _fields_told(film: Film, form: Form) -> list[Finding]:
    if not film.video.interlaced:
        return []
    kept = said("The film is interlaced; fields kept.")
    whole = said("The film is interlaced; fields made into whole pictures.")
    if form.doubled:
        whole = said("The film is interlaced; a whole picture made of each field.")
    findings = [Finding("interlaced", "hint", kept if form.fields else whole)]
    if form.fields and not film.video.first_field:
        text = said("The film does not say which field comes first; the upper one is assumed.")
        findings.append(Finding("interlaced", "hint", text))
    return findings
