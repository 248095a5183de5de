"""The picture of the network: painted numbers, mouse, keys, zoom and size."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QToolButton, QToolTip

from nnsim.engine import ACTIVATIONS
from nnsim.notation import W, a, b, format_number, x
from nnsim.project import edits
from nnsim.ui.selection import Layer

Key = Qt.Key


def edit(window, function, *arguments):
    window._parts.controller.edit(lambda project: function(project, *arguments), "Edit")


def network(window, *hidden, dataset=None):
    if dataset is not None:
        edit(window, edits.choose_dataset, dataset)
    edit(window, edits.resize_hidden, hidden, "sigmoid")


# What is painted


@pytest.mark.parametrize("decimals", [2, 3, 8])
@pytest.mark.parametrize(
    ("dataset", "hidden"),
    [("xor", (2,)), ("xor", (2, 2)), ("xor", (3, 3, 3)), ("iris", (4,)), ("iris", (5, 4)),
     ("breast_cancer", (8,)), ("digits", (32, 16))],
)  # fmt: skip
def test_no_text_lies_over_another(window, painted_texts, dataset, hidden, decimals):
    network(window, *hidden, dataset=dataset)
    window.view_state.set_decimals(decimals)
    assert_apart(painted_texts(window.diagram.viewport()))


@pytest.mark.parametrize("size", [(900, 600), (1920, 1080)])
def test_no_text_lies_over_another_in_another_window(open_window, painted_texts, size):
    window = open_window(size=size)
    for _ in range(4):
        assert_apart(painted_texts(window.diagram.viewport()))
        edit(window, edits.add_node, 3)


def test_numbers_that_are_long_are_painted_smaller(window, painted_texts):
    edit(window, edits.set_parameter, 2, 1, 1, -123456.789)
    edit(window, edits.set_parameter, 2, 1, None, 123456.789)
    painted = painted_texts(window.diagram.viewport())
    assert_apart(painted)
    chip = next(chip for chip in window.diagram.picture.chips if chip.symbol == W(2, 1, 1))
    number = next(each for each in painted if each.text == "−123456.789")
    assert number.box.left() >= chip.box.x - chip.box.width / 2
    assert number.box.right() <= chip.box.x + chip.box.width / 2


def test_eight_decimals_leave_no_weight_without_its_number(window, painted_texts):
    window.view_state.set_decimals(8)
    painted = {each.text for each in painted_texts(window.diagram.viewport())}
    for chip in window.diagram.picture.chips:
        value = window.view_state.reading.value(chip.symbol)
        assert format_number(value, 8, signed=True) in painted
    assert len(window.diagram.picture.chips) == 6


def test_a_number_inside_a_node_never_sticks_out(window, painted_texts):
    network(window, 4, 3)
    for decimals in (3, 8):
        window.view_state.set_decimals(decimals)
        inside = []
        for column in window.diagram.picture.layout.columns[1:3]:
            for each in painted_texts(window.diagram.viewport()):
                center = each.box.center()
                beside, y = abs(center.x() - column.x), center.y()
                if beside < 3 and min(abs(y - middle) for middle in column.ys) < column.radius:
                    inside.append(each)
                    assert each.box.width() < 2 * column.radius
        assert bool(inside) == (decimals == 3)


def assert_apart(painted):
    """Letters of one symbol may touch; otherwise no ink lies over other ink."""
    assert painted
    for one, other in combinations(painted, 2):
        shared = one.box.intersected(other.box)
        if shared.width() > 1 and shared.height() > 1:
            index = min(one.box.height(), other.box.height()) < 10
            assert index, f"{one.text!r} lies over {other.text!r} at {shared}"


def test_headers_do_not_touch(window):
    for layers in range(1, 19):
        network(window, *(2,) * layers)
        headers = [
            window.diagram.findChildren(object, f"layer{layer}Header")[-1].geometry()
            for layer in range(1, layers + 3)
        ]
        pluses = [
            plus.geometry()
            for after in range(1, layers + 2)
            for plus in window.diagram.findChildren(QToolButton, f"insertLayerAfter{after}")[-1:]
            if plus.isVisible()
        ]
        for one, other in combinations([*headers, *pluses], 2):
            assert not one.intersects(other), f"{layers} hidden layers: {one} {other}"


@pytest.mark.parametrize("layers", [1, 2, 3])
def test_up_to_five_layers_are_edited_above_the_columns(user, window, layers):
    network(window, *(2,) * layers)
    for layer in range(2, layers + 2):
        box = user.find(f"layer{layer}Activation", QComboBox)
        assert [box.itemData(row) for row in range(box.count())] == list(ACTIVATIONS)
        for name in ("AddNode", "RemoveNode", "Remove"):
            assert user.find(f"layer{layer}{name}").isEnabled()
    assert not user.shows("layer1Activation")
    assert not user.shows("layer1Remove")
    assert not user.shows(f"layer{layers + 2}Remove")
    assert not user.find(f"layer{layers + 2}RemoveNode").isEnabled()  # its only node


def test_many_weights_are_thinned_and_a_note_says_so(window, painted_texts):
    network(window, 64, 64, dataset="digits")
    notes = [each.text for each in painted_texts(window.diagram.viewport())]
    assert "The strongest 3000 of 8832 weights are drawn." in notes
    network(window, 8)
    notes = [each.text for each in painted_texts(window.diagram.viewport())]
    assert not [note for note in notes if "strongest" in note]


def test_a_folded_layer_tells_how_many_nodes_are_not_shown(window, painted_texts):
    network(window, 100)
    texts = [each.text for each in painted_texts(window.diagram.viewport())]
    assert "⋮ 78 more" in texts


# Mouse


def test_a_click_selects_what_is_there(user, window):
    for symbol in (a(1, 2), a(2, 1), a(3, 1), W(2, 1, 2), W(3, 1, 1)):
        user.select(symbol)
        assert window.view_state.selection == symbol
    user.leave()
    assert window.view_state.selection is None


def test_a_click_on_a_line_away_from_its_label_selects_the_weight(user, window):
    layout = window.diagram.picture.layout
    start, end = layout.position(1, 1), layout.position(2, 1)
    place = QPoint(round(start.x + (end.x - start.x) * 0.85), round(start.y))
    user.click(window.diagram.viewport(), place)
    assert window.view_state.selection == W(2, 1, 1)


def test_a_click_on_a_header_selects_the_layer(user, window):
    for layer in (1, 2, 3):
        user.click(user.find(f"layer{layer}Header"), QPoint(2, 2))
        assert window.view_state.selection == Layer(layer)


def tip_at(window, symbol, user):
    viewport = window.diagram.viewport()
    place = user.place(symbol)
    event = QHelpEvent(QEvent.Type.ToolTip, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    return QToolTip.text()


def test_the_tip_names_what_is_under_the_pointer(user, window):
    value = format_number(user.value(W(2, 1, 2)), 3)
    assert f"= {value}" in tip_at(window, W(2, 1, 2), user)
    assert "from node 2 of layer 1 to node 1 of layer 2" in tip_at(window, W(2, 1, 2), user)
    for letter in ("<i>z</i>", "<i>b</i>", "<i>a</i>"):
        assert letter in tip_at(window, a(2, 2), user)
    QToolTip.hideText()


def test_zoom_gives_room_and_fit_takes_it_back(user, window):
    network(window, 2, 2, 2, 2, 2)
    width = window.diagram.picture.layout.width
    user.press("viewZoomIn")
    assert window.diagram.picture.layout.width == pytest.approx(width * 1.25)
    assert window.diagram.horizontalScrollBar().maximum() > 0
    window.diagram.horizontalScrollBar().setValue(window.diagram.horizontalScrollBar().maximum())
    user.select(a(7, 1))
    assert window.view_state.selection == a(7, 1)
    user.press("viewZoomFit")
    assert window.diagram.picture.layout.width == width
    assert window.diagram.horizontalScrollBar().maximum() == 0


def test_the_wheel_zooms_with_control_within_bounds(window):
    viewport = window.diagram.viewport()

    def turn(steps, modifiers):
        event = QWheelEvent(
            QPointF(50, 150), viewport.mapToGlobal(QPointF(50, 150)), QPoint(),
            QPoint(0, 120 * steps), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    turn(1, Qt.KeyboardModifier.NoModifier)
    assert window.diagram.zoom == 1.0
    turn(1, Qt.KeyboardModifier.ControlModifier)
    assert window.diagram.zoom == pytest.approx(1.2)
    turn(100, Qt.KeyboardModifier.ControlModifier)
    assert window.diagram.zoom == 8.0
    turn(-200, Qt.KeyboardModifier.ControlModifier)
    assert window.diagram.zoom == 1.0


@pytest.mark.parametrize("size", [(1, 1), (640, 480), (3840, 2160)])
def test_every_size_of_the_window_is_drawn(window, painted_texts, assert_fresh, size):
    window.resize(*size)
    for hidden in ((2,), (64, 32, 16), (3,) * 18):
        network(window, *hidden)
        assert not window.diagram.grab().isNull()
        assert painted_texts(window.diagram.viewport())
    assert_fresh(window)


# Keys


def test_arrows_go_from_node_to_node(user, window):
    window.diagram.setFocus()
    way = (
        (None, a(1, 1)),
        (Key.Key_Down, a(1, 2)),
        (Key.Key_Right, a(2, 2)),
        (Key.Key_Right, a(3, 1)),
        (Key.Key_Right, a(3, 1)),
        (Key.Key_Up, a(3, 1)),
        (Key.Key_Left, a(2, 1)),
        (Key.Key_Left, a(1, 1)),
        (Key.Key_Left, a(1, 1)),
    )
    user.select(a(1, 1))
    for key, expected in way:
        if key is not None:
            user.key(key)
        assert window.view_state.selection == expected
    user.key(Key.Key_Escape)
    assert window.view_state.selection is None


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_F2])
def test_a_key_opens_the_number_of_what_is_selected(user, window, key):
    for selected, typed in ((W(2, 2, 1), W(2, 2, 1)), (a(2, 1), b(2, 1)), (a(1, 2), x(2))):
        user.select(selected)
        user.key(key)
        assert window.diagram.editor.symbol == typed
        user.key(Key.Key_Escape)
        assert window.diagram.editor.symbol is None


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_delete_removes_the_selected_node_and_layer(user, window, key):
    kept = window.document.project.build_network().W[2][1]
    user.select(a(2, 1))
    user.key(key)
    assert window.document.project.network.sizes == (2, 1, 1)
    assert np.array_equal(window.document.project.build_network().W[2][0], kept)
    user.select(a(2, 1))
    user.key(key)
    assert user.notice == "A layer keeps at least one node."
    user.click(user.find("layer2Header"), QPoint(2, 2))
    user.key(key)
    assert window.document.project.network.sizes == (2, 1)
    assert window.view_state.selection != Layer(3)
    user.click(user.find("layer1Header"), QPoint(2, 2))
    user.key(key)
    assert user.notice == "The input and the output layer cannot be removed."


def test_keys_of_the_window_run_step_and_reset(user, window):
    window.diagram.setFocus()
    user.key(Key.Key_E)
    user.wait(lambda: window.document.project.progress.epoch == 1)
    user.key(Key.Key_Space)
    user.wait(lambda: window.view_state.reading.epoch > 1)
    user.key(Key.Key_Space)
    user.wait_until_idle()
    user.key(Key.Key_R)
    assert window.document.project.progress.epoch == 0


def test_the_focus_stays_on_a_control_that_is_built_anew(user, window):
    button = user.find("layer2AddNode")
    button.setFocus()
    user.key(Key.Key_Space)
    assert window.document.project.network.sizes == (2, 3, 1)
    assert QApplication.focusWidget().objectName() == "layer2AddNode"
    user.key(Key.Key_Space)
    assert window.document.project.network.sizes == (2, 4, 1)
    assert not window.session.running


def test_in_a_small_window_an_activation_can_be_chosen_above_the_layer(open_window, hands):
    window = open_window(size=(1024, 700))
    user = hands(window)
    window.controller.edit(lambda p: edits.choose_dataset(p, "iris"), "Iris")
    user.choose("layer2Activation", "tanh")
    assert window.document.project.network.activation(2) == "tanh"


def test_where_the_diagram_has_no_room_an_activation_is_chosen_in_the_inspector(open_window, hands):
    window = open_window(size=(1024, 700))
    user = hands(window)
    window.controller.edit(lambda p: edits.resize_hidden(p, (4, 4, 4), "tanh"), "Layers")
    assert not user.shows("layer3Activation")
    assert not user.shows("inspectorActivation")
    user.click(user.find("layer3Header"))
    box = user.find("inspectorActivation", QComboBox)
    assert box.currentData() == "tanh"
    assert window.height() == 700
    user.choose("inspectorActivation", "relu")
    assert window.document.project.network.activation(3) == "relu"
    user.click(user.find("layer1Header"))
    assert not user.shows("inspectorActivation")
