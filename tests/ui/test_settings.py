from __future__ import annotations

from ui.settings import Settings


def test_what_is_set_is_there_in_the_next_session(tmp_path):
    path = tmp_path / "window.ini"
    heard = []
    first = Settings(path)
    first.changed.connect(heard.append)
    first.set("places", {"夜摊": [1, 2]})
    first.set("places", {"夜摊": [1, 2]})
    assert heard == ["places"]
    del first
    assert Settings(path).get("places", {}) == {"夜摊": [1, 2]}


def test_what_cannot_be_read_counts_as_not_set(tmp_path):
    path = tmp_path / "window.ini"
    path.write_text('[kept]\nlanguage="{broken"\nsize="[1]"\n', encoding="utf-8")
    kept = Settings(path)
    assert kept.get("language", "en") == "en"
    assert kept.get("size", 3) == 3
