"""A worksheet, typeset and as a file."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event

from nnsim.exporting import Files
from nnsim.exporting.worksheet import (
    Drawing,
    Exercise,
    Options,
    Sheet,
    Words,
    make_exercise,
    make_sheet,
    sheet_html,
    typeset,
)
from nnsim.notation import Line
from nnsim.project import Project

from .making import Progress, Slices
from .worksheet_pdf import sheet_pdf

_TYPESET = 0.7  # of the whole work; painting is the rest


@dataclass(frozen=True, eq=False)
class WorksheetRequest:
    """What a sheet is made from, and the suffix of the kind of file."""

    project: Project
    options: Options
    words: Words
    suffix: str


def worksheet_slices(request: WorksheetRequest) -> Slices[Files]:
    """Typeset on another thread, then paint."""
    exercise = make_exercise(request.project, request.options)
    work = _Typesetting(exercise, request.words, request.options.answers)
    try:
        while not work.result.done():
            yield Progress(_TYPESET * work.share, waits=True)
    finally:
        work.cancel()
    sheet = work.result.result()
    if request.suffix == ".html":
        return {request.suffix: sheet_html(sheet).encode()}
    painting = sheet_pdf(sheet, sheet.parts[0].title)
    try:
        while True:
            share = next(painting).share
            yield Progress(_TYPESET + (1 - _TYPESET) * share)
    except StopIteration as end:
        return {request.suffix: end.value}
    finally:
        painting.close()


class _Typesetting:
    """Typesets a sheet on a thread of its own, which knows nothing of Qt.

    Attributes:
        result: the sheet, when it is finished.
    """

    def __init__(self, exercise: Exercise, words: Words, answers: bool) -> None:
        self._cancelled = Event()
        self._lines = self._done = 0
        make_sheet(exercise, words, answers, self._count, _no_picture)
        executor = ThreadPoolExecutor(1, "nnsim worksheet")
        self.result: Future[Sheet] = executor.submit(
            make_sheet, exercise, words, answers, self._typeset
        )
        executor.shutdown(wait=False)

    @property
    def share(self) -> float:
        """How much is typeset, from 0 to 1."""
        return min(1.0, self._done / max(1, self._lines))

    def cancel(self) -> None:
        """Stop at the next line."""
        self._cancelled.set()

    def _count(self, line: Line) -> Drawing:
        """In place of a drawing, one of about its size."""
        self._lines += 1
        return Drawing("", line.plain, 4.0 * len(line.plain), 10.0, 4.0)

    def _typeset(self, line: Line) -> Drawing:
        if self._cancelled.is_set():
            raise CancelledError
        self._done += 1
        return typeset(line)


def _no_picture(sizes: tuple[int, ...], label: str) -> Drawing:
    """In place of the network, which takes as long as its names."""
    return Drawing("", label, 1.0, 1.0, 0.0)
