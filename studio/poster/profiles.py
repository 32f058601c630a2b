"""Colour profiles, those that come along and the machine's, and the way from sRGB to a press."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageCms

from studio.core.errors import BadValue, CannotRead, StudioError, ToolFailed
from studio.core.files import read_bytes
from studio.core.places import resources_folder
from studio.core.said import said
from studio.core.words import nearest
from studio.poster.format import PRESS, SRGB

_FILES = {SRGB: "sRGB-v2-micro.icc", PRESS: "ISOcoated_v2_300_bas.icc"}
_SPACES = {SRGB: "RGB", PRESS: "CMYK"}
#: What PDF/X calls the printing condition of a profile, in the registry of the ICC.
CONDITIONS = {PRESS: "FOGRA39"}
_SUFFIXES = (".icc", ".icm")
#: What a picture can be written in, by class and space of a profile's header (ICC.1, 7.2): presses,
#: screens and working spaces; not scanners, links between devices or named colours.
_OUTPUTS = {
    (b"prtr", b"CMYK"): "CMYK",
    (b"prtr", b"RGB "): "RGB",
    (b"mntr", b"RGB "): "RGB",
    (b"spac", b"RGB "): "RGB",
}
_LARGEST = 16 * 1024 * 1024
_MOST_FILES = 2000
_HEADER = 128
#: Round trips that come back further off than this (CIE 1976) were not within the gamut.
_OUT = 5.0
#: Rows that are worked on at once: little memory beside the picture itself.
_ROWS = 512


@dataclass(frozen=True, slots=True)
class Profile:
    """A profile by its description. `space`: RGB or CMYK; `path`: its file."""

    name: str
    space: str
    path: Path
    bundled: bool = False


def profiles() -> tuple[Profile, ...]:
    """All that can be named: the bundled ones, then those in the folders of the system.

    Of two with one description the first is kept. What is no RGB or CMYK profile for output is
    passed over.
    """
    return _found(_folders())


@lru_cache(maxsize=4)
def _found(folders: tuple[Path, ...]) -> tuple[Profile, ...]:
    known = {
        name: Profile(name, _SPACES[name], resources_folder() / "icc" / file, True)
        for name, file in _FILES.items()
    }
    for path in _files(folders):
        one = _described(path)
        if one is not None:
            known.setdefault(one.name, one)
    return tuple(known.values())


def _folders() -> tuple[Path, ...]:
    """Where systems and Adobe's programs keep profiles."""
    home = Path.home()
    if sys.platform == "win32":
        root = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"))
        adobe = Path(os.environ.get("COMMONPROGRAMFILES(X86)", r"C:\Program Files (x86)"))
        return (
            root / "System32/spool/drivers/color",
            adobe / "Adobe/Color/Profiles",
        )
    if sys.platform == "darwin":
        return (
            home / "Library/ColorSync/Profiles",
            Path("/Library/ColorSync/Profiles"),
            Path("/System/Library/ColorSync/Profiles"),
            Path("/Library/Application Support/Adobe/Color/Profiles"),
        )
    return (
        home / ".color/icc",
        home / ".local/share/icc",
        home / ".local/share/color/icc",
        Path("/usr/local/share/color/icc"),
        Path("/usr/share/color/icc"),
        Path("/var/lib/color/icc"),
    )


def _files(folders: tuple[Path, ...]) -> Iterator[Path]:
    count = 0
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.suffix.lower() in _SUFFIXES and path.is_file():
                count += 1
                if count > _MOST_FILES:
                    return
                yield path


def _described(path: Path) -> Profile | None:
    """The profile of a file; None for what is none, or not of RGB or CMYK."""
    try:
        data = read_bytes(path, _LARGEST)
        if len(data) <= _HEADER or data[36:40] != b"acsp":
            return None
        opened = ImageCms.ImageCmsProfile(BytesIO(data))
        name = ImageCms.getProfileDescription(opened).strip()
    except (StudioError, OSError, ImageCms.PyCMSError, ValueError):
        return None
    space = _OUTPUTS.get((data[12:16], data[16:20]))
    return Profile(name or path.stem, space, path) if space else None


def known(name: str) -> Profile:
    """The profile called `name`, whatever the case; also by the name of its file.

    Raises BadValue with what to do when it is not on this machine.
    """
    if name in _FILES:
        return Profile(name, _SPACES[name], resources_folder() / "icc" / _FILES[name], True)
    every = profiles()
    wanted = name.casefold()
    for one in every:
        if wanted in (one.name.casefold(), one.path.stem.casefold(), one.path.name.casefold()):
            return one
    raise BadValue(
        said("The colour profile “{name}” is not on this machine.", name=name),
        hint=said(
            "Put its .icc file into {folder}, or choose another one. {near:bare}",
            folder=_folders()[0],
            near=nearest(name, [one.name for one in every]),
        ),
    )


@cache
def profile(name: str) -> bytes:
    """The ICC profile of that name. Raises BadValue, CannotRead."""
    return read_bytes(known(name).path, _LARGEST)


def fingerprint(name: str) -> str:
    """The SHA-256 of a profile of this machine's own; empty for those that come along.

    Raises BadValue, CannotRead.
    """
    return "" if name in _FILES else hashlib.sha256(profile(name)).hexdigest()


def is_press(name: str) -> bool:
    """Whether the profile is one of inks. Raises BadValue for one that is not known."""
    return known(name).space == "CMYK"


@cache
def _transform(
    source: str, target: str, intent: ImageCms.Intent, shape: str
) -> ImageCms.ImageCmsTransform:
    flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
    if intent is ImageCms.Intent.ABSOLUTE_COLORIMETRIC:
        flags = ImageCms.Flags.NONE
    before, after = shape.split()
    try:
        return ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(BytesIO(profile(source))),
            ImageCms.ImageCmsProfile(BytesIO(profile(target))),
            before,
            after,
            renderingIntent=intent,
            flags=flags,
        )
    except ImageCms.PyCMSError as error:
        raise CannotRead(
            said("The colour profile {path} cannot be used.", path=known(target).path),
            hint=said("Choose another profile."),
        ) from error


def _applied(image: Image.Image, way: ImageCms.ImageCmsTransform, name: str) -> Image.Image:
    try:
        made = ImageCms.applyTransform(image, way)
    except ImageCms.PyCMSError as error:
        raise ToolFailed(
            said("The colours cannot be converted to {name}: {error}.", name=name, error=error)
        ) from error
    if made is None:
        raise ToolFailed(said("The colours cannot be converted to {name}.", name=name))
    return made


def separated(image: Image.Image, name: str) -> Image.Image:
    """sRGB to the press's CMYK: relative colorimetric with black point compensation.

    Raises BadValue, CannotRead, ToolFailed.
    """
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    return _applied(image, _transform(SRGB, name, intent, "RGB CMYK"), name)


def converted(image: Image.Image, name: str) -> Image.Image:
    """An sRGB image in the colours of a profile: itself for sRGB, RGB, or CMYK as `separated`.

    Raises as `separated`.
    """
    if name == SRGB:
        return image
    if is_press(name):
        return separated(image, name)
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    return _applied(image, _transform(SRGB, name, intent, "RGB RGB"), name)


def soft_proof(image: Image.Image, name: str, *, paper: bool = False) -> Image.Image:
    """How an sRGB image will look from that press, as sRGB; with `paper` on the paper's own white.

    Raises as `separated`.
    """
    inks = separated(image, name)
    intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
    if paper:
        intent = ImageCms.Intent.ABSOLUTE_COLORIMETRIC
    return _applied(inks, _transform(name, SRGB, intent, "CMYK RGB"), name)


def out_of_gamut(image: Image.Image, name: str) -> npt.NDArray[np.bool_]:
    """(h, w): where the press cannot print the colour: it comes back more than ΔE*ab 5 off.

    Black point compensation on both ways, so that a dark that is only lifted does not count.
    Raises as `separated`.
    """
    proof = soft_proof(image, name)
    before, after = (
        cv2.cvtColor(np.asarray(one, np.float32) / np.float32(255), cv2.COLOR_RGB2LAB)
        for one in (image, proof)
    )
    return np.asarray(np.linalg.norm(before - after, axis=2) > _OUT, np.bool_)


def coverage(image: Image.Image) -> float:
    """The most ink of a CMYK image in per cent, 0 to 400: what 99.9 % of its places stay below.

    A place is the mean of three by three pixels: a single speck dries whatever it carries.
    """
    pixels = np.asarray(image)
    sums: list[npt.NDArray[np.float32]] = []
    for top in range(0, pixels.shape[0], 3 * _ROWS):
        band = pixels[top : top + 3 * _ROWS].sum(axis=2, dtype=np.uint16).astype(np.float32)
        size = (max(1, band.shape[1] // 3), max(1, band.shape[0] // 3))
        sums.append(np.asarray(cv2.resize(band, size, interpolation=cv2.INTER_AREA), np.float32))
    places = np.concatenate([one.ravel() for one in sums])
    return round(float(np.percentile(places, 99.9)) / 2.55, 1)
