"""What can be done with the runs that are selected in their list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from nnsim.project import Project, edits
from nnsim.ui.actions import icon, without_mnemonic
from nnsim.ui.parts import Parts
from nnsim.ui.shown_run import ShownRun

# Groups of actions, as buttons from left to right and in the menu from above.
WORDS = ("runRestore", "runInitial", "runAgain", "runCompare")
SIGNS = ("runPin", "runRename", "runDelete")


class RunActions(QObject):
    """The actions, each for the runs that are selected when it is taken.

    Attributes:
        by_name: the actions by their objectName; "runAgain" opens a menu.

    Signals:
        compare_wanted(ShownRun, ShownRun): two runs are to be seen side by side.
        rename_wanted(): the selected run gets a name by hand.
        started_again(str, str, str): title of the run that is at epoch 0 once more, "" for the
            one that went on till now; what of it is to be changed, and the objectName of the
            control for that, both "" for nothing.
    """

    compare_wanted = Signal(object, object)
    rename_wanted = Signal()
    started_again = Signal(str, str, str)

    def __init__(self, parts: Parts, owner: QWidget) -> None:
        super().__init__(owner)
        self._parts = parts
        self._owner = owner
        self._selected: Sequence[ShownRun] = ()
        self.by_name: dict[str, QAction] = {}
        self._add("runRestore", self.tr("Restore &result"), self._restore_result)
        self._add("runInitial", self.tr("Take first &weights"), self._restore_initial)
        self.again = self._build_again()
        self._add("runCompare", self.tr("&Compare"), self._compare)
        self._add("runPin", self.tr("Pin as &baseline"), self._pin, symbol="ph.push-pin")
        self._add("runRename", self.tr("Re&name"), self._rename, "F2", "ph.pencil-simple")
        self._add("runDelete", self.tr("&Delete"), self._delete, "Del", "ph.trash")
        self.by_name["runPin"].setCheckable(True)
        self._add_tips()

    def choose(self, selected: Sequence[ShownRun]) -> None:
        """From now on, these runs are meant."""
        self._selected = selected
        over = [run for run in selected if run.number is not None]
        one_over = len(selected) == len(over) == 1
        for name in ("runRestore", "runInitial", "runPin", "runRename"):
            self.by_name[name].setEnabled(one_over)
        self.again.setEnabled(len(selected) == 1)
        self.by_name["runCompare"].setEnabled(len(selected) == 2)
        self.by_name["runDelete"].setEnabled(bool(over) and len(over) == len(selected))
        self.by_name["runPin"].setChecked(one_over and over[0].pinned)

    # Building

    def _add(
        self, name: str, text: str, do: Callable[[], None], key: str = "", symbol: str = ""
    ) -> None:
        action = QAction(text, self._owner)
        action.setIconText(without_mnemonic(text))
        action.setObjectName(name)
        if symbol:
            theme = self._parts.theme
            action.setIcon(icon(symbol, theme.text, theme.line))
            action.setIconVisibleInMenu(False)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _=False: do())
        self.by_name[name] = action

    def _build_again(self) -> QMenu:
        menu = QMenu(self._owner)
        menu.setObjectName("runAgainMenu")
        action = menu.menuAction()
        action.setText(self.tr("&Again"))
        action.setIconText(self.tr("Again") + " ▾")
        action.setObjectName("runAgain")
        self.by_name["runAgain"] = action
        for name, text, field in (
            ("runAgainRate", self.tr("learning rate η"), "learningRate"),
            ("runAgainOptimizer", self.tr("optimizer"), "optimizer"),
            ("runAgainBatch", self.tr("batch size"), "batchSize"),
            ("runAgainPenalty", self.tr("L2 penalty"), "l2"),
        ):
            another = self.tr("with another {what}").format(what=text)
            self._add_again(menu, name, another, text, field)
        menu.addSeparator()
        self._add_again(menu, "runAgainSame", self.tr("unchanged"), "", "")
        return menu

    def _add_again(self, menu: QMenu, name: str, text: str, what: str, field: str) -> None:
        action = menu.addAction(text)
        action.setObjectName(name)
        action.triggered.connect(lambda _=False: self._run_again(what, field))

    def _add_tips(self) -> None:
        tips = {
            "runRestore": self.tr("Back to the end of this run: network, weights, data, settings"),
            "runInitial": self.tr("Start with this run's first weights; data and settings stay"),
            "runAgain": self.tr(
                "Start once more from the same first weights, with one change or none"
            ),
            "runCompare": self.tr("Two selected runs side by side"),
            "runPin": self.tr("Pin as the baseline that others are compared with"),
            "runRename": self.tr("Rename  (F2)"),
            "runDelete": self.tr("Delete the selected runs  (Del)"),
        }
        for name, tip in tips.items():
            self.by_name[name].setToolTip(tip)

    # What is done

    def _edit(self, change: Callable[[Project], Project], text: str) -> None:
        self._parts.controller.edit(change, text)

    def _one(self) -> tuple[int, str]:
        """Number and title of the one selected run that is over."""
        (run,) = self._selected
        assert run.number is not None
        return run.number, run.title

    def _restore_result(self) -> None:
        number, name = self._one()
        text = self.tr("Restore {run}").format(run=name)
        self._edit(lambda project: edits.restore_result(project, number), text)

    def _restore_initial(self) -> None:
        number, name = self._one()
        text = self.tr("First weights of {run}").format(run=name)
        self._edit(lambda project: edits.restore_initial(project, number), text)

    def _run_again(self, what: str, field: str) -> None:
        (run,) = self._selected
        number, name = run.number, "" if run.number is None else run.title
        text = self.tr("Run {run} again").format(run=name) if name else self.tr("Run again")
        self._edit(lambda project: edits.run_again(project, number), text)
        controller = self._parts.controller
        controller.when_idle(lambda: self.started_again.emit(name, what, field))

    def _compare(self) -> None:
        # The run that goes on goes on: what is compared is how it is now.
        one, other = (replace(run, rows=run.rows.copy()) for run in self._selected)
        self.compare_wanted.emit(one, other)

    def _pin(self) -> None:
        number, _ = self._one()
        on = not self._selected[0].pinned
        text = self.tr("Pin as baseline") if on else self.tr("Unpin the baseline")
        controller = self._parts.controller
        controller.edit_meanwhile(lambda project: edits.pin_run(project, number, on), text)

    def _rename(self) -> None:
        self.rename_wanted.emit()

    def _delete(self) -> None:
        numbers = [run.number for run in self._selected if run.number is not None]
        one, many = self.tr("Delete a run"), self.tr("Delete {count} runs")
        text = one if len(numbers) == 1 else many.format(count=len(numbers))
        controller = self._parts.controller
        controller.edit_meanwhile(lambda project: edits.delete_runs(project, numbers), text)
