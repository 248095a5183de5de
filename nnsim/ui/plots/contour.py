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
    return [y[..., k] - np.delete(y, k, axis=-1).max(axis=-1) for k in range(count)]


def contour(values: FloatArray) -> FloatArray:
    """The zero line of values (rows, columns) as pieces (M, 2 ends, 2), each end (column, row).

    Every cell is cut into two triangles: a triangle whose corners differ in sign holds exactly
    one straight piece, found by linear interpolation ("marching triangles").
    """
    values = np.clip(np.nan_to_num(values), -1e100, 1e100)  # differences must not overflow
    rows, columns = np.indices(values.shape)
    corners = np.stack([columns, rows, values], axis=-1).astype(np.float64)
    a, b = corners[:-1, :-1], corners[:-1, 1:]
    c, d = corners[1:, :-1], corners[1:, 1:]
    triangles = np.stack([np.stack([a, b, c], axis=-2), np.stack([d, b, c], axis=-2)])
    triangles = triangles.reshape(-1, 3, 3)
    above = triangles[:, :, 2] >= 0
    count = above.sum(axis=1)
    mixed = (count == 1) | (count == 2)
    triangles, above, count = triangles[mixed], above[mixed], count[mixed]
    # The corner that is alone on its side; the piece joins the two edges that leave it.
    alone = np.where(count == 1, above.argmax(axis=1), above.argmin(axis=1))
    each = np.arange(len(triangles))
    apex = triangles[each, alone]
    ends = []
    for other in (1, 2):
        point = triangles[each, (alone + other) % 3]
        part = apex[:, 2] / (apex[:, 2] - point[:, 2])
        ends.append(apex[:, :2] + part[:, np.newaxis] * (point[:, :2] - apex[:, :2]))
    return np.stack(ends, axis=1)
