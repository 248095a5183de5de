"""What can be wrong with a table from outside, as data. The interface finds the words."""

from __future__ import annotations

from nnsim.data.errors import DataError


class TableError(DataError):
    """A file that cannot be read as a table, or a table that cannot become a dataset.

    | reason | what is wrong |
    |--|--|
    | gone, no_permission, is_folder, unreadable | the system does not give the file |
    | too_large | more than `limit` bytes, packed or unpacked |
    | too_many_rows, too_many_columns, too_many_cells | more than `limit` of them |
    | empty | no row of data |
    | binary | no text and no workbook |
    | undecodable | `row` cannot be read in the encoding `value` |
    | bad_quotes | a quoted text does not end, or is longer than a cell can be |
    | ragged | `row` has `value` cells, the rows before it `limit` |
    | one_column | an input and a target are needed |
    | duplicate_header | columns `column` and `value` are both called `name` |
    | password, old_workbook, damaged | a workbook that cannot be opened |
    | formula_without_value | the cell's value was never computed and saved |
    | not_a_number | the cell is the text `value` |
    | infinite | the cell is no finite number |
    | no_input, no_target | no column is used as one |
    | mixed_targets | classes are the only target, or targets are numbers |
    | too_many_classes, too_many_inputs | more than `limit`; there would be `value` |
    | too_large_to_scale | its numbers cannot be squared or subtracted |
    | one_target_value | every target of the column is `value` |
    | nothing_left | every row misses a value that is needed, most of them in `column` |

    Attributes:
        reason: a key of the table.
        row: in the file, from 1, a header counted; None where it is not about one row.
        column: from 1; None where it is not about one column.
        name: of the column; "" without one.
        value, limit: what was found, and what is allowed.
    """

    def __init__(
        self,
        reason: str,
        row: int | None = None,
        column: int | None = None,
        name: str = "",
        value: object = None,
        limit: int | None = None,
    ) -> None:
        super().__init__(reason, row, column, name, value, limit)
        self.reason = reason
        self.row = row
        self.column = column
        self.name = name
        self.value = value
        self.limit = limit
