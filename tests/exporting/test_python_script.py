"""The script prints what the window shows. It is run as a person would run it.

Allowed differences: the script adds each bias after the product of inputs and weights, sums over
samples and over nodes by NumPy's own pairwise sums, and takes E of all samples in one sum, where
the engine has one product [W | b] (a; 1) and scalar products. Both are the same numbers up to the
rounding of the last bits, which some epochs of training keep below 1e-9 relative.
"""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from exported_projects import (
    EPOCHS,
    assert_same,
    cases,
    gone_on,
    printed_by,
    project,
    records,
    scaled,
)

from nnsim.engine import ACTIVATIONS, LOSSES, OPTIMIZERS, TrainSettings
from nnsim.exporting import numpy_code
from nnsim.exporting.literals import list_source, number_source
from nnsim.exporting.python_script import python_script
from nnsim.project import Progress, Project, edits, new_project

ADAM = TrainSettings("adam", 0.1, 3)


def run(made: Project, folder: Path) -> list[tuple[float, ...]]:
    return printed_by(python_script(made, "network"), folder)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("activations", "loss", "settings", "outputs"),
    cases(),
    ids=lambda each: each.optimizer if isinstance(each, TrainSettings) else str(each),
)
def test_it_prints_the_losses_of_the_window(activations, loss, settings, outputs, tmp_path):
    made = project(activations, loss, settings, outputs)
    wanted = records(made)
    assert wanted[0].loss != wanted[-1].loss or "step" in activations
    printed = run(made, tmp_path)
    assert not np.isnan(printed[0][2])
    assert_same(printed, wanted)


def test_xor_as_the_window_opens_with_it(tmp_path):
    made = replace(new_project(), progress=Progress(EPOCHS))
    printed = run(made, tmp_path)
    assert_same(printed, records(made))
    assert printed[-1][1] < printed[0][1]


def test_held_out_samples_and_scaling(tmp_path):
    made = scaled(project(("relu", "sigmoid"), "binary_cross_entropy", ADAM, test_share=0.3))
    assert len(made.split[1]) == 2
    printed = run(made, tmp_path)
    assert not np.isnan(printed[0][3])
    assert_same(printed, records(made))


def test_targets_that_are_values_have_no_right_answers(tmp_path):
    made = project(("tanh", "softmax"), "cross_entropy", ADAM, 3, values=True)
    printed = run(made, tmp_path)
    assert np.isnan(printed[0][2])
    assert_same(printed, records(made))


def test_deeper_networks(tmp_path):
    layers = ("tanh", "softmax", "relu", "sigmoid")
    made = project(layers, "mean_squared_error", TrainSettings("nesterov", 0.2, 2), 2)
    assert_same(run(made, tmp_path), records(made))


def test_a_changed_run_goes_on_from_the_present_numbers(tmp_path):
    begun = project(("tanh", "sigmoid"), "binary_cross_entropy", ADAM)
    made = gone_on(begun, 4, TrainSettings("adam", 0.01, 3))
    printed = run(made, tmp_path)
    assert printed[0][0] == 4
    assert_same(printed, records(made, 100, start=False))


def test_another_optimizer_starts_afresh(tmp_path):
    begun = project(("tanh", "sigmoid"), "binary_cross_entropy", ADAM)
    made = gone_on(begun, 4, TrainSettings("rmsprop", 0.01, 3))
    assert_same(run(made, tmp_path), records(made, 100, start=False))


def test_large_arrays_lie_beside_the_script(tmp_path):
    made = edits.choose_dataset(new_project(), "moons")
    made = edits.set_standardised(made, True)
    made = replace(made, progress=Progress(3))
    files = python_script(made, "my 'moons'")
    assert list(files) == [".py", "-data.npz"]
    assert_same(run(made, tmp_path), records(made, 3))


def test_many_epochs_are_printed_at_round_numbers(tmp_path):
    made = replace(new_project(), progress=Progress(1234))
    printed = run(made, tmp_path)
    assert [row[0] for row in printed][:3] == [0, 20, 40]
    assert printed[-1][0] == 1234
    assert_same(printed[-1:], records(made, 1234)[-1:])


def test_only_the_parts_that_are_needed():
    text = python_script(new_project(), "xor")[".py"].decode()
    for part in ("softmax", "batch", "seed", "l2", "momentum", "Path", "test", "scale", "step"):
        assert not re.search(rf"\b{part}\b", text.split('"""', 2)[2]), part


def test_it_is_written_in_the_names_of_the_notes():
    text = python_script(new_project(), "xor")[".py"].decode()
    for line in (
        "z2 = a1 @ W2.T + b2",
        "delta3 = y - t",
        "dW3 = delta3.T @ a2 / N",
        "W2 -= eta * dW2",
    ):
        assert f"    {line}\n" in text
    assert max(map(len, text.splitlines())) <= 100


def test_a_name_cannot_become_code(tmp_path):
    made = replace(new_project(), progress=Progress(1))
    name = 'a"""\nraise SystemExit(3)\n"""\\'
    made = replace(made, dataset=replace(made.dataset, name=name, source=None))
    assert_same(run(made, tmp_path), records(made, 1))
    compile(python_script(made, 'it\'s "x"\n')[".py"], "script", "exec")


def test_every_entry_of_the_engine_has_its_code():
    assert set(numpy_code.ACTIVATIONS) == set(ACTIVATIONS)
    assert set(numpy_code.LOSSES) == set(LOSSES)
    assert set(numpy_code.OPTIMIZERS) == set(OPTIMIZERS)
    for name, code in numpy_code.OPTIMIZERS.items():
        assert len(code.memory) == OPTIMIZERS[name].vectors
        assert {"learning_rate", *code.constants.values()} == set(OPTIMIZERS[name].uses)


@pytest.mark.parametrize("value", [0.0, -0.0, 1.0, 0.1 + 0.2, -1e-300, 1e22, 123456789.0, 5e-324])
def test_numbers_come_back_to_the_last_bit(value):
    assert np.float64(eval(number_source(value))).tobytes() == np.float64(value).tobytes()


def test_long_rows_are_wrapped_and_come_back():
    array = np.random.default_rng(0).normal(size=(2, 40))
    text = list_source(array)
    assert max(map(len, text.splitlines())) <= 100
    assert np.array(eval(text)).tobytes() == array.tobytes()
    assert np.array(eval(list_source(array[0]))).tobytes() == array[0].tobytes()
