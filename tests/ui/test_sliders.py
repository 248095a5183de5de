"""The handles of sliders are whole."""

from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider


def test_every_handle_is_round_and_inside_its_slider(window):
    sliders = [each for each in window.findChildren(QSlider) if each.isVisible()]
    assert len(sliders) >= 3
    for slider in sliders:
        option = QStyleOptionSlider()
        slider.initStyleOption(option)
        control, part = QStyle.ComplexControl.CC_Slider, QStyle.SubControl.SC_SliderHandle
        handle = slider.style().subControlRect(control, option, part, slider)
        assert handle.height() == handle.width(), slider.objectName()
        assert slider.rect().contains(handle), slider.objectName()
