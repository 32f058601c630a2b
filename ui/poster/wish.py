"""What a painted poster depends on, and what it says about itself in words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from studio.campaign.brand import BrandKit, legal_line
from studio.campaign.document import FilmEntry, Market, PosterEntry, StillRef
from studio.core.errors import BadValue
from studio.core.said import said
from studio.core.time import clock, parse_time, timecode
from studio.media.film import Film
from studio.poster.document import PosterCopy
from studio.poster.problem import Problem


@dataclass(frozen=True, slots=True)
class Wish:
    """All that a painted poster depends on; `limit` is its longer side in pixels.

    `proof`: the profile of the press that it is shown as printed by, empty for none; `warns`:
    whether what that press cannot print is marked.
    """

    film: Film
    seconds: Fraction
    template: str
    format: str
    copy: PosterCopy
    focus: tuple[float, float] | None
    limit: int
    notes: tuple[Problem, ...] = ()
    proof: str = ""
    warns: bool = False

    @property
    def subject(self) -> tuple[object, ...]:
        """Equal for wishes that show the same, however large."""
        copy = self.copy
        return (
            self.film.sha256,
            self.seconds,
            self.template,
            self.format,
            self.focus,
            copy.languages,
            tuple(sorted(copy.copy.items())),
            tuple(sorted(copy.title.items())),
            tuple(sorted(copy.credits.items())),
            tuple(sorted(copy.honours.items())),
            copy.number,
            copy.legal,
            repr(copy.brand),
            tuple(sorted(copy.adjusts.items())),
            tuple(sorted(copy.places.items())),
            tuple(note.message for note in self.notes),
        )

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for wishes that look the same."""
        return (*self.subject, self.limit, self.proof, self.warns)


def seconds_of(still: StillRef, film: Film) -> Fraction | None:
    """When a still is, from the first frame; None while it is open. Raises BadValue."""
    if still.pts is not None:
        base = still.time_base or film.video.time_base
        return max(Fraction(0), still.pts * base - film.video.first_pts * film.video.time_base)
    return None if still.text == "auto" else parse_time(still.text, film.video.rate)


def still_words(still: StillRef, film: Film | None) -> str:
    """A still's time as a timecode, in milliseconds where the film's rate varies."""
    if film is None:
        return "" if still.picked or still.text == "auto" else still.text
    try:
        seconds = seconds_of(still, film)
    except BadValue:
        return still.text
    if seconds is None:
        return ""
    if not film.video.constant_rate:
        return clock(seconds)
    return timecode(film.video.rate.frame_at(seconds), film.video.rate)


def still_from(text: str, film: Film | None) -> StillRef:
    """The still that a person typed; nothing, or `auto`, leaves the choice to Lobbycard.

    Raises BadValue for what is no time and for times after the end.
    """
    plain = text.strip()
    if plain.lower() in ("", "auto"):
        return StillRef("auto")
    seconds = parse_time(plain, film.video.rate if film else None)
    if film is not None and seconds >= film.duration:
        raise BadValue(
            said("The film ends at {duration}.", duration=clock(film.duration)),
            hint=said("Give an earlier time."),
        )
    return StillRef(plain)


def copy_for(film: FilmEntry, poster: PosterEntry, market: Market) -> PosterCopy:
    """What the poster says in a market, as an export would set it.

    Without copy in the first language it is the bare picture in that language. Raises BadValue
    when a text is too long.
    """
    written = tuple(one for one in market.languages if poster.copy.get(one, "").strip())
    first = market.languages[0]
    used = (written if first in written else (first,))[:2]
    titles = {**film.title, **poster.title}
    return PosterCopy(
        used,
        {one: poster.copy[one] for one in used if one in written},
        {one: titles[one] for one in used if one in titles},
        market.legal,
        adjusts={one: poster.adjust[one] for one in used if one in poster.adjust},
        places=poster.place,
        credits={one: film.credits[one] for one in used if one in film.credits},
        honours={one: film.honours[one] for one in used if one in film.honours},
        number=film.number(poster),
    )


def in_brand(copy: PosterCopy, kit: BrandKit | None, market: Market) -> PosterCopy:
    """The copy with what the campaign's brand kit lends to it, as an export would have it."""
    if kit is None:
        return copy
    return replace(copy, legal=legal_line(kit, market), brand=kit.brand)


def any_copy(film: FilmEntry, poster: PosterEntry, market: Market) -> PosterCopy:
    """What the poster says, in another market's language where it is silent in this one's."""
    if not poster.copy or poster.copy.get(market.languages[0], "").strip():
        return copy_for(film, poster, market)
    return copy_for(film, poster, Market("any", (next(iter(poster.copy)),)))


def is_silent(poster: PosterEntry, market: Market) -> bool:
    """Whether it has nothing to say in a market's first language: it is not exported there."""
    return not poster.copy.get(market.languages[0], "").strip()


def notes_on(poster: PosterEntry, market: Market, film: Film) -> tuple[Problem, ...]:
    """What an export would remark on beside preflight."""
    found = []
    silent = [one for one in market.languages[1:] if not poster.copy.get(one, "").strip()]
    if not is_silent(poster, market):
        found += [
            Problem(
                "copy", "warning", 0, 1,
                said(
                    "No copy in {one}: only {primary} is set.", one=one, primary=market.languages[0]
                ),
                said("the market's languages"),
            )
            for one in silent
        ]  # fmt: skip
    if poster.still.picked and poster.still.sha256 != film.sha256:
        found.append(
            Problem(
                "still", "warning", 0, 1,
                said(
                    "The still was picked from another version of the film: "
                    "the frame at the same time is shown."
                ),
                said("the film's content"),
            )
        )  # fmt: skip
    return tuple(found)
