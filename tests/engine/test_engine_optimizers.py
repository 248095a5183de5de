"""Optimizers followed by hand, on E = b²/2 whose gradient is b itself (x = 0, t = 0, b = 1)."""

import numpy as np
import pytest

from nnsim.engine import (
    OPTIMIZERS,
    RANGES,
    InvalidSetting,
    Network,
    Trainer,
    TrainSettings,
    UnknownName,
)

BY_HAND = {
    # b ← b - 0.1 b
    "sgd": [0.9, 0.81, 0.729],
    # v: -0.1, 0.9 · -0.1 - 0.1 · 0.9 = -0.18, 0.9 · -0.18 - 0.1 · 0.72 = -0.234
    "momentum": [1 - 0.1, 0.9 - 0.18, 0.72 - 0.234],
    # v: -0.1, 0.9 · -0.1 - 0.081 = -0.171, 0.9 · -0.171 - 0.05751 = -0.21141
    "nesterov": [
        1 - 0.9 * 0.1 - 0.1,
        0.81 - 0.9 * 0.171 - 0.1 * 0.81,
        0.5751 - 0.9 * 0.21141 - 0.1 * 0.5751,
    ],
    # h: 0.1 · 1² = 0.1, 0.9 · 0.1 + 0.1 · 0.683772² = 0.136754
    "rmsprop": [1 - 0.1 / 0.31622777, 0.68377223 - 0.068377223 / 0.36980326],
    # m: 0.1, 0.18; v: 0.001, 0.001809; corrected 1 and 1, then 0.18/0.19 and 0.001809/0.001999
    "adam": [1 - 0.1 * 1 / 1, 0.9 - 0.1 * 0.94736842 / 0.95129012],
}


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_steps_by_hand(name):
    net = Network((1, 1), ("identity",), "mean_squared_error", parameters=[0.0, 1.0])
    trainer = Trainer(net, [[0.0]], [[0.0]], TrainSettings(optimizer=name, learning_rate=0.1))

    found = []
    for _ in BY_HAND[name]:
        trainer.run_epoch()
        found.append(net.b[2][0])

    assert found == pytest.approx(BY_HAND[name], abs=1e-7)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_an_optimizer_reads_only_the_settings_that_it_names(name):
    base = {"learning_rate": 0.1, "momentum": 0.5, "beta1": 0.5, "beta2": 0.5, "rho": 0.5}
    base |= {"epsilon": 1e-3}
    changed = {field: value / 2 for field, value in base.items()}

    def after_three_epochs(**fields):
        net = Network((1, 1), ("identity",), "mean_squared_error", parameters=[0.5, 1.0])
        settings = TrainSettings(optimizer=name, **(base | fields))
        Trainer(net, [[1.0]], [[0.0]], settings).run_for(float("inf"), max_epochs=3)
        return net.parameters

    for field, value in changed.items():
        same = np.array_equal(after_three_epochs(), after_three_epochs(**{field: value}))
        assert same == (field not in OPTIMIZERS[name].uses), field


def test_penalties_act_on_weights_alone():
    """No error, so only the penalty moves: w ← w - 0.1 (0.5 w + 0.25 sign w)."""
    net = Network((1, 2), ("identity",), "mean_squared_error", parameters=[2.0, 3.0, -4.0, 5.0])
    settings = TrainSettings(learning_rate=0.1, l1=0.25, l2=0.5)
    x, t = [[0.0]], [[3.0, 5.0]]

    record = Trainer(net, x, t, settings).run_epoch()

    assert net.W[2] == pytest.approx(np.array([[2 - 0.1 * (1 + 0.25)], [-4 + 0.1 * (2 + 0.25)]]))
    assert net.b[2] == pytest.approx(np.array([3.0, 5.0]))
    assert record.loss == 0.0


@pytest.mark.parametrize(
    "field",
    [
        {"learning_rate": 0.0},
        {"learning_rate": float("inf")},
        {"learning_rate": float("nan")},
        {"batch_size": 0},
        {"batch_size": 2.5},
        {"seed": -1},
        {"seed": 1.0},
        {"l1": -0.1},
        {"l2": float("inf")},
        {"momentum": 1.0},
        {"beta1": -0.1},
        {"beta2": 1.0},
        {"rho": float("nan")},
        {"epsilon": 0.0},
    ],
)
def test_settings_out_of_range(field):
    ((name, value),) = field.items()
    with pytest.raises(InvalidSetting) as caught:
        TrainSettings(**field)
    assert caught.value.name == name
    assert caught.value.value is value


def test_the_allowed_range_is_told():
    for name, allowed in (
        ("learning_rate", "> 0"),
        ("l2", ">= 0"),
        ("momentum", ">= 0 and < 1"),
        ("batch_size", "integer >= 1"),
    ):
        with pytest.raises(InvalidSetting) as caught:
            TrainSettings(**{name: -1})
        assert caught.value.allowed == str(RANGES[name]) == allowed
    for value, within in ((0, False), (1e-300, True), (float("inf"), False), (True, False)):
        assert (value in RANGES["learning_rate"]) == within
    assert 1.0 not in RANGES["batch_size"]


def test_unknown_optimizer():
    with pytest.raises(UnknownName) as caught:
        TrainSettings(optimizer="newton")
    assert (caught.value.kind, caught.value.name) == ("optimizer", "newton")
    assert caught.value.known == tuple(OPTIMIZERS)
