"""Recovery files: unsaved work of a window that may be killed at any moment.

Each window has one of its own, with a lock beside it for as long as the process lives. What lies
there without a living process was left behind, and can be claimed by one window.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from pydantic import BaseModel, Field
from PySide6.QtCore import QLockFile

import nnsim.project
from nnsim.project import Project, ProjectFileError
from nnsim.project.archive import read_content
from nnsim.shell.writing import write_file

from .stamp import Stamp

SUFFIX = ".recovery"
_MAX_HEADER = 2**16


@dataclass(frozen=True)
class Work:
    """A project and where it belongs.

    Attributes:
        path: its file; None if it was never saved.
        stamp: of that file, as it was last read or written.
    """

    project: Project
    path: Path | None = None
    stamp: Stamp | None = None


class _Header(BaseModel, strict=True, extra="forbid"):
    path: str | None = Field(min_length=1)
    stamp: Stamp | None


class RecoveryFile:
    """One recovery file: a line of JSON that says where the work belongs, then the project's file.

    Attributes:
        path: where it lies.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = QLockFile(f"{path}.lock")
        self._lock.setStaleLockTime(0)  # a lock grows old only by the death of its process

    @classmethod
    def new(cls, folder: Path) -> RecoveryFile:
        """One that nobody else has; nothing is written yet."""
        return cls(folder / f"{uuid4().hex}{SUFFIX}")

    def claim(self) -> bool:
        """Lock it for this process; False if it belongs to another one that lives."""
        return self._lock.isLocked() or self._lock.tryLock(0)

    def write(self, raw: bytes) -> None:
        """Write a `content` whole. Raises WriteError."""
        write_file(self.path, raw)

    def read(self) -> Work:
        """The work in it. Raises ProjectFileError or OSError."""
        with self.path.open("rb") as file:
            header = file.readline(_MAX_HEADER)
            project = nnsim.project.parse_project(read_content(file))
        path, stamp = _belongs(header)
        return Work(project, path, stamp)

    @property
    def of(self) -> Path | None:
        """The file that the work belongs to; None for one that was never saved."""
        try:
            with self.path.open("rb") as file:
                return _belongs(file.readline(_MAX_HEADER))[0]
        except (OSError, ProjectFileError):
            return None

    @property
    def time(self) -> int:
        """When it was written, in seconds since 1970."""
        return int(self.path.stat().st_mtime)

    def remove(self) -> None:
        """Delete it and give up the lock. Raises OSError."""
        self.path.unlink(missing_ok=True)
        self.release()

    def release(self) -> None:
        """Give up the lock; whoever starts next may claim what lies there."""
        if self._lock.isLocked():
            self._lock.unlock()


def left_behind(folder: Path) -> list[RecoveryFile]:
    """What processes that live no more have left there, newest first; claimed for this one."""
    found = [RecoveryFile(path) for path in folder.glob(f"*{SUFFIX}")]
    return sorted(
        (each for each in found if each.claim()), key=lambda file: file.time, reverse=True
    )


def content(work: Work) -> bytes:
    """What stands in a recovery file."""
    header = _Header(path=None if work.path is None else str(work.path), stamp=work.stamp)
    return header.model_dump_json().encode() + b"\n" + nnsim.project.write_project(work.project)


def _belongs(header: bytes) -> tuple[Path | None, Stamp | None]:
    try:
        read = _Header.model_validate_json(header)
    except ValueError as error:
        raise ProjectFileError("damaged", "recovery") from error
    return None if read.path is None else Path(read.path), read.stamp
