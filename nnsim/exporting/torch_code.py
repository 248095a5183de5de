"""Activations, losses and optimizers as PyTorch source: one table for each.

{z} and {y} stand for the names of a layer's arrays, (N, n_l).
"""

from __future__ import annotations

from dataclasses import dataclass

from nnsim.engine.activations import LEAK

# Softplus is z itself above its threshold: from 40 on to the last bit.
ACTIVATIONS = {
    "identity": "{z}",
    "sigmoid": "torch.sigmoid({z})",
    "tanh": "torch.tanh({z})",
    "relu": "torch.relu({z})",
    "leaky_relu": f"F.leaky_relu({{z}}, {LEAK})",
    "softplus": "F.softplus({z}, threshold=40)",
    "step": "({z} >= 0).to({z}.dtype) + 0 * {z}  # a step has slope 0",
    "softmax": "torch.softmax({z}, dim=1)",
}
LOSSES = {
    "binary_cross_entropy": (
        "# E = -(1/N) Σ_n Σ_j [t log y + (1 - t) log(1 - y)], computed from z = log(y / (1 - y))",
        'return F.binary_cross_entropy_with_logits({z}, t, reduction="sum") / len(t)',
    ),
    "cross_entropy": (
        "# E = -(1/N) Σ_n Σ_j t log y, computed from z as y = softmax(z)",
        "return -torch.sum(t * torch.log_softmax({z}, dim=1)) / len(t)",
    ),
    "mean_squared_error": (
        "# E = (1/2N) Σ_n Σ_j (y - t)²",
        "return torch.sum(({y} - t) ** 2) / (2 * len(t))",
    ),
}


@dataclass(frozen=True)
class OptimizerCode:
    """One optimizer.

    Attributes:
        make: the call that makes it.
        constants: the names in the script of the settings that it reads.
        memory: what PyTorch calls the vectors that it remembers.
        signed: they are those of nnsim times -1/η.
        counts: it counts its updates, as "step".
    """

    make: str
    constants: dict[str, str]
    memory: tuple[str, ...] = ()
    signed: bool = False
    counts: bool = False


OPTIMIZERS = {
    "sgd": OptimizerCode("torch.optim.SGD(parameters, lr=eta)", {}),
    "momentum": OptimizerCode(
        "torch.optim.SGD(parameters, lr=eta, momentum=mu)",
        {"mu": "momentum"},
        ("momentum_buffer",),
        signed=True,
    ),
    "nesterov": OptimizerCode(
        "torch.optim.SGD(parameters, lr=eta, momentum=mu, nesterov=True)",
        {"mu": "momentum"},
        ("momentum_buffer",),
        signed=True,
    ),
    "rmsprop": OptimizerCode(
        "torch.optim.RMSprop(parameters, lr=eta, alpha=rho, eps=epsilon)",
        {"rho": "rho", "epsilon": "epsilon"},
        ("square_avg",),
        counts=True,
    ),
    "adam": OptimizerCode(
        "torch.optim.Adam(parameters, lr=eta, betas=(beta1, beta2), eps=epsilon)",
        {"beta1": "beta1", "beta2": "beta2", "epsilon": "epsilon"},
        ("exp_avg", "exp_avg_sq"),
        counts=True,
    ),
}
