"""Every control has a name, a place in the order of Tab, and a way to use it by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QToolBar,
    QToolButton,
    QWidget,
)

from nnsim.notation import a
from nnsim.project import edits

Key = Qt.Key
OPERATED = (
    QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractSlider, QAbstractItemView,
    QAbstractScrollArea,
)  # fmt: skip
WIDGETS = [
    "networkDiagram", "lossPlot", "outputMap", "inspector", "datasetChooser", "sampleTable",
    "learningRate", "speed",
]  # fmt: skip
ACTIONS = [
    "fileNew", "fileOpen", "fileSave", "editUndo", "editRedo", "trainRun", "trainEpoch",
    "trainReset", "passNext", "passBack",
]  # fmt: skip


def is_part(widget: QWidget) -> bool:
    """Whether Qt made it as a part of another control: the field of a spin box."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QDockWidget | QScrollArea):
        if isinstance(
            parent, QComboBox | QAbstractSpinBox | QAbstractItemView | QTabBar | QToolBar
        ):
            return (
                not isinstance(parent, QToolBar) or widget.objectName() == "qt_toolbar_ext_button"
            )
        parent = parent.parentWidget()
    return widget.objectName().startswith("qt_")


def operated(window) -> list[QWidget]:
    """What a person operates, as far as it is visible."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, OPERATED)
        and widget.isVisible()
        and not isinstance(widget, QScrollBar | QScrollArea)
        and not is_part(widget)
    ]


@pytest.fixture(params=["xor", "moons", "breast_cancer"])
def full_window(request, user, window):
    """With notice, generated samples and standardised inputs in sight."""
    window.controller.edit(lambda p: edits.choose_dataset(p, request.param), "Data")
    user.choose("optimizer", "adam")
    user.press("standardise")
    for fold in ("penaltiesFold", "firstWeightsFold", "testSamplesFold", "stopFold"):
        user.press(fold)
    user.select(a(2, 1))
    return window


def describe(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()!r} in {widget.parent().objectName()!r}"


def test_every_control_has_a_name_for_screen_readers(full_window):
    nameless = [
        describe(widget)
        for widget in operated(full_window)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []


def test_names_are_words_and_not_signs(full_window):
    signs = {"+", "−", "✕", "…"}
    wrong = [
        describe(widget)
        for widget in operated(full_window)
        if QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) in signs
    ]
    assert wrong == []


def test_tab_reaches_every_control(full_window):
    window = full_window
    window.diagram.setFocus()
    reached: list[QWidget] = []
    widget = QApplication.focusWidget()
    while widget not in reached:
        reached.append(widget)
        assert window.focusNextPrevChild(True)
        widget = QApplication.focusWidget()
        assert len(reached) < 300
    missing = [
        describe(widget)
        for widget in operated(window)
        if widget.isEnabled() and widget not in reached and widget.focusProxy() not in reached
    ]
    assert missing == []


def test_tab_leaves_tables_and_the_diagram(user, window):
    for name in ("sampleTable", "networkDiagram"):
        user.find(name).setFocus()
        user.key(Key.Key_Tab)
        assert QApplication.focusWidget().objectName() != name


def test_the_names_that_others_rely_on_are_there(window):
    for name in WIDGETS:
        assert len(window.findChildren(QWidget, name)) == 1, name
    for name in ACTIONS:
        assert len(window.findChildren(QAction, name)) == 1, name


def test_controls_have_names_of_their_own(full_window):
    """Stable names, and no two controls with the same one."""
    names = [
        widget.objectName()
        for widget in operated(full_window)
        if not (isinstance(widget, QToolButton) and widget.defaultAction())
    ]
    assert "" not in names
    assert len(names) == len(set(names))


def test_no_two_actions_share_a_shortcut(window):
    keys = [
        shortcut.toString()
        for action in window.actions_by_name.values()
        for shortcut in action.shortcuts()
    ]
    assert "" not in keys
    assert sorted(keys) == sorted(set(keys))
    assert QKeySequence("Space").toString() in keys


def test_every_action_is_in_a_menu(window):
    listed: set[QAction] = set()

    def collect(menu):
        for action in menu.actions():
            listed.add(action)
            if action.menu():
                collect(action.menu())

    collect(window.menuBar())
    missing = set(window.actions_by_name.values()) - listed
    assert {action.objectName() for action in missing} == set()


@pytest.mark.parametrize(
    "name", ["standardise", "layer2AddNode", "newWeights", "insertLayerAfter1"]
)
def test_space_presses_the_focused_button_and_does_not_run(user, window, name):
    user.press("firstWeightsFold")
    before = window.document.project
    user.find(name).setFocus()
    user.key(Key.Key_Space)
    assert window.document.project != before
    assert not window.session.running


def test_letters_typed_into_a_field_are_no_shortcuts(user, window):
    field = user.find("learningRate")
    field.setFocus()
    field.selectAll()
    user.keys("1e-2")
    user.key(Key.Key_Return)
    assert window.document.project.settings.learning_rate == 0.01
    assert window.document.project.progress.epoch == 0
    assert not window.session.running


def test_the_diagram_says_what_is_selected(user, window):
    user.select(a(2, 1))
    assert window.diagram.accessibleDescription() == "a^(2)_1 = 0.500"


def test_the_toolbar_has_room_for_everything(user, window):
    """At 1280 pixels nothing hides behind an arrow."""
    extension = window.findChild(QToolButton, "qt_toolbar_ext_button")
    assert extension is None or not extension.isVisible()
    for name in ("epochValue", "lossValue", "accuracyValue", "speed"):
        assert user.shows(name)
