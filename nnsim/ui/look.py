"""Language and theme, as the settings say or as the system has them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QStyleFactory

from nnsim.shell.resources import resource
from nnsim.shell.settings import LANGUAGE, THEME, Settings
from nnsim.shell.translation import Translator

from .keys import FocusedControlFirst
from .theme import DARK, LIGHT, Theme, palette, stylesheet


class Look(QObject):
    """Applies language and theme to the application.

    Signals:
        system_changed(): the system went from light to dark or back, and nnsim follows it.
    """

    system_changed = Signal()

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._translator = Translator(app)
        self._theme: Theme | None = None
        app.setStyle(QStyleFactory.create("Fusion"))
        FocusedControlFirst(app, self)
        app.styleHints().colorSchemeChanged.connect(self._on_scheme_changed)

    def apply(self) -> Theme:
        """Apply what the settings say; returns the theme for the views to paint with."""
        self._translator.use(self._settings.get(LANGUAGE))
        theme = self._wanted_theme()
        if theme is not self._theme:
            self._theme = theme
            self._app.setPalette(palette(theme))
            self._app.setStyleSheet(stylesheet(theme, resource("icons")))
        return theme

    def _wanted_theme(self) -> Theme:
        choice = self._settings.get(THEME)
        if choice == "system":
            dark = self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if choice == "dark" else LIGHT

    @Slot()
    def _on_scheme_changed(self) -> None:
        if self._settings.get(THEME) == "system" and self._wanted_theme() is not self._theme:
            self.system_changed.emit()
