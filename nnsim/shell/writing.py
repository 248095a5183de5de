"""Files that are written whole or not at all. Knows no Qt."""

import errno
import os
import secrets
import stat
import time
from contextlib import suppress
from pathlib import Path

TEMPORARY = ".nnsim-"  # how the name of a file begins until it is whole
ABANDONED_SECONDS = 3600.0  # nobody writes one file for so long


class WriteError(Exception):
    """A file could not be written; whatever stood in it before stands there still.

    Attributes:
        path: the file.
        detail: the system's reason, in English.
    """

    def __init__(self, path: Path, detail: str) -> None:
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


def write_file(path: Path, content: bytes) -> int:
    """Write a file, whole or not at all, even if the process or the machine dies meanwhile.

    Returns the time of the file's last change, in nanoseconds.

    The content goes to a file beside it, to the disk, and then in one step to its place. The
    permissions of a file that is there stay; where it is a link, what it leads to is replaced.
    Raises WriteError.
    """
    try:
        return _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise WriteError(path, error.strerror or str(error)) from error


def _replace(target: Path, content: bytes) -> int:
    mode = _mode_of(target)
    temporary = target.with_name(f"{TEMPORARY}{secrets.token_hex(8)}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, 0o666)  # less what the umask takes away
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            changed = os.fstat(file.fileno()).st_mtime_ns
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _sync_folder(target.parent)
    _sweep(target.parent)
    return changed


def _mode_of(target: Path) -> int | None:
    """The permissions of the file that is there; OSError where none may take its place."""
    try:
        status = os.stat(target)
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(status.st_mode):  # a device would be replaced by a file
        code = errno.EISDIR if stat.S_ISDIR(status.st_mode) else errno.EINVAL
        raise OSError(code, os.strerror(code))
    if not os.access(target, os.W_OK):  # replacing it takes only a right to its folder
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(status.st_mode)


def _sweep(folder: Path) -> None:
    """Delete what processes that were killed while they wrote have left here."""
    with suppress(OSError):
        for each in folder.glob(f"{TEMPORARY}*.tmp"):
            if each.stat().st_mtime < time.time() - ABANDONED_SECONDS:
                each.unlink()


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk too, where a system knows how; the file is in its place."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
