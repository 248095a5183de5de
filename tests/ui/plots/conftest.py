"""The parts that a view is given, built by hand."""

import pytest

from nnsim.controller import Controller
from nnsim.document import Document
from nnsim.training import TrainingSession
from nnsim.ui.frame_clock import FrameClock
from nnsim.ui.parts import Parts
from nnsim.ui.theme import LIGHT
from nnsim.ui.view_state import ViewState


@pytest.fixture
def parts(qapp):
    document, session = Document(), TrainingSession()
    controller = Controller(document, session)
    yield Parts(document, session, controller, ViewState(document), FrameClock(), LIGHT)
    session.close()
