"""File → Import weights: W2, b2, W3, b3, ... from a .npz into the network as it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from nnsim.controller import Controller
from nnsim.exporting import WeightsError, read_weights
from nnsim.exporting.npz import MAX_FILE
from nnsim.project import edits
from nnsim.shell.settings import LAST_DIRECTORY, Settings
from nnsim.ui.errors import show_error, system_reason
from nnsim.ui.marking import QT_TRANSLATE_NOOP

_ERRORS = {
    "not_npz": QT_TRANSLATE_NOOP("weights", "It is not a file of NumPy arrays (.npz)."),
    "too_big": QT_TRANSLATE_NOOP("weights", "It is larger than the weights of any network."),
    "damaged": QT_TRANSLATE_NOOP("weights", "It is damaged."),
    "missing_array": QT_TRANSLATE_NOOP("weights", "There is no array {name} in it."),
    "unexpected_array": QT_TRANSLATE_NOOP(
        "weights", "It has an array {name}, but the network has no such layer ({expected})."
    ),
    "wrong_type": QT_TRANSLATE_NOOP(
        "weights", "The array {name} does not hold real numbers ({found})."
    ),
    "wrong_shape": QT_TRANSLATE_NOOP(
        "weights", "The array {name} has the shape {found}, but the network needs {expected}."
    ),
    "not_finite": QT_TRANSLATE_NOOP(
        "weights", "The array {name} holds numbers that are not finite."
    ),
}


class WeightsImport(QObject):
    """Asks for a file and takes its weights over, as one undo step."""

    def __init__(self, controller: Controller, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._controller = controller
        self._settings = settings
        self._window = window

    def choose(self) -> None:
        """Ask for a file; a run that is going on is ended and kept first."""
        self._controller.when_idle(self._choose_now)

    def _choose_now(self) -> None:
        folder = str(self._settings.get(LAST_DIRECTORY) or Path.home())
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import weights"), folder, f"{self.tr('NumPy arrays')} (*.npz)"
        )
        if name:
            self.import_path(Path(name))

    def import_path(self, path: Path) -> None:
        """Take the weights of this file over; whatever is wrong with it is told."""
        network = self._controller.document.project.network
        try:
            if path.stat().st_size > MAX_FILE:
                raise WeightsError("too_big")
            parameters = read_weights(path.read_bytes(), network)
        except WeightsError as error:
            self._tell(path, weights_error(error))
        except OSError as error:
            self._tell(path, system_reason(error.strerror or str(error)))
        else:
            self._controller.edit(
                lambda project: edits.set_parameters(project, parameters),
                self.tr("Import weights"),
            )

    def _tell(self, path: Path, why: str) -> None:
        what = self.tr("The weights in {file} cannot be used.").format(file=path)
        stays = self.tr("The network is as it was.")
        show_error(self._window, "nnsim", f"{what}\n{why}\n\n{stays}")


def weights_error(error: WeightsError) -> str:
    """Why a file's weights cannot be used."""
    text = QCoreApplication.translate("weights", _ERRORS[error.reason])
    return text.format(name=error.name, found=error.found, expected=error.expected)
