"""Looking a name up in one of the engine's tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from nnsim.engine.errors import UnknownName

Entry = TypeVar("Entry")


def lookup(table: Mapping[str, Entry], kind: str, name: object) -> Entry:
    """The entry `name`; raises UnknownName(kind, name, known names)."""
    if not isinstance(name, str) or name not in table:
        raise UnknownName(kind, name, tuple(table))
    return table[name]
