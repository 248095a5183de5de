import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnsim.notation import (
    NumberError,
    format_compact,
    format_exact,
    format_loss,
    format_number,
    format_percent,
    format_to_fit,
    parse_number,
)

finite = st.floats(allow_nan=False, allow_infinity=False)
# Rounding to few digits takes the very largest floats beyond their range, which is right to show
# ("2e+308") but cannot be read back.
roundable = st.floats(-1e307, 1e307)
decimals = st.integers(0, 12)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "—"),
        (0.0, "0.000"),
        (-0.0, "0.000"),
        (0.0004, "0.000"),
        (-0.0004, "0.000"),
        (-0.0006, "−0.001"),
        (0.0625, "0.062"),  # a tie in binary too: to the even digit
        (0.1875, "0.188"),
        (-1.5, "−1.500"),
        (999_999.0, "999999.000"),
        (999_999.9996, "1.000e+6"),
        (1e6, "1.000e+6"),
        (-12_345_670.0, "−1.235e+7"),
        (1e300, "1.000e+300"),
        (1.7976e308, "1.798e+308"),
        (math.nan, "NaN"),
        (math.inf, "∞"),
        (-math.inf, "−∞"),
    ],
)
def test_format_number_with_three_decimals(value: float | None, text: str) -> None:
    assert format_number(value, 3) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.5, "+1.500"), (-1.5, "−1.500"), (0.0, "0.000"), (0.0004, "0.000"), (math.inf, "+∞"),
        (math.nan, "NaN"), (None, "—"),
    ],
)  # fmt: skip
def test_signed(value: float | None, text: str) -> None:
    assert format_number(value, 3, signed=True) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"), (-0.0, "0"), (1.0, "1"), (-1.0, "−1"), (0.5, "0.5"), (1 / 3, "0.333"),
        (100.0, "100"), (-0.0001, "0"), (1.5e7, "1.5e+7"), (1e10, "1e+10"), (None, "—"),
        (math.nan, "NaN"), (-math.inf, "−∞"),
    ],
)  # fmt: skip
def test_compact(value: float | None, text: str) -> None:
    assert format_compact(value, 3) == text


@pytest.mark.parametrize(
    ("loss", "text"),
    [
        (0.78159, "0.7816"),
        (0.000317, "0.000317"),
        (0.0, "0.0000"),
        (1.0, "1.0000"),
        (1e-9, "1.00e−9"),
        (6.54e-32, "6.54e−32"),
        (0.0000273, "0.0000273"),
        (7.751e303, "7.7510e+303"),
        (math.nan, "NaN"),
        (None, "—"),
    ],
)
def test_a_loss_has_a_digit_more_and_never_shows_as_zero(loss: float | None, text: str) -> None:
    assert format_loss(loss, 3) == text


def test_compact_without_decimals_keeps_the_zeros_of_whole_numbers() -> None:
    assert format_compact(100.0, 0) == "100"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.1, "0.1"), (1.0, "1"), (-0.25, "−0.25"), (1e-7, "1e−7"), (-1e22, "−1e+22"), (0.0, "0"),
        (1 / 3, "0.3333333333333333"), (None, "—"), (math.inf, "∞"), (math.nan, "NaN"),
    ],
)  # fmt: skip
def test_exact(value: float | None, text: str) -> None:
    assert format_exact(value) == text


@given(finite)
def test_exact_text_brings_the_value_back(value: float) -> None:
    assert parse_number(format_exact(value)) == value


@given(roundable, decimals)
def test_shown_number_is_the_value_rounded(value: float, places: int) -> None:
    shown = parse_number(format_number(value, places))
    assert math.isclose(shown, value, rel_tol=0.51 * 10.0**-places, abs_tol=0.51 * 10.0**-places)
    assert parse_number(format_compact(value, places)) == shown
    assert parse_number(format_number(value, places, signed=True)) == shown


@given(roundable, decimals)
def test_zero_never_has_a_sign_and_hyphens_are_never_shown(value: float, places: int) -> None:
    text = format_number(value, places)
    assert "-" not in text
    assert text.startswith("−") == (parse_number(text) < 0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0.0), ("-2", -2.0), ("−2", -2.0), ("+2", 2.0), ("0,5", 0.5), (",5", 0.5), (".5", 0.5),
        ("5.", 5.0), ("1e-3", 0.001), ("1E−3", 0.001), ("1e+3", 1000.0), ("1/3", 1 / 3),
        ("-1/3", -1 / 3), ("1 / 4", 0.25), ("0,5/2", 0.25), ("  7\t", 7.0), ("1,5e2", 150.0),
    ],
)  # fmt: skip
def test_parse_what_people_type(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "-", ".", "abc", "1 2", "1,000.5", "1.2.3", "nan", "NaN", "inf", "-Infinity", "∞",
        "1e999", "1/0", "0/0", "1/1e-320", "1/2/3", "/2", "1/", "1_000", "0x10", "—", "--1", "1e",
        "١",
    ],
)  # fmt: skip
def test_parse_refuses(text: str) -> None:
    with pytest.raises(NumberError) as caught:
        parse_number(text)
    assert caught.value.text == text


@given(st.text(max_size=12))
def test_parse_gives_a_finite_number_or_refuses(text: str) -> None:
    with contextlib.suppress(NumberError):
        assert math.isfinite(parse_number(text))


@pytest.mark.parametrize("text", ["1,000", "−12,500", "1,234,567"])
def test_a_comma_that_can_be_that_of_thousands_is_not_guessed_at(text):
    with pytest.raises(NumberError) as caught:
        parse_number(text)
    assert caught.value.reason == "two_readings"


def test_a_comma_that_can_only_be_a_decimal_one_is_one():
    assert [parse_number(text) for text in ("0,125", "1,5", "1,0000", "1000,125")] == [
        0.125,
        1.5,
        1.0,
        1000.125,
    ]


@pytest.mark.parametrize(
    ("value", "text", "room", "shown"),
    [
        (7.7512e303, "7.7512e+303", 11, "7.7512e+303"),
        (7.7512e303, "7.7512e+303", 8, "7.8e+303"),
        (-1.245e152, "−1.245e+152", 3, "−1e+152"),  # never less than it takes
        (12345.678, "12345.6780", 8, "12345.68"),
        (1.23e-8, "0.0000000123", 8, "1.230e-8".replace("-", "−")),
        (0.5331, "0.533", 4, "0.53"),
        (0.99981, "1.000", 3, "1.0"),
        (0.0, "0.000", 3, "0.0"),
        (math.nan, "NaN", 1, "NaN"),
    ],
)
def test_a_number_is_shortened_but_never_cut(value, text, room, shown):
    assert format_to_fit(value, text, lambda text: len(text) <= room) == shown


def test_a_measured_share_keeps_its_decimal():
    shares = (0.875, 0.75, 1.0, None, math.nan)
    assert [format_percent(s) for s in shares] == ["87.5 %", "75.0 %", "100.0 %", "—", "—"]
