"""What all views share: the selection, the sample, the digits shown, the numbers of the moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from nnsim.document import Document
from nnsim.engine import TrainerState
from nnsim.notation import MatrixForm, Symbol, W, a
from nnsim.project import NetworkSpec, Project, visited_still
from nnsim.trace import Grain, Position

from .pass_samples import Samples
from .reading import Reading
from .selection import Layer, Selection, sample_after
from .walkthrough import Walkthrough


class ViewState(QObject):
    """The little that views tell one another. They observe it; they do not know each other.

    Attributes:
        reading: every number on the screen.
        selection: the layer, node or edge that the inspector shows.
        decimals: digits after the point, everywhere.
        walk: the pass that is stepped through.
        matrix_form: how formulas write a whole layer; None: number by number.
        pointed: the number that is pointed at, by its canonical name; None if none is.
        open_folds: names of the groups of settings that are unfolded.

    Signals:
        reading_changed(): other numbers, perhaps of another network.
        selection_changed(): something else is selected.
        decimals_changed(): more or fewer digits.
        pass_moving(): a pass is about to go to another step.
        pass_changed(): a pass was opened or closed, or is at another step.
        pointed_changed(): something else is pointed at.
    """

    reading_changed = Signal()
    selection_changed = Signal()
    decimals_changed = Signal()
    pass_moving = Signal()
    pass_changed = Signal()
    pointed_changed = Signal()

    def __init__(self, document: Document, decimals: int = 3) -> None:
        super().__init__(document)
        self._document = document
        self.selection: Selection = None
        self.decimals = decimals
        self.matrix_form: MatrixForm | None = None
        self.pointed: Symbol | None = None
        self._difference = False
        self.walk = Walkthrough(decimals)
        self.open_folds: set[str] = set()
        self.reading = self._read(0)
        document.changed.connect(self._on_document_changed)
        document.opened.connect(self._on_document_opened)

    @property
    def sample(self) -> int:
        """Row of the selected sample, from 0."""
        return self.reading.sample

    def select(self, selection: Selection) -> None:
        """Show this in the inspector."""
        if selection != self.selection:
            self.selection = selection
            self.drop_trial()
            self.selection_changed.emit()

    def select_sample(self, row: int) -> None:
        """Show the numbers of another sample."""
        rows = len(self._document.project.x)
        row = min(max(row, 0), rows - 1)
        if row != self.sample:
            if row not in self.walk.rows(self.reading.project):
                self.walk.set_samples(Samples.ONE)  # held out: it is stepped through alone
            old = self.reading.actual
            now = None if old.now is None else replace(old.now, sample=row)
            self._show(replace(old, sample=row, now=now))

    def set_decimals(self, decimals: int) -> None:
        """Show so many digits after the point, 2 to 8."""
        if decimals != self.decimals:
            self.decimals = decimals
            self.walk.set_paper(self.walk.on_paper, decimals)
            self.decimals_changed.emit()
            if self.walk.on_paper:
                self._show(self.reading)

    def follow(self, state: TrainerState) -> None:
        """Show what training has reached."""
        project = self._document.project
        if state.parameters.shape == project.parameters.shape:
            self._show(Reading(project, state.parameters, state.epoch, self.sample))

    def visit(self, project: Project | None) -> None:
        """Show the project as it was at an earlier epoch; None: as it is.

        A visit ends with any change of the project but of settings, and with a run.
        """
        now = self._read(self.sample)
        if project is not None:
            parameters, epoch = project.parameters, project.progress.epoch
            reading = Reading(project, parameters, epoch, self.sample, now=now)
            self._show(replace(reading, difference=self._difference))
        elif self.visiting:
            self._show(now)

    @property
    def visiting(self) -> bool:
        """Whether an earlier epoch is shown."""
        return self.reading.now is not None

    def show_difference(self, on: bool) -> None:
        """Show the numbers of an earlier epoch beside those of now, or alone."""
        self._difference = on
        if self.visiting:
            self._show(replace(self.reading, difference=on))

    def _read(self, sample: int) -> Reading:
        project = self._document.project
        return Reading(project, project.parameters, project.progress.epoch, sample)

    def _show(self, reading: Reading) -> None:
        before = self.reading.position
        self.reading = replace(reading, position=self.walk.locate(reading))
        self.reading_changed.emit()
        if self.reading.position is not before:
            self.pass_changed.emit()

    def point(self, symbol: Symbol | None) -> None:
        """Light this number up wherever it stands; None: nothing."""
        pointed = None if symbol is None else self.reading.canonical(symbol)
        if pointed != self.pointed:
            self.pointed = pointed
            self.pointed_changed.emit()

    def is_pointed(self, symbol: Symbol | None) -> bool:
        """Whether this number is pointed at."""
        if self.pointed is None or symbol is None:
            return False
        return self.reading.canonical(symbol) == self.pointed

    # The trial

    def try_value(self, symbol: Symbol, value: float) -> None:
        """Show what follows if a W, b or x has this value; the project stays as it is.

        It ends a pass, and it ends with any change of what is shown: an edit, training, a pass,
        another selection or sample.
        """
        self.walk.close()
        self._show(self.reading.trying(symbol, value))

    def drop_trial(self) -> None:
        """Show the numbers as they are again."""
        if self.reading.trial is not None:
            self._show(self.reading.actual)

    # The pass

    @property
    def position(self) -> Position | None:
        """The place in the pass; None when none is open."""
        return self.reading.position

    def move_pass(self, move: Callable[[Position], Position]) -> None:
        """Go to another place in the pass; opens one if none is open."""
        self.pass_moving.emit()
        self.drop_trial()
        self.walk.open()
        position = self.walk.locate(self.reading)
        assert position is not None
        self.walk.position = move(position)
        before, self.selection = self.selection, self._current(self.walk.position)
        self._show(self.reading)
        if self.selection != before:
            self.selection_changed.emit()

    def step_ahead(self) -> tuple[Reading, Selection] | None:
        """What the next step of the pass will show; None if there is none."""
        position = self.position
        if position is None or position.at_end:
            return None
        coming = position.forward()
        return replace(self.reading, position=coming), self._current(coming)

    def end_pass(self) -> None:
        """Close the pass: every number is shown again."""
        self.walk.close()
        self._show(self.reading)

    def set_samples(self, samples: Samples) -> None:
        """Step through one sample, or the mean over all training samples or a mini-batch."""
        self.walk.set_samples(samples)
        self.select_sample(self._sample_of_pass(self.reading.project, self.sample))
        self._show(self.reading)

    def set_whole_batch(self, on: bool) -> None:
        """Step through the mean over all training samples, or through one sample."""
        self.set_samples(Samples.ALL if on else Samples.ONE)

    def _sample_of_pass(self, project: Project, sample: int) -> int:
        """The sample whose z, a and δ are shown: the selected one, or the first of the batch."""
        rows = self.walk.rows(project)
        return sample if sample in rows or not rows else rows[0]

    def set_on_paper(self, on: bool) -> None:
        """Step through the pass as on paper, or in full precision."""
        self.walk.set_paper(on, self.decimals)
        self._show(self.reading)

    def _current(self, position: Position) -> Selection:
        """The inspector follows the pass."""
        step = position.in_progress or (position.current or (None,))[-1]
        if step is None:
            return self.selection
        symbol = step.symbol
        by_number = position.grain in (Grain.TERM, Grain.NUMBER)
        if symbol.kind in ("dW", "W") and by_number:
            return W(symbol.layer, symbol.j, symbol.k)
        return a(symbol.layer, symbol.j) if symbol.layer else None

    @Slot(object, object)
    def _on_document_changed(self, before: Project, after: Project) -> None:
        if self.visiting and after.goes_on_as(before):
            then = self.reading.actual
            visited = visited_still(then.project, after)
            self._show(replace(then, project=visited, now=self._read(self.sample)))
            return
        sample = sample_after(before, after, self.sample)
        if self.walk.is_open and self.walk.samples is Samples.NEXT:
            sample = self._sample_of_pass(after, sample)
        reading = self._read(sample)
        same = after.parameters is before.parameters and after.progress is before.progress
        if same and not self.visiting:
            # Only settings or samples: what training has reached meanwhile stays in sight.
            old = self.reading.actual
            reading = Reading(after, old.parameters, old.epoch, reading.sample)
        gone = not _exists(self.selection, after.network)
        if gone:
            self.selection = None  # before any view asks for its numbers
        self._show(reading)
        if gone:
            self.selection_changed.emit()

    @Slot()
    def _on_document_opened(self) -> None:
        self.select(None)
        self.select_sample(0)


def _exists(selection: Selection, network: NetworkSpec) -> bool:
    match selection:
        case Layer(number):
            return number <= network.depth
        case Symbol(layer=layer, j=j, k=k):
            sizes = (0, *network.sizes)  # from layer 1 on
            return layer <= network.depth and j <= sizes[layer] and k <= sizes[layer - 1]
    return True
