"""LaTeX as drawings."""

from concurrent.futures import ThreadPoolExecutor

import pytest

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
