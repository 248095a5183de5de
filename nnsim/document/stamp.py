"""Whether the file on disk is still the one that was read or written."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells one state of a file from another.

    Attributes:
        digest: SHA-256 of its content.
        size: bytes.
        time: when it was changed, in nanoseconds; equal contents of other times are equal.
    """

    digest: str
    size: int
    time: int = field(compare=False)

    @classmethod
    def of(cls, content: bytes, time: int) -> Stamp:
        """The stamp of a content that was read or written."""
        return cls(sha256(content).hexdigest(), len(content), time)

    def differs(self, path: Path) -> bool:
        """Whether another content stands in the file now; a file that is gone does not differ."""
        try:
            with path.open("rb") as file:
                status = os.fstat(file.fileno())
                if status.st_size != self.size:
                    return True
                if status.st_mtime_ns == self.time:
                    return False
                return file_digest(file, "sha256").hexdigest() != self.digest
        except OSError:
            return False
