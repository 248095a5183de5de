"""What the NumPy and the PyTorch script have in common: head, data, settings, reports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO

import numpy as np

from nnsim.project.arrays import FloatArray

from .literals import list_source, number_source
from .training_plan import TrainingPlan

BESIDE = "-data.npz"
INLINE = 256  # numbers that are written into the script; more go into a file beside it
Files = Mapping[str, bytes]  # what follows the chosen name → content; the chosen file first

# Titles as they stand in the text of a script, which is English in every language of the window.
_WORDS = {"sgd": "gradient descent", "rmsprop": "RMSprop", "adam": "Adam", "nesterov": "Nesterov"}


@dataclass
class Script:
    """A script that grows from the top.

    Attributes:
        name: of its file, without suffix.
        array: how it makes an array of a list, with {list} for the list.
        load: how it takes an array out of `data`, with {name} for the key.
    """

    name: str
    array: str
    load: str
    _lines: list[str] = field(default_factory=list)
    _beside: dict[str, FloatArray] = field(default_factory=dict)

    def add(self, *lines: str, indent: int = 0) -> None:
        """Add lines; an empty one is an empty line."""
        self._lines += [f"{'    ' * indent}{line}" if line else "" for line in lines]

    def _load_data(self) -> None:
        """Before the first array from the file beside the script."""
        if not self._beside:
            self.add(f"data = np.load(Path(__file__).with_name({self.name + BESIDE!r}))")

    def add_arrays(self, comment: str, arrays: Mapping[str, FloatArray]) -> None:
        """Arrays under their names, written out where they are small all together."""
        self.add("", f"# {comment}")
        if sum(array.size for array in arrays.values()) <= INLINE:
            for name, array in arrays.items():
                self.add(f"{name} = {self.array.format(list=list_source(array))}")
            return
        self._load_data()
        for name in arrays:
            self.add(f"{name} = {self.load.format(name=name)}")
        self._beside |= arrays

    def add_lists(self, comment: str, lists: Mapping[str, list[FloatArray]]) -> None:
        """Lists of arrays, with the arrays in them under numbered names where they are large."""
        self.add("", f"# {comment}")
        if sum(array.size for arrays in lists.values() for array in arrays) <= INLINE:
            for name, arrays in lists.items():
                parts = (f"    {self.array.format(list=list_source(each))}," for each in arrays)
                self.add(f"{name} = [", *"\n".join(parts).split("\n"), "]")
            return
        self._load_data()
        for name, arrays in lists.items():
            keys = [f"{name}{number}" for number, _ in enumerate(arrays)]
            loads = ", ".join(self.load.format(name=key) for key in keys)
            self.add(f"{name} = [{loads}]")
            self._beside |= dict(zip(keys, arrays, strict=True))

    def files(self, head: Iterable[str]) -> Files:
        """The script below its head, and the arrays beside it if there are any."""
        text = "\n".join([*head, *self._lines])
        files = {".py": f"{text.rstrip()}\n".encode()}
        if self._beside:
            buffer = BytesIO()
            np.savez(buffer, allow_pickle=False, **self._beside)
            files[BESIDE] = buffer.getvalue()
        return files

    @property
    def text(self) -> str:
        """The script without its head."""
        return "\n".join(self._lines)


def summary(plan: TrainingPlan, package: str) -> list[str]:
    """The docstring of a script."""
    spec, settings = plan.project.network, plan.project.settings
    names = ", ".join(spec.activations)
    words = [
        f"A {plan.shape_text} network ({names}) on {plan.data_text}.",
        "",
        f"Loss: {spec.loss.replace('_', ' ')}. "
        f"Optimizer: {_WORDS.get(settings.optimizer, settings.optimizer)}. "
        f"Epochs: {plan.first + 1} to {plan.last}.",
        f"Needs {package}. The names are those of the notes: samples are rows, and",
        "W2[j-1, k-1] is W^(2)_jk, the weight into node j of layer 2 from node k of layer 1.",
    ]
    if plan.goes_on:
        words += [
            "",
            "Something was changed by hand on the way, so that no training from the first weights",
            f"leads here. The script goes on from the numbers after epoch {plan.first}.",
        ]
    return [f'"""{words[0]}', *words[1:], '"""', ""]


def add_data(script: Script, plan: TrainingPlan) -> None:
    """x and t, held-out samples and scaling."""
    project = plan.project
    arrays = {"x": project.dataset.x, "t": project.dataset.t}
    script.add_arrays("Inputs x and targets t, one sample per row.", arrays)
    if project.scaling is not None:
        scaling = {"mean": project.scaling.mean, "scale": project.scaling.scale}
        script.add_arrays("The inputs are scaled, column by column.", scaling)
        script.add("x = (x - mean) / scale")
    if plan.tested:
        test, seed = project.split[1], project.split_seed
        script.add(
            "",
            f"# {len(test)} samples are held out for testing, drawn with seed {seed}.",
            f"order = np.random.default_rng({seed}).permutation(len(x))",
            f"train, test = np.sort(order[{len(test)}:]), np.sort(order[:{len(test)}])",
            "x, x_test = x[train], x[test]",
            "t, t_test = t[train], t[test]",
        )


def add_weights(script: Script, plan: TrainingPlan) -> None:
    """W2, b2, W3, b3, ... that the script starts with."""
    which = "The weights and biases to go on from." if plan.goes_on else "First weights and biases."
    script.add_arrays(which, plan.arrays(plan.start))


def add_settings(script: Script, plan: TrainingPlan, constants: Mapping[str, str]) -> None:
    """η, the optimizer's constants (name in the script → setting), penalties and batches."""
    settings = plan.project.settings
    script.add("", f"eta = {number_source(settings.learning_rate)}  # learning rate η")
    for name, field_name in constants.items():
        script.add(f"{name} = {number_source(getattr(settings, field_name))}")
    for name, value in (("l2", settings.l2), ("l1", settings.l1)):
        if value:
            what = "l2/2 Σ W²" if name == "l2" else "l1 Σ |W|"
            script.add(f"{name} = {number_source(value)}  # training minimises E + {what}")
    if plan.batch_size is not None:
        script.add(f"batch_size = {plan.batch_size}", f"seed = {settings.seed}")


def add_report(script: Script, plan: TrainingPlan) -> None:
    """The function that prints the record of an epoch."""
    names = ("E", "accuracy") if plan.counts_hits else ("E",)
    script.add("", "", "def report(epoch):")
    script.add('"""Print E of all samples with the parameters at the end of an epoch."""', indent=1)
    script.add(f"{', '.join(names)} = evaluate(x, t)", indent=1)
    shown = "  ".join(f"{name} {{{name}}}" for name in names)
    script.add(f'line = f"epoch {{epoch}}  {shown}"', indent=1)
    if plan.tested:
        script.add(f"{', '.join(names)} = evaluate(x_test, t_test)", indent=1)
        shown = "  ".join(f"test {name} {{{name}}}" for name in names)
        script.add(f'line += f"  {shown}"', indent=1)
    script.add("print(line)", indent=1)


def add_hits(script: Script, plan: TrainingPlan, share: str = "hits.mean()") -> None:
    """Lines at the end of `evaluate` that count right answers, and its return.

    They are the same for NumPy and PyTorch, but for the `share` of hits as a number.
    """
    if not plan.counts_hits:
        script.add("return E", indent=1)
        return
    if plan.project.network.activation(plan.depth) == "softmax":
        script.add("hits = y.argmax(axis=1) == t.argmax(axis=1)  # the largest y wins", indent=1)
    else:
        script.add("hits = ((y >= 0.5) == (t >= 0.5)).all(axis=1)", indent=1)
    script.add(f"return E, {share}", indent=1)


def add_loop(script: Script, plan: TrainingPlan, step: list[str]) -> None:
    """The loop over epochs and mini-batches around the lines of one update."""
    script.add("", f"report({plan.first})")
    script.add(f"for epoch in range({plan.first + 1}, {plan.last + 1}):")
    if plan.batch_size is None:
        script.add(*step, indent=1)
    else:
        script.add(
            "# The samples in an order of this epoch's own; the last batch may be short.",
            "order = np.random.default_rng([seed, epoch]).permutation(len(x))",
            "for start in range(0, len(x), batch_size):",
            indent=1,
        )
        script.add("batch = order[start : start + batch_size]", *step, indent=2)
    if plan.every == 1:
        script.add("report(epoch)", indent=1)
    else:
        script.add(f"if epoch % {plan.every} == 0 or epoch == {plan.last}:", indent=1)
        script.add("report(epoch)", indent=2)
