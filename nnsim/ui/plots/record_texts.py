"""A record of an epoch in words. The texts are the loss plot's."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from nnsim.notation import format_loss, format_percent


def epoch_text(epoch: float) -> str:
    """Which epoch."""
    return QCoreApplication.translate("LossPlot", "epoch {number}").format(number=int(epoch))


def loss_text(loss: float, decimals: int) -> str:
    """E; absent as a dash."""
    return format_loss(None if math.isnan(loss) else loss, decimals)


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
