"""Public ids."""

from uuid_utils import uuid7


def new_uid() -> str:
    """Return a new public id: UUIDv7, so ids sort in order of creation."""
    return str(uuid7())
