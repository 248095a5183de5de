"""Chooses how strongly the curves are smoothed; at first not at all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from nnsim.ui.theme import Theme

from .menu_button import MenuButton
from .smoothing import STRENGTHS


class SmoothingButton(MenuButton):
    """A menu of strengths; the one that is on stands beside the icon.

    Signals:
        chosen(): another strength.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("lossSmoothing", "ph.waves", self.tr("Smoothing"), theme, parent)
        self._group = QActionGroup(self)
        self._add(self.tr("not smoothed"), None)
        for beta in STRENGTHS:
            self._add(self.tr("smoothed, β = {beta}").format(beta=beta), beta)
        self._group.actions()[0].setChecked(True)
        self.setToolTip(
            self.tr(
                "Smoothing: the exponential moving average s = Σ β^k E / Σ β^k over the epochs "
                "k back, which starts without a bias. The curve itself stays behind it, pale, "
                "and numbers are never smoothed."
            )
        )
        self._group.triggered.connect(self._on_triggered)

    @property
    def beta(self) -> float | None:
        """Of the moving average that is wanted; None: none is."""
        beta: float | None = self._group.checkedAction().data()
        return beta

    def choose(self, beta: float | None) -> None:
        """Choose one of the moving averages, or none."""
        action = next(each for each in self._group.actions() if each.data() == beta)
        if not action.isChecked():
            action.setChecked(True)
            self._on_triggered(action)

    def _add(self, text: str, beta: float | None) -> None:
        action = QAction(text, self, checkable=True)
        action.setObjectName("lossSmoothingOff" if beta is None else f"lossSmoothing{beta}")
        action.setData(beta)
        self._group.addAction(action)
        self.menu().addAction(action)

    @Slot(QAction)
    def _on_triggered(self, _action: QAction) -> None:
        style = Qt.ToolButtonStyle
        off = self.beta is None
        self.setToolButtonStyle(style.ToolButtonIconOnly if off else style.ToolButtonTextBesideIcon)
        self.setText("" if off else str(self.beta))
        self.chosen.emit()
