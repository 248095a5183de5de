"""What a table becomes, by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.data import Origin
from nnsim.data.tables import (
    MAX_INPUTS,
    Content,
    Missing,
    Plan,
    Prepared,
    Table,
    TableError,
    Use,
    guess,
    labels_of,
    prepare,
    propose_uses,
    read_table,
)
from nnsim.project import MAX_NODES

N_IN, C_IN, N_OUT, C_OUT, NONE = Use


def table(text: str) -> Table:
    content = Content("a.csv", text.encode())
    return read_table(content, guess(content))


def made(text: str, *uses: Use, **choices: object) -> Prepared:
    return prepare(table(text), Plan(uses, **choices), "a.csv")  # type: ignore[arg-type]


def test_the_limit_is_that_of_a_layer() -> None:
    assert MAX_INPUTS == MAX_NODES


def test_two_classes_are_0_and_1_in_order_of_their_names() -> None:
    dataset = made("a,b\n1,yes\n2,no\n3,yes\n", N_IN, C_OUT).dataset
    assert dataset.x.tolist() == [[1], [2], [3]]
    assert dataset.t.tolist() == [[1], [0], [1]]
    assert dataset.class_names == ("no", "yes")
    assert (dataset.kind, dataset.input_names, dataset.name) == ("binary", ("a",), "a.csv")
    assert dataset.origin == Origin("a.csv", "", 3)
    assert dataset.source is None


def test_more_classes_are_one_hot() -> None:
    dataset = made("a,b\n1,z\n2,x\n3,y\n", N_IN, C_OUT).dataset
    assert dataset.t.tolist() == [[0, 0, 1], [1, 0, 0], [0, 1, 0]]
    assert (dataset.kind, dataset.class_names) == ("classes", ("x", "y", "z"))


def test_numbers_as_classes_are_ordered_as_numbers() -> None:
    dataset = made("a,b\n1,10\n2,2\n3,1.5\n", N_IN, C_OUT).dataset
    assert dataset.class_names == ("1.5", "2", "10")
    assert dataset.t.tolist() == [[0, 0, 1], [0, 1, 0], [1, 0, 0]]


def test_texts_among_the_inputs_are_one_hot() -> None:
    dataset = made("a,colour,b\n1,red,5\n2,blue,6\n", N_IN, C_IN, N_OUT).dataset
    assert dataset.input_names == ("a", "colour=blue", "colour=red")
    assert dataset.x.tolist() == [[1, 0, 1], [2, 1, 0]]
    assert (dataset.t.tolist(), dataset.kind) == ([[5], [6]], "values")


def test_several_targets_and_a_column_that_is_not_used() -> None:
    dataset = made("price,a,id,rent\n5,1,x,7\n6,2,y,8\n", N_OUT, N_IN, NONE, N_OUT).dataset
    assert dataset.t.tolist() == [[5, 7], [6, 8]]
    assert dataset.x.tolist() == [[1], [2]]
    assert dataset.target_names == ("price", "rent")


GAPS = "a,c,t\n1,u,1\n,u,2\n3,,3\n5,v,4\n3,u,\n"


def test_rows_without_a_value_are_left_out_and_counted() -> None:
    dataset = made(GAPS, N_IN, C_IN, N_OUT).dataset
    assert dataset.x.tolist() == [[1, 1, 0], [5, 0, 1]]
    assert dataset.t.tolist() == [[1], [4]]
    assert dataset.origin == Origin("a.csv", "", rows=5, left_out=3, filled=0)


def test_missing_inputs_are_filled_but_no_target_is_made_up() -> None:
    dataset = made(GAPS, N_IN, C_IN, N_OUT, missing=Missing.MEAN).dataset
    assert dataset.x.tolist() == [[1, 1, 0], [3, 1, 0], [3, 1, 0], [5, 0, 1]]  # (1 + 3 + 5) / 3
    assert dataset.t.tolist() == [[1], [2], [3], [4]]
    assert dataset.origin == Origin("a.csv", "", rows=5, left_out=1, filled=2)
    text = "a,t\n7,1\n1,2\n7,3\n,4\n"
    filled = made(text, N_IN, N_OUT, missing=Missing.MOST_FREQUENT).dataset
    assert filled.x.tolist() == [[7], [1], [7], [7]]


def test_a_class_whose_rows_are_left_out_is_none() -> None:
    dataset = made("a,t\n1,x\n2,y\n,z\n", N_IN, C_OUT).dataset
    assert dataset.class_names == ("x", "y")


def test_scaling_is_a_step_of_its_own() -> None:
    text = "a,b,t\n1,5,1\n3,5,2\n2,5,3\n"
    raw = made(text, N_IN, N_IN, N_OUT)
    assert raw.scaling is None
    min_max = made(text, N_IN, N_IN, N_OUT, scaling="min_max")
    assert min_max.dataset == raw.dataset
    assert min_max.scaling is not None
    assert (min_max.scaling.mean.tolist(), min_max.scaling.scale.tolist()) == ([1, 5], [2, 1])
    assert min_max.scaling.apply(raw.dataset.x).tolist() == [[0, 0], [1, 0], [0.5, 0]]
    standard = made(text, N_IN, N_IN, N_OUT, scaling="standard").scaling
    assert standard is not None
    assert standard.mean.tolist() == [2, 5]
    assert standard.scale == pytest.approx([(2 / 3) ** 0.5, 1])


def test_numbers_too_large_to_scale() -> None:
    with pytest.raises(TableError) as caught:
        made("a,t\n1e300,1\n-1e300,2\n", N_IN, N_OUT, scaling="standard")
    assert caught.value.reason == "too_large_to_scale"


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("a,b\n1,x\n2,y\n", (N_IN, C_OUT)),
        ("a,b\n1,0\n2,1\n", (N_IN, N_OUT)),
        ("a,b\n1,-1\n2,1\n", (N_IN, C_OUT)),
        ("a,b\n1,0.5\n2,1.5\n", (N_IN, N_OUT)),
        ("a,b,c\nx,1,\ny,2,\n", (C_IN, C_OUT, NONE)),
        # Nothing to learn, which is told; another column is not taken in its place.
        ("a,b,c\n1,x,5\n2,y,5\n", (N_IN, C_IN, N_OUT)),
        ("a,b\n" + "".join(f"{row},{row / 8}\n" for row in range(60)) + "1,O.5\n", (N_IN, N_OUT)),
        ("a,b\n" + "".join(f"{row},{row % 2}\n" for row in range(9)) + "?x,1\n", (N_IN, N_OUT)),
        ("a,b\n1,x\n2,y\nz,x\n", (C_IN, C_OUT)),
        ("a,b\n" + "".join(f"w{row},{row / 2}\n" for row in range(30)), (NONE, N_OUT)),
        ("a,b\n" + "".join(f"{row},{row % 3}\n" for row in range(15)), (N_IN, C_OUT)),
        ("a,b\n" + "".join(f"{row / 2},{row % 3}\n" for row in range(14)), (N_IN, N_OUT)),
    ],
)
def test_what_is_proposed(text: str, uses: tuple[Use, ...]) -> None:
    assert propose_uses(table(text).columns) == uses


def test_a_text_among_numbers_is_named_with_its_row_and_column() -> None:
    text = "a;b\n" + "".join(f"{row};{row},25\n" for row in range(60)) + "7;O,5\n"
    with pytest.raises(TableError) as caught:
        made(text, N_IN, N_OUT)
    error = caught.value
    assert (error.reason, error.row, error.column, error.value) == ("not_a_number", 62, 2, "O,5")


def test_one_hot_columns_give_the_classes_their_names() -> None:
    dataset = made("a,cat,dog\n1,1,0\n2,0,1\n3,0,1\n", N_IN, N_OUT, N_OUT).dataset
    assert (dataset.kind, dataset.class_names) == ("classes", ("cat", "dog"))
    dataset = made("a,u,v\n1,1,0\n2,0,0\n3,0,1\n", N_IN, N_OUT, N_OUT).dataset
    assert (dataset.kind, dataset.target_names) == ("values", ("u", "v"))


def test_labels_of_both_kinds_of_columns() -> None:
    numbers, texts = table("a,b\n10,x\n2,y\n,x\n").columns
    assert labels_of(numbers) == ("2", "10")
    assert labels_of(texts) == ("x", "y")


@given(st.data(), st.integers(2, 5), st.integers(1, 12))
def test_any_plan_makes_a_sound_dataset_or_is_refused(
    data: st.DataObject, columns: int, rows: int
) -> None:
    cell = st.sampled_from(["", "1", "0", "2.5", "x", "y", "inf"])
    lines = data.draw(
        st.lists(st.lists(cell, min_size=columns, max_size=columns), min_size=rows, max_size=rows)
    )
    text = "\n".join(",".join(line) for line in [[f"c{n}" for n in range(columns)], *lines])
    uses = data.draw(st.lists(st.sampled_from(Use), min_size=columns, max_size=columns))
    missing, scaling = (
        data.draw(st.sampled_from(Missing)),
        data.draw(st.sampled_from([None, "min_max"])),
    )
    try:
        result = prepare(table(text + "\n"), Plan(tuple(uses), missing, scaling), "a.csv")
    except TableError:
        return
    dataset = result.dataset
    assert dataset.origin is not None
    assert len(dataset.x) + dataset.origin.left_out == dataset.origin.rows
    if any(use is C_OUT for use in uses):
        assert dataset.kind in ("binary", "classes")
    if result.scaling is not None:
        scaled = result.scaling.apply(dataset.x)
        assert scaled.min() >= 0
        assert np.isfinite(scaled).all()
        assert scaled.max() <= 1
