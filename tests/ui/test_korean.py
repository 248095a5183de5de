"""Korean is complete: the translation is up to date, and nothing English is left in the window."""

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDockWidget,
    QLabel,
    QMenu,
    QMessageBox,
    QSpinBox,
    QTableView,
    QWidget,
)

from nnsim.data import DATASETS
from nnsim.engine import ACTIVATIONS, INITIALIZERS, LOSSES, OPTIMIZERS
from nnsim.notation import W, a
from nnsim.shell.resources import resource
from nnsim.shell.settings import LANGUAGE, Settings
from nnsim.shell.translation import Translator
from nnsim.ui.main_window import MainWindow
from nnsim.ui.selection import Layer
from nnsim.ui.texts import dataset_title, family_title, title

FOLDER = resource("i18n")
NAMES = {"Adam", "He", "Nesterov", "RMSprop", "Xavier", "AND", "OR", "NAND", "XOR"}
ACTIVATION_NAMES = {"sigmoid", "tanh", "relu", "leaky", "softplus", "softmax"}
KEYS = {"Alt", "Ctrl", "Home", "End", "Shift", "Space", "Del", "Ins"}
FUNCTIONS = {"ln", "sgn"}
FORMATS = {"CSV", "HTML", "NPZ", "ONNX", "PDF", "PNG", "SVG", "NumPy", "PyTorch"}
LATIN = NAMES | ACTIVATION_NAMES | KEYS | FUNCTIONS | FORMATS | {"nnsim", "English", "ko"}

Message = tuple[str, str]


def read(path: Path) -> dict[Message, ET.Element]:
    """Translations by context and source."""
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message.find("translation")
        for context in ET.parse(path).getroot().iter("context")
        for message in context.iter("message")
    }


@pytest.fixture(scope="module")
def messages() -> dict[Message, str]:
    return {key: each.text or "" for key, each in read(FOLDER / "nnsim_ko.ts").items()}


def english(texts: Iterable[str], allowed: Iterable[str] = ()) -> set[str]:
    """Latin words of two letters and more that are neither names nor allowed."""
    plain = (re.sub(r"<[^>]*>|\{\w+\}", " ", text) for text in texts)
    words = {word for text in plain for word in re.findall(r"[A-Za-z]{2,}", text)}
    return words - LATIN - {part for text in allowed for part in re.findall(r"[A-Za-z]+", text)}


# The translation


@pytest.mark.slow
def test_it_is_up_to_date_and_compiled(tmp_path: Path):
    shutil.copy(FOLDER / "nnsim_ko.ts", tmp_path)
    tool = [sys.executable, FOLDER / "update.py", tmp_path]
    subprocess.run(tool, check=True, capture_output=True)
    kept, found = read(FOLDER / "nnsim_ko.ts"), read(tmp_path / "nnsim_ko.ts")
    hint = "run resources/i18n/update.py and translate what is unfinished"
    assert set(found) - set(kept) == set(), f"new texts: {hint}"
    assert set(kept) - set(found) == set(), f"texts that are gone: {hint}"
    assert (FOLDER / "nnsim_ko.qm").read_bytes() == (tmp_path / "nnsim_ko.qm").read_bytes()


def test_every_text_is_translated(messages: dict[Message, str]):
    translations = read(FOLDER / "nnsim_ko.ts")
    assert [key for key, each in translations.items() if each.attrib or not each.text] == []
    untranslated = [
        key for key, text in messages.items() if not re.search("[가-힣]", text) and english([text])
    ]
    assert untranslated == []


@pytest.mark.parametrize(
    "part",
    [r"\{\w+\}", r"</?\w+[^>]*>", "[∂ηβμρΣ]", "…$"],
    ids=["placeholders", "tags", "signs", "dots"],
)
def test_what_is_no_word_stays(part: str, messages: dict[Message, str]):
    def parts(text: str) -> list[str]:
        return sorted(re.findall(part, text))

    assert [key for key, text in messages.items() if parts(key[1]) != parts(text)] == []


def test_mnemonics_stay_in_brackets(messages: dict[Message, str]):
    def mnemonic(text: str, pattern: str) -> list[str]:
        return [letter.upper() for letter in re.findall(pattern, text)]

    assert [
        key
        for key, text in messages.items()
        if mnemonic(key[1], r"&(\w)") != mnemonic(text, r"\(&(\w)\)")
    ] == []


@pytest.fixture
def korean(qapp: QApplication) -> Iterator[None]:
    translator = Translator(qapp)
    translator.use("ko")
    yield
    translator.use("en")


def test_every_entry_of_a_table_has_a_korean_title(korean: None):
    keys = [*ACTIVATIONS, *LOSSES, *OPTIMIZERS, *INITIALIZERS]
    titles = [title(key) for key in keys] + [dataset_title(key) for key in DATASETS]
    titles += [family_title(entry.family) for entry in DATASETS.values()]
    assert english(titles) == set()


# The window


def menu_texts(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        yield action.text()
        if action.menu():
            yield from menu_texts(action.menu())


def in_menu(widget: QWidget | None) -> bool:
    """Pyqtgraph builds a menu that nnsim never shows; those it shows are read by their actions."""
    return widget is not None and (isinstance(widget, QMenu) or in_menu(widget.parentWidget()))


def widget_texts(root: QWidget) -> Iterator[str]:
    """What can be read in a widget and its children, and what a screen reader says."""
    for widget in (root, *root.findChildren(QWidget)):
        if in_menu(widget):
            continue
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        yield widget.accessibleDescription() if isinstance(widget, QAbstractButton) else ""
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        elif isinstance(widget, QSpinBox):
            yield from (widget.specialValueText(), widget.suffix())
        elif isinstance(widget, QTableView):
            model, horizontal = widget.model(), Qt.Orientation.Horizontal
            for column in range(model.columnCount()):
                yield str(model.headerData(column, horizontal) or "")


def window_texts(window: MainWindow) -> list[str]:
    texts = list(widget_texts(window))
    for action in window.menuBar().actions():
        texts += [action.text(), *menu_texts(action.menu())]
    for action in window.actions_by_name.values():
        texts += [action.text(), action.iconText(), action.toolTip()]
    texts += [dock.windowTitle() for dock in window.findChildren(QDockWidget)]
    plot = window.findChild(QWidget, "lossPlot")
    output = window.findChild(QWidget, "outputMap")
    texts += [plot.canvas.getAxis(side).labelText for side in ("bottom", "left")]
    texts += [output.title, *output.key.texts]
    if output.shown_counts is not None:
        texts.append(output.confusion.cell_text(0, 0))
    return texts


@pytest.fixture
def window(open_window: Callable[..., MainWindow], settings: Settings) -> MainWindow:
    settings.set(LANGUAGE, "ko")
    return open_window(size=(1280, 800))


def test_the_window_opens_in_korean(window: MainWindow):
    texts = window_texts(window)
    assert {"파일(&F)", "학습 시작", "데이터", "손실", "에포크", "정확도"} <= set(texts)
    assert english(texts) == set()


@pytest.mark.parametrize(
    "selection", [a(1, 1), a(2, 1), a(3, 1), W(2, 1, 2), Layer(1), Layer(2), Layer(3)], ids=str
)
def test_the_inspector_speaks_korean(selection: object, window: MainWindow):
    window.view_state.select(selection)
    texts = widget_texts(window.findChild(QWidget, "inspector"))
    assert english(texts) == set()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["spiral", "iris", "breast_cancer"])
def test_another_dataset_and_its_proposal(name: str, window: MainWindow, user):
    user.choose("datasetChooser", name)
    dataset = window.document.project.dataset
    own = (*dataset.input_names, *dataset.class_names)
    assert "추천" in user.notice
    assert english(window_texts(window), own) == set()
    user.press("useProposal")
    user.press("trainEpoch")
    user.wait_until_idle()
    assert window.document.undo_stack.undoText() == "1 에포크 학습"
    assert english(window_texts(window), own) == set()


def test_dialogs_speak_korean(window: MainWindow, user):
    user.press("helpNotation")
    user.press("helpAbout")
    window.findChild(QWidget, "standardise").click()
    window.findChild(QWidget, "scalingLabel").show_numbers()
    window.files.open_path(Path("/missing/1.nnsim"))
    window.show_exception("", "")
    names = ("notationDialog", "aboutMessage", "scalingDialog", "errorMessage", "exceptionMessage")
    for name in names:
        dialog = window.findChild(QWidget, name)
        assert english(widget_texts(dialog), ["missing"]) == set(), name
        dialog.close()


def test_the_question_about_unsaved_work(window: MainWindow, user, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []

    def cancel(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box.text())
        buttons = box.findChild(QDialogButtonBox).buttons()
        asked.extend(re.sub(r"\(&\w\)", "", button.text()) for button in buttons)
        return QMessageBox.StandardButton.Cancel

    monkeypatch.setattr(QMessageBox, "exec", cancel)
    user.press("networkAddNode")
    assert not window.files.may_discard()
    assert asked[0] == "변경 내용을 제목 없음에 저장하시겠습니까?"
    assert set(asked[1:]) == {"저장", "저장 안 함", "취소"}


def test_the_menu_switches_to_english_and_back(window: MainWindow, user):
    user.press("networkAddNode")
    assert window.actions_by_name["editUndo"].text() == "노드 추가 실행 취소(&U)"
    window.actions_by_name["languageEn"].trigger()
    assert window.actions_by_name["fileOpen"].text() == "&Open…"
    window.actions_by_name["languageKo"].trigger()
    assert window.actions_by_name["fileOpen"].text() == "열기(&O)…"
    assert window.actions_by_name["fileOpen"].iconText() == "열기"
