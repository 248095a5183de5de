"""A user who goes back in time, as a fixture."""

import pytest
from traveller import Traveller


@pytest.fixture
def traveller(user) -> Traveller:
    return Traveller(user)
