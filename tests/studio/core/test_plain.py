from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.core.colour import Colour
from studio.core.errors import BadValue, CannotRead
from studio.core.plain import load_json, load_toml, parse_toml, structure, unstructure
from studio.core.time import FrameRate


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    size: int = 3
    ratio: float = 1.0
    on: bool = True
    kind: Literal["a", "b"] = "a"
    tint: Colour | None = None
    rate: FrameRate | None = None
    part: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Tree:
    leaf: Leaf
    leaves: tuple[Leaf, ...] = ()
    words: dict[str, str] = field(default_factory=dict)
    pair: tuple[float, int] = (0.0, 0)


PLAIN = {
    "leaf": {"name": "x", "tint": "#ff0000", "rate": "23.976", "part": "3/4", "ratio": 2},
    "leaves": [{"name": "q", "kind": "b", "on": False}],
    "words": {"zh-Hans": "灯", "en": "lamp"},
    "pair": [0.5, 2],
}


def test_plain_data_becomes_values_and_back() -> None:
    tree = structure(PLAIN, Tree, "here")
    assert tree == Tree(
        Leaf("x", 3, 2.0, True, "a", Colour(255, 0, 0), FrameRate.parse("23.976"), Fraction(3, 4)),
        (Leaf("q", kind="b", on=False),),
        {"zh-Hans": "灯", "en": "lamp"},
        (0.5, 2),
    )
    assert structure(unstructure(tree), Tree, "here") == tree
    assert unstructure(Leaf("x")) == {"name": "x"}


PROBLEMS = [
    ({}, "leaf is missing"),
    ({"leaf": 3}, "leaf must be a table, is 3"),
    ({"leaf": None}, "leaf must be a table, is None"),
    ({"leaf": {"name": 3}}, "leaf.name must be text, is 3"),
    ({"leaf": {"name": "x", "size": True}}, "leaf.size must be a whole number, is True"),
    ({"leaf": {"name": "x", "size": 1.5}}, "leaf.size must be a whole number, is 1.5"),
    ({"leaf": {"name": "x", "on": 1}}, "leaf.on must be true or false, is 1"),
    ({"leaf": {"name": "x", "ratio": "1"}}, "leaf.ratio must be a number, is '1'"),
    ({"leaf": {"name": "x", "ratio": float("nan")}}, "leaf.ratio must be a finite number"),
    ({"leaf": {"name": "x", "kind": "c"}}, "leaf.kind must be one of a, b"),
    ({"leaf": {"name": "x", "tint": "red"}}, "leaf.tint is wrong: “red” is not a colour"),
    ({"leaf": {"name": "x", "rate": []}}, "leaf.rate must be a frame rate, is []"),
    ({"leaf": {"name": "x", "part": "1e999999999"}}, "leaf.part must be a number or a fraction"),
    ({"leaf": {"name": "x", "nmae": "y"}}, "leaf.nmae is not a known key (Did you mean “name”?)"),
    ({"leaf": {"name": "x"}, "leaves": "abc"}, "leaves must be a list, is 'abc'"),
    ({"leaf": {"name": "x"}, "leaves": {"a": 1}}, "leaves must be a list, is {'a': 1}"),
    ({"leaf": {"name": "x"}, "leaves": [{"name": "y"}, 5]}, "leaves[1] must be a table, is 5"),
    ({"leaf": {"name": "x"}, "words": {"en": 1}}, "words.en must be text, is 1"),
    ({"leaf": {"name": "x"}, "words": [1]}, "words must be a table, is [1]"),
    ({"leaf": {"name": "x"}, "pair": [1]}, "pair must have 2 items, has 1"),
    ({"leaf": {"name": "x"}, "pair": [1, "y"]}, "pair[1] must be a whole number, is 'y'"),
]


@pytest.mark.parametrize(("data", "words"), PROBLEMS)
def test_a_problem_is_named_by_its_path(data: dict, words: str) -> None:
    with pytest.raises(BadValue) as caught:
        structure(data, Tree, "c.toml")
    assert str(caught.value).startswith("c.toml: ")
    assert words in str(caught.value)


def test_every_problem_is_named_at_once() -> None:
    data = {
        "leaf": {"name": 1, "size": "a", "zzz": 1},
        "leaves": [{"name": 2}, {"name": "ok"}, {"name": 3, "on": "no"}],
        "words": {"a": 1, "b": 2},
    }
    with pytest.raises(BadValue) as caught:
        structure(data, Tree, "c")
    for path in (
        *("leaf.name", "leaf.size", "leaf.zzz", "leaves[0].name", "leaves[2].name"),
        *("leaves[2].on", "words.a", "words.b"),
    ):
        assert path in str(caught.value)


def test_long_lists_of_problems_are_cut() -> None:
    data = {"leaf": {"name": "x"}, "leaves": [{"name": n} for n in range(50)]}
    with pytest.raises(BadValue, match="and 30 more"):
        structure(data, Tree, "c")


json_like = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["leaf", "leaves", "name", "size", "words", "pair", "rate"]), inner
        )
    ),
    max_leaves=20,
)


@given(json_like)
def test_anything_is_a_value_or_a_plain_problem(data: object) -> None:
    try:
        tree = structure(data, Tree, "c")  # type: ignore[arg-type]
    except BadValue as error:
        words = str(error)
        assert words.startswith("c: ")
        assert not any(leak in words for leak in ("object has no attribute", "not iterable"))
    else:
        assert isinstance(tree, Tree)


def test_toml_and_json_say_where_they_are_wrong(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text('leaf = { name = "x" }\nleaves = 3\n')
    with pytest.raises(BadValue, match=r"a\.toml: leaves must be a list"):
        load_toml(path, Tree)
    path.write_text("leaf = \n")
    with pytest.raises(CannotRead, match="line 1"):
        load_toml(path, Tree)
    for text in ("a = " + "[" * 5000, "\x00", "a = 1\na = 2"):
        with pytest.raises(CannotRead):
            parse_toml(text, "a.toml")
    for text in ("{", "[" * 100_000):
        path.write_text(text)
        with pytest.raises(CannotRead, match="not valid JSON"):
            load_json(path)
    path.write_text('{"a": [1]}')
    assert load_json(path) == {"a": [1]}
