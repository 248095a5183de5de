"""Colours, sizes and the style sheet: calm surfaces, one accent, one pair of colours for sign."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, wraps
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QColor, QFont, QPalette

T = TypeVar("T")
MOST_KEPT = 4096


@dataclass(frozen=True)
class Theme:
    """The colours of the window. Positive and negative also stand for the classes 1 and 0."""

    dark: bool
    background: str
    panel: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    positive: str
    negative: str
    negative_text: str
    highlight: str

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """One of the colours above, by name."""
        color = self._colors.get((name, alpha))
        if color is None:
            color = QColor(getattr(self, name))
            color.setAlphaF(alpha)
            self._colors[name, alpha] = color
        return QColor(color)  # a caller may change it

    @cached_property
    def _colors(self) -> dict[tuple[str, float], QColor]:
        """Those made so far: a repaint asks for the same few a thousand times."""
        return {}

    @cached_property
    def _ends(self) -> tuple[tuple[float, float, float], ...]:
        """Red, green and blue of the panel, of positive and of negative."""
        colors = map(self.color, ("panel", "positive", "negative"))
        return tuple((each.redF(), each.greenF(), each.blueF()) for each in colors)

    def signed(self, value: float, alpha: float = 1.0) -> QColor:
        """The colour of a number's sign; zero counts as positive."""
        return self.color("negative" if value < 0 else "positive", alpha)

    def signed_text(self, value: float) -> QColor:
        """The colour of a number that is written, with more contrast than a line needs."""
        if value == 0:
            return self.color("text")
        return self.color("negative_text" if value < 0 else "positive")

    def blend(self, value: float, least: float = 0.0) -> QColor:
        """From negative at −1 through the panel's colour at 0 to positive at 1; opaque.

        `least` is the share of colour that even a value near 0 has.
        """
        strength = least + (1.0 - least) * min(abs(value), 1.0)
        (red, green, blue), positive, negative = self._ends
        end = negative if value < 0 else positive
        return QColor.fromRgbF(
            red + (end[0] - red) * strength,
            green + (end[1] - green) * strength,
            blue + (end[2] - blue) * strength,
        )


LIGHT = Theme(
    dark=False,
    background="#F4F6F8",
    panel="#FFFFFF",
    line="#DFE4EA",
    text="#1B2733",
    muted="#5F6B77",
    accent="#2563EB",
    on_accent="#FFFFFF",
    positive="#1F78B4",
    negative="#E07B1A",
    negative_text="#B35900",
    highlight="#FFF4CC",
)
DARK = Theme(
    dark=True,
    background="#15191E",
    panel="#1C2127",
    line="#2E363F",
    text="#E6EBF0",
    muted="#93A0AD",
    accent="#6EA8FE",
    on_accent="#10151B",
    positive="#58A6DC",
    negative="#F0983E",
    negative_text="#F0983E",
    highlight="#3B3517",
)


def kept_by_font(function: Callable[..., T]) -> Callable[..., T]:
    """Keeps what a function of a font, and of what else it is given, has returned.

    As functools.lru_cache, but with a font of its own in each key: that of a style option lies in
    memory which Qt uses for another one as soon as the cell is painted.
    """
    kept: dict[tuple[object, ...], T] = {}

    @wraps(function)
    def kept_function(font: QFont, *arguments: object) -> T:
        value = kept.get((font, *arguments))
        if value is None:
            if len(kept) >= MOST_KEPT:
                kept.clear()
            value = kept[(QFont(font), *arguments)] = function(font, *arguments)
        return value

    return kept_function


def number_font(base: QFont, scale: float = 1.0, bold: bool = False) -> QFont:
    """The font with figures of equal width, so that changing numbers do not jump."""
    return QFont(_number_font(base, scale, bold))  # a caller may change it


@kept_by_font
def _number_font(base: QFont, scale: float, bold: bool) -> QFont:
    font = QFont(base)
    font.setFeature(QFont.Tag("tnum"), 1)
    if base.pointSizeF() > 0:
        font.setPointSizeF(base.pointSizeF() * scale)
    font.setBold(bold)
    return font


def palette(theme: Theme) -> QPalette:
    """The palette for everything that Qt's style draws itself."""
    roles = {
        QPalette.ColorRole.Window: theme.panel,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.panel,
        QPalette.ColorRole.AlternateBase: theme.background,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.panel,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Light: theme.panel,
        QPalette.ColorRole.Dark: theme.line,
    }
    result = QPalette()
    for role, color in roles.items():
        result.setColor(role, QColor(color))
    disabled = QPalette.ColorGroup.Disabled
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(disabled, role, theme.color("muted", 0.6))
    return result


def stylesheet(theme: Theme, icons: Path) -> str:
    """Hairlines instead of boxes; the same look on every platform.

    Args:
        icons: folder with the arrows and the check mark.
    """
    colors = {name: getattr(theme, name) for name in Theme.__annotations__}
    mode = "dark" if theme.dark else "light"
    return _SHEET.format_map({**colors, "icons": icons.as_posix(), "mode": mode})


_SHEET = """
QMainWindow, QDialog {{ background: {panel}; }}
QMainWindow::separator {{ background: {line}; width: 1px; height: 1px; }}
QMenuBar {{ background: {panel}; border: none; }}
QMenuBar::item {{ padding: 5px 9px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {background}; }}
QMenu {{ background: {panel}; border: 1px solid {line}; padding: 4px; }}
QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {muted}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 6px; }}
QToolBar {{ background: {panel}; border: none; border-bottom: 1px solid {line};
    spacing: 4px; padding: 5px 8px; }}
QToolBar::separator {{ background: {line}; width: 1px; margin: 5px 5px; }}
QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 7px; }}
QToolButton:hover {{ background: {background}; border-color: {line}; }}
QToolButton:pressed, QToolButton:checked {{ background: {line}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton:disabled {{ color: {muted}; }}
QToolButton[role="round"] {{ border: 1px solid {line}; border-radius: 12px; padding: 0;
    color: {muted}; background: {background}; }}
QToolButton[role="round"]:hover {{ color: {on_accent}; background: {accent};
    border-color: {accent}; }}
QToolButton[role="round"]:focus {{ border-color: {accent}; }}
QToolButton[role="link"] {{ color: {accent}; padding: 1px 4px; }}
QToolButton#trainRunButton {{ background: {accent}; color: {on_accent}; font-weight: 600;
    padding: 5px 13px; }}
QToolButton#trainRunButton:focus {{ border: 2px solid {text}; padding: 4px 12px; }}
QToolButton[role="fold"] {{ padding: 3px 5px; font-weight: 600; }}
QToolButton[role="fold"]:checked {{ background: transparent; }}
QPushButton {{ background: {panel}; border: 1px solid {line}; border-radius: 6px;
    padding: 4px 11px; }}
QPushButton:hover {{ background: {background}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:disabled {{ color: {muted}; }}
QComboBox, QSpinBox, QDoubleSpinBox, QLineEdit {{ background: {panel}; color: {text};
    border: 1px solid {line}; border-radius: 5px; padding: 3px 6px; min-height: 18px;
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QComboBox:hover, QSpinBox:hover, QDoubleSpinBox:hover, QLineEdit:hover {{
    border-color: {muted}; }}
QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QLineEdit:focus {{
    border-color: {accent}; }}
QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QLineEdit:disabled {{
    color: {muted}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url("{icons}/down-{mode}.svg"); width: 12px; height: 12px; }}
QComboBox[role="narrow"] {{ padding: 3px 0 3px 4px; }}
QComboBox[role="narrow"]::drop-down {{ width: 16px; }}
QSpinBox, QDoubleSpinBox {{ padding-right: 20px; max-height: 18px; }}
QSpinBox::up-button, QDoubleSpinBox::up-button {{ border: none; width: 18px;
    subcontrol-position: top right; }}
QSpinBox::down-button, QDoubleSpinBox::down-button {{ border: none; width: 18px;
    subcontrol-position: bottom right; }}
QSpinBox::up-arrow, QDoubleSpinBox::up-arrow {{ image: url("{icons}/up-{mode}.svg");
    width: 10px; height: 10px; }}
QSpinBox::down-arrow, QDoubleSpinBox::down-arrow {{ image: url("{icons}/down-{mode}.svg");
    width: 10px; height: 10px; }}
QCheckBox {{ spacing: 7px; border: 1px solid transparent; border-radius: 5px;
    padding: 1px 3px 1px 1px; }}
QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {muted};
    border-radius: 4px; background: {panel}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url("{icons}/check-{mode}.svg"); }}
QComboBox QAbstractItemView {{ background: {panel}; border: 1px solid {line};
    selection-background-color: {accent}; selection-color: {on_accent}; outline: none; }}
QDockWidget {{ font-weight: 600; }}
QDockWidget::title {{ background: {panel}; padding: 7px 10px 3px 8px; text-align: left; }}
QDockWidget > QWidget {{ font-weight: 400; }}
QTabWidget::pane {{ border: none; }}
QTabBar::tab {{ background: transparent; color: {muted}; padding: 6px 7px; border: none; }}
QTabBar::tab:selected {{ color: {text}; font-weight: 600;
    border-bottom: 2px solid {accent}; }}
QTabBar::tab:focus {{ border: 1px solid {accent}; border-bottom-width: 2px;
    border-radius: 4px; padding: 5px 6px 6px 6px; }}
QTableView, QListView, QGraphicsView {{ background: {panel}; border: 1px solid transparent; }}
QTableView {{ gridline-color: transparent;
    selection-background-color: {highlight}; selection-color: {text}; outline: none; }}
QTableView::item {{ border-bottom: 1px solid {line}; padding: 0 4px; }}
QTableView::item:selected {{ background: {highlight}; color: {text}; }}
QHeaderView {{ background: {panel}; border: none; }}
QHeaderView::section {{ background: {panel}; color: {muted}; border: none;
    border-bottom: 1px solid {line}; padding: 4px 6px; }}
QTableCornerButton::section {{ background: {panel}; border: none; }}
QScrollArea {{ background: {panel}; border: none; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {line}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {accent}; }}
QSlider::handle:horizontal {{ width: 12px; height: 12px; margin: -6px 0; border-radius: 8px;
    background: {panel}; border: 2px solid {accent}; }}
QSlider {{ min-height: 18px; border: 1px solid transparent; border-radius: 5px; }}
QStatusBar {{ background: {panel}; border-top: 1px solid {line}; color: {muted}; }}
QStatusBar::item {{ border: none; }}
QToolTip {{ background: {panel}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QScrollBar:vertical {{ width: 10px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 10px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; min-height: 24px;
    min-width: 24px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel[role="muted"] {{ color: {muted}; }}
QFrame[role="rule"] {{ background: {line}; max-height: 1px; border: none; }}
QFrame#passBar {{ background: {panel}; border-top: 1px solid {line}; }}
QFrame#timeBar {{ background: {panel}; border-top: 1px solid {line}; }}
QFrame#timeBar[visiting="true"] {{ background: {highlight}; }}
QFrame#timeBar QToolButton {{ padding: 3px 3px; }}
QFrame#timeBar QLineEdit {{ padding: 1px 4px; min-height: 16px; }}
QFrame#visitBar {{ background: {highlight}; border-bottom: 1px solid {line}; }}
QLabel[role="visiting"] {{ background: {highlight}; border-radius: 4px; }}
QLabel[pointed="true"], QLineEdit[pointed="true"], QComboBox[pointed="true"] {{
    background: {highlight}; border-radius: 4px; }}
QSlider:focus, QCheckBox:focus, QGraphicsView:focus, QTableView:focus, QListView:focus {{
    border-color: {accent}; }}
QFrame#notice, QFrame#fileNotice {{
    background: {highlight}; border-bottom: 1px solid {line};
}}
"""
