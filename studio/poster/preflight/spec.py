"""Checks of the format itself: whether anybody read its figures, and how large its file may be."""

from __future__ import annotations

from collections.abc import Iterator

from studio.core.said import said
from studio.core.words import size_words
from studio.poster.format import Format
from studio.poster.preflight.base import CHECKS, Seen
from studio.poster.problem import Problem


@CHECKS.add("verified")
def figures_are_verified(seen: Seen) -> Iterator[Problem]:
    """The format's figures were read at their publisher's."""
    form = seen.layout.form
    if not form.provenance.verified:
        yield Problem(
            "verified",
            "hint",
            0,
            1,
            said("The figures of {form} are unverified.", form=form.name),
            form.provenance.source,
            said("Ask the media owner before delivery."),
        )


def too_large(form: Format, size: int) -> tuple[Problem, ...]:
    """What is wrong with a file of `size` bytes."""
    if form.max_bytes is None or size <= form.max_bytes:
        return ()
    return (
        Problem(
            "size",
            "error",
            size,
            form.max_bytes,
            said(
                "The file has {number}; {form} takes at most {max_bytes}.",
                number=size_words(size),
                form=form.name,
                max_bytes=size_words(form.max_bytes),
            ),
            form.provenance.source,
            said("Choose a kind of file that is packed harder, such as JPEG, or a calmer still."),
        ),
    )
