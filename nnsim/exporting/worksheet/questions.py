"""What a worksheet gives, asks and answers: one pass of one sample, from its trace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from nnsim.engine import parameter_count
from nnsim.exporting.errors import WorksheetError
from nnsim.notation import (
    Facts,
    Formula,
    Line,
    Memory,
    Part,
    Symbol,
    Values,
    W,
    b,
    eta,
    formula,
    t,
    x,
)
from nnsim.notation.formulas.lines import related, text
from nnsim.notation.formulas.update import CONSTANTS, FORMS
from nnsim.notation.formulas.writers import Numbers
from nnsim.project import Project
from nnsim.trace import Phase, Step, Trace, trace_pass

from .nice import nice_parameters

MAX_QUESTIONS = 120


@dataclass(frozen=True, slots=True)
class Options:
    """What a learner or a teacher chooses.

    Attributes:
        sample: its row, from 0.
        decimals: how many are shown.
        on_paper: every number is rounded to so many as soon as it is computed.
        nice: small numbers in place of the parameters.
        answers: with pages that hold the answers.
    """

    sample: int = 0
    decimals: int = 3
    on_paper: bool = False
    nice: bool = False
    answers: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """One number to compute.

    Attributes:
        step: what is computed, and the answer.
        known: what an optimizer remembers, and what else is known and has a short name here.
        asked: its formula in symbols, after those of what has to be computed before it.
        formula: the same with numbers and result.
    """

    step: Step
    known: tuple[Line, ...]
    asked: tuple[Line, ...]
    formula: Formula


@dataclass(frozen=True, eq=False)
class Exercise:
    """What stands on a worksheet.

    Attributes:
        facts: the network.
        trace: the pass.
        given: lines "name = number": x, t and η, then W and b of each node.
        questions: in the order of the work.
    """

    facts: Facts
    trace: Trace
    given: tuple[tuple[Line, ...], ...]
    questions: tuple[Question, ...]


def count_questions(sizes: tuple[int, ...]) -> int:
    """z, a and δ of each node, E, and a slope and a new value of each weight and bias."""
    return 3 * sum(sizes[1:]) + 1 + 2 * parameter_count(sizes)


def check_size(sizes: tuple[int, ...]) -> None:
    """Raises WorksheetError if a network is too large for a sheet of paper."""
    found = count_questions(sizes)
    if found > MAX_QUESTIONS:
        raise WorksheetError(found, MAX_QUESTIONS)


def make_exercise(project: Project, options: Options) -> Exercise:
    """The pass of one sample alone, N = 1, and the update that follows.

    Raises:
        WorksheetError: the network is too large for a sheet of paper.
    """
    check_size(project.network.sizes)
    parameters = project.parameters
    if options.nice:
        parameters = nice_parameters(len(parameters), project.network.seed)
    row = slice(options.sample, options.sample + 1)
    trace = trace_pass(
        project.build_network(np.array(parameters)),
        project.x[row],
        project.t[row],
        project.settings,
        None if options.nice else project.trainer_state,  # its memory is of other weights
        decimals=options.decimals if options.on_paper else None,
    )
    spec, settings = project.network, project.settings
    facts = Facts(
        spec.sizes,
        spec.activations,
        spec.loss,
        settings.optimizer,
        l1=settings.l1,
        l2=settings.l2,
    )
    given = tuple(
        tuple(_given(symbol, facts, trace, options.decimals) for symbol in group)
        for group in _known(spec.sizes)
    )
    constants = tuple(_constants(facts, trace, Numbers(facts, trace.value, None, options.decimals)))
    given = (given[0], constants, *given[1:]) if constants else given
    new = {step.symbol: step.value for step in trace.steps if step.phase is Phase.UPDATE}
    questions = tuple(
        _question(step, facts, trace, options.decimals, new.get) for step in trace.steps
    )
    return Exercise(facts, trace, given, questions)


def _known(sizes: tuple[int, ...]) -> Iterator[tuple[Symbol, ...]]:
    inputs, outputs = range(1, sizes[0] + 1), range(1, sizes[-1] + 1)
    yield (*(x(i) for i in inputs), *(t(j) for j in outputs), eta)
    for layer in range(2, len(sizes) + 1):
        sources = range(1, sizes[layer - 2] + 1)
        for j in range(1, sizes[layer - 1] + 1):
            yield (*(W(layer, j, k) for k in sources), b(layer, j))


def _given(symbol: Symbol, facts: Facts, trace: Trace, decimals: int) -> Line:
    number = Numbers(facts, trace.value, None, decimals)(symbol)
    return Line((Part(symbol.latex, symbol.plain, symbol), Part(" ", " "))) + related(number)


def _constants(facts: Facts, trace: Trace, numbers: Numbers) -> Iterator[Line]:
    """Of the optimizer and the penalties."""
    constants: dict[str, float] = {}
    memory = trace.numbers.memory(b(2, 1))
    if memory is not None and memory.old:
        constants = {**memory.constants, "k": memory.step}
    known = [(CONSTANTS[name], constants[name]) for name in CONSTANTS if name in constants]
    penalties = ((text(r"\lambda_{1}", "λ_1"), facts.l1), (text(r"\lambda_{2}", "λ_2"), facts.l2))
    known += [(letter, rate) for letter, rate in penalties if rate]
    for letter, value in known:
        yield letter + text(" ") + related(numbers.constant("", "", value))


def _remembered(memory: Memory | None, facts: Facts, numbers: Numbers) -> Iterator[Line]:
    """What the optimizer remembers of a weight before the update."""
    if memory is not None:
        for letter, value in zip(FORMS[facts.optimizer].letters, memory.old, strict=True):
            yield text(f"{letter} ") + related(numbers.quantity(value))


def _question(step: Step, facts: Facts, trace: Trace, decimals: int, new: Values) -> Question:
    is_update = step.phase is Phase.UPDATE
    updated = new if is_update else None

    def written(**more: object) -> Formula:
        return formula(
            step.symbol,
            facts,
            trace.value,
            decimals,
            updated=updated,
            max_terms=None,
            **more,  # type: ignore[arg-type]
        )

    asked = written()
    if not is_update or not asked.given:
        return Question(step, (), (*asked.given, asked.symbols), asked)
    remembered = trace.numbers.memory(step.symbol)
    old = _remembered(remembered, facts, Numbers(facts, trace.value, None, decimals))
    slope, *memory = asked.given  # g, and what is remembered from now on
    is_penalised = step.symbol.kind == "W" and bool(facts.l1 or facts.l2)
    known, computed = ((), (slope,)) if is_penalised else ((slope,), ())
    return Question(
        step,
        (*old, *known),
        (*computed, *memory, asked.symbols),
        written(remembered=remembered),
    )
