"""Output names follow the pattern and never leave the output folder."""

import pytest

from studio.batch.naming import output_name
from studio.core.errors import BadValue

VALUES = {"market": "cn", "film": "night-stall", "poster": "lamp", "preset": "a2", "ext": "jpg"}
PATTERN = "{market}/{film}/{film}[-{poster}]-{preset}.{ext}"


def test_the_usual_pattern_names_posters_and_films():
    assert output_name(PATTERN, VALUES) == "cn/night-stall/night-stall-lamp-a2.jpg"
    film = VALUES | {"poster": "", "preset": "web-1080p", "ext": "mp4"}
    assert output_name(PATTERN, film) == "cn/night-stall/night-stall-web-1080p.mp4"


def test_an_unknown_token_is_named_with_the_nearest():
    with pytest.raises(BadValue, match="not known") as caught:
        output_name("{markt}/{film}.{ext}", VALUES)
    assert "market" in caught.value.hint


@pytest.mark.parametrize(
    "pattern", ["../{film}.{ext}", "/{film}.{ext}", "{film}/", "con.{ext}", ""]
)
def test_a_pattern_cannot_leave_the_folder(pattern):
    with pytest.raises(BadValue, match="not a path inside"):
        output_name(pattern, VALUES)


def test_values_cannot_bring_folders_of_their_own():
    name = output_name("{campaign}-{film}.{ext}", VALUES | {"campaign": "a/b:c"})
    assert name == "a-b-c-night-stall.jpg"
