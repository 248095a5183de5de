"""The update of every optimizer in numbers: each line gives its result."""

import re

import numpy as np
import pytest

from nnsim.engine import OPTIMIZERS, Network, Trainer, TrainSettings
from nnsim.notation import Facts, W, b, formula
from nnsim.trace import Phase, Position, trace_pass

X, T = np.array([[0.3, -0.7], [1.0, 0.4]]), np.array([[1.0], [0.0]])


def value(text: str) -> float:
    for shown, python in (("−", "-"), ("·", "*"), ("^", "**"), ("√", "root")):
        text = text.replace(shown, python)
    return float(eval(text, {"__builtins__": {}, "root": np.sqrt, "sgn": np.sign}))


@pytest.mark.parametrize("penalty", [0.0, 0.01])
@pytest.mark.parametrize("epochs", [0, 3])
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_each_line_gives_its_result(optimizer: str, epochs: int, penalty: float):
    settings = TrainSettings(optimizer=optimizer, learning_rate=0.1, l2=penalty, l1=penalty)
    network = Network((2, 2, 1), ("tanh", "sigmoid"), "binary_cross_entropy", seed=2)
    trainer = Trainer(network, X, T, settings)
    for _ in range(epochs):
        trainer.run_epoch()
    trace = trace_pass(network, X, T, settings, trainer.state)
    end = Position(trace).at(len(trace.steps))
    facts = Facts(network.sizes, network.activations, network.loss, optimizer, 2, penalty, penalty)
    for symbol in (W(2, 1, 2), W(3, 1, 1), b(2, 2)):
        result = end.result_of(symbol)
        assert result is not None
        assert result.phase is Phase.UPDATE
        made = formula(
            symbol, facts, trace.value, 15,
            updated=lambda s: end.result_of(s).value,
            remembered=trace.numbers.memory(symbol),
        )  # fmt: skip
        numbers = made.numbers.plain.lstrip("=≈ ")
        assert value(numbers) == pytest.approx(result.value, rel=1e-5, abs=1e-8), made.plain
        worked = [line.plain for line in made.worked]
        for line in worked[1:]:
            right = line.partition("←")[2]
            rule, shown = re.split(" [≈=] ", right)
            assert not shown.startswith("(")
            assert value(rule) == pytest.approx(value(shown), rel=1e-4, abs=1e-8), line
        assert len(worked) == (
            1 + OPTIMIZERS[optimizer].vectors if OPTIMIZERS[optimizer].vectors else 0
        )
