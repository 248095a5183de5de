"""File → Export → Worksheet: options, typesetting, file."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from nnsim.exporting import WorksheetError
from nnsim.exporting.worksheet import (
    Drawing,
    Exercise,
    Options,
    Sheet,
    Words,
    check_size,
    make_exercise,
    make_sheet,
    sheet_html,
    typeset,
)
from nnsim.notation import Line
from nnsim.ui.errors import show_error
from nnsim.ui.view_state import ViewState

from .steps import Steps, progress_dialog, show_share
from .worksheet_dialog import WorksheetDialog
from .worksheet_pdf import sheet_pdf
from .worksheet_texts import sheet_words, too_large_text

LOOK_MILLISECONDS = 30


@dataclass(frozen=True)
class Worksheet:
    """A sheet and the kind of file that it is to be."""

    sheet: Sheet
    suffix: str


def worksheet_file(made: Worksheet) -> Steps[bytes]:
    """The file of a sheet."""
    if made.suffix == ".html":
        yield 0.0
        return sheet_html(made.sheet).encode()
    return (yield from sheet_pdf(made.sheet, made.sheet.parts[0].title))


class Typesetting:
    """Typesets a sheet on a thread of its own, which knows nothing of Qt.

    Attributes:
        lines: how many there are.
        done: how many have been typeset so far.
        result: the sheet, when it is finished.
    """

    def __init__(self, exercise: Exercise, words: Words, answers: bool) -> None:
        self._cancelled = Event()
        self.lines = self.done = 0
        make_sheet(exercise, words, answers, self._count, _no_picture)
        executor = ThreadPoolExecutor(1, "nnsim worksheet")
        self.result: Future[Sheet] = executor.submit(
            make_sheet, exercise, words, answers, self._typeset
        )
        executor.shutdown(wait=False)

    def cancel(self) -> None:
        """Stop at the next line."""
        self._cancelled.set()

    def _count(self, line: Line) -> Drawing:
        """In place of a drawing, one of about its size."""
        self.lines += 1
        return Drawing("", line.plain, 4.0 * len(line.plain), 10.0, 4.0)

    def _typeset(self, line: Line) -> Drawing:
        if self._cancelled.is_set():
            raise CancelledError
        self.done += 1
        return typeset(line)


def _no_picture(sizes: tuple[int, ...], label: str) -> Drawing:
    """In place of the network, which takes as long as its names."""
    return Drawing("", label, 1.0, 1.0, 0.0)


class WorksheetExport(QObject):
    """Asks what the sheet is to be, makes it, and hands it on to be saved."""

    def __init__(
        self,
        view: ViewState,
        save: Callable[[str, Worksheet], None],
        window: QWidget,
        parent: QObject,
    ) -> None:
        """`save` is given the suffix of the file and what it is made of."""
        super().__init__(parent)
        self._view = view
        self._save = save
        self._window = window
        self._dialog: WorksheetDialog | None = None
        self._work: Typesetting | None = None
        self._suffix = ""
        self._progress: QProgressDialog | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self._look)
        application = QCoreApplication.instance()
        assert application is not None
        application.aboutToQuit.connect(self._on_cancelled)  # or the process would wait for it

    def ask(self) -> None:
        """Ask for the options; a network that is too large is refused at once."""
        reading = self._view.reading.actual
        try:
            check_size(reading.project.network.sizes)
        except WorksheetError as error:
            show_error(self._window, "nnsim", too_large_text(error))
            return
        self._dialog = WorksheetDialog(
            reading.sample, self._view.decimals, self._view.walk.on_paper, self._window
        )
        self._dialog.accepted.connect(self._on_accepted)
        self._dialog.open()

    @Slot()
    def _on_accepted(self) -> None:
        assert self._dialog is not None
        self._start(self._dialog.options, self._dialog.suffix)

    def _start(self, options: Options, suffix: str) -> None:
        project = self._view.reading.actual.project
        words = sheet_words(project, options)
        self._suffix = suffix
        self._work = Typesetting(make_exercise(project, options), words, options.answers)
        text = self.tr("Typesetting the formulas…")
        cancel = self.tr("Cancel")
        self._progress = progress_dialog(self._window, "worksheetProgress", text, cancel)
        self._progress.canceled.connect(self._on_cancelled)
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        work, progress = self._work, self._progress
        assert work is not None
        assert progress is not None
        if not work.result.done():
            show_share(progress, work.done / work.lines)
            return
        self._end()
        self._save(self._suffix, Worksheet(work.result.result(), self._suffix))

    @Slot()
    def _on_cancelled(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._end()

    def _end(self) -> None:
        self._timer.stop()
        if self._progress is not None:
            self._progress.canceled.disconnect(self._on_cancelled)
            self._progress.close()
            self._progress.deleteLater()
        self._work = self._progress = None
