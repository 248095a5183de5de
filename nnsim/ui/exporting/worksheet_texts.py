"""The words of a worksheet in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nnsim.exporting import WorksheetError
from nnsim.exporting.worksheet import Options, Words
from nnsim.project import Project
from nnsim.trace import Phase
from nnsim.ui.texts import phase_title, title


def rounding_text(decimals: int, on_paper: bool) -> str:
    """How the numbers of a sheet are rounded, for the person who computes them."""
    text = (
        QCoreApplication.translate(
            "worksheet",
            "Round every result to {decimals} decimals as you write it down, and compute on with"
            " the rounded number.",
        )
        if on_paper
        else QCoreApplication.translate(
            "worksheet",
            "Compute on in full precision; {decimals} decimals are written, and ≈ marks what is"
            " rounded.",
        )
    )
    return text.format(decimals=decimals)


def language_code() -> str:
    """Of the language of the window: its translation says "ko"."""
    return QCoreApplication.translate("worksheet", "en")


def sheet_words(project: Project, options: Options) -> Words:
    """Everything that is written on the sheet beside formulas."""
    return Words(
        language=language_code(),
        title=QCoreApplication.translate("worksheet", "Worksheet"),
        answers=QCoreApplication.translate("worksheet", "Answers"),
        about=_about(project, options),
        name=QCoreApplication.translate("worksheet", "Name"),
        date=QCoreApplication.translate("worksheet", "Date"),
        given=QCoreApplication.translate("worksheet", "Given"),
        phases={phase: phase_title(phase).capitalize() for phase in Phase},
        network=QCoreApplication.translate("worksheet", "The network"),
    )


def _about(project: Project, options: Options) -> tuple[str, ...]:
    spec = project.network
    network = QCoreApplication.translate(
        "worksheet",
        "Network {sizes}: {activations}. {loss}. {optimizer}. Sample {sample} of {samples} alone"
        " (N = 1).",
    ).format(
        sizes="-".join(map(str, spec.sizes)),
        activations=", ".join(map(title, spec.activations)),
        loss=title(spec.loss),
        optimizer=title(project.settings.optimizer),
        sample=options.sample + 1,
        samples=len(project.x),
    )
    lines = [network, rounding_text(options.decimals, options.on_paper)]
    if options.nice:
        nice = QCoreApplication.translate(
            "worksheet", "The weights and biases are small numbers made for this sheet."
        )
        lines.append(nice)
    if project.scaling is not None:
        scaled = QCoreApplication.translate("worksheet", "The inputs x are the standardised ones.")
        lines.append(scaled)
    return tuple(lines)


def too_large_text(error: WorksheetError) -> str:
    """Why there is no sheet, and what to do."""
    what = QCoreApplication.translate(
        "worksheet",
        "This network is too large for a worksheet: {found} numbers would have to be computed by"
        " hand. At most {limit} are possible.",
    ).format(found=error.found, limit=error.limit)
    how = QCoreApplication.translate(
        "worksheet", "Remove nodes or layers, and undo that afterwards. A 3-4-2 network has 71."
    )
    return f"{what}\n\n{how}"
