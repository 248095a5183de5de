"""Which samples there are, and how they are scaled."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from nnsim.data import DATASETS, Source
from nnsim.project import Project, edits
from nnsim.ui.origin import origin_text
from nnsim.ui.parts import Parts
from nnsim.ui.texts import dataset_title, family_title

from .sample_list import SampleList
from .scaling_label import ScalingLabel


class DataPanel(QWidget):
    """Chooses the dataset and shows its samples."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setObjectName("dataPanel")
        self._parts = parts
        self._form = QFormLayout()
        self._form.setContentsMargins(12, 6, 12, 8)
        self._form.setSpacing(7)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._chooser = self._build_chooser()
        self._form.addRow(self.tr("Dataset"), self._chooser)
        self._samples = self._whole("datasetSamples", self.tr("Number of samples"))
        self._noise = QDoubleSpinBox()
        self._noise.setObjectName("datasetNoise")
        self._noise.setAccessibleName(self.tr("Noise"))
        self._noise.setSingleStep(0.05)
        self._noise.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._seed = self._whole("datasetSeed", self.tr("Seed of the samples"))
        # Two in a line, for the table below needs the room.
        self._sizes = _Pair(self._samples, self.tr("Noise"), self._noise)
        self._form.addRow(self.tr("Samples"), self._sizes)
        self._form.addRow(self.tr("Seed"), self._seed)
        self._standardise = QCheckBox(self.tr("Standardise inputs"))
        self._standardise.setObjectName("standardise")
        self._min_max = QCheckBox(self.tr("Min–max"))
        self._min_max.setObjectName("minMax")
        self._min_max.setToolTip(self.tr("Bring every input to 0…1"))
        scalings = QHBoxLayout()
        scalings.setSpacing(14)
        for box in (self._standardise, self._min_max):
            scalings.addWidget(box)
        scalings.addStretch()
        self._form.addRow(scalings)
        self._scaling = ScalingLabel(parts)
        self._form.addRow(self._scaling)
        self._counts = QLabel()
        self._counts.setProperty("role", "muted")
        self._counts.setObjectName("sampleCounts")
        self._counts.setWordWrap(True)
        self._counts.setTextFormat(Qt.TextFormat.PlainText)
        self._counts.setContentsMargins(12, 0, 12, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._form)
        column.addWidget(self._counts)
        column.addWidget(SampleList(parts), 1)
        self._connect()
        self._show(parts.document.project)

    def _build_chooser(self) -> QComboBox:
        """Datasets by family; the families are headings that cannot be chosen."""
        box = QComboBox()
        box.setObjectName("datasetChooser")
        box.setAccessibleName(self.tr("Dataset"))
        model = QStandardItemModel(box)
        family = ""
        for key, entry in DATASETS.items():
            if entry.family != family:
                family = entry.family
                heading = QStandardItem(family_title(family))
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                model.appendRow(heading)
            item = QStandardItem("   " + dataset_title(key))
            item.setData(key, Qt.ItemDataRole.UserRole)
            model.appendRow(item)
        box.setModel(model)
        box.setMaxVisibleItems(20)
        return box

    def _whole(self, name: str, tip: str) -> QSpinBox:
        box = QSpinBox()
        box.setObjectName(name)
        box.setToolTip(tip)
        box.setAccessibleName(tip)
        box.setAlignment(Qt.AlignmentFlag.AlignRight)
        box.setKeyboardTracking(False)
        return box

    def _connect(self) -> None:
        self._noise.setKeyboardTracking(False)
        self._chooser.activated.connect(self._on_chosen)
        self._samples.valueChanged.connect(self._on_arguments_changed)
        self._noise.valueChanged.connect(self._on_arguments_changed)
        self._seed.valueChanged.connect(self._on_arguments_changed)
        self._standardise.clicked.connect(self._on_standardise_clicked)
        self._min_max.clicked.connect(self._on_min_max_clicked)
        self._parts.document.changed.connect(self._on_document_changed)

    # From the controls to the project

    @Slot(int)
    def _on_chosen(self, index: int) -> None:
        name = self._chooser.itemData(index)
        dataset = self._parts.document.project.dataset
        if name not in DATASETS or (name == dataset.name and dataset.source is not None):
            return
        self._parts.controller.edit(
            lambda project: edits.choose_dataset(project, name), self.tr("Choose dataset")
        )
        # Should the edit be refused, the chooser goes back to what there is.
        self._show(self._parts.document.project)

    @Slot()
    def _on_arguments_changed(self) -> None:
        source = self._parts.document.project.dataset.source
        if source is None:
            return
        samples, noise, seed = self._samples.value(), self._noise.value(), self._seed.value()
        self._parts.controller.edit(
            lambda project: edits.remake_dataset(project, samples, noise, seed),
            self.tr("Change samples"),
            merge_key="samples",
        )

    @Slot(bool)
    def _on_standardise_clicked(self, on: bool) -> None:
        self._parts.controller.edit(
            lambda project: edits.set_standardised(project, on),
            self.tr("Standardise inputs") if on else self.tr("Use raw inputs"),
        )

    @Slot(bool)
    def _on_min_max_clicked(self, on: bool) -> None:
        self._parts.controller.edit(
            lambda project: edits.set_scaling(project, "min_max" if on else None),
            self.tr("Scale inputs to 0…1") if on else self.tr("Use raw inputs"),
        )

    # From the project to the controls

    @Slot(object, object)
    def _on_document_changed(self, _before: Project, after: Project) -> None:
        self._show(after)

    def _show(self, project: Project) -> None:
        dataset = project.dataset
        self._list_own_data(dataset.name)
        for index in range(self._chooser.count()):
            if self._chooser.itemData(index) == dataset.name:
                self._chooser.setCurrentIndex(index)
        self._show_arguments(dataset.source)
        kind = None if project.scaling is None else project.scaling.kind
        self._standardise.setChecked(kind == "standard")
        self._min_max.setChecked(kind == "min_max")
        training, testing = project.split
        text = self.tr("{training} training samples").format(training=len(training))
        if len(testing):
            held_out = self.tr("{testing} held out").format(testing=len(testing))
            text = f"{text}, {held_out}"
        if dataset.origin is not None:
            told = origin_text(dataset.origin)
            text += "\n" + self.tr("from {file}").format(file=dataset.origin.file)
            text += f" · {told}" if told else ""
        elif dataset.source is None:
            text += " · " + self.tr("edited by hand")
        self._counts.setText(text)

    def _list_own_data(self, name: str) -> None:
        """Data that are not built in are the first entry, as long as they are there."""
        model = self._chooser.model()
        assert isinstance(model, QStandardItemModel)
        if self._chooser.itemData(0) is not None:
            model.removeRow(0)
        if name not in DATASETS:
            item = QStandardItem(dataset_title(name))
            item.setData(name, Qt.ItemDataRole.UserRole)
            model.insertRow(0, item)

    def _show_arguments(self, source: Source | None) -> None:
        arguments = DATASETS[source.name].arguments if source is not None else {}
        for row in (self._sizes, self._seed):
            self._form.setRowVisible(row, bool(arguments))
        boxes: dict[str, Any] = {
            "samples": self._samples,
            "noise": self._noise,
            "seed": self._seed,
        }
        for name, box in boxes.items():
            if name in arguments:
                rule = arguments[name]
                box.blockSignals(True)
                box.setRange(rule.low, min(rule.high, 999_999))
                box.setValue(getattr(source, name))
                box.blockSignals(False)


class _Pair(QWidget):
    """Two fields in one line, the second with a title."""

    def __init__(self, first: QWidget, title: str, second: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for field in (first, second):
            field.setMinimumWidth(58)
            row.addWidget(field, 1)
        row.insertWidget(1, QLabel(title))
