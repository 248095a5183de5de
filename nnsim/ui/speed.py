"""How fast training goes: from one epoch a second to full speed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from nnsim.controller import Controller

# Epochs a second for each position of the slider; the last is full speed.
PACES: tuple[float | None, ...] = (1, 2, 5, 10, 20, 50, 100, 200, 500, None)


class Speed(QWidget):
    """A slider, and in words what it means."""

    def __init__(self, controller: Controller) -> None:
        super().__init__()
        self._controller = controller
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setObjectName("speed")
        self._slider.setAccessibleName(self.tr("Speed of training"))
        self._slider.setRange(0, len(PACES) - 1)
        self._slider.setPageStep(1)
        self._slider.setFixedWidth(80)
        self._value = QLabel()
        self._value.setObjectName("speedValue")
        self._value.setProperty("role", "muted")
        width = max(self.fontMetrics().horizontalAdvance(self._text(pace)) for pace in PACES)
        self._value.setFixedWidth(width + 6)  # the toolbar stays where it is
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self._slider, self._value):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._slider.setValue(PACES.index(controller.epochs_per_second))
        self._slider.valueChanged.connect(self._on_value_changed)
        self._show()

    def show_words(self, shown: bool) -> None:
        """Whether the speed stands in words beside the slider, as it does in its tip."""
        self._value.setVisible(shown)
        self._row.invalidate()  # at once, for the toolbar measures what is left
        self.updateGeometry()

    @Slot(int)
    def _on_value_changed(self, position: int) -> None:
        self._controller.set_pace(PACES[position])
        self._show()

    def _show(self) -> None:
        text = self._text(PACES[self._slider.value()])
        self._value.setText(text)
        self._slider.setToolTip(self.tr("Speed of training: {pace}").format(pace=text))
        self._slider.setAccessibleDescription(text)

    def _text(self, pace: float | None) -> str:
        if pace is None:
            return self.tr("full speed")
        if pace == 1:
            return self.tr("1 epoch/s")
        return self.tr("{count} epochs/s").format(count=f"{pace:g}")
