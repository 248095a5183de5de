"""Words for what the lower rooms name by keys: one table for each, used by every view.

A key without an entry is shown as it is written in the engine's or the data's own table, so that
a new activation or dataset appears in the menus by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import isinf

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from nnsim.data import DATASETS
from nnsim.engine import Range
from nnsim.notation import BlockError, format_number
from nnsim.project import CellError, EditError, ProjectFileError, RoomError, SettingError
from nnsim.trace import Grain, Phase, Step

from .marking import QT_TRANSLATE_NOOP
from .theme import Theme

MOST_LETTERS = 30  # of a cell that is quoted

_TITLES = {
    "identity": QT_TRANSLATE_NOOP("texts", "identity"),
    "step": QT_TRANSLATE_NOOP("texts", "step"),
    "binary_cross_entropy": QT_TRANSLATE_NOOP("texts", "binary cross-entropy"),
    "cross_entropy": QT_TRANSLATE_NOOP("texts", "cross-entropy"),
    "mean_squared_error": QT_TRANSLATE_NOOP("texts", "mean squared error"),
    "leaky_relu": QT_TRANSLATE_NOOP("texts", "leaky relu"),
    "sgd": QT_TRANSLATE_NOOP("texts", "gradient descent"),
    "momentum": QT_TRANSLATE_NOOP("texts", "momentum"),
    "nesterov": QT_TRANSLATE_NOOP("texts", "Nesterov"),
    "rmsprop": QT_TRANSLATE_NOOP("texts", "RMSprop"),
    "adam": QT_TRANSLATE_NOOP("texts", "Adam"),
    "xavier": QT_TRANSLATE_NOOP("texts", "Xavier"),
    "he": QT_TRANSLATE_NOOP("texts", "He"),
    "normal": QT_TRANSLATE_NOOP("texts", "normal"),
    "uniform": QT_TRANSLATE_NOOP("texts", "uniform"),
    "zeros": QT_TRANSLATE_NOOP("texts", "zeros"),
}
_DATASETS = {
    "clusters": QT_TRANSLATE_NOOP("texts", "Two clusters"),
    "circle": QT_TRANSLATE_NOOP("texts", "Circle"),
    "xor_clouds": QT_TRANSLATE_NOOP("texts", "XOR clouds"),
    "spiral": QT_TRANSLATE_NOOP("texts", "Spiral"),
    "moons": QT_TRANSLATE_NOOP("texts", "Moons"),
    "iris": QT_TRANSLATE_NOOP("texts", "Iris"),
    "wine": QT_TRANSLATE_NOOP("texts", "Wine"),
    "breast_cancer": QT_TRANSLATE_NOOP("texts", "Breast cancer"),
    "digits": QT_TRANSLATE_NOOP("texts", "Digits"),
}
_FAMILIES = {
    "truth_table": QT_TRANSLATE_NOOP("texts", "Truth tables"),
    "generated": QT_TRANSLATE_NOOP("texts", "Generated, two inputs"),
    "real": QT_TRANSLATE_NOOP("texts", "Real data"),
}
_EDIT_ERRORS = {
    "too_many_layers": QT_TRANSLATE_NOOP("texts", "A network has at most {limit} layers."),
    "too_many_nodes": QT_TRANSLATE_NOOP("texts", "A layer has at most {limit} nodes."),
    "too_many_parameters": QT_TRANSLATE_NOOP(
        "texts", "A network has at most {limit} weights and biases. Use fewer nodes or layers."
    ),
    "last_node": QT_TRANSLATE_NOOP("texts", "A layer keeps at least one node."),
    "only_hidden_layers_go": QT_TRANSLATE_NOOP(
        "texts", "The input and the output layer cannot be removed."
    ),
    "not_finite": QT_TRANSLATE_NOOP("texts", "That is not a finite number."),
    "bad_setting": QT_TRANSLATE_NOOP("texts", "That value is not possible for this setting."),
    "values_too_large": QT_TRANSLATE_NOOP(
        "texts", "The samples hold numbers that are too large to compute with."
    ),
    "bad_split": QT_TRANSLATE_NOOP(
        "texts", "At most 90 % of the samples can be held out for testing."
    ),
    "input_has_no_activation": QT_TRANSLATE_NOOP(
        "texts", "The input layer hands x on as it is; it has no activation."
    ),
    "run_does_not_fit": QT_TRANSLATE_NOOP(
        "texts",
        "These weights belong to other numbers of inputs and outputs. Restore the run's result"
        " instead: it brings its data along.",
    ),
    "edited_by_hand": QT_TRANSLATE_NOOP(
        "texts", "These samples were edited by hand and cannot be generated again."
    ),
    "cell_no_number": QT_TRANSLATE_NOOP(
        "texts", "Row {row}, column {column}: “{text}” is not a number. Nothing was changed."
    ),
    "cell_no_class": QT_TRANSLATE_NOOP(
        "texts",
        "Row {row}, column {column}: “{text}” is neither a number nor the name of a class."
        " Nothing was changed.",
    ),
    "cell_two_readings": QT_TRANSLATE_NOOP(
        "texts",
        "Row {row}, column {column}: the comma in “{text}” can be that of thousands or of decimals."
        " Write the number without it, or with a point. Nothing was changed.",
    ),
    "cell_no_probability": QT_TRANSLATE_NOOP(
        "texts",
        "Row {row}, column {column}: “{text}” is not between 0 and 1, as cross-entropy needs it."
        " For targets of any size choose the mean squared error first. Nothing was changed.",
    ),
    "no_probabilities": QT_TRANSLATE_NOOP(
        "texts",
        "Cross-entropy needs targets between 0 and 1, and some of these are not."
        " Nothing was changed.",
    ),
    "no_room": QT_TRANSLATE_NOOP(
        "texts",
        "The pasted block has {rows} rows and {columns} columns; from {start} on there is room for"
        " {room_rows} rows and {room_columns} columns. Nothing was changed.",
    ),
    "no_parameters_here": QT_TRANSLATE_NOOP(
        "texts", "There is no weight or bias here that could be pasted over."
    ),
    "no_samples": QT_TRANSLATE_NOOP("texts", "At least one sample stays."),
    "too_many_samples": QT_TRANSLATE_NOOP("texts", "There can be at most {limit} samples."),
    "no_name": QT_TRANSLATE_NOOP("texts", "A name needs at least one letter."),
    "name_taken": QT_TRANSLATE_NOOP("texts", "This name is taken already."),
    "no_such_name": QT_TRANSLATE_NOOP("texts", "This column has no name of its own."),
    "loss_does_not_fit_output": QT_TRANSLATE_NOOP(
        "texts", "This loss does not fit the activation of the output layer."
    ),
}
_FILE_ERRORS = {
    "not_a_project": QT_TRANSLATE_NOOP("texts", "It is not an nnsim project."),
    "too_big": QT_TRANSLATE_NOOP("texts", "It is larger than a project can be."),
    "missing_part": QT_TRANSLATE_NOOP("texts", "A part of it is missing."),
    "unexpected_part": QT_TRANSLATE_NOOP("texts", "It has a part that does not belong there."),
    "damaged": QT_TRANSLATE_NOOP("texts", "It is damaged."),
    "bad_document": QT_TRANSLATE_NOOP("texts", "Something in it is not as it should be."),
    "too_new": QT_TRANSLATE_NOOP(
        "texts", "It was written by a newer nnsim. Update nnsim to open it."
    ),
    "bad_array": QT_TRANSLATE_NOOP("texts", "Numbers in it do not fit the network."),
    "not_finite": QT_TRANSLATE_NOOP("texts", "It contains numbers that are not finite."),
}


_GRAINS = {
    Grain.TERM: QT_TRANSLATE_NOOP("texts", "term by term"),
    Grain.NUMBER: QT_TRANSLATE_NOOP("texts", "number by number"),
    Grain.NODE: QT_TRANSLATE_NOOP("texts", "node by node"),
    Grain.LAYER: QT_TRANSLATE_NOOP("texts", "layer by layer"),
    Grain.PHASE: QT_TRANSLATE_NOOP("texts", "phase by phase"),
}
_PHASES = {
    Phase.FORWARD: QT_TRANSLATE_NOOP("texts", "forward"),
    Phase.LOSS: QT_TRANSLATE_NOOP("texts", "loss"),
    Phase.BACKWARD: QT_TRANSLATE_NOOP("texts", "backward"),
    Phase.UPDATE: QT_TRANSLATE_NOOP("texts", "update"),
}


def _translate(text: str) -> str:
    return QCoreApplication.translate("texts", text)


def title(key: str) -> str:
    """Activation, loss, optimizer or initializer as the menus name it."""
    known = _TITLES.get(key)
    return _translate(known) if known else key.replace("_", " ")


def dataset_title(key: str) -> str:
    """A dataset as the menus name it."""
    if key in _DATASETS:
        return _translate(_DATASETS[key])
    entry = DATASETS.get(key)
    return entry.title if entry else key or QCoreApplication.translate("texts", "Own data")


def family_title(key: str) -> str:
    """A family of datasets."""
    return _translate(_FAMILIES[key]) if key in _FAMILIES else key


def layer_role(layer: int, depth: int) -> str:
    """Input, hidden or output."""
    if layer == 1:
        return QCoreApplication.translate("texts", "input")
    if layer == depth:
        return QCoreApplication.translate("texts", "output")
    return QCoreApplication.translate("texts", "hidden")


def grain_title(grain: Grain) -> str:
    """How much one step of a pass takes."""
    return _translate(_GRAINS[grain])


def phase_title(phase: Phase) -> str:
    """A part of a pass."""
    return _translate(_PHASES[phase])


def phase_color(theme: Theme, phase: Phase) -> QColor:
    """The colour of a part of a pass, in the strip and in the list of steps."""
    names = {
        Phase.FORWARD: "positive",
        Phase.LOSS: "accent",
        Phase.BACKWARD: "negative",
        Phase.UPDATE: "muted",
    }
    return theme.color(names[phase])


def step_title(steps: Sequence[Step]) -> str:
    """What a group of steps computes: its first and its last symbol."""
    first, last = steps[0].symbol, steps[-1].symbol
    return first.html if first == last else f"{first.html} … {last.html}"


def scaling_step(mean: float, scale: float, decimals: int) -> str:
    """What is done to an input, as it stands in the file, before the network sees it."""
    taken = format_number(mean, decimals)
    return QCoreApplication.translate("texts", "(raw − {mean}) / {scale}").format(
        mean=taken if mean >= 0 else f"({taken})",
        scale=format_number(scale, decimals),
    )


def edit_error(error: EditError) -> str:
    """Why an edit cannot be made."""
    text = _EDIT_ERRORS.get(error.reason)
    if text is None:
        return QCoreApplication.translate("texts", "This is not possible here ({reason}).").format(
            reason=error.reason
        )
    text = _translate(text)
    if isinstance(error, SettingError):
        return f"{text} {_allowed(error.allowed)}"
    if isinstance(error, CellError):
        shown = error.text if len(error.text) <= MOST_LETTERS else error.text[:MOST_LETTERS] + "…"
        return text.format(row=error.row, column=error.column, text=escape(shown))
    if isinstance(error, RoomError):
        (rows, columns), (room_rows, room_columns) = error.block, error.room
        room = {"room_rows": room_rows, "room_columns": room_columns}
        return text.format(rows=rows, columns=columns, start=error.start, **room)
    return text.format(limit=f"{error.limit or 0:,}")


def _allowed(numbers: Range) -> str:
    """Which numbers a setting takes."""
    translate, open_end = QCoreApplication.translate, isinf(numbers.high)
    if numbers.whole:
        text = (
            translate("texts", "It takes whole numbers from {low} on.")
            if open_end
            else translate("texts", "It takes whole numbers from {low} to {high}.")
        )
    elif numbers.above:
        text = translate("texts", "It takes numbers greater than {low}.")
    elif open_end:
        text = translate("texts", "It takes numbers from {low} on.")
    else:
        text = translate("texts", "It takes numbers from {low} to just below {high}.")
    high = "" if open_end else f"{numbers.high:,.0f}".replace(",", "\N{THIN SPACE}")
    return text.format(low=f"{numbers.low:g}", high=high)


def block_error(error: BlockError) -> str:
    """Why what is on the clipboard cannot be pasted."""
    translate = QCoreApplication.translate
    match error.reason:
        case "nothing_to_paste":
            text = translate("texts", "There are no cells on the clipboard.")
        case "ragged_block":
            text = translate(
                "texts",
                "Row {row} of the clipboard has {cells} cells, the first row has {wanted}."
                " Nothing was changed.",
            )
        case _:
            text = translate("texts", "There is too much on the clipboard to be pasted.")
    return text.format(row=error.row, cells=error.cells, wanted=error.wanted)


def file_error(error: ProjectFileError) -> str:
    """Why a file cannot be opened, and where in it the reason stands."""
    text = _translate(_FILE_ERRORS.get(error.reason, _FILE_ERRORS["damaged"]))
    if error.place:
        where = QCoreApplication.translate("texts", "Place: {place}").format(place=error.place)
        text = f"{text}\n{where}"
    return f"{text}\n{error.detail}" if error.detail else text
