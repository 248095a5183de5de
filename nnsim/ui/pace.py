"""Keeps costly pictures from slowing the frames of a training run. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Pace:
    """Tells when work may be done again: it takes at most a share of the time.

    Work that takes 1 ms may be done a hundred times a second at a share of 0.1, work that takes
    20 ms five times.
    """

    def __init__(self, share: float = 0.1, least: float = 0.0) -> None:
        """`least` seconds lie between two pieces of work even where they take no time."""
        self._share = share
        self._least = least
        self._next = 0.0

    @property
    def due(self) -> bool:
        """Whether the work may be done now."""
        return perf_counter() >= self._next

    @contextmanager
    def working(self) -> Iterator[None]:
        """Measures the work that is done inside."""
        start = perf_counter()
        yield
        end = perf_counter()
        self._next = start + max((end - start) / self._share, self._least)
