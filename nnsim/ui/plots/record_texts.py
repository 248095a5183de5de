"""A record of an epoch in words. The texts are the loss plot's."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from nnsim.notation import format_number, format_percent

_DIGITS = 3  # significant digits of a small loss


def epoch_text(epoch: float) -> str:
    """Which epoch."""
    return QCoreApplication.translate("LossPlot", "epoch {number}").format(number=int(epoch))


def loss_text(loss: float, decimals: int) -> str:
    """A digit more than elsewhere, and more still where a small loss would show as zero."""
    if math.isnan(loss):
        return format_number(None, 0)
    decimals += 1
    if 0 < loss < 1:
        decimals = max(decimals, _DIGITS - 1 - math.floor(math.log10(loss)))
    return format_number(loss, decimals)


def record_texts(record: Mapping[str, float], decimals: int, has_classes: bool) -> list[str]:
    """Epoch, losses and accuracies of one record, as far as they were measured."""
    translate = QCoreApplication.translate
    texts = [epoch_text(record["epoch"]), f"E {loss_text(record['loss'], decimals)}"]
    if not math.isnan(record["test_loss"]):
        tested = translate("LossPlot", "test {loss}")
        texts.append(tested.format(loss=loss_text(record["test_loss"], decimals)))
    if has_classes and not math.isnan(record["accuracy"]):
        accuracy = translate("LossPlot", "accuracy {share}")
        text = accuracy.format(share=format_percent(record["accuracy"]))
        if not math.isnan(record["test_accuracy"]):
            tested = translate("LossPlot", "test {share}")
            text += ", " + tested.format(share=format_percent(record["test_accuracy"]))
        texts.append(text)
    return texts
