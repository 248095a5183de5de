from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.data import Dataset
from nnsim.notation import BlockError, W, b, read_block, t, x
from nnsim.project import (
    CellError,
    EditError,
    Progress,
    Project,
    edits,
    new_project,
    parse_project,
    write_project,
)

XOR = new_project()
IRIS = edits.choose_dataset(XOR, "iris")


def values(x: list[list[float]], t: list[list[float]]) -> Project:
    names = tuple(f"x{n + 1}" for n in range(len(x[0])))
    return edits.use_dataset(XOR, Dataset(np.array(x), np.array(t), names))


# Blocks


def test_a_block_is_what_a_spreadsheet_copies() -> None:
    assert read_block("0\t1\r\n0,5\t 2 \r\n") == [["0", "1"], ["0,5", "2"]]
    assert read_block('"a b"\t3') == [["a b", "3"]]
    assert read_block("7") == [["7"]]
    assert read_block("1\t2\n\n3\t4") == [["1", "2"], ["3", "4"]]
    assert read_block("0,5\n0,7") == [["0,5"], ["0,7"]]


@pytest.mark.parametrize(
    "text",
    [
        "0.5 -1\n2 1e-3",
        "0.5, -1\n2, 1e-3\n",
        "0.5; -1\n2;1e-3",
        "[[0.5, -1], [2, 1e-3]]",
        "[[ 0.5   -1.  ]\n [ 2.     0.001]]",
        "0,5  -1\n2  0,001",
    ],
)
def test_a_matrix_as_a_page_prints_it_is_a_block(text):
    rows = [[float(cell.replace(",", ".")) for cell in row] for row in read_block(text)]
    assert rows == [[0.5, -1.0], [2.0, 0.001]]


def test_what_only_looks_like_a_matrix_is_left_whole():
    assert read_block("0,1,1\n1,0,1") == [["0", "1", "1"], ["1", "0", "1"]]
    assert read_block("Iris setosa\nIris virginica") == [["Iris setosa"], ["Iris virginica"]]
    assert read_block("1 2\nthree four") == [["1 2"], ["three four"]]
    with pytest.raises(BlockError) as caught:
        read_block("1 2\n3")
    assert (caught.value.reason, caught.value.row) == ("ragged_block", 2)


@pytest.mark.parametrize(
    ("text", "reason", "row"),
    [
        ("", "nothing_to_paste", 0),
        ("\n\t\n", "nothing_to_paste", 0),
        ("1\t2\n3", "ragged_block", 2),
    ],
)
def test_what_is_no_block_is_refused(text: str, reason: str, row: int) -> None:
    with pytest.raises(BlockError) as caught:
        read_block(text)
    assert (caught.value.reason, caught.value.row) == (reason, row)


# Cells


def test_a_block_is_typed_and_what_is_larger_adds_samples() -> None:
    after = edits.type_samples(XOR, [3, 4], [x(2), t(1)], [["0,5", "0"], ["1/4", "1"]])
    assert after.dataset.x.tolist() == [[0, 0], [0, 1], [1, 0], [1, 0.5], [0, 0.25]]
    assert after.dataset.t.ravel().tolist() == [0, 1, 1, 0, 1]
    assert after.dataset.source is None
    assert XOR.dataset.x.shape == (4, 2)


def test_a_cell_that_is_no_number_is_named_and_nothing_is_typed() -> None:
    with pytest.raises(CellError) as caught:
        edits.type_samples(XOR, [1, 4], [x(1), x(2)], [["1", "1"], ["2", "abc"]])
    error = caught.value
    assert (error.reason, error.row, error.column, error.text) == (
        "cell_no_number",
        "5",
        "x₂",
        "abc",
    )


@pytest.mark.parametrize("text", ["nan", "inf", "1e999", "", "1 2"])
def test_only_finite_numbers_are_typed(text: str) -> None:
    with pytest.raises(CellError):
        edits.type_samples(XOR, [0], [x(1)], [[text]])


def test_classes_are_typed_by_their_names() -> None:
    named = edits.rename_class(edits.rename_class(XOR, 0, "no"), 1, "yes")
    after = edits.type_samples(named, [0], [t(1)], [["yes"]])
    assert after.t.ravel().tolist() == [1, 1, 1, 0]
    with pytest.raises(CellError, match="cell_no_class"):
        edits.type_samples(named, [0], [t(1)], [["maybe"]])
    after = edits.type_samples(IRIS, [0], [t(2)], [["virginica"]])
    assert after.t[0].tolist() == [0, 0, 1]


def test_a_one_in_one_of_several_columns_moves_the_sample_to_this_class() -> None:
    after = edits.type_samples(IRIS, [0], [t(2)], [["1"]])
    assert after.t[0].tolist() == [0, 1, 0]
    assert after.dataset.kind == "classes"
    whole = edits.type_samples(IRIS, [0], [t(1), t(2), t(3)], [["0", "1", "1"]])
    assert whole.t[0].tolist() == [0, 1, 1]


def test_a_target_that_is_no_probability_is_refused_for_cross_entropy() -> None:
    """With t = 7, E = -(7 ln y - 6 ln(1 - y)) has no least value."""
    with pytest.raises(CellError, match="cell_no_probability") as caught:
        edits.type_samples(XOR, [1], [t(1)], [["7"]])
    assert (caught.value.row, caught.value.column, caught.value.text) == ("2", "t₁", "7")
    assert edits.type_samples(XOR, [1], [t(1)], [["0.3"]]).t[1, 0] == 0.3
    squares = edits.set_loss(XOR, "mean_squared_error")
    typed = edits.type_samples(squares, [1], [t(1)], [["7"]])
    assert typed.t[1, 0] == 7
    with pytest.raises(EditError, match="no_probabilities"):
        edits.set_loss(typed, "binary_cross_entropy")
    with pytest.raises(EditError, match="no_probabilities"):
        edits.set_sample_value(XOR, 0, 0, -0.1, target=True)


def test_typed_numbers_are_in_the_units_shown_and_the_scaling_stays() -> None:
    scaled = edits.set_standardised(XOR, True)
    after = edits.type_samples(scaled, [0, 4], [x(1)], [["3"], ["-1"]])
    assert after.dataset.x.tolist() == [[2, 0], [0, 1], [1, 0], [1, 1], [0, 0.5]]
    assert after.x[4].tolist() == [-1, 0]
    assert after.scaling == scaled.scaling
    same = edits.type_samples(scaled, [0], [x(2)], [["-1"]])
    assert same is scaled


def test_training_goes_on_after_an_edit_and_its_epochs_cannot_be_visited() -> None:
    trained = replace(XOR, progress=Progress(5))
    for after in (
        edits.type_samples(trained, [0], [x(1)], [["7"]]),
        edits.add_samples(trained, 4),
        edits.delete_samples(trained, [0]),
    ):
        assert after.progress.epoch == 5
        assert after.altered
        assert not after.progress.snapshots.entries
    renamed = edits.rename_column(trained, x(1), "width")
    assert not renamed.altered


# Rows


def test_samples_are_added_and_deleted_where_they_stand() -> None:
    after = edits.add_samples(XOR, 1, 2)
    assert after.dataset.x.tolist() == [[0, 0], [0, 0], [0, 0], [0, 1], [1, 0], [1, 1]]
    assert edits.add_samples(IRIS, 150).t[150].tolist() == [1, 0, 0]
    assert edits.delete_samples(XOR, [0, 2]).dataset.x.tolist() == [[0, 1], [1, 1]]
    assert edits.delete_samples(XOR, []) is XOR
    for project, rows, reason in ((XOR, range(4), "no_samples"), (XOR, [4], "no_such_sample")):
        with pytest.raises(EditError, match=reason):
            edits.delete_samples(project, list(rows))
    for at, count, reason in ((5, 1, "no_such_sample"), (0, 10**9, "too_many_samples")):
        with pytest.raises(EditError, match=reason):
            edits.add_samples(XOR, at, count)


# Names


def test_columns_are_renamed() -> None:
    after = edits.rename_column(XOR, x(2), "  petal\n width ")
    assert after.dataset.input_names == ("x1", "petal width")
    assert after.dataset.source is None
    assert edits.rename_column(IRIS, t(2), "blue").dataset.class_names == (
        "setosa",
        "blue",
        "virginica",
    )
    prices = values([[1, 2]], [[0.5, 2.0]])
    assert prices.dataset.target_names == ("t1", "t2")
    assert edits.rename_column(prices, t(2), "price").dataset.target_names == ("t1", "price")
    for project, column, name, reason in (
        (XOR, x(1), " ", "no_name"),
        (XOR, x(1), "x2", "name_taken"),
        (XOR, x(3), "y", "no_such_name"),
        (XOR, t(1), "y", "no_such_name"),
        (values([[1, 2]], [[0.5]]), t(2), "y", "no_such_name"),
    ):
        with pytest.raises(EditError, match=reason):
            edits.rename_column(project, column, name)


# Parameters


def test_a_block_of_weights_is_typed() -> None:
    symbols = [[b(2, 1), W(2, 1, 1), W(2, 1, 2)], [b(2, 2), W(2, 2, 1), W(2, 2, 2)]]
    after = edits.type_parameters(XOR, symbols, [["1", "2", "3"], ["0,5", "-1/4", "6"]])
    network = after.build_network()
    assert network.W[2].tolist() == [[2, 3], [-0.25, 6]]
    assert network.b[2].tolist() == [1, 0.5]
    with pytest.raises(CellError) as caught:
        edits.type_parameters(XOR, symbols, [["1", "2", "3"], ["1", "x", "3"]])
    assert (caught.value.row, caught.value.column) == ("2", "2")
    with pytest.raises(CellError, match="cell_two_readings"):
        edits.type_parameters(XOR, symbols[:1], [["1", "2,000", "3"]])
    with pytest.raises(EditError, match="no_such_parameter"):
        edits.type_parameters(XOR, [[W(2, 3, 1)]], [["1"]])


# In the file

cells = st.sampled_from(["0", "1", "-0,5", "1/3", "2e-3"])


@given(
    st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=6),
    st.integers(0, 4),
    st.sampled_from([None, "standard", "min_max"]),
)
def test_a_pasted_table_comes_back_from_its_file(
    block: list[list[str]], start: int, kind: str
) -> None:
    project = edits.set_scaling(edits.set_loss(XOR, "mean_squared_error"), kind)  # type: ignore[arg-type]
    rows = list(range(start, start + len(block)))
    after = edits.type_samples(project, rows, [x(1), x(2), t(1)], block)
    after = edits.rename_column(after, x(1), "한글")
    assert len(after.t) == max(4, start + len(block))
    assert parse_project(write_project(after)) == after
    assert edits.type_samples(after, rows, [x(1), x(2), t(1)], block).t.tolist() == after.t.tolist()
