"""Checks a gradient: the slope of E measured by two forward passes, beside ∂E/∂w."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from nnsim.notation import Symbol, W, a, b
from nnsim.notation.numbers import ABSENT
from nnsim.trace import EPSILONS, Measurement, SlopeMeter, measuring_work
from nnsim.ui.parts import Parts
from nnsim.ui.pointing import PointingAtWidget
from nnsim.ui.reading import Reading
from nnsim.ui.theme import number_font

from .slope_measuring import SlopeMeasuring
from .slope_plot import SlopePlot
from .slope_words import (
    differing,
    epsilon_text,
    gradient_of,
    parameter_of,
    scientific,
    sentences,
)

FIRST_EPSILON = 1e-4
MOST_WORK = 5_000_000_000  # for one ε; with more only the selected sample is measured over


@dataclass(frozen=True)
class _Subject:
    """What is measured: a parameter, over samples, with the numbers of a reading."""

    reading: Reading
    symbol: Symbol
    rows: tuple[int, ...]

    def is_same(self, other: _Subject) -> bool:
        """Whether nothing has to be measured anew; another step of the pass is no reason."""
        one, two = self.reading, other.reading
        return (
            one.project is two.project
            and one.parameters is two.parameters
            and one.trial is two.trial
            and (self.symbol, self.rows) == (other.symbol, other.rows)
        )


class GradientCheck(QScrollArea):
    """The page for the weight or bias that is selected."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("gradientCheck")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts = parts
        self._view = parts.view_state
        self._symbol = W(2, 1, 1)
        self._subject: _Subject | None = None
        self._measuring = SlopeMeasuring(self)
        self._values: dict[str, QLabel] = {}
        self._choice = self._build_choice()
        self._slider = self._build_slider()
        self._epsilon = QLabel()
        self._epsilon.setFont(number_font(self.font()))
        self._plot = SlopePlot(parts.theme)
        self._about, self._words = (
            self._muted("gradientCheckSamples"),
            self._muted("gradientCheckWords"),
        )
        self._lay_out()
        self._slider.valueChanged.connect(self._on_slid)
        self._choice.activated.connect(self._on_chosen)
        self._measuring.measured.connect(self._show_measured)
        for signal in (
            self._view.reading_changed,
            self._view.selection_changed,
            self._view.pass_changed,
        ):
            signal.connect(self._show)
        parts.session.state_changed.connect(self._on_state_changed)
        PointingAtWidget(self._choice, self._view, lambda: self._symbol)
        PointingAtWidget(self._values["Exact"], self._view, lambda: gradient_of(self._symbol))

    # Building

    def _build_choice(self) -> QComboBox:
        box = QComboBox()
        box.setObjectName("gradientCheckParameter")
        box.setAccessibleName(self.tr("Weight or bias to check"))
        return box

    def _build_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName("epsilonSlider")
        slider.setAccessibleName(self.tr("ε, how far w is moved"))
        slider.setToolTip(self.tr("ε, how far w is moved to either side"))
        slider.setRange(0, len(EPSILONS) - 1)
        slider.setPageStep(2)
        nearest = min(EPSILONS, key=lambda epsilon: abs(epsilon / FIRST_EPSILON - 1.0))
        slider.setValue(EPSILONS.index(nearest))
        return slider

    def _muted(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setProperty("role", "muted")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return label

    def _build_table(self) -> QGridLayout:
        rows = {
            "Above": "<i>E</i>(<i>w</i> + <i>ε</i>)",
            "Below": "<i>E</i>(<i>w</i> − <i>ε</i>)",
            "Measured": self.tr("measured slope"),
            "Exact": self.tr("∂<i>E</i>/∂<i>w</i> backward"),
            "Difference": self.tr("difference"),
            "Relative": self.tr("relative"),
        }
        table = QGridLayout()
        table.setVerticalSpacing(3)
        table.setColumnStretch(1, 1)
        font = number_font(self.font())
        rule = QLabel(self.tr("(E(w + ε) − E(w − ε)) / 2ε, beside ∂E/∂w:"))
        rule.setProperty("role", "muted")
        table.addWidget(rule, 2, 0, 1, 2)
        for row, (key, text) in zip((0, 1, 3, 4, 5, 6), rows.items(), strict=True):
            name, value = QLabel(text), QLabel()
            value.setObjectName(f"gradientCheck{key}")
            value.setFont(font)
            value.setTextFormat(Qt.TextFormat.RichText)
            value.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._values[key] = value
            table.addWidget(name, row, 0)
            table.addWidget(value, row, 1)
        return table

    def _lay_out(self) -> None:
        content = QWidget()
        top = QHBoxLayout()
        top.addWidget(QLabel("<i>w</i> ="))
        top.addWidget(self._choice, 1)
        sliding = QHBoxLayout()
        sliding.addWidget(QLabel("<i>ε</i> ="))
        widest = self._epsilon.fontMetrics().horizontalAdvance("3.16e−10")
        self._epsilon.setFixedWidth(widest + 4)
        sliding.addWidget(self._epsilon)
        sliding.addWidget(self._slider, 1)
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(5)
        column.addLayout(top)
        column.addWidget(self._about)
        column.addLayout(sliding)
        column.addLayout(self._build_table())
        column.addWidget(self._plot)
        column.addWidget(self._words)
        column.addStretch(1)
        self.setWidget(content)

    # Choosing

    @Slot(int)
    def _on_slid(self, position: int) -> None:
        self._measuring.choose(EPSILONS[position])
        self._show_measured()

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        """A bias is selected with its node."""
        symbol = self._parameters()[index]
        if symbol.kind == "b":
            self._view.select(a(symbol.layer, symbol.j))
        else:
            self._view.select(symbol)

    def _parameters(self) -> list[Symbol]:
        """All weights and the bias of the node that the parameter leads into."""
        layer, j = self._symbol.layer, self._symbol.j
        sources = range(1, self._view.reading.project.network.size(layer - 1) + 1)
        return [*(W(layer, j, k) for k in sources), b(layer, j)]

    # Showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    @Slot(object)
    def _on_state_changed(self, _state: object) -> None:
        self._show()

    @Slot()
    def _show(self) -> None:
        """Nothing is measured while another page is in front, or while training runs."""
        if not self.isVisible():
            return
        reading = self._view.reading
        symbol = parameter_of(self._view.selection, reading.project.network.depth)
        self._show_choice(symbol)
        if self._parts.session.running:
            self._subject = None
            self._measuring.stop()
            self._about.setText(self.tr("Measured as soon as training pauses."))
        else:
            self._measure()
        self._show_measured()

    def _show_choice(self, symbol: Symbol) -> None:
        self._symbol = symbol
        names = [each.unicode for each in self._parameters()]
        if names != [self._choice.itemText(index) for index in range(self._choice.count())]:
            self._choice.clear()
            self._choice.addItems(names)
        self._choice.setCurrentIndex(names.index(symbol.unicode))

    def _measure(self) -> None:
        reading, rows = self._view.reading, self._view.walk.batch(self._view.reading)
        count = len(reading.parameters)
        too_much = len(rows) > 1 and measuring_work(count, len(rows), 1) > MOST_WORK
        if too_much:
            rows = [reading.sample]
        self._about.setText(self._about_samples(len(rows), too_much))
        subject = _Subject(reading, self._symbol, tuple(rows))
        if self._subject is not None and subject.is_same(self._subject):
            return
        self._subject = subject
        x, target = reading.project.x[rows], reading.project.t[rows]
        if len(rows) == 1:
            x = reading.forward.a[1]  # with the input that is tried
        meter = SlopeMeter(reading.network, x, target, self._symbol)
        self._measuring.begin(meter, measuring_work(count, len(rows)), self._chosen_epsilon)

    @property
    def _chosen_epsilon(self) -> float:
        return EPSILONS[self._slider.value()]

    def _about_samples(self, count: int, too_much: bool) -> str:
        if count > 1:
            return self.tr("E: mean over N = {count} training samples.").format(count=count)
        text = self.tr("E of this sample alone.")
        if too_much:
            text += " " + self.tr("All training samples would take too long.")
        return text

    @Slot()
    def _show_measured(self) -> None:
        epsilon, measurements = self._chosen_epsilon, self._measuring.measurements
        self._epsilon.setText(epsilon_text(self._slider.value()))
        self._plot.show_measurements(measurements, epsilon)
        chosen = measurements.get(epsilon)
        if chosen is None:
            for value in self._values.values():
                value.setText(ABSENT)
            waiting = "" if self._parts.session.running else self.tr("Measuring …")
            self._words.setText(waiting)
            return
        self._show_numbers(chosen)
        said = sentences(self._view.reading, self._symbol, chosen, measurements.get(EPSILONS[0]))
        self._words.setText(" ".join(said))

    def _show_numbers(self, chosen: Measurement) -> None:
        color = self._parts.theme.accent
        above, below = differing(chosen.above, chosen.below, color)
        measured, exact = differing(chosen.slope, chosen.exact, color)
        texts = {
            "Above": above,
            "Below": below,
            "Measured": measured,
            "Exact": exact,
            "Difference": scientific(chosen.difference),
            "Relative": scientific(chosen.relative),
        }
        for key, text in texts.items():
            self._values[key].setText(text)
