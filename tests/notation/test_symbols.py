from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.notation import (
    E,
    N,
    Symbol,
    SymbolError,
    W,
    a,
    b,
    da,
    db,
    delta,
    dW,
    eta,
    parse,
    t,
    x,
    y,
    z,
)
from nnsim.notation.symbols import Kind

index = st.integers(1, 1024)
any_symbol = st.one_of(
    st.sampled_from([E, N, eta]),
    st.builds(lambda make, j: make(j), st.sampled_from([x, t, y]), index),
    st.builds(
        lambda make, layer, j: make(layer, j),
        st.sampled_from([z, a, b, delta, da, db]),
        index,
        index,
    ),
    st.builds(
        lambda make, layer, j, k: make(layer, j, k), st.sampled_from([W, dW]), index, index, index
    ),
)


@pytest.mark.parametrize(
    ("symbol", "plain", "html", "latex"),
    [
        (W(2, 1, 2), "W^(2)_12", "<i>W</i><sup>(2)</sup><sub>12</sub>", "W^{(2)}_{12}"),
        (W(2, 3, 12), "W^(2)_3,12", "<i>W</i><sup>(2)</sup><sub>3,12</sub>", "W^{(2)}_{3,12}"),
        (W(2, 12, 3), "W^(2)_12,3", "<i>W</i><sup>(2)</sup><sub>12,3</sub>", "W^{(2)}_{12,3}"),
        (z(2, 1), "z^(2)_1", "<i>z</i><sup>(2)</sup><sub>1</sub>", "z^{(2)}_{1}"),
        (x(12), "x_12", "<i>x</i><sub>12</sub>", "x_{12}"),
        (delta(3, 1), "δ^(3)_1", "<i>δ</i><sup>(3)</sup><sub>1</sub>", r"\delta^{(3)}_{1}"),
        (
            dW(2, 1, 2),
            "∂E/∂W^(2)_12",
            "∂<i>E</i>/∂<i>W</i><sup>(2)</sup><sub>12</sub>",
            r"\frac{\partial E}{\partial W^{(2)}_{12}}",
        ),
        (E, "E", "<i>E</i>", "E"),
        (eta, "η", "<i>η</i>", r"\eta"),
    ],
)
def test_renderings(symbol: Symbol, plain: str, html: str, latex: str) -> None:
    assert (symbol.plain, symbol.html, symbol.latex) == (plain, html, latex)
    assert str(symbol) == plain


def test_parts_for_painting() -> None:
    weight = W(4, 3, 1)
    assert (weight.letter, weight.superscript, weight.subscript) == ("W", "(4)", "31")
    assert (x(2).letter, x(2).superscript, x(2).subscript) == ("x", "", "2")
    assert (eta.letter, eta.superscript, eta.subscript) == ("η", "", "")
    assert db(2, 1).letter == "∂E/∂b"
    assert db(2, 1).is_gradient
    assert not delta(2, 1).is_gradient


@given(any_symbol)
def test_parse_reads_back_what_plain_writes(symbol: Symbol) -> None:
    assert parse(symbol.plain) == symbol


@given(any_symbol, any_symbol)
def test_a_plain_text_names_one_symbol_only(one: Symbol, other: Symbol) -> None:
    assert (one.plain == other.plain) == (one == other)


@given(st.text(alphabet="Wzaxbδη∂E/^()_,0123456789 ", max_size=14))
def test_parse_refuses_or_understands(text: str) -> None:
    try:
        symbol = parse(text)
    except SymbolError:
        return
    assert parse(symbol.plain) == symbol


@pytest.mark.parametrize(
    "text",
    [
        "", "W", "W^(2)_1", "W^(2)_123", "W^(0)_11", "W_11", "W^(2)_01", "W^(2)_10", "W^(2)_1,",
        "z_1", "z^(2)", "z^(2)_1,2", "x^(1)_1", "x", "x_0", "E_1", "E^(2)", "q_1", "∂E/∂E",
        "∂E/∂x_1", "W^(2)_12 ", "dW^(2)_12", "W^(²)_12",
    ],
)  # fmt: skip
def test_parse_refuses(text: str) -> None:
    with pytest.raises(SymbolError):
        parse(text)


def test_comma_is_understood_between_small_indices_too() -> None:
    assert parse("W^(2)_1,2") == W(2, 1, 2)


@pytest.mark.parametrize(
    ("kind", "indices"),
    [("W", (2, 1, 0)), ("z", (2, 1, 1)), ("x", (1, 1, 0)), ("E", (0, 1, 0)), ("z", (-1, 1, 0))],
)
def test_indices_must_fit_the_kind(kind: Kind, indices: tuple[int, int, int]) -> None:
    with pytest.raises(SymbolError):
        Symbol(kind, *indices)


def test_unknown_kind_is_refused() -> None:
    with pytest.raises(SymbolError):
        Symbol("q")  # type: ignore[arg-type]


def test_symbols_are_keys_and_sort_by_address() -> None:
    assert len({W(2, 1, 1), W(2, 1, 1), W(2, 1, 2)}) == 2
    assert sorted([W(3, 1, 1), W(2, 2, 1), W(2, 1, 10), W(2, 1, 2)]) == [
        W(2, 1, 2), W(2, 1, 10), W(2, 2, 1), W(3, 1, 1),
    ]  # fmt: skip


def test_every_kind_has_a_form() -> None:
    made = [x(1), t(1), y(1), z(2, 1), a(2, 1), b(2, 1), W(2, 1, 1), delta(2, 1), da(2, 1),
            dW(2, 1, 1), db(2, 1), E, eta, N]  # fmt: skip
    assert {symbol.kind for symbol in made} == set(get_args(Kind))
