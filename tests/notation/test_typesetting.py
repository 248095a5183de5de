"""LaTeX as drawings."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from ziamath import styles
from ziamath.nodes import mnode
from ziamath.nodes.mrow import Mrow

from nnsim.notation.typesetting import latex_svg, ziamath

LINES = [r"\ln y_{1}", r"W^{(2)}_{11} \cdot a", r"\frac{1}{1 + e^{-z}}", "0.123 - 45", r"\delta"]


@pytest.mark.slow
def test_threads_do_not_tear_one_anothers_glyphs():
    alone = [latex_svg(line, 11) for line in LINES * 3]
    with ThreadPoolExecutor(4) as threads:
        together = list(threads.map(lambda line: latex_svg(line, 11), LINES * 3))
    assert together == alone


def test_only_one_thread_at_a_time_has_ziamath():
    with ThreadPoolExecutor(1) as thread:
        with ziamath():
            waiting = thread.submit(latex_svg, "x", 11)
            assert not waiting.done()
        assert waiting.result().startswith("<svg")


def test_a_sign_stands_close_to_its_number():
    assert latex_svg("a = -1", 11) == latex_svg("a = {-}1", 11)


@pytest.mark.parametrize(
    "latex",
    [
        r"z^{(2)}_{1} = 0.5 \cdot (-1.25) + \frac{1}{1 + e^{-z}}",
        r"\begin{pmatrix} W^{(2)}_{11} & \cdots \\ \vdots & \frac{dE}{db} \end{pmatrix}",
        r"\left[ \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \right]^{T}",
        r"f(x) = \begin{cases} x & x > 0 \\ \frac{1}{2} & x \le 0 \end{cases}",
        r"\underbrace{a + b}_{\left( \frac{1}{2} \right)} \gets \sqrt{\left| \frac{c}{d} \right|}",
        r"E = -\frac{1}{N} \sum_{n=1}^{N} \left\{ t \ln y + (1 - t) \ln \left( y \right) \right\}",
        r"\mathbf{W}^{(2)\top} \mathrm{NaN} + \textcolor{#00000a}{\mathbf{a}_{n}} \text{if } 2x",
        r"\overline{x} \xrightarrow{\eta} \lVert w \rVert \; \textcolor{#123456}{\left( y \right)}",
    ],
)
def test_quick_rows_and_styles_are_those_of_ziamath(latex: str, monkeypatch: pytest.MonkeyPatch):
    ours = latex_svg(latex, 17)
    with ziamath():
        monkeypatch.setitem(mnode._node_classes, "mrow", Mrow)
        monkeypatch.setattr(mnode, "parse_style", styles.parse_style)
    assert latex_svg(latex, 17) == ours


def test_a_row_that_nothing_stretches_in_is_built_once(monkeypatch: pytest.MonkeyPatch):
    measured: list[Mrow] = []

    def note(row: Mrow, *_args: object, **_kwargs: object) -> tuple[float, float]:
        measured.append(row)
        return 0.0, 0.0

    monkeypatch.setattr(Mrow, "_get_height_nostretch", note)
    latex_svg(r"W^{(2)}_{11} = \frac{1}{1 + e^{-0.25}}", 17)
    assert not measured
    latex_svg(r"\left( \frac{1}{2} \right)", 17)
    assert len(measured) == 1
