"""What the application remembers between starts: one table of typed settings."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

T = TypeVar("T")
_RECENT_FILES = 10
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One thing to remember.

    `check` turns what is stored (or given) into the value, or raises ValueError.
    `store` turns the value into what QSettings can keep.
    """

    key: str
    default: T
    check: Callable[[object], T]
    store: Callable[[T], object] = lambda value: value


def _one_of(*choices: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value not in choices:
            raise ValueError(value)
        return str(value)

    return check


def _integer(low: int, high: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        number = int(str(value))  # an ini file gives text back
        if not low <= number <= high:
            raise ValueError(value)
        return number

    return check


def _switch(value: object) -> bool:
    if value in (True, "true"):  # an ini file gives text back
        return True
    if value in (False, "false"):
        return False
    raise ValueError(value)


def _bytes(value: object) -> bytes:
    if isinstance(value, QByteArray):
        return bytes(value.data())
    if isinstance(value, bytes):
        return value
    raise ValueError(value)


def _path(value: object) -> Path | None:
    if value is None or value == "":
        return None
    if isinstance(value, str | Path):
        return Path(value)
    raise ValueError(value)


def _paths(value: object) -> tuple[Path, ...]:
    items = value if isinstance(value, list | tuple) else [value]  # an ini file unwraps [one]
    paths = (_path(item) for item in items)
    return tuple(path for path in paths if path is not None)[:_RECENT_FILES]


LANGUAGE = Setting("language", "system", _one_of("system", "en", "ko"))
THEME = Setting("theme", "system", _one_of("system", "light", "dark"))
DECIMALS = Setting("decimals", 3, _integer(2, 8))
NODE_MAPS = Setting("nodeMaps", True, _switch)
WINDOW_GEOMETRY = Setting("window/geometry", b"", _bytes, QByteArray)
WINDOW_STATE = Setting("window/state", b"", _bytes, QByteArray)
LAST_DIRECTORY = Setting[Path | None]("files/directory", None, _path, lambda path: str(path or ""))
RECENT_FILES = Setting[tuple[Path, ...]](
    "files/recent", (), _paths, lambda paths: [str(path) for path in paths]
)


def user_data() -> Path:
    """The folder of the user for what nnsim keeps; it may not be there yet."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))


class Settings:
    """Reads and writes settings; what is stored wrongly is forgotten, with a log entry."""

    def __init__(self, path: Path | None = None) -> None:
        """Use the ini file `path`, or else the one in the user's folder for settings."""
        ini = QSettings.Format.IniFormat
        if path is None:
            self._store = QSettings(ini, QSettings.Scope.UserScope, "nnsim", "nnsim")
        else:
            self._store = QSettings(str(path), ini)

    def get(self, setting: Setting[T]) -> T:
        """The value, or the default where none or a bad one is stored."""
        if not self._store.contains(setting.key):
            return setting.default
        stored = self._store.value(setting.key)
        try:
            return setting.check(stored)
        except ValueError:
            _log.warning("Forgot the setting %s: %r is not valid", setting.key, stored)
            self.reset(setting)
            return setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Store a value. Raises ValueError if it is not valid."""
        self._store.setValue(setting.key, setting.store(setting.check(value)))

    def reset(self, setting: Setting[T]) -> None:
        """Forget what is stored: the default holds again."""
        self._store.remove(setting.key)

    def remember_file(self, path: Path) -> None:
        """Put `path` first among the recent files and its folder where dialogs open."""
        others = (other for other in self.get(RECENT_FILES) if other != path)
        self.set(RECENT_FILES, (path, *others))
        self.set(LAST_DIRECTORY, path.parent)

    def sync(self) -> None:
        """Write to disk now; Qt otherwise does so soon, and at exit."""
        self._store.sync()
