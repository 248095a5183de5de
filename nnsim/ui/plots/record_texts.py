"""A record of an epoch in words. The texts are the loss plot's."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from nnsim.notation import format_compact, format_loss, format_number


def epoch_text(epoch: float) -> str:
    """Which epoch."""
    return QCoreApplication.translate("LossPlot", "epoch {number}").format(number=int(epoch))


def loss_text(loss: float, decimals: int) -> str:
    """E; absent as a dash."""
    return format_loss(None if math.isnan(loss) else loss, decimals)


def percent_text(share: float) -> str:
    """A share in percent; absent as a dash."""
    if math.isnan(share):
        return format_number(None, 0)
    return f"{format_compact(100 * share, 1)} %"


def record_texts(record: Mapping[str, float], decimals: int, has_classes: bool) -> list[str]:
    """Epoch, losses and accuracies of one record, as far as they were measured."""
    translate = QCoreApplication.translate
    texts = [epoch_text(record["epoch"]), f"E {loss_text(record['loss'], decimals)}"]
    if not math.isnan(record["test_loss"]):
        tested = translate("LossPlot", "test {loss}")
        texts.append(tested.format(loss=loss_text(record["test_loss"], decimals)))
    if has_classes and not math.isnan(record["accuracy"]):
        correct = translate("LossPlot", "correct {percent} %")
        share = correct.format(percent=format_compact(100 * record["accuracy"], 1))
        if not math.isnan(record["test_accuracy"]):
            tested = translate("LossPlot", "test {percent} %")
            percent = format_compact(100 * record["test_accuracy"], 1)
            share += ", " + tested.format(percent=percent)
        texts.append(share)
    return texts
