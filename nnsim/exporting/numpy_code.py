"""Activations, losses and optimizers as NumPy source: one table for each.

In the templates {z}, {a} and {dE_da} stand for the names of a layer's arrays, (N, n_l), and {y},
{z} and {t} for those of the output layer and its targets.
"""

from __future__ import annotations

from dataclasses import dataclass

from nnsim.engine.activations import LEAK

FUNCTIONS = {
    "sigmoid": '''\
def sigmoid(z):
    """a = 1 / (1 + e^(-z))"""
    with np.errstate(over="ignore"):  # where e^(-z) is infinite, a is 0, as it should be
        return 1 / (1 + np.exp(-z))
''',
    "softmax": '''\
def softmax(z):
    """a_j = e^(z_j) / Σ_i e^(z_i); taking max z off every z_j changes nothing but the range"""
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
''',
}


@dataclass(frozen=True)
class ActivationCode:
    """One activation.

    Attributes:
        output: a from z.
        delta: δ = ∂E/∂z from ∂E/∂a; which is ∂E/∂a · f'(z), save for softmax.
        output_uses, delta_uses: the entries of FUNCTIONS that each of them calls.
    """

    output: str
    delta: str
    output_uses: tuple[str, ...] = ()
    delta_uses: tuple[str, ...] = ()


ACTIVATIONS = {
    "identity": ActivationCode("{z}", "{dE_da}"),
    "sigmoid": ActivationCode("sigmoid({z})", "{dE_da} * {a} * (1 - {a})", ("sigmoid",)),
    "tanh": ActivationCode("np.tanh({z})", "{dE_da} * (1 - {a} ** 2)"),
    "relu": ActivationCode("np.maximum({z}, 0)", "{dE_da} * ({z} > 0)"),
    "leaky_relu": ActivationCode(
        f"np.maximum({{z}}, {LEAK} * {{z}})", f"{{dE_da}} * np.where({{z}} > 0, 1, {LEAK})"
    ),
    "softplus": ActivationCode(
        "np.logaddexp(0, {z})", "{dE_da} * sigmoid({z})", delta_uses=("sigmoid",)
    ),
    "step": ActivationCode("np.where({z} >= 0, 1.0, 0.0)", "{dE_da} * 0  # a step has no slope"),
    "softmax": ActivationCode(
        "softmax({z})",
        "{a} * ({dE_da} - np.sum({dE_da} * {a}, axis=1, keepdims=True))",
        ("softmax",),
    ),
}


@dataclass(frozen=True)
class LossCode:
    """One loss.

    Attributes:
        value: lines that end with E.
        delta: δ of the output layer, where loss and activation are differentiated together.
        delta_any: the same where the targets of a sample need not add up to 1.
        slope: ∂E/∂y, where they are differentiated one after the other.
    """

    value: tuple[str, ...]
    delta: str = ""
    delta_any: str = ""
    slope: str = ""


LOSSES = {
    "binary_cross_entropy": LossCode(
        (
            "# E = -(1/N) Σ_n Σ_j [t log y + (1 - t) log(1 - y)], and y = sigmoid(z), so that",
            "# log y = -log(1 + e^(-z)) and log(1 - y) = -log(1 + e^z), which never overflow.",
            "log_y, log_1_y = -np.logaddexp(0, -{z}), -np.logaddexp(0, {z})",
            "E = -np.sum(t * log_y + (1 - t) * log_1_y) / len(t)",
        ),
        delta="{y} - {t}",
    ),
    "cross_entropy": LossCode(
        (
            "# E = -(1/N) Σ_n Σ_j t log y, and y = softmax(z), so that",
            "# log y_j = z_j - log Σ_i e^(z_i).",
            "log_y = {z} - np.logaddexp.reduce({z}, axis=1, keepdims=True)",
            "E = -np.sum(t * log_y) / len(t)",
        ),
        delta="{y} - {t}",
        delta_any="{y} * {t}.sum(axis=1, keepdims=True) - {t}",
    ),
    "mean_squared_error": LossCode(
        (
            "# E = (1/2N) Σ_n Σ_j (y - t)²",
            "E = np.sum(({y} - t) ** 2) / (2 * len(t))",
        ),
        slope="{y} - {t}",
    ),
}


@dataclass(frozen=True)
class OptimizerCode:
    """One optimizer other than plain gradient descent.

    Attributes:
        formula: the rule, for a comment.
        memory: names of what it remembers for every parameter.
        constants: the names in the script of the settings that it reads.
        update: lines for one parameter w with gradient g and memory {name}_w.
        counts: whether it counts its updates, as `step`.
    """

    formula: str
    memory: tuple[str, ...]
    constants: dict[str, str]
    update: tuple[str, ...]
    counts: bool = False


OPTIMIZERS = {
    "sgd": OptimizerCode("W ← W - η ∂E/∂W, likewise b", (), {}, ()),
    "momentum": OptimizerCode(
        "v ← μ v - η g, w ← w + v",
        ("v",),
        {"mu": "momentum"},
        ("v_w[...] = mu * v_w - eta * g", "w += v_w"),
    ),
    "nesterov": OptimizerCode(
        "v ← μ v - η g, w ← w + μ v - η g",
        ("v",),
        {"mu": "momentum"},
        ("v_w[...] = mu * v_w - eta * g", "w += mu * v_w - eta * g"),
    ),
    "rmsprop": OptimizerCode(
        "h ← ρ h + (1 - ρ) g², w ← w - η g / (√h + ε)",
        ("h",),
        {"rho": "rho", "epsilon": "epsilon"},
        ("h_w[...] = rho * h_w + (1 - rho) * g**2", "w -= eta * g / (np.sqrt(h_w) + epsilon)"),
    ),
    "adam": OptimizerCode(
        "m ← β1 m + (1 - β1) g, v ← β2 v + (1 - β2) g², w ← w - η m̂ / (√v̂ + ε)",
        ("m", "v"),
        {"beta1": "beta1", "beta2": "beta2", "epsilon": "epsilon"},
        (
            "m_w[...] = beta1 * m_w + (1 - beta1) * g",
            "v_w[...] = beta2 * v_w + (1 - beta2) * g**2",
            "m_hat = m_w / (1 - beta1**step)",
            "v_hat = v_w / (1 - beta2**step)",
            "w -= eta * m_hat / (np.sqrt(v_hat) + epsilon)",
        ),
        counts=True,
    ),
}
