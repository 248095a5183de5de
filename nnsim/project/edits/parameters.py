"""Edits of the weights and biases themselves."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from nnsim.engine import ParameterAddress, index_of
from nnsim.notation import NumberError, Symbol, parse_number
from nnsim.project.arrays import FloatArray, read_only, same_bits
from nnsim.project.errors import CellError, EditError
from nnsim.project.progress import Progress
from nnsim.project.spec import Project

from .runs import begin_anew, go_on


def set_parameter(project: Project, layer: int, j: int, k: int | None, value: float) -> Project:
    """Type W^(l)_jk, or b^(l)_j where k is None. Before training it is an initial value too."""
    if not math.isfinite(value):
        raise EditError("not_finite")
    where = ParameterAddress("b" if k is None else "W", layer, j, k)
    try:
        index = index_of(project.network.sizes, where)
    except IndexError as error:
        raise EditError("no_such_parameter") from error
    parameters = _with_value(project.parameters, index, value)
    if same_bits(parameters, project.parameters):
        return project
    if project.progress != Progress():
        return go_on(project, parameters=parameters, progress=project.progress.left())
    initial = _with_value(project.initial, index, value)
    return replace(project, parameters=parameters, initial=initial)


def set_parameters(project: Project, parameters: FloatArray) -> Project:
    """Put these in the place of all parameters (P,). Before training they are initial values too.

    Raises EditError for a wrong count or a number that is not finite.
    """
    parameters = read_only(parameters)
    if parameters.shape != project.parameters.shape:
        raise EditError("parameters_do_not_fit")
    if same_bits(parameters, project.parameters):
        return project
    if project.progress != Progress():
        return go_on(project, parameters=parameters, progress=project.progress.left())
    return replace(project, parameters=parameters, initial=parameters)


def type_parameters(
    project: Project, symbols: Sequence[Sequence[Symbol]], texts: Sequence[Sequence[str]]
) -> Project:
    """Type a block of weights and biases: a text for each W^(l)_jk or b^(l)_j.

    Raises CellError for a cell that is no number, with its row and column in the block.
    """
    parameters = project.parameters.copy()
    for i, (line, cells) in enumerate(zip(symbols, texts, strict=True), start=1):
        for j, (symbol, text) in enumerate(zip(line, cells, strict=True), start=1):
            k = symbol.k if symbol.kind == "W" else None
            where = ParameterAddress("W" if k else "b", symbol.layer, symbol.j, k)
            try:
                parameters[index_of(project.network.sizes, where)] = parse_number(text)
            except IndexError as error:
                raise EditError("no_such_parameter") from error
            except NumberError as error:
                raise CellError(f"cell_{error.reason}", str(i), str(j), text) from None
    return set_parameters(project, parameters)


def _with_value(vector: FloatArray, index: int, value: float) -> FloatArray:
    result = vector.copy()
    result[index] = value
    return result


def reset(project: Project) -> Project:
    """Back to epoch 0 with the same initial weights."""
    return begin_anew(project, parameters=project.initial)


def draw_weights(
    project: Project, initializer: str | None = None, seed: int | None = None
) -> Project:
    """Back to epoch 0 with newly drawn weights, by default of the next seed."""
    spec = project.network
    if initializer is None and seed is None:
        seed = spec.seed + 1
    network = replace(
        spec,
        initializer=spec.initializer if initializer is None else initializer,
        seed=spec.seed if seed is None else seed,
    )
    start = network.draw()
    return begin_anew(project, network=network, initial=start, parameters=start)
