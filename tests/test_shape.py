"""The shape of the project: sizes, layers, an engine without Qt, locks that fit, no left-overs."""

from __future__ import annotations

import ast
import functools
import hashlib
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[1]
OWN = ("studio", "ui")
MOST_LINES = 400
TEXT_FILES = {".py", ".toml", ".md", ".txt", ".json", ".cfg", ".svg", ".ts", ".sh", ".qss", ".html"}
# Where people's folders lie; cut in two so that this file does not accuse itself.
MACHINE_PATHS = re.compile(
    "(?<![\\w.])/(?:wo" + "rk|ho" + "me|ro" + "ot|Us" + r"ers)/\w|[A-Z]:\\Us" + "ers"
)
LEFT_OVER = re.compile(r"\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b|NotImplemented" + "Error")


def modules() -> list[Path]:
    return sorted(path for own in OWN for path in (ROOT / own).rglob("*.py"))


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@functools.cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {named(path): path.read_text(encoding="utf-8").count("\n") for path in modules()}
    assert lengths
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


def test_every_module_opens_with_a_docstring() -> None:
    assert [named(path) for path in modules() if not ast.get_docstring(tree(path))] == []


def test_every_folder_has_tests() -> None:
    folders = [f for own in OWN for f in (ROOT / own).iterdir() if any(f.glob("*.py"))]
    assert folders
    assert [
        named(folder)
        for folder in sorted(folders)
        if not any((ROOT / "tests" / folder.relative_to(ROOT)).rglob("test_*.py"))
    ] == []


def texts() -> Iterator[tuple[str, str]]:
    """Every text file that is ours, with what stands in it."""
    places = [*OWN, "presets", "resources", "docs", "benchmarks", "tests", "requirements", ".ci"]
    for place in places:
        for path in sorted((ROOT / place).rglob("*")):
            if path.is_file() and (path.suffix in TEXT_FILES or path.parent.name == ".ci"):
                yield named(path), path.read_text(encoding="utf-8", errors="replace")
    for path in sorted([*ROOT.glob("*.md"), ROOT / "run.py", ROOT / "pyproject.toml"]):
        yield named(path), path.read_text(encoding="utf-8")


def test_no_file_names_a_path_of_one_machine() -> None:
    found = {name: sorted(set(MACHINE_PATHS.findall(text))) for name, text in texts()}
    assert {name: paths for name, paths in found.items() if paths} == {}


def test_nothing_is_left_to_be_done() -> None:
    found = {named(p): LEFT_OVER.findall(p.read_text(encoding="utf-8")) for p in modules()}
    assert {name: words for name, words in found.items() if words} == {}


def is_only_declared(node: ast.FunctionDef, owners: tuple[ast.ClassDef, ...]) -> bool:
    """Whether an empty body is right: a protocol's or an abstract method, an overload."""
    marks = {ast.unparse(mark).split(".")[-1] for mark in node.decorator_list}
    bases = {ast.unparse(base).split("[")[0].split(".")[-1] for o in owners for base in o.bases}
    return bool(marks & {"abstractmethod", "overload"}) or "Protocol" in bases


def empty_functions(node: ast.AST, owners: tuple[ast.ClassDef, ...] = ()) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            # What another package has, told to the type checker only.
            continue
        if isinstance(child, ast.FunctionDef) and not is_only_declared(child, owners):
            said = [line for line in child.body if not isinstance(line, ast.Pass)]
            said = [
                line
                for line in said
                if not (isinstance(line, ast.Expr) and line.value.__class__ is ast.Constant)
            ]
            # A docstring alone is a body that does nothing on purpose and says so.
            if not said and not ast.get_docstring(child):
                yield f"{child.name}, line {child.lineno}"
        yield from empty_functions(child, (child,) if isinstance(child, ast.ClassDef) else ())


def test_no_function_is_an_empty_promise() -> None:
    found = {named(path): list(empty_functions(tree(path))) for path in modules()}
    assert {name: functions for name, functions in found.items() if functions} == {}


# ---- dependencies ---------------------------------------------------------------------------


@functools.cache
def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def wanted() -> list[Requirement]:
    extras = project()["project"]["optional-dependencies"].values()
    lines = [*project()["project"]["dependencies"], *(line for extra in extras for line in extra)]
    return [Requirement(line) for line in lines]


def locked(name: str) -> dict[str, tuple[Version, int]]:
    """Package -> version and number of hashes, of one file in requirements/."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    blocks = re.split(r"(?m)^(?=[A-Za-z0-9])", text)[1:]
    found = {}
    for block in blocks:
        head = re.match(r"([\w.-]+)==([\w.]+)", block)
        assert head, f"not pinned: {block.splitlines()[0]}"
        hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}\b", block)
        found[canonicalize_name(head[1])] = (Version(head[2]), len(hashes))
    return found


def outside_bounds(wishes: list[Requirement], lock: dict[str, tuple[Version, int]]) -> list[str]:
    return [
        str(wish)
        for wish in wishes
        if (found := lock.get(canonicalize_name(wish.name))) is None
        or not wish.specifier.contains(found[0])
    ]


def test_the_lock_holds_every_dependency_within_its_bounds() -> None:
    lock = locked("lock.txt")
    assert outside_bounds(wanted(), lock) == []
    builders = [Requirement(line) for line in project()["dependency-groups"]["build"]]
    assert outside_bounds(builders, lock) == []
    # The readers of older versions have known memory-safety advisories.
    assert lock["pillow"][0] >= Version("13")


def test_the_test_lock_holds_what_tests_need_and_nothing_twice() -> None:
    lock, tests = locked("lock.txt"), locked("test.txt")
    needs = [Requirement(line) for line in project()["dependency-groups"]["test"]]
    assert outside_bounds(needs, {**lock, **tests}) == []
    assert sorted(set(lock) & set(tests)) == []


@pytest.mark.parametrize("name", ["lock.txt", "test.txt"])
def test_a_lock_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert [package for package, (_, hashes) in locked(name).items() if not hashes] == []
    assert "://" not in text
    assert re.findall(r"(?m)^--\S+", text) == []


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - set(OWN)


def test_every_import_is_a_declared_dependency() -> None:
    declared = {canonicalize_name(wish.name) for wish in wanted()}
    carried_by = metadata.packages_distributions()
    undeclared = {
        f"{named(path)}: {name}"
        for path in modules()
        for name in imported(path)
        if not declared & {canonicalize_name(found) for found in carried_by.get(name, [])}
    }
    assert sorted(undeclared) == []


# ---- layers ---------------------------------------------------------------------------------

WITHOUT_QT = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6", "ui"}:
            raise ImportError(f"{name} is not to be had")

sys.meta_path.insert(0, Refuse())
import studio
for module in pkgutil.walk_packages(studio.__path__, "studio."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
from studio.cli.main import main
sys.exit(main(["presets", "list", "--json"]))
"""


def test_the_engine_works_where_qt_cannot_be_imported() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("{")


def test_the_import_contracts_hold() -> None:
    run = "from importlinter.cli import lint_imports_command as run; run()"
    done = subprocess.run(
        [sys.executable, "-c", run, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Contracts: 5 kept, 0 broken." in done.stdout


# ---- licences -------------------------------------------------------------------------------


def test_every_package_and_data_file_is_listed_with_its_licence() -> None:
    listed = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8").lower()
    packages = [*locked("lock.txt"), *locked("test.txt")]
    assert [name for name in packages if not re.search(rf"\b{name}\b", listed)] == []
    for folder in ("fonts", "icc", "models"):
        place = ROOT / "resources" / folder
        text = (place / "README.md").read_text(encoding="utf-8")
        assert [f.name for f in place.iterdir() if f"{f.name} |" not in text] == ["README.md"]


def test_shipped_data_are_the_files_as_released() -> None:
    for folder in ("fonts", "icc", "models"):
        place = ROOT / "resources" / folder
        text = (place / "README.md").read_text(encoding="utf-8")
        noted = dict(reversed(line) for line in re.findall(r"(?m)^([0-9a-f]{64})  (\S+)$", text))
        data = [f for f in place.iterdir() if f.suffix not in {".md", ".txt"}]
        assert noted == {f.name: hashlib.sha256(f.read_bytes()).hexdigest() for f in data}
    fonts = sum(f.stat().st_size for f in (ROOT / "resources" / "fonts").iterdir())
    assert fonts < 90_000_000
