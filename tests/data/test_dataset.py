import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.data import BadArgument, BadShape, Dataset, Source, load


def small(**changes: object) -> Dataset:
    parts: dict[str, object] = {
        "x": np.array([[0.0, 1.0], [2.0, 3.0]]),
        "t": np.array([[0.0], [1.0]]),
        "input_names": ("x1", "x2"),
        "source": Source("xor"),
        "name": "xor",
    }
    return Dataset(**(parts | changes))  # type: ignore[arg-type]


def test_arrays_are_float_copies_that_nobody_can_write_to() -> None:
    mine = np.array([[0, 1], [2, 3]])
    dataset = small(x=mine)
    mine[0, 0] = 9
    assert dataset.x.dtype == np.float64
    assert dataset.x[0, 0] == 0
    with pytest.raises(ValueError, match="read-only"):
        dataset.x[0, 0] = 1.0
    base = np.zeros((3, 2))
    view = base[:2]
    view.flags.writeable = False
    dataset = small(x=view)
    base[0, 0] = 9
    assert dataset.x[0, 0] == 0


def test_equal_by_value() -> None:
    assert small() == small()
    assert hash(small()) == hash(small())
    assert small() != small(x=np.array([[0.0, 1.0], [2.0, 4.0]]))
    assert small() != small(source=None)
    assert small() != small(input_names=("x1", "width"))
    assert small() != "xor"


@pytest.mark.parametrize(
    ("t", "kind"),
    [
        ([[0.0], [1.0]], "binary"),
        ([[0.0], [0.5]], "values"),
        ([[0.0, 1.0], [1.0, 0.0]], "classes"),
        ([[0.0, 0.0], [1.0, 0.0]], "values"),
        ([[1.0, 1.0], [1.0, 0.0]], "values"),
    ],
)
def test_kind_is_read_from_the_targets(t: list[list[float]], kind: str) -> None:
    assert small(t=np.array(t)).kind == kind


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("x", np.zeros(2)),
        ("t", np.zeros((3, 1))),
        ("input_names", ("x1",)),
        ("class_names", ("only",)),
    ],
)
def test_parts_must_fit(part: str, value: object) -> None:
    with pytest.raises(BadShape) as caught:
        small(**{part: value})
    assert caught.value.what == part


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_values_must_be_finite(bad: float) -> None:
    with pytest.raises(BadArgument) as caught:
        small(x=np.array([[0.0, 1.0], [bad, 3.0]]))
    assert caught.value.name == "x"
    with pytest.raises(BadArgument):
        small().with_value(0, 0, bad, target=True)


def test_an_edited_value_changes_one_place_and_forgets_the_source() -> None:
    before = small()
    after = before.with_value(1, 0, 7.5)
    assert after.x.tolist() == [[0.0, 1.0], [7.5, 3.0]]
    assert after.source is None
    assert (after.name, after.class_names) == ("xor", ("0", "1"))
    assert before == small()
    assert before.with_value(1, 0, 0.5, target=True).t.tolist() == [[0.0], [0.5]]


def test_the_same_value_again_is_no_edit() -> None:
    dataset = small()
    assert dataset.with_value(1, 0, 2.0) is dataset


@pytest.mark.parametrize(("row", "column"), [(-1, 0), (0, -1), (2, 0), (0, 2)])
def test_no_value_outside_the_table(row: int, column: int) -> None:
    with pytest.raises(IndexError):
        small().with_value(row, column, 0.0)


def test_columns_are_added_as_zeros_and_removed_by_number() -> None:
    wider = small().with_columns(inputs=(0, 1, None), targets=(0, None))
    assert wider.x.tolist() == [[0.0, 1.0, 0.0], [2.0, 3.0, 0.0]]
    assert wider.t.tolist() == [[0.0, 0.0], [1.0, 0.0]]
    assert wider.input_names == ("x1", "x2", "x3")
    assert wider.source is None
    narrower = wider.with_columns(inputs=(1,), targets=(0,))
    assert narrower.x.tolist() == [[1.0], [3.0]]
    assert narrower.t.tolist() == [[0.0], [1.0]]


def test_unchanged_columns_keep_the_dataset() -> None:
    dataset = small()
    assert dataset.with_columns() is dataset
    assert dataset.with_columns(inputs=[0, 1], targets=[0]) is dataset


def test_impossible_columns_are_refused() -> None:
    with pytest.raises(BadShape):
        small().with_columns(inputs=())
    with pytest.raises(IndexError):
        small().with_columns(inputs=(2,))


def test_inputs_called_by_their_place_are_renumbered() -> None:
    names = ("x1", "x2", "width")
    dataset = small(x=np.zeros((2, 3)), input_names=names)
    assert dataset.with_columns(inputs=(1, 2)).input_names == ("x1", "width")
    assert dataset.with_columns(inputs=(0, 2, None)).input_names == ("x1", "width", "x3")


def test_class_names_follow_the_targets() -> None:
    iris = load("iris")
    four = iris.with_columns(targets=(0, 1, 2, None))
    assert four.class_names == ("setosa", "versicolor", "virginica", "0")
    assert four.with_columns(targets=(0, 2, 3)).class_names == ("setosa", "virginica", "0")
    assert iris.with_columns(targets=(0, 2)).class_names == ("setosa", "virginica")
    assert iris.with_columns(targets=(1,)).class_names == ("0", "1")
    assert iris.with_columns(inputs=(0, 1)).class_names == iris.class_names
    assert load("xor").with_columns(targets=(0, None)).class_names == ("0", "1")


@given(st.data(), st.integers(1, 6), st.integers(1, 6))
def test_any_columns_make_a_sound_dataset(data: st.DataObject, n: int, m: int) -> None:
    origins = st.one_of(st.none(), st.integers(0, 1))
    inputs = data.draw(st.lists(origins, min_size=n, max_size=n))
    targets = data.draw(st.lists(st.sampled_from([None, 0]), min_size=m, max_size=m))
    dataset = small().with_columns(inputs, targets)
    assert (dataset.x.shape, dataset.t.shape) == ((2, n), (2, m))
    assert (len(dataset.input_names), len(dataset.class_names)) == (n, max(2, m))
    for column, origin in enumerate(inputs):
        expected = [0.0, 0.0] if origin is None else small().x[:, origin].tolist()
        assert dataset.x[:, column].tolist() == expected
