"""The script for PyTorch is Python, and where PyTorch is installed it prints what the window shows.

Allowed differences: as of the NumPy script; and PyTorch remembers momentum without the factor -η,
and divides by the roots of Adam's corrections in another order.
"""

import importlib.util

import numpy as np
import pytest
from exported_projects import (
    assert_same,
    cases,
    gone_on,
    printed_by,
    project,
    records,
    scaled,
)

from nnsim.engine import ACTIVATIONS, LOSSES, OPTIMIZERS, TrainSettings
from nnsim.exporting import torch_code
from nnsim.exporting.torch_script import torch_script
from nnsim.project import edits, new_project

HAS_TORCH = importlib.util.find_spec("torch") is not None
needs_torch = pytest.mark.skipif(not HAS_TORCH, reason="PyTorch is not installed")
ADAM = TrainSettings("adam", 0.1, 3)
BEGUN = (("tanh", "sigmoid"), "binary_cross_entropy")


@pytest.mark.parametrize(("activations", "loss", "settings", "outputs"), cases())
def test_it_is_python(activations, loss, settings, outputs):
    made = project(activations, loss, settings, outputs)
    text = torch_script(made, "network")[".py"].decode()
    compile(text, "network.py", "exec")
    assert "import torch\n" in text
    for name in ("np.", "F.", "Path("):
        module = {"np.": "as np", "F.": "as F", "Path(": "import Path"}[name]
        assert (name in text) == (module in text)


def test_it_is_written_in_the_names_of_the_notes():
    text = torch_script(new_project(), "xor")[".py"].decode()
    assert "    z2 = a1 @ W2.T + b2\n" in text
    assert "dtype=torch.float64" in text
    assert "optimizer = torch.optim.SGD(parameters, lr=eta)\n" in text


def test_every_entry_of_the_engine_has_its_code():
    assert set(torch_code.ACTIVATIONS) == set(ACTIVATIONS)
    assert set(torch_code.LOSSES) == set(LOSSES)
    assert set(torch_code.OPTIMIZERS) == set(OPTIMIZERS)
    for name, code in torch_code.OPTIMIZERS.items():
        assert len(code.memory) == OPTIMIZERS[name].vectors
        assert {"learning_rate", *code.constants.values()} == set(OPTIMIZERS[name].uses)


@needs_torch
@pytest.mark.slow
@pytest.mark.parametrize(("activations", "loss", "settings", "outputs"), cases())
def test_it_prints_the_losses_of_the_window(activations, loss, settings, outputs, tmp_path):
    made = project(activations, loss, settings, outputs)
    assert_same(printed_by(torch_script(made, "network"), tmp_path), records(made))


@needs_torch
@pytest.mark.slow
@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_a_changed_run_goes_on_with_what_the_optimizer_remembers(optimizer, tmp_path):
    begun = project(*BEGUN, TrainSettings(optimizer, 0.05, 3))
    made = gone_on(begun, 4, TrainSettings(optimizer, 0.05, 3, l1=0.001))
    printed = printed_by(torch_script(made, "network"), tmp_path)
    assert_same(printed, records(made, 100, start=False))


@needs_torch
@pytest.mark.slow
def test_held_out_samples_scaling_and_a_file_beside_it(tmp_path):
    made = scaled(project(*BEGUN, ADAM, test_share=0.3))
    printed = printed_by(torch_script(made, "network"), tmp_path)
    assert not np.isnan(printed[0][3])
    assert_same(printed, records(made))
    moons = edits.choose_dataset(new_project(), "moons")
    files = torch_script(moons, "network")
    assert list(files) == [".py", "-data.npz"]
    assert_same(printed_by(files, tmp_path), records(moons, 100))
