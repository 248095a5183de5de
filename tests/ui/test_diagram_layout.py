"""Where things stand on the diagram: geometry alone, without a window."""

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nnsim.notation import Symbol, W, a, b, t, x
from nnsim.project import NetworkSpec
from nnsim.ui.diagram import layout as geometry
from nnsim.ui.diagram.layout import Box, arrange
from nnsim.ui.diagram.picture import (
    Picture,
    bias_box,
    compose,
    loss_box,
    name_box,
    sum_box,
    target_box,
    total_box,
)
from nnsim.ui.selection import Layer

LABEL_WIDTH = 148.0  # "z −88.888 b −88.888" in a usual font


def chip_width(symbol: Symbol, named: bool) -> float:
    return 100.0 if named else 70.0


def picture(sizes, width=683.0, height=467.0, focus=None, label_width=LABEL_WIDTH) -> Picture:
    spec = NetworkSpec(sizes, ("sigmoid",) * (len(sizes) - 1), "mean_squared_error")
    return compose(spec, width, height, focus, chip_width, label_width)


def texts(shown: Picture, label_width: float = LABEL_WIDTH) -> list[tuple[str, Box]]:
    """Everything with a number or a name in it, with its box."""
    columns = shown.layout.columns
    boxes = [(chip.symbol.plain, chip.box) for chip in shown.chips]
    for layer, column in enumerate(columns, start=1):
        for j, y in zip(column.shown, column.ys, strict=True):
            side = 2 * column.radius
            boxes.append((f"node {layer},{j}", Box(column.x, y, side, side)))
            if column.full:
                boxes.append((f"name {layer},{j}", name_box(column, y)))
            if column.full and layer > 1:
                boxes.append((f"z {layer},{j}", total_box(column, y, label_width)))
                boxes.append((f"b {layer},{j}", bias_box(column, y, label_width)))
            if column.with_values and layer == len(columns):
                boxes.append((f"t {j}", target_box(column, y)))
        if column.fold_y is not None:
            boxes.append((f"fold {layer}", Box(column.x, column.fold_y, 2, 12)))
    return [*boxes, ("E", loss_box(columns[-1]))]


def assert_tidy(shown: Picture, label_width: float = LABEL_WIDTH) -> None:
    """Nothing lies over anything else, below the headers, or outside."""
    everything = texts(shown, label_width)
    for name, box in everything:
        assert box.x - box.width / 2 >= 0, f"{name} leaves on the left"
        assert box.x + box.width / 2 <= shown.layout.width, f"{name} leaves on the right"
        assert box.y + box.height / 2 <= shown.layout.height, f"{name} leaves below"
        assert box.y - box.height / 2 >= geometry.TOP - 1, f"{name} leaves above"
    for (one, first), (other, second) in combinations(everything, 2):
        # A hair's breadth for rounding.
        assert not first.overlaps(second, -0.01), f"{one} lies over {other}"


def test_names_too_wide_beside_a_number_stand_above_it():
    """As "∂E/∂W^(2)_12" in the backward pass: the label says which number it is."""
    spec = NetworkSpec((2, 2, 1), ("sigmoid",) * 2, "mean_squared_error")
    size = (683.0, 357.0)
    shown = compose(spec, *size, None, lambda symbol, named: 115.0 if named else 60.0, 180.0)
    assert len(shown.chips) == 6
    assert all(chip.named for chip in shown.chips)
    assert {chip.two_lines for chip in shown.chips if chip.symbol.layer == 2} == {True}
    assert {chip.two_lines for chip in shown.chips if chip.symbol.layer == 3} == {False}
    assert_tidy(shown, 180.0)


@pytest.mark.parametrize(
    "sizes",
    [(2, 2, 1), (2, 1), (2, 4, 1), (4, 2, 3), (4, 2, 4), (4, 4, 5), (2, 2, 2, 2, 1), (30, 8, 1),
     (64, 32, 16, 10), (64, 32, 10), (784, 128, 64, 10), (3,) * 20, (1024, 1024, 1024, 1024),
     (2, 2, 2, 2, 2, 2, 2, 1), (1, 1), (65, 1, 65)],
)  # fmt: skip
@pytest.mark.parametrize(("width", "height"), [(683, 467), (1323, 747), (360, 220)])
def test_nothing_overlaps(sizes, width, height):
    assert_tidy(picture(sizes, width, height))


SIZES = st.lists(
    st.one_of(st.integers(1, 6), st.integers(1, 70), st.integers(1, 1024)), min_size=2, max_size=20
)


@given(
    SIZES.map(tuple),
    st.integers(360, 2600),
    st.integers(220, 1600),
    st.sampled_from([132.0, 148.0, 206.0]),
    st.data(),
)
def test_nothing_overlaps_whatever_the_architecture(sizes, width, height, label_width, data):
    layer = data.draw(st.integers(1, len(sizes)))
    j = data.draw(st.integers(1, sizes[layer - 1]))
    focus = data.draw(st.sampled_from([None, a(layer, j), Layer(layer)]))
    assert_tidy(picture(sizes, width, height, focus, label_width), label_width)


@given(SIZES.map(tuple), st.integers(360, 2600), st.integers(220, 1600))
@example((3,) * 20, 360, 220)
def test_nodes_stand_in_order_and_are_found_where_they_stand(sizes, width, height):
    shown = arrange(sizes, width, height, LABEL_WIDTH)
    assert len(shown.columns) == len(sizes)
    for layer, (column, size) in enumerate(zip(shown.columns, sizes, strict=True), start=1):
        assert list(column.ys) == sorted(column.ys)
        assert list(column.shown) == sorted(set(column.shown))
        assert (column.shown[0], column.shown[-1]) == (1, size)
        for j, y in zip(column.shown, column.ys, strict=True):
            assert shown.node_at(column.x, y) == (layer, j)
            assert shown.position(layer, j) == geometry.Point(column.x, y)


def test_the_network_of_the_notes_has_all_its_numbers_in_sight():
    shown = picture((2, 2, 1))
    assert all(column.full and column.with_values for column in shown.layout.columns)
    assert all(chip.named for chip in shown.chips)
    typed = [field.symbol for field in shown.fields]
    weights = [W(2, 1, 1), W(2, 1, 2), W(2, 2, 1), W(2, 2, 2), W(3, 1, 1), W(3, 1, 2)]
    assert sorted(map(str, typed)) == sorted(
        map(str, [x(1), x(2), b(2, 1), b(2, 2), b(3, 1), t(1), *weights])
    )


def test_four_layers_still_have_their_sums_and_biases():
    shown = picture((2, 2, 2, 1))
    assert all(column.full for column in shown.layout.columns)
    assert all(column.stacked for column in shown.layout.columns[1:])
    top, bottom = (box(shown.layout.column(2), 100.0, LABEL_WIDTH) for box in (total_box, bias_box))
    assert (top.x, top.y + geometry.LINE) == (bottom.x, bottom.y)
    whole = sum_box(shown.layout.column(2), 100.0, LABEL_WIDTH)
    assert whole.height == top.height + bottom.height


def test_sixty_four_nodes_are_all_shown_and_sixty_five_fold():
    assert picture((64, 1)).layout.column(1).shown == tuple(range(1, 65))
    folded = picture((65, 1)).layout.column(1)
    assert folded.shown == (*range(1, 15), *range(58, 66))
    assert folded.ys[13] < folded.fold_y < folded.ys[14]
    assert picture((65, 1)).layout.position(1, 30) is None


def test_where_not_all_weights_have_room_those_of_the_focus_come_first():
    assert picture((64, 32, 16, 10)).chips == ()
    focused = picture((20, 4, 1), focus=W(2, 1, 7)).chips
    assert [chip.symbol for chip in focused if chip.symbol.layer == 2] == [W(2, 1, 7)]


def test_an_edge_is_found_near_its_line_only():
    shown = picture((2, 2, 1)).layout
    start, end = shown.position(1, 1), shown.position(2, 1)
    middle = (start.x + end.x) / 2
    assert shown.edge_at(middle, start.y + 3) == (2, 1, 1)
    assert shown.edge_at(middle, start.y - 30) is None
    assert shown.edge_at(end.x, end.y) is None
