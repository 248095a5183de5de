"""The trained network as an ONNX model: float32, scaling of the inputs included.

The package onnx is an extra of nnsim, imported when the first model is made.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from nnsim.engine import views
from nnsim.engine.activations import LEAK
from nnsim.project import Project
from nnsim.project.arrays import FloatArray

from .errors import MissingPackageError

OPSET = 17
IR_VERSION = 8  # of the same age as the opset, so that older runtimes read it too


@dataclass(frozen=True)
class Operator:
    """An operator of ONNX and its attributes."""

    name: str
    attributes: Mapping[str, float | int] = field(default_factory=dict)


ACTIVATIONS: Mapping[str, Operator] = {
    "identity": Operator("Identity"),
    "sigmoid": Operator("Sigmoid"),
    "tanh": Operator("Tanh"),
    "relu": Operator("Relu"),
    "leaky_relu": Operator("LeakyRelu", {"alpha": LEAK}),
    "softplus": Operator("Softplus"),
    "step": Operator("GreaterOrEqual"),  # than 0, as a number
    "softmax": Operator("Softmax", {"axis": 1}),
}


def onnx_model(project: Project) -> bytes:
    """A model from "x" (N, n_1), as it stands in the data, to "y" (N, n_L).

    Its values have the names of the notation: z2, a2, W2, b2, ... Raises MissingPackageError.
    """
    try:
        onnx = importlib.import_module("onnx")
    except ImportError as error:
        raise MissingPackageError("onnx", "onnx") from error
    graph = _Graph(onnx)
    a = "x"
    if project.scaling is not None:
        graph.keep("mean", project.scaling.mean)
        graph.keep("scale", project.scaling.scale)
        graph.add("Sub", ["x", "mean"], "x_centred")
        graph.add("Div", ["x_centred", "scale"], "a1")
        a = "a1"
    spec = project.network
    W, b = views(spec.sizes, project.parameters)
    for layer in W:
        graph.keep(f"W{layer}", W[layer])
        graph.keep(f"b{layer}", b[layer])
        z = f"z{layer}"
        graph.add("Gemm", [a, f"W{layer}", f"b{layer}"], z, transB=1)
        a = "y" if layer == spec.depth else f"a{layer}"
        _add_activation(graph, spec.activation(layer), z, a)
    return graph.model((spec.sizes[0], spec.sizes[-1]), _properties(project))


def _add_activation(graph: _Graph, name: str, z: str, a: str) -> None:
    operator = ACTIVATIONS[name]
    if name == "step":
        graph.keep(f"{z}_zero", np.zeros(1))
        graph.add(operator.name, [z, f"{z}_zero"], f"{z}_is_positive")
        graph.add("Cast", [f"{z}_is_positive"], a, to=graph.float32)
    else:
        graph.add(operator.name, [z], a, **operator.attributes)


def _properties(project: Project) -> dict[str, str]:
    """What the numbers mean, for who reads the model."""
    properties = {"inputs": ", ".join(project.dataset.input_names)}
    if project.dataset.kind != "values":
        properties["classes"] = ", ".join(project.dataset.class_names)
    return properties


class _Graph:
    """A graph that grows from its input to its output."""

    def __init__(self, onnx: Any) -> None:
        self._onnx = onnx
        self._nodes: list[Any] = []
        self._kept: list[Any] = []
        self.float32: int = onnx.TensorProto.FLOAT

    def keep(self, name: str, array: FloatArray) -> None:
        """An array that belongs to the model."""
        single = np.ascontiguousarray(array, dtype=np.float32)
        self._kept.append(self._onnx.numpy_helper.from_array(single, name))

    def add(self, operator: str, inputs: list[str], output: str, **attributes: float) -> None:
        """An operator."""
        self._nodes.append(self._onnx.helper.make_node(operator, inputs, [output], **attributes))

    def model(self, ends: tuple[int, int], properties: dict[str, str]) -> bytes:
        """The model from x (N, ends[0]) to y (N, ends[1])."""
        helper = self._onnx.helper
        x, y = (
            helper.make_tensor_value_info(name, self.float32, ["N", n])
            for name, n in zip("xy", ends, strict=True)
        )
        graph = helper.make_graph(self._nodes, "network", [x], [y], self._kept)
        opset = helper.make_opsetid("", OPSET)
        model = helper.make_model(
            graph, opset_imports=[opset], ir_version=IR_VERSION, producer_name="nnsim"
        )
        helper.set_model_props(model, properties)
        self._onnx.checker.check_model(model)
        content: bytes = model.SerializeToString()
        return content
