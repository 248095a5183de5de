"""Findings in the window: the run that they are found in, and their words."""

from .run_watch import RunWatch
from .words import health_text, remedy_name, remedy_text, sentence

__all__ = ["RunWatch", "health_text", "remedy_name", "remedy_text", "sentence"]
