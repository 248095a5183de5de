"""Words for where data came from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnsim.data import Origin


def origin_text(origin: Origin) -> str:
    """What was done to the rows of imported data; "" for nothing."""
    translate = QCoreApplication.translate  # lupdate looks for this name
    parts = []
    if origin.left_out:
        left_out = translate("origin", "{left_out} of {rows} rows left out: no value")
        parts.append(left_out.format(left_out=f"{origin.left_out:,}", rows=f"{origin.rows:,}"))
    if origin.filled:
        filled = translate("origin", "{count} missing values filled in")
        parts.append(filled.format(count=f"{origin.filled:,}"))
    return " · ".join(parts)
