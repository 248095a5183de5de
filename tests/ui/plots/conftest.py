"""The parts that a view is given, built by hand, and a loss plot in them."""

from dataclasses import replace

import pytest

from nnsim.controller import Controller
from nnsim.document import Document
from nnsim.project import Curves, Progress
from nnsim.training import TrainingSession
from nnsim.ui.frame_clock import FrameClock
from nnsim.ui.parts import Parts
from nnsim.ui.plots import LossPlot
from nnsim.ui.theme import LIGHT
from nnsim.ui.view_state import ViewState


@pytest.fixture
def parts(qapp):
    document, session = Document(), TrainingSession()
    controller = Controller(document, session)
    yield Parts(document, session, controller, ViewState(document), FrameClock(), LIGHT)
    session.close()


@pytest.fixture
def plot(parts, qtbot):
    widget = LossPlot(parts)
    qtbot.addWidget(widget)
    widget.resize(900, 260)
    widget.show()
    return widget


@pytest.fixture
def apply(parts):
    """Gives the project the curve of these records."""

    def apply(records):
        project = parts.document.project
        progress = Progress(records[-1].epoch, None, Curves.of(records))
        parts.document.apply(replace(project, progress=progress), "Train")

    return apply
