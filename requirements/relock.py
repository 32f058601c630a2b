"""Make lock.txt and test.txt again from pyproject.toml, with hashes, for every system and Python.

Run it with uv installed, from anywhere; options for uv (`--upgrade`, an index) are passed on:

    python requirements/relock.py --upgrade
"""

import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
COMPILE = ("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11")
# One version for all Pythons, and nothing in the files about where they came from.
MANNER = (
    *("--fork-strategy", "fewest", "--generate-hashes"),
    *("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)


def blocks(text: str) -> dict[str, str]:
    """Requirement name -> its lines with the hashes."""
    parts = re.split(r"(?m)^(?=[A-Za-z0-9])", text)
    return {re.split(r"[=\s]", part, maxsplit=1)[0]: part for part in parts if part.strip()}


def compiled(name: str, arguments: list[str]) -> str:
    """What uv resolves; earlier choices in the file are kept unless `--upgrade` is passed on."""
    out = HERE / name
    command = [*COMPILE, *MANNER, *arguments, *sys.argv[1:], "--output-file", str(out)]
    subprocess.run(command, check=True, cwd=HERE.parent)
    text = out.read_text(encoding="utf-8")
    if "://" in text or re.search(r"(?m)^--(?!hash)\S*(index|find)", text):
        sys.exit(f"{name} names an index or a folder: it would only work here.")
    return text


def main() -> None:
    """Write both locks; test.txt holds only what lock.txt lacks."""
    own = compiled(
        "lock.txt",
        [
            *("pyproject.toml", "--all-extras", "--group", "build"),
            *("--override", "requirements/overrides.txt"),
        ],
    )
    tests = compiled("test.txt", ["--group", "test", "--constraint", "requirements/lock.txt"])
    known = blocks(own)
    extra = [block for name, block in blocks(tests).items() if name not in known]
    (HERE / "test.txt").write_text("".join(extra), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
