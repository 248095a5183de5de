"""Giving a quantity that the user may set another value, wherever it was typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnsim.notation import Symbol
from nnsim.project import Project, edits

from .parts import Parts


def set_value(parts: Parts, symbol: Symbol, value: float) -> None:
    """Set W^(l)_jk, b^(l)_j, or x_i or t_j of the selected sample, as one undo step."""
    sample = parts.view_state.sample

    def change(project: Project) -> Project:
        match symbol.kind:
            case "W":
                return edits.set_parameter(project, symbol.layer, symbol.j, symbol.k, value)
            case "b":
                return edits.set_parameter(project, symbol.layer, symbol.j, None, value)
        target = symbol.kind == "t"
        return edits.set_sample_value(project, sample, symbol.j - 1, value, target)

    text = QCoreApplication.translate("edits", "Set {symbol}").format(symbol=symbol.plain)
    parts.controller.edit(change, text)
