"""Edges by the thousand: set as pixels on the screen, the same as a painter's lines."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from nnsim.engine import Network
from nnsim.ui.diagram.edges import EdgePainter
from nnsim.ui.diagram.layout import arrange
from nnsim.ui.theme import DARK, LIGHT

SIZE = QSize(700, 400)


def pixels_of(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return rows[:, : image.width()].copy()


@pytest.fixture
def edges(qapp):
    return EdgePainter(arrange((40, 30, 10), 700.0, 400.0, 100.0), LIGHT)


@pytest.fixture
def network():
    return Network((40, 30, 10), ("sigmoid", "sigmoid"), "mean_squared_error", seed=3)


def test_the_pixels_are_those_of_lines(edges, network):
    by_lines = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    by_lines.fill(Qt.GlobalColor.transparent)
    painter = QPainter(by_lines)
    edges.paint(painter, network)
    painter.end()
    expected = pixels_of(by_lines)
    found = pixels_of(edges.pixmap(network, SIZE, QPoint(), 1.0).toImage())
    assert set(np.unique(found)) == set(np.unique(expected))
    # Two ways to round a slanted line differ by a pixel here and there, and where they cross.
    both = (found != 0) & (expected != 0)
    assert both.sum() > 0.85 * max((found != 0).sum(), (expected != 0).sum())


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_the_strongest_edge_lies_on_top(qapp, network, theme, ratio):
    layout = arrange((40, 30, 10), 700.0, 400.0, 100.0)
    network.W[2][:] = 0.01
    network.W[2][11, 19] = -1.0
    offset = QPoint(20, 10)
    picture = EdgePainter(layout, theme).pixmap(network, SIZE, offset, ratio).toImage()
    source, target = layout.position(1, 20), layout.position(2, 12)
    x = (source.x + layout.column(1).radius + target.x - layout.column(2).radius) / 2
    place = QPoint(round((x - 20) * ratio), round(((source.y + target.y) / 2 - 10) * ratio))
    assert picture.size() == SIZE * ratio
    assert picture.pixel(place) == theme.blend(-(0.9375**1.5), least=0.04).rgb()


def test_what_is_out_of_sight_is_left_out(edges, network):
    part = pixels_of(edges.pixmap(network, QSize(200, 100), QPoint(250, 150), 1.0).toImage())
    whole = pixels_of(edges.pixmap(network, SIZE, QPoint(), 1.0).toImage())
    assert (part == whole[150:250, 250:450]).mean() > 0.999
