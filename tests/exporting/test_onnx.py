import importlib

import numpy as np
import pytest
from exported_projects import project, scaled

from nnsim.engine import ACTIVATIONS, LOSSES, TrainSettings
from nnsim.exporting import MissingPackageError, onnx_model
from nnsim.exporting.onnx_model import ACTIVATIONS as OPERATORS
from nnsim.project import Project, edits, new_project


def outputs(made: Project) -> np.ndarray:
    """y of all samples, as onnxruntime computes it from the data as they are."""
    runtime = pytest.importorskip("onnxruntime")
    pytest.importorskip("onnx")
    session = runtime.InferenceSession(onnx_model(made), providers=["CPUExecutionProvider"])
    (y,) = session.run(["y"], {"x": made.dataset.x.astype(np.float32)})
    assert y.dtype == np.float32
    return np.asarray(y, dtype=np.float64)


def wanted(made: Project) -> np.ndarray:
    """y of all samples, as the window shows it."""
    return made.build_network().forward(made.x).y


@pytest.mark.parametrize("output", ACTIVATIONS)
@pytest.mark.parametrize("hidden", ACTIVATIONS)
def test_it_computes_what_the_network_computes(hidden, output):
    loss = next(name for name, entry in LOSSES.items() if entry.fits(output))
    made = project((hidden, output), loss, TrainSettings(), 3)
    np.testing.assert_allclose(outputs(made), wanted(made), rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("name", ["xor", "moons", "iris", "wine", "breast_cancer", "digits"])
def test_data_as_they_are_with_the_scaling_in_the_model(name):
    made = edits.choose_dataset(new_project(), name)
    made = edits.set_standardised(made, name != "xor")
    assert np.abs(outputs(made) - wanted(made)).max() <= 1e-6


def test_values_have_the_names_of_the_notation_and_classes_their_own():
    onnx = pytest.importorskip("onnx")
    made = scaled(project(("tanh", "softmax"), "cross_entropy", TrainSettings(), 3))
    model = onnx.load_from_string(onnx_model(made))
    assert [each.name for each in model.graph.initializer] == [
        *("mean", "scale", "W2", "b2", "W3", "b3")
    ]
    assert [node.output[0] for node in model.graph.node] == [
        *("x_centred", "a1", "z2", "a2", "z3", "y")
    ]
    properties = {each.key: each.value for each in model.metadata_props}
    assert properties == {"inputs": "x1, x2", "classes": "0, 1, 2"}


def test_every_activation_has_its_operator():
    assert set(OPERATORS) == set(ACTIVATIONS)


def test_without_the_package_it_is_named(monkeypatch):
    def missing(name: str, *_: object) -> object:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(MissingPackageError) as caught:
        onnx_model(new_project())
    assert (caught.value.package, caught.value.extra) == ("onnx", "onnx")
