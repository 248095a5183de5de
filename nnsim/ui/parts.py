"""The parts that every view is given."""

from __future__ import annotations

from dataclasses import dataclass

from nnsim.controller import Controller
from nnsim.document import Document
from nnsim.training import TrainingSession

from .frame_clock import FrameClock
from .theme import Theme
from .view_state import ViewState


@dataclass(frozen=True)
class Parts:
    """What a view observes and whom it asks for changes.

    Attributes:
        document, session, view_state, clock: observed.
        controller: makes edits and runs training.
        theme: the colours; another theme builds the views anew.
    """

    document: Document
    session: TrainingSession
    controller: Controller
    view_state: ViewState
    clock: FrameClock
    theme: Theme
