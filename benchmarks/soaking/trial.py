"""What a trial says when a promise was broken, and bytes that went through rough hands."""

from __future__ import annotations

import random


class Failed(Exception):
    """A promise that did not hold; the text says which."""


def require(held: bool, said: str) -> None:
    """Raises Failed with `said` unless it held."""
    if not held:
        raise Failed(said)


def mangled(data: bytes, chance: random.Random) -> bytes:
    """`data` with one to six damages: bits, runs of bytes, cuts, repeats, an early end."""
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(data)) if data else 0
        length = chance.choice((1, 2, 4, 16, 200))
        head, part, tail = data[:at], data[at : at + length], data[at + length :]
        damages = (
            bytes(byte ^ (1 << chance.randrange(8)) for byte in part[:1]) + part[1:],
            chance.randbytes(len(part)),
            b"",
            part * chance.randint(2, 5),
            bytes([chance.choice((0, 255, 10, 13))]) * len(part),
        )
        data = head + chance.choice(damages) + tail
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.15 else data
