"""Nothing is lost: unsaved work is kept and offered back, changes on disk are told."""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QObject, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nnsim.document import Autosave, RecoveryFile, left_behind

from .disk_watch import DiskWatch
from .files import Files
from .notice import NoticeBar, Offer
from .parts import Parts


class Safekeeping(QObject):
    """Keeps the work of one window, in a strip above the network asks what only the user knows.

    Attributes:
        autosave: writes the recovery file.
        disk: watches the open file.
    """

    def __init__(self, parts: Parts, files: Files, folder: Path, window: QWidget) -> None:
        """`folder` is where unsaved work is kept."""
        super().__init__(window)
        self._document, self._files = parts.document, files
        controller = parts.controller
        self._offered = left_behind(folder)
        self.autosave = Autosave(parts.document, lambda: controller.project_so_far, folder, self)
        self.disk = DiskWatch(parts.document, self)
        self.disk.changed.connect(self._show)
        self._notice: NoticeBar | None = None

    def add_notice(self, column: QVBoxLayout) -> None:
        """Put the strip there, anew in another language or theme."""
        self._notice = NoticeBar("fileNotice")
        self._notice.put_away.connect(self._on_put_away)
        column.addWidget(self._notice)
        self._show()

    def keep(self) -> None:
        """Something is wrong in nnsim: write what is not saved now."""
        self.autosave.keep()

    def close(self) -> None:
        """The window closes; what was not asked for is offered at the next start."""
        self.autosave.close()
        for file in self._offered:
            file.release()

    @Slot()
    def _show(self) -> None:
        if self._notice is None:
            return
        if self._offered:
            self._tell_left_behind(self._notice, self._offered[0])
        elif self.disk.differs:
            self._tell_changed(self._notice)
        else:
            self._notice.dismiss()

    def _tell_left_behind(self, notice: NoticeBar, file: RecoveryFile) -> None:
        time = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(file.time), QLocale.FormatType.ShortFormat
        )
        path = file.of
        name = self.tr("untitled") if path is None else path.name
        notice.tell(
            self.tr(
                "nnsim ended without saving. The work on <b>{name}</b> was kept at {time}."
            ).format(name=escape(name), time=escape(time)),
            (
                Offer("restoreWork", self.tr("&Restore"), partial(self._restore, file)),
                Offer("discardWork", self.tr("&Discard"), partial(self._discard, file)),
            ),
        )

    def _tell_changed(self, notice: NoticeBar) -> None:
        text = self.tr("<b>{name}</b> was changed on disk by another window or program.")
        assert self._document.path is not None
        notice.tell(
            text.format(name=escape(self._document.path.name)),
            (Offer("reloadFile", self.tr("&Reload"), self._files.reload),),
        )

    @Slot()
    def _on_put_away(self) -> None:
        """Not now: what is offered stays for the next start."""
        if self._offered:
            self._offered.pop(0).release()
            self._show()

    def _restore(self, file: RecoveryFile) -> None:
        self._files.restore(file.read, partial(self._restored, file))
        self._show()  # the offer stays until it is done

    def _restored(self, file: RecoveryFile) -> None:
        self.autosave.adopt(file)
        self._offered.remove(file)
        self._show()

    def _discard(self, file: RecoveryFile) -> None:
        self._offered.remove(file)
        file.remove()
        self._show()
