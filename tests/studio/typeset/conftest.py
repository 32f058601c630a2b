"""The type suite never sees the fonts of the machine it runs on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from studio.typeset.fonts import library


@pytest.fixture(scope="package", autouse=True)
def no_system_fonts() -> Iterator[None]:
    """What is set here is set alike on every machine: with the bundled faces alone."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOBBYCARD_SYSTEM_FONTS", "off")
        library.cache_clear()
        yield
    library.cache_clear()
