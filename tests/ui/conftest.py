"""A window with settings of its own, and a user who acts on what is visible in it."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAction, QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QTableView,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from nnsim.app import create_window
from nnsim.notation import Symbol
from nnsim.shell.settings import LANGUAGE, THEME, Settings
from nnsim.training.session import State
from nnsim.ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform tells of everything that it cannot do."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("plugin does not support"))


class User:
    """Sees and operates one window: mouse, keys, and nothing that is hidden."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self._qtbot = qtbot

    # What is there

    def find(self, name: str, kind: type = QWidget) -> QWidget:
        """The visible widget of this objectName, in the window or in a dialog of it."""
        found = [each for each in self.window.findChildren(kind, name) if each.isVisible()]
        assert found, f"no visible {name}"
        return found[-1]

    def shows(self, name: str) -> bool:
        return any(each.isVisible() for each in self.window.findChildren(QWidget, name))

    def text(self, name: str) -> str:
        """What a label or line of text says."""
        return self.find(name).text()  # type: ignore[attr-defined]

    @property
    def notice(self) -> str:
        """What the notice says, "" when there is none."""
        return self.text("noticeText") if self.shows("notice") else ""

    def value(self, symbol: Symbol) -> float | None:
        """The number that the views show for a symbol."""
        return self.window.view_state.reading.value(symbol)

    def cell(self, table: str, row: int, column: int) -> str:
        view = self.find(table, QTableView)
        return str(view.model().index(row, column).data())  # type: ignore[attr-defined]

    def heading(self, table: str, column: int) -> str:
        model = self.find(table, QTableView).model()  # type: ignore[attr-defined]
        return str(model.headerData(column, Qt.Orientation.Horizontal))

    # Buttons, menus and fields

    def press(self, name: str) -> None:
        """An action, by its button in the toolbar or else by its menu; or any button."""
        actions = self.window.findChildren(QAction, name)
        if not actions:
            self.click(self.find(name))
            return
        action = actions[-1]  # those before it belong to another language or theme
        assert action.isEnabled(), f"{name} cannot be pressed"
        button = self.window.findChild(QToolBar, "toolbar").widgetForAction(action)
        if button is not None:
            self.click(button)
        else:
            menus = [each for each in action.associatedObjects() if isinstance(each, QMenu)]
            assert menus, f"{name} is in no menu"
            action.trigger()

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        assert widget.isVisible()
        assert widget.isEnabled()
        QTest.mouseClick(widget, LEFT, pos=widget.rect().center() if place is None else place)

    def choose(self, name: str, key: str) -> None:
        """An entry of a combo box, from its list."""
        box = self.find(name, QComboBox)
        assert isinstance(box, QComboBox)
        row = box.findData(key)
        assert row >= 0, f"{name} has no {key}"
        box.showPopup()
        view = box.view()
        index = view.model().index(row, 0)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())
        self.activate()

    def activate(self) -> None:
        """Offscreen, no window becomes active by itself when a popup or dialog closes."""
        self._qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        self.window.activateWindow()
        self._qtbot.waitUntil(self.window.isActiveWindow)

    def enter(self, name: str, text: str, end: Key | None = Key.Key_Return) -> None:
        """Replace the text of a field."""
        self.activate()
        field = self.find(name)
        line = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
        field.setFocus()
        line.selectAll()
        self.keys(text)
        if end is not None:
            QTest.keyClick(line, end)

    def key(self, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        """A key, for whatever has the focus."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def keys(self, text: str) -> None:
        """Type a text into whatever has the focus."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = ord(letter.upper()) if letter.isascii() else Key.Key_unknown
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                focused = QApplication.focusWidget()
                assert focused is not None, "nothing has the focus"
                QApplication.sendEvent(focused, event)

    # The diagram

    def place(self, symbol: Symbol) -> QPoint:
        """Where a number can be typed, or a node stands."""
        diagram = self.window.diagram
        field = diagram.picture.field_of(symbol)
        if field is not None:
            point = QPoint(round(field.box.x), round(field.box.y))
        else:
            position = diagram.picture.layout.position(symbol.layer, symbol.j)
            assert position is not None, f"{symbol} is not on the diagram"
            point = QPoint(round(position.x), round(position.y))
        scrolled = QPoint(
            diagram.horizontalScrollBar().value(), diagram.verticalScrollBar().value()
        )
        return point - scrolled

    def select(self, symbol: Symbol) -> None:
        """Click a node, or the label of a weight."""
        self.click(self.window.diagram.viewport(), self.place(symbol))

    def open_editor(self, symbol: Symbol) -> None:
        self.activate()
        QTest.mouseDClick(self.window.diagram.viewport(), LEFT, pos=self.place(symbol))
        assert self.window.diagram.editor.symbol == symbol

    def type_number(self, symbol: Symbol, text: str, end: Key = Key.Key_Return) -> None:
        """Double-click a number on the diagram, type another, and end with a key."""
        self.open_editor(symbol)
        self.keys(text)
        self.key(end)

    def leave(self) -> None:
        """Click where nothing is."""
        diagram = self.window.diagram
        self.click(diagram.viewport(), QPoint(4, diagram.viewport().height() - 4))

    # Tables

    def click_cell(self, table: str, row: int, column: int, double: bool = False) -> None:
        view = self.find(table, QTableView)
        assert isinstance(view, QTableView)
        index = view.model().index(row, column)
        view.scrollTo(index)
        click = QTest.mouseDClick if double else QTest.mouseClick
        QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(index).center())
        if double:
            click(view.viewport(), LEFT, pos=view.visualRect(index).center())

    def type_cell(self, table: str, row: int, column: int, text: str, end: Key = Key.Key_Return):
        self.click_cell(table, row, column, double=True)
        self.keys(text)
        self.end_cell(end)

    def end_cell(self, end: Key = Key.Key_Return) -> None:
        """Finish typing in a table; Qt commits from the event loop."""
        assert isinstance(QApplication.focusWidget(), QLineEdit), "no cell is being typed"
        self.key(end)
        self.wait(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))

    # Training

    def wait(self, condition: Callable[[], bool], timeout: int = 20_000) -> None:
        self._qtbot.waitUntil(condition, timeout=timeout)

    def wait_until_idle(self) -> None:
        self.wait(lambda: self.window.session.state is State.IDLE)

    def train_until(self, condition: Callable[[], bool]) -> None:
        """Press Run, wait, press Run again."""
        self.press("trainRun")
        self.wait(condition)
        self.press("trainRun")
        self.wait_until_idle()

    def train_to_epoch(self, epoch: int) -> None:
        self.train_until(lambda: self.window.view_state.reading.epoch >= epoch)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    settings = Settings(tmp_path / "window.ini")
    settings.set(LANGUAGE, "en")
    settings.set(THEME, "light")
    return settings


@pytest.fixture
def open_window(qtbot: QtBot, settings: Settings) -> Iterator[Callable[..., MainWindow]]:
    """Opens windows; at the end they close without asking."""
    windows: list[MainWindow] = []

    def open_window(path: Path | None = None, size: tuple[int, int] | None = None) -> MainWindow:
        window = create_window(path, settings)
        windows.append(window)
        if size is not None:
            window.resize(*size)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_window
    for window in windows:
        window.session.close()
        window.document.undo_stack.setClean()
        if settings.get(LANGUAGE) != "en":
            settings.set(LANGUAGE, "en")
            window.rebuild()
        window.close()
        window.deleteLater()


@pytest.fixture
def window(open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window(size=(1280, 800))


@pytest.fixture
def user(window: MainWindow, qtbot: QtBot) -> User:
    return User(window, qtbot)


@pytest.fixture
def hands(qtbot: QtBot) -> Callable[[MainWindow], User]:
    """A user for any window."""
    return lambda window: User(window, qtbot)


def _assert_fresh(window: MainWindow) -> None:
    """Every number on the screen is that of a network built anew with the parameters shown."""
    reading = window.view_state.reading
    project = window.document.project
    assert reading.project is project
    if not window.session.running:
        assert reading.parameters.tobytes() == project.parameters.tobytes()
        assert reading.epoch == project.progress.epoch
    network = project.build_network(reading.parameters)
    row = window.view_state.sample
    forward = network.forward(project.x[row : row + 1])
    for layer in range(2, project.network.depth + 1):
        assert np.array_equal(reading.forward.z[layer], forward.z[layer])
        assert np.array_equal(reading.forward.a[layer], forward.a[layer])
        assert np.array_equal(reading.network.W[layer], network.W[layer])
        assert np.array_equal(reading.network.b[layer], network.b[layer])
    assert reading.loss == network.loss_value(forward, project.t[row : row + 1])
    picture = window.diagram.picture
    assert len(picture.layout.columns) == project.network.depth
    for field in picture.fields:
        assert reading.value(field.symbol) is not None


@pytest.fixture
def assert_fresh() -> Callable[[MainWindow], None]:
    return _assert_fresh


@dataclass(frozen=True)
class Painted:
    """A text as it was painted, with the box of its ink."""

    text: str
    box: QRectF


_MATRIX = re.compile(r"matrix\(1,0,0,1,(-?[\d.]+),(-?[\d.]+)\)")


def _painted_texts(widget: QWidget) -> list[Painted]:
    """Every text that a widget paints, without its children: painted once more, as SVG."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    painter = QPainter(generator)
    no_children = QWidget.RenderFlag.DrawWindowBackground
    widget.render(painter, QPoint(), renderFlags=no_children)
    painter.end()
    texts: list[Painted] = []
    for group in ElementTree.fromstring(buffer.data().data()).iter():
        shift = _MATRIX.fullmatch(group.get("transform", ""))
        for element in group.findall("{*}text") if shift else ():
            text = (element.text or "").removeprefix("\n ")
            font = QFont(widget.font())
            font.setPixelSize(max(1, round(float(element.get("font-size", "12")))))
            font.setBold(int(element.get("font-weight", "400")) > 500)
            font.setItalic(element.get("font-style") == "italic")
            ink = QFontMetricsF(font).tightBoundingRect(text)
            x, y = float(element.get("x", "0")), float(element.get("y", "0"))
            ink.translate(x + float(shift[1]), y + float(shift[2]))
            texts.append(Painted(text.strip(), ink))
    return texts


@pytest.fixture
def painted_texts() -> Callable[[QWidget], list[Painted]]:
    return _painted_texts


def pytest_make_parametrize_id(val: object) -> str | None:
    """Architectures by their sizes, symbols by their names."""
    if isinstance(val, tuple) and val and all(isinstance(each, int) for each in val):
        return "-".join(map(str, val))
    return str(val) if isinstance(val, Symbol) else None
