from contextlib import suppress
from io import BytesIO

import numpy as np
import pytest
from exported_projects import project, scaled

from nnsim.engine import TrainSettings
from nnsim.exporting import WeightsError, read_weights, weights_file
from nnsim.project import new_project

SPEC = new_project().network


def npz(**arrays: object) -> bytes:
    """A file with these arrays, and for 2-2-1 with those that are not named; None: without."""
    whole = {"W2": np.eye(2), "b2": np.zeros(2), "W3": np.ones((1, 2)), "b3": np.zeros(1)}
    kept = {name: each for name, each in (whole | arrays).items() if each is not None}
    buffer = BytesIO()
    np.savez(buffer, allow_pickle=True, **kept)  # type: ignore[arg-type]
    return buffer.getvalue()


def test_the_names_are_those_of_the_notation():
    made = new_project()
    with np.load(BytesIO(weights_file(made)), allow_pickle=False) as found:
        assert found.files == ["W2", "b2", "W3", "b3", "sizes", "activations"]
        network = made.build_network()
        for layer in (2, 3):
            assert np.array_equal(found[f"W{layer}"], network.W[layer])
            assert np.array_equal(found[f"b{layer}"], network.b[layer])
        assert found["sizes"].tolist() == [2, 2, 1]
        assert found["activations"].tolist() == ["sigmoid", "sigmoid"]


def test_scaling_is_in_it():
    made = scaled(project(("tanh", "softmax"), "cross_entropy", TrainSettings(), 3))
    assert made.scaling is not None
    with np.load(BytesIO(weights_file(made)), allow_pickle=False) as found:
        assert np.array_equal(found["mean"], made.scaling.mean)
        assert np.array_equal(found["scale"], made.scaling.scale)


@pytest.mark.parametrize("layers", [1, 2, 5, 19])
def test_weights_come_back_to_the_last_bit(layers):
    made = project(("tanh",) * (layers - 1) + ("sigmoid",), "mean_squared_error", TrainSettings())
    back = read_weights(weights_file(made), made.network)
    assert back.tobytes() == made.parameters.tobytes()


def test_any_real_numbers_are_taken_in_any_order():
    W2 = np.asfortranarray(np.array([[1, 2], [3, 4]], dtype=np.float32))
    back = read_weights(npz(W2=W2, b3=np.array([7]), other=np.array(["x"])), SPEC)
    assert back.tolist() == [1, 2, 0, 3, 4, 0, 1, 1, 7]


@pytest.mark.parametrize(
    ("content", "reason", "name"),
    [
        (b"", "not_npz", ""),
        (b"W2 = 1", "not_npz", ""),
        (b"PK\x03\x04 and no more", "damaged", ""),
        (npz()[:-30], "damaged", ""),
        (npz(b2=None), "missing_array", "b2"),
        (npz(W4=np.ones((1, 1))), "unexpected_array", "W4"),
        (npz(W2=np.array([["a", "b"], ["c", "d"]])), "wrong_type", "W2"),
        (npz(W2=np.eye(2) * 1j), "wrong_type", "W2"),
        (npz(W2=np.array([[object(), 1], [2, 3]])), "wrong_type", "W2"),
        (npz(W3=np.ones((2, 1))), "wrong_shape", "W3"),
        (npz(W3=np.ones(2)), "wrong_shape", "W3"),
        (npz(W2=np.ones((2000, 2000))), "wrong_shape", "W2"),
        (npz(b3=np.array([np.nan])), "not_finite", "b3"),
        (npz(**{f"c{number}": np.zeros(1) for number in range(300)}), "too_big", ""),
    ],
)
def test_what_does_not_fit_is_told_with_its_name(content, reason, name):
    with pytest.raises(WeightsError) as caught:
        read_weights(content, SPEC)
    assert (caught.value.reason, caught.value.name) == (reason, name)


def test_a_wrong_shape_is_told_beside_the_right_one():
    with pytest.raises(WeightsError) as caught:
        read_weights(npz(W3=np.ones((2, 1))), SPEC)
    assert (caught.value.found, caught.value.expected) == ("(2, 1)", "(1, 2)")


def test_any_broken_file_is_refused_or_read():
    whole = npz()
    rng = np.random.default_rng(0)
    for _ in range(300):
        broken = bytearray(whole)
        for place in rng.integers(0, len(whole), rng.integers(1, 6)):
            broken[place] = rng.integers(0, 256)
        with suppress(WeightsError):
            assert np.isfinite(read_weights(bytes(broken), SPEC)).all()
