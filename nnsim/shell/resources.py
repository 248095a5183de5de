"""Where the resources are: the only module that knows."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")  # in a wheel; in the repository


class ResourceNotFoundError(LookupError):
    """No resource has this name.

    Attributes:
        name: path asked for, relative to the resources.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def resource(name: str = ".") -> Path:
    """The path of a resource, as in `resource("i18n/nnsim_ko.qm")`; of their folder by default.

    Raises ResourceNotFoundError.
    """
    root = next((root for root in _ROOTS if root.is_dir()), None)
    if root is None or not (root / name).exists():
        raise ResourceNotFoundError(name)
    return root / name
