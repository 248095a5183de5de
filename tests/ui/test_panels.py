"""The forms and tables beside the diagram."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QTableWidget, QToolTip

from nnsim.data import DATASETS
from nnsim.engine import INITIALIZERS, LOSSES, OPTIMIZERS
from nnsim.notation import W, a, b, format_exact, t, x
from nnsim.project import edits
from nnsim.ui.inspector import quantities
from nnsim.ui.selection import Layer

Key = Qt.Key


def settings_of(window):
    return window.document.project.settings


# Samples


def test_the_table_shows_the_samples_and_what_the_network_makes_of_them(user, window):
    project = window.document.project
    headings = [user.heading("sampleTable", column) for column in range(5)]
    assert headings == ["x₁", "x₂", "t₁", "y₁", "class"]
    y = project.build_network().forward(project.x).y[:, 0]
    for row in range(4):
        shown = [user.cell("sampleTable", row, column) for column in range(5)]
        first, second = project.x[row]
        target = f"{project.t[row, 0]:g}"
        decided = str(int(y[row] >= 0.5))
        decided = decided if decided == target else f"✗ {decided}"
        assert shown == [f"{first:g}", f"{second:g}", target, f"{y[row]:.3f}", decided]


@pytest.mark.parametrize(("column", "symbol"), [(0, x(1)), (1, x(2)), (2, t(1))])
def test_x_and_t_are_typed_in_the_table(user, window, column, symbol):
    user.type_cell("sampleTable", 2, column, "0,25")
    assert user.value(symbol) == 0.25
    assert user.cell("sampleTable", 2, column) == "0.25"
    assert "edited by hand" in user.text("sampleCounts")
    user.press("editUndo")
    assert user.cell("sampleTable", 2, column) != "0.25"
    assert not window.document.modified


@pytest.mark.parametrize("typed", ["abc", "", "1e999"])
def test_what_is_no_number_changes_no_sample(user, window, typed):
    before = window.document.project
    user.click_cell("sampleTable", 1, 0, double=True)
    QApplication.focusWidget().setText(typed)
    user.key(Key.Key_Return)
    assert "Not a number" in QToolTip.text()
    QToolTip.hideText()
    user.end_cell(Key.Key_Escape)  # it was still open
    assert window.document.project is before
    assert user.cell("sampleTable", 1, 0) == "0"


def test_y_and_the_class_cannot_be_typed(window):
    model = window.findChild(QTableView, "sampleTable").model()
    typed = [bool(model.index(0, c).flags() & Qt.ItemFlag.ItemIsEditable) for c in range(5)]
    assert typed == [True, True, True, False, False]


def test_a_number_is_typed_while_the_others_follow_the_training(user, window):
    user.select(W(2, 1, 1))
    for table, row, column, symbol in (
        ("sampleTable", 0, 1, x(2)),
        ("quantityTable", 0, 1, W(2, 1, 1)),
    ):
        user.press("trainRun")
        user.click_cell(table, row, column, double=True)
        user.keys("0.5")
        epoch = window.view_state.reading.epoch
        user.wait(lambda epoch=epoch: window.view_state.reading.epoch > epoch + 10)
        user.end_cell()
        user.wait_until_idle()
        assert user.value(symbol) == 0.5


def test_the_chosen_sample_stays_within_a_smaller_dataset(user, window, assert_fresh):
    user.choose("datasetChooser", "clusters")
    user.click_cell("sampleTable", 150, 0)
    assert window.view_state.sample == 150
    user.choose("datasetChooser", "and")
    assert window.view_state.sample == 3
    assert_fresh(window)


# Data


def test_every_dataset_can_be_chosen(user, window, assert_fresh):
    for name in DATASETS:
        user.choose("datasetChooser", name)
        project = window.document.project
        assert project.dataset.name == name
        assert project.network.sizes[0] == project.x.shape[1]
        assert project.network.sizes[-1] == project.t.shape[1]
        assert_fresh(window)


def test_generated_samples_are_made_again_with_other_arguments(user, window):
    user.choose("datasetChooser", "moons")
    user.enter("datasetSamples", "50")
    user.enter("datasetNoise", "0.25")
    user.enter("datasetSeed", "7")
    source = window.document.project.dataset.source
    assert (source.samples, source.noise, source.seed) == (50, 0.25, 7)
    assert len(window.document.project.x) == 50
    user.press("editUndo")  # the three belong to one step
    assert window.document.project.dataset.source.samples == 200
    user.choose("datasetChooser", "xor")
    for name in ("datasetSamples", "datasetNoise", "datasetSeed"):
        assert not user.shows(name)


def test_a_share_is_held_out(user, window):
    user.choose("datasetChooser", "iris")
    assert user.text("sampleCounts") == "120 training samples, 30 held out"
    user.press("testSamplesFold")
    user.enter("testShare", "50")
    assert user.text("sampleCounts") == "75 training samples, 75 held out"


def test_standardisation_is_a_step_with_its_numbers(user, window):
    user.choose("datasetChooser", "iris")
    assert not user.shows("scalingLabel")
    user.press("standardise")
    project = window.document.project
    raw = project.dataset.x[project.split[0]]
    np.testing.assert_allclose(project.x[project.split[0]].mean(axis=0), 0.0, atol=1e-12)
    label = user.find("scalingLabel")
    label.linkActivated.emit("numbers")
    dialog = user.find("scalingDialog", QDialog)
    table = dialog.findChild(QTableWidget)
    assert table.rowCount() == 4
    for row, name in enumerate(project.dataset.input_names):
        assert name in table.item(row, 0).text()
        numbers = [float(table.item(row, column).text()) for column in (1, 2)]
        assert numbers == pytest.approx([raw[:, row].mean(), raw[:, row].std()], rel=1e-12)
    dialog.close()
    user.press("standardise")
    assert window.document.project.scaling is None
    assert not user.shows("scalingLabel")


def test_typing_x_of_standardised_samples_means_the_number_that_the_network_sees(user, window):
    user.choose("datasetChooser", "iris")
    user.press("standardise")
    window.controller.edit(lambda p: edits.set_sample_value(p, 0, 0, 1.5), "x")
    assert user.value(x(1)) == pytest.approx(1.5)


# Training


def test_the_learning_rate_is_typed_and_slid(user, window):
    user.enter("learningRate", "1/4")
    assert settings_of(window).learning_rate == 0.25
    slider = user.find("learningRateSlider")
    slider.setFocus()
    user.key(Key.Key_Right)
    assert 0.25 < settings_of(window).learning_rate < 0.3
    assert user.text("learningRate") == format_exact(settings_of(window).learning_rate)
    user.enter("learningRate", "1000")
    assert settings_of(window).learning_rate == 1000  # the slider's end is no limit
    for _ in range(3):
        user.press("editUndo") if window.document.modified else None
    assert settings_of(window).learning_rate == 1.0


@pytest.mark.parametrize("typed", ["abc", "-1", "0"])
def test_an_impossible_learning_rate_leaves_the_old_one_and_says_so(user, window, typed):
    user.enter("learningRate", typed)
    if typed == "abc":
        assert "Not a number" in QToolTip.text()
        QToolTip.hideText()
    else:
        assert user.notice.startswith("That value is not possible")
    assert settings_of(window).learning_rate == 1.0
    assert user.text("learningRate") == "1"
    assert not window.document.modified


def test_every_optimizer_shows_the_numbers_that_it_uses(user, window):
    rows = {"momentum", "rho", "beta1", "beta2", "epsilon"}
    for name, entry in OPTIMIZERS.items():
        user.choose("optimizer", name)
        assert settings_of(window).optimizer == name
        assert {row for row in rows if user.shows(row)} == rows & set(entry.uses)


def test_momentum_and_penalties_are_typed(user, window):
    user.choose("optimizer", "momentum")
    user.press("penaltiesFold")
    user.enter("momentum", "0.5")
    user.enter("l2", "1e-3")
    user.enter("l1", "0.25")
    settings = settings_of(window)
    assert (settings.momentum, settings.l2, settings.l1) == (0.5, 1e-3, 0.25)
    user.enter("momentum", "2")
    assert settings_of(window).momentum == 0.5
    assert user.text("momentum") == "0.5"
    assert user.notice.startswith("That value is not possible")
    user.enter("l2", "nonsense")
    assert "Not a number" in QToolTip.text()
    QToolTip.hideText()
    assert settings_of(window).l2 == 1e-3
    assert user.text("l2") == "0.001"


def test_the_batch_size_is_all_or_a_number(user, window):
    assert user.find("batchSize").text() == "all"
    user.enter("batchSize", "2")
    assert settings_of(window).batch_size == 2
    user.enter("batchSize", "0")
    assert settings_of(window).batch_size is None


def test_first_weights_are_drawn_by_initializer_and_seed(user, window):
    def parameters():
        assert window.document.project.progress.epoch == 0
        return window.document.project.parameters

    before = parameters()
    user.press("firstWeightsFold")
    user.enter("weightSeed", "5")
    assert window.document.project.network.seed == 5
    assert not np.array_equal(parameters(), before)
    user.press("newWeights")
    assert window.document.project.network.seed == 6
    user.press("networkNewWeights")
    assert window.document.project.network.seed == 7
    for name in INITIALIZERS:
        user.choose("initializer", name)
        spec = window.document.project.network
        assert spec.initializer == name
        assert np.array_equal(parameters(), spec.draw())
    user.enter("weightSeed", "0")
    user.choose("initializer", "xavier")
    assert np.array_equal(parameters(), before)


def test_the_loss_is_chosen_and_the_curve_starts_anew(user, window):
    user.train_to_epoch(5)
    user.choose("loss", "mean_squared_error")
    project = window.document.project
    assert project.network.loss == "mean_squared_error"
    assert len(project.progress.curves) == 0
    assert "mean squared error" in user.notice
    assert "starts anew" in user.notice
    for loss in LOSSES:
        user.choose("loss", loss)
        assert window.document.project.network.loss == loss


def test_settings_change_while_it_runs_and_the_run_goes_on(user, window):
    user.press("trainRun")
    user.wait(lambda: window.view_state.reading.epoch > 3)
    user.choose("optimizer", "adam")
    user.enter("learningRate", "0.01")
    user.enter("batchSize", "2")
    epoch = window.view_state.reading.epoch
    user.wait(lambda: window.view_state.reading.epoch > epoch)
    assert window.session.running
    user.press("trainRun")
    user.wait_until_idle()
    project = window.document.project
    assert project.progress.optimizer_state.optimizer == "adam"
    assert (project.settings.learning_rate, project.settings.batch_size) == (0.01, 2)


@pytest.mark.parametrize("turn", [120, -120])
@pytest.mark.parametrize(
    "name",
    ["weightSeed", "batchSize", "testShare", "optimizer", "datasetChooser", "learningRateSlider"],
)
def test_the_wheel_over_a_control_without_focus_changes_nothing(user, window, name, turn):
    for fold in ("firstWeightsFold", "testSamplesFold"):
        user.press(fold)
    before = window.document.project
    box = user.find(name)
    window.diagram.setFocus()
    event = QWheelEvent(
        QPointF(5, 5), box.mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, turn),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert window.document.project is before


def test_speed_goes_from_one_epoch_a_second_to_full(user, window):
    slider = user.find("speed")
    slider.setFocus()
    assert window.controller.epochs_per_second is None
    user.key(Key.Key_Left)
    assert window.controller.epochs_per_second == 500
    for _ in range(20):
        user.key(Key.Key_Left)
    assert window.controller.epochs_per_second == 1


# Inspector


@pytest.mark.parametrize(
    ("selection", "row", "column", "symbol"),
    [
        (a(2, 1), 1, 1, W(2, 1, 2)),
        (a(2, 1), 2, 1, b(2, 1)),
        (a(1, 2), 0, 1, x(2)),
        (W(3, 1, 2), 0, 1, W(3, 1, 2)),
        (Layer(3), 0, 3, b(3, 1)),
        (Layer(3), 0, 5, W(3, 1, 2)),
    ],
)
def test_numbers_are_typed_in_the_inspector(user, window, selection, row, column, symbol):
    window.view_state.select(selection)
    user.type_cell("quantityTable", row, column, "-3/4")
    assert user.value(symbol) == -0.75
    assert window.document.undo_stack.undoText() == f"Set {symbol}"


def test_the_products_of_a_node_add_up_to_its_z(user, window):
    window.controller.edit(lambda p: edits.choose_dataset(p, "iris"), "Iris")
    user.select(a(2, 2))
    model = user.find("quantityTable").model()
    products = [float(user.cell("quantityTable", r, 3).replace("−", "-")) for r in range(4)]
    bias, total = (float(user.cell("quantityTable", r, 3).replace("−", "-")) for r in (4, 5))
    assert model.rowCount() == 7
    assert sum(products) + bias == pytest.approx(total, abs=0.003)


def test_what_is_selected_and_removed_leaves_the_inspector(user, window):
    user.select(a(2, 2))
    user.press("networkDelete")
    assert window.view_state.selection is None
    assert user.text("inspectorTitle") == "Sample 1"
    user.press("editUndo")
    assert window.document.project.network.sizes == (2, 2, 1)


def test_an_input_that_another_dataset_does_not_have_is_no_longer_selected(user, window):
    user.choose("datasetChooser", "breast_cancer")
    for gone in (a(1, 20), W(2, 1, 20)):
        window.view_state.select(gone)
        user.choose("datasetChooser", "xor")
        assert window.view_state.selection is None
        assert user.text("inspectorTitle") == "Sample 1"
        user.press("editUndo")
    window.view_state.select(a(2, 2))
    user.choose("datasetChooser", "xor")
    assert window.view_state.selection == a(2, 2)


def test_of_a_large_layer_only_what_is_looked_at_is_made(window, monkeypatch):
    """A frame of training makes nothing, and a million weights do not keep the window waiting."""
    made: list[object] = []
    cell = quantities.Cell

    def counting(*arguments, **options):
        made.append(arguments)
        return cell(*arguments, **options)

    monkeypatch.setattr(quantities, "Cell", counting)
    window.controller.edit(lambda p: edits.resize_hidden(p, (512, 512), "relu"), "Large")
    window.view_state.select(Layer(3))
    window.grab()
    assert 0 < len(made) < 50_000
    made.clear()
    for row in (1, 2, 3):
        window.view_state.select_sample(row)
        window.grab()
    assert made == []
    window.controller.edit(lambda p: edits.add_node(p, 2), "Node")
    assert window.findChild(QTableView, "quantityTable").model().columnCount() == 4 + 513
