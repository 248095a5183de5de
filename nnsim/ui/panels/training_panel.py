"""How the network is trained: loss, optimizer, learning rate, batch, penalties, first weights."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from nnsim.engine import INITIALIZERS, LOSSES, OPTIMIZERS
from nnsim.notation import NumberError, format_exact, parse_number
from nnsim.project import Project, edits
from nnsim.ui.number_input import complain
from nnsim.ui.parts import Parts
from nnsim.ui.texts import title

from .learning_rate import LearningRate

MAX_SEED = 999_999


class TrainingPanel(QScrollArea):
    """Settings of the trainer. Those that can change while it runs do so at the next batch."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("trainingPanel")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts = parts
        self._numbers: dict[str, QLineEdit] = {}
        content = QWidget()
        self.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(12, 8, 12, 8)
        self._form = QFormLayout()
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.setSpacing(7)
        column.addLayout(self._form)
        self._note = QLabel()
        self._note.setProperty("role", "muted")
        self._note.setWordWrap(True)
        column.addWidget(self._note)
        column.addStretch()
        self._build_rows()
        parts.document.changed.connect(self._on_document_changed)
        self._show(parts.document.project)

    def _build_rows(self) -> None:
        self._rate = LearningRate()
        self._rate.changed.connect(self._on_rate_changed)
        self._form.addRow(self.tr("Learning rate η"), self._rate)
        self._loss = self._choice("loss", self.tr("Loss E"), list(LOSSES))
        self._loss.activated.connect(self._on_loss_chosen)
        self._optimizer = self._choice("optimizer", self.tr("Optimizer"), list(OPTIMIZERS))
        self._optimizer.activated.connect(self._on_optimizer_chosen)
        for name, text in (
            ("momentum", self.tr("Momentum μ")),
            ("rho", self.tr("Decay ρ")),
            ("beta1", "β₁"),
            ("beta2", "β₂"),
        ):
            self._number(name, text)
        self._batch = QSpinBox()
        self._batch.setObjectName("batchSize")
        self._batch.setAccessibleName(self.tr("Batch size"))
        self._batch.setRange(0, 100_000)
        self._batch.setSpecialValueText(self.tr("all"))
        self._batch.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._batch.setKeyboardTracking(False)
        self._batch.valueChanged.connect(self._on_batch_changed)
        self._form.addRow(self.tr("Batch size"), self._batch)
        self._number("l2", self.tr("L2 penalty"))
        self._number("l1", self.tr("L1 penalty"))
        self._initializer = self._choice(
            "initializer", self.tr("First weights"), list(INITIALIZERS)
        )
        self._initializer.activated.connect(self._on_initializer_chosen)
        self._seed = QSpinBox()
        self._seed.setObjectName("weightSeed")
        self._seed.setAccessibleName(self.tr("Seed of the first weights"))
        self._seed.setRange(0, MAX_SEED)
        self._seed.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._seed.setKeyboardTracking(False)
        self._seed.valueChanged.connect(self._on_seed_changed)
        draw = QPushButton(self.tr("New"))
        draw.setObjectName("newWeights")
        draw.setToolTip(self.tr("Draw new first weights with the next seed"))
        draw.clicked.connect(self._on_draw_clicked)
        row = QHBoxLayout()
        row.addWidget(self._seed, 1)
        row.addWidget(draw)
        self._form.addRow(self.tr("Their seed"), row)

    def _choice(self, name: str, text: str, keys: list[str]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setMinimumContentsLength(10)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setAccessibleName(text)
        for key in keys:
            box.addItem(title(key), key)
        self._form.addRow(text, box)
        return box

    def _number(self, name: str, text: str) -> None:
        box = QLineEdit()
        box.setObjectName(name)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setAccessibleName(text)
        box.editingFinished.connect(lambda: self._on_number_typed(name))
        self._numbers[name] = box
        self._form.addRow(text, box)

    # From the controls to the project

    @Slot(float)
    def _on_rate_changed(self, value: float) -> None:
        self._parts.controller.change_settings(
            self.tr("Change learning rate"), merge_key="learning_rate", learning_rate=value
        )

    def _on_number_typed(self, name: str) -> None:
        before = getattr(self._parts.document.project.settings, name)
        try:
            value = parse_number(self._numbers[name].text())
        except NumberError:
            complain(self._numbers[name])
            value = before
        if value != before:
            text = self.tr("Change {setting}").format(setting=self._numbers[name].accessibleName())
            self._parts.controller.change_settings(text, None, **{name: value})
        self._show(self._parts.document.project)

    @Slot(int)
    def _on_batch_changed(self, value: int) -> None:
        self._parts.controller.change_settings(
            self.tr("Change batch size"), merge_key="batch_size", batch_size=value or None
        )

    @Slot(int)
    def _on_optimizer_chosen(self, index: int) -> None:
        name = self._optimizer.itemData(index)
        self._parts.controller.change_settings(self.tr("Choose optimizer"), optimizer=name)

    @Slot(int)
    def _on_loss_chosen(self, index: int) -> None:
        name = self._loss.itemData(index)
        self._parts.controller.edit(
            lambda project: edits.set_loss(project, name), self.tr("Choose loss")
        )

    @Slot(int)
    def _on_initializer_chosen(self, index: int) -> None:
        name = self._initializer.itemData(index)
        self._draw(initializer=name)

    @Slot(int)
    def _on_seed_changed(self, seed: int) -> None:
        self._draw(seed=seed)

    @Slot()
    def _on_draw_clicked(self) -> None:
        self._draw()

    def _draw(self, initializer: str | None = None, seed: int | None = None) -> None:
        self._parts.controller.edit(
            lambda project: edits.draw_weights(project, initializer, seed),
            self.tr("New weights"),
        )

    # From the project to the controls

    @Slot(object, object)
    def _on_document_changed(self, _before: Project, after: Project) -> None:
        self._show(after)

    def _show(self, project: Project) -> None:
        settings, spec = project.settings, project.network
        self._rate.show_value(settings.learning_rate)
        self._loss.setCurrentIndex(self._loss.findData(spec.loss))
        self._optimizer.setCurrentIndex(self._optimizer.findData(settings.optimizer))
        self._initializer.setCurrentIndex(self._initializer.findData(spec.initializer))
        used = (*OPTIMIZERS[settings.optimizer].uses, "l1", "l2")
        for name, box in self._numbers.items():
            self._form.setRowVisible(box, name in used)
            box.setText(format_exact(getattr(settings, name)))
        for spin, value in ((self._batch, settings.batch_size or 0), (self._seed, spec.seed)):
            spin.blockSignals(True)
            spin.setValue(value)
            spin.blockSignals(False)
        self._note.setText(self._explanation(project))

    def _explanation(self, project: Project) -> str:
        count = len(project.split[0])
        mean = self.tr("<i>E</i> is the mean over the {count} training samples.")
        size = project.settings.batch_size
        update = self.tr("<i>W</i> ← <i>W</i> − η ∂<i>E</i>/∂<i>W</i> once an epoch.")
        if size is not None and size < count:
            update = self.tr(
                "<i>W</i> ← <i>W</i> − η ∂<i>E</i>/∂<i>W</i> once for every {size} samples."
            ).format(size=size)
        return f"{mean.format(count=count)}<br>{update}"
