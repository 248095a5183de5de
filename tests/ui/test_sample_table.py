"""The table of samples: order, filter, marks, and the selection that stays right under them."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from nnsim.data import Dataset
from nnsim.engine import TrainerState
from nnsim.notation import E, format_exact, t, x, y
from nnsim.project import edits, new_project
from nnsim.ui.panels import sample_order
from nnsim.ui.panels.sample_columns import CLASS
from nnsim.ui.panels.sample_order import Arrangement, Scan
from nnsim.ui.reading import Reading
from nnsim.ui.scores import score

Key = Qt.Key


def scores_of(window):
    project = window.document.project
    reading = window.view_state.reading
    return score(project.build_network(reading.parameters), project.x, project.t)


def table_of(user):
    return user.find("sampleTable", QTableView)


def listed(user):
    """The numbers of the samples in the rows, from 0."""
    model = table_of(user).model()
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(model.rowCount())]
    return [int(name.removeprefix("○ ")) - 1 for name in names]


def click_header(user, column):
    table = table_of(user)
    header = table.horizontalHeader()
    header.resizeSection(column, max(header.sectionSize(column), 30))
    table.scrollTo(table.model().index(0, column))
    place = QPoint(
        header.sectionViewportPosition(column) + header.sectionSize(column) // 2,
        header.height() // 2,
    )
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def column_of(user, name):
    model = table_of(user).model()
    headings = [user.heading("sampleTable", column) for column in range(model.columnCount())]
    return [heading.strip("▾▴ ") for heading in headings].index(name)


@pytest.fixture
def moons(user, window):
    user.choose("datasetChooser", "moons")
    user.train_to_epoch(2)
    return window


# The order, without a window


def reading_of(dataset="moons"):
    project = edits.choose_dataset(new_project(), dataset)
    return Reading(project, project.parameters, 0, 0)


def order(reading, *arguments, **options):
    scan = Scan(reading)
    while not scan.advance(0.0):
        pass
    return scan.order(Arrangement(*arguments, **options)).tolist()


def test_the_order_is_that_of_the_column_and_equal_samples_keep_theirs():
    reading = reading_of("xor")
    scores = score(reading.network, reading.project.x, reading.project.t)
    assert order(reading, x(1)) == [0, 1, 2, 3]
    assert order(reading, x(1), descending=True) == [2, 3, 0, 1]
    assert order(reading, t(1), descending=True) == [1, 2, 0, 3]
    assert order(reading, y(1)) == np.argsort(scores.y[:, 0]).tolist()
    assert order(reading, E, descending=True) == np.argsort(-scores.loss).tolist()
    assert order(reading, CLASS) == np.argsort(scores.decided, kind="stable").tolist()
    wrong = np.flatnonzero(scores.wrong).tolist()
    assert order(reading, wrong_only=True) == wrong
    assert order(reading, E, wrong_only=True) == sorted(wrong, key=lambda row: scores.loss[row])


def test_the_loss_of_a_sample_is_e_of_it_alone_and_their_mean_is_e():
    reading = reading_of("iris")
    project, network = reading.project, reading.network
    scores = score(network, project.x, project.t)
    alone = Reading(project, project.parameters, 0, 17).loss
    assert scores.loss[17] == pytest.approx(alone)
    assert scores.loss.mean() == pytest.approx(
        network.loss_value(network.forward(project.x), project.t)
    )


def test_samples_are_scored_in_blocks_each_once(monkeypatch):
    seen = []
    monkeypatch.setattr(
        sample_order, "score", lambda n, x, t: seen.append(len(x)) or score(n, x, t)
    )
    monkeypatch.setattr(sample_order, "MOST_WORK", 9 * 32)  # 9 parameters: blocks of 32
    reading = reading_of()
    scan = Scan(reading)
    turns = 1
    while not scan.advance(0.0):
        turns += 1
    assert sum(seen) == 200
    assert turns == len(seen) == 7


def test_clicks_turn_the_order_and_losses_start_with_the_largest():
    plain = Arrangement()
    assert plain.turned(y(1)) == Arrangement(y(1))
    assert plain.turned(y(1)).turned(y(1)) == Arrangement(y(1), True)
    assert plain.turned(y(1)).turned(y(1)).turned(y(1)) == plain
    assert plain.turned(E) == Arrangement(E, True)
    assert plain.turned(E).turned(E) == Arrangement(E, False)
    assert plain.turned(E).turned(E).turned(E) == plain
    assert Arrangement(wrong_only=True).turned(E) == Arrangement(E, True, True)


# In the window


def test_a_click_on_a_header_sorts(user, moons):
    scores = scores_of(moons)
    column = column_of(user, "E")
    click_header(user, column)
    wanted = np.argsort(-scores.loss, kind="stable").tolist()
    user.wait(lambda: listed(user) == wanted)
    assert user.heading("sampleTable", column) == "▾ E"
    assert user.cell("sampleTable", 0, column) == f"{scores.loss.max():.3f}"
    click_header(user, column)
    wanted = np.argsort(scores.loss, kind="stable").tolist()
    user.wait(lambda: listed(user) == wanted)
    assert user.heading("sampleTable", column) == "▴ E"
    click_header(user, column)
    user.wait(lambda: listed(user) == list(range(200)))
    assert user.heading("sampleTable", column) == "E"


def test_every_cell_of_a_sorted_row_is_of_its_sample(user, moons):
    click_header(user, column_of(user, "y₁"))
    user.wait(lambda: listed(user) != list(range(200)))
    project, scores = moons.document.project, scores_of(moons)
    model = table_of(user).model()
    for row in (0, 1, 63, 64, 199):
        sample = listed(user)[row]
        numbers = [*project.x[sample], *project.t[sample], scores.y[sample, 0]]
        shown = [model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) for column in (0, 1, 2)]
        assert shown == [format_exact(number) for number in numbers[:3]]
        assert user.cell("sampleTable", row, 3) == f"{numbers[3]:.3f}"
        mark = "✗ " if scores.wrong[sample] else ""
        assert user.cell("sampleTable", row, 4) == f"{mark}{scores.decided[sample]}"
        assert user.cell("sampleTable", row, 5) == f"{scores.loss[sample]:.3f}"


def test_the_selected_sample_stays_selected(user, moons):
    user.click_cell("sampleTable", 7, 0)
    assert moons.view_state.sample == 7
    user.press("sampleOrder")
    user.wait(lambda: listed(user) != list(range(200)))
    assert moons.view_state.sample == 7
    assert table_of(user).currentIndex().row() == listed(user).index(7)
    assert table_of(user).verticalScrollBar().value() == 0  # the largest losses are in sight
    user.click_cell("sampleTable", 2, 3)
    assert moons.view_state.sample == listed(user)[2]
    moons.view_state.select_sample(11)
    assert table_of(user).currentIndex().row() == listed(user).index(11)


def test_typing_into_a_sorted_row_changes_its_sample_and_not_the_order(user, moons):
    user.press("sampleOrder")
    user.wait(lambda: listed(user) != list(range(200)))
    before = listed(user)
    sample = before[3]
    user.type_cell("sampleTable", 3, 1, "0.75")
    assert moons.document.project.x[sample, 1] == 0.75
    assert f"of sample {sample + 1}" in moons.document.undo_stack.undoText()
    assert listed(user) == before
    assert user.text("sampleOrder") == "Sort again"
    user.press("sampleOrder")
    wanted = np.argsort(-scores_of(moons).loss, kind="stable").tolist()
    user.wait(lambda: listed(user) == wanted)
    assert user.text("sampleOrder") == "By number"
    user.press("sampleOrder")
    assert listed(user) == list(range(200))


def test_only_the_wrong_ones(user, moons):
    wrong = np.flatnonzero(scores_of(moons).wrong).tolist()
    right = next(row for row in range(200) if row not in wrong)
    user.click_cell("sampleTable", right, 0)
    user.press("wrongOnly")
    user.wait(lambda: listed(user) == wrong)
    assert user.text("listedCount") == f"{len(wrong)}"
    assert user.find("listedCount").toolTip() == f"{len(wrong)} of 200"
    assert moons.view_state.sample == right
    assert not table_of(user).currentIndex().isValid()
    user.press("sampleOrder")
    user.wait(lambda: listed(user) != wrong)
    assert sorted(listed(user)) == wrong
    user.press("wrongOnly")
    user.wait(lambda: len(listed(user)) == 200)
    assert user.text("listedCount") == ""
    assert table_of(user).currentIndex().row() == listed(user).index(right)


def test_nothing_wrong_leaves_an_empty_table(user, window):
    user.train_to_epoch(600)
    user.press("wrongOnly")
    user.wait(lambda: listed(user) == [])
    assert user.text("listedCount") == "0"
    user.press("trainEpoch")
    user.wait_until_idle()
    user.press("wrongOnly")
    user.wait(lambda: len(listed(user)) == 4)


def test_while_it_trains_the_order_is_kept_and_then_made_anew(user, moons):
    user.press("sampleOrder")
    user.wait(lambda: listed(user) != list(range(200)))
    before = listed(user)
    user.press("trainRun")
    epoch = moons.view_state.reading.epoch
    user.wait(lambda: moons.view_state.reading.epoch > epoch + 5)
    assert listed(user) == before
    assert user.text("sampleOrder") == "Sort again"
    user.press("trainRun")
    user.wait_until_idle()
    wanted = np.argsort(-scores_of(moons).loss, kind="stable").tolist()
    user.wait(lambda: listed(user) == wanted)
    assert user.text("sampleOrder") == "By number"


def test_a_run_that_ends_leaves_what_is_being_typed_open(user, moons):
    user.press("sampleOrder")
    user.wait(lambda: listed(user) != list(range(200)))
    before = listed(user)
    user.click_cell("sampleTable", 1, 0, double=True)
    editor = QApplication.focusWidget()
    moons.controller.run(3)
    user.wait(lambda: moons.view_state.reading.epoch >= 5)
    user.wait_until_idle()
    assert QApplication.focusWidget() is editor
    assert listed(user) == before
    user.key(Key.Key_Escape)


def test_held_out_samples_have_a_ring(user, moons):
    model = table_of(user).model()
    tested = set(moons.document.project.split[1].tolist())
    for row in range(200):
        name = model.headerData(row, Qt.Orientation.Vertical)
        tip = model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
        assert name == (f"○ {row + 1}" if row in tested else f"{row + 1}")
        purpose = "for testing" if row in tested else "for training"
        assert tip == f"Sample {row + 1}, {purpose}"
    user.press("testSamplesFold")
    user.enter("testShare", "0")
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(200)]
    assert names == [str(row + 1) for row in range(200)]


def test_alt_and_arrows_sort_by_the_column_of_the_current_cell(user, moons):
    user.click_cell("sampleTable", 0, 1)
    table_of(user).setFocus()
    user.key(Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    wanted = np.argsort(-moons.document.project.x[:, 1], kind="stable").tolist()
    user.wait(lambda: listed(user) == wanted)
    user.key(Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    wanted = np.argsort(moons.document.project.x[:, 1], kind="stable").tolist()
    user.wait(lambda: listed(user) == wanted)


def test_other_samples_are_sorted_the_same_way_if_they_can_be(user, moons):
    user.press("sampleOrder")
    user.wait(lambda: listed(user) != list(range(200)))
    user.choose("datasetChooser", "xor")
    wanted = np.argsort(-scores_of(moons).loss, kind="stable").tolist()
    user.wait(lambda: listed(user) == wanted)
    click_header(user, column_of(user, "x₂"))
    user.wait(lambda: listed(user) == [0, 2, 1, 3])
    user.choose("datasetChooser", "clusters")
    user.wait(lambda: user.heading("sampleTable", 1) == "▴ x₂")
    user.choose("datasetChooser", "digits")
    click_header(user, column_of(user, "x₆₄"))
    wanted = np.argsort(moons.document.project.x[:, 63], kind="stable").tolist()
    user.wait(lambda: listed(user) == wanted)
    user.choose("datasetChooser", "iris")
    assert listed(user) == list(range(150))


def test_values_are_neither_right_nor_wrong(user, window):
    numbers = np.linspace(0, 1, 12).reshape(6, 2)
    dataset = Dataset(numbers, numbers[:, :1], ("x1", "x2"), name="measured")
    window.controller.edit(lambda p: edits.use_dataset(p, dataset), "Data")
    assert not user.shows("wrongOnly")
    assert column_of(user, "E") == 4
    user.press("sampleOrder")
    wanted = np.argsort(-scores_of(window).loss, kind="stable").tolist()
    user.wait(lambda: listed(user) == wanted)


def test_a_sorted_table_computes_only_what_is_in_sight(user, window, monkeypatch):
    """A frame of training costs a block of rows or two, however many samples there are."""
    from nnsim.ui.panels import sample_model

    rng = np.random.default_rng(0)
    numbers = rng.random((100_000, 2))
    targets = (numbers.sum(axis=1, keepdims=True) > 1).astype(float)
    dataset = Dataset(numbers, targets, ("x1", "x2"), name="many")
    window.controller.edit(lambda p: edits.use_dataset(p, dataset), "Data")
    user.press("sampleOrder")
    user.wait(lambda: user.text("sampleOrder") == "By number")
    seen = []
    monkeypatch.setattr(
        sample_model, "score", lambda n, x, t: seen.append(len(x)) or score(n, x, t)
    )
    project = window.document.project
    for epoch in (1, 2, 3):
        parameters = project.parameters + 0.01 * epoch
        window.view_state.follow(TrainerState(epoch, parameters, "sgd", epoch, np.zeros((0, 9))))
        table_of(user).viewport().grab()
    assert 0 < sum(seen) <= 3 * 2 * sample_model.BLOCK
    assert len(table_of(user).model().rows.samples(window.document.project)) == 100_000


def test_a_truth_table_is_whole_at_the_usual_width_and_scrolled_in_a_narrow_one(user, window):
    table = table_of(user)
    user.wait(lambda: table.horizontalScrollBar().maximum() == 0)
    window.resize(920, 700)
    user.wait(lambda: table.viewport().width() < 254)
    usual = table.fontMetrics().horizontalAdvance("8.888")
    for name in ("y₁", "E"):
        assert table.columnWidth(column_of(user, name)) > usual
