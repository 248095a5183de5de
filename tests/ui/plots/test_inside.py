"""The view of what is inside: when it is brought up to date, and what it says."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip

from nnsim.project import edits
from nnsim.training.session import State
from nnsim.ui import pace
from nnsim.ui.plots import InsideView, inside
from nnsim.ui.plots.layer_numbers import insides

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def view(parts, qtbot):
    widget = InsideView(parts)
    qtbot.addWidget(widget)
    widget.resize(330, 240)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def change(parts, edit, *arguments):
    parts.document.apply(edit(parts.document.project, *arguments), "Edit")


def assert_fresh(view, parts):
    reading = parts.view_state.reading
    fresh = insides(reading.project, reading.project.build_network(reading.parameters))
    assert len(view.shown.layers) == len(fresh.layers)
    for shown, wanted in zip(view.shown.layers, fresh.layers, strict=True):
        for name in ("W", "a", "delta"):
            one, other = getattr(shown, name), getattr(wanted, name)
            assert np.array_equal(one.counts, other.counts)
            assert (one.low, one.high) == (other.low, other.high)
        assert shown.delta_size == wanted.delta_size
        assert shown.held == wanted.held


def test_it_shows_every_layer_and_says_over_how_many_samples(view, parts):
    assert_fresh(view, parts)
    assert view.note.startswith("N = 4 training samples.")
    lines = view.accessibleDescription().split("\n")
    assert len(lines) == 2
    assert lines[0].startswith("(2) sigmoid: 0 % of a below 0.05")


def test_it_follows_edits_and_another_network(view, parts, qtbot):
    before = view.shown
    change(parts, edits.set_parameter, 2, 1, None, 9.0)
    qtbot.waitUntil(lambda: view.shown is not before)
    assert_fresh(view, parts)
    change(parts, edits.resize_hidden, (3,) * 18, "tanh")
    qtbot.waitUntil(lambda: len(view.shown.layers) == 19)
    assert_fresh(view, parts)
    scroll = view.findChild(QScrollArea, "insideScroll")
    assert scroll.verticalScrollBar().maximum() > 500
    view.histograms.grab(QRect(0, 1000, 300, 200))


def test_another_sample_is_no_reason_to_compute(view, parts, monkeypatch):
    monkeypatch.setattr(inside, "insides", lambda *_: pytest.fail("computed"))
    parts.view_state.select_sample(2)
    view._refresh_if_due()


def test_hidden_it_does_nothing_and_then_catches_up(view, parts, monkeypatch):
    view.hide()
    with monkeypatch.context() as patch:
        patch.setattr(inside, "insides", lambda *_: pytest.fail("computed"))
        change(parts, edits.set_parameter, 2, 1, None, 9.0)
        view._refresh_if_due()
    view.show()
    assert_fresh(view, parts)


def test_a_run_is_followed_by_the_clock_and_not_with_every_frame(view, parts, monkeypatch):
    now = [0.0]
    monkeypatch.setattr(pace, "perf_counter", lambda: now[0])
    monkeypatch.setattr(parts.session, "state", State.RUNNING)
    computed = []
    monkeypatch.setattr(inside, "insides", lambda *two: computed.append(two) or insides(*two))
    view._pace = pace.Pace(inside.SHARE_OF_TIME, inside.LEAST_SECONDS)
    for epoch in range(1, 13):
        now[0] += 0.03
        state = parts.document.project.trainer_state
        state = replace(state, parameters=state.parameters + epoch, epoch=epoch)
        parts.view_state.follow(state)
        parts.clock.frame.emit()
        if epoch in (1, 5, 9):
            assert_fresh(view, parts)
    assert len(computed) == 3
    monkeypatch.setattr(parts.session, "state", State.IDLE)
    parts.session.state_changed.emit(State.IDLE)
    view._refresh_if_due()
    assert_fresh(view, parts)


def test_the_tip_of_a_row_gives_its_numbers(view, qtbot):
    place = QPoint(50, 30)
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.histograms.mapToGlobal(place))
    QApplication.sendEvent(view.histograms, event)
    lines = QToolTip.text().split("\n")
    QToolTip.hideText()
    layer = view.shown.layers[0]
    assert lines[0] == "(2) sigmoid"
    assert lines[2].startswith(f"W: mean {layer.W.mean:.3f}".replace("-", "−"))
    assert lines[4].startswith(f"δ: root of the mean square {layer.delta_size:.2g}")


@pytest.mark.parametrize("hidden", [(2,), (8, 8, 8)])
@pytest.mark.parametrize("activation", ["sigmoid", "relu", "identity"])
def test_no_text_lies_over_another(view, parts, qtbot, painted_texts, hidden, activation):
    before = view.shown
    change(parts, edits.resize_hidden, hidden, activation)
    change(parts, edits.set_parameter, 2, 1, 1, -34.5)
    qtbot.waitUntil(lambda: view.shown is not before)
    texts = painted_texts(view.histograms)
    assert len(texts) >= 9 * len(view.shown.layers)
    for one, other in combinations(texts, 2):
        shared = one.box.intersected(other.box)
        assert shared.width() <= 1 or shared.height() <= 1, (one, other)
    for each in texts:
        assert 0 <= each.box.left() <= each.box.right() <= view.histograms.width()


def test_huge_numbers_do_not_touch_and_a_long_remark_is_shortened(
    view, parts, qtbot, painted_texts
):
    before = view.shown
    change(parts, edits.resize_hidden, (2,), "relu")
    project = edits.set_loss(
        edits.set_activation(parts.document.project, 3, "identity"), "mean_squared_error"
    )
    huge = project.parameters.copy()
    huge[:6] = [-1e150, -1e150, -1e150, -1e150, -1.0, -1.0]
    huge[6:] = -1e152
    parts.document.apply(replace(project, parameters=huge), "Weights")
    qtbot.waitUntil(lambda: view.shown is not before)
    texts = painted_texts(view.histograms)
    assert any("e+15" in each.text for each in texts)
    assert not any("…" in each.text for each in texts)
    for one, other in combinations(texts, 2):
        shared = one.box.intersected(other.box)
        assert shared.width() <= 1 or shared.height() <= 1, (one, other)


def test_it_says_what_the_blue_line_is(view):
    assert "Blue line: root mean square of δ" in view.note
