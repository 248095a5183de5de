"""Another language or theme leaves the docks as wide and as high as they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget

IN_SIGHT = ("dataDock", "trainingDock", "inspectorDock", "lossDock", "mapDock")


def sizes(window) -> dict[str, tuple[int, int]]:
    found = {name: window.findChild(QDockWidget, name) for name in IN_SIGHT}
    return {name: (dock.width(), dock.height()) for name, dock in found.items()}


@pytest.mark.parametrize(
    "actions",
    [("languageKo",), ("themeDark",), ("languageKo", "themeDark", "languageEn", "themeLight")],
)
@pytest.mark.parametrize("stepping", [False, True])
def test_sizes_of_docks_stay(user, window, qtbot, actions, stepping):
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: sizes(window)["dataDock"][0] == 296)
    data, inspector = (
        window.findChild(QDockWidget, name) for name in ("dataDock", "inspectorDock")
    )
    window.resizeDocks([data, inspector], [330, 320], Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: (data.width(), inspector.width()) == (330, 320))
    if stepping:
        user.press("passNext")
        qtbot.waitUntil(lambda: user.find("passBar").height() > 0)
    before = sizes(window)
    for name in actions:
        user.press(name)
        qtbot.waitUntil(lambda: sizes(window) == before)
