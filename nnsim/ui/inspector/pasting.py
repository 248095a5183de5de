"""A block of numbers pasted into the weights and biases of a table."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTableView

from nnsim.notation import Symbol
from nnsim.project import EditError, Project, RoomError, edits
from nnsim.ui.parts import Parts
from nnsim.ui.table_paste import Block


class Parameters(Protocol):
    """A model of a table that holds weights and biases."""

    def rowCount(self) -> int: ...

    def columnCount(self) -> int: ...

    def parameter(self, row: int, column: int) -> Symbol | None:
        """The weight or bias that can be typed in a cell; None for every other cell."""
        ...


def paste_numbers(parts: Parts, table: QTableView, block: Block) -> None:
    """Type a block from the current cell to the right and down, as one undo step.

    Where the current cell takes no weight, a block of W's own shape goes to its first weight.
    """
    model: Parameters = table.model()  # type: ignore[assignment]
    start = _start(model, table.currentIndex().row(), table.currentIndex().column())

    def change(project: Project) -> Project:
        if start is None:
            raise EditError("no_parameters_here")
        symbols = _symbols(model, start, block)
        return edits.type_parameters(project, symbols, block)

    text = QCoreApplication.translate("pasting", "Paste {rows} × {columns} numbers")
    parts.controller.edit(change, text.format(rows=len(block), columns=len(block[0])))


def _start(model: Parameters, row: int, column: int) -> tuple[int, int] | None:
    """The current cell, or else the first weight, or else the first bias."""
    if model.parameter(row, column) is not None:
        return row, column
    found = {(0, place): model.parameter(0, place) for place in range(model.columnCount())}
    typed = [(cell, symbol) for cell, symbol in found.items() if symbol is not None]
    weights = [cell for cell, symbol in typed if symbol.kind == "W"]
    return next(iter([*weights, *(cell for cell, _ in typed)]), None)


def _symbols(model: Parameters, start: tuple[int, int], block: Block) -> list[list[Symbol]]:
    """What stands in the cells that the block covers. Raises RoomError."""
    rows, columns = len(block), len(block[0])
    top, left = start
    room = _run(model, start, 1, 0), _run(model, start, 0, 1)
    first = model.parameter(top, left)
    assert first is not None
    if rows > room[0] or columns > room[1]:
        raise RoomError("no_room", (rows, columns), room, first.unicode)
    found = [[model.parameter(top + i, left + j) for j in range(columns)] for i in range(rows)]
    if any(symbol is None for line in found for symbol in line):
        raise RoomError("no_room", (rows, columns), (room[0], 1), first.unicode)
    return [[symbol for symbol in line if symbol is not None] for line in found]


def _run(model: Parameters, start: tuple[int, int], down: int, right: int) -> int:
    """How many weights and biases follow one another from a cell on."""
    count, (row, column) = 0, start
    while model.parameter(row + count * down, column + count * right) is not None:
        count += 1
    return count
