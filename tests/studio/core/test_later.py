"""Code that is imported when it is first used."""

from __future__ import annotations

import pickle
import subprocess
import sys

import pytest

from studio.core.later import later, named


def test_a_module_is_imported_at_the_first_look_at_a_name_of_it() -> None:
    code = (
        "import sys; from studio.core.later import later\n"
        "late = later('wave'); print('wave' in sys.modules)\n"
        "print(late.open is not None, 'wave' in sys.modules)"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stdout.split() == ["False", "True", "True"]


def test_a_named_function_crosses_to_another_process_as_two_names() -> None:
    across = pickle.loads(pickle.dumps(named("math", "hypot")))
    assert across(3, 4) == 5


def test_what_is_not_there_is_said_as_python_says_it() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = later("math").no_such_name
    with pytest.raises(ModuleNotFoundError):
        named("no_such_module", "run")()
