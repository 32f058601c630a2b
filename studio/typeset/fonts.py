"""Which face sets which characters: bundled faces first, then those of this machine."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock

from studio.core.errors import Missing
from studio.core.places import resources_folder
from studio.core.said import said
from studio.typeset.characters import clusters, is_ignorable, leans_cjk
from studio.typeset.face import Face, coverage, faces_in
from studio.typeset.installed import Installed, font_folders, installed
from studio.typeset.style import script_of

_REGION = {"hans": "SC", "hant": "TC", "jpan": "JP", "kore": "KR"}
_DEFAULT = {"arab": "Noto Naskh Arabic", "hebr": "Noto Sans Hebrew", "latin": "Inter"}
_CJK = "Noto Sans CJK"
#: What stands in for what, in this order: a serif is filled up from serifs.
_SANS = ("Inter", _CJK, "Noto Sans Hebrew", "Noto Naskh Arabic", "EB Garamond", "LXGW WenKai")
_SERIFS = ("EB Garamond", "Noto Serif CJK", "Noto Naskh Arabic", "Noto Sans Hebrew")
_SERIF_GROUPS = frozenset({"EB Garamond", "Noto Serif CJK", "LXGW WenKai"})


@dataclass(frozen=True, slots=True)
class FaceRun:
    """Characters `start` to `stop` of a text; `face` is None where no face has them."""

    start: int
    stop: int
    face: Face | None


class FontLibrary:
    """Faces by family, language, weight and characters.

    `bundled` faces are asked first, so that the same text gives the same glyphs on every machine.
    `folders` are looked through only when a family is asked for that is not bundled, or when no
    bundled face has a character.
    """

    def __init__(self, bundled: Iterable[Face], folders: tuple[Path, ...]) -> None:
        self.bundled = tuple(bundled)
        self._folders = folders
        self._installed: tuple[Installed, ...] | None = None
        self._found: dict[tuple[str, str, int, bool], Face | None] = {}
        self._lock = Lock()

    @property
    def installed(self) -> tuple[Installed, ...]:
        """The faces of this machine; the first call looks through its font folders."""
        with self._lock:
            if self._installed is None:
                self._installed = installed(self._folders) if self._folders else ()
            return self._installed

    def families(self) -> tuple[str, ...]:
        """Every family that can be asked for by name, bundled ones first."""
        groups = dict.fromkeys(face.group for face in self.bundled)
        groups |= dict.fromkeys(sorted({one.face.group for one in self.installed}))
        return tuple(groups)

    def find(self, family: str, language: str, weight: int, italic: bool = False) -> Face | None:
        """The face of `family` with the region of `language` and the nearest weight; or None."""
        key = (family, script_of(language) + language.lower()[-3:], weight, italic)
        if key not in self._found:
            face = _best(self.bundled, family, language, weight, italic)
            if face is None:
                here = tuple(one.face for one in self.installed)
                face = _best(here, family, language, weight, italic)
            self._found[key] = face
        return self._found[key]

    def choose(
        self,
        text: str,
        language: str,
        families: tuple[str, ...],
        weight: int,
        italic: bool = False,
    ) -> tuple[FaceRun, ...]:
        """The runs of `text` that one face sets; grapheme clusters are never divided.

        Each cluster takes the first family that has all of it: those asked for, the default of
        the language, the other bundled faces, those installed. Quotes, dashes and dots that
        Unicode leaves ambiguous stay with the ideographs around them.
        """
        order = self._order(families, language, weight, italic)
        runs: list[FaceRun] = []
        for start, stop in clusters(text):
            before = runs[-1].face if runs else None
            face = self._face_for(text, (start, stop), language, order, before)
            if runs and runs[-1].face == face:
                runs[-1] = FaceRun(runs[-1].start, stop, face)
            else:
                runs.append(FaceRun(start, stop, face))
        return tuple(runs)

    def _order(
        self, families: tuple[str, ...], language: str, weight: int, italic: bool
    ) -> tuple[Face, ...]:
        serif = bool(families) and families[0] in _SERIF_GROUPS
        own = _DEFAULT.get(script_of(language), _CJK)
        rest = (*_SERIFS, own, *_SANS) if serif else (own, *_SANS)
        bundled = dict.fromkeys((*rest, *(face.group for face in self.bundled)))
        names = dict.fromkeys((*families, *bundled))
        found = (self.find(name, language, weight, italic) for name in names)
        return tuple(dict.fromkeys(face for face in found if face is not None))

    def _face_for(
        self,
        text: str,
        span: tuple[int, int],
        language: str,
        order: tuple[Face, ...],
        before: Face | None,
    ) -> Face | None:
        cluster = text[span[0] : span[1]]
        if cluster.isspace() and before is not None and _covers(before, cluster):
            return before
        asked = order
        if script_of(language) in _REGION and leans_cjk(text, *span):
            asked = (*(face for face in order if is_cjk(face)), *order)
        for face in asked:
            if _covers(face, cluster):
                return face
        return self._from_machine(cluster, language, order[0].weights if order else (400, 400))

    def _from_machine(self, cluster: str, language: str, weights: tuple[int, int]) -> Face | None:
        """The first installed family that has the cluster, in the weight nearest to the others."""
        page = ord(cluster[0]) >> 8
        weight = min(max(400, weights[0]), weights[1])
        for one in self.installed:
            if page in one.pages and _covers(one.face, cluster):
                better = self.find(one.face.group, language, weight)
                return better if better and _covers(better, cluster) else one.face
        return None


def _covers(face: Face, cluster: str) -> bool:
    """Whether the face has the cluster, as it is written or composed; joiners need no glyph."""
    points = coverage(face.path, face.index)
    if all(ord(char) in points or is_ignorable(char) for char in cluster):
        return True
    composed = unicodedata.normalize("NFC", cluster)
    return all(ord(char) in points or is_ignorable(char) for char in composed)


def is_cjk(face: Face) -> bool:
    """Whether the face has ideographs: what it has for ambiguous marks is drawn to go with them."""
    return 0x4E00 in coverage(face.path, face.index)


def _best(
    faces: tuple[Face, ...], family: str, language: str, weight: int, italic: bool
) -> Face | None:
    wanted = family.casefold()
    named = [face for face in faces if wanted in (face.group.casefold(), face.family.casefold())]
    if not named:
        return None
    # Another region of the same collection has the right glyphs for the language.
    group = named[0].group
    named = [face for face in faces if face.group == group]
    region = region_of(language)

    def far(face: Face) -> tuple[int, int, int, str, int]:
        low, high = face.weights
        off = max(low - weight, weight - high, 0)
        shape = int(face.italic != italic)
        return int(face.region not in ("", region)), shape, off, str(face.path), face.index

    return min(named, key=far)


def region_of(language: str) -> str:
    """The region whose forms of ideographs a language takes: SC, TC, HK, JP or KR."""
    if "hk" in language.lower().replace("_", "-").split("-"):
        return "HK"
    # Han in other languages takes the forms of mainland China: the largest repertoire.
    return _REGION.get(script_of(language), "SC")


@cache
def library() -> FontLibrary:
    """The one library of this process. Raises Missing when no bundled font can be read."""
    folder = resources_folder() / "fonts"
    paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in (".ttf", ".ttc"))
    bundled = [face for path in paths for face in faces_in(path, True)]
    if not bundled:
        raise Missing(
            said("There are no fonts in {folder}.", folder=folder),
            hint=said("Install Lobbycard again."),
        )
    return FontLibrary(bundled, font_folders())
