"""Words for what can be wrong with a table, and for what its columns become."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnsim.data import ScalingKind
from nnsim.data.tables import (
    Column,
    Missing,
    NumberColumn,
    Prepared,
    TableError,
    Use,
    labels_of,
)
from nnsim.ui.marking import QT_TRANSLATE_NOOP
from nnsim.ui.texts import scaling_step

_ERRORS = {
    "gone": QT_TRANSLATE_NOOP("importing", "The file is not there any more. Choose it again."),
    "no_permission": QT_TRANSLATE_NOOP(
        "importing", "You may not read this file. Change its permissions, or copy it."
    ),
    "is_folder": QT_TRANSLATE_NOOP("importing", "This is a folder. Choose a file in it."),
    "unreadable": QT_TRANSLATE_NOOP(
        "importing", "The system cannot read it. If it is on a network, copy it to this computer."
    ),
    "too_large": QT_TRANSLATE_NOOP(
        "importing", "It has {value_mb} MB; at most {limit_mb} MB can be read. Take a part of it."
    ),
    "too_many_rows": QT_TRANSLATE_NOOP(
        "importing", "It has {value} rows; at most {limit} can be read. Take a part of them."
    ),
    "too_many_columns": QT_TRANSLATE_NOOP(
        "importing", "It has {value} columns; at most {limit} can be read. Delete some of them."
    ),
    "too_many_cells": QT_TRANSLATE_NOOP(
        "importing",
        "There would be {value} numbers; at most {limit} are possible. Use fewer rows or columns.",
    ),
    "empty": QT_TRANSLATE_NOOP("importing", "There are no rows of data in it."),
    "binary": QT_TRANSLATE_NOOP(
        "importing",
        "This is neither a text nor an Excel workbook. Save the table as CSV or as .xlsx.",
    ),
    "undecodable": QT_TRANSLATE_NOOP(
        "importing", "Row {row} cannot be read as {value}. Choose another encoding."
    ),
    "bad_quotes": QT_TRANSLATE_NOOP(
        "importing", "A text in quotation marks does not end. Close its quotation mark."
    ),
    "ragged": QT_TRANSLATE_NOOP(
        "importing",
        "Row {row} has {value} cells, the rows before it have {limit}. Correct this row, or choose"
        " another delimiter.",
    ),
    "one_column": QT_TRANSLATE_NOOP(
        "importing",
        "There is only one column, but an input and a target are needed. Is the delimiter right?",
    ),
    "duplicate_header": QT_TRANSLATE_NOOP(
        "importing",
        "Row {row}: columns {column} and {value} are both called “{name}”. Rename one of them, or"
        " read the first row as data.",
    ),
    "password": QT_TRANSLATE_NOOP(
        "importing", "The workbook has a password. Remove it in Excel, or save a sheet as CSV."
    ),
    "old_workbook": QT_TRANSLATE_NOOP(
        "importing", "This is a file of an old Excel or another Office program. Save it as .xlsx."
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "importing", "The workbook is damaged. Open it in Excel and save it anew."
    ),
    "formula_without_value": QT_TRANSLATE_NOOP(
        "importing",
        "Row {row}, column {column}: the formula {value} was saved without its value. Open the"
        " workbook in Excel and save it.",
    ),
    "not_a_number": QT_TRANSLATE_NOOP(
        "importing",
        "Row {row}, column {column} “{name}”: “{value}” is no number. Correct it, or use the"
        " column as categories.",
    ),
    "infinite": QT_TRANSLATE_NOOP(
        "importing",
        "Row {row}, column {column} “{name}”: {value} is not a finite number. Correct it, or do"
        " not use the column.",
    ),
    "no_input": QT_TRANSLATE_NOOP("importing", "Choose a column as input."),
    "no_target": QT_TRANSLATE_NOOP("importing", "Choose a column as target."),
    "mixed_targets": QT_TRANSLATE_NOOP(
        "importing",
        "Column {column} “{name}” has classes, so it must be the only target. Use the other"
        " targets as inputs or not at all.",
    ),
    "too_many_classes": QT_TRANSLATE_NOOP(
        "importing",
        "Column {column} “{name}” has {value} classes; at most {limit} are possible. Choose"
        " another target, or use it as numbers.",
    ),
    "too_many_inputs": QT_TRANSLATE_NOOP(
        "importing",
        "There would be {value} inputs; at most {limit} are possible. Column {column} “{name}”"
        " brings the most: do not use it.",
    ),
    "too_large_to_scale": QT_TRANSLATE_NOOP(
        "importing", "The inputs hold numbers that are too large to be scaled. Choose no scaling."
    ),
    "one_target_value": QT_TRANSLATE_NOOP(
        "importing",
        "Every target in column {column} “{name}” is {value}: there is nothing to learn. Choose"
        " another target.",
    ),
    "nothing_left": QT_TRANSLATE_NOOP(
        "importing",
        "No row has a value in every column; most are missing in column {column} “{name}”. Do not"
        " use it, or fill in missing values.",
    ),
}
_USES = {
    Use.NUMBER_INPUT: QT_TRANSLATE_NOOP("importing", "Input: number"),
    Use.CATEGORY_INPUT: QT_TRANSLATE_NOOP("importing", "Input: categories"),
    Use.NUMBER_TARGET: QT_TRANSLATE_NOOP("importing", "Target: number"),
    Use.CATEGORY_TARGET: QT_TRANSLATE_NOOP("importing", "Target: classes"),
    Use.UNUSED: QT_TRANSLATE_NOOP("importing", "Not used"),
}
_MISSING = {
    Missing.LEAVE_OUT: QT_TRANSLATE_NOOP("importing", "leave the row out"),
    Missing.MEAN: QT_TRANSLATE_NOOP("importing", "fill in the mean"),
    Missing.MOST_FREQUENT: QT_TRANSLATE_NOOP("importing", "fill in the most frequent value"),
}
_SCALINGS: dict[ScalingKind | None, str] = {
    None: QT_TRANSLATE_NOOP("importing", "none: raw values"),
    "standard": QT_TRANSLATE_NOOP("importing", "standardise: mean 0, deviation 1"),
    "min_max": QT_TRANSLATE_NOOP("importing", "min–max: from 0 to 1"),
}
_DELIMITERS = {
    ",": QT_TRANSLATE_NOOP("importing", "comma  ,"),
    ";": QT_TRANSLATE_NOOP("importing", "semicolon  ;"),
    "\t": QT_TRANSLATE_NOOP("importing", "tab"),
    "|": QT_TRANSLATE_NOOP("importing", "bar  |"),
}
_DECIMALS = {
    ".": QT_TRANSLATE_NOOP("importing", "point  3.14"),
    ",": QT_TRANSLATE_NOOP("importing", "comma  3,14"),
}
_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp949": QT_TRANSLATE_NOOP("importing", "Korean (CP949)"),
    "latin-1": QT_TRANSLATE_NOOP("importing", "Western (Latin-1)"),
}
_NAMED = 6


def _translate(text: str) -> str:
    return QCoreApplication.translate("importing", text)


def table_error(error: TableError) -> str:
    """What is wrong, where, and what to do."""
    return _translate(_ERRORS[error.reason]).format(
        row=error.row,
        column=error.column,
        name=error.name,
        value=_value(error),
        limit=f"{error.limit or 0:,}",
        value_mb=_megabytes(error.value),
        limit_mb=_megabytes(error.limit),
    )


def _value(error: TableError) -> str:
    if error.reason == "undecodable":
        return encoding_title(str(error.value))
    if isinstance(error.value, int):
        return f"{error.value:,}"
    text = str(error.value)
    return text if len(text) <= 40 else text[:39] + "…"


def _megabytes(count: object) -> str:
    return f"{count / 2**20:,.0f}" if isinstance(count, int) else ""


def use_title(use: Use) -> str:
    """What a column is used for."""
    return _translate(_USES[use])


def missing_title(missing: Missing) -> str:
    """What happens to a row without a value."""
    return _translate(_MISSING[missing])


def scaling_title(kind: ScalingKind | None) -> str:
    """How the inputs are scaled."""
    return _translate(_SCALINGS[kind])


def delimiter_title(delimiter: str) -> str:
    """What stands between two cells."""
    return _translate(_DELIMITERS[delimiter])


def decimal_title(decimal: str) -> str:
    """What stands before the decimals."""
    return _translate(_DECIMALS[decimal])


def encoding_title(encoding: str) -> str:
    """How letters are written in bytes."""
    return _translate(_ENCODINGS.get(encoding, encoding))


def scaling_steps(prepared: Prepared) -> dict[str, str]:
    """What is done to each input that is scaled, by its name."""
    scaling = prepared.scaling
    if scaling is None:
        return {}
    numbers = zip(prepared.dataset.input_names, scaling.mean, scaling.scale, strict=True)
    return {name: scaling_step(mean, scale, decimals=3) for name, mean, scale in numbers}


def becomes(column: Column, use: Use) -> str:
    """What the network is given instead of a column."""
    translate = QCoreApplication.translate  # lupdate looks for this name
    if use is Use.UNUSED:
        return "—"
    if not use.is_category:
        if isinstance(column, NumberColumn):
            return translate("importing", "numbers as they are")
        return translate("importing", "numbers, if every text is one")
    labels = labels_of(column)
    if use is Use.CATEGORY_TARGET and len(labels) == 2:
        return f"{labels[0]} → 0,  {labels[1]} → 1"
    text = ", ".join(labels[:_NAMED]) + (", …" if len(labels) > _NAMED else "")
    if use is Use.CATEGORY_TARGET:
        pattern = translate("importing", "{count} classes, one-hot: {labels}")
    else:
        pattern = translate("importing", "{count} inputs of 0 or 1: {labels}")
    return pattern.format(count=len(labels), labels=text)
