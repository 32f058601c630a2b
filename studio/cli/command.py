"""What a command is, and the registry that every command files itself in."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from studio.cli.console import Console
from studio.core.registry import Registry

DONE = 0
FINDINGS = 1
WRONG_REQUEST = 2
STOPPED = 130


@dataclass(frozen=True, slots=True)
class Command:
    """One subcommand: `arguments` fills its parser, `run` does it and returns the exit code."""

    name: str
    summary: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Console], int]


COMMANDS: Registry[Command] = Registry("command")


def command(
    name: str, summary: str, arguments: Callable[[argparse.ArgumentParser], None]
) -> Callable[
    [Callable[[argparse.Namespace, Console], int]], Callable[[argparse.Namespace, Console], int]
]:
    """Decorator: file a function as the subcommand `name`."""

    def file(
        run: Callable[[argparse.Namespace, Console], int],
    ) -> Callable[[argparse.Namespace, Console], int]:
        COMMANDS.add(name)(Command(name, summary, arguments, run))
        return run

    return file
