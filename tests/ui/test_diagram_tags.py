"""Numbers beside nodes that are too small for them: what a step has just computed."""

from itertools import combinations

from test_diagram_layout import picture

from nnsim.notation import W, a, b, db, delta, dW, z
from nnsim.ui.diagram.layout import Box
from nnsim.ui.diagram.light import Light
from nnsim.ui.diagram.tags import tag_box, told

SMALL = (2, 8, 8, 8, 1)
WIDTH, HEIGHT = 683.0, 357.0


def test_a_layer_of_small_nodes_tells_each_output_beside_its_node():
    shown = picture(SMALL, WIDTH, HEIGHT)
    results = [each for j in range(1, 9) for each in (z(3, j), a(3, j))]
    found = told(shown, Light(frozenset(results)))
    assert set(found) == {a(3, j) for j in range(1, 9)}
    boxes = [tag_box(shown, symbol, 62.0) for symbol in found]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for layer in (3, 4):
        column = shown.layout.column(layer)
        discs = [Box(column.x, y, 2 * column.radius, 2 * column.radius) for y in column.ys]
        assert not any(box.overlaps(each) for box in boxes for each in discs)


def test_what_stands_on_the_diagram_is_not_told_again():
    shown = picture((2, 2, 1), WIDTH, HEIGHT)
    assert told(shown, Light(frozenset([z(2, 1), a(2, 1)]))) == []
    assert told(shown, Light(frozenset([delta(3, 1), db(3, 1)]), backward=True)) == []
    assert told(shown, Light(frozenset([dW(3, 1, 2)]), backward=True)) == []  # on its label


def test_a_gradient_comes_before_that_of_the_bias_and_an_edge_is_told_alone():
    shown = picture(SMALL, WIDTH, HEIGHT)
    light = Light(frozenset([delta(3, 2), dW(3, 2, 1), dW(3, 2, 2), db(3, 2)]), backward=True)
    assert told(shown, light) == [delta(3, 2)]
    (edge,) = told(shown, Light(frozenset([dW(3, 2, 4)]), backward=True))
    start, end = shown.layout.position(2, 4), shown.layout.position(3, 2)
    assert tag_box(shown, edge, 50.0).x == (start.x + end.x) / 2
    assert told(shown, Light(frozenset([W(3, 2, 4), W(3, 2, 5)]))) == []
    assert told(shown, Light(frozenset([b(3, 2)]))) == [b(3, 2)]


def test_of_nodes_closer_than_a_line_only_a_single_one_is_told():
    shown = picture((2, 40, 1), WIDTH, HEIGHT)
    assert told(shown, Light(frozenset(a(2, j) for j in range(1, 41)))) == []
    assert told(shown, Light(frozenset([z(2, 7)]))) == [z(2, 7)]


def test_beside_outputs_is_room_for_t_so_that_they_are_told_on_the_left():
    shown = picture((2, 8, 8), WIDTH, HEIGHT)
    box = tag_box(shown, a(3, 1), 60.0)
    assert box.x < shown.layout.column(3).x


def test_a_tag_covers_no_label_of_a_weight():
    shown = picture((2, 3, 3, 1), WIDTH, HEIGHT, focus=a(2, 2))
    box = tag_box(shown, delta(2, 2), 56.0)
    assert shown.chips
    assert not any(box.overlaps(chip.box) for chip in shown.chips)
