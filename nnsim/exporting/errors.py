"""What can go wrong when work is taken out or weights are brought in, as data."""

from __future__ import annotations


class MissingPackageError(Exception):
    """A kind of file needs a package that is not installed.

    Attributes:
        package: its name.
        extra: the extra of nnsim that brings it.
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is missing; pip install nnsim[{extra}]")
        self.package = package
        self.extra = extra


class WeightsError(Exception):
    """A file whose weights the network cannot take over.

    | reason | what is wrong |
    |--|--|
    | not_npz | not a file of named arrays |
    | too_big | larger than any network's weights |
    | damaged | it cannot be unpacked |
    | missing_array | there is no W or b for a layer of the network |
    | unexpected_array | there is a W or b for a layer that the network does not have |
    | wrong_type | an array that holds no real numbers |
    | wrong_shape | an array of another shape |
    | not_finite | an array holds an infinity or NaN |

    Attributes:
        reason: a key of the table.
        name: of the array, such as "W2"; "" for the whole file.
        found, expected: the shapes or types, as text; may be "".
    """

    def __init__(self, reason: str, name: str = "", found: str = "", expected: str = "") -> None:
        super().__init__(": ".join(part for part in (reason, name, found, expected) if part))
        self.reason = reason
        self.name = name
        self.found = found
        self.expected = expected


class WorksheetError(Exception):
    """A network is too large for a worksheet.

    Attributes:
        found: how many numbers would have to be computed.
        limit: how many a sheet may ask for.
    """

    def __init__(self, found: int, limit: int) -> None:
        super().__init__(f"{found} numbers to compute, at most {limit}")
        self.found = found
        self.limit = limit
