"""What differs between two states of a project, in words: for recovery and older versions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from studio.campaign.document import Campaign
from studio.campaign.project import Project
from studio.core.said import said
from studio.subs.cue import Track


def differences(before: Project, after: Project) -> tuple[str, ...]:
    """One sentence for each part that differs, the most telling first; () for equal projects."""
    return (
        *_campaign(before.campaign, after.campaign),
        *_tracks(before.tracks, after.tracks),
        *_links(before, after),
        *_marks(before, after),
        *_reviews(before, after),
    )


def _campaign(before: Campaign, after: Campaign) -> Iterable[str]:
    if before.name != after.name:
        yield said("The name: “{before}” becomes “{after}”.", before=before.name, after=after.name)
    if before.version != after.version:
        yield said(
            "The version: {before} becomes {after}.", before=before.version, after=after.version
        )
    old = {film.id: film for film in before.films}
    new = {film.id: film for film in after.films}
    yield from (said("The film {name} is added.", name=one) for one in new if one not in old)
    yield from (said("The film {name} is taken out.", name=one) for one in old if one not in new)
    posters = _changed(
        {(film.id, one.id): one for film in before.films for one in film.posters},
        {(film.id, one.id): one for film in after.films for one in film.posters},
    )
    if posters:
        yield said("Posters that differ: {n:,}.", n=posters)
    entries = [one for one in new if one in old and old[one] != new[one]]
    if entries and not posters:
        yield said("Films whose titles, sources or tracks differ: {n:,}.", n=len(entries))
    if before.markets != after.markets or before.deliverables != after.deliverables:
        yield said("What is asked for (markets, formats) differs.")


def _changed(before: Mapping[Hashable, object], after: Mapping[Hashable, object]) -> int:
    return sum(before.get(key) != after.get(key) for key in {**before, **after})


def _tracks(
    before: Mapping[tuple[str, str], Track], after: Mapping[tuple[str, str], Track]
) -> Iterable[str]:
    for key in sorted({**before, **after}):
        old, new = before.get(key, Track("")), after.get(key, Track(""))
        if old is new or old.cues == new.cues:
            continue
        cues = _changed({one.id: one for one in old.cues}, {one.id: one for one in new.cues})
        film, language = key
        yield said(
            "Cues that differ in {film}, {language}: {n:,}.", film=film, language=language, n=cues
        )


def _links(before: Project, after: Project) -> Iterable[str]:
    for pair in sorted({**before.links, **after.links}):
        if before.links.get(pair) != after.links.get(pair):
            film, one, other = pair
            yield said(
                "The links between {one} and {other} in {film} differ.",
                one=one,
                other=other,
                film=film,
            )


def _marks(before: Project, after: Project) -> Iterable[str]:
    films = sorted(
        one
        for one in {**before.marks, **after.marks}
        if before.marks.get(one) != after.marks.get(one)
    )
    yield from (said("The marks on {film} differ.", film=one) for one in films)


def _reviews(before: Project, after: Project) -> Iterable[str]:
    for key in sorted({**before.reviews, **after.reviews}):
        old, new = before.review(*key), after.review(*key)
        marks = _changed(
            {one.cue.id: one for one in old.marks}, {one.cue.id: one for one in new.marks}
        )
        if marks:
            film, language = key
            yield said(
                "States or notes that differ in {film}, {language}: {n:,}.",
                film=film,
                language=language,
                n=marks,
            )
