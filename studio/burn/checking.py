"""A delivery compared with what was asked: probed again after writing, before it takes its name."""

from __future__ import annotations

import av

from studio.burn.encode import Encoded
from studio.burn.finding import Finding
from studio.burn.form import Form
from studio.burn.reel import Reel
from studio.core.errors import ToolFailed
from studio.core.said import joined, said
from studio.core.time import clock
from studio.core.words import counted
from studio.media.film import Film
from studio.media.tone import needs_tone


def check_result(result: Film, reel: Reel, encoded: Encoded) -> tuple[Finding, ...]:
    """Where the file that was written differs from the form it should have.

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
    findings = [
        Finding(
            "result",
            "warning",
            said(
                "The file's {what} is {got}; {wanted} was asked for.",
                what=what,
                got=got,
                wanted=wanted,
            ),
        )
        for what, got, wanted in _compared(result, encoded)
        if got != wanted
    ]
    if bool(result.audio) != (reel.clip.audio is not None):
        findings.append(Finding("sound", "warning", said("The file has no sound.")))
    return (*findings, *_unkept(result, reel))


def _unkept(result: Film, reel: Reel) -> list[Finding]:
    """What was to be carried over beside picture and sound and is not in the file."""
    findings: list[Finding] = []
    light = reel.film.video.light if reel.film is not None else None
    if light is not None and result.video.colour.hdr and result.video.light != light:
        text = said("The mastering display and light levels of the HDR film are not carried over.")
        findings.append(Finding("hdr", "warning", text))
    if len(result.chapters) != len(reel.chapters):
        text = said(
            "The film has {chapters}; the file has {number}.",
            chapters=counted(len(reel.chapters), "chapter"),
            number=len(result.chapters),
        )
        findings.append(Finding("chapters", "warning", text))
    return findings


def _compared(result: Film, encoded: Encoded) -> list[tuple[str, object, object]]:
    """(what, as it is in the file, as it should be)."""
    form, video = encoded.form, result.video
    pairs: list[tuple[str, object, object]] = [
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
            for name in ("matrix", "primaries", "transfer", "range")
        ),
    ]
    length = encoded.seconds
    if form.rate is not None:
        pairs.append((said("rate"), video.rate.value, form.rate.value))
        length = encoded.frames / form.rate.value
    if abs(result.duration - length) > 1 / video.rate.value:
        pairs.append((said("duration"), clock(result.duration), clock(length)))
    return pairs


def _as_read(form: Form) -> str:
    """The pixel format that FFmpeg's decoder tells: it reads all ProRes of 4:4:4 as 12 bits."""
    if form.codec == "prores_ks" and form.pixel_format == "yuv444p10le":
        return "yuv444p12le"
    return form.pixel_format


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
