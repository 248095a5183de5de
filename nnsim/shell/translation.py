"""The language of the texts. Sources are English; a switch takes effect at once."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from nnsim.shell.resources import ResourceNotFoundError, resource

_log = logging.getLogger(__name__)
_NAME = "nnsimTranslator"


class Translator:
    """Installs the translations of one language; Qt then sends LanguageChange to every widget.

    Attributes:
        language: language in use, "en" or "ko".
    """

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self.language = "ko" if self._installed() else "en"

    def use(self, language: str) -> None:
        """Change to "en" or "ko", or to what the "system" prefers. Raises ValueError."""
        if language not in ("system", "en", "ko"):
            raise ValueError(language)
        if language == "system":
            korean = QLocale.system().language() == QLocale.Language.Korean
            language = "ko" if korean else "en"
        if language == self.language:
            return
        for translator in self._installed():
            self._app.removeTranslator(translator)
            translator.setParent(None)
        self.language = language
        if language == "ko":
            self._install_korean()

    def _install_korean(self) -> None:
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(f"{qt_folder}/qtbase_ko.qm")
        try:
            self._install(str(resource("i18n/nnsim_ko.qm")))
        except ResourceNotFoundError as error:
            _log.warning("No translation: %s", error.name)

    def _install(self, path: str) -> None:
        translator = QTranslator(self._app)
        translator.setObjectName(_NAME)
        if translator.load(path):
            self._app.installTranslator(translator)
        else:
            translator.setParent(None)
            _log.warning("No translation: %s", path)

    def _installed(self) -> list[QTranslator]:
        """Those of the application, whoever installed them: it has one language at a time."""
        found: list[QTranslator] = self._app.findChildren(QTranslator, _NAME)
        return found
