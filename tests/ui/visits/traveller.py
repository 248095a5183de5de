"""A user who goes back in time."""

import numpy as np

from nnsim.notation import format_loss, format_number
from nnsim.project import Project, edits
from nnsim.training import TrainRequest
from nnsim.ui.status import grouped


def truth(project: Project, epoch: int):
    """The trainer's state and record at an epoch, trained here from the first weights."""
    trainer = TrainRequest.of(edits.reset(project), 0).build_trainer()
    if epoch:
        trainer.run_for(60.0, epoch)
    return trainer.state, trainer.record()


class Traveller:
    """A user who looks at earlier epochs."""

    def __init__(self, user) -> None:
        self.user, self.window = user, user.window

    @property
    def project(self) -> Project:
        return self.window.document.project

    @property
    def reading(self):
        return self.window.view_state.reading

    def train(self, epochs: int) -> None:
        target = self.project.progress.epoch + epochs
        self.window.controller.run(epochs)
        self.user.wait(lambda: self.project.progress.epoch == target)
        self.user.wait_until_idle()

    def wait(self) -> None:
        """Until the epoch that is sought is there."""
        self.user.wait_until_idle()
        self.user.wait(lambda: self.window.session.sought is None)

    def press(self, name: str) -> None:
        self.user.press(name)
        self.wait()

    def visit(self, epoch: int) -> None:
        self.user.enter("timeEpoch", str(epoch))
        self.wait()
        assert self.reading.epoch == epoch

    def assert_visits(self, epoch: int, of: Project | None = None) -> None:
        """Every view shows this epoch of the run of the project, bit for bit."""
        window, user = self.window, self.user
        project = self.project if of is None else of
        state, record = truth(project, epoch)
        reading = self.reading
        assert reading.epoch == epoch
        assert reading.parameters.tobytes() == state.parameters.tobytes()
        network = project.build_network(state.parameters)
        row = window.view_state.sample
        forward = network.forward(project.x[row : row + 1])
        for layer in network.W:
            assert np.array_equal(reading.forward.z[layer], forward.z[layer])
            assert np.array_equal(reading.network.W[layer], network.W[layer])
        assert reading.loss == network.loss_value(forward, project.t[row : row + 1])
        decimals = window.view_state.decimals
        assert user.text("epochValue") == grouped(epoch)
        assert user.text("lossValue") == format_loss(record.loss, decimals)
        shown = user.cell("sampleTable", row, project.x.shape[1] + project.t.shape[1])
        assert shown == format_number(float(forward.y[0, 0]), decimals)
        visiting = epoch != self.project.progress.epoch
        assert window.view_state.visiting == visiting
        assert user.shows("visitBar") == visiting
        if visiting:
            last = grouped(self.project.progress.epoch)
            assert f"epoch {grouped(epoch)} of {last} — visiting" in user.text("visitText")

    def assert_now(self) -> None:
        """The window shows the project as it is."""
        assert self.reading.project is self.project
        assert self.reading.epoch == self.project.progress.epoch
        assert self.reading.parameters is self.project.parameters
        assert not self.user.shows("visitBar")
