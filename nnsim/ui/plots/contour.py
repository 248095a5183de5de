"""Where an output over the plane crosses from one class into another. No Qt."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


def margins(y: FloatArray) -> list[FloatArray]:
    """For each class that needs a line, how far (…, m) outputs are on its side: 0 on the line."""
    count = y.shape[-1]
    if count == 1:
        return [y[..., 0] - 0.5]
    if count == 2:
        return [y[..., 1] - y[..., 0]]
    second, best = np.moveaxis(np.partition(y, count - 2, axis=-1)[..., -2:], -1, 0)
    return [y[..., k] - np.where(y[..., k] == best, second, best) for k in range(count)]


def contour(values: FloatArray) -> FloatArray:
    """The zero line of values (rows, columns) as pieces (M, 2 ends, 2), each end (column, row).

    Every cell is cut into two triangles: a triangle whose corners differ in sign holds exactly
    one straight piece, found by linear interpolation ("marching triangles").
    """
    values = np.clip(np.nan_to_num(values), -1e100, 1e100)  # differences must not overflow
    triangles = _mixed_triangles(values)
    if not len(triangles):
        return np.empty((0, 2, 2))
    above = triangles[:, :, 2] >= 0
    # The corner that is alone on its side; the piece joins the two edges that leave it.
    alone = np.where(above.sum(axis=1) == 1, above.argmax(axis=1), above.argmin(axis=1))
    each = np.arange(len(triangles))
    apex = triangles[each, alone]
    ends = []
    for other in (1, 2):
        point = triangles[each, (alone + other) % 3]
        part = apex[:, 2] / (apex[:, 2] - point[:, 2])
        ends.append(apex[:, :2] + part[:, np.newaxis] * (point[:, :2] - apex[:, :2]))
    return np.stack(ends, axis=1)


def _mixed_triangles(values: FloatArray) -> FloatArray:
    """The triangles with both signs: (M, 3 corners, 3), each corner (column, row, value)."""
    above = values >= 0
    count = above[:-1, :-1].astype(np.int8) + above[:-1, 1:] + above[1:, :-1] + above[1:, 1:]
    rows, columns = np.nonzero((count > 0) & (count < 4))

    def corner(down: int, right: int) -> FloatArray:
        row, column = rows + down, columns + right
        return np.stack([column, row, values[row, column]], axis=-1).astype(np.float64)

    a, b, c, d = corner(0, 0), corner(0, 1), corner(1, 0), corner(1, 1)
    triangles = np.concatenate([np.stack([a, b, c], axis=1), np.stack([d, b, c], axis=1)])
    corners = (triangles[:, :, 2] >= 0).sum(axis=1)
    return triangles[(corners == 1) | (corners == 2)]
