"""While a step is read, the formulas of the next one are typeset."""

import pytest

from nnsim.notation import W
from nnsim.trace import Position
from nnsim.ui.inspector import typesetter
from nnsim.ui.inspector.formula_view import FormulaView
from nnsim.ui.inspector.typeset_line import TypesetLine


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """Every line that has been typeset, in order."""
    made: list[str] = []
    typeset = typesetter.typeset

    def noting(marked: str) -> TypesetLine:
        line = typeset(marked)
        made.append(marked)
        return line

    monkeypatch.setattr(typesetter, "typeset", noting)
    return made


@pytest.fixture
def step(user, window):
    """Take a step and wait until its formulas are there; tells whether they were at once."""
    formulas = window.findChild(FormulaView, "formulaView")

    def step(move=Position.forward) -> bool:
        window.view_state.move_pass(move)
        at_once = formulas.is_current
        user.wait(lambda: formulas.is_current)
        return at_once

    return step


def tells_of(made: list[str], symbol: str) -> bool:
    return any(symbol in line for line in made)


def test_the_next_formulas_are_there_at_once(user, made, step):
    assert not step()
    user.wait(lambda: tells_of(made, "z^{(2)}_{2}"))
    step()
    assert len(set(made)) == len(made)


def test_after_going_back_they_are_made_as_well(user, window, made, step):
    step()
    step()
    assert step(Position.back)
    window.view_state.set_decimals(5)
    number = f"{user.value(W(2, 2, 2)):.5f}"  # of the next step only
    user.wait(lambda: tells_of(made, number))


def test_none_are_made_while_it_trains(user, window, made, step):
    step()
    window.controller.run()
    user.wait(lambda: window.session.latest is not None and window.session.latest.epoch > 20)
    assert not tells_of(made, "z^{(2)}_{2}")
    user.press("trainRun")
    user.wait_until_idle()
