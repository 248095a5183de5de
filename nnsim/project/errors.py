"""What can go wrong with a project, as data. The interface finds the words."""

from __future__ import annotations


class ProjectError(Exception):
    """Base of everything that this room raises."""


class EditError(ProjectError):
    """An edit that cannot be made; the project stays as it was.

    Attributes:
        reason: a short key, such as "too_many_nodes".
        limit: the bound that was hit, where there is one.
    """

    def __init__(self, reason: str, limit: int | None = None) -> None:
        super().__init__(reason if limit is None else f"{reason} (limit {limit})")
        self.reason = reason
        self.limit = limit


class ProjectFileError(ProjectError):
    """A file that cannot be opened as a project.

    Attributes:
        reason: a short key, such as "not_a_project" or "too_new".
        place: where in the file, such as "project.json: network.sizes.0"; "" for the whole file.
        detail: what stands there, for the reader of the message; may be "".
    """

    def __init__(self, reason: str, place: str = "", detail: str = "") -> None:
        super().__init__(": ".join(part for part in (reason, place, detail) if part))
        self.reason = reason
        self.place = place
        self.detail = detail
