"""What the page shows: a film and one or two of its languages, always such as are there."""

from __future__ import annotations

from studio.campaign.project import Project
from studio.subs.cue import Track
from studio.subs.linked import Linked
from ui.campaign.titles import film_name
from ui.session import Session


class Choice:
    """`spoken` are the languages; the second is empty where there is none."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.film = ""
        self.spoken = ("", "")
        self._alone = False
        """Whether the person wants no second language beside the first."""
        self._next = ""
        """The film to begin with, where there is one that got a track just now."""

    @property
    def films(self) -> list[tuple[str, str]]:
        """(title, id) of all films, in the window's language where there is one."""
        return [(film_name(film), film.id) for film in self._session.project.campaign.films]

    @property
    def film_is_there(self) -> bool:
        """Whether the campaign has the film still."""
        return any(key == self.film for _, key in self.films)

    def is_over(self, before: Project) -> bool:
        """Whether to begin anew: the film has gone, or it has no track and another got one."""
        came = self._session.project.tracks.keys() - before.tracks.keys()
        self._next = next((film for film, _ in sorted(came)), "")
        return not self.film_is_there or (not self.languages and bool(came))

    @property
    def languages(self) -> list[str]:
        """The languages of the film's tracks."""
        if not self.film_is_there:
            return []
        return [one.language for one in self._session.project.tracks_of(self.film)]

    def _wanted(self) -> list[str]:
        """The same, in the order of the markets: those that are shown together stand together."""
        tracks = self.languages
        markets = self._session.project.campaign.markets
        asked = (one for market in markets for one in market.languages if one in tracks)
        return list(dict.fromkeys((*asked, *tracks)))

    def track(self, side: int) -> Track | None:
        """The track of a side as the document has it."""
        return self._session.project.tracks.get((self.film, self.spoken[side]))

    @property
    def links(self) -> Linked | None:
        """Both tracks with their links, as far as the document has any; a may be the second."""
        first, second = self.spoken
        return self._session.project.linked(self.film, first, second) if second else None

    def begin(self) -> None:
        """The film that got a track just now, the first with tracks, else the first."""
        films = self._session.project.campaign.films
        self.film, self.spoken, self._alone = "", ("", ""), False
        if films:
            first = next((one for one in films if one.tracks), films[0]).id
            self.film = self._next if any(one.id == self._next for one in films) else first
        self._next = ""
        self.settle()

    def take(self, film: str, first: str, second: str) -> None:
        """Choose; what is not there is left out."""
        if film == self.film and first and first == second:
            # One that stood on the other side was chosen: the two change places.
            first, second = (self.spoken[1], self.spoken[0])
        self._alone = bool(first) and not second and len(self.languages) > 1
        self.film, self.spoken = film, (first, second)
        self.settle()

    def settle(self) -> None:
        """Languages that have gone leave, and others take their places."""
        tracks, (first, second) = self._wanted(), self.spoken
        if first not in tracks:
            first = next((one for one in tracks if one != second), next(iter(tracks), ""))
        others = [one for one in tracks if one != first]
        if second not in others:
            second = "" if self._alone else next(iter(others), "")
        self.spoken = (first, second)
