"""A worksheet: what it gives, asks and answers, and its page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import numpy as np
import pytest
from exporting.exported_projects import project

from nnsim.engine import TrainSettings
from nnsim.exporting import WorksheetError
from nnsim.exporting.worksheet import (
    MAX_QUESTIONS,
    Drawing,
    Options,
    Words,
    check_size,
    make_exercise,
    make_sheet,
    nice_parameters,
    sheet_html,
)
from nnsim.exporting.worksheet.questions import count_questions
from nnsim.exporting.worksheet.sheet import TEXT_WIDTH, column_width
from nnsim.notation import Symbol, W, format_number
from nnsim.project import OptimizerState, Progress
from nnsim.trace import Phase, trace_pass

NETS = [
    (("sigmoid", "sigmoid"), "binary_cross_entropy", "sgd", 1),
    (("relu", "softmax"), "cross_entropy", "adam", 3),
    (("tanh", "softplus", "identity"), "mean_squared_error", "momentum", 2),
]
PHASES = {phase: phase.value for phase in Phase}
WORDS = Words(
    "ko", "연습지", "답", ("샘플 2 & <1>",), "이름", "날짜", "주어진 값", PHASES, "신경망"
)
VOID = {"meta", "br"}


def made(net, **settings):
    activations, loss, optimizer, outputs = net
    return project(activations, loss, TrainSettings(optimizer, 0.5, **settings), outputs)


def drawn(line):
    """In place of a typeset line: as wide as a textbook would make it, about."""
    return Drawing('<svg viewBox="0 0 1 1"></svg>', line.plain, 4.6 * len(line.plain), 12.0, 5.0)


def sheet_of(net, options, **settings):
    return make_sheet(make_exercise(made(net, **settings), options), WORDS, options.answers, drawn)


def labels(part) -> Iterator[str]:
    for section in part.sections:
        for item in section.items:
            for row in item.rows:
                yield from (each.label for each in row.drawings)


class Page(HTMLParser):
    """Complains where an element is not closed in its place."""

    def __init__(self):
        super().__init__()
        self.open, self.texts, self.labels = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)
        self.labels += [value for name, value in attrs if name == "aria-label"]

    def handle_startendtag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.texts.append(data.strip())


@pytest.mark.parametrize("decimals", range(2, 9))
@pytest.mark.parametrize("on_paper", [False, True])
@pytest.mark.parametrize("net", NETS)
def test_every_answer_is_that_of_the_trace(net, on_paper, decimals):
    owner = made(net)
    one = slice(1, 2)
    trace = trace_pass(
        owner.build_network(owner.parameters),
        owner.x[one],
        owner.t[one],
        owner.settings,
        owner.trainer_state,
        decimals=decimals if on_paper else None,
    )
    exercise = make_exercise(owner, Options(1, decimals, on_paper))
    assert len(exercise.questions) == len(trace.steps) == count_questions(owner.network.sizes)
    page = "\n".join(labels(make_sheet(exercise, WORDS, True, drawn).parts[1]))
    at = 0
    for question, step in zip(exercise.questions, trace.steps, strict=True):
        result = question.formula.result.plain
        assert re.sub("^[=≈] ", "", result) == format_number(step.value, decimals)
        at = page.index(f"{question.formula.symbols.plain}\n", at)  # in the order of the work
        assert result in page[at:].split("\n")


def test_a_pass_that_was_computed_by_hand():
    # x = (1, 0), t = 1, all W and b zero: z = 0, a = 1/2, y = 1/2, E = ln 2, δ = −1/2.
    owner = made(NETS[0])
    x, t = owner.dataset.x.copy(), owner.dataset.t.copy()
    x[0], t[0] = (1, 0), 1
    zeros = np.zeros_like(owner.parameters)
    owner = replace(owner, parameters=zeros, dataset=replace(owner.dataset, x=x, t=t))
    sheet = make_sheet(make_exercise(owner, Options()), WORDS, True, drawn)
    blanks, answers = (list(labels(part)) for part in sheet.parts)
    assert "x_1 = 1" in blanks
    assert "η = 0.5" in blanks
    assert answers[answers.index("δ^(3)_1 = y_1 − t_1") + 2] == "= −0.500"
    new_bias = answers.index("b^(3)_1 ← b^(3)_1 − η · ∂E/∂b^(3)_1")
    assert answers[new_bias + 1 : new_bias + 3] == ["= 0.000 − 0.5 · (−0.500)", "= 0.250"]
    assert "≈ 0.693" in answers


@pytest.mark.parametrize("net", NETS)
def test_blanks_hold_no_answer_and_room_to_write(net):
    (part,) = sheet_of(net, Options(answers=False)).parts
    exercise = make_exercise(made(net), Options())
    given = {line.plain for group in exercise.given for line in group}
    memory = re.compile(r"[mv] [=≈] ")
    for label in labels(part):
        if label not in given and not memory.match(label):
            assert not re.search(r"\d\.\d\d\d", label), label
    blanks = sum(
        any(row.blank for row in item.rows) for section in part.sections for item in section.items
    )
    assert blanks == len(exercise.questions)


@pytest.mark.parametrize("decimals", [3, 8])
@pytest.mark.parametrize("net", NETS)
def test_nothing_is_wider_than_its_column(net, decimals):
    for part in sheet_of(net, Options(0, decimals)).parts:
        for section in part.sections:
            for item in section.items:
                for row in item.rows:
                    assert row.width <= column_width(item.columns) <= TEXT_WIDTH


def test_what_an_optimizer_needs_is_given():
    blanks = list(labels(sheet_of(NETS[1], Options(), l2=0.01).parts[0]))
    assert {"β_1 = 0.9", "β_2 = 0.999", "k = 1", "λ_2 = 0.01"} <= set(blanks)
    assert "ε = 1 · 10^−8" in blanks


@pytest.mark.parametrize("count", [1, 9, 20, 21, 40, 41, 100, 101, 200])
def test_nice_parameters_are_small_and_differ(count):
    nice = nice_parameters(count, 3)
    assert len(set(nice.tolist())) == count
    assert np.abs(nice).max() <= 1
    assert np.abs(nice).min() > 0
    step = 0.1 if count <= 20 else 0.01
    np.testing.assert_allclose(nice, np.round(nice / step) * step, atol=1e-12)
    np.testing.assert_array_equal(nice, nice_parameters(count, 3))
    assert count == 1 or not np.array_equal(nice, nice_parameters(count, 4))


def test_nice_parameters_are_on_the_sheet_and_not_in_the_project():
    owner = made(NETS[0])
    before = owner.parameters.tobytes()
    exercise = make_exercise(owner, Options(nice=True))
    nice = nice_parameters(len(owner.parameters), owner.network.seed)
    assert float(exercise.trace.numbers.W[2][0, 0]) == nice[0]
    assert owner.parameters.tobytes() == before
    given = [line.plain for group in exercise.given[1:] for line in group]
    assert all(" = " in line for line in given)  # none is rounded


def test_a_large_network_is_refused():
    check_size((4, 5, 3))
    with pytest.raises(WorksheetError) as caught:
        check_size((4, 6, 3))
    assert caught.value.limit == MAX_QUESTIONS < caught.value.found == 130


@pytest.mark.slow
def test_the_page_is_well_formed_and_says_all():
    options = Options(1, 3, on_paper=True, nice=True)
    exercise = make_exercise(made(NETS[0]), options)
    page = Page()
    written = sheet_html(make_sheet(exercise, WORDS, True))
    page.feed(written)
    page.close()
    assert not page.open
    assert {"연습지", "답", "이름", "주어진 값", "샘플 2 & <1>"} <= set(page.texts)
    assert '<html lang="ko">' in written
    assert "신경망" in page.labels
    for question in exercise.questions:
        assert question.formula.result.plain in page.labels
    assert not re.search(r'(src|href)="', written)


@pytest.mark.parametrize(
    ("optimizer", "penalty", "letters"),
    [
        ("sgd", 0.0, ("W",)),
        ("momentum", 0.0, ("v", "W")),
        ("nesterov", 0.01, ("g", "v", "W")),
        ("rmsprop", 0.0, ("h", "W")),
        ("adam", 0.01, ("g", "m", "v", "W")),
    ],
)
def test_what_an_optimizer_remembers_has_blanks_of_its_own(optimizer, penalty, letters):
    sheet = sheet_of(
        (("tanh", "sigmoid"), "binary_cross_entropy", optimizer, 1), Options(), l2=penalty
    )
    (update,) = (each for each in sheet.parts[0].sections if each.heading == Phase.UPDATE.value)
    filled, formula = [], ""
    for row in update.items[0].rows:
        label = row.drawings[0].label if row.drawings else ""
        if label not in ("", "="):
            formula = label
        if row.blank and label:
            filled.append(re.split(r"\^| ", formula)[0])
    assert tuple(filled) == letters


def test_a_new_weight_follows_from_what_is_on_the_sheet():
    # v = 0.5 is remembered; with μ = 0.9 and η = 0.5, W ← W + (0.45 − 0.5 g).
    owner = made(NETS[2])
    memory = np.full((1, len(owner.parameters)), 0.5)
    owner = replace(owner, progress=Progress(7, OptimizerState("momentum", 7, memory)))
    exercise = make_exercise(owner, Options(0, 8))
    update = next(each for each in exercise.questions if each.step.phase is Phase.UPDATE)
    assert [line.plain for line in update.known] == ["v = 0.50000000", "g = ∂E/∂W^(2)_11"]
    given = {line.plain for group in exercise.given for line in group}
    assert {"μ = 0.9", "η = 0.5"} <= given
    slope = exercise.trace.value(Symbol("dW", 2, 1, 1))
    weight = exercise.trace.value(W(2, 1, 1))
    assert update.step.value == pytest.approx(weight + 0.9 * 0.5 - 0.5 * slope, abs=1e-15)


def test_a_hidden_softmax_has_blanks_for_the_slopes_before_it():
    sheet = sheet_of((("softmax", "sigmoid"), "binary_cross_entropy", "sgd", 1), Options())
    rows = [
        row
        for section in sheet.parts[0].sections
        for item in section.items
        for row in item.rows
        if row.drawings and row.drawings[0].label.startswith("∂E/∂a^(2)_")
    ]
    assert len(rows) == 3
    assert all(row.blank for row in rows)
