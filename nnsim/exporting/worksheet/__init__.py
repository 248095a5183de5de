"""A page to print: a network, its numbers, blanks for every number of a pass, and the answers."""

from .html import sheet_html
from .nice import nice_parameters
from .questions import MAX_QUESTIONS, Exercise, Options, Question, check_size, make_exercise
from .sheet import Sheet, Words, make_sheet
from .typeset import Drawing, Typeset, typeset

__all__ = [
    "MAX_QUESTIONS",
    "Drawing",
    "Exercise",
    "Options",
    "Question",
    "Sheet",
    "Typeset",
    "Words",
    "check_size",
    "make_exercise",
    "make_sheet",
    "nice_parameters",
    "sheet_html",
    "typeset",
]
