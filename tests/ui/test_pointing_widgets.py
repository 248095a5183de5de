"""Fields, labels, the activation curve and the gradient check take part in pointing."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QTabWidget, QWidget
from test_pointing import hover

from nnsim.notation import E, N, Symbol, W, a, b, db, delta, dW, eta, z
from nnsim.trace import Phase
from nnsim.ui.theme import LIGHT

CURVE, CHECK = 2, 4


def enter(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    QApplication.sendEvent(widget, QEnterEvent(middle, middle, middle))


def leave(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def is_lit(widget: QWidget) -> bool:
    """Whether the style sheet paints the widget as pointed at."""
    image = widget.grab().toImage()
    return image.pixelColor(3, widget.height() // 2).name().upper() == LIGHT.highlight


@pytest.mark.parametrize(("name", "symbol"), [("learningRate", eta), ("lossValue", E)])
def test_a_field_is_pointed_at_and_lit(user, window, name: str, symbol: Symbol):
    widget = user.find(name)
    assert not is_lit(widget)
    enter(widget)
    assert window.view_state.pointed == symbol
    assert is_lit(widget)
    leave(widget)
    assert window.view_state.pointed is None
    assert not is_lit(widget)
    window.view_state.point(symbol)
    assert is_lit(widget), "pointed at elsewhere"


def test_the_focus_on_the_learning_rate_points_at_it(user, window):
    field = user.find("learningRate", QLineEdit)
    field.setFocus()
    assert window.view_state.pointed == eta
    user.find("sampleTable").setFocus()
    assert window.view_state.pointed is None


def test_leaving_a_field_does_not_take_the_light_from_another_number(user, window):
    field = user.find("learningRate")
    enter(field)
    window.view_state.point(W(2, 1, 1))
    leave(field)
    assert window.view_state.pointed == W(2, 1, 1)


def test_the_number_of_samples_is_pointed_at_in_the_bar_of_the_pass(user, window):
    window.view_state.set_whole_batch(True)
    window.view_state.move_pass(
        lambda place: place.at(sum(s.phase is Phase.FORWARD for s in place.trace.steps) + 1)
    )
    place = user.find("passPlace", QLabel)
    place.linkHovered.emit("N")
    assert window.view_state.pointed == N
    assert LIGHT.highlight in place.text()
    place.linkHovered.emit("")
    assert window.view_state.pointed is None
    assert LIGHT.highlight not in place.text()


@pytest.fixture
def curve(user, window) -> QWidget:
    user.find("inspectorPages", QTabWidget).setCurrentIndex(CURVE)
    window.view_state.select(a(2, 1))
    picture = user.find("activationCurvePicture")
    picture.grab()
    return picture


def test_the_point_of_the_curve_is_a_and_the_line_below_it_z(window, curve):
    window.view_state.point(a(2, 1))
    lit = curve.grab().toImage()
    place = next(
        QPoint(x, y)
        for x in range(lit.width())
        for y in range(lit.height())
        if lit.pixelColor(x, y).name().upper() == LIGHT.highlight
    )
    window.view_state.point(None)
    hover(curve, place)
    assert window.view_state.pointed == a(2, 1)
    hover(curve, place + QPoint(8, 30))
    assert window.view_state.pointed == z(2, 1)
    leave(curve)
    curve.setFocus()
    assert window.view_state.pointed == a(2, 1)


def test_the_numbers_of_the_curve_can_be_pointed_at(user, window, curve):
    label = user.find("activationCurveNumbers", QLabel)
    for symbol, times in ((a(2, 1), 1), (z(2, 1), 2)):  # f'(z) is lit with its z
        label.linkHovered.emit(symbol.plain)
        assert window.view_state.pointed == symbol
        assert label.text().count(LIGHT.highlight) == times
        label.linkHovered.emit("")
        assert LIGHT.highlight not in label.text()


def test_links_of_the_curve_are_reached_by_the_keyboard(user, window, curve):
    label = user.find("activationCurveNumbers", QLabel)
    label.setFocus()
    QTest.keyClick(label, Qt.Key.Key_Tab)
    QTest.keyClick(label, Qt.Key.Key_Return)
    assert window.view_state.pointed in (z(2, 1), a(2, 1))


def test_the_keyboard_leaves_the_links_backwards_too(user, window, curve):
    label = user.find("activationCurveNumbers", QLabel)
    user.activate()
    label.setFocus()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() not in (label, None)


@pytest.mark.parametrize(
    ("selected", "parameter", "gradient"),
    [(W(3, 1, 2), W(3, 1, 2), dW(3, 1, 2)), (a(2, 2), b(2, 2), db(2, 2))],
)
def test_the_gradient_check_points_at_w_and_its_gradient(
    user, window, selected, parameter, gradient
):
    user.find("inspectorPages", QTabWidget).setCurrentIndex(CHECK)
    window.view_state.select(selected)
    enter(user.find("gradientCheckExact"))
    assert window.view_state.pointed == gradient
    assert is_lit(user.find("gradientCheckExact"))
    enter(user.find("gradientCheckParameter", QComboBox))
    assert window.view_state.pointed == parameter
    window.view_state.point(delta(2, 1))
    assert not is_lit(user.find("gradientCheckExact"))
