"""What can be wrong with a request for data. Errors carry values; the interface words them."""

from __future__ import annotations


class DataError(Exception):
    """Base of the errors of this room."""


class UnknownDataset(DataError):  # noqa: N818
    """No dataset has this `name`."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BadArgument(DataError):  # noqa: N818
    """The argument `name` has a `value` outside `low`..`high`, both allowed.

    Without bounds: the value is not finite, a scale is not above 0, or the dataset takes no such
    argument at all.
    """

    def __init__(
        self, name: str, value: object, low: float | None = None, high: float | None = None
    ) -> None:
        super().__init__(name, value, low, high)
        self.name = name
        self.value = value
        self.low = low
        self.high = high


class BadShape(DataError):  # noqa: N818
    """The arrays or names of a dataset do not fit together; `what` names the part."""

    def __init__(self, what: str, shape: tuple[int, ...]) -> None:
        super().__init__(what, shape)
        self.what = what
        self.shape = shape
