"""Another language or theme leaves the docks as wide and as high as they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget

DOCKS = ("dataDock", "inspectorDock", "lossDock", "outputDock")


def sizes(window) -> dict[str, tuple[int, int]]:
    docks = {dock.objectName(): dock for dock in window.findChildren(QDockWidget)}
    return {name: (dock.width(), dock.height()) for name, dock in docks.items() if dock.isVisible()}


@pytest.mark.parametrize(
    "actions",
    [("languageKo",), ("themeDark",), ("languageKo", "themeDark", "languageEn", "themeLight")],
)
@pytest.mark.parametrize("stepping", [False, True])
def test_sizes_of_docks_stay(user, window, actions, stepping):
    window.resize(1280, 800)
    window.grab()
    docks = [dock for dock in window.findChildren(QDockWidget) if dock.isVisible()]
    left = next(
        dock
        for dock in docks
        if window.dockWidgetArea(dock) is Qt.DockWidgetArea.LeftDockWidgetArea
    )
    window.resizeDocks([left], [left.width() + 40], Qt.Orientation.Horizontal)
    window.grab()
    before = sizes(window)
    assert len(before) >= 4
    if stepping:
        user.press("passNext")
        window.grab()
    for name in actions:
        user.press(name)
        window.grab()
    after = sizes(window)
    assert {name: width for name, (width, _) in after.items()} == {
        name: width for name, (width, _) in before.items()
    }
    if not stepping:
        assert after == before
