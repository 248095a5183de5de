"""The one table of actions: menus, toolbar and shortcuts are made from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import qtawesome
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from .marking import QT_TRANSLATE_NOOP
from .theme import Theme

SEPARATOR = "-"


@dataclass(frozen=True)
class ActionSpec:
    """One action.

    Attributes:
        name: its objectName.
        text: English, with & before the mnemonic.
        shortcut: a standard key or a key sequence; "" for none.
        icon: of qtawesome, or "".
        tip: for the toolbar; the text, if empty.
        group: actions of a group are checkable and exclude one another.
        checkable: a switch.
        short: what a button says instead of the text, in every language.
    """

    name: str
    text: str
    shortcut: QKeySequence.StandardKey | str = ""
    icon: str = ""
    tip: str = ""
    group: str = ""
    checkable: bool = False
    short: str = ""


_KEY = QKeySequence.StandardKey

_SPECS = (
    ActionSpec("fileNew", QT_TRANSLATE_NOOP("actions", "&New"), _KEY.New, "ph.file-plus"),
    ActionSpec("fileOpen", QT_TRANSLATE_NOOP("actions", "&Open…"), _KEY.Open, "ph.folder-open"),
    ActionSpec("fileSave", QT_TRANSLATE_NOOP("actions", "&Save"), _KEY.Save, "ph.floppy-disk"),
    ActionSpec("fileSaveAs", QT_TRANSLATE_NOOP("actions", "Save &as…"), _KEY.SaveAs),
    ActionSpec("fileImport", QT_TRANSLATE_NOOP("actions", "&Import data…"), "Ctrl+I"),
    ActionSpec("fileNewTable", QT_TRANSLATE_NOOP("actions", "New &table of data…")),
    ActionSpec("fileImportWeights", QT_TRANSLATE_NOOP("actions", "Import &weights…")),
    ActionSpec("fileQuit", QT_TRANSLATE_NOOP("actions", "&Quit"), _KEY.Quit),
    ActionSpec("editUndo", QT_TRANSLATE_NOOP("actions", "&Undo"), _KEY.Undo, "ph.arrow-u-up-left"),
    ActionSpec(
        "editRedo", QT_TRANSLATE_NOOP("actions", "&Redo"), "Ctrl+Shift+Z", "ph.arrow-u-up-right"
    ),
    ActionSpec("viewZoomIn", QT_TRANSLATE_NOOP("actions", "Zoom &in"), _KEY.ZoomIn),
    ActionSpec("viewZoomOut", QT_TRANSLATE_NOOP("actions", "Zoom &out"), _KEY.ZoomOut),
    ActionSpec("viewZoomFit", QT_TRANSLATE_NOOP("actions", "&Fit the network"), "Ctrl+0"),
    ActionSpec("viewNodeMaps", QT_TRANSLATE_NOOP("actions", "M&aps in nodes"), checkable=True),
    ActionSpec("viewMoreDecimals", QT_TRANSLATE_NOOP("actions", "&More decimals"), "Ctrl+."),
    ActionSpec("viewFewerDecimals", QT_TRANSLATE_NOOP("actions", "F&ewer decimals"), "Ctrl+,"),
    ActionSpec("themeSystem", QT_TRANSLATE_NOOP("actions", "Like the &system"), group="theme"),
    ActionSpec("themeLight", QT_TRANSLATE_NOOP("actions", "&Light"), group="theme"),
    ActionSpec("themeDark", QT_TRANSLATE_NOOP("actions", "&Dark"), group="theme"),
    ActionSpec(
        "languageSystem", QT_TRANSLATE_NOOP("actions", "Like the &system"), group="language"
    ),
    ActionSpec("languageEn", "English", group="language"),
    ActionSpec("languageKo", "한국어", group="language"),
    ActionSpec("networkAddLayer", QT_TRANSLATE_NOOP("actions", "Add a hidden &layer"), "Ctrl+L"),
    ActionSpec("networkAddNode", QT_TRANSLATE_NOOP("actions", "Add a &node"), "Ctrl+Shift+N"),
    ActionSpec("networkDelete", QT_TRANSLATE_NOOP("actions", "&Delete the selected node or layer")),
    ActionSpec("networkNewWeights", QT_TRANSLATE_NOOP("actions", "New &weights"), "Ctrl+W"),
    ActionSpec(
        "trainRun",
        QT_TRANSLATE_NOOP("actions", "&Run"),
        "Space",
        "ph.play-fill",
        QT_TRANSLATE_NOOP("actions", "Train the network, or pause"),
    ),
    ActionSpec(
        "trainEpoch",
        QT_TRANSLATE_NOOP("actions", "One &epoch"),
        "E",
        "ph.skip-forward",
        QT_TRANSLATE_NOOP("actions", "Train one epoch: every sample once"),
    ),
    ActionSpec(
        "trainReset",
        QT_TRANSLATE_NOOP("actions", "Re&set"),
        "R",
        "ph.arrow-counter-clockwise",
        QT_TRANSLATE_NOOP("actions", "Back to epoch 0 with the same first weights"),
    ),
    ActionSpec("trainDiagnose", QT_TRANSLATE_NOOP("actions", "&Why does it not learn?"), "F8"),
    ActionSpec(
        "passBack",
        QT_TRANSLATE_NOOP("actions", "Step &back"),
        "Left",
        "ph.caret-left-fill",
        QT_TRANSLATE_NOOP("actions", "One step of the pass back"),
    ),
    ActionSpec(
        "passNext",
        QT_TRANSLATE_NOOP("actions", "&Step"),
        "Right",
        "ph.caret-right-fill",
        QT_TRANSLATE_NOOP("actions", "Step through a pass: sums, outputs, loss, gradients, update"),
    ),
    ActionSpec("passFirst", QT_TRANSLATE_NOOP("actions", "&First step"), "Home"),
    ActionSpec("passLast", QT_TRANSLATE_NOOP("actions", "&Last step"), "End"),
    ActionSpec("passEnd", QT_TRANSLATE_NOOP("actions", "&End the pass"), "Ctrl+E"),
    ActionSpec(
        "timeFirst",
        QT_TRANSLATE_NOOP("actions", "&First epoch"),
        "Alt+Home",
        "ph.arrow-line-left",
    ),
    ActionSpec(
        "timeBack10",
        QT_TRANSLATE_NOOP("actions", "Ten epochs back"),
        "Alt+Shift+Left",
        short="−10",
    ),
    ActionSpec("timeBack", QT_TRANSLATE_NOOP("actions", "One epoch &back"), "Alt+Left", short="−1"),
    ActionSpec(
        "timeForward", QT_TRANSLATE_NOOP("actions", "&One epoch further"), "Alt+Right", short="+1"
    ),
    ActionSpec(
        "timeForward10",
        QT_TRANSLATE_NOOP("actions", "Ten epochs further"),
        "Alt+Shift+Right",
        short="+10",
    ),
    ActionSpec(
        "timeLast",
        QT_TRANSLATE_NOOP("actions", "&Last epoch"),
        "Alt+End",
        "ph.arrow-line-right",
        QT_TRANSLATE_NOOP("actions", "Last epoch: end the visit"),
    ),
    ActionSpec(
        "timeDifference",
        QT_TRANSLATE_NOOP("actions", "&Difference to now"),
        icon="ph.git-diff",
        tip=QT_TRANSLATE_NOOP("actions", "Show the numbers of this epoch beside those of now"),
        checkable=True,
    ),
    ActionSpec(
        "timeContinue",
        QT_TRANSLATE_NOOP("actions", "&Continue from here"),
        icon="ph.arrow-bend-down-right",
        tip=QT_TRANSLATE_NOOP(
            "actions", "Go back to this epoch and train on from it; undo brings the later ones back"
        ),
    ),
    ActionSpec("helpNotation", QT_TRANSLATE_NOOP("actions", "&Notation"), "F1"),
    ActionSpec("helpAbout", QT_TRANSLATE_NOOP("actions", "&About nnsim")),
)
ACTIONS: Mapping[str, ActionSpec] = {spec.name: spec for spec in _SPECS}

# Menus by name; a nested tuple is a submenu.
MENUS = (
    (
        QT_TRANSLATE_NOOP("actions", "&File"),
        (
            "fileNew",
            "fileOpen",
            "recentFiles",
            SEPARATOR,
            "fileSave",
            "fileSaveAs",
            SEPARATOR,
            "fileImport",
            "fileNewTable",
            "fileImportWeights",
            "exports",
            SEPARATOR,
            "fileQuit",
        ),
    ),
    (QT_TRANSLATE_NOOP("actions", "&Edit"), ("editUndo", "editRedo")),
    (
        QT_TRANSLATE_NOOP("actions", "&View"),
        (
            "docks",
            SEPARATOR,
            "viewZoomIn",
            "viewZoomOut",
            "viewZoomFit",
            "viewNodeMaps",
            SEPARATOR,
            "viewMoreDecimals",
            "viewFewerDecimals",
            SEPARATOR,
            (QT_TRANSLATE_NOOP("actions", "&Theme"), ("themeSystem", "themeLight", "themeDark")),
            (
                QT_TRANSLATE_NOOP("actions", "&Language"),
                ("languageSystem", "languageEn", "languageKo"),
            ),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Network"),
        ("networkAddLayer", "networkAddNode", "networkDelete", SEPARATOR, "networkNewWeights"),
    ),
    (
        QT_TRANSLATE_NOOP("actions", "&Training"),
        (
            "trainRun",
            "trainEpoch",
            "trainReset",
            SEPARATOR,
            "trainDiagnose",
            SEPARATOR,
            "passNext",
            "passBack",
            "passFirst",
            "passLast",
            "passEnd",
            SEPARATOR,
            (
                QT_TRANSLATE_NOOP("actions", "&Go back in time"),
                (
                    "timeFirst",
                    "timeBack10",
                    "timeBack",
                    "timeForward",
                    "timeForward10",
                    "timeLast",
                    SEPARATOR,
                    "timeDifference",
                    "timeContinue",
                ),
            ),
        ),
    ),
    (QT_TRANSLATE_NOOP("actions", "&Help"), ("helpNotation", "helpAbout")),
)
TOOLBAR = (
    ("fileNew", "fileOpen", "fileSave"),
    ("editUndo", "editRedo"),
    ("trainRun", "trainEpoch", "trainReset"),
    ("passBack", "passNext"),
)


def translated(text: str) -> str:
    """A text of the tables above in the language of the window."""
    return QCoreApplication.translate("actions", text)


def without_mnemonic(text: str) -> str:
    """For buttons and tips; Korean, say, has its mnemonics in brackets: "파일(&F)"."""
    return re.sub(r"\(&\w\)|&|…", "", text)


def icon(name: str, color: str, disabled: str) -> QIcon:
    """An icon of qtawesome in the colours of the theme."""
    return qtawesome.icon(name, color=color, color_disabled=disabled)


def build_actions(
    handlers: Mapping[str, Callable[[], None]], theme: Theme, parent: QWidget
) -> dict[str, QAction]:
    """Every action of the table, connected to the handler of its name."""
    groups: dict[str, QActionGroup] = {}
    actions: dict[str, QAction] = {}
    for spec in _SPECS:
        action = QAction(translated(spec.text), parent)
        action.setObjectName(spec.name)
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        if spec.icon:
            action.setIcon(icon(spec.icon, theme.text, theme.line))
            action.setIconVisibleInMenu(False)
        action.setIconText(without_mnemonic(action.text()))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = translated(spec.tip) if spec.tip else action.iconText()
        action.setToolTip(f"{tip}  ({keys})" if keys else tip)
        if spec.short:
            action.setIconText(spec.short)
        action.setCheckable(bool(spec.group) or spec.checkable)
        if spec.group:
            group = groups.setdefault(spec.group, QActionGroup(parent))
            group.addAction(action)
        handler = handlers[spec.name]
        action.triggered.connect(lambda _=False, handler=handler: handler())
        actions[spec.name] = action
        parent.addAction(action)
    return actions


def build_menus(
    bar: QMenuBar,
    actions: Mapping[str, QAction],
    fillers: Mapping[str, Callable[[QMenu], None]],
) -> None:
    """Fill the menu bar; `fillers` add what is not in the table, such as recent files."""
    for title, entries in MENUS:
        _fill(bar.addMenu(translated(title)), entries, actions, fillers)


def _fill(menu: QMenu, entries, actions, fillers) -> None:
    for entry in entries:
        if isinstance(entry, tuple):
            title, inner = entry
            _fill(menu.addMenu(translated(title)), inner, actions, fillers)
        elif entry == SEPARATOR:
            menu.addSeparator()
        elif entry in fillers:
            fillers[entry](menu)
        else:
            menu.addAction(actions[entry])
