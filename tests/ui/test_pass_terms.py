"""Term by term: what has not been added to the sum yet is a dash."""

import pytest
from PySide6.QtWidgets import QTableView

from nnsim.notation import W, a, format_number, z
from nnsim.trace import Grain, Position

ABSENT = "—"


@pytest.fixture
def products(user, window):
    """The column W·a of the first hidden node: two products and the bias."""
    window.view_state.move_pass(lambda place: place.with_grain(Grain.TERM))
    window.view_state.select(a(2, 1))

    def shown() -> list[str]:
        model = user.find("quantityTable", QTableView).model()
        return [str(model.index(row, 3).data()) for row in range(3)]

    return shown


def test_only_products_that_were_added_are_shown(user, window, products):
    value = window.view_state.reading.project.build_network().W[2][0]
    x = window.document.project.x[0]
    texts = [format_number(float(w * each), 3) for w, each in zip(value, x, strict=True)]
    assert products() == [ABSENT, ABSENT, ABSENT]
    for known in (1, 2):
        window.view_state.move_pass(Position.forward)
        assert products() == [*texts[:known], *(ABSENT for _ in range(3 - known))]
        assert user.value(z(2, 1)) is None
    window.view_state.move_pass(Position.forward)
    assert products() == [*texts, "0.000"]
    assert user.value(z(2, 1)) is not None
    window.view_state.move_pass(Position.back)
    assert products() == [*texts, ABSENT]


def test_a_node_that_is_not_begun_has_no_products(user, window, products):
    window.view_state.move_pass(Position.forward)
    window.view_state.select(a(2, 2))
    assert products() == [ABSENT, ABSENT, ABSENT]
    window.view_state.select(W(2, 2, 1))
    model = user.find("quantityTable", QTableView).model()
    assert model.index(0, 3).data() == ABSENT


def test_without_a_pass_every_product_is_known(window, products):
    window.view_state.end_pass()
    window.view_state.select(a(2, 2))
    assert ABSENT not in products()
