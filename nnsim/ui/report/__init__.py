"""A run as one document: settings, curves, final numbers, confusion matrix and diagram."""

from .report import Report

__all__ = ["Report"]
