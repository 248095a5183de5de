"""What is kept by font does not depend on what becomes of that font."""

from PySide6.QtGui import QFont

from nnsim.ui.theme import kept_by_font, number_font


def test_a_number_font_may_be_changed_by_its_owner(qapp):
    base = QFont("Sans", 9)
    first = number_font(base)
    first.setItalic(True)
    assert not number_font(base).italic()


def test_what_is_kept_stays_with_the_font_as_it_was(qapp):
    calls = []

    @kept_by_font
    def size(font: QFont) -> float:
        calls.append(font.pointSizeF())
        return font.pointSizeF()

    font = QFont("Sans", 9)
    assert size(font) == 9.0
    font.setPointSizeF(12.0)
    assert size(font) == 12.0
    assert size(QFont("Sans", 9)) == 9.0
    assert calls == [9.0, 12.0]
