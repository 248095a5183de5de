"""Colours that are kept, and the discs of nodes that are painted with them."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from nnsim.ui.diagram.discs import paint_discs
from nnsim.ui.diagram.layout import arrange
from nnsim.ui.theme import DARK, LIGHT

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


def test_a_color_that_a_caller_changes_is_changed_for_no_one_else():
    LIGHT.color("accent").setAlphaF(0.1)
    assert LIGHT.color("accent") == QColor(LIGHT.accent)


def test_each_theme_and_each_alpha_has_its_own_color():
    assert LIGHT.color("text") == QColor(LIGHT.text)
    assert DARK.color("text") == QColor(DARK.text)
    assert LIGHT.color("text", 0.5).alpha() == 128
    assert LIGHT.color("text").alpha() == 255


@THEMES
def test_a_blend_goes_from_negative_through_the_panel_to_positive(theme):
    ends = [theme.blend(value).name().upper() for value in (-1.0, 0.0, 1.0)]
    assert ends == [theme.negative, theme.panel, theme.positive]
    middle, panel, positive = theme.blend(0.5), QColor(theme.panel), QColor(theme.positive)
    assert middle.red() == pytest.approx((panel.red() + positive.red()) / 2, abs=1)


@THEMES
def test_each_disc_of_a_layer_has_the_color_of_its_own_output(qapp, theme):
    column = arrange((40, 1), 700.0, 400.0, 100.0).column(1)
    image = QImage(700, 400, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.panel))
    levels = [-1.0 + 2 * place / (len(column.ys) - 1) for place in range(len(column.ys))]
    painter = QPainter(image)
    paint_discs(painter, column, levels, theme)
    painter.end()
    for y, level in zip(column.ys, levels, strict=True):
        assert image.pixel(int(column.x), int(y)) == theme.blend(level).rgb()
