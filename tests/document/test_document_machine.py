"""Random edits, undo, redo, saving and opening, against a list of projects."""

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from random_edits import ARGUMENTS, Edit, random_edits, seen_again, train

from nnsim.document import Document
from nnsim.project import EditError, Project, edits, new_project, parse_project, write_project


def test_every_edit_is_among_the_random_ones() -> None:
    assert set(ARGUMENTS) == set(edits.__all__)


class DocumentMachine(RuleBasedStateMachine):
    """`states` are the projects that undo and redo must bring back, `keys` lead to each."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "project.nnsim"
        self.saved: Project | None = None
        self.document = Document()
        self.last_shown = self.document.project
        self.document.changed.connect(self.on_changed)
        self.restart()

    def teardown(self) -> None:
        self.folder.cleanup()

    def on_changed(self, before: Project, after: Project) -> None:
        assert before is self.last_shown
        self.last_shown = after

    def restart(self) -> None:
        self.states: list[Project] = [self.document.project]
        self.keys: list[str | None] = [None]
        self.index = 0
        self.clean: int | None = 0

    @rule(rate=st.sampled_from([0.1, 0.5, 1.0]), key=st.sampled_from(["slider", "wheel"]))
    def slide(self, rate: float, key: str) -> None:
        self.edit(lambda project: edits.set_settings(project, learning_rate=rate), key)

    @rule(j=st.integers(1, 2), value=st.floats(-1, 1))
    def type_weight(self, j: int, value: float) -> None:
        self.edit(lambda project: edits.set_parameter(project, 2, j, 1, value), None)

    @rule(edit=random_edits(), key=st.sampled_from([None, None, "slider", "wheel"]))
    def edit_anything(self, edit: Edit, key: str | None) -> None:
        self.edit(edit, key)

    def edit(self, edit: Edit, key: str | None) -> None:
        before = self.document.project
        copy = parse_project(write_project(before))
        try:
            after = edit(before)
        except EditError:
            assert self.document.project is before == copy
            return
        assert before == copy
        self.document.apply(after, "Edit", key)
        if after != before:
            self.push(after, key)

    def push(self, after: Project, key: str | None) -> None:
        merges = key is not None and key == self.keys[self.index] and self.index != self.clean
        if self.clean is not None and self.clean > self.index:
            self.clean = None
        del self.states[self.index + 1 :], self.keys[self.index + 1 :]
        if not merges:
            self.states.append(after)
            self.keys.append(key)
            self.index += 1
        elif after != self.states[self.index - 1]:
            self.states[self.index] = after
        else:  # back to where the slider stood: no step is left
            del self.states[self.index], self.keys[self.index]
            self.index -= 1

    @precondition(lambda self: self.index > 0)
    @rule()
    def undo(self) -> None:
        self.document.undo_stack.undo()
        self.index -= 1

    @precondition(lambda self: self.index < len(self.states) - 1)
    @rule()
    def redo(self) -> None:
        self.document.undo_stack.redo()
        self.index += 1

    @rule()
    def save(self) -> None:
        self.document.save(self.path)
        self.clean = self.index
        self.saved = self.document.project

    @rule(way=st.sampled_from(["open", "new"]))
    def start_over(self, way: str) -> None:
        if way == "open" and self.saved is not None:
            self.document.open(self.path)
            assert self.document.project == self.saved
        else:
            self.document.new()
            assert self.document.project == new_project()
            assert self.document.path is None
        self.restart()

    @rule(epochs=st.integers(1, 300))
    def train_on(self, epochs: int) -> None:
        self.edit(lambda project: train(project, epochs), None)

    @rule(share=st.floats(0, 1))
    def look_back(self, share: float) -> None:
        """An earlier epoch has the losses that it had then."""
        project = self.document.project
        progress = project.progress
        epoch = progress.nearest(round(share * progress.epoch))
        place = progress.curves.column("epoch").tolist()
        before = [each for each in progress.snapshots.entries if each.epoch < epoch]
        led = bool(before) and before[-1].until >= epoch  # or an edit made it another one
        if epoch == progress.epoch or epoch not in place or not led:
            return
        again = seen_again(project, epoch)
        row = progress.curves.rows[place.index(epoch)]
        assert again.progress.curves.rows[-1].tobytes() == row.tobytes()
        assert again.progress.curves.column("epoch").tolist() == place[: place.index(epoch) + 1]

    @invariant()
    def shows_the_project_of_the_step(self) -> None:
        assert self.document.project is self.states[self.index]
        assert self.last_shown is self.document.project

    @invariant()
    def knows_its_steps(self) -> None:
        stack = self.document.undo_stack
        assert (stack.index(), stack.count()) == (self.index, len(self.states) - 1)
        assert self.document.modified == (self.index != self.clean)

    @invariant()
    def comes_back_from_its_file(self) -> None:
        project = self.document.project
        assert parse_project(write_project(project)) == project


TestDocument = DocumentMachine.TestCase
TestDocument.settings = settings(stateful_step_count=40)
