"""A worked example from an article, to all the digits that it prints."""

import numpy as np
import pytest

from nnsim.engine import Network, TrainSettings
from nnsim.notation import E, Facts, Symbol, W, a, dW, formula, z
from nnsim.trace import Phase, trace_pass

# Matt Mazur, "A Step by Step Backpropagation Example", 2015.
SIZES, ACTIVATIONS, LOSS = (2, 2, 2), ("sigmoid", "sigmoid"), "mean_squared_error"
PARAMETERS = [0.15, 0.20, 0.35, 0.25, 0.30, 0.35, 0.40, 0.45, 0.60, 0.50, 0.55, 0.60]
PRINTED = {
    z(2, 1): "0.3775",
    a(2, 1): "0.593269992",
    a(2, 2): "0.596884378",
    z(3, 1): "1.105905967",
    a(3, 1): "0.75136507",
    a(3, 2): "0.772928465",
    E: "0.298371109",
    dW(3, 1, 1): "0.082167041",
    dW(2, 1, 1): "0.000438568",
}
PRINTED_NEW = {
    W(3, 1, 1): "0.35891648",
    W(3, 1, 2): "0.408666186",
    W(3, 2, 1): "0.511301270",
    W(3, 2, 2): "0.561370121",
    W(2, 1, 1): "0.149780716",
    W(2, 1, 2): "0.19956143",
    W(2, 2, 1): "0.24975114",
    W(2, 2, 2): "0.29950229",
}


def mazur():
    network = Network(SIZES, ACTIVATIONS, LOSS, parameters=PARAMETERS)
    settings = TrainSettings(learning_rate=0.5)
    return trace_pass(network, np.array([[0.05, 0.10]]), np.array([[0.01, 0.99]]), settings)


@pytest.mark.parametrize(("symbol", "printed"), PRINTED.items())
def test_mazurs_numbers(symbol: Symbol, printed: str):
    decimals = len(printed.partition(".")[2])
    result = formula(symbol, Facts(SIZES, ACTIVATIONS, LOSS), mazur().value, decimals).result
    assert result.plain[2:] == printed


@pytest.mark.parametrize(("symbol", "printed"), PRINTED_NEW.items())
def test_mazurs_new_weights(symbol: Symbol, printed: str):
    steps = (step for step in mazur().steps if step.phase is Phase.UPDATE)
    value = next(step.value for step in steps if step.symbol == symbol)
    assert f"{value:.{len(printed.partition('.')[2])}f}" == printed
