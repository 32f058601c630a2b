"""Where a written still is from: film, frame, colours as they were read, in words and as XMP."""

from __future__ import annotations

from importlib import metadata
from xml.sax.saxutils import escape, quoteattr

from studio.core.time import timecode
from studio.media.frames import Frame
from studio.media.tone import NAME, needs_tone

_SPACE = "urn:lobbycard:still:1#"
_COLOURS = ("matrix", "primaries", "transfer", "range")


def provenance(frame: Frame) -> tuple[tuple[str, str], ...]:
    """Names and values that tell the frame and how it was read; never a date or a place.

    Of colours it says "(assumed)" where the file does not tell, "(set by hand)" where a person
    did. `Crop` is left, top, width and height in pixels of the upright picture.
    """
    film, video = frame.film, frame.film.video
    told = [
        ("Software", software()),
        ("SourceFile", film.path.name),
        ("SourceSHA256", film.sha256),
        ("Stream", str(video.index)),
        ("PTS", str(frame.pts)),
        ("TimeBase", str(video.time_base)),
        ("Frame", str(frame.index)),
        ("Timecode", timecode(frame.index, video.rate)),
        ("PixelFormat", video.pixel_format),
        *((name.title(), _colour(frame, name)) for name in _COLOURS),
        ("ToneMapping", _tone(frame)),
        ("PixelAspect", str(video.sample_aspect)),
        ("Rotation", str(video.rotation)),
        ("Fields", "one moment" if video.interlaced else "progressive"),
        ("Picture", f"{video.display.width}x{video.display.height}"),
        ("Crop", _crop(frame)),
    ]
    return tuple((name, value) for name, value in told if value)


def one_line(frame: Frame) -> str:
    """The frame in one line of ASCII: the film's SHA-256, stream, PTS, time base, colours."""
    video = frame.film.video
    colours = " ".join(f"{name}={_colour(frame, name)}" for name in _COLOURS)
    crop = f" crop={_crop(frame)}" if _crop(frame) else ""
    return (
        f"lobbycard sha256={frame.film.sha256} stream={video.index} "
        f"pts={frame.pts} time_base={video.time_base} {colours}{crop}"
    )


def xmp(frame: Frame) -> bytes:
    """The provenance as an XMP packet (ISO 16684-1), UTF-8, not padded."""
    told = dict(provenance(frame))
    source = escape(told["SourceFile"])
    own = "".join(
        f"\n   <lobbycard:{name}>{escape(value)}</lobbycard:{name}>"
        for name, value in told.items()
        if name not in ("Software", "SourceFile")
    )
    spaces = " ".join(
        f"xmlns:{prefix}={quoteattr(space)}"
        for prefix, space in (
            ("xmp", "http://ns.adobe.com/xap/1.0/"),
            ("dc", "http://purl.org/dc/elements/1.1/"),
            ("lobbycard", _SPACE),
        )
    )
    text = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        ' <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'  <rdf:Description rdf:about="" {spaces}>\n'
        f"   <xmp:CreatorTool>{escape(told['Software'])}</xmp:CreatorTool>\n"
        f"   <dc:source>{source}</dc:source>{own}\n"
        "  </rdf:Description>\n"
        " </rdf:RDF>\n"
        "</x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )
    # What XML 1.0 cannot hold, a file name can.
    return "".join(char if _is_xml(char) else "\ufffd" for char in text).encode()


def software() -> str:
    """`Lobbycard` and its version; a checkout that was not installed has none."""
    try:
        return f"Lobbycard {metadata.version('lobbycard')}"
    except metadata.PackageNotFoundError:
        return "Lobbycard"


def _is_xml(char: str) -> bool:
    """Whether XML 1.0 (2.2) has this character."""
    if char < "\x20":
        return char in "\t\n\r"
    return not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"


def _colour(frame: Frame, name: str) -> str:
    colour = frame.film.video.colour
    value = str(getattr(colour, name))
    if name in colour.assumed:
        return f"{value} (assumed)"
    given = getattr(frame.film.read_as, name) == value
    return f"{value} (set by hand)" if given else value


def _tone(frame: Frame) -> str:
    video = frame.film.video
    if not needs_tone(video.colour):
        return ""
    return "none" if video.tone == "none" else NAME


def _crop(frame: Frame) -> str:
    part = frame.part
    return "" if part is None else ",".join(map(str, part))
