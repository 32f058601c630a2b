"""The XMP packet that PSD and PDF files carry: what the file is and where it is from."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from studio.poster.exports.base import Meta, told

#: The date of every file: one poster has the same bytes whenever it is made.
DATE = "2000-01-01T00:00:00Z"
PDF_DATE = "D:20000101000000Z"
_SPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}


def title_of(meta: Meta) -> str:
    """What a file is called: the poster's title and the format."""
    return " · ".join(part for part in (meta.get("Title", ""), meta.get("Format", "")) if part)


def packet(meta: Meta, kind: str, identity: str, more: Mapping[str, str]) -> bytes:
    """The packet in UTF-8. `kind`: the media type; `identity`: a UUID; `more`: further properties.

    Letters that XML cannot hold are left out.
    """
    about = {
        "xmp:CreateDate": DATE,
        "xmp:ModifyDate": DATE,
        "xmp:MetadataDate": DATE,
        "xmp:CreatorTool": "Lobbycard",
        "xmpMM:DocumentID": f"uuid:{identity}",
        "xmpMM:InstanceID": f"uuid:{identity}",
        "xmpMM:RenditionClass": "default",
        "xmpMM:VersionID": "1",
        **more,
    }
    spaces = " ".join(f"xmlns:{name}={quoteattr(where)}" for name, where in _SPACES.items())
    plain = "".join(f"<{name}>{_clean(about[name])}</{name}>\n" for name in sorted(about))
    body = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF {spaces}>\n'
        '<rdf:Description rdf:about="">\n'
        f"<dc:format>{kind}</dc:format>\n"
        f"<dc:title>{_default(title_of(meta))}</dc:title>\n"
        f"<dc:description>{_default(told(meta))}</dc:description>\n"
        f"{plain}</rdf:Description>\n</rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="r"?>'
    )
    return body.encode("utf-8")


def _default(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{_clean(text)}</rdf:li></rdf:Alt>'


def _clean(text: str) -> str:
    kept = (
        char
        for char in text
        if char in "\t\n" or (char >= " " and not "\ud800" <= char <= "\udfff")
    )
    return escape("".join(kept).replace("\ufffe", "").replace("\uffff", ""))
