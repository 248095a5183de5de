"""The colours of classes and of outputs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QColor, QImage

from nnsim.ui.plane import STRONGEST
from nnsim.ui.scores import classes
from nnsim.ui.theme import Theme

from .plane import PlaneMap

FloatArray = npt.NDArray[np.float64]

# After the pair for 0 and 1: hues of Paul Tol's qualitative schemes, told apart with every
# common colour blindness (https://sronpersonalpages.nl/~pault/); lighter on dark surfaces.
_FURTHER = ("#228833", "#AA3377", "#CCBB44", "#66CCEE", "#882255", "#999933", "#8877CC", "#888888")
_LIGHTER = ("#5FBF6B", "#D673B8", "#CCBB44", "#66CCEE", "#C4607F", "#B5B556", "#A79BE8", "#9AA4AE")


def class_colors(theme: Theme, count: int) -> list[QColor]:
    """One colour for each class; they repeat beyond ten."""
    names = (theme.negative, theme.positive, *(_LIGHTER if theme.dark else _FURTHER))
    return [QColor(names[k % len(names)]) for k in range(count)]


def point_colors(theme: Theme, plane: PlaneMap) -> list[QColor]:
    """The colour of every sample's target."""
    if plane.has_classes:
        colors = class_colors(theme, max(2, plane.targets.shape[1]))
        return [colors[k] for k in plane.sample_classes.tolist()]
    middle, half = plane.middle_and_half
    return [theme.blend((t - middle) / half) for t in plane.targets[:, 0].tolist()]


def plane_image(theme: Theme, plane: PlaneMap) -> QImage:
    """The outputs as colours, one pixel for each node of the grid, the largest x2 on top."""
    count = plane.y.shape[-1]
    if plane.has_classes and count > 1:
        winner = classes(plane.y)
        ends = _rgb(class_colors(theme, count))[winner]
        strength = (plane.y.max(axis=-1) - 1 / count) / (1 - 1 / count)
    else:
        middle, half = plane.middle_and_half
        signed = (plane.y[..., 0] - middle) / half
        ends = _rgb(class_colors(theme, 2))[(signed >= 0).astype(np.intp)]
        strength = np.abs(signed)
    strength = np.clip(np.nan_to_num(strength), 0.0, 1.0)[..., np.newaxis] * STRONGEST
    panel = _rgb([theme.color("panel")])[0]
    pixels = np.rint(panel + (ends - panel) * strength).astype(np.uint8)
    pixels = np.ascontiguousarray(pixels[::-1])
    rows, columns = pixels.shape[:2]
    image = QImage(pixels.data, columns, rows, 3 * columns, QImage.Format.Format_RGB888)
    return image.copy()  # the pixels belong to NumPy


def _rgb(colors: list[QColor]) -> FloatArray:
    return np.array([(c.red(), c.green(), c.blue()) for c in colors], dtype=np.float64)
