"""When a run ends by itself: a check box for each rule, and its numbers."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from nnsim.project import Project, StopRules
from nnsim.project.stopping import Rule
from nnsim.ui.parts import Parts
from nnsim.ui.stop_texts import number_title, rule_title, rules_summary

from .notes import Notes
from .number_field import NumberField
from .settings_form import SettingsForm


class StopSettings(SettingsForm):
    """The table of stop rules as rows."""

    def __init__(self, parts: Parts, notes: Notes) -> None:
        super().__init__(parts, notes)
        self._checks: dict[str, QCheckBox] = {}
        self._fields: dict[tuple[str, str], NumberField] = {}
        for name, rule in StopRules().by_name.items():
            self._add_rule(name, rule)

    def _add_rule(self, name: str, rule: Rule) -> None:
        """One number stands beside the check box, several stand below it."""
        key, title = _object_name("stop", name), rule_title(name)
        check = QCheckBox(title)
        check.setObjectName(key)
        check.clicked.connect(lambda on: self._switch(name, on))
        self._checks[name] = check
        self._notes.explain(key, check)
        alone = len(rule.numbers) == 1
        if not alone:
            self._form.addRow(check)
        for number in rule.numbers:
            label = check if alone else QLabel(number_title(number))
            if not alone:
                label.setContentsMargins(22, 0, 0, 0)
                self._notes.explain(key, label)
            spoken = title if alone else f"{title}, {number_title(number)}"
            self._form.addRow(label, self._number(name, number, key, spoken))

    def _number(self, rule: str, number: str, key: str, title: str) -> QWidget:
        field = NumberField(_object_name(key, number), title)
        self._checks[rule].setMinimumHeight(field.sizeHint().height())
        field.typed.connect(partial(self._change, rule, number))
        self._fields[rule, number] = field
        self._notes.explain(key, field)
        if number != "epochs":
            return field
        row = QWidget()
        boxes = QHBoxLayout(row)
        boxes.setContentsMargins(0, 0, 0, 0)
        boxes.setSpacing(7)
        boxes.addWidget(field, 1)
        boxes.addWidget(QLabel(self.tr("epochs")))
        return row

    def _switch(self, rule: str, on: bool) -> None:
        text = self.tr("Set stop rule") if on else self.tr("Drop stop rule")
        self._parts.controller.change_stop_rule(text, rule, on=on)

    def _change(self, rule: str, number: str, value: float) -> None:
        whole = number == "epochs" and value.is_integer()
        values: dict[str, Any] = {number: int(value) if whole else value}
        self._parts.controller.change_stop_rule(self.tr("Change stop rule"), rule, **values)

    def show_project(self, project: Project) -> None:
        for name, rule in project.stop_rules.by_name.items():
            self._checks[name].setChecked(rule.on)
            for number, value in rule.numbers.items():
                field = self._fields[name, number]
                field.show_value(value)
                field.setEnabled(rule.on)

    def summary(self, project: Project) -> str:
        return rules_summary(project.stop_rules)


def _object_name(start: str, name: str) -> str:
    """stop, test_rise → stopTestRise."""
    return start + "".join(part.capitalize() for part in name.split("_"))
