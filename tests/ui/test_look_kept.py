"""Another language or theme changes words and colours, and nothing else that was chosen."""

from nnsim.shell.settings import LANGUAGE
from nnsim.ui.plots import LossPlot


def test_the_loss_plot_keeps_its_marks_and_choices(user, window, settings):
    window.controller.change_stop_rule("Rule", "epochs", on=True, epochs=5)
    user.press("trainRun")
    user.wait(lambda: window.view_state.reading.epoch == 5)
    user.wait_until_idle()
    user.press("lossLogAxis")
    user.press("lossTrain")
    before = window.findChild(LossPlot, "lossPlot")
    ((epoch, english),) = before.shown_ends
    settings.set(LANGUAGE, "ko")
    window.rebuild()
    user.wait(lambda: len(window.findChildren(LossPlot, "lossPlot")) == 1)
    plot = window.findChild(LossPlot, "lossPlot")
    ((same, korean),) = plot.shown_ends
    assert (same, english != korean) == (epoch, True)
    assert plot.log_axis.isChecked()
    assert not plot.train.isChecked()
