"""The glued film of the shots' tests serves here as well."""

from tests.studio.shots.conftest import glued

__all__ = ["glued"]
