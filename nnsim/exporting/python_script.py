"""A script that needs only NumPy and trains as the project does, written as from the notes."""

from __future__ import annotations

from nnsim.project import Project

from .numpy_code import ACTIVATIONS, FUNCTIONS, LOSSES, OPTIMIZERS
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
from .training_plan import TrainingPlan


def python_script(project: Project, name: str) -> Files:
    """The script, whose file is to be called `name`.py, and a file beside it for large arrays."""
    plan = TrainingPlan.of(project)
    script = Script(name, "np.array({list}, dtype=float)", 'data["{name}"]')
    add_data(script, plan)
    add_weights(script, plan)
    optimizer = OPTIMIZERS[project.settings.optimizer]
    add_settings(script, plan, optimizer.constants)
    _add_memory(script, plan)
    for function in _functions(plan):
        script.add("", "", *FUNCTIONS[function].rstrip().split("\n"))
    _add_forward(script, plan)
    _add_evaluate(script, plan)
    add_report(script, plan)
    script.add("")
    add_loop(script, plan, _step(plan))
    imports = ["from pathlib import Path", ""] if "Path(" in script.text else []
    return script.files([*summary(plan, "only NumPy"), *imports, "import numpy as np"])


def _functions(plan: TrainingPlan) -> list[str]:
    """The entries of FUNCTIONS that are called, in the order of the table."""
    spec = plan.project.network
    used = {name for each in spec.activations for name in ACTIVATIONS[each].output_uses}
    through = spec.activations if LOSSES[spec.loss].slope else spec.activations[:-1]
    used |= {name for each in through for name in ACTIVATIONS[each].delta_uses}
    return [name for name in FUNCTIONS if name in used]


def _add_memory(script: Script, plan: TrainingPlan) -> None:
    optimizer = OPTIMIZERS[plan.project.settings.optimizer]
    if not optimizer.memory:
        return
    script.add("", f"parameters = [{', '.join(plan.parameter_names)}]")
    if plan.updates:
        lists = {
            name: list(plan.arrays(vector).values())
            for name, vector in zip(optimizer.memory, plan.memory, strict=True)
        }
        script.add_lists("What the optimizer remembers for each of them.", lists)
    else:
        for name in optimizer.memory:
            script.add(f"{name} = [np.zeros_like(w) for w in parameters]")
    if optimizer.counts:
        script.add(f"step = {plan.updates}  # updates so far")


def _a(plan: TrainingPlan, layer: int) -> str:
    """The name of a layer's output: a1, a2, ..., y."""
    return "y" if layer == plan.depth else f"a{layer}"


def _results(plan: TrainingPlan) -> list[str]:
    layers = range(2, plan.depth + 1)
    return [name for layer in layers for name in (f"z{layer}", _a(plan, layer))]


def _add_forward(script: Script, plan: TrainingPlan) -> None:
    script.add("", "", "def forward(a1):")
    script.add(
        '"""Layer by layer: z^(l)_j = Σ_k W^(l)_jk · a^(l-1)_k + b^(l)_j, a^(l)_j = f(z^(l)_j)."""',
        indent=1,
    )
    for layer in range(2, plan.depth + 1):
        code = ACTIVATIONS[plan.project.network.activation(layer)]
        script.add(
            f"z{layer} = a{layer - 1} @ W{layer}.T + b{layer}",
            f"{_a(plan, layer)} = {code.output.format(z=f'z{layer}')}",
            indent=1,
        )
    script.add(f"return {', '.join(_results(plan))}", indent=1)


def _add_evaluate(script: Script, plan: TrainingPlan) -> None:
    names = {"z": f"z{plan.depth}", "y": "y"}
    lines = [line.format(**names) for line in LOSSES[plan.project.network.loss].value]
    script.add("", "", "def evaluate(x, t):")
    also = ", and the share of right answers" if plan.counts_hits else ""
    script.add(f'"""E of these samples{also}."""', indent=1)
    uses_z = any(names["z"] in line for line in lines if not line.startswith("#"))
    script.add(f"*_, {names['z']}, y = forward(x)" if uses_z else "*_, y = forward(x)", indent=1)
    script.add(*lines, indent=1)
    add_hits(script, plan)


def _step(plan: TrainingPlan) -> list[str]:
    """The lines of one update: forward, backward, update."""
    t, samples = "t", "a1 = x"
    if plan.batch_size is not None:
        t, samples = "t_batch", "a1, t_batch = x[batch], t[batch]"
    lines = ["# Forward", samples, f"{', '.join(_results(plan))} = forward(a1)", ""]
    lines += _backward(plan, t)
    return [*lines, "", *_update(plan)]


def _backward(plan: TrainingPlan, t: str) -> list[str]:
    spec, depth = plan.project.network, plan.depth
    loss = LOSSES[spec.loss]
    names = {"y": "y", "t": t}
    lines = ["# Backward: δ^(l)_j = ∂E/∂z^(l)_j of each sample", f"N = len({t})"]
    if loss.slope:
        lines.append(f"dE_dy = {loss.slope.format(**names)}")
        lines.append(f"delta{depth} = {_delta(plan, depth, 'dE_dy')}")
    else:
        sums_to_1 = not loss.delta_any or (plan.project.t.sum(axis=1) == 1).all()
        delta = loss.delta if sums_to_1 else loss.delta_any
        lines.append(f"delta{depth} = {delta.format(**names)}")
    for layer in range(depth, 1, -1):
        lines.append(f"dW{layer} = delta{layer}.T @ a{layer - 1} / N")
        lines.append(f"db{layer} = delta{layer}.sum(axis=0) / N")
        if layer > 2:
            below = layer - 1
            lines.append(f"dE_da{below} = delta{layer} @ W{layer}")
            lines.append(f"delta{below} = {_delta(plan, below, f'dE_da{below}')}")
    return lines + _penalties(plan)


def _delta(plan: TrainingPlan, layer: int, dE_da: str) -> str:
    code = ACTIVATIONS[plan.project.network.activation(layer)]
    return code.delta.format(z=f"z{layer}", a=_a(plan, layer), dE_da=dE_da)


def _penalties(plan: TrainingPlan) -> list[str]:
    settings = plan.project.settings
    lines = []
    for name in plan.weight_names:
        if settings.l2:
            lines.append(f"d{name} += l2 * {name}")
        if settings.l1:
            lines.append(f"d{name} += l1 * np.sign({name})")
    return lines


def _update(plan: TrainingPlan) -> list[str]:
    optimizer = OPTIMIZERS[plan.project.settings.optimizer]
    names = plan.parameter_names
    lines = [f"# Update: {optimizer.formula}"]
    if not optimizer.update:
        return lines + [f"{name} -= eta * d{name}" for name in names]
    if optimizer.counts:
        lines.append("step += 1")
    lines.append(f"gradients = [{', '.join(f'd{name}' for name in names)}]")
    each = ", ".join(["w", "g", *(f"{name}_w" for name in optimizer.memory)])
    lines.append(f"for {each} in zip(parameters, gradients, {', '.join(optimizer.memory)}):")
    return lines + [f"    {line}" for line in optimizer.update]
