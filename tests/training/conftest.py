"""A session with its real thread and its real process."""

from collections.abc import Iterator

import pytest

from nnsim.training import TrainingSession


@pytest.fixture
def session(qapp: object) -> Iterator[TrainingSession]:
    """A session whose reports are acknowledged at once."""
    session = TrainingSession()
    session.progressed.connect(session.acknowledge)
    yield session
    session.close()
