"""What can go wrong with a project, as data. The interface finds the words."""

from __future__ import annotations

from nnsim.engine import Range


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


class SettingError(EditError):
    """A number that a setting cannot be; the project stays as it was.

    Attributes:
        allowed: the numbers that it can be.
    """

    def __init__(self, allowed: Range) -> None:
        super().__init__("bad_setting")
        self.allowed = allowed


class CellError(EditError):
    """A cell that was typed or pasted and cannot be taken; the project stays as it was.

    Attributes:
        row, column: names of its row and column, as the table shows them.
        text: what it held.
    """

    def __init__(self, reason: str, row: str, column: str, text: str) -> None:
        super().__init__(reason)
        self.row = row
        self.column = column
        self.text = text


class RoomError(EditError):
    """A pasted block that is larger than what is there; the project stays as it was.

    Attributes:
        block: its rows and columns.
        room: rows and columns that there are from the current cell on.
        start: the name of that cell.
    """

    def __init__(
        self, reason: str, block: tuple[int, int], room: tuple[int, int], start: str
    ) -> None:
        super().__init__(reason)
        self.block = block
        self.room = room
        self.start = start


class ProjectFileError(ProjectError):
    """A file that cannot be opened as a project.

    | reason | what is wrong |
    |--|--|
    | not_a_project | not a zip, or a zip of something else |
    | too_new | written by a newer nnsim |
    | too_big | the file, a part, or all parts together are above a limit of `archive` |
    | missing_part, unexpected_part | a part is not there; is there twice or does not belong |
    | damaged | the zip or one of its parts cannot be unpacked |
    | bad_document | project.json is not JSON, or a name, type or bound in it is wrong |
    | bad_array | a part is not an array of the type and shape that project.json promises |
    | not_finite | an array holds an infinity or NaN |

    Attributes:
        reason: a key of the table.
        place: where in the file, such as "project.json: network.sizes.0"; "" for the whole file.
        detail: what is expected there, for the reader of the message; may be "".
    """

    def __init__(self, reason: str, place: str = "", detail: str = "") -> None:
        super().__init__(": ".join(part for part in (reason, place, detail) if part))
        self.reason = reason
        self.place = place
        self.detail = detail
