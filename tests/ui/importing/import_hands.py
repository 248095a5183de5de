"""What hands do in the dialog of an import."""

from PySide6.QtWidgets import QComboBox


def settled(user) -> None:
    user.wait(lambda: user.find("importAccept").isEnabled() or user.shows("importProblem"))


def choose(user, name: str, key: object) -> None:
    box = user.find(name, QComboBox)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())
    settled(user)


def use_row(user, row: int, key: str) -> None:
    """Select a column and choose its use."""
    user.click_cell("importColumns", row, 0)
    box = user.find("importUse", QComboBox)
    place = next(number for number in range(box.count()) if box.itemData(number).value == key)
    box.setCurrentIndex(place)
    box.activated.emit(place)
    settled(user)
