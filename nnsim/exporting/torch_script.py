"""A script for PyTorch that trains as the project does: the same sums, gradients by autograd."""

from __future__ import annotations

from nnsim.project import Project

from .script import (
    Files,
    Script,
    add_data,
    add_hits,
    add_loop,
    add_report,
    add_settings,
    add_weights,
    summary,
)
from .torch_code import ACTIVATIONS, LOSSES, OPTIMIZERS
from .training_plan import TrainingPlan


def torch_script(project: Project, name: str) -> Files:
    """The script, whose file is to be called `name`.py, and a file beside it for large arrays."""
    plan = TrainingPlan.of(project)
    script = Script(
        name, "torch.tensor({list}, dtype=torch.float64)", 'torch.from_numpy(data["{name}"])'
    )
    add_data(script, plan)
    add_weights(script, plan)
    script.add("", f"parameters = [{', '.join(plan.parameter_names)}]")
    script.add("for w in parameters:", "    w.requires_grad_()")
    optimizer = OPTIMIZERS[project.settings.optimizer]
    add_settings(script, plan, optimizer.constants)
    script.add(f"optimizer = {optimizer.make}")
    if plan.updates and optimizer.memory:
        _add_memory(script, plan)
    _add_functions(script, plan)
    add_report(script, plan)
    script.add("")
    add_loop(script, plan, _step(plan))
    return script.files([*summary(plan, "NumPy and PyTorch"), *_imports(script)])


def _imports(script: Script) -> list[str]:
    """Of what the script uses."""
    text = script.text
    lines = ["from pathlib import Path", ""] if "Path(" in text else []
    lines += ["import numpy as np"] if "np." in text else []
    lines.append("import torch")
    return [*lines, "import torch.nn.functional as F"] if "F." in text else lines


def _add_memory(script: Script, plan: TrainingPlan) -> None:
    """What the optimizer remembers, put where PyTorch keeps it."""
    settings = plan.project.settings
    optimizer = OPTIMIZERS[settings.optimizer]
    vectors = -plan.memory / settings.learning_rate if optimizer.signed else plan.memory
    lists = {
        name: list(plan.arrays(vector).values())
        for name, vector in zip(optimizer.memory, vectors, strict=True)
    }
    script.add_lists("What the optimizer remembers for each of them.", lists)
    names = ", ".join(optimizer.memory)
    each = ", ".join(f"{name}_w" for name in optimizer.memory)
    state = ", ".join(f'"{name}": {name}_w' for name in optimizer.memory)
    if optimizer.counts:
        state = f'"step": torch.tensor(float({plan.updates})), {state}'
    script.add(f"for w, {each} in zip(parameters, {names}):")
    script.add(f"optimizer.state[w] = {{{state}}}", indent=1)


def _add_functions(script: Script, plan: TrainingPlan) -> None:
    spec, depth = plan.project.network, plan.depth
    script.add("", "", "def forward(a1):")
    script.add(
        '"""Layer by layer: z^(l)_j = Σ_k W^(l)_jk · a^(l-1)_k + b^(l)_j, a^(l)_j = f(z^(l)_j)."""',
        indent=1,
    )
    for layer in range(2, depth + 1):
        a = "y" if layer == depth else f"a{layer}"
        code = ACTIVATIONS[spec.activation(layer)].format(z=f"z{layer}")
        script.add(f"z{layer} = a{layer - 1} @ W{layer}.T + b{layer}", f"{a} = {code}", indent=1)
    script.add(f"return z{depth}, y", indent=1)
    comment, value = (line.format(z="z", y="y") for line in LOSSES[spec.loss])
    script.add("", "", "def loss(z, y, t):", f"    {comment}", f"    {value}")
    script.add("", "", "@torch.no_grad()", "def evaluate(x, t):")
    also = ", and the share of right answers" if plan.counts_hits else ""
    script.add(f'"""E of these samples{also}."""', "z, y = forward(x)", indent=1)
    script.add("E = loss(z, y, t).item()", indent=1)
    add_hits(script, plan, "hits.double().mean().item()")


def _step(plan: TrainingPlan) -> list[str]:
    settings = plan.project.settings
    x, t = ("x", "t") if plan.batch_size is None else ("x[batch]", "t[batch]")
    lines = [f"z, y = forward({x})", f"E = loss(z, y, {t})"]
    weights = ", ".join(plan.weight_names)
    weights += "," if "," not in weights else ""
    if settings.l2:
        lines.append(f"E = E + l2 / 2 * sum(torch.sum(W**2) for W in ({weights}))")
    if settings.l1:
        lines.append(f"E = E + l1 * sum(torch.sum(torch.abs(W)) for W in ({weights}))")
    return [*lines, "optimizer.zero_grad()", "E.backward()", "optimizer.step()"]
