from __future__ import annotations

import pickle

from studio.core.errors import BadValue, explain
from studio.core.said import Said, said


def test_what_is_said_is_plain_text_that_remembers_its_sentence():
    words = said("{film} has {count} cues.", film="lamp", count=3)
    assert words == "lamp has 3 cues."
    assert (words.template, dict(words.values)) == (
        "{film} has {count} cues.",
        {"film": "lamp", "count": 3},
    )


def test_a_sentence_without_gaps_may_hold_braces():
    assert said("Write {film} here.") == "Write {film} here."


def test_it_goes_through_errors_processes_and_notices_whole():
    inner = said("{n} cues", n=2)
    error = BadValue(said("{what} are lost.", what=inner), hint=said("Look again."))
    there = pickle.loads(pickle.dumps(error))
    notice = explain(there)
    assert isinstance(notice.text, Said)
    assert notice.text.values["what"].values == {"n": 2}
    assert isinstance(notice.hint, Said)
